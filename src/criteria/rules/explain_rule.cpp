#include "criteria/rules/explanation_wording.hpp"
#include "criteria/rules/formula_wording.hpp"
#include "criteria/rules/linear_units.hpp"
#include "parindex/criteria/rule_explanation.hpp"
#include "parindex/numeric/number_text.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace parindex::inline v0 {

namespace {

constexpr int shown_places = 2;  // of what does not terminate
constexpr int most_places = 12;  // where fewer would look like a threshold
constexpr int near_places = 4;   // of points, before they are rounded
constexpr std::size_t longest_fraction = 40;

class explanation {
public:
    explanation(const scoring_rule& rule, const explanation_wording& words, fact_naming naming)
        : rule_(rule), words_(words), naming_(naming) {}

    std::string run(const rule_result& outcome, const rule_trace& trace, std::span<const used_fact> used) const {
        std::string out = told(outcome, trace, used);
        const std::string outside = outside_facts(used);
        if (outcome.state != rule_state::open && !outside.empty()) {
            out += " (" + std::string(words_.outside) + ": " + outside + ')';
        }
        return out;
    }

private:
    [[nodiscard]] std::string told(const rule_result& outcome, const rule_trace& trace,
                                   std::span<const used_fact> used) const {
        std::string out;
        if (outcome.zero_denominator) {
            out = reading(trace);
            out += (out.empty() ? "" : ": ") + std::string(words_.zero_denominator) + ", ";
            if (outcome.state == rule_state::not_applicable) return out + std::string(words_.not_applicable);
            if (outcome.state == rule_state::refused) return out + std::string(words_.no_points);
            const bool none = outcome.points.low && outcome.points.low->sign() == 0;
            return out + std::string(none ? words_.no_points : words_.full_points) + std::string(words_.arrow) +
                   points(outcome.points);
        }
        if (outcome.state == rule_state::open) {
            return std::string(words_.missing) + ": " + names(used, false) + std::string(words_.arrow) +
                   points(outcome.points);
        }
        if (outcome.state != rule_state::scored) return outcome.problem;
        out = sentence(trace);
        if (outcome.points != outcome.exact) {
            out += ", " + std::string(words_.rounded) + points(outcome.points);
        }
        const std::string zeros = names(used, true);
        if (!zeros.empty()) out += " (" + std::string(words_.counted_as_zero) + ": " + zeros + ')';
        return out;
    }

    /// "b/a = 5/7 = 71,43 % < 80 % → 0 điểm": how a rule and those within it came to their points.
    [[nodiscard]] std::string sentence(const rule_trace& trace) const {
        std::string out = trace.of != nullptr ? trace.of->label : std::string();
        if (!out.empty()) out += ": ";
        if (std::holds_alternative<combine_rule>(trace.of->form)) return out + combined(trace);
        out += reading(trace);
        // Where a rule within decided, its own sentence says the points.
        if (trace.within.empty()) return out + conclusion(trace);
        const rule_trace& inner = trace.within.front();
        const auto* const line = std::get_if<linear_rule>(&inner.of->form);
        const bool same = line != nullptr && inner.quantity == trace.quantity && !inner.below_cliff;
        if (same && inner.of->label.empty()) return out + proportion(*line, inner) + conclusion(inner);
        return out + "; " + sentence(inner);
    }

    /// " → 0,85 điểm, giới hạn còn 0,8 điểm".
    [[nodiscard]] std::string conclusion(const rule_trace& trace) const {
        const std::string out = std::string(words_.arrow) + points(trace.exact);
        return trace.points == trace.exact ? out : out + ", " + std::string(words_.limited) + points(trace.points);
    }

    [[nodiscard]] std::string combined(const rule_trace& trace) const {
        const auto& form = std::get<combine_rule>(trace.of->form);
        std::string out;
        for (const rule_trace& each : trace.within) out += (out.empty() ? "" : "; ") + sentence(each);
        out += "; ";
        switch (form.how) {
            case combine_rule::method::sum: out += words_.sum; break;
            case combine_rule::method::best: out += words_.best; break;
            case combine_rule::method::worst: out += words_.worst; break;
        }
        return out + conclusion(trace);
    }

    /// What was looked at, and what it was: "b/a = 5/7 = 71,43 % < 80 %".
    [[nodiscard]] std::string reading(const rule_trace& trace) const {
        return std::visit([&](const auto& form) { return reading(form, trace); }, trace.of->form);
    }

    [[nodiscard]] std::string reading(const levels_rule& form, const rule_trace& trace) const {
        const fact_declaration* const fact = rule_.find(form.fact);
        const std::string name = fact == nullptr || fact->label.empty() ? form.fact : fact->label;
        if (fact == nullptr || !trace.branch) return name;
        const std::string& code = form.cases[*trace.branch].level;
        const auto level = std::find_if(fact->levels.begin(), fact->levels.end(),
                                        [&code](const fact_level& each) { return each.code == code; });
        const bool has_label = level != fact->levels.end() && !level->label.empty();
        return name + ": " + (has_label ? level->label : code);
    }

