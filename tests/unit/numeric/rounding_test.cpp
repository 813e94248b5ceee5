#include "parindex/numeric/rounding.hpp"

#include "expectations.hpp"

#include <limits>

using namespace parindex;
using namespace parindex::literals;

namespace {

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
constexpr decimal parts(std::int64_t coefficient, int scale) {
    return decimal::from_parts(coefficient, scale);
}

/// A value and what each mode makes of it, in the order of all_modes.
struct row {
    decimal value;
    std::int64_t units[7];
};

// The table of IEEE 754 and of the General Decimal Arithmetic specification, to whole units.
constexpr row table[] = {
    //           half up, half even, half down, down, up, floor, ceiling
    {-2.51_dec, {-3, -3, -3, -2, -3, -3, -2}}, {-2.5_dec, {-3, -2, -2, -2, -3, -3, -2}},
    {-2.49_dec, {-2, -2, -2, -2, -3, -3, -2}}, {-2.0_dec, {-2, -2, -2, -2, -2, -2, -2}},
    {-1.51_dec, {-2, -2, -2, -1, -2, -2, -1}}, {-1.5_dec, {-2, -2, -1, -1, -2, -2, -1}},
    {-1.49_dec, {-1, -1, -1, -1, -2, -2, -1}}, {-0.51_dec, {-1, -1, -1, 0, -1, -1, 0}},
    {-0.5_dec, {-1, 0, 0, 0, -1, -1, 0}},      {-0.49_dec, {0, 0, 0, 0, -1, -1, 0}},
    {0.00_dec, {0, 0, 0, 0, 0, 0, 0}},         {0.49_dec, {0, 0, 0, 0, 1, 0, 1}},
    {0.5_dec, {1, 0, 0, 0, 1, 0, 1}},          {0.51_dec, {1, 1, 1, 0, 1, 0, 1}},
    {1.49_dec, {1, 1, 1, 1, 2, 1, 2}},         {1.5_dec, {2, 2, 1, 1, 2, 1, 2}},
    {1.51_dec, {2, 2, 2, 1, 2, 1, 2}},         {2.0_dec, {2, 2, 2, 2, 2, 2, 2}},
    {2.49_dec, {2, 2, 2, 2, 3, 2, 3}},         {2.5_dec, {3, 2, 2, 2, 3, 2, 3}},
    {2.51_dec, {3, 3, 3, 2, 3, 2, 3}},
};

}  // namespace

static_assert(rounding{}.places == 2 && rounding{}.mode == rounding_mode::half_up);
static_assert(!rounds_away(rounding_mode::up, false, false, std::strong_ordering::less, true));

TEST_CASE("every mode, sign and kind of remainder, through every function that rounds") {
    for (const row& line : table) {
        const bool exact = line.value.normalized().scale() == 0;
        for (std::size_t index = 0; index < std::size(all_modes); ++index) {
            const rounding_mode mode = all_modes[index];
            const decimal expected = line.units[index];
            CAPTURE(line.value);
            CAPTURE(index);

            const auto plain = round_to(line.value, 0, mode);
            CHECK(plain.value == expected);
            CHECK(plain.value.scale() == 0);
            CHECK(plain.exact == exact);

            const auto quotient = divide(line.value, 1, 0, mode);
            CHECK(quotient.value == expected);
            CHECK(quotient.exact == exact);
            CHECK(divide(-line.value, -1, 0, mode).value == expected);

            // The same digits, a hundred times smaller and larger.
            CHECK(round_to(line.value * 0.01_dec, 2, mode).value == expected * 0.01_dec);
            CHECK(round_to(line.value * 100, -2, mode).value == expected * 100);
            CHECK(divide(line.value, 100, 2, mode).value == expected * 0.01_dec);

            const auto fraction = round_to(ratio(line.value), 0, mode);
            CHECK(fraction.value == expected);
            CHECK(fraction.exact == exact);
            CHECK(round_to(ratio(line.value * 100), -2, mode).value == expected * 100);
            const auto printed = ratio(line.value).to_decimal(0, mode);
            CHECK(printed.value == expected);
            CHECK(printed.exact == exact);

            // Beyond 64 bits.
            const ratio huge = ratio(1'000'000'000'000'000'000) * 1'000'000'000'000;
            CHECK(round_to(line.value * huge, -30, mode).value == expected * huge);
            CHECK(round_to(line.value / huge, 30, mode).value == expected / huge);
            CHECK(round_to(line.value / huge, 30, mode).exact == exact);
        }
    }
}

