// What a rule would earn were a value that meets a threshold exactly on its other side, as a value in binary floating
// point may be.
#pragma once

#include "parindex/assessment/assessment.hpp"

#include <string>
#include <vector>

namespace parindex::inline v0 {

struct crossed_threshold {
    std::string met;  ///< "b/a = 80%", or 'in "b/a > c"'; empty where several were crossed together.
    ratio points;     ///< What the rule gives then, after rounding.
};

/// Every threshold that matters for these facts: first each alone, then all of them from above and all from below, as
/// one quantity does that several conditions read. Those that change nothing are left out.
/// @pre `given` has facts and `leaf` a rule, and points_of() scored them
[[nodiscard]] std::vector<crossed_threshold> crossed_thresholds(const mark& given, const criteria_set::node& leaf,
                                                                const evaluation_context& context);

}  // namespace parindex::inline v0
