#include "parindex/numeric/rounding_interval.hpp"

#include "expectations.hpp"

#include <limits>
#include <string>

using namespace parindex;
using namespace parindex::literals;

namespace {

/// The intervals of one printed value in the order of all_modes.
std::string intervals(decimal printed) {
    std::string out;
    for (const rounding_mode mode : all_modes) out += to_string(values_printed_as(printed, mode)) + ' ';
    return out;
}

}  // namespace

TEST_CASE("the values that print as 8.99, 9.00, 0.0 and below zero, in every mode") {
    CHECK(intervals(8.99_dec) ==
          "[8.985, 8.995) (8.985, 8.995) (8.985, 8.995] [8.99, 9) (8.98, 8.99] [8.99, 9) (8.98, 8.99] ");
    CHECK(intervals(9.00_dec) ==
          "[8.995, 9.005) [8.995, 9.005] (8.995, 9.005] [9, 9.01) (8.99, 9] [9, 9.01) (8.99, 9] ");
    CHECK(intervals(0.0_dec) == "(-0.05, 0.05) [-0.05, 0.05] [-0.05, 0.05] (-0.1, 0.1) [0, 0] [0, 0.1) (-0.1, 0] ");
    CHECK(intervals(-1_dec) == "(-1.5, -0.5] (-1.5, -0.5) [-1.5, -0.5) (-2, -1] [-1, 0) [-1, 0) (-2, -1] ");
}

TEST_CASE("a value lies in the interval of what it rounds to and in no neighbour's, in every mode") {
    for (const rounding_mode mode : all_modes) {
        for (int eighths = -24; eighths <= 24; ++eighths) {
            const ratio value(eighths, 80);
            const decimal printed = value.to_decimal(1, mode).value;
            CAPTURE(value);
            CAPTURE(static_cast<int>(mode));
            for (int step = -2; step <= 2; ++step) {
                const decimal other = printed + decimal::from_parts(step, 1);
                CHECK(values_printed_as(other, mode).contains(value) == (step == 0));
            }
        }
    }
}

TEST_CASE("intervals at the ends of what a decimal holds") {
    const std::int64_t highest = std::numeric_limits<std::int64_t>::max();
    CHECK(values_printed_as(decimal(highest), rounding_mode::half_up).high == ratio(highest) + ratio(1, 2));
    CHECK(to_string(values_printed_as(decimal::from_parts(1, 18), rounding_mode::up)) == "(0, 0.000000000000000001]");
    CHECK(thrown_by([] { return values_printed_as(8.995_dec, rounding{}); }) == error_code::invalid_scale);
    CHECK(thrown_by([] { return values_printed_as(9, rounding{19, rounding_mode::up}); }) == error_code::invalid_scale);
    CHECK(thrown_by([] { return multiples_within({0, 1}, -1); }) == error_code::invalid_scale);
}

TEST_CASE("an end that does not belong to an interval belongs to nothing made from it") {
    const value_interval open{1, 2, false, false};
    CHECK_FALSE(open.contains(1));
    CHECK(open.contains(ratio(3, 2)));
    CHECK_FALSE(open.contains(2));
    CHECK_FALSE(open.empty());
    CHECK(value_interval{1, 1, true, false}.empty());
    CHECK_FALSE(value_interval{1, 1}.empty());
    CHECK(value_interval{2, 1}.empty());
    CHECK(to_string(open * ratio(1, 3)) == "(1/3, 2/3)");
    CHECK(to_string(open + value_interval{5, 6}) == "(6, 8)");
    CHECK(to_string(value_interval{0, 2} + value_interval{5, 6, true, false}) == "[5, 8)");
    CHECK(to_string(intersection(open, {1, 2})) == "(1, 2)");
    CHECK(to_string(intersection({1, 2}, open)) == "(1, 2)");
    CHECK(to_string(intersection({0, 3}, {1, 5, false, true})) == "(1, 3]");
    CHECK(intersection({0, 1}, {2, 3}).empty());
}

TEST_CASE("multiples and counts within an interval") {
    const auto within = [](const value_interval& values, int places) {
        const std::optional<multiple_range> found = multiples_within(values, places);
        return found ? found->first.to_string() + ".." + found->last.to_string() : "none";
    };
    CHECK(within({1, 2}, 0) == "1..2");
    CHECK(within({1, 2, false, true}, 0) == "2..2");
    CHECK(within({1, 2, false, false}, 0) == "none");
    CHECK(within({1, 2, false, false}, 1) == "11/10..19/10");
    CHECK(within({ratio(-3, 2), ratio(3, 2)}, 0) == "-1..1");

    CHECK(counts_within({0, 1}, 7) == count_range{0, 7});
    CHECK(counts_within({-1, 2}, 7) == count_range{0, 7});
    CHECK(counts_within({0, 1, false, false}, 7) == count_range{1, 6});
    CHECK(counts_within({ratio(1, 7), ratio(1, 7)}, 7) == count_range{1, 1});
    CHECK_FALSE(counts_within({ratio(1, 7), ratio(2, 7), false, false}, 7).has_value());
    CHECK_FALSE(counts_within({2, 3}, 7).has_value());
    CHECK_FALSE(counts_within({0, 1}, 0).has_value());
    const std::int64_t most = std::int64_t{1} << 62;
    CHECK(counts_within({ratio(1, 2), 1, false, false}, most) == count_range{most / 2 + 1, most - 1});
}
