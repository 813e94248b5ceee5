#include "parindex/numeric/ratio.hpp"

#include "expectations.hpp"

#include "parindex/support/limits.hpp"

#include <limits>
#include <utility>
#include <vector>

using namespace parindex;
using namespace parindex::literals;

namespace {

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

/// 2^exponent.
ratio power_of_two(int exponent) {
    ratio out = 1;
    for (int step = 0; step < exponent; ++step) out *= 2;
    return out;
}

}  // namespace

static_assert(!std::is_constructible_v<ratio, double> && !std::is_constructible_v<ratio, float> &&
              !std::is_constructible_v<ratio, bool> && !std::is_constructible_v<ratio, char>);
static_assert(std::is_nothrow_default_constructible_v<ratio> && std::is_nothrow_move_constructible_v<ratio> &&
              std::is_nothrow_move_assignable_v<ratio> && std::is_nothrow_destructible_v<ratio> &&
              std::is_nothrow_swappable_v<ratio>);
static_assert(sizeof(ratio) <= 24);

TEST_CASE("a ratio is kept in lowest terms with a positive denominator") {
    CHECK(ratio().to_string() == "0");
    CHECK(ratio(6, 8).to_string() == "3/4");
    CHECK(ratio(6, -8).to_string() == "-3/4");
    CHECK(ratio(-6, -8).to_string() == "3/4");
    CHECK(ratio(0, -8).to_string() == "0");
    CHECK(ratio(8, 4).to_string() == "2");
    CHECK(ratio(0.75_dec).to_string() == "3/4");
    CHECK(ratio(0.00_dec).to_string() == "0");
    CHECK(ratio(-1.50_dec).to_string() == "-3/2");
    CHECK(ratio(1.5_dec, 0.25_dec).to_string() == "6");
    CHECK(ratio(decimal::from_parts(1, 18)).to_string() == "1/1000000000000000000");
    CHECK(ratio(decimal::from_parts(lowest, 18)).to_string() == "-35184372088832/3814697265625");
    CHECK(ratio(lowest).to_string() == "-9223372036854775808");
    CHECK(ratio(1, lowest).to_string() == "-1/9223372036854775808");
    CHECK(ratio(lowest, lowest).to_string() == "1");
    CHECK(thrown_by([] { return ratio(1, 0); }) == error_code::division_by_zero);
    CHECK(thrown_by([] { return ratio(0, 0.00_dec); }) == error_code::division_by_zero);
    CHECK(thrown_by([] { return ratio(std::uint64_t{1} << 63); }) == error_code::overflow);
}

TEST_CASE("PAR-T5: the two shares of row 24 do not terminate") {
    const auto points = [](int a, int b, int c) { return (ratio(b, a) + ratio(c, a) / 2).to_decimal(2).value; };
    CHECK((ratio(5, 7) + ratio(1, 14)).to_string() == "11/14");
    CHECK(to_string(points(7, 5, 1)) == "0.79");
    CHECK(to_string(points(3, 1, 1)) == "0.50");
    CHECK(to_string(points(9, 4, 3)) == "0.61");
    CHECK_FALSE(ratio(11, 14).exact_decimal().has_value());
    CHECK_FALSE(ratio(11, 14).to_decimal(18).exact);
}

TEST_CASE("PAR-T10: a survey score") {
    const ratio share = (ratio(120) * 100 + ratio(60) * 60 + ratio(15) * 20 + ratio(5) * 0) / 200;
    CHECK(share == 79.5_dec);
    CHECK((share / 100).exact_decimal() == 0.795_dec);
    CHECK(to_string((share / 100).to_decimal(2).value) == "0.80");
    CHECK(to_string((share / 100).to_decimal(2, rounding_mode::half_down).value) == "0.79");
}

TEST_CASE("PAR-T13: one published mean was cut") {
    const ratio mean = ratio(62.62_dec, 70) * 100;
    CHECK(to_string(mean.to_decimal(2).value) == "89.46");
    CHECK(to_string(mean.to_decimal(2, rounding_mode::down).value) == "89.45");
}

TEST_CASE("a threshold is decided by cross-multiplication") {
    CHECK(ratio(0.1_dec) + 0.7_dec >= ratio(0.8_dec));
    CHECK(ratio(4, 5) >= ratio(0.8_dec));
    CHECK(ratio(7'999'999, 10'000'000) < ratio(0.8_dec));
    CHECK(ratio(1, 3) + ratio(1, 3) + ratio(1, 3) == 1);
    CHECK(ratio(5, 3) * 3 == 5);
}

