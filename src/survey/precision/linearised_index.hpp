/// The precision of an index, whatever the moments of its strata are computed from.
#pragma once

#include "parindex/survey/moment_estimate.hpp"
#include "survey/precision/whole_combination.hpp"

#include <functional>

namespace parindex::inline v0 {

/// The moments of c'v over a stratum, which is told by its place.
using moment_source = std::function<exact_moments(std::size_t stratum, const whole_combination& combination)>;

/// An estimate, and its value before it became a binary number.
struct exact_estimate {
    survey_estimate estimate;
    ratio value;
};

/// As estimate_index(), but for the products of the strata, which are not looked at: the combination is known from the
/// sums alone, and each stratum is asked for its moments once, so that they need not be held together.
[[nodiscard]] exact_estimate linearise_index(std::span<const stratum_moments> strata,
                                             std::span<const moment_term> terms, moment_unit unit,
                                             single_cluster_policy policy, std::optional<std::uint64_t> persons,
                                             const moment_source& moments);

}  // namespace parindex::inline v0
