/// @file
/// What a correction (đính chính) changes in the set that it amends.
#pragma once

#include "parindex/criteria/criteria_set.hpp"

#include <string>
#include <vector>

namespace parindex::inline v0 {

/// One difference between two sets.
struct set_change {
    enum class what {
        added,      ///< A criterion that only the later set has.
        removed,    ///< A criterion that only the earlier set has.
        renamed,    ///< Another name.
        moved,      ///< Another parent.
        maximum,    ///< Another maximum.
        bounds,     ///< Another minimum or cap.
        part,       ///< Another part, and so perhaps another scorer.
        policy,     ///< Something else follows where it does not apply.
        evidence,   ///< Other evidence is required.
        rule,       ///< Another rule, or other facts for it; the texts are empty where there was none.
        point_kind  ///< Regular, bonus or penalty points.
    };
    what kind = what::added;
    std::string criterion;  ///< Its code; empty: the whole set.
    std::string before;     ///< As text; empty where there was nothing.
    std::string after;
};

/// All differences, first in the order of the later set, then what was removed in the order of the earlier. Criteria
/// are the same where their codes are.
[[nodiscard]] std::vector<set_change> compare_sets(const criteria_set& before, const criteria_set& after);

}  // namespace parindex::inline v0
