#include "parindex/survey/survey_points.hpp"

#include "../numeric/expectations.hpp"

#include <string>
#include <vector>

using namespace parindex;
using namespace parindex::literals;

namespace {

constexpr std::int64_t huge = std::int64_t{1} << 62;

points_method of_ten(rounding_mode mode = rounding_mode::half_up) {
    return {10, std::nullopt, {2, mode}};
}

std::string indices(decimal points, const points_method& method) {
    const std::optional<value_interval> found = indices_earning(points, method);
    return found ? to_string(*found) : "none";
}

ratio levels(std::vector<std::int64_t> counts, level_origin from) {
    return index_of_levels(counts, from);
}

ratio weighted(std::vector<weighted_answers> options) {
    return index_of_weighted_answers(options);
}

template <class Action>
bool refused(Action action) {
    return thrown_by(action) == error_code::invalid_survey_points;
}

}  // namespace

TEST_CASE("an index of 91.17 percent gives 9.117 of 10, printed 9.12") {
    // Hà Tĩnh 2021 (sipas.md, section 2, rule 9).
    const survey_points exact = points_of_index(ratio(0.9117_dec), of_ten());
    CHECK(exact.index == ratio(0.9117_dec));
    CHECK_FALSE(exact.percent.has_value());
    CHECK(exact.exact == ratio(9.117_dec));
    CHECK(exact.points.value == 9.12_dec);
    CHECK(exact.points.value.scale() == 2);
    CHECK_FALSE(exact.points.exact);
    CHECK(points_of_index(ratio(0.9117_dec), of_ten(rounding_mode::down)).points.value == 9.11_dec);
}

TEST_CASE("a percentage rounded first can change the points") {
    const ratio index(0.89846_dec);
    CHECK(points_of_index(index, of_ten()).points.value == 8.98_dec);
    const survey_points twice = points_of_index(index, {10, rounding{1, rounding_mode::half_up}, {1}});
    CHECK(twice.percent->value == 89.8_dec);
    CHECK_FALSE(twice.percent->exact);
    CHECK(twice.exact == ratio(8.98_dec));
    CHECK(twice.points.value == 9.0_dec);
    const survey_points coarse = points_of_index(index, {10, rounding{0, rounding_mode::half_up}, {2}});
    CHECK(coarse.exact == 9);
    const points_method up_first{10, rounding{2, rounding_mode::half_up}, {2}};
    CHECK(points_of_index(ratio(0.898496_dec), up_first).points.value == 8.99_dec);  // 89.85 first
    CHECK(points_of_index(ratio(0.898496_dec), of_ten()).points.value == 8.98_dec);
}

TEST_CASE("weights of options and mean levels are indices too") {
    // Yên Bái: A to D are worth 100, 60, 20 and 0 % (sipas.md, section 2, rule 13).
    CHECK(weighted({{5, 100}, {3, 60}, {1, 20}, {1, 0}}) == ratio(7, 10));
    CHECK(weighted({{huge, 100}, {huge, 0}}) == ratio(1, 2));
    CHECK(weighted({{1, 33.5_dec}}) == ratio(67, 200));
    // Unit A of FX1 (sipas.md 1.5): mean 53/13, of 5 81.54 %, from the lowest 76.92 %.
    const std::vector<std::int64_t> a{1, 1, 3, 11, 10};
    CHECK(levels(a, level_origin::zero) == ratio(53, 65));
    CHECK(levels(a, level_origin::lowest_level) == ratio(10, 13));
    CHECK(points_of_index(levels(a, level_origin::zero), of_ten()).points.value == 8.15_dec);
    CHECK(levels({0, 0, 0, 96, 4}, level_origin::zero) == ratio(0.808_dec));  // 4.04 of 5 is 80.8 % (2018)
    CHECK(levels({7, 0, 0, 0, 0}, level_origin::lowest_level) == 0);
    CHECK(levels({7, 0, 0, 0, 0}, level_origin::zero) == ratio(1, 5));
    CHECK(levels({huge, huge, huge}, level_origin::lowest_level) == ratio(1, 2));
    CHECK(levels({3}, level_origin::zero) == 1);
}

