#include "criteria/rules/rule_frame.hpp"

#include "numeric/shortest_text.hpp"

namespace parindex::inline v0 {

namespace {

/// A rule that does not know its facts yet divides by what may become zero: what it then gives is anything between the
/// policy's points and its own.
std::string missing_text(const std::string& name) {
    return name + "?";
}

}  // namespace

std::size_t rule_frame::declared(std::string_view fact) const noexcept {
    return static_cast<std::size_t>(rule_.find(fact) - rule_.facts.data());
}

std::span<const range> rule_frame::values_of(const formula& of) const {
    of_formula_.clear();
    of_formula_.reserve(of.names().size());
    for (const std::string& name : of.names()) of_formula_.push_back(values_[declared(name)]);
    return of_formula_;
}

std::string rule_frame::substituted(const formula& of) const {
    std::vector<std::string> shown;
    for (const std::string& name : of.names()) {
        const std::size_t index = declared(name);
        const bool known = index < found_.size() && found_[index] != nullptr;
        std::string text = known ? to_string(*found_[index]) : missing_text(name);
        if (known && rule_.facts[index].kind == fact_kind::percent) text += '%';
        shown.push_back(std::move(text));
    }
    return of.substituted(shown, shortest_text(maximum_));
}

rule_value rule_frame::quantity(const formula& of, rule_trace* trace) {
    const formula_value found = of.evaluate(values_of(of), maximum_);
    if (found.may_divide_by_zero) may_divide_by_zero_ = true;
    if (trace != nullptr) {
        trace->quantity = of.text();
        trace->substituted = substituted(of);
        if (!found.divided_by_zero) trace->value = found.value;
    }
    if (found.divided_by_zero) return divide_by_zero();
    return found.value;
}

rule_value rule_frame::quantity(const formula& of, share_policy policy, rule_trace* trace) {
    const rule_value found = quantity(of, trace);
    return found ? share(*found, policy, trace) : found;
}

rule_value rule_frame::share(const range& value, share_policy policy, rule_trace* trace) {
    if (policy == share_policy::none || (value.high && *value.high <= ratio(1))) return value;
    if (policy == share_policy::reject && value.low && *value.low > ratio(1)) {
        return refuse("the share " + (trace != nullptr ? trace->substituted + " " : std::string()) + "is above 100 %");
    }
    if (trace != nullptr) trace->share_clamped = value.is_point();
    return clamp(value, std::nullopt, ratio(1));
}

rule_value rule_frame::refuse(std::string why) {
    if (refusal_.empty()) refusal_ = std::move(why);
    return std::nullopt;
}

std::vector<std::string> rule_frame::failed(const formula& condition) const {
    return condition.failed(values_of(condition), maximum_);
}

const std::string* rule_frame::level(std::string_view fact) const {
    const std::size_t index = declared(fact);
    return index < found_.size() && found_[index] != nullptr ? std::get_if<std::string>(found_[index]) : nullptr;
}

range rule_frame::limited(range exact, const std::optional<rule_points>& least, const std::optional<rule_points>& most,
                          rule_trace* trace) const {
    if (trace != nullptr) trace->exact = exact;
    if (!least && !most) return exact;
    return clamp(exact, least ? std::optional(points(*least)) : std::nullopt,
                 most ? std::optional(points(*most)) : std::nullopt);
}

rule_value rule_frame::follow(const rule_outcome& outcome, rule_trace* trace) {
    if (outcome.within.empty()) return range(points(outcome.points));
    return apply(outcome.within.front(), trace == nullptr ? nullptr : &trace->within.emplace_back());
}

rule_value rule_frame::apply(const rule& each, rule_trace* trace) {
    if (trace != nullptr) trace->of = &each;
    rule_value out = std::visit([&](const auto& form) { return apply_form(form, *this, trace); }, each.form);
    if (trace != nullptr && out) {
        if (trace->exact == range()) trace->exact = *out;
        trace->points = *out;
    }
    return out;
}

}  // namespace parindex::inline v0
