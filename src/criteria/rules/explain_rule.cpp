#include "criteria/rules/explanation_wording.hpp"
#include "criteria/rules/fact_labels.hpp"
#include "parindex/criteria/rule_explanation.hpp"
#include "parindex/numeric/number_text.hpp"

#include <algorithm>

namespace parindex::inline v0 {

namespace {

constexpr int shown_places = 2;  // of what does not terminate

class explanation {
public:
    explanation(const scoring_rule& rule, const explanation_wording& words, fact_naming naming)
        : rule_(rule), words_(words), naming_(naming) {}

    std::string run(const rule_result& outcome, const rule_trace& trace, std::span<const used_fact> used) const {
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

private:
    /// "b/a = 5/7 = 71,43 % < 80 % → 0 điểm": how a rule and those within it came to their points.
    [[nodiscard]] std::string sentence(const rule_trace& trace) const {
        std::string out = trace.of != nullptr ? trace.of->label : std::string();
        if (!out.empty()) out += ": ";
        if (std::holds_alternative<combine_rule>(trace.of->form)) return out + combined(trace);
        out += reading(trace);
        // Where a rule within decided, its own sentence says the points.
        if (!trace.within.empty()) return out + "; " + sentence(trace.within.front());
        out += std::string(words_.arrow);
        if (trace.points != trace.exact) {
            return out + points(trace.exact) + ", " + std::string(words_.limited) + points(trace.points);
        }
        return out + points(trace.points);
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
        out += std::string(words_.arrow) + points(trace.exact);
        if (trace.points != trace.exact) out += ", " + std::string(words_.limited) + points(trace.points);
        return out;
    }

    /// What was looked at, and what it was: "b/a = 5/7 = 71,43 % < 80 %".
    [[nodiscard]] std::string reading(const rule_trace& trace) const {
        return std::visit([&](const auto& form) { return reading(form, trace); }, trace.of->form);
    }

    [[nodiscard]] std::string reading(const levels_rule& form, const rule_trace& trace) const {
        const fact_declaration* const fact = find_declaration(rule_, form.fact);
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
            return std::string(words_.holds) + " \"" + named(form.cases[*trace.branch].condition) + '"' +
                   facts_of(form.cases[*trace.branch].condition.text(), trace);
        }
        std::string failed;
        for (const std::string& each : trace.failed) failed += (failed.empty() ? "\"" : ", \"") + each + '"';
        if (failed.empty()) return std::string(words_.no_condition);
        return std::string(words_.does_not_hold) + ' ' + failed;
    }
    /// The values behind a condition, where it shows any.
    [[nodiscard]] static std::string facts_of(const std::string& text, const rule_trace& trace) {
        return trace.substituted.empty() || trace.substituted == text ? std::string() : " (" + trace.substituted + ')';
    }

    [[nodiscard]] std::string reading(const steps_rule& form, const rule_trace& trace) const {
        const bool percent = std::any_of(form.steps.begin(), form.steps.end(), [](const steps_rule::step& each) {
            return (each.low && each.low->percent) || (each.high && each.high->percent);
        });
        const bool dates = std::any_of(form.steps.begin(), form.steps.end(), [](const steps_rule::step& each) {
            return (each.low && each.low->day) || (each.high && each.high->day);
        });
        std::string out = quantity(form.of, trace, percent, dates);
        if (trace.branch) out += interval(form.steps[*trace.branch]);
        return out;
    }

    [[nodiscard]] std::string reading(const linear_rule& form, const rule_trace& trace) const {
        const bool percent =
            form.per.percent || form.share != share_policy::none || (form.fails && form.fails->below.percent);
        std::string out = quantity(form.of, trace, percent, false);
        if (trace.below_cliff) out += " < " + shown(form.fails->below);
        return out;
    }
    [[nodiscard]] std::string reading(const weighted_sum_rule& form, const rule_trace& trace) const {
        if (!trace.value) return trace.quantity + " = " + localized(trace.substituted);
        const bool labels = naming_ == fact_naming::labels;
        std::string terms;
        for (std::size_t index = 0; index < form.terms.size() && index < trace.terms.size(); ++index) {
            const rule_points& weight = form.terms[index].points;
            const bool below = weight.value.sign() < 0;
            terms += terms.empty() ? (below ? "-" : "") : (below ? " - " : " + ");
            if (labels) terms += named(form.terms[index].of) + ' ';
            terms += localized(trace.terms[index]) + " × " + shown(rule_points{abs(weight.value), weight.percent});
        }
        if (!trace.over.empty()) {
            terms = '(' + terms + ") / " + localized(trace.over);
            if (trace.share_clamped) terms += words_.share_clamped;
        }
        if (form.start == rule_points()) return terms;
        return shown(form.start) + (terms.starts_with('-') ? " - " + terms.substr(1) : " + " + terms);
    }
    [[nodiscard]] std::string reading(const combine_rule&, const rule_trace&) const { return {}; }
    [[nodiscard]] std::string reading(const formula_rule& form, const rule_trace& trace) const {
        const std::string value = localized(trace.substituted);
        return value == localized(form.points.text()) ? value : named(form.points) + " = " + value;
    }