TEST_CASE("arithmetic while both parts fit 64 bits") {
    CHECK((ratio(1, 2) + ratio(1, 3)).to_string() == "5/6");
    CHECK((ratio(1, 6) + ratio(1, 3)).to_string() == "1/2");
    CHECK((ratio(1, 6) + ratio(1, 6)).to_string() == "1/3");
    CHECK((ratio(1, 2) - ratio(1, 3)).to_string() == "1/6");
    CHECK((ratio(1, 3) - ratio(1, 2)).to_string() == "-1/6");
    CHECK((ratio(1, 2) - ratio(1, 2)).to_string() == "0");
    CHECK((ratio(5) - 7).to_string() == "-2");
    CHECK((ratio(2, 3) * ratio(9, 4)).to_string() == "3/2");
    CHECK((ratio(-2, 3) * ratio(3, 2)).to_string() == "-1");
    CHECK((ratio(-2, 3) * ratio(-3, 2)).to_string() == "1");
    CHECK((ratio(2, 3) * 0).to_string() == "0");
    CHECK((ratio(2, 3) / ratio(-4, 9)).to_string() == "-3/2");
    CHECK((ratio(-2, 3) / ratio(-4, 9)).to_string() == "3/2");
    CHECK((ratio(0) / ratio(-4, 9)).to_string() == "0");
    CHECK((-ratio(2, 3)).to_string() == "-2/3");
    CHECK(abs(ratio(-2, 3)) == ratio(2, 3));
    CHECK(abs(ratio(2, 3)) == ratio(2, 3));
    CHECK(thrown_by([] { return ratio(1) / ratio(); }) == error_code::division_by_zero);
    CHECK(ratio(1, 2).sign() == 1);
    CHECK(ratio().sign() == 0);
    CHECK(ratio(-1, 2).sign() == -1);
    CHECK(ratio(2).is_integer());
    CHECK_FALSE(ratio(1, 2).is_integer());
    ratio value(1, 2);
    value += ratio(1, 3);
    value -= ratio(1, 6);
    value *= ratio(3, 4);
    value /= ratio(5, 2);
    CHECK(value.to_string() == "1/5");
}

TEST_CASE("the parts of a fraction") {
    CHECK(ratio(-6, 8).numerator() == -3);
    CHECK(ratio(-6, 8).denominator() == 4);
    CHECK(ratio().numerator() == 0);
    CHECK(ratio().denominator() == 1);
    const ratio large = ratio(highest) * 2 / 3 / lowest / lowest;  // one part too long for 64 bits, the other not
    CHECK(large.numerator().to_string() == "9223372036854775807");
    CHECK(large.denominator().to_string() == "127605887595351923798765477786913079296");
    CHECK((-1 / large).numerator().to_string() == "-127605887595351923798765477786913079296");
    CHECK(large.numerator() / large.denominator() == large);
}

TEST_CASE("whole numbers and equal denominators at the edges of 64 bits") {
    CHECK((ratio(highest) + 1).to_string() == "9223372036854775808");
    CHECK((ratio(lowest) - 1).to_string() == "-9223372036854775809");
    CHECK((ratio(lowest) + highest).to_string() == "-1");
    CHECK((ratio(highest) - highest).to_string() == "0");
    CHECK((-ratio(lowest)).to_string() == "9223372036854775808");
    CHECK((-ratio(lowest) - 1).to_string() == "9223372036854775807");
    CHECK((ratio(highest, 2) + ratio(highest, 2)).to_string() == "9223372036854775807");
    CHECK((ratio(1, highest) - ratio(1, highest)).to_string() == "0");
    CHECK((ratio(1, highest) + ratio(1, highest)).to_string() == "2/9223372036854775807");
    CHECK((ratio(lowest) / lowest).to_string() == "1");
    CHECK((ratio(lowest) * -1).to_string() == "9223372036854775808");
    CHECK((ratio(1) / lowest).to_string() == "-1/9223372036854775808");
    CHECK((ratio(1, highest) * ratio(1, 2)).to_string() == "1/18446744073709551614");
}

