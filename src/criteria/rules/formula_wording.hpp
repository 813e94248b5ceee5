// Formulas, values and thresholds as sentences of a language print them.
#pragma once

#include "criteria/rules/explanation_wording.hpp"
#include "parindex/criteria/rule_explanation.hpp"

#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// A formula with the words and signs of the language: "late = 0 và n ≥ 2", facts by their names or labels.
[[nodiscard]] std::string worded(std::string_view formula, const scoring_rule& rule, fact_naming naming,
                                 const explanation_wording& words);
/// The same of a formula in which values stand for the facts: "có và 0 = 0", "16/12/2025", "98 / 99 × 4".
[[nodiscard]] std::string worded_values(std::string_view formula, const scoring_rule& rule,
                                        const explanation_wording& words);

/// In brackets if it joins several values, so that it can be a factor: "(2 + 3)", "7".
[[nodiscard]] std::string as_factor(std::string values);

/// What a formula says if it only negates a fact: "late" of "not late"; empty of any other.
[[nodiscard]] std::string_view negated_fact(std::string_view formula);

/// "7,25": a number in its shortest form.
[[nodiscard]] std::string worded(const decimal& value, const explanation_wording& words);
/// "80 %", "15,5", "31/12/2021".
[[nodiscard]] std::string worded(const threshold& value, const explanation_wording& words);
/// "0,5", "50 %".
[[nodiscard]] std::string worded(const rule_points& value, const explanation_wording& words);

/// Where a value lies: " < 80 %", ", từ 70 % đến dưới 90 %", ", sau 15/12/2025"; nothing where that is a point.
[[nodiscard]] std::string worded_interval(const steps_rule::step& each, const explanation_wording& words);

}  // namespace parindex::inline v0