TEST_CASE("a mode that does not exist cuts") {
    CHECK_FALSE(rounds_away(static_cast<rounding_mode>(99), false, true, std::strong_ordering::greater, false));
}

TEST_CASE("half up is the default and goes away from zero") {
    CHECK(round_to(2.675_dec, 2).value == 2.68_dec);
    CHECK(round_to(-2.675_dec, 2).value == -2.68_dec);
    CHECK(divide(1, 8, 2).value == 0.13_dec);
    CHECK(round_to(ratio(1) / 8, 2).value == 0.13_dec);
    CHECK((ratio(-1) / 8).to_decimal(2).value == -0.13_dec);
}

TEST_CASE("rounding twice is not rounding once") {
    CHECK(round_to(0.4446_dec, 0).value == 0);
    CHECK(round_to(round_to(round_to(round_to(0.4446_dec, 3).value, 2).value, 1).value, 0).value == 1);
    CHECK(round_to(0.446_dec, 1).value == 0.4_dec);
    CHECK(round_to(round_to(0.446_dec, 2).value, 1).value == 0.5_dec);
    CHECK(round_to(99.995_dec, 2).value == 100);
    CHECK(round_to(99.9949_dec, 2).value == 99.99_dec);
}

TEST_CASE("places pad with zeros or cut") {
    CHECK(to_string(round_to(12_dec, 2).value) == "12.00");
    CHECK(to_string(round_to(11.725_dec, 2).value) == "11.73");
    CHECK(round_to(12_dec, 2).exact);
    CHECK(round_to(1.5_dec, 1).exact);
    CHECK_FALSE(round_to(11.725_dec, 2).exact);
    CHECK(round_to(11.720_dec, 2).exact);
    CHECK(to_string(round_to(1449_dec, -2).value) == "1400");
    CHECK(to_string(round_to(1450_dec, -2).value) == "1500");
    CHECK(to_string(round_to(0_dec, 18).value) == "0.000000000000000000");
}

TEST_CASE("places at the ends of their range") {
    CHECK(round_to(decimal(highest), 0).value == decimal(highest));
    CHECK(round_to(decimal(lowest), 0).value == decimal(lowest));
    CHECK(thrown_by([] { return round_to(decimal(highest), 1); }) == error_code::overflow);
    CHECK(thrown_by([] { return round_to(decimal(10), 18); }) == error_code::overflow);
    CHECK(round_to(decimal(9), 18).value == 9);
    CHECK(round_to(decimal(highest), -18).value == 9'000'000'000'000'000'000_dec);
    CHECK(thrown_by([] { return round_to(decimal(highest), -18, rounding_mode::up); }) == error_code::overflow);
    CHECK(thrown_by([] { return round_to(decimal(1), 19); }) == error_code::invalid_scale);
    CHECK(thrown_by([] { return round_to(decimal(1), -19); }) == error_code::invalid_scale);
    // 19 digits dropped: the half of 10^19 can be reached, that of 10^20 cannot.
    CHECK(round_to(parts(highest, 1), -18).value == 1'000'000'000'000'000'000_dec);
    CHECK(round_to(parts(5'000'000'000'000'000'000, 1), -18).value == 1'000'000'000'000'000'000_dec);
    CHECK(round_to(parts(5'000'000'000'000'000'000, 1), -18, rounding_mode::half_down).value == 0);
    CHECK(round_to(parts(4'999'999'999'999'999'999, 1), -18).value == 0);
    CHECK(round_to(parts(highest, 2), -18).value == 0);
    CHECK_FALSE(round_to(parts(highest, 2), -18).exact);
    CHECK(round_to(parts(highest, 18), -18, rounding_mode::up).value == 1'000'000'000'000'000'000_dec);
    CHECK(round_to(parts(lowest, 18), -18, rounding_mode::floor).value == -1'000'000'000'000'000'000_dec);
    CHECK(round_to(parts(0, 18), -18, rounding_mode::up).exact);
}

