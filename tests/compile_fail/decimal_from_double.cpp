// A score never comes from binary floating point.
// expects: deleted
#include "parindex/numeric/decimal.hpp"

using namespace parindex;

#ifdef CONTROL
decimal value = 1;
#else
decimal value = 0.1;
#endif
