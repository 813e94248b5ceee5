#include "parindex/numeric/number_text.hpp"

#include <doctest/doctest.h>

using namespace parindex;
using namespace parindex::literals;

TEST_CASE("the sums that binary floating point gets wrong are exact") {
    CHECK(0.95_dec + 0.93_dec + 0.95_dec + 0.78_dec == 3.61_dec);
    CHECK(100 - 94.52_dec == 5.48_dec);
    CHECK(0.1_dec + 0.7_dec >= 0.8_dec);
}