TEST_CASE("divide: places, signs and edges") {
    CHECK(to_string(divide(62.62_dec, 70, 2).value) == "0.89");
    CHECK(to_string(divide(1, 3, 18).value) == "0.333333333333333333");
    CHECK(to_string(divide(2, 3, 18).value) == "0.666666666666666667");
    CHECK(to_string(divide(-2, 3, 4).value) == "-0.6667");
    CHECK(to_string(divide(2, -3, 4, rounding_mode::floor).value) == "-0.6667");
    CHECK(to_string(divide(2, -3, 4, rounding_mode::ceiling).value) == "-0.6666");
    CHECK(to_string(divide(1, 4, 2).value) == "0.25");
    CHECK(divide(1, 4, 2).exact);
    CHECK_FALSE(divide(1, 4, 1).exact);
    CHECK(divide(0, 4, 2).exact);
    CHECK(divide(0.000_dec, 4, 0).value == 0);
    CHECK(thrown_by([] { return divide(1, 0, 2); }) == error_code::division_by_zero);
    CHECK(thrown_by([] { return divide(0, 0.00_dec, 2); }) == error_code::division_by_zero);
    CHECK(thrown_by([] { return divide(1, 2, -1); }) == error_code::invalid_scale);
    CHECK(thrown_by([] { return divide(1, 2, 19); }) == error_code::invalid_scale);
    CHECK(thrown_by([] { return divide(highest, 1, 1); }) == error_code::overflow);
    CHECK(thrown_by([] { return divide(highest, parts(1, 18), 18); }) == error_code::overflow);
    CHECK(thrown_by([] { return divide(lowest, -1, 0); }) == error_code::overflow);
    CHECK(divide(lowest, 1, 0).value == decimal(lowest));
    CHECK(divide(lowest, lowest, 18).value == 1);
    CHECK(divide(highest, lowest, 18, rounding_mode::down).value == -0.999999999999999999_dec);
    CHECK(divide(highest, lowest, 18).value == -1);
    // 2^63 - 1 and a seventh, rounded up, is one too many; on the negative side it is not.
    CHECK(divide(6'456'360'425'798'343'065, 0.7_dec, 0).value == decimal(highest));
    CHECK(thrown_by([] { return divide(6'456'360'425'798'343'065, 0.7_dec, 0, rounding_mode::up); }) ==
          error_code::overflow);
    CHECK(divide(-6'456'360'425'798'343'065, 0.7_dec, 0, rounding_mode::up).value == decimal(lowest));
    // A divisor so large that nothing is left, and the half of it.
    CHECK(divide(parts(highest, 18), decimal(highest), 0).value == 0);
    CHECK(divide(parts(5, 18), decimal(10), 0, rounding_mode::up).value == 1);
    CHECK(divide(parts(5, 18), decimal(1), 17).value == parts(1, 17));
    CHECK(divide(parts(5, 18), decimal(1), 17, rounding_mode::half_even).value == 0);
    CHECK(divide(parts(15, 18), decimal(1), 17, rounding_mode::half_even).value == parts(2, 17));
    CHECK(divide(parts(highest, 18), decimal(20), 0).value == 0);
    CHECK(divide(parts(highest, 18), decimal(18), 0).value == 1);
}
