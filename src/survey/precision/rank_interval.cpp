#include "parindex/survey/rank_interval.hpp"

#include "parindex/support/limits.hpp"
#include "survey/precision/confidence_level.hpp"
#include "survey/precision/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace parindex::inline v0 {

std::string_view to_string(rank_confidence kind) noexcept {
    switch (kind) {
        case rank_confidence::pairs: return "pairs";
        case rank_confidence::unit: return "unit";
        case rank_confidence::ranking: return "ranking";
    }
    return {};
}

std::vector<rank_interval> rank_intervals(std::span<const ranked_estimate> units, rank_confidence kind, decimal level) {
    if (units.size() > limits::ranked_units) {
        throw error(error_code::too_many_ranked_units,
                    "ranks of at most " + std::to_string(limits::ranked_units) + " units are bounded");
    }
    for (const ranked_estimate& each : units) {
        if (each.standard_error.value() < 0) throw error(error_code::invalid_value, "a standard error is not negative");
    }
    const std::uint64_t others = std::max<std::size_t>(units.size(), 2) - 1;
    std::uint64_t comparisons = 1;
    if (kind == rank_confidence::unit) comparisons = others;
    if (kind == rank_confidence::ranking) comparisons = (others + 1) * others / 2;
    const double quantile = distributions::normal_quantile(tail_of(level, comparisons));

    std::vector<rank_interval> out(units.size(), {1, units.size()});
    for (std::size_t low = 0; low < units.size(); ++low) {
        for (std::size_t high = 0; high < units.size(); ++high) {
            const double difference = units[high].value.value() - units[low].value.value();
            if (!(difference > 0)) continue;
            const double error = std::hypot(units[high].standard_error.value(), units[low].standard_error.value());
            if (difference > quantile * error) {
                ++out[low].best;
                --out[high].worst;
            }
        }
    }
    return out;
}

}  // namespace parindex::inline v0
