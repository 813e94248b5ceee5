/// @file
/// The JSON file of an explanation: how each leaf came to its points, round by round.
#pragma once

#include "parindex/assessment/evaluation.hpp"

#include <string>

namespace parindex::inline v0 {

/// Every leaf that has marks, with what each round gives: points, facts with their source, the trace of the rule as a
/// tree, one sentence in Vietnamese and in English, and what would have earned more. Numbers as in write_score().
/// Self score, appraisal and second appraisal stand side by side; "counts" says which of them is in the total.
/// @param scored   what was evaluated
/// @param marks    from which; likewise the context
/// @param context  what the unit saw from outside
/// @param top      index of a node: it and what is below it; 0 for the whole set
[[nodiscard]] std::string write_explanation(const evaluation& scored, const assessment& marks,
                                            const evaluation_context& context = {}, std::size_t top = 0);

}  // namespace parindex::inline v0
