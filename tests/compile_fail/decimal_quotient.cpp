// A quotient of decimals rarely terminates.
// expects: deleted
#include "parindex/numeric/decimal.hpp"

using namespace parindex;

#ifdef CONTROL
auto value = divide(decimal(1), decimal(3), 2);
#else
auto value = decimal(1) / decimal(3);
#endif
