// A score does not become binary floating point without being asked.
// expects: convert|conversion
#include "parindex/numeric/decimal.hpp"

using namespace parindex;

#ifdef CONTROL
std::int64_t value = decimal(1).coefficient();
#else
double value = decimal(1);
#endif
