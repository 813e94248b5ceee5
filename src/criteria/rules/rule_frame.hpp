// What the forms of a rule share while one leaf is scored: the facts, the maximum, and what went wrong.
#pragma once

#include "parindex/criteria/rule_result.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace parindex::inline v0 {

/// Points, or nothing where they are undefined: rule_frame then says why.
using rule_value = std::optional<range>;

class rule_frame {
public:
    /// @param values  by declaration: what each fact is worth, or may be
    rule_frame(const scoring_rule& rule, const ratio& maximum, std::vector<range> values)
        : rule_(rule), maximum_(maximum), values_(std::move(values)) {}

    /// The facts as they were found, by declaration, for traces and for levels; null where one is missing.
    void show(std::vector<const fact_value*> found) { found_ = std::move(found); }

    /// The points of `each`.
    [[nodiscard]] rule_value apply(const rule& each, rule_trace* trace);
    /// The points of what follows from a case.
    [[nodiscard]] rule_value follow(const rule_outcome& outcome, rule_trace* trace);

    /// The value of a quantity. Nothing where it divides by zero.
    [[nodiscard]] rule_value quantity(const formula& of, rule_trace* trace);
    /// The same as a share of at most 1, if it is one.
    [[nodiscard]] rule_value quantity(const formula& of, share_policy share, rule_trace* trace);
    /// Which conditions a formula joins that do not hold.
    [[nodiscard]] std::vector<std::string> failed(const formula& condition) const;
    /// Code of the level of a fact; nothing while it is missing.
    [[nodiscard]] const std::string* level(std::string_view fact) const;

    [[nodiscard]] ratio points(const rule_points& amount) const { return amount.of(maximum_); }
    /// Points within the limits of a form.
    [[nodiscard]] range limited(range exact, const std::optional<rule_points>& least,
                                const std::optional<rule_points>& most, rule_trace* trace) const;
    /// A share above 1: cut, or refused. What it may be while facts are missing is cut in both cases.
    [[nodiscard]] rule_value share(const range& value, share_policy policy, rule_trace* trace);
    [[nodiscard]] rule_value refuse(std::string why);
    [[nodiscard]] rule_value divide_by_zero() {
        divided_by_zero_ = true;
        return std::nullopt;
    }
    void note_possible_division_by_zero() noexcept { may_divide_by_zero_ = true; }

    /// Whether no fact is missing.
    [[nodiscard]] bool complete() const noexcept {
        return std::find(found_.begin(), found_.end(), nullptr) == found_.end();
    }
    [[nodiscard]] bool divided_by_zero() const noexcept { return divided_by_zero_; }
    [[nodiscard]] bool may_divide_by_zero() const noexcept { return may_divide_by_zero_; }
    /// Why the facts are refused; empty: they are not.
    [[nodiscard]] const std::string& refusal() const noexcept { return refusal_; }

private:
    /// Index of a fact that is declared.
    [[nodiscard]] std::size_t declared(std::string_view fact) const noexcept;
    /// The values of the names of a formula, until the next formula is asked about.
    [[nodiscard]] std::span<const range> values_of(const formula& of) const;
    [[nodiscard]] std::string substituted(const formula& of) const;

    const scoring_rule& rule_;
    const ratio& maximum_;
    std::vector<range> values_;              // by declaration
    std::vector<const fact_value*> found_;   // by declaration; empty where nobody shows them
    mutable std::vector<range> of_formula_;  // kept from one formula to the next for its memory
    bool divided_by_zero_ = false;
    bool may_divide_by_zero_ = false;
    std::string refusal_;
};

// One source file each.
[[nodiscard]] rule_value apply_form(const levels_rule& form, rule_frame& frame, rule_trace* trace);
[[nodiscard]] rule_value apply_form(const cases_rule& form, rule_frame& frame, rule_trace* trace);
[[nodiscard]] rule_value apply_form(const steps_rule& form, rule_frame& frame, rule_trace* trace);
[[nodiscard]] rule_value apply_form(const linear_rule& form, rule_frame& frame, rule_trace* trace);
[[nodiscard]] rule_value apply_form(const weighted_sum_rule& form, rule_frame& frame, rule_trace* trace);
[[nodiscard]] rule_value apply_form(const combine_rule& form, rule_frame& frame, rule_trace* trace);
[[nodiscard]] rule_value apply_form(const formula_rule& form, rule_frame& frame, rule_trace* trace);

}  // namespace parindex::inline v0
