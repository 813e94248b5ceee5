// A score never comes from binary floating point.
// expects: deleted
#include "parindex/numeric/ratio.hpp"

using namespace parindex;

#ifdef CONTROL
ratio value = 1;
#else
ratio value = 0.5;
#endif
