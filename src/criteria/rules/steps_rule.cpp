#include "criteria/rules/rule_frame.hpp"

namespace parindex::inline v0 {

bool steps_rule::step::holds(const ratio& value) const {
    if (low) {
        const auto order = value <=> low->worth();
        if (order < 0 || (order == 0 && !low_included)) return false;
    }
    if (high) {
        const auto order = value <=> high->worth();
        if (order > 0 || (order == 0 && !high_included)) return false;
    }
    return true;
}

namespace {

/// Whether some value of `of` lies in the step.
bool meets(const steps_rule::step& step, const range& of) {
    if (step.low && of.high) {
        const auto order = *of.high <=> step.low->worth();
        if (order < 0 || (order == 0 && !step.low_included)) return false;
    }
    if (step.high && of.low) {
        const auto order = *of.low <=> step.high->worth();
        if (order > 0 || (order == 0 && !step.high_included)) return false;
    }
    return true;
}

}  // namespace

rule_value apply_form(const steps_rule& form, rule_frame& frame, rule_trace* trace) {
    const rule_value value = frame.quantity(form.of, form.share, trace);
    if (!value) return value;
    if (value->is_point()) {
        for (std::size_t index = 0; index < form.steps.size(); ++index) {
            if (!form.steps[index].holds(*value->low)) continue;
            if (trace != nullptr) trace->branch = index;
            return frame.follow(form.steps[index].then, trace);
        }
        return frame.refuse("no step is given for " + value->low->to_string());
    }
    rule_value out;
    for (const steps_rule::step& each : form.steps) {
        if (!meets(each, *value)) continue;
        const rule_value points = frame.follow(each.then, nullptr);
        if (points) out = out ? hull(*out, *points) : *points;
    }
    return out;
}

}  // namespace parindex::inline v0
