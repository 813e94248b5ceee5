#include "criteria/rules/rule_checks.hpp"
#include "criteria/rules/rule_frame.hpp"

namespace parindex::inline v0 {

rule_value apply_form(const cases_rule& form, rule_frame& frame, rule_trace* trace) {
    rule_value out;  // of the cases that may hold before one that does
    bool open = false;
    const auto add = [&](const rule_value& points) {
        if (points) out = out ? hull(*out, *points) : *points;
    };
    for (std::size_t index = 0; index < form.cases.size(); ++index) {
        const cases_rule::condition_case& each = form.cases[index];
        const rule_value holds = frame.quantity(each.condition, trace);
        // Without a value the rule ends here, unless one of the cases before it holds.
        if (!holds) return out;
        if (*holds == range(ratio(0))) {
            if (trace != nullptr) {
                for (std::string& text : frame.failed(each.condition)) trace->failed.push_back(std::move(text));
            }
            continue;
        }
        if (*holds == range(ratio(1))) {
            if (open) {
                add(frame.follow(each.then, nullptr));
                return out;
            }
            if (trace != nullptr) trace->branch = index;
            return frame.follow(each.then, trace);
        }
        open = true;
        add(frame.follow(each.then, nullptr));
    }
    if (!open) {
        if (trace != nullptr) trace->branch = form.cases.size();
        return frame.follow(form.otherwise, trace);
    }
    add(frame.follow(form.otherwise, nullptr));
    return out;
}

void check_form(const cases_rule& form, rule_check& check, const source_position& where) {
    if (form.cases.empty()) check.add(error_code::invalid_rule, where, "it has no cases");
    for (const cases_rule::condition_case& each : form.cases) {
        check.count_part(where);
        check.check_formula(each.condition, formula_type::condition, where);
        check.check_outcome(each.then, where);
    }
    check.check_outcome(form.otherwise, where);
}

}  // namespace parindex::inline v0
