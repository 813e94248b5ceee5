#include "parindex/survey/sample_plan.hpp"

#include "../numeric/expectations.hpp"

#include <numeric>

using namespace parindex;
using namespace parindex::literals;

namespace {

constexpr std::int64_t huge = std::int64_t{1} << 62;

std::vector<std::int64_t> quotas(std::int64_t total, std::vector<std::int64_t> weights, std::int64_t least = 0) {
    return split_quotas(total, weights, least);
}

using numbers = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("n = N/(1 + N e^2) of the pilot of 2013-2015 at 5 percent") {
    const auto size = [](std::int64_t population) { return slovin_sample_size(population, 0.05_dec); };
    CHECK(size(200).size == 134);
    CHECK(size(500).size == 223);
    CHECK(size(1'000).size == 286);
    CHECK(size(10'000).size == 385);
    CHECK(size(10'000).exact == ratio(10'000, 26));
    CHECK(size(10'000).formula == "n = N/(1 + N e^2)");
    CHECK(size(400).exact == 200);  // a whole number is not raised
    CHECK(size(400).size == 200);
    CHECK(size(1).size == 1);
    CHECK(slovin_sample_size(huge, 0.05_dec).size == 400);
}

TEST_CASE("the sample for a share, of a population without bound and of a finite one") {
    const sample_size unbounded = proportion_sample_size(1.96_dec, 0.5_dec, 0.05_dec);
    CHECK(unbounded.exact == ratio(384.16_dec));
    CHECK(unbounded.size == 385);
    CHECK(unbounded.formula == "n0 = z^2 p (1 - p)/e^2");
    CHECK(proportion_sample_size(2, 0.5_dec, 0.05_dec).size == 400);
    CHECK(proportion_sample_size(1.96_dec, 0.83_dec, 0.0311_dec).size == 561);  // sipas.md 5.3: about 562 a province

    // 384.16/(1 + 383.16/N), the figures of every textbook.
    const auto finite = [](std::int64_t population) {
        return finite_sample_size(population, 1.96_dec, 0.5_dec, 0.05_dec);
    };
    CHECK(finite(200).size == 132);
    CHECK(finite(1'000).size == 278);
    CHECK(finite(10'000).size == 370);
    CHECK(finite(10'000).exact == ratio(38'416'000_dec, 103'831.6_dec));
    CHECK(finite(1).size == 1);
    CHECK(finite(huge).size == 385);
    CHECK(finite_sample_size(huge, 1.96_dec, 0.5_dec, 0.000000001_dec).size < huge);
}

TEST_CASE("a sample that cannot be planned is refused") {
    const auto refused = [](auto action) { return thrown_by(action) == error_code::invalid_sample_plan; };
    CHECK(refused([] { return slovin_sample_size(0, 0.05_dec); }));
    CHECK(refused([] { return slovin_sample_size(200, 0); }));
    CHECK(refused([] { return slovin_sample_size(200, -0.05_dec); }));
    CHECK(refused([] { return slovin_sample_size(200, 5); }));
    CHECK(refused([] { return slovin_sample_size(200, 1); }));
    CHECK(refused([] { return proportion_sample_size(0, 0.5_dec, 0.05_dec); }));
    CHECK(refused([] { return proportion_sample_size(1.96_dec, 0, 0.05_dec); }));
    CHECK(refused([] { return proportion_sample_size(1.96_dec, 1, 0.05_dec); }));
    CHECK(refused([] { return proportion_sample_size(1.96_dec, 0.5_dec, 0); }));
    CHECK(refused([] { return proportion_sample_size(1.96_dec, 0.5_dec, decimal::from_parts(1, 18)); }));
    CHECK(refused([] { return finite_sample_size(0, 1.96_dec, 0.5_dec, 0.05_dec); }));
}

TEST_CASE("quotas by largest remainder add up to the sample") {
    CHECK(quotas(385, {9'000, 800, 200}) == numbers{346, 31, 8});
    CHECK(quotas(1, {1, 1, 1}) == numbers{1, 0, 0});
    CHECK(quotas(5, {1, 2, 2, 1}) == numbers{1, 2, 1, 1});
    CHECK(quotas(0, {3, 4}) == numbers{0, 0});
    CHECK(quotas(0, {0, 0}) == numbers{0, 0});
    CHECK(quotas(0, {}) == numbers{});
    CHECK(quotas(7, {0, 5, 0}) == numbers{0, 7, 0});
    CHECK(quotas(huge, {huge, huge, huge}) == numbers{huge / 3 + 1, huge / 3, huge / 3});
    CHECK(quotas(huge, {huge, 1}) == numbers{huge - 1, 1});
}

TEST_CASE("a least quota takes from the others in proportion") {
    CHECK(quotas(385, {9'000, 800, 200}, 8) == numbers{346, 31, 8});
    CHECK(quotas(385, {9'000, 800, 200}, 10) == numbers{344, 31, 10});
    // 355 over 9,000 and 800 leaves 28.98 for the second: it falls below 30 only once the third has its 30.
    CHECK(quotas(385, {9'000, 800, 200}, 30) == numbers{325, 30, 30});
    CHECK(quotas(6, {5, 0}, 3) == numbers{3, 3});
    CHECK(quotas(10, {5, 0}, 3) == numbers{7, 3});
    CHECK(quotas(6, {0, 0}, 3) == numbers{3, 3});
    CHECK(quotas(huge, {1, 1}, huge / 2) == numbers{huge / 2, huge / 2});
}

TEST_CASE("quotas that cannot be are refused") {
    const auto refused = [](auto action) { return thrown_by(action) == error_code::invalid_sample_plan; };
    CHECK(refused([] { return quotas(5, {1, 1}, 3); }));
    CHECK(refused([] { return quotas(0, {1, 1}, 1); }));
    CHECK(refused([] { return quotas(7, {0, 0}, 3); }));
    CHECK(refused([] { return quotas(1, {0, 0}); }));
    CHECK(refused([] { return quotas(1, {}); }));
    CHECK(refused([] { return quotas(1, {}, 1); }));
    CHECK(refused([] { return quotas(-1, {1}); }));
    CHECK(refused([] { return quotas(1, {1}, -1); }));
    CHECK(refused([] { return quotas(1, {2, -1}); }));
}

TEST_CASE("quotas of random groups: the sum, the least, and never a whole person from the exact share") {
    std::uint64_t state = 11;
    const auto next = [&state](std::uint64_t bound) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::int64_t>((state >> 33) % bound);
    };
    for (int round = 0; round < 300; ++round) {
        numbers weights;
        for (std::int64_t group = next(9); group >= 0; --group) weights.push_back(next(1'000));
        weights.push_back(1 + next(1'000));
        const std::int64_t least = next(6);
        const std::int64_t total = least * static_cast<std::int64_t>(weights.size()) + next(200);
        const numbers out = quotas(total, weights, least);
        REQUIRE(std::accumulate(out.begin(), out.end(), std::int64_t{0}) == total);
        // Groups above the least stand to each other as their weights do.
        for (std::size_t a = 0; a < out.size(); ++a) {
            REQUIRE(out[a] >= least);
            for (std::size_t b = 0; b < out.size(); ++b) {
                if (weights[a] > weights[b]) REQUIRE(out[a] >= out[b]);
                if (out[a] > least + 1 && out[b] > least + 1) {
                    REQUIRE(ratio(out[a] - 1) * weights[b] < ratio(out[b] + 1) * weights[a]);
                }
            }
        }
    }
}

TEST_CASE("published yields: 98.84 percent in 2023, 96.28 in 2019, 94.74 returned at Thăng Bình") {
    const auto percent = [](const std::optional<ratio>& share) { return (*share * 100).to_decimal(2).value; };
    // sipas.md T3 and 3.1: forms issued and valid. T10: 72 of 76 returned, 71 of 72 satisfied.
    const std::vector<response_counts> units{
        {"2023", 40'230, 39'765, 39'765}, {"2019", 36'630, 36'000, 35'268}, {"Thăng Bình", 76, 72, 72}};
    const response_table table = track_responses(units);
    CHECK(table.units[0].yield == ratio(39'765, 40'230));
    CHECK(percent(table.units[0].yield) == 98.84_dec);
    CHECK(percent(table.units[1].yield) == 96.28_dec);
    CHECK(percent(table.units[1].validity) == 97.97_dec);
    CHECK(percent(table.units[2].return_rate) == 94.74_dec);
    CHECK(table.total.counts.unit.empty());
    CHECK(table.total.counts.issued == 76'936);
    CHECK(table.total.counts.returned == 75'837);
    CHECK(table.total.counts.valid == 75'105);
    CHECK(table.total.yield == ratio(75'105, 76'936));
    CHECK(table.total.return_rate == ratio(75'837, 76'936));
    CHECK_FALSE(table.total.quota.has_value());
    CHECK(table.total.missing == 0);
}

TEST_CASE("what is missing from quotas is not made up for by the surplus of another unit") {
    const std::vector<response_counts> units{{"a", 350, 340, 330}, {"b", 40, 36, 35}, {"c", 0, 0, 0}};
    const std::vector<std::int64_t> wanted{346, 31, 8};
    const response_table table = track_responses(units, wanted);
    CHECK(table.units[0].missing == 16);
    CHECK(table.units[1].missing == 0);
    CHECK(table.units[2].missing == 8);
    CHECK(table.units[2].quota == 8);
    CHECK_FALSE(table.units[2].return_rate.has_value());
    CHECK_FALSE(table.units[2].yield.has_value());
    CHECK_FALSE(table.units[2].validity.has_value());
    CHECK(table.total.quota == 385);
    CHECK(table.total.missing == 24);
    CHECK(track_responses({}).units.empty());
}

TEST_CASE("forms that contradict each other are refused") {
    const auto refused = [](std::vector<response_counts> units, std::vector<std::int64_t> wanted = {}) {
        return thrown_by([&] { return track_responses(units, wanted); }) == error_code::invalid_sample_plan;
    };
    CHECK(refused({{"a", 10, 9, 10}}));
    CHECK(refused({{"a", 10, 11, 9}}));
    CHECK(refused({{"a", 10, 9, -1}}));
    CHECK(refused({{"a", 10, 9, 8}}, {1, 2}));
    CHECK(refused({{"a", 10, 9, 8}}, {-1}));
    CHECK(refused({{"a", huge, 0, 0}, {"b", huge, 0, 0}}));
    CHECK_FALSE(refused({{"a", huge, huge, huge}, {"b", huge - 1, huge - 1, huge - 1}}));
    CHECK_FALSE(refused({{"a", 10, 10, 10}}, {20}));
}
