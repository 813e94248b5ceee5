#include "criteria/rules/formula_wording.hpp"
#include "criteria/rules/linear_units.hpp"
#include "parindex/criteria/rule_explanation.hpp"

#include <algorithm>
#include <span>

namespace parindex::inline v0 {

namespace {

class search {
public:
    search(const scoring_rule& rule, const ratio& maximum, fact_naming naming)
        : rule_(rule), maximum_(maximum), naming_(naming) {}

    std::vector<next_outcome> run(const rule_trace& trace) {
        if (trace.points.is_point() && *trace.points.low < maximum_) look(trace);
        return std::move(out_);
    }

private:
    void look(const rule_trace& trace) {
        if (!trace.points.is_point()) return;
        std::visit([&](const auto& form) { look(form, trace); }, trace.of->form);
        // Where a rule within decided, it is that rule that can give more; of several cases only the one that counted.
        if (const auto* const form = std::get_if<combine_rule>(&trace.of->form)) {
            look_within(*form, trace);
        } else {
            // A line within a step ends where the step does, which the next step says.
            const bool in_step = std::holds_alternative<steps_rule>(trace.of->form);
            for (const rule_trace& each : trace.within) {
                if (!in_step || each.quantity != trace.quantity) look(each);
            }
        }
    }

    /// Nothing helps a combination that gives its most, and no single rule one whose worst are several.
    void look_within(const combine_rule& form, const rule_trace& trace) {
        if (form.most && *trace.points.low >= form.most->of(maximum_)) return;
        const auto decides = [&trace](const rule_trace& each) { return each.points == trace.exact; };
        if (form.how == combine_rule::method::worst &&
            std::count_if(trace.within.begin(), trace.within.end(), decides) > 1) {
            return;
        }
        const bool all = form.how == combine_rule::method::sum;
        for (std::size_t index = 0; index < trace.within.size(); ++index) {
            if (all || trace.branch == index) look(trace.within[index]);
        }
    }

    /// What follows from a case, if it follows without further facts.
    [[nodiscard]] std::optional<ratio> plain(const rule_outcome& then) const {
        return then.within.empty() ? std::optional(then.points.of(maximum_)) : std::nullopt;
    }

    void look(const levels_rule& form, const rule_trace& trace) {
        std::optional<next_outcome> best;
        for (const levels_rule::level_case& each : form.cases) {
            const std::optional<ratio> points = plain(each.then);
            if (!points || *points <= *trace.points.low || (best && *points >= best->points)) continue;
            best = next_outcome{label(form.fact, each.level), std::nullopt, *points};
        }
        if (best) out_.push_back(*std::move(best));
    }

    [[nodiscard]] std::string label(const std::string& fact, const std::string& level) const {
        const fact_declaration* const declared = rule_.find(fact);
        if (declared == nullptr) return level;
        for (const fact_level& each : declared->levels) {
            if (each.code == level && !each.label.empty()) return each.label;
        }
        return level;
    }

    /// Of the cases before the one taken, which were tried first and did not hold, the next better. Those behind it may
    /// hold and yet not count.
    void look(const cases_rule& form, const rule_trace& trace) {
        if (!trace.branch) return;
        std::optional<next_outcome> best;
        for (const cases_rule::condition_case& each : std::span(form.cases).first(*trace.branch)) {
            const std::optional<ratio> points = plain(each.then);
            if (!points || *points <= *trace.points.low || (best && *points >= best->points)) continue;
            best = next_outcome{named(each.condition), std::nullopt, *points};
        }
        if (best) out_.push_back(*std::move(best));
    }

    /// The nearest step with more points, on either side.
    void look(const steps_rule& form, const rule_trace& trace) {
        if (!trace.value || !trace.value->is_point()) return;
        const ratio& value = *trace.value->low;
        std::optional<next_outcome> best;
        for (const steps_rule::step& each : form.steps) {
            const std::optional<ratio> points = plain(each.then);
            if (!points || *points <= *trace.points.low || each.holds(value)) continue;
            const bool above = each.low && value <= each.low->worth();
            if (!above && !each.high) continue;
            const threshold& edge = above ? *each.low : *each.high;
            const bool included = above ? each.low_included : each.high_included;
            ratio missing = abs(edge.worth() - value);
            if (best && best->missing <= missing) continue;
            best = next_outcome{
                named(form.of) + (above ? (included ? " ≥ " : " > ") : (included ? " ≤ " : " < ")) + shown(edge),
                std::move(missing), *points};
        }
        if (best) out_.push_back(*std::move(best));
    }

