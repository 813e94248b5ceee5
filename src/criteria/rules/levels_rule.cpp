#include "criteria/rules/rule_checks.hpp"
#include "criteria/rules/rule_frame.hpp"
#include "text/quoted.hpp"

#include <algorithm>

namespace parindex::inline v0 {

rule_value apply_form(const levels_rule& form, rule_frame& frame, rule_trace* trace) {
    const std::string* const reached = frame.level(form.fact);
    if (trace != nullptr) {
        trace->quantity = form.fact;
        trace->substituted = reached != nullptr ? *reached : form.fact + "?";
    }
    rule_value out;
    for (std::size_t index = 0; index < form.cases.size(); ++index) {
        const levels_rule::level_case& each = form.cases[index];
        if (reached != nullptr && *reached != each.level) continue;
        if (reached != nullptr && trace != nullptr) trace->branch = index;
        // While the level is not known, a trace would show a branch that was not taken.
        const rule_value points = frame.follow(each.then, reached != nullptr ? trace : nullptr);
        if (reached != nullptr) return points;
        if (points) out = out ? hull(*out, *points) : *points;
    }
    return out;
}

void check_form(const levels_rule& form, rule_check& check, const source_position& where) {
    const fact_declaration* fact = check.read_fact(form.fact, where);
    if (fact != nullptr && fact->kind != fact_kind::level) {
        check.add(error_code::invalid_rule, where,
                  "its levels are those of " + quoted(form.fact) + ", which is no level");
        fact = nullptr;
    }
    std::vector<std::string_view> seen;
    for (const levels_rule::level_case& each : form.cases) {
        check.count_part(where);
        check.check_outcome(each.then, where);
        if (fact == nullptr) continue;
        const auto same = [&each](const fact_level& level) { return level.code == each.level; };
        if (std::none_of(fact->levels.begin(), fact->levels.end(), same)) {
            check.add(error_code::unreachable, where,
                      quoted(each.level) + " is no level of the fact " + quoted(form.fact));
        } else if (std::find(seen.begin(), seen.end(), each.level) != seen.end()) {
            check.add(error_code::step_overlap, where, "points are given twice for the level " + quoted(each.level));
        }
        seen.push_back(each.level);
    }
    if (fact == nullptr) return;
    for (const fact_level& each : fact->levels) {
        if (std::find(seen.begin(), seen.end(), each.code) == seen.end()) {
            check.add(error_code::step_gap, where, "no points are given for the level " + quoted(each.code));
        }
    }
}

}  // namespace parindex::inline v0
