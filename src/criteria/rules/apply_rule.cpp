#include "criteria/rules/rule_frame.hpp"
#include "parindex/criteria/rule_result.hpp"

#include <algorithm>

namespace parindex::inline v0 {

namespace {

const fact_value* find(std::span<const fact> facts, std::string_view name) {
    const auto found = std::find_if(facts.begin(), facts.end(), [name](const fact& each) { return each.name == name; });
    return found == facts.end() ? nullptr : &found->value;
}

bool may_count_as_zero(fact_kind kind) noexcept {
    return kind != fact_kind::date && kind != fact_kind::level;
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

/// What a rule whose facts are missing gives if one of them turns out to be zero.
range with_zero_denominator(const range& points, const rule_policies& policies, const ratio& maximum) {
    const rule_result then = when_divided_by_zero(policies, maximum);
    return then.state == rule_state::scored ? hull(points, then.points) : points;
}

range rounded_range(const range& value, const rounding& how) {
    const auto end = [&how](const std::optional<ratio>& each) {
        return each ? std::optional(round_to(*each, how.places, how.mode).value) : std::nullopt;
    };
    return {end(value.low), end(value.high)};
}

rule_result concluded(rule_frame& frame, const rule_value& points, const rule_policies& policies,
                      const ratio& maximum) {
    if (!points && !frame.refusal().empty()) {
        rule_result out;
        out.state = rule_state::refused;
        out.problem = frame.refusal();
        return out;
    }
    if (!points) return when_divided_by_zero(policies, maximum);
    rule_result out;
    out.exact = *points;
    // Points in spite of a division by zero: it stands where facts that are missing may or may not lead.
    out.may_divide_by_zero = frame.may_divide_by_zero() || frame.divided_by_zero();
    if (out.may_divide_by_zero) out.exact = with_zero_denominator(out.exact, policies, maximum);
    out.state = out.exact.is_point() ? rule_state::scored : rule_state::open;
    out.points = policies.points_rounding ? rounded_range(out.exact, *policies.points_rounding) : out.exact;
    return out;
}

}  // namespace

rule_result apply_rule(const scoring_rule& rule, const rule_policies& policies, const ratio& maximum,
                       std::span<const fact> marked, std::span<const fact> context, rule_trace* trace,
                       std::vector<used_fact>* used) {
    std::vector<range> values;
    std::vector<std::optional<fact_value>> found;
    for (const fact_declaration& each : rule.facts) {
        const fact_value* const given = find(each.source == fact_source::mark ? marked : context, each.name);
        const bool zero =
            given == nullptr && policies.missing_fact == missing_fact_policy::zero && may_count_as_zero(each.kind);
        found.push_back(given != nullptr ? std::optional(*given) : std::nullopt);
        if (given == nullptr) {
            values.push_back(zero ? range(ratio()) : attainable(each));
        } else {
            values.push_back(each.kind == fact_kind::level ? range() : range(worth(*given, each)));
        }
        if (used != nullptr) used->push_back({values.size() - 1, found.back(), zero});
        if (!zero) continue;
        if (each.kind == fact_kind::yes_no) {
            found.back().emplace(false);
        } else {
            found.back().emplace(decimal());
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
