// What each leaf earned before weights: the mark that counts, and the points that it gives.
#pragma once

#include "parindex/assessment/assessment.hpp"

#include <vector>

namespace parindex::inline v0 {

struct leaf_points {
    const mark* from = nullptr;  ///< The mark that counts; null where there is none.
    rule_result given;           ///< @pre from

    [[nodiscard]] bool does_not_apply() const noexcept {
        return from != nullptr && given.state == rule_state::not_applicable;
    }
};

}  // namespace parindex::inline v0
