// 19 decimals do not fit.
// expects: a _dec literal is
#include "parindex/numeric/number_text.hpp"

using namespace parindex;
using namespace parindex::literals;

#ifdef CONTROL
decimal value = 0.123456789012345678_dec;
#else
decimal value = 0.1234567890123456789_dec;
#endif
