/// @file
/// Why a leaf earned its points (diễn giải điểm): one plain sentence, and what more would have taken.
#pragma once

#include "parindex/criteria/rule_result.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace parindex::inline v0 {

/// The language of a sentence. Numbers follow it: "71,43 %" and "71.43 %".
enum class explanation_language { vietnamese, english };

/// How a sentence names facts: as formulas do, or by their labels ("số hồ sơ đúng hạn / số hồ sơ đã giải quyết"), which
/// whoever does not know the set can read. A fact without a label keeps its name.
enum class fact_naming { names, labels };

/// The next better outcome of a rule: the raw material of a plan.
struct next_outcome {
    /// "b/a ≥ 80%", or the label of a level: the language of the set and of formulas. With labels as Vietnamese
    /// documents print it: "số việc hoàn thành / số việc được giao ≥ 80 %".
    std::string reach;
    std::optional<ratio> missing;  ///< How far the quantity is away from it; none where it is no quantity.
    ratio points;                  ///< What it would earn, before rounding.
};

/// "b/a = 5/7 = 71,43 % < 80 % → 0 điểm". Values that do not terminate are shown with two decimals; nothing is computed
/// from them. Facts of the context are named behind it as such.
/// `outcome`, `trace` and `used` are what apply_rule() gave for `rule`.
[[nodiscard]] std::string explain(const scoring_rule& rule, const rule_result& outcome, const rule_trace& trace,
                                  std::span<const used_fact> used, explanation_language language,
                                  fact_naming naming = fact_naming::names);

/// What would have earned more: the next better level, step, or case of those tried first, the threshold of a
/// proportion or else where it gives its most, of each rule that a sum joins. Nothing where the rule gives its most,
/// where only a condition that holds would have to fail, or where more is a matter of degree: sums with weights,
/// proportions without limit, formulas. `maximum` is that of the criterion. @throws error_code::ratio_too_large
[[nodiscard]] std::vector<next_outcome> next_better(const rule_trace& trace, const scoring_rule& rule,
                                                    const ratio& maximum, fact_naming naming = fact_naming::names);

}  // namespace parindex::inline v0
