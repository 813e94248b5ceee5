#include "parindex/numeric/decimal.hpp"

#include "expectations.hpp"

#include <algorithm>
#include <limits>
#include <unordered_set>

using namespace parindex;
using namespace parindex::literals;

namespace {
constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
constexpr decimal parts(std::int64_t coefficient, int scale) {
    return decimal::from_parts(coefficient, scale);
}

/// Equal in value and in scale.
bool same(decimal a, decimal b) {
    return a.coefficient() == b.coefficient() && a.scale() == b.scale();
}
}  // namespace

// The core works at compile time, in the size of two registers.
static_assert(sizeof(decimal) == 16 && std::is_trivially_copyable_v<decimal> && std::is_standard_layout_v<decimal>);
static_assert(0.1_dec + 0.7_dec == 0.8_dec && 1.5_dec * 2 == 3 && 1 - 0.25_dec == 0.75_dec && -(-1_dec) == 1);
static_assert(0.1_dec < 0.11_dec && abs(-2.5_dec) == 2.5_dec && round_to(2.675_dec, 2).value == 2.68_dec);
static_assert(divide(5, 7, 2).value == 0.71_dec && parse_decimal("94.52").value == 94.52_dec);
static_assert(decimal_text(-0.61_dec, ',').view() == "-0,61");
static_assert(noexcept(1_dec == 2_dec) && noexcept(1_dec < 2_dec) && noexcept((1_dec).normalized()));

// What would lose digits or meaning does not convert.
static_assert(!std::is_constructible_v<decimal, double> && !std::is_constructible_v<decimal, float> &&
              !std::is_constructible_v<decimal, long double>);
static_assert(!std::is_constructible_v<decimal, bool> && !std::is_constructible_v<decimal, char> &&
              !std::is_constructible_v<decimal, wchar_t> && !std::is_constructible_v<decimal, char8_t> &&
              !std::is_constructible_v<decimal, char16_t> && !std::is_constructible_v<decimal, char32_t> &&
              !std::is_constructible_v<decimal, const char*>);
#if PARINDEX_NATIVE_WIDE
static_assert(!std::is_constructible_v<decimal, wide::native>);
#endif
static_assert(std::is_convertible_v<int, decimal> && std::is_convertible_v<unsigned long long, decimal> &&
              std::is_convertible_v<signed char, decimal>);
static_assert(!std::is_convertible_v<decimal, double> && !std::is_convertible_v<decimal, std::int64_t>);

TEST_CASE("the sums that binary floating point gets wrong are exact") {
    CHECK(0.95_dec + 0.93_dec + 0.95_dec + 0.78_dec == 3.61_dec);
    CHECK(100 - 94.52_dec == 5.48_dec);
    CHECK(0.1_dec + 0.7_dec >= 0.8_dec);
    CHECK(0.1_dec + 0.2_dec == 0.3_dec);
}

TEST_CASE("a decimal keeps its parts") {
    CHECK(same(decimal{}, parts(0, 0)));
    CHECK(same(1.50_dec, parts(150, 2)));
    CHECK(same((1.50_dec).normalized(), parts(15, 1)));
    CHECK(same((100_dec).normalized(), parts(100, 0)));
    CHECK(same((0.000_dec).normalized(), parts(0, 0)));
    CHECK((-0.5_dec).sign() == -1);
    CHECK((0.0_dec).sign() == 0);
    CHECK((0.5_dec).sign() == 1);
    CHECK(same(+1.50_dec, 1.50_dec));
    CHECK(parts(1, 18).scale() == 18);
    CHECK(thrown_by([] { return parts(1, 19); }) == error_code::invalid_scale);
    CHECK(thrown_by([] { return parts(1, -1); }) == error_code::invalid_scale);
}

TEST_CASE("integers convert with their value or not at all") {
    CHECK(decimal(-7).coefficient() == -7);
    CHECK(decimal(lowest).coefficient() == lowest);
    CHECK(decimal(std::uint64_t{1} << 63 >> 1).coefficient() == std::int64_t{1} << 62);
    CHECK(decimal(static_cast<std::uint64_t>(highest)).coefficient() == highest);
    CHECK(thrown_by([] { return decimal(std::uint64_t{1} << 63); }) == error_code::overflow);
    CHECK(thrown_by([] { return decimal(~std::uint64_t{0}); }) == error_code::overflow);
    CHECK(decimal(~std::uint32_t{0}) == 4294967295_dec);
}

TEST_CASE("sums keep the larger scale") {
    CHECK(same(1.5_dec + 2.25_dec, 3.75_dec));
    CHECK(same(2.25_dec + 1.5_dec, 3.75_dec));
    CHECK(same(1.50_dec + 1.50_dec, 3.00_dec));
    CHECK(same(1.5_dec - 1.50_dec, 0.00_dec));
    CHECK(same(1.25_dec - 3_dec, -1.75_dec));
    CHECK(same(-1.50_dec, 0_dec - 1.50_dec));
    decimal value = 1.5_dec;
    value += 0.25_dec;
    CHECK(same(value, 1.75_dec));
    value -= 1_dec;
    CHECK(same(value, 0.75_dec));
    value *= 2_dec;
    CHECK(same(value, 1.50_dec));
    value += value;
    CHECK(same(value, 3.00_dec));
    const decimal& itself = value;
    value -= itself;
    CHECK(same(value, 0.00_dec));
}

TEST_CASE("products add the scales") {
    CHECK(same(1.5_dec * 2.25_dec, 3.375_dec));
    CHECK(same(-1.5_dec * 2_dec, -3.0_dec));
    CHECK(same(-1.5_dec * -2_dec, 3.0_dec));
    CHECK(same(0.000000001_dec * 0.000000001_dec, parts(1, 18)));
    CHECK(same(0_dec * -5_dec, parts(0, 0)));
}