    [[nodiscard]] std::string reading(const cases_rule& form, const rule_trace& trace) const {
        if (trace.branch && *trace.branch < form.cases.size()) {
            const std::string& condition = form.cases[*trace.branch].condition.text();
            const std::string shown = named(condition);
            const std::string values = worded_values(trace.substituted, rule_, words_);
            return text_with(words_.holds, quoted(shown)) +
                   (values.empty() || values == shown ? std::string() : " (" + values + ')');
        }
        // That a negation fails is said as what then holds.
        std::string held;
        std::string failed;
        for (const std::string& each : trace.failed) {
            const std::string_view negated = negated_fact(each);
            std::string& list = negated.empty() ? failed : held;
            const std::string condition = quoted(named(negated.empty() ? std::string_view(each) : negated));
            if (list.find(condition) == std::string::npos) list += (list.empty() ? "" : ", ") + condition;
        }
        const std::string_view fails = trace.within.empty() ? words_.does_not_hold : words_.other_case;
        std::string out;
        if (!held.empty()) out = text_with(words_.holds, held);
        if (!failed.empty()) out += (out.empty() ? "" : ", ") + text_with(fails, failed);
        return out.empty() ? std::string(words_.no_condition) : out;
    }
    [[nodiscard]] static std::string quoted(const std::string& text) { return '"' + text + '"'; }
    [[nodiscard]] static std::string text_with(std::string_view words, const std::string& text) {
        return std::string(words) + ' ' + text;
    }

    [[nodiscard]] std::string reading(const steps_rule& form, const rule_trace& trace) const {
        const bool percent = std::any_of(form.steps.begin(), form.steps.end(), [](const steps_rule::step& each) {
            return (each.low && each.low->percent) || (each.high && each.high->percent);
        });
        const bool dates = std::any_of(form.steps.begin(), form.steps.end(), [](const steps_rule::step& each) {
            return (each.low && each.low->day) || (each.high && each.high->day);
        });
        std::vector<ratio> edges;
        for (const steps_rule::step& each : form.steps) {
            for (const std::optional<threshold>* edge : {&each.low, &each.high}) {
                if (*edge) edges.push_back((*edge)->worth());
            }
        }
        std::string out = quantity(form.of, trace, percent, dates, edges);
        if (trace.branch) out += worded_interval(form.steps[*trace.branch], words_);
        return out;
    }

    [[nodiscard]] std::string reading(const linear_rule& form, const rule_trace& trace) const {
        const bool percent =
            form.per.percent || form.share != share_policy::none || (form.fails && form.fails->below.percent);
        std::vector<ratio> edges;
        if (form.fails) edges.push_back(form.fails->below.worth());
        std::string out = quantity(form.of, trace, percent, false, edges);
        if (trace.below_cliff) return out + " < " + worded(form.fails->below, words_);
        return out + proportion(form, trace);
    }
    /// How a quantity becomes points, ": 0,6 + 3 × 0,1", where it is not simply its share of the maximum.
    [[nodiscard]] std::string proportion(const linear_rule& form, const rule_trace& trace) const {
        const bool starts = form.start != rule_points();
        if ((!starts && form.points.percent) || !trace.value || !trace.value->is_point()) return {};
        const ratio found = trace.share_clamped ? ratio(1) : *trace.value->low;
        const ratio units = units_of(form, found);
        const bool below = form.points.value.sign() < 0;
        const rule_points weight{abs(form.points.value), form.points.percent};
        return ": " +
               (starts  ? worded(form.start, words_) + (below ? " - " : " + ")
                : below ? "-"
                        : "") +
               as_factor(number_text(units)) + " × " + worded(weight, words_);
    }
    [[nodiscard]] std::string reading(const weighted_sum_rule& form, const rule_trace& trace) const {
        if (!trace.value) {  // a term divides by zero, or what divides them all is zero
            return trace.over.empty() ? named(trace.quantity) + " = " + worded_values(trace.substituted, rule_, words_)
                                      : named(form.over->text()) + " = " + worded_values(trace.over, rule_, words_);
        }
        std::string terms;
        for (std::size_t index = 0; index < form.terms.size() && index < trace.terms.size(); ++index) {
            const weighted_sum_rule::term& each = form.terms[index];
            const bool below = each.points.value.sign() < 0;
            terms += terms.empty() ? (below ? "-" : "") : (below ? " - " : " + ");
            terms += as_factor(worded_values(trace.terms[index], rule_, words_)) + " × ";
            terms += worded(rule_points{abs(each.points.value), each.points.percent}, words_);
            if (naming_ == fact_naming::labels) terms += " (" + named(each.of.text()) + ')';
        }
        if (!trace.over.empty()) {
            terms = '(' + terms + ") / " +
                    as_factor(trace.share_clamped ? parts(trace) : worded_values(trace.over, rule_, words_));
            if (trace.share_clamped) terms += words_.share_clamped;
        }
        if (form.start == rule_points()) return terms;
        return worded(form.start, words_) + (terms.starts_with('-') ? " - " + terms.substr(1) : " + " + terms);
    }
    /// What there is of the parts, which divides them where they are more than the whole.
    [[nodiscard]] std::string parts(const rule_trace& trace) const {
        std::string out;
        for (const std::string& each : trace.terms) {
            out += (out.empty() ? "" : " + ") + worded_values(each, rule_, words_);
        }
        return out;
    }
    [[nodiscard]] std::string reading(const combine_rule&, const rule_trace&) const { return {}; }
    [[nodiscard]] std::string reading(const formula_rule& form, const rule_trace& trace) const {
        const std::string shown = named(form.points.text());
        const std::string value = worded_values(trace.substituted, rule_, words_);
        return value == shown ? value : shown + " = " + value;
    }

