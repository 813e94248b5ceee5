#include "parindex/numeric/binary_number.hpp"

#include "expectations.hpp"

#include <cmath>
#include <limits>
#include <type_traits>

using namespace parindex;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double least = std::numeric_limits<double>::denorm_min();

template <class Number>
concept accepted = requires(Number value) {
    decimal_of_binary(value, 2);
};
static_assert(accepted<double> && !accepted<float> && !accepted<long double> && !accepted<int>);

void check_read(double value, int places, std::string_view written) {
    CAPTURE(written);
    const binary_decimal found = decimal_of_binary(value, places);
    REQUIRE(found.ok());
    CHECK(to_string(found.value) == written);  // with its scale
}

void check_refused(double value, int places, error_code code) {
    CAPTURE(value);
    CAPTURE(places);
    CHECK(decimal_of_binary(value, places).code == code);
}

/// `value` moved by `steps` of its neighbours.
double moved(double value, int steps) {
    for (; steps > 0; --steps) value = std::nextafter(value, infinity);
    for (; steps < 0; ++steps) value = std::nextafter(value, -infinity);
    return value;
}

}  // namespace

TEST_CASE("a binary number is the decimal that it was") {
    check_read(3.6100000000000003, 2, "3.61");
    check_read(0.1 + 0.7, 1, "0.8");
    check_read(0.1 + 0.2, 2, "0.30");
    check_read(100 - 94.52, 2, "5.48");
    check_read(94.52, 2, "94.52");
    check_read(-0.61, 2, "-0.61");
    check_read(1.0, 0, "1");
    check_read(moved(1.0, -1), 0, "1");  // half as large a unit below a power of two
    check_read(0.0, 2, "0.00");
    check_read(-0.0, 18, "0.000000000000000000");
    check_read(0.5, 10, "0.5000000000");
    check_read(5e-9, 18, "0.000000005000000000");
    check_read(68719476735.0, 0, "68719476735");  // 2^36 - 1: the largest whole number
}

TEST_CASE("a binary number with more decimals than declared is refused") {
    check_refused(3.615, 2, error_code::invalid_number);
    check_refused(1.005, 2, error_code::invalid_number);
    check_refused(-0.125, 2, error_code::invalid_number);
    check_refused(static_cast<double>(3.61F), 2, error_code::invalid_number);  // was kept in 32 bits
    check_refused(0.5, 0, error_code::invalid_number);
    check_refused(1e-300, 2, error_code::invalid_number);
}

TEST_CASE("a binary number is accepted within 128 of its units") {
    for (const double exact : {0.5, -0.5, 1.5, 12.25, -94.75}) {  // exact in binary: the distance is the steps
        check_read(moved(exact, 128), 2, to_string(decimal_of_binary(exact, 2).value));
        check_read(moved(exact, -128), 2, to_string(decimal_of_binary(exact, 2).value));
        check_refused(moved(exact, 129), 2, error_code::invalid_number);
        check_refused(moved(exact, -129), 2, error_code::invalid_number);
    }
    check_read(128 * least, 18, "0.000000000000000000");
    check_refused(129 * least, 18, error_code::invalid_number);
    check_refused(-129 * least, 0, error_code::invalid_number);
}

TEST_CASE("a binary number too large for its decimals is refused") {
    check_refused(68719476736.0, 0, error_code::number_too_precise);  // 2^36: 128 units are 2^-9, above a thousandth
    check_refused(9007199254740993.0, 0, error_code::number_too_precise);
    check_refused(1e17, 1, error_code::number_too_precise);
    check_refused(1e17, 2, error_code::overflow);
    check_refused(0.5, 11, error_code::number_too_precise);
    check_refused(1.0, 18, error_code::number_too_precise);
    check_refused(10.0, 18, error_code::overflow);
    check_refused(-9223372036854775808.0, 0, error_code::number_too_precise);  // the least coefficient
    check_refused(9223372036854775808.0, 0, error_code::overflow);
    check_refused(1e300, 0, error_code::overflow);
    check_refused(-std::numeric_limits<double>::max(), 18, error_code::overflow);
}

TEST_CASE("a binary number that is none, and places that are none") {
    check_refused(infinity, 2, error_code::invalid_number);
    check_refused(-infinity, 2, error_code::invalid_number);
    check_refused(std::numeric_limits<double>::quiet_NaN(), 2, error_code::invalid_number);
    check_refused(1.0, -1, error_code::invalid_scale);
    check_refused(1.0, 19, error_code::invalid_scale);
    check_refused(1.0, std::numeric_limits<int>::min(), error_code::invalid_scale);
}
