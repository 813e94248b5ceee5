#include "criteria/rules/rule_checks.hpp"
#include "criteria/rules/rule_frame.hpp"

#include <algorithm>

namespace parindex::inline v0 {

namespace {

/// The larger of two numbers, by their ends.
range larger(const range& a, const range& b) {
    range out;
    if (a.low && b.low) {
        out.low = std::max(*a.low, *b.low);
    } else {
        out.low = a.low ? a.low : b.low;  // without bound below is below the other
    }
    if (a.high && b.high) out.high = std::max(*a.high, *b.high);
    return out;
}

}  // namespace

rule_value apply_form(const combine_rule& form, rule_frame& frame, rule_trace* trace) {
    rule_value out;
    bool undefined = false;
    for (std::size_t index = 0; index < form.rules.size(); ++index) {
        const rule_value points =
            frame.apply(form.rules[index], trace == nullptr ? nullptr : &trace->within.emplace_back());
        // The others are looked at too: what is wrong with the facts never depends on the order of the rules.
        if (!points || undefined) {
            undefined = true;
        } else if (!out) {
            out = points;
        } else {
            switch (form.how) {
                case combine_rule::method::sum: out = *out + *points; break;
                case combine_rule::method::best: out = larger(*out, *points); break;
                case combine_rule::method::worst: out = -larger(-*out, -*points); break;
            }
        }
    }
    if (undefined) return std::nullopt;
    if (trace != nullptr && form.how != combine_rule::method::sum && out && out->is_point()) {
        for (std::size_t index = 0; index < trace->within.size() && !trace->branch; ++index) {
            if (trace->within[index].points == *out) trace->branch = index;  // the first that gives them
        }
    }
    return out ? frame.limited(*out, form.least, form.most, trace) : out;
}

void check_form(const combine_rule& form, rule_check& check, const source_position& where) {
    if (form.rules.empty()) check.add(error_code::invalid_rule, where, "it combines no rules");
    for (const rule& each : form.rules) check.walk(each);
    check.check_limits(form.least, form.most, where);
}

}  // namespace parindex::inline v0
