// Digits are decimal.
// expects: a _dec literal is
#include "parindex/numeric/number_text.hpp"

using namespace parindex;
using namespace parindex::literals;

#ifdef CONTROL
decimal value = 31_dec;
#else
decimal value = 0x1F_dec;
#endif
