/// @file
/// Why points were lost (nguyên nhân trừ điểm), as far as rules say it.
#pragma once

#include "parindex/assessment/evaluation.hpp"
#include "parindex/criteria/rule_explanation.hpp"

#include <map>
#include <string>

namespace parindex::inline v0 {

/// By criterion, for each deduction whose mark gives facts: the sentence of its rule, with the labels of the facts, and
/// what would have earned more. The raw material of a plan.
/// @pre `marks` and `context` are those that were evaluated
[[nodiscard]] std::map<std::string, std::string> deduction_causes(
    const evaluation& scored, const assessment& marks, const evaluation_context& context = {},
    explanation_language language = explanation_language::vietnamese);

}  // namespace parindex::inline v0
