#include "parindex/assessment/assessment.hpp"

#include <utility>

namespace parindex::inline v0 {

namespace {

rule_result scored(ratio points) {
    rule_result out;
    out.state = rule_state::scored;
    out.points = out.exact = std::move(points);
    return out;
}

/// What a leaf counts as if it turns out not to apply.
range points_where_not_applicable(const criteria_set::node& leaf) {
    return leaf.not_applicable == not_applicable_policy::full ? leaf.maximum : ratio();
}

}  // namespace

std::span<const fact> evaluation_context::of(std::string_view criterion) const noexcept {
    const auto found = facts.find(criterion);
    return found == facts.end() ? std::span<const fact>() : std::span<const fact>(found->second);
}

rule_result points_of(const mark& given, const criteria_set::node& leaf, const evaluation_context& context,
                      rule_trace* trace, std::vector<used_fact>* used) {
    if (given.score) return scored(given.score->value);
    if (given.loss) return scored(leaf.maximum - ratio(given.loss->value));
    rule_result out;
    if (given.not_applicable || !given.facts || !leaf.rule) {
        out.state = rule_state::not_applicable;
        return out;
    }
    out = apply_rule(*leaf.rule, leaf.policies, leaf.full_points(), *given.facts, context.of(leaf.code), trace, used);
    if (out.state != rule_state::open) return out;
    out.points = clamp(out.points, leaf.lowest, leaf.highest);
    if (out.may_divide_by_zero && leaf.policies.zero_denominator == zero_denominator_policy::not_applicable) {
        out.points = hull(out.points, points_where_not_applicable(leaf));
    }
    return out;
}

}  // namespace parindex::inline v0
