// 010 is eight in C++ and ten to a reader.
// expects: a _dec literal is
#include "parindex/numeric/number_text.hpp"

using namespace parindex;
using namespace parindex::literals;

#ifdef CONTROL
decimal value = 10_dec;
#else
decimal value = 010_dec;
#endif
