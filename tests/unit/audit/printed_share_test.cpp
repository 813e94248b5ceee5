// Published figures by their numbers T1..T17 are those of press and portals named in each test.
#include "parindex/audit/printed_share.hpp"

#include "../findings.hpp"
#include "../numeric/expectations.hpp"

#include <numeric>
#include <string>
#include <vector>

using namespace parindex;
using namespace parindex_test;
using namespace parindex::literals;

namespace {

constexpr std::int64_t huge = std::int64_t{1} << 62;

using numbers = std::vector<std::int64_t>;

/// "32893..32896", or "none".
std::string counts(decimal percent, std::int64_t whole, rounding_mode mode = rounding_mode::half_up) {
    const std::optional<count_range> found = counts_printed_as(percent, whole, mode);
    return found ? std::to_string(found->first) + ".." + std::to_string(found->last) : "none";
}

class_check check(const std::vector<printed_class>& classes, std::optional<std::int64_t> whole) {
    return check_classes(classes, whole);
}

std::string printed(const numbers& of, std::int64_t whole, const share_style& style) {
    std::string out;
    for (const decimal percent : print_shares(of, whole, style).percents) out += to_string(percent) + ' ';
    return out;
}

template <class Action>
bool refused(Action action) {
    return thrown_by(action) == error_code::invalid_printed_share;
}

std::string explaining(const std::vector<printed_share>& shares) {
    std::string out;
    for (const mode_evidence& each : explain_rounding(shares)) out += each.refuted_by ? '-' : '+';
    return out;
}

}  // namespace

