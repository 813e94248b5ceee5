#include "criteria/rules/rule_frame.hpp"
#include "parindex/criteria/rule_result.hpp"

#include <algorithm>

namespace parindex::inline v0 {

namespace {

const fact_value* find(std::span<const fact> facts, std::string_view name) {
    const auto found = std::find_if(facts.begin(), facts.end(), [name](const fact& each) { return each.name == name; });
    return found == facts.end() ? nullptr : &found->value;
}

/// What a missing fact counts as where the policy says zero; null for dates and levels, which it leaves open.
const fact_value* zero_of(fact_kind kind) {
    static const fact_value number = decimal();
    static const fact_value answer = false;
    switch (kind) {
        case fact_kind::date:
        case fact_kind::level: return nullptr;
        case fact_kind::yes_no: return &answer;
        default: return &number;
    }
}

rule_result when_divided_by_zero(const rule_policies& policies, const ratio& maximum) {
    rule_result out;
    out.zero_denominator = true;
    out.state = rule_state::scored;
    if (policies.zero_denominator == zero_denominator_policy::full) {
        out.points = out.exact = maximum;
    } else if (policies.zero_denominator == zero_denominator_policy::zero) {
        out.points = out.exact = ratio();
    } else if (policies.zero_denominator == zero_denominator_policy::not_applicable) {
        out.state = rule_state::not_applicable;
    } else {
        out.state = rule_state::refused;
        out.problem = "the rule divides by zero, and no points follow from that";
    }
    return out;
}

/// Adds what a rule whose facts are missing gives if one of them turns out to be zero, which is never rounded.
void add_zero_denominator(rule_result& to, const rule_policies& policies, const ratio& maximum) {
    const rule_result then = when_divided_by_zero(policies, maximum);
    if (then.state != rule_state::scored) return;
    to.points = hull(to.points, then.points);
    to.exact = hull(to.exact, then.points);
}

range rounded_range(const range& value, const rounding& how) {
    const auto end = [&how](const std::optional<ratio>& each) {
        return each ? std::optional(round_to(*each, how.places, how.mode).value) : std::nullopt;
    };
    return {end(value.low), end(value.high)};
}

rule_result concluded(rule_frame& frame, const rule_value& points, const rule_policies& policies,
                      const ratio& maximum) {
    const bool may_divide_by_zero = frame.may_divide_by_zero() || frame.divided_by_zero();
    // Facts that contradict themselves are refused, whatever else follows from them. Where some are missing, they
    // decide; the outcome is that of the values that are not refused.
    const bool contradicted = frame.complete() && !frame.refusal().empty();
    if (!points && (contradicted || !may_divide_by_zero)) {
        rule_result out;
        out.state = rule_state::refused;
        out.problem = frame.refusal();
        return out;
    }
    if (!points) return when_divided_by_zero(policies, maximum);
    rule_result out;
    out.exact = *points;
    out.points = policies.points_rounding ? rounded_range(out.exact, *policies.points_rounding) : out.exact;
    // Points in spite of a division by zero: it stands where facts that are missing may or may not lead.
    out.may_divide_by_zero = may_divide_by_zero;
    if (out.may_divide_by_zero) add_zero_denominator(out, policies, maximum);
    // Whatever the points are, a criterion that may turn out not to apply is not scored yet.
    const bool may_not_apply =
        out.may_divide_by_zero && policies.zero_denominator == zero_denominator_policy::not_applicable;
    const bool known = out.exact.is_point() && out.points.is_point() && !may_not_apply;
    out.state = known ? rule_state::scored : rule_state::open;
    return out;
}

}  // namespace

rule_result apply_rule(const scoring_rule& rule, const rule_policies& policies, const ratio& maximum,
                       std::span<const fact> marked, std::span<const fact> context, rule_trace* trace,
                       std::vector<used_fact>* used) {
    std::vector<range> values;
    std::vector<const fact_value*> found;
    values.reserve(rule.facts.size());
    found.reserve(rule.facts.size());
    for (const fact_declaration& each : rule.facts) {
        const fact_value* value = find(each.source == fact_source::mark ? marked : context, each.name);
        const bool missing = value == nullptr;
        if (missing && policies.missing_fact == missing_fact_policy::zero) value = zero_of(each.kind);
        const bool zero = missing && value != nullptr;
        if (used != nullptr) used->push_back({values.size(), missing ? std::nullopt : std::optional(*value), zero});
        found.push_back(value);
        if (value == nullptr) {
            values.push_back(attainable(each));
        } else {
            values.push_back(each.kind == fact_kind::level ? range() : range(worth(*value, each)));
        }
    }
    rule_frame frame(rule, maximum, std::move(values));
    frame.show(std::move(found));
    const rule_value points = frame.apply(rule.points, trace);
    return concluded(frame, points, policies, maximum);
}

rule_result attainable_points(const scoring_rule& rule, const rule_policies& policies, const ratio& maximum) {
    rule_policies open = policies;
    open.missing_fact = missing_fact_policy::open;
    return apply_rule(rule, open, maximum, {}, {});
}

}  // namespace parindex::inline v0
