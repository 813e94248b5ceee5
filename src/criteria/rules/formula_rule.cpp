#include "criteria/rules/rule_checks.hpp"
#include "criteria/rules/rule_frame.hpp"

namespace parindex::inline v0 {

rule_value apply_form(const formula_rule& form, rule_frame& frame, rule_trace* trace) {
    const rule_value points = frame.quantity(form.points, trace);
    return points ? frame.limited(*points, form.least, form.most, trace) : points;
}

void check_form(const formula_rule& form, rule_check& check, const source_position& where) {
    check.check_formula(form.points, formula_type::number, where);
    check.check_limits(form.least, form.most, where);
}

}  // namespace parindex::inline v0