TEST_CASE("which counts print as a published percentage") {
    CHECK(counts(99.7_dec, 908) == "905..905");          // T12 Sơn Trà 2022
    CHECK(counts(99.96_dec, 65'627) == "65598..65604");  // T7 Tiền Giang 2024: 65,604 and 23
    CHECK(counts(0.04_dec, 65'627) == "23..29");
    CHECK(counts(99.74_dec, 65'627) == "65454..65459");  // 65,459 and 168
    CHECK(counts(0.26_dec, 65'627) == "168..173");
    CHECK(counts(0.005_dec, 65'627) == "3..3");
    CHECK(counts(99.995_dec, 65'627) == "65624..65624");
    CHECK(counts(90.59_dec, 562) == "none");             // Hải Phòng 2024, of about 562 persons
    CHECK(counts(90.06_dec, 36'525) == "32893..32896");  // T2 national 2024
    CHECK(counts(8.98_dec, 36'525) == "3279..3281");
    CHECK(counts(0.96_dec, 36'525) == "349..352");
    CHECK(counts(88.88_dec, 39'765) == "35342..35345");  // T4 national 2023
    CHECK(counts(98.61_dec, 72) == "71..71");            // T10 Thăng Bình 2017
}

TEST_CASE("zeros that are printed count, and so do the ends") {
    CHECK(counts(99.70_dec, 908) == "none");
    CHECK(counts(100, 200) == "199..200");
    CHECK(counts(100, 199) == "199..199");
    CHECK(counts(0, 200) == "0..0");
    CHECK(counts(0, 200, rounding_mode::half_down) == "0..1");
    CHECK(counts(101, 5) == "none");
    CHECK(counts(-1, 5) == "none");
    CHECK(counts(50, 1) == "none");
    CHECK(counts(50, huge) == std::to_string(huge / 200 * 99 + huge % 200 * 99 / 200 + 1) + ".." +
                                  std::to_string(huge / 200 * 101 + huge % 200 * 101 / 200));
    CHECK(counts(100.0000000000000000_dec, huge) == std::to_string(huge - 2) + ".." + std::to_string(huge));
    CHECK(refused([] { return counts_printed_as(50, 0); }));
    CHECK(refused([] { return counts_printed_as(50, -3); }));
}

TEST_CASE("counts of a printed percentage against every count, in every mode") {
    for (const rounding_mode mode : all_modes) {
        for (std::int64_t whole = 1; whole <= 41; whole += whole < 9 ? 1 : 8) {
            for (const int places : {0, 1}) {
                std::vector<decimal> percents;
                for (std::int64_t count = 0; count <= whole; ++count) {
                    percents.push_back((ratio(count, whole) * 100).to_decimal(places, mode).value);
                }
                for (int units = -1; units <= (places == 0 ? 101 : 1'001); ++units) {
                    const decimal percent = decimal::from_parts(units, places);
                    std::optional<count_range> expected;
                    for (std::int64_t count = 0; count <= whole; ++count) {
                        if (percents[static_cast<std::size_t>(count)] != percent) continue;
                        expected = {expected ? expected->first : count, count};
                    }
                    REQUIRE(counts_printed_as(percent, whole, mode) == expected);
                }
            }
        }
    }
}

TEST_CASE("published shares refute that decimals are cut off") {
    // T9 Thanh Oai 2020: 65.1596; T11 Nông Sơn 2020: 1.17647. In the order half up, half even, half down, down, up,
    // floor, ceiling.
    CHECK(explaining({{39'200, 60'160, 65.16_dec}}) == "+++-+-+");
    CHECK(explaining({{170, 200, 85}, {2, 170, 1.18_dec}}) == "+++-+-+");
    CHECK(explain_rounding(std::vector<printed_share>{{170, 200, 85}, {2, 170, 1.18_dec}})[3].refuted_by == 1U);
    // T8 Mỹ Đức 2024, 75.098, and T10, 98.611: together only rounding to the nearest is left.
    CHECK(explaining({{8'028, 10'690, 75.1_dec}, {71, 72, 98.61_dec}}) == "+++----");
    CHECK(explaining({{1, 8, 12.5_dec}, {1, 8, 13}}) == "+---+-+");  // a tie tells the rest
    CHECK(explaining({{std::nullopt, 72, 98.61_dec}}) == "++++-+-");
    CHECK(explaining({{std::nullopt, 562, 90.59_dec}}) == "-------");
    CHECK(explaining({}) == "+++++++");
    CHECK(refused([] { return explaining({{6, 5, 100}}); }));
    CHECK(refused([] { return explaining({{-1, 5, 100}}); }));
    CHECK(refused([] { return explaining({{std::nullopt, 0, 100}}); }));
}

TEST_CASE("T2: three percentages of 36,525 have a consistent triple") {
    const class_check found = check({{"none", {}, 90.06_dec}, {"some", {}, 8.98_dec}, {"often", {}, 0.96_dec}}, 36'525);
    CHECK(found.counts[1] == count_range{3'279, 3'281});
    CHECK(found.residual == count_range{36'525 - 32'896 - 3'281 - 352, 36'525 - 32'893 - 3'279 - 349});
    CHECK(found.percent_residual == 0_dec);
    CHECK(found.rounding_explains_percents);
    CHECK(found.example == numbers{32'894, 3'280, 351});
    CHECK(found.findings.empty());
}

TEST_CASE("T13: classes of the portal of Huế leave a residual, which is reported and not rescaled") {
    struct level {
        std::int64_t done;
        std::vector<printed_class> classes;
        std::int64_t residual;
        decimal percent_residual;
    };
    const level levels[] = {
        {257'141,
         {{"early", 124'907, 48.6_dec}, {"on time", 102'770, 40.0_dec}, {"late", 19'852, 7.7_dec}},
         9'612,
         3.7_dec},
        {61'827, {{"early", 43'434, 70.3_dec}, {"on time", 11'795, 19.1_dec}, {"late", 4'331, 7_dec}}, 2'267, 3.6_dec},
        {1'611, {{"early", 952, 59.1_dec}, {"on time", 388, 24.1_dec}, {"late", 268, 16.6_dec}}, 3, 0.2_dec},
        {2'643, {{"level 3", 1'856, 70.2_dec}, {"level 4", 736, 27.8_dec}}, 51, 2.0_dec},
    };
    for (const level& each : levels) {
        const class_check found = check(each.classes, each.done);
        CAPTURE(each.done);
        CHECK(found.residual == count_range{each.residual, each.residual});
        CHECK(found.percent_residual == each.percent_residual);
        CHECK_FALSE(found.rounding_explains_percents);
        CHECK(found.example.empty());
        CHECK(codes(found.findings) ==
              std::vector<error_code>{error_code::classes_not_whole, error_code::classes_not_whole});
        CHECK(found.findings[1].message == "the classes of " + std::to_string(each.done) + " leave " +
                                               std::to_string(each.residual) + " unclassified");
    }
    // The totals are done and pending.
    CHECK(check({{"done", 257'141, {}}, {"pending", 11'622, {}}}, 268'763).residual == count_range{0, 0});
    // T14: 53 provinces up and 9 down are not 63.
    CHECK(check({{"up", 53, {}}, {"down", 9, {}}}, 63).residual == count_range{1, 1});
    CHECK(check({{"up", 53, {}}, {"down", 11, {}}}, 63).residual == count_range{-1, -1});
}

TEST_CASE("what no count gives, and a count that is not its percentage") {
    const class_check none = check({{"satisfied", {}, 90.59_dec}, {"others", {}, 9.41_dec}}, 562);
    CHECK_FALSE(none.counts[0].has_value());
    CHECK_FALSE(none.residual.has_value());
    CHECK(none.example.empty());
    REQUIRE(codes(none.findings) ==
            std::vector<error_code>{error_code::impossible_share, error_code::impossible_share});
    CHECK(none.findings[0].message == "class \"satisfied\" is printed as 90.59 % of 562: no count gives that");
    CHECK(none.findings[0].level == severity::warning);

    const class_check wrong = check({{"yes", 39'200, 65.15_dec}, {"no", 20'960, 34.85_dec}}, 60'160);
    CHECK_FALSE(wrong.counts[0].has_value());
    CHECK(wrong.findings[0].message == "class \"yes\" is printed as 65.15 % of 60160: 39200 of 60160 is 65.159574 %");
}

TEST_CASE("counts that fit are moved until they add up") {
    // 1/3 each of 100: 33 is the only count, and three of them are not 100.
    const class_check thirds = check({{"a", {}, 33}, {"b", {}, 33}, {"c", {}, 33}}, 100);
    CHECK(thirds.residual == count_range{1, 1});
    CHECK(thirds.rounding_explains_percents);
    CHECK(codes(thirds.findings) == std::vector<error_code>{error_code::classes_not_whole});
    const class_check more = check({{"a", {}, 33}, {"b", {}, 33}, {"c", {}, 33}}, 1'000);
    CHECK(more.example == numbers{334, 334, 332});
    CHECK(check({{"a", 330, {}}, {"b", {}, 33}, {"c", {}, 34}}, 1'000).example == numbers{330, 330, 340});
    CHECK(check({{"all", huge, 100}, {"nobody", 0, 0}}, huge).example == numbers{huge, 0});
    CHECK(check({}, 5).residual == count_range{5, 5});
}

TEST_CASE("percentages alone") {
    CHECK(check({{"a", {}, 71}, {"b", {}, 24}, {"c", {}, 6}}, {}).rounding_explains_percents);  // 12, 4 and 1 of 17
    CHECK(check({{"a", {}, 71}, {"b", {}, 24}, {"c", {}, 6}}, {}).percent_residual == -1_dec);
    CHECK(check({{"a", {}, 71}, {"b", {}, 24}, {"c", {}, 6}}, 17).example == numbers{12, 4, 1});
    CHECK_FALSE(check({{"a", {}, 50}, {"b", {}, 49}}, {}).rounding_explains_percents);  // 49.5 would print as 50
    CHECK(check_classes(std::vector<printed_class>{{"a", {}, 50_dec}, {"b", {}, 49_dec}}, {}, rounding_mode::down)
              .rounding_explains_percents);
    CHECK_FALSE(check({{"a", {}, 120}, {"b", {}, -20}}, {}).rounding_explains_percents);
    const class_check one = check({{"a", {}, 50}, {"b", 3, {}}}, {});
    CHECK_FALSE(one.percent_residual.has_value());
    CHECK_FALSE(one.residual.has_value());
    CHECK_FALSE(one.counts[0].has_value());
    CHECK(one.counts[1] == count_range{3, 3});
    CHECK(one.findings.empty());
}

TEST_CASE("classes that cannot be checked are refused") {
    CHECK(refused([] { return check({{"a", {}, {}}}, 5); }));
    CHECK(refused([] { return check({{"a", -1, {}}}, 5); }));
    CHECK(refused([] { return check({{"a", 1, {}}}, 0); }));
    CHECK(refused([] { return check({{"a", huge, {}}, {"b", huge, {}}, {"c", huge, {}}, {"d", huge, {}}}, 1); }));
}

TEST_CASE("an example exists exactly where some counts print so and add up") {
    for (const rounding_mode mode : all_modes) {
        for (const std::int64_t whole : {7, 12, 30}) {
            for (int a = 0; a <= 100; a += 4) {
                for (int b = 0; a + b <= 102; b += 5) {
                    for (int c = 97 - a - b; c <= 103 - a - b; ++c) {
                        const std::vector<printed_class> classes{{"a", {}, a}, {"b", {}, b}, {"c", {}, c}};
                        bool exists = false;
                        const auto is = [&](std::int64_t count, int percent) {
                            return (ratio(count, whole) * 100).to_decimal(0, mode).value == percent;
                        };
                        for (std::int64_t x = 0; x <= whole; ++x) {
                            if (!is(x, a)) continue;
                            for (std::int64_t y = 0; x + y <= whole; ++y) {
                                exists = exists || (is(y, b) && is(whole - x - y, c));
                            }
                        }
                        const class_check found = check_classes(classes, whole, mode);
                        REQUIRE(found.example.empty() != exists);
                        if (!exists) continue;
                        REQUIRE(found.rounding_explains_percents);
                        REQUIRE(std::accumulate(found.example.begin(), found.example.end(), std::int64_t{0}) == whole);
                        REQUIRE((is(found.example[0], a) && is(found.example[1], b) && is(found.example[2], c)));
                    }
                }
            }
        }
    }
}

TEST_CASE("T17: shares of 136 print independently or add up to 100") {
    const numbers of{9, 62, 41, 24};
    CHECK(printed(of, 136, {}) == "6.62 45.59 30.15 17.65 ");
    CHECK(printed(of, 136, {{2}, share_sum::largest_remainder}) == "6.62 45.59 30.15 17.64 ");
    CHECK(printed(of, 136, {{1, rounding_mode::down}}) == "6.6 45.5 30.1 17.6 ");
    CHECK(printed({12, 4, 1}, 17, {{0}}) == "71 24 6 ");
    CHECK(printed({12, 4, 1}, 17, {{0}, share_sum::largest_remainder}) == "71 23 6 ");
    CHECK(printed({1, 1, 1}, 3, {{0}, share_sum::largest_remainder}) == "34 33 33 ");
    CHECK(printed({124'907, 102'770, 19'852}, 257'141, {{1}}) == "48.6 40.0 7.7 ");  // T13, with a residual
    CHECK(printed({}, 1, {}).empty());
    CHECK(printed({huge, 0}, huge, {{16}}) == "100.0000000000000000 0.0000000000000000 ");
    CHECK(printed({huge / 2, huge / 2}, huge, {{2}, share_sum::largest_remainder}) == "50.00 50.00 ");
}

TEST_CASE("T7: a minority above 0 never prints 0 where more decimals are allowed") {
    const numbers of{65'624, 3};
    CHECK(printed(of, 65'627, {}) == "100.00 0.00 ");
    CHECK_FALSE(print_shares(of, 65'627, {}).faithful);
    const share_style adaptive{{2}, share_sum::independent, 4};
    CHECK(printed(of, 65'627, adaptive) == "99.995 0.005 ");
    CHECK(print_shares(of, 65'627, adaptive).faithful);
    CHECK(printed({65'604, 23}, 65'627, adaptive) == "99.96 0.04 ");
    CHECK(printed({65'627, 0}, 65'627, adaptive) == "100.00 0.00 ");
    CHECK(print_shares(numbers{65'627, 0}, 65'627, adaptive).faithful);
    CHECK(printed(of, 65'627, {{2}, share_sum::largest_remainder, 4}) == "99.995 0.005 ");
    CHECK(printed({huge - 1, 1}, huge, {{0}, share_sum::independent, 4}) == "100.0000 0.0000 ");
    CHECK_FALSE(print_shares(numbers{huge - 1, 1}, huge, {{0}, share_sum::independent, 4}).faithful);
    // Cut off, the majority is never 100; the minority is what needs the decimals.
    CHECK(printed(of, 65'627, {{2, rounding_mode::down}, share_sum::independent, 4}) == "99.995 0.004 ");
    CHECK(printed(of, 65'627, {{2, rounding_mode::up}, share_sum::independent, 4}) == "99.996 0.005 ");
}

TEST_CASE("shares that cannot be are refused, and no residual is hidden") {
    CHECK(refused([] { return printed({3}, 2, {}); }));
    CHECK(refused([] { return printed({-1}, 2, {}); }));
    CHECK(refused([] { return printed({0}, 0, {}); }));
    CHECK(refused([] { return printed({1}, 2, {{-1}}); }));
    CHECK(refused([] { return printed({1}, 2, {{17}}); }));
    CHECK(refused([] { return printed({1}, 2, {{2}, share_sum::independent, 17}); }));
    CHECK(refused([] { return printed({124'907, 102'770, 19'852}, 257'141, {{1}, share_sum::largest_remainder}); }));
}

TEST_CASE("published changes are differences of printed values") {
    const rounding how{2, rounding_mode::half_up};
    // T5 and T14.
    CHECK(printed_difference(86.50_dec, 83.57_dec, how, difference_of::printed_values) == 2.93_dec);
    CHECK(printed_difference(88.37_dec, 86.98_dec, how, difference_of::printed_values) == 1.39_dec);
    CHECK(printed_difference(78.03_dec, 89.95_dec, how, difference_of::printed_values) == -11.92_dec);
    // Both print as 90.00 although they are 0.009 apart.
    const ratio later(90.004_dec);
    const ratio earlier(89.995_dec);
    CHECK(printed_difference(later, earlier, how, difference_of::printed_values) == 0);
    CHECK(printed_difference(later, earlier, how, difference_of::exact_values) == 0.01_dec);
    CHECK(to_string(printed_difference(later, later, how, difference_of::printed_values)) == "0.00");
}