    [[nodiscard]] std::string named(std::string_view formula) const { return worded(formula, rule_, naming_, words_); }

    /// "b/a = 5/7 = 71,43 %".
    /// @param edges  what the value is held against: it is not printed as one that it is not
    [[nodiscard]] std::string quantity(const formula& of, const rule_trace& trace, bool percent, bool dates,
                                       std::vector<ratio> edges) const {
        std::string out = named(of.text());
        const std::string value = worded_values(trace.substituted, rule_, words_);
        if (!value.empty() && value != out) out += " = " + value;
        const bool one_fact = of.names().size() == 1 && of.names().front() == of.text();  // its value says it all
        if (!one_fact && !dates && trace.value && trace.value->is_point()) {
            const ratio scale(percent ? 100 : 1);
            for (ratio& edge : edges) edge *= scale;
            const std::string number = number_text(*trace.value->low * scale, edges) + (percent ? " %" : "");
            if (number != value) out += " = " + number;
        }
        if (trace.share_clamped) out += words_.share_clamped;
        return out;
    }

    /// Labels of the facts that are missing, or count as zero, each with where it should come from.
    [[nodiscard]] std::string names(std::span<const used_fact> used, bool as_zero) const {
        std::string out;
        for (const used_fact& each : used) {
            if (each.value || each.counted_as_zero != as_zero) continue;
            out += (out.empty() ? "" : ", ") + label(each);
            if (is_outside(each)) out += " (" + std::string(words_.outside) + ')';
        }
        return out;
    }
    /// Labels of the facts that the unit did not hand in.
    [[nodiscard]] std::string outside_facts(std::span<const used_fact> used) const {
        std::string out;
        for (const used_fact& each : used) {
            if (each.value && is_outside(each)) out += (out.empty() ? "" : ", ") + label(each);
        }
        return out;
    }
    [[nodiscard]] const std::string& label(const used_fact& of) const {
        const fact_declaration& fact = rule_.facts[of.declared];
        return fact.label.empty() ? fact.name : fact.label;
    }
    [[nodiscard]] bool is_outside(const used_fact& each) const {
        return rule_.facts[each.declared].source == fact_source::context;
    }

    [[nodiscard]] std::string number_text(const ratio& value, std::span<const ratio> edges = {}) const {
        const std::optional<decimal> exact = value.exact_decimal();
        if (exact && exact->normalized().scale() <= 4) return worded(*exact, words_);
        int places = shown_places;
        ratio near = round_to(value, places).value;
        while (places < most_places && near != value && std::find(edges.begin(), edges.end(), near) != edges.end()) {
            near = round_to(value, ++places).value;
        }
        return near.exact_decimal() ? worded_values(to_string(value.to_decimal(places).value), rule_, words_)
                                    : near.to_string();
    }
    /// Points are shown exactly: what does not terminate as a fraction, "11/14 ≈ 0,7857", unless that is endless
    /// itself.
    [[nodiscard]] std::string points_text(const std::optional<ratio>& value) const {
        if (!value) return "…";
        if (const std::optional<decimal> exact = value->exact_decimal()) return worded(*exact, words_);
        const std::string fraction = value->to_string();
        const std::optional<decimal> near = round_to(*value, near_places).value.exact_decimal();
        if (!near) return fraction;
        return (fraction.size() <= longest_fraction ? fraction + " ≈ " : "≈ ") + worded(*near, words_);
    }
    [[nodiscard]] std::string points(const range& value) const {
        if (!value.is_point()) {
            return std::string(words_.from) + points_text(value.low) + std::string(words_.to) +
                   points_text(value.high) + std::string(words_.points);
        }
        const bool one = value.low == ratio(1) || value.low == ratio(-1);
        return points_text(value.low) + std::string(one ? words_.point : words_.points);
    }

    const scoring_rule& rule_;
    const explanation_wording& words_;
    fact_naming naming_;
};

}  // namespace

std::string explain(const scoring_rule& rule, const rule_result& outcome, const rule_trace& trace,
                    std::span<const used_fact> used, explanation_language language, fact_naming naming) {
    return explanation(rule, wording_of(language), naming).run(outcome, trace, used);
}

}  // namespace parindex::inline v0
