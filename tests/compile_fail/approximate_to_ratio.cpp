// An approximate number never becomes a ratio, and so never a score.
// expects: no matching function|no matching conversion|no matching constructor
#include "parindex/survey/approximate.hpp"

using namespace parindex;

#ifdef CONTROL
ratio value = ratio(decimal::from_parts(75, 2));
#else
ratio value = ratio(approximate(0.75));
#endif
