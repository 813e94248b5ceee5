// What leaves weigh once the weight of those that do not apply is shared out among the others.
#pragma once

#include "assessment/leaf_points.hpp"

#include <vector>

namespace parindex::inline v0 {

struct leaf_weights {
    std::vector<ratio> factor;  ///< By node: own maximum / maximum in the set. Empty where every leaf applies.
    /// A leaf whose weight no other leaf of its scope could take over; none if there is no such leaf.
    std::size_t stranded = criteria_set::none;

    /// What points of a leaf in the set are to this unit.
    [[nodiscard]] ratio of(std::size_t node, const ratio& points) const {
        return factor.empty() ? points : points * factor[node];
    }
};

/// Shares out weights, from the innermost scope outwards: a scope keeps its whole weight, so that what lies in it is
/// what a wider scope sees. @throws error_code::ratio_too_large
leaf_weights weigh(const criteria_set& set, const std::vector<leaf_points>& leaves);

}  // namespace parindex::inline v0