TEST_CASE("trailing zeros are dropped before overflow is reported") {
    CHECK(same(parts(10, 18) * parts(1, 1), parts(1, 18)));
    CHECK(same(parts(0, 18) * parts(1, 18), parts(0, 18)));
    CHECK(same(parts(5'000'000'000, 9) * parts(2'000'000'000, 9), parts(1'000'000'000'000'000'000, 17)));
    CHECK(same(decimal(highest) + 0.0_dec, decimal(highest)));
    CHECK(same(decimal(lowest) - 0.00_dec, decimal(lowest)));
    CHECK(same(parts(highest, 1) + parts(3, 1), parts(922'337'203'685'477'581, 0)));
    CHECK(thrown_by([] { return parts(1, 18) * parts(1, 1); }) == error_code::overflow);
    CHECK(thrown_by([] { return decimal(highest) + 0.1_dec; }) == error_code::overflow);
}

TEST_CASE("overflow at the edges of 64 bits is never silent") {
    CHECK(thrown_by([] { return decimal(highest) + 1; }) == error_code::overflow);
    CHECK(thrown_by([] { return decimal(lowest) - 1; }) == error_code::overflow);
    CHECK(thrown_by([] { return decimal(lowest) + -1; }) == error_code::overflow);
    CHECK(thrown_by([] { return decimal(highest) - -1; }) == error_code::overflow);
    CHECK(thrown_by([] { return -decimal(lowest); }) == error_code::overflow);
    CHECK(thrown_by([] { return abs(decimal(lowest)); }) == error_code::overflow);
    CHECK(thrown_by([] { return 0 - decimal(lowest); }) == error_code::overflow);
    CHECK(thrown_by([] { return decimal(lowest) * -1; }) == error_code::overflow);
    CHECK(thrown_by([] { return decimal(highest) * 2; }) == error_code::overflow);
    CHECK(thrown_by([] { return decimal(std::int64_t{1} << 32) * decimal(std::int64_t{1} << 31); }) ==
          error_code::overflow);
    CHECK(decimal(std::int64_t{1} << 32) * decimal(-(std::int64_t{1} << 31)) == decimal(lowest));
    CHECK(decimal(highest) + decimal(lowest) == -1);
    CHECK(decimal(highest) - 0 == decimal(highest));
    CHECK(decimal(lowest) + 0 == decimal(lowest));
    CHECK(decimal(lowest) - -1 == decimal(-highest));
    CHECK(-decimal(highest) == decimal(lowest) + 1);
    CHECK(abs(decimal(-highest)) == decimal(highest));
    // The lowest coefficient has no positive twin; ten times smaller it has.
    CHECK(thrown_by([] { return -parts(lowest, 3); }) == error_code::overflow);
    CHECK(same(parts(-5'000'000'000'000'000'000, 0) - parts(40, 1), parts(-5'000'000'000'000'000'004, 0)));
}

TEST_CASE("values compare, not scales") {
    CHECK(1.0_dec == 1.00_dec);
    CHECK(0_dec == 0.000_dec);
    CHECK(1.0_dec != 1.01_dec);
    CHECK(0.5_dec < 0.51_dec);
    CHECK(0.51_dec > 0.5_dec);
    CHECK(-0.5_dec > -0.51_dec);
    CHECK(-1_dec < 0.5_dec);
    CHECK(0.5_dec <= 0.50_dec);
    CHECK(0.5_dec >= 0.50_dec);
    CHECK(std::is_eq(0.5_dec <=> 0.50_dec));
    // Brought to one scale, these need more than 64 bits.
    CHECK(decimal(highest) > parts(highest, 18));
    CHECK(decimal(lowest) < parts(lowest, 18));
    CHECK(parts(lowest, 18) > decimal(lowest));
    CHECK(parts(highest, 18) < decimal(highest));
    CHECK(decimal(highest) != parts(highest, 18));
    CHECK(parts(lowest, 0) < parts(highest, 18));
    CHECK(decimal(10) > parts(highest, 18));
    CHECK(decimal(9) < parts(highest, 18));
    CHECK(std::max(0.5_dec, 0.51_dec) == 0.51_dec);
    CHECK(std::min(0.5_dec, -0.51_dec) == -0.51_dec);
}

TEST_CASE("there is no negative zero") {
    CHECK(same(-0_dec, 0_dec));
    CHECK(same(-0.00_dec, 0.00_dec));
    CHECK(to_string(0_dec * -1_dec) == "0");
    CHECK(to_string(round_to(-0.4_dec, 0).value) == "0");
    CHECK(to_string(divide(-1, 3, 0).value) == "0");
}

TEST_CASE("equal values have equal hashes") {
    const std::hash<decimal> hash;
    CHECK(hash(1.0_dec) == hash(1.00_dec));
    CHECK(hash(1_dec) == hash(parts(1'000'000'000'000'000'000, 18)));
    CHECK(hash(0_dec) == hash(0.000_dec));
    CHECK(hash(1_dec) != hash(0.1_dec));
    CHECK(hash(1_dec) != hash(-1_dec));
    std::unordered_set<decimal> values;
    for (int hundredths = 0; hundredths <= 10'000; ++hundredths) values.insert(parts(hundredths, 2));
    for (int tenths = 0; tenths <= 1'000; ++tenths) values.insert(parts(tenths, 1));
    CHECK(values.size() == 10'001);
    std::unordered_set<std::size_t> hashes;
    for (const decimal value : values) hashes.insert(hash(value));
    CHECK(hashes.size() > 10'000);
}