    [[nodiscard]] std::string named(const formula& of) const { return parindex::named(of, rule_, naming_); }

    /// "b/a = 5/7 = 71,43 %".
    [[nodiscard]] std::string quantity(const formula& of, const rule_trace& trace, bool percent, bool dates) const {
        std::string out = named(of);
        const std::string value = localized(trace.substituted);
        if (!value.empty() && value != out) out += " = " + value;
        if (dates || !trace.value || !trace.value->is_point()) return out;
        const ratio& found = *trace.value->low;
        const std::string number = percent ? number_text(found * ratio(100)) + " %" : number_text(found);
        if (number != value) out += " = " + number;
        if (trace.share_clamped) out += words_.share_clamped;
        return out;
    }

    /// Where the value lies: " < 80 %", " = 100 %", ", từ 70 % đến 90 %" as signs.
    [[nodiscard]] std::string interval(const steps_rule::step& each) const {
        if (each.low && each.low == each.high) return {};
        std::string out;
        if (each.low) out += (each.low_included ? " ≥ " : " > ") + shown(*each.low);
        if (each.high)
            out += (out.empty() ? "" : ",") + std::string(each.high_included ? " ≤ " : " < ") + shown(*each.high);
        return out;
    }

    /// Labels of the facts that are missing, or count as zero.
    [[nodiscard]] std::string names(std::span<const used_fact> used, bool as_zero) const {
        std::string out;
        for (const used_fact& each : used) {
            if (each.value || each.counted_as_zero != as_zero) continue;
            const fact_declaration& fact = rule_.facts[each.declared];
            out += (out.empty() ? "" : ", ") + (fact.label.empty() ? fact.name : fact.label);
        }
        return out;
    }

    /// Values inside a formula as the language prints them. A formula has no points but those of decimals, and no
    /// hyphens between digits but those of dates.
    [[nodiscard]] std::string localized(std::string text) const {
        if (words_.decimal_mark == '.') return text;
        std::replace(text.begin(), text.end(), '.', words_.decimal_mark);
        constexpr std::size_t size = 10;  // of "2022-01-20"
        for (std::size_t at = 0; at + size <= text.size(); ++at) {
            const parsed_date day = parse_iso_date(std::string_view(text).substr(at, size));
            if (!day.ok() || !day.value.is_complete()) continue;
            const std::string printed = print_date(day.value);
            text.replace(at, size, printed);
            at += printed.size() - 1;
        }
        return text;
    }
    [[nodiscard]] std::string number_text(const ratio& value) const {
        const std::optional<decimal> exact = value.exact_decimal();
        if (exact && exact->normalized().scale() <= 4) return localized(to_shortest_string(*exact));
        return localized(round_to(value, shown_places).value.exact_decimal()
                             ? to_string(value.to_decimal(shown_places).value)
                             : round_to(value, shown_places).value.to_string());
    }
    [[nodiscard]] std::string shown(const threshold& value) const {
        if (value.day) return localized(to_string(value));
        return localized(to_shortest_string(value.value)) + (value.percent ? " %" : "");
    }
    [[nodiscard]] std::string shown(const rule_points& value) const {
        return localized(to_shortest_string(value.value)) + (value.percent ? " %" : "");
    }
    /// Points are shown exactly: what does not terminate as a fraction.
    [[nodiscard]] std::string points(const range& value) const {
        const auto text = [this](const std::optional<ratio>& end) {
            if (!end) return std::string("…");
            const std::optional<decimal> exact = end->exact_decimal();
            return exact ? localized(to_shortest_string(*exact)) : end->to_string();
        };
        if (!value.is_point()) {
            return std::string(words_.from) + text(value.low) + std::string(words_.to) + text(value.high) +
                   std::string(words_.points);
        }
        const bool one = value.low == ratio(1) || value.low == ratio(-1);
        return text(value.low) + std::string(one ? words_.point : words_.points);
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
