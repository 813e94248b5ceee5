/// @file
/// How any node came to its points (diễn giải điểm), in one sentence: leaves with and without rules, groups, the total.
#pragma once

#include "parindex/assessment/evaluation.hpp"
#include "parindex/criteria/rule_explanation.hpp"

#include <cstddef>
#include <string>

namespace parindex::inline v0 {

/// Of a leaf whose mark gives facts: the sentence of its rule with the labels of the facts, and what counts where
/// weights or roundings change its points. Of every other node what it reached and why not more: "đạt 3,61/4 điểm (trừ
/// 0,39 điểm)", "trừ 0,5 điểm" where only the loss is known, "tạm tính 3/4 điểm (còn 1 tiêu chí chưa chấm; có thể đạt
/// được từ 3 đến 4 điểm)", "không áp dụng (không phát sinh): đạt 2/2 điểm". What rests on inferred figures says so.
/// Points that do not terminate are shown with two decimals, or more where those would be full marks or none.
/// @param scored    the evaluation
/// @param marks     from which; likewise the context
/// @param context   what the unit saw from outside
/// @param node      index of a node. @pre it is one
/// @param language  of the sentence
[[nodiscard]] std::string explain_points(const evaluation& scored, const assessment& marks,
                                         const evaluation_context& context, std::size_t node,
                                         explanation_language language = explanation_language::vietnamese);

}  // namespace parindex::inline v0
