#include "parindex/survey/approximate.hpp"

#include "../numeric/expectations.hpp"

#include <limits>
#include <type_traits>

using namespace parindex;
using namespace parindex::literals;

TEST_CASE("an approximate number is finite") {
    CHECK(thrown_by([] { return approximate(std::numeric_limits<double>::infinity()); }) == error_code::not_finite);
    CHECK(thrown_by([] { return approximate(-std::numeric_limits<double>::infinity()); }) == error_code::not_finite);
    CHECK(thrown_by([] { return approximate(std::numeric_limits<double>::quiet_NaN()); }) == error_code::not_finite);
    CHECK(approximate(0.5) < approximate(0.75));
    CHECK(approximate() == approximate(0.0));
    static_assert(!std::is_convertible_v<double, approximate>);
    static_assert(!std::is_constructible_v<decimal, approximate>);
    static_assert(!std::is_constructible_v<double, approximate>);
}

TEST_CASE("an exact number is met within two binary places, whatever its length") {
    CHECK(approximate(ratio(1, 3)).value() == 1.0 / 3);
    CHECK(approximate(-0.25_dec).value() == -0.25);
    CHECK(approximate(ratio(7)).value() == 7.0);
    ratio power(1);
    for (int digit = 0; digit < 400; ++digit) power *= 10;
    CHECK(approximate((power * 2 + 1) / power).value() == 2.0);
    CHECK(approximate(ratio(1) / power).value() == 0.0);
    CHECK(approximate(power / (power * 8 + 1)).value() == doctest::Approx(0.125).epsilon(1e-15));
    ratio large(3);
    for (int digit = 0; digit < 300; ++digit) large *= 10;
    CHECK(approximate(large * power / (power * 2 + 1)).value() == doctest::Approx(1.5e300).epsilon(1e-15));
    CHECK(thrown_by([&] { return approximate(power); }) == error_code::not_finite);
    CHECK(thrown_by([&] { return approximate(power / 3); }) == error_code::not_finite);
}

TEST_CASE("approximate numbers are printed with stated digits") {
    CHECK(to_string(approximate(0.111040226822486), 5) == "0.11104");
    CHECK(to_string(approximate(562225), 5) == "562220");  // halfway: to the even digit, as the binary number is exact
    CHECK(to_string(approximate(562226), 5) == "562230");
    CHECK(to_string(approximate(0.75), 4) == "0.7500");
    CHECK(to_string(approximate(-0.75), 1) == "-0.8");
    CHECK(to_string(approximate(99.96), 3) == "100");
    CHECK(to_string(approximate(99.96), 4) == "99.96");
    CHECK(to_string(approximate(9.996), 3) == "10.0");
    CHECK(to_string(approximate(0), 3) == "0.00");
    CHECK(to_string(approximate(0.000012345), 3) == "0.0000123");
    CHECK(to_string(approximate(1.5e-12), 2) == "1.5e-12");
    CHECK(to_string(approximate(1.5e17), 2) == "1.5e+17");
    CHECK(to_string(approximate(0.1), 17) == "0.10000000000000001");
    CHECK(thrown_by([] { return to_string(approximate(1), 0); }) == error_code::invalid_scale);
    CHECK(thrown_by([] { return to_string(approximate(1), 18); }) == error_code::invalid_scale);
}

TEST_CASE("approximate numbers are printed with stated decimals") {
    CHECK(to_fixed(approximate(3.1056), 2) == "3.11");
    CHECK(to_fixed(approximate(-0.5), 1) == "-0.5");
    CHECK(to_fixed(approximate(94.0), 0) == "94");
    CHECK(to_fixed(approximate(std::numeric_limits<double>::max()), 18).size() == 309 + 19);
    CHECK(thrown_by([] { return to_fixed(approximate(1), -1); }) == error_code::invalid_scale);
    CHECK(thrown_by([] { return to_fixed(approximate(1), 19); }) == error_code::invalid_scale);
}
