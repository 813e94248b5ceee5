#include "criteria/rules/rule_checks.hpp"
#include "criteria/rules/rule_frame.hpp"

#include <algorithm>

namespace parindex::inline v0 {

namespace {

/// What the terms can give together, where they are shares of one whole: nothing, or all of it at one weight.
range around(const weighted_sum_rule& form, const rule_frame& frame) {
    ratio least;
    ratio most;
    for (const weighted_sum_rule::term& each : form.terms) {
        const ratio points = frame.points(each.points);
        least = std::min(least, points);
        most = std::max(most, points);
    }
    return {least, most};
}

}  // namespace

rule_value apply_form(const weighted_sum_rule& form, rule_frame& frame, rule_trace* trace) {
    range together(ratio(0));  // of the quantities
    range weighed(ratio(0));
    std::string shown;
    std::string substituted;
    bool natural = true;  // no quantity is below zero, so that over a whole above it they are shares
    for (const weighted_sum_rule::term& each : form.terms) {
        const rule_value value = frame.quantity(each.of, trace);
        if (!value) {
            if (trace != nullptr) trace->value.reset();  // that of the term before
            return value;
        }
        if (trace != nullptr) {
            shown += (shown.empty() ? "" : "; ") + trace->quantity;
            substituted += (substituted.empty() ? "" : "; ") + trace->substituted;
            trace->terms.push_back(trace->substituted);
        }
        natural = natural && value->low && value->low->sign() >= 0;
        together = together + *value;
        weighed = weighed + *value * range(frame.points(each.points));
    }
    const auto tell = [&](std::optional<range> value) {
        if (trace == nullptr) return;
        trace->quantity = shown;
        trace->substituted = substituted;
        trace->value = std::move(value);
    };
    if (form.over) {
        const rule_value over = frame.quantity(*form.over, trace);
        if (trace != nullptr) {
            trace->over = trace->substituted;
            shown = '(' + shown + ") / (" + trace->quantity + ')';
            substituted = '(' + substituted + ") / (" + trace->substituted + ')';
        }
        if (!over) {
            tell(std::nullopt);
            return over;
        }
        if (*over == range(ratio(0))) {
            tell(std::nullopt);
            return frame.divide_by_zero();
        }
        if (over->contains(ratio(0))) frame.note_possible_division_by_zero();
        const range whole = *over;
        const range share = together / whole;
        const bool above = share.low && *share.low > ratio(1);
        tell(share);
        const rule_value kept = frame.share(share, form.share, trace);
        if (!kept) return kept;
        // What is above 100 % counts as 100 %: the whole is then what there is of the parts.
        const bool clamps = form.share == share_policy::clamp;
        const bool may_be_above = clamps && !above && (!share.high || *share.high > ratio(1));
        weighed = weighed / (clamps && above ? together : whole);
        if (may_be_above) weighed = hull(weighed, natural ? around(form, frame) : range());
        if (form.share != share_policy::none && natural && whole.low && whole.low->sign() >= 0) {
            const range bounds = around(form, frame);
            weighed = clamp(weighed, bounds.low, bounds.high);
        }
    } else {
        tell(together);
    }
    return frame.limited(range(frame.points(form.start)) + weighed, form.least, form.most, trace);
}

void check_form(const weighted_sum_rule& form, rule_check& check, const source_position& where) {
    if (form.terms.empty()) check.add(error_code::invalid_rule, where, "it has no terms");
    for (const weighted_sum_rule::term& each : form.terms) {
        check.count_part(where);
        check.check_formula(each.of, formula_type::number, where);
    }
    if (form.over) {
        check.check_formula(*form.over, formula_type::number, where);
    } else if (form.share != share_policy::none) {
        check.add(error_code::invalid_rule, where, "it is a share of nothing; expected \"over\"");
    }
    check.check_limits(form.least, form.most, where);
}

}  // namespace parindex::inline v0
