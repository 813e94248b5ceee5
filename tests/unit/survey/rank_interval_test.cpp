#include "parindex/survey/rank_interval.hpp"

#include "../numeric/expectations.hpp"

#include "parindex/support/limits.hpp"

#include <string>

using namespace parindex;
using namespace parindex::literals;

namespace {

std::string ranks(const std::vector<ranked_estimate>& units, rank_confidence kind, decimal level = 0.95_dec) {
    std::string out;
    for (const rank_interval& each : rank_intervals(units, kind, level)) {
        out += std::to_string(each.best) + "-" + std::to_string(each.worst) + " ";
    }
    return out;
}

std::vector<ranked_estimate> provinces(std::size_t count, double error) {
    std::vector<ranked_estimate> out;
    for (std::size_t at = 0; at < count; ++at) {
        const double place = static_cast<double>(at) / static_cast<double>(count - 1);
        out.push_back({approximate(90.6 - 12.4 * place), approximate(error)});
    }
    return out;
}

}  // namespace

TEST_CASE("ranks: what is surely better comes before, what is surely worse behind") {
    const std::vector<ranked_estimate> units{{approximate(80), approximate(1)},
                                             {approximate(90), approximate(1)},
                                             {approximate(82), approximate(1)},
                                             {approximate(82), approximate(0)}};
    CHECK(ranks(units, rank_confidence::pairs) == "3-4 1-1 2-4 2-3 ");
    // 2 is more than 1.96, but not more than the 2.39 that 3 comparisons need.
    CHECK(ranks(units, rank_confidence::unit) == "2-4 1-1 2-4 2-4 ");
    CHECK(ranks(units, rank_confidence::ranking) == "2-4 1-1 2-4 2-4 ");
    CHECK(ranks(units, rank_confidence::pairs, 0.5_dec) == "4-4 1-1 2-3 2-3 ");
}

TEST_CASE("ranks without error are the ranks, equal units share them") {
    const std::vector<ranked_estimate> units{{approximate(80), {}}, {approximate(90), {}}, {approximate(80), {}}};
    CHECK(ranks(units, rank_confidence::ranking) == "2-3 1-1 2-3 ");
    CHECK(ranks({}, rank_confidence::ranking).empty());
    CHECK(ranks({{approximate(80), approximate(5)}}, rank_confidence::unit) == "1-1 ");
}

TEST_CASE("63 provinces: the surer the ranks, the wider") {
    const auto width = [](rank_confidence kind, double error) {
        std::size_t sum = 0;
        for (const rank_interval& each : rank_intervals(provinces(63, error), kind)) sum += each.worst - each.best + 1;
        return sum / 63;
    };
    // 562 persons, share .844, variance factor .41: a standard error of .98 points, provinces .2 points apart.
    const std::size_t pairs = width(rank_confidence::pairs, 0.98);
    const std::size_t unit = width(rank_confidence::unit, 0.98);
    const std::size_t ranking = width(rank_confidence::ranking, 0.98);
    CHECK(pairs == 24);
    CHECK(unit > pairs);
    CHECK(ranking > unit);
    CHECK(width(rank_confidence::pairs, 1.5) > pairs);
}

TEST_CASE("the true ranks lie in their intervals at least as often as the level says") {
    // Five units, of which two are equal; normal errors from sums of uniform ones.
    const double truth[] = {3, 2, 2, 1, 0};
    std::uint64_t state = 5;
    int missed = 0;
    for (int turn = 0; turn < 2000; ++turn) {
        std::vector<ranked_estimate> units;
        for (const double value : truth) {
            double noise = -6;
            for (int part = 0; part < 12; ++part) {
                state = state * 6364136223846793005U + 1442695040888963407U;
                noise += static_cast<double>(state >> 11) / 9007199254740992.0;
            }
            units.push_back({approximate(value + noise / 2), approximate(0.5)});
        }
        const std::vector<rank_interval> found = rank_intervals(units, rank_confidence::ranking, 0.9_dec);
        const bool held = found[0].best == 1 && found[1].best <= 2 && found[1].worst >= 3 && found[2].best <= 2 &&
                          found[2].worst >= 3 && found[3].best <= 4 && found[3].worst >= 4 && found[4].worst == 5;
        missed += held ? 0 : 1;
    }
    CHECK(missed < 200);
    CHECK(missed > 0);
}

TEST_CASE("ranks of too many units, or with an impossible error, are refused") {
    const std::vector<ranked_estimate> many(limits::ranked_units + 1);
    CHECK(thrown_by([&] { return rank_intervals(many, rank_confidence::unit); }) == error_code::too_many_ranked_units);
    const std::vector<ranked_estimate> wrong{{approximate(1), approximate(-1)}};
    CHECK(thrown_by([&] { return rank_intervals(wrong, rank_confidence::unit); }) == error_code::invalid_value);
    CHECK(thrown_by([] { return rank_intervals({}, rank_confidence::unit, 1_dec); }) == error_code::invalid_value);
    CHECK(to_string(rank_confidence::ranking) == "ranking");
}
