// The static checks of a rule: what can be said before any facts are known.
#pragma once

#include "parindex/criteria/criteria_set.hpp"
#include "support/finding_list.hpp"

#include <optional>
#include <string>
#include <vector>

namespace parindex::inline v0 {

/// Checks the rule of the leaf `each`: its facts, formulas, levels and steps, and whether what it can give fits the
/// maximum and the minimum. Warnings where it can be used as it is.
void check_rule(finding_list& found, const criterion& each, const criteria_set::node& node);

/// What the checks of the forms share.
class rule_check {
public:
    rule_check(finding_list& found, const criterion& each, const criteria_set::node& node);

    void run();

    void add(error_code code, const source_position& where, const std::string& message,
             severity level = severity::error);
    /// Checks names and types of `of`, and marks its facts as read.
    void check_formula(const formula& of, formula_type wanted, const source_position& where);
    /// The same for a quantity of any type, which may also be a date. Nothing where it has errors.
    [[nodiscard]] std::optional<formula_type> check_quantity(const formula& of, const source_position& where);
    void check_outcome(const rule_outcome& then, const source_position& where);
    void check_limits(const std::optional<rule_points>& least, const std::optional<rule_points>& most,
                      const source_position& where);
    /// The declaration of a fact, which is then read; null, after an error, if there is none.
    [[nodiscard]] const fact_declaration* read_fact(const std::string& name, const source_position& where);
    [[nodiscard]] ratio points(const rule_points& amount) const { return amount.of(full_); }
    /// What a quantity can be. Without bounds where the formula has errors.
    [[nodiscard]] range attainable_quantity(const formula& of, share_policy share) const;
    /// Whether a quantity is always a whole number.
    [[nodiscard]] bool is_whole(const formula& of) const;
    void walk(const rule& each);
    void count_part(const source_position& where);

private:
    void check_facts();
    void check_fact(const fact_declaration& declared);
    void check_unused();
    void check_attainable();

    finding_list& found_;
    const criterion& each_;
    const criteria_set::node& node_;
    const scoring_rule& rule_;
    ratio full_;  // what the rule calls its maximum
    std::string name_;
    std::vector<bool> read_;  // by declaration
    std::size_t depth_ = 0;
    std::size_t parts_ = 0;
    bool failed_ = false;  // whether an error was found
};

// The forms; each stands beside its application.
void check_form(const levels_rule& form, rule_check& check, const source_position& where);
void check_form(const cases_rule& form, rule_check& check, const source_position& where);
void check_form(const steps_rule& form, rule_check& check, const source_position& where);
void check_form(const linear_rule& form, rule_check& check, const source_position& where);
void check_form(const weighted_sum_rule& form, rule_check& check, const source_position& where);
void check_form(const combine_rule& form, rule_check& check, const source_position& where);
void check_form(const formula_rule& form, rule_check& check, const source_position& where);

}  // namespace parindex::inline v0