TEST_CASE("what has no index or no points is refused") {
    CHECK(refused([] { return points_of_index(ratio(89.9_dec), of_ten()); }));
    CHECK(refused([] { return points_of_index(ratio(-1, 10), of_ten()); }));
    CHECK(refused([] { return points_of_index(1, {0, std::nullopt, {}}); }));
    CHECK(refused([] { return indices_earning(1, {-1, std::nullopt, {}}); }));
    CHECK(refused([] { return answers_earning_points(1, 0, of_ten()); }));
    CHECK(refused([] { return answers_earning_points(1, 5, {0, std::nullopt, {}}); }));
    CHECK(refused([] { return needed_for(1, 6, 5, of_ten()); }));
    CHECK(refused([] { return needed_for(1, -1, 5, of_ten()); }));
    CHECK(refused([] { return needed_for(1, 0, 0, of_ten()); }));
    CHECK(refused([] { return weighted({}); }));
    CHECK(refused([] { return weighted({{0, 100}}); }));
    CHECK(refused([] { return weighted({{-1, 100}, {5, 0}}); }));
    CHECK(refused([] { return weighted({{1, 101}}); }));
    CHECK(refused([] { return weighted({{1, -1}}); }));
    CHECK(refused([] { return levels({}, level_origin::zero); }));
    CHECK(refused([] { return levels({0, 0}, level_origin::zero); }));
    CHECK(refused([] { return levels({-1, 5}, level_origin::zero); }));
    CHECK(refused([] { return levels({5}, level_origin::lowest_level); }));
    CHECK(thrown_by([] { return points_of_index(1, {10, std::nullopt, {19}}); }) == error_code::invalid_scale);
    CHECK(thrown_by([] { return indices_earning(1, {10, std::nullopt, {-1}}); }) == error_code::invalid_scale);
}

TEST_CASE("8.99 of 10 comes from an index in 89.85 to 89.95 percent, its ends by the mode") {
    // Sơn La 2021 (sipas.md, section 2, rule 1).
    CHECK(indices(8.99_dec, of_ten()) == "[0.8985, 0.8995)");
    CHECK(indices(8.99_dec, of_ten(rounding_mode::half_even)) == "(0.8985, 0.8995)");
    CHECK(indices(8.98_dec, of_ten(rounding_mode::half_even)) == "[0.8975, 0.8985]");
    CHECK(indices(8.99_dec, of_ten(rounding_mode::half_down)) == "(0.8985, 0.8995]");
    CHECK(indices(8.99_dec, of_ten(rounding_mode::down)) == "[0.899, 0.9)");
    CHECK(indices(8.99_dec, of_ten(rounding_mode::ceiling)) == "(0.898, 0.899]");
    CHECK(indices(8.990_dec, of_ten()) == "[0.8985, 0.8995)");  // a zero more is the same figure of 2 decimals
    CHECK(indices(10, of_ten()) == "[0.9995, 1]");
    CHECK(indices(0, of_ten()) == "[0, 0.0005)");
    CHECK(indices(8.995_dec, of_ten()) == "none");
    CHECK(indices(10.01_dec, of_ten()) == "none");
    CHECK(indices(-0.01_dec, of_ten()) == "none");
    CHECK(indices(10.01_dec, {10.005_dec, std::nullopt, {2}}) == "[1, 1]");
    // 91.165 % and more print as 91.17 %, and 9.115 points as 9.12.
    CHECK(indices(9.12_dec, {10, rounding{2}, {2}}) == "[0.91145, 0.91245)");
    CHECK(indices(9.12_dec, {10, rounding{1}, {2}}) == "[0.9115, 0.9125)");
    CHECK(indices(9.12_dec, {10, rounding{0}, {2}}) == "none");
    CHECK(indices(9.10_dec, {10, rounding{0}, {2}}) == "[0.905, 0.915)");
}

