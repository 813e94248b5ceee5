/// @file
/// The unit's own marks (điểm tự chấm) beside those that count.
#pragma once

#include "parindex/assessment/evaluation.hpp"

#include <cstddef>
#include <vector>

namespace parindex::inline v0 {

/// A leaf on which the unit and the appraiser differ, in points as marked, before any weight.
struct differing_mark {
    std::size_t node = 0;
    ratio self;
    ratio counted;
};

/// Self and counted marks over the leaves that both the unit and somebody else may score. A self score never enters the
/// total; where a leaf has only one of the two, it is left out of both sums.
struct self_comparison {
    std::size_t leaves = 0;  ///< Leaves with both marks.
    ratio maximum;           ///< Of those leaves.
    ratio self;
    ratio counted;
    std::vector<differing_mark> differing;  ///< In the order of the nodes.
    std::size_t only_self = 0;              ///< Leaves that only the unit has marked so far.
    std::size_t only_counted = 0;           ///< Leaves that the unit did not mark, or called not applicable.
    ratio self_total;                       ///< Sum of all the unit's own marks: what it hands in.
};

/// @pre `marks` and `context` are those that were evaluated
[[nodiscard]] self_comparison compare_self(const evaluation& scored, const assessment& marks,
                                           const evaluation_context& context = {});

/// Compares the published self total with the sum of the unit's own marks: a warning if they differ. Published tables
/// are known to contradict their own lines (83.05 over lines that add up to 83.0); nothing is corrected.
[[nodiscard]] diagnostics check_self_total(const assessment& marks, const self_comparison& compared);

}  // namespace parindex::inline v0