    /// Below the cliff the next better is the cliff itself; above it, or without one, where the rule gives its most.
    void look(const linear_rule& form, const rule_trace& trace) {
        if (!trace.value || !trace.value->is_point()) return;
        const std::optional<ratio> goal = trace.below_cliff ? form.fails->below.worth() : fulfilled(form);
        if (!goal || (form.share != share_policy::none && *goal > ratio(1))) return;  // no share gets there
        ratio points = form.start.of(maximum_) + form.points.of(maximum_) * units_of(form, *goal);
        if (form.least) points = std::max(points, form.least->of(maximum_));
        if (form.most) points = std::min(points, form.most->of(maximum_));
        if (points <= *trace.points.low) return;
        const bool percent =
            form.share != share_policy::none || form.per.percent || form.from.percent || is_percent(form.of);
        const std::optional<decimal> exact = (percent ? *goal * ratio(100) : *goal).exact_decimal();
        if (!exact) return;
        const threshold edge = trace.below_cliff ? form.fails->below : threshold{exact->normalized(), percent, {}};
        out_.push_back({named(form.of) + " ≥ " + shown(edge), *goal - *trace.value->low, std::move(points)});
    }

    /// The quantity from which a rising line gives no more: all of a share, the most that its facts can be, or where
    /// its upper limit is reached.
    [[nodiscard]] std::optional<ratio> fulfilled(const linear_rule& form) const {
        const ratio each = form.points.of(maximum_);
        if (each.sign() <= 0) return std::nullopt;
        std::optional<ratio> out = highest(form.of);
        const auto cut = [&out](const ratio& at) { out = out ? std::min(*out, at) : at; };
        if (form.share != share_policy::none) cut(ratio(1));
        if (form.most) {
            ratio units = (form.most->of(maximum_) - form.start.of(maximum_)) / each;
            if (form.whole_units) units = round_to(units, 0, rounding_mode::ceiling).value;
            cut(form.from.worth() + units * form.per.worth());
        }
        return out;
    }

    /// Whether a quantity is a fact that is a percentage.
    [[nodiscard]] bool is_percent(const formula& of) const {
        const fact_declaration* const declared = rule_.find(of.text());
        return declared != nullptr && declared->kind == fact_kind::percent;
    }

    /// The most that a quantity can be by the bounds of its facts.
    [[nodiscard]] std::optional<ratio> highest(const formula& of) const {
        std::vector<range> values;
        for (const std::string& name : of.names()) {
            const fact_declaration* const declared = rule_.find(name);
            values.push_back(declared == nullptr ? range() : attainable(*declared));
        }
        return of.evaluate(values, maximum_).value.high;
    }

    // More of these is a matter of degree.
    void look(const weighted_sum_rule&, const rule_trace&) {}
    void look(const combine_rule&, const rule_trace&) {}
    void look(const formula_rule&, const rule_trace&) {}

    /// Labels are words of a document, and so is what stands between them; names are those of formulas.
    [[nodiscard]] std::string named(const formula& of) const {
        return naming_ == fact_naming::names ? of.text() : worded(of.text(), rule_, naming_, vietnamese_explanation);
    }
    [[nodiscard]] std::string shown(const threshold& value) const {
        return naming_ == fact_naming::names ? to_string(value) : worded(value, vietnamese_explanation);
    }

    const scoring_rule& rule_;
    const ratio& maximum_;
    fact_naming naming_;
    std::vector<next_outcome> out_;
};

}  // namespace

std::vector<next_outcome> next_better(const rule_trace& trace, const scoring_rule& rule, const ratio& maximum,
                                      fact_naming naming) {
    return search(rule, maximum, naming).run(trace);
}

}  // namespace parindex::inline v0