TEST_CASE("1,000 answers at 8.99 of 10 are exactly 899, and 9.10 needs 11 more") {
    const answers_earning found = answers_earning_points(8.99_dec, 1'000, of_ten());
    CHECK(found.counts == count_range{899, 899});
    CHECK(found.below->count == 898);
    CHECK(found.below->points == 8.98_dec);
    CHECK(found.above->count == 900);
    CHECK(found.above->points == 9);
    const std::optional<target_need> need = needed_for(9.10_dec, 899, 1'000, of_ten());
    CHECK(need->least == 910);
    CHECK(need->more == 11);
    CHECK(need->points == 9.10_dec);
}

TEST_CASE("580 answers cannot give 8.99 of 10") {
    const answers_earning found = answers_earning_points(8.99_dec, 580, of_ten());
    CHECK_FALSE(found.counts.has_value());
    CHECK(found.below->count == 521);
    CHECK(found.below->points == 8.98_dec);
    CHECK(found.above->count == 522);
    CHECK(found.above->points == 9.00_dec);
    CHECK(needed_for(8.99_dec, 521, 580, of_ten())->least == 522);
    CHECK(needed_for(8.99_dec, 521, 580, of_ten())->points == 9.00_dec);
}

TEST_CASE("targets at the ends, and whole populations of answers") {
    CHECK(needed_for(10, 0, 7, of_ten())->least == 7);
    CHECK_FALSE(needed_for(10.01_dec, 0, 7, of_ten()).has_value());
    CHECK(needed_for(10.01_dec, 7, 7, {10, std::nullopt, {1, rounding_mode::half_up}}) == std::nullopt);
    CHECK(needed_for(0, 5, 7, of_ten())->least == 0);
    CHECK(needed_for(0, 5, 7, of_ten())->more == -5);
    CHECK(needed_for(-3, 5, 7, of_ten())->least == 0);
    CHECK(needed_for(9.001_dec, 0, 1'000, of_ten())->points == 9.01_dec);
    CHECK_FALSE(answers_earning_points(0, 7, of_ten()).below.has_value());
    CHECK_FALSE(answers_earning_points(10, 7, of_ten()).above.has_value());
    CHECK_FALSE(answers_earning_points(500, 7, of_ten()).above.has_value());
    CHECK(answers_earning_points(500, 7, of_ten()).below->count == 7);
    const answers_earning all = answers_earning_points(5, huge, {10, std::nullopt, {18, rounding_mode::half_up}});
    CHECK(all.counts->first <= huge / 2);
    CHECK(all.counts->last >= huge / 2);
    CHECK(all.counts->last - all.counts->first < 10);
}

TEST_CASE("counts and targets against every count, in every mode, with and without a percentage rounded first") {
    const decimal maxima[] = {10, 3, 0.7_dec, 9.995_dec};
    std::optional<rounding> first[] = {std::nullopt, rounding{0}, rounding{1}, rounding{2}};
    for (const rounding_mode mode : all_modes) {
        for (const decimal maximum : maxima) {
            for (std::optional<rounding> before : first) {
                if (before) before->mode = mode;
                const points_method method{maximum, before, {1, mode}};
                for (const std::int64_t answers : {1, 7, 40}) {
                    std::vector<decimal> points;
                    for (std::int64_t count = 0; count <= answers; ++count) {
                        points.push_back(points_of_index(ratio(count, answers), method).points.value);
                    }
                    for (int tenths = -1; tenths <= 102; tenths += maximum < 5 ? 1 : 3) {
                        const decimal target = decimal::from_parts(tenths, 1);
                        std::optional<count_range> same;
                        std::optional<std::int64_t> least, lower, higher;
                        for (std::int64_t count = 0; count <= answers; ++count) {
                            const decimal own = points[static_cast<std::size_t>(count)];
                            if (own == target) same = {same ? same->first : count, count};
                            if (own >= target && !least) least = count;
                            if (own < target) lower = count;
                            if (own > target && !higher) higher = count;
                        }
                        const answers_earning found = answers_earning_points(target, answers, method);
                        const auto need = needed_for(target, 0, answers, method);
                        REQUIRE(found.counts == same);
                        REQUIRE(found.below.has_value() == lower.has_value());
                        REQUIRE(found.above.has_value() == higher.has_value());
                        REQUIRE(need.has_value() == least.has_value());
                        if (lower) REQUIRE(found.below->count == *lower);
                        if (higher) REQUIRE(found.above->count == *higher);
                        if (least) REQUIRE(need->least == *least);
                    }
                }
            }
        }
    }
}
