/// @file
/// Which ranks (thứ hạng) a unit may have, given that its index comes from a sample: "up three places" is mostly noise.
#pragma once

#include "parindex/numeric/decimal.hpp"
#include "parindex/survey/survey_estimate.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace parindex::inline v0 {

/// What the level holds for.
enum class rank_confidence {
    pairs,    ///< For each comparison of two units alone. The ranks are then less sure than the level says.
    unit,     ///< For the ranks of one unit chosen beforehand: M-1 comparisons share what may go wrong.
    ranking,  ///< For the ranks of all units at once: M(M-1)/2 comparisons do.
};

/// "pairs", "unit" or "ranking".
[[nodiscard]] std::string_view to_string(rank_confidence kind) noexcept;

/// The index of a unit, from a sample of its own.
struct ranked_estimate {
    approximate value;
    approximate standard_error;  ///< Not negative.
};

/// 1 is the highest value.
struct rank_interval {
    std::size_t best = 1;
    std::size_t worst = 1;

    friend bool operator==(const rank_interval&, const rank_interval&) = default;
};

/// For each unit the ranks that its index may truly have: behind every unit that is surely better, before every one
/// that is surely worse. Sure is a difference whose interval (normal, two-sided, Bonferroni's share of 1 - level for
/// each comparison) leaves out 0; Mogstad, Romano, Shaikh and Wilhelm (2024) show that ranks found so hold with the
/// level. The estimates must be independent. M^2 comparisons.
/// @throws error_code::invalid_value unless 0 < level < 1 and no standard error is below 0
/// @throws error_code::too_many_ranked_units
[[nodiscard]] std::vector<rank_interval> rank_intervals(std::span<const ranked_estimate> units, rank_confidence kind,
                                                        decimal level = decimal::from_parts(95, 2));

}  // namespace parindex::inline v0
