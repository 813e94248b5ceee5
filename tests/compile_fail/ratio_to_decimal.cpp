// A ratio becomes a decimal at a named rounding place only.
// expects: convert|conversion
#include "parindex/numeric/ratio.hpp"

using namespace parindex;

#ifdef CONTROL
rounded<decimal> value = ratio(1).to_decimal(2);
#else
decimal value = ratio(1);
#endif
