// Exponents are not part of the strict form.
// expects: a _dec literal is
#include "parindex/numeric/number_text.hpp"

using namespace parindex;
using namespace parindex::literals;

#ifdef CONTROL
decimal value = 1000_dec;
#else
decimal value = 1e3_dec;
#endif