TEST_CASE("values beyond 64 bits come back when they fit again") {
    const ratio big = power_of_two(200);
    CHECK(big.to_string() == "1606938044258990275541962092341162602522202993782792835301376");
    CHECK(big.sign() == 1);
    CHECK((-big).sign() == -1);
    CHECK(big.is_integer());
    CHECK_FALSE((big / 3).is_integer());
    CHECK((big / 3).to_string() == "1606938044258990275541962092341162602522202993782792835301376/3");
    CHECK((-3 / big).to_string() == "-3/1606938044258990275541962092341162602522202993782792835301376");
    CHECK((big / big).to_string() == "1");
    CHECK((big / -big).to_string() == "-1");
    CHECK((-big / (-big * 3)).to_string() == "1/3");
    CHECK((3 / -big * big).to_string() == "-3");
    CHECK((0 * big).to_string() == "0");
    CHECK((0 / big).to_string() == "0");
    CHECK((big / 6 + big / 15 - big / 10).to_string() == (big * 2 / 15).to_string());
    CHECK((big / 6 + big / 3).to_string() == (big / 2).to_string());
    CHECK((big + 1 - big).to_string() == "1");
    CHECK((1 - big + big).to_string() == "1");
    CHECK((big * (1 / big)).to_string() == "1");
    CHECK((big / 3 - big / 3).to_string() == "0");
    CHECK((power_of_two(63) - 1).to_string() == "9223372036854775807");
    CHECK((-power_of_two(63)).to_string() == "-9223372036854775808");
    CHECK(-power_of_two(63) == ratio(lowest));
    CHECK((power_of_two(64) / 2 - 1).exact_decimal() == decimal(highest));
    CHECK(thrown_by([&] { return big / 0; }) == error_code::division_by_zero);
}

TEST_CASE("order and equality across sizes") {
    const ratio big = power_of_two(100);
    CHECK(big > highest);
    CHECK(-big < lowest);
    CHECK(1 / big > 0);
    CHECK(1 / big < ratio(1, highest));
    CHECK(big + 1 > big);
    CHECK(big / 3 < big / 2);
    CHECK(big == power_of_two(50) * power_of_two(50));
    CHECK(big != big + 1);
    CHECK(big / 3 != big / 5);
    CHECK(big != 0);
    CHECK(ratio() != big);
    CHECK(std::is_eq(big <=> power_of_two(100)));
    CHECK(ratio(1, 3) < ratio(1, 2));
    CHECK(ratio(-1, 3) > ratio(-1, 2));
    CHECK(ratio(2, 3) > ratio(1, 3));
    CHECK(ratio(1, 3) != ratio(2, 3));
    CHECK(ratio(1, 3) != ratio(1, 2));
    CHECK(std::is_eq(ratio(2, 6) <=> ratio(1, 3)));
    CHECK(ratio(highest, highest - 1) < ratio(highest - 1, highest - 2));
    CHECK(ratio(lowest, highest) < ratio(-1));
}

TEST_CASE("copies, moves and assignments") {
    for (const ratio& original : {ratio(3, 7), power_of_two(90) / 3}) {
        ratio copy = original;
        CHECK(copy == original);
        ratio moved = std::move(copy);
        CHECK(moved == original);
        CHECK(copy == 0);  // NOLINT(bugprone-use-after-move): a moved-from ratio is a valid zero
        CHECK(copy + 1 == 1);
        copy = moved;
        CHECK(copy == original);
        const ratio& self = copy;
        copy = self;
        CHECK(copy == original);
        ratio& alias = copy;
        copy = std::move(alias);
        CHECK(copy == original);
        copy = 5;
        CHECK(copy == 5);
        copy = std::move(moved);
        CHECK(copy == original);
        CHECK(moved == 0);  // NOLINT(bugprone-use-after-move)
        using std::swap;
        swap(copy, moved);
        CHECK(copy == 0);
        CHECK(moved == original);
        moved += moved;
        moved -= original;
        CHECK(moved == original);
        const ratio& itself = moved;
        moved /= itself;
        CHECK(moved == 1);
        moved *= moved;
        CHECK(moved == 1);
    }
    std::vector<ratio> values(100, power_of_two(90));
    values.insert(values.begin(), ratio(1, 3));
    values.erase(values.begin() + 1, values.begin() + 100);
    CHECK(values.size() == 2);
    CHECK(values[1] == power_of_two(90));
}

