#include "parindex/criteria/rule.hpp"

#include "parindex/numeric/number_text.hpp"

#include <algorithm>

namespace parindex::inline v0 {

bool operator==(const rule& a, const rule& b) {
    return a.form == b.form && a.label == b.label;
}

bool operator==(const rule_outcome& a, const rule_outcome& b) {
    return a.points == b.points && a.within == b.within;
}

bool operator==(const steps_rule::step& a, const steps_rule::step& b) {
    return a.low == b.low && a.high == b.high && (!a.low || a.low_included == b.low_included) &&
           (!a.high || a.high_included == b.high_included) && a.then == b.then;
}

bool operator==(const combine_rule& a, const combine_rule& b) {
    return a.how == b.how && a.rules == b.rules && a.least == b.least && a.most == b.most;
}

ratio threshold::worth() const {
    if (day) {
        fact_declaration as_date;
        as_date.kind = fact_kind::date;
        return parindex::worth(fact_value(*day), as_date);
    }
    return percent ? ratio(value, decimal(100)) : ratio(value);
}

std::string to_string(const threshold& value) {
    if (value.day) return to_iso_string(*value.day);
    return to_shortest_string(value.value) + (value.percent ? "%" : "");
}

std::string_view to_string(share_policy policy) noexcept {
    switch (policy) {
        case share_policy::none: return "none";
        case share_policy::clamp: return "clamp";
        case share_policy::reject: return "reject";
    }
    return "";
}

const fact_declaration* scoring_rule::find(std::string_view name) const noexcept {
    const auto found =
        std::find_if(facts.begin(), facts.end(), [name](const fact_declaration& each) { return each.name == name; });
    return found == facts.end() ? nullptr : &*found;
}

std::string_view kind_of(const rule& each) noexcept {
    struct {
        std::string_view operator()(const levels_rule&) const { return "levels"; }
        std::string_view operator()(const cases_rule&) const { return "cases"; }
        std::string_view operator()(const steps_rule&) const { return "steps"; }
        std::string_view operator()(const linear_rule&) const { return "linear"; }
        std::string_view operator()(const weighted_sum_rule&) const { return "weighted_sum"; }
        std::string_view operator()(const combine_rule&) const { return "combine"; }
        std::string_view operator()(const formula_rule&) const { return "formula"; }
    } constexpr kinds;
    return std::visit(kinds, each.form);
}

std::string_view to_string(zero_denominator_policy policy) noexcept {
    switch (policy) {
        case zero_denominator_policy::full: return "full";
        case zero_denominator_policy::zero: return "zero";
        case zero_denominator_policy::not_applicable: return "not_applicable";
        case zero_denominator_policy::error: return "error";
    }
    return "";
}

std::string_view to_string(missing_fact_policy policy) noexcept {
    switch (policy) {
        case missing_fact_policy::open: return "open";
        case missing_fact_policy::zero: return "zero";
        case missing_fact_policy::error: return "error";
    }
    return "";
}

rule_policies rule_policies::overridden_by(const rule_policies& own) const {
    rule_policies out = *this;
    if (own.zero_denominator) out.zero_denominator = own.zero_denominator;
    if (own.missing_fact) out.missing_fact = own.missing_fact;
    if (own.points_rounding) out.points_rounding = own.points_rounding;
    return out;
}

}  // namespace parindex::inline v0
