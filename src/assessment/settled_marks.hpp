// Marks on their way to an evaluation: checked once, chosen once, weighed once.
#pragma once

#include "assessment/leaf_points.hpp"
#include "assessment/weights.hpp"

#include <vector>

namespace parindex::inline v0 {

struct settled_marks {
    diagnostics findings;
    std::vector<leaf_points> leaves;  ///< By node. Complete if the findings have no error.
    leaf_weights weights;
};

/// What check() says, and what evaluate() goes on with.
[[nodiscard]] settled_marks settle_marks(const assessment& marks, const criteria_set& set,
                                         const evaluation_context& context);

}  // namespace parindex::inline v0