TEST_CASE("a part beyond the limit is refused, and nothing changes") {
    const int bits = static_cast<int>(limits::ratio_bits);
    ratio top = power_of_two(bits - 1);
    CHECK((top - 1 + top).sign() == 1);
    CHECK(thrown_by([&] { return top + top; }) == error_code::ratio_too_large);
    CHECK(thrown_by([&] { return -top - top; }) == error_code::ratio_too_large);
    CHECK(thrown_by([&] { return 1 / top / 2; }) == error_code::ratio_too_large);
    CHECK(thrown_by([&] { return top *= 2; }) == error_code::ratio_too_large);
    CHECK(top == power_of_two(bits - 1));
    CHECK(thrown_by([&] { return top /= 0; }) == error_code::division_by_zero);
    CHECK(top == power_of_two(bits - 1));
}

TEST_CASE("a fraction as a decimal") {
    CHECK(ratio(1, 8).exact_decimal() == 0.125_dec);
    CHECK(ratio(1, 8).exact_decimal()->scale() == 3);
    CHECK(ratio(-94.520_dec).exact_decimal()->scale() == 2);
    CHECK(ratio(7).exact_decimal()->scale() == 0);
    CHECK(ratio(0).exact_decimal() == 0);
    CHECK(ratio(lowest).exact_decimal() == decimal(lowest));
    CHECK(ratio(decimal::from_parts(1, 18)).exact_decimal() == decimal::from_parts(1, 18));
    CHECK_FALSE(ratio(1, 3).exact_decimal().has_value());
    CHECK_FALSE(ratio(1, std::int64_t{1} << 19).exact_decimal().has_value());
    CHECK(ratio(1, std::int64_t{1} << 18).exact_decimal().has_value());
    CHECK_FALSE((ratio(highest) + ratio(1, 2)).exact_decimal().has_value());
    CHECK_FALSE(ratio(highest, 4).exact_decimal().has_value());
    CHECK_FALSE(power_of_two(70).exact_decimal().has_value());

    CHECK(to_string(ratio(2, 3).to_decimal(2).value) == "0.67");
    CHECK(to_string(ratio(2).to_decimal(2).value) == "2.00");
    CHECK(to_string((power_of_two(70) / power_of_two(69)).to_decimal(1).value) == "2.0");
    CHECK(to_string((power_of_two(70) / (power_of_two(69) + 1)).to_decimal(18, rounding_mode::down).value) ==
          "1.999999999999999999");
    CHECK(to_string((-power_of_two(70) / (power_of_two(69) + 1)).to_decimal(0).value) == "-2");
    CHECK(thrown_by([] { return power_of_two(70).to_decimal(0); }) == error_code::overflow);
    CHECK(thrown_by([] { return power_of_two(60).to_decimal(2); }) == error_code::overflow);
    CHECK(thrown_by([] { return ratio(1).to_decimal(-1); }) == error_code::invalid_scale);
    CHECK(thrown_by([] { return ratio(1).to_decimal(19); }) == error_code::invalid_scale);
}

TEST_CASE("rounding a fraction to places far beyond a decimal") {
    const auto third = round_to(ratio(1, 3), 400);
    CHECK_FALSE(third.exact);
    CHECK(third.value < ratio(1, 3));
    CHECK(round_to(ratio(1, 3), 400, rounding_mode::up).value > ratio(1, 3));
    CHECK(round_to(ratio(5), -400).value == 0);
    CHECK_FALSE(round_to(ratio(5), -400).exact);
    CHECK(round_to(ratio(0), -400, rounding_mode::up).exact);
    CHECK(round_to(ratio(2, 3), 18).value == 0.666666666666666667_dec);
    CHECK(round_to(ratio(2, 3), 19).value * 1'000'000'000 == ratio(6'666'666'666'666'666'667) / 10'000'000'000);
    CHECK(round_to(ratio(highest), 18).value == highest);
    CHECK(round_to(ratio(highest) - ratio(1, 2), 0).value == highest);
    CHECK(round_to(ratio(highest, 2) * 2 - 1, 0).exact);
    CHECK(thrown_by([] { return round_to(ratio(1), 401); }) == error_code::invalid_scale);
    CHECK(thrown_by([] { return round_to(ratio(1), -401); }) == error_code::invalid_scale);
}
