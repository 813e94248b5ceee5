/// @file
/// What a rule made of the facts of a unit, and how.
#pragma once

#include "parindex/criteria/rule.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace parindex::inline v0 {

/// What became of a rule.
enum class rule_state {
    scored,          ///< Points are known.
    open,            ///< Facts are missing: the points are a range.
    not_applicable,  ///< It divides by zero, and the set says that the criterion then does not apply.
    refused,         ///< It divides by zero, or a share is above 100 %, where the set says that this is an error.
};

/// A fact as a rule used it.
struct used_fact {
    std::size_t declared = 0;         ///< Index into scoring_rule::facts.
    std::optional<fact_value> value;  ///< None: it is missing.
    bool counted_as_zero = false;     ///< Missing, and the policy lets it count as 0.
};

/// One step of the way from facts to points: a rule, or a rule within it.
struct rule_trace {
    const rule* of = nullptr;           ///< In the criteria set.
    std::string quantity;               ///< The formula or fact that decided, as written; empty where none did.
    std::string substituted;            ///< The same with the values of the facts: "5/7".
    std::vector<std::string> terms;     ///< Of a weighted sum: what was found for each of its terms.
    std::string over;                   ///< Of a weighted sum: what divides them, with the values of the facts.
    std::optional<range> value;         ///< Of the quantity.
    std::optional<std::size_t> branch;  ///< Index of the level, case or step taken; of `otherwise` the number of cases.
    std::vector<std::string> failed;    ///< Conditions that did not hold before the branch was reached.
    range exact;                        ///< Points before limits.
    range points;                       ///< Points after limits.
    bool share_clamped = false;         ///< The quantity was above 100 % and counted as 100 %.
    bool below_cliff = false;
    std::vector<rule_trace> within;
};

/// The outcome for one leaf.
struct rule_result {
    rule_state state = rule_state::open;
    range points;                     ///< After rounding. A point where scored; else all that is still attainable.
    range exact;                      ///< Before rounding.
    bool zero_denominator = false;    ///< The rule divided by zero; points are what the policy says.
    bool may_divide_by_zero = false;  ///< While facts are missing: some of their values would make it divide by zero.
    std::string problem;              ///< Where refused: what is wrong, in plain English.
};

/// Applies the rule of a leaf.
/// @param rule      of the leaf
/// @param policies  those of the rule with those of the set behind them
/// @param maximum   of the criterion, in points
/// @param marked    facts of the mark. @pre they fit their declarations
/// @param context   facts from outside the unit, likewise
/// @param trace     filled if given
/// @param used      filled with every declared fact if given
/// @throws error_code::ratio_too_large
[[nodiscard]] rule_result apply_rule(const scoring_rule& rule, const rule_policies& policies, const ratio& maximum,
                                     std::span<const fact> marked, std::span<const fact> context,
                                     rule_trace* trace = nullptr, std::vector<used_fact>* used = nullptr);

/// All points that the rule can give, whatever the facts are within their declarations.
[[nodiscard]] rule_result attainable_points(const scoring_rule& rule, const rule_policies& policies,
                                            const ratio& maximum);

}  // namespace parindex::inline v0
