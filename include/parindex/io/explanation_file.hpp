/// @file
/// The JSON file of an explanation: how each leaf came to its points, round by round.
#pragma once

#include "parindex/assessment/evaluation.hpp"

#include <string>

namespace parindex::inline v0 {

/// Every leaf that has marks, with what each round gives: points, facts with their source, the trace of the rule as a
/// tree, one sentence in Vietnamese and in English, and what would have earned more. Numbers as in write_score().
/// Self score, appraisal and second appraisal stand side by side; "counts" says which of them is in the total.
/// @pre `marks` and `context` are those that were evaluated
[[nodiscard]] std::string write_explanation(const evaluation& scored, const assessment& marks,
                                            const evaluation_context& context = {});

}  // namespace parindex::inline v0
