#include "criteria/rules/formula_wording.hpp"

#include "facts/formula_tokens.hpp"
#include "parindex/numeric/number_text.hpp"

#include <algorithm>
#include <functional>
#include <optional>

namespace parindex::inline v0 {

namespace {

using kind = formula_token_kind;

std::string with_decimal_mark(std::string_view number, const explanation_wording& words) {
    std::string out(number);
    std::replace(out.begin(), out.end(), '.', words.decimal_mark);
    return out;
}

std::string worded(const date& day, const explanation_wording& words) {
    return words.decimal_mark == '.' ? to_string(day) : print_date(day);
}

/// A formula knows no dates: one that stands for a fact reads as numbers with hyphens, as a difference may do too.
std::optional<date> date_at(std::string_view text) {
    constexpr std::size_t size = 10;  // of "2022-01-20"
    if (text.size() < size) return std::nullopt;
    const parsed_date day = parse_iso_date(text.substr(0, size));
    return day.ok() && day.value.is_complete() ? std::optional(day.value) : std::nullopt;
}

using name_text = std::function<std::string(std::string_view)>;

/// "/" with a space on either side: names of several words are hard to tell apart without.
std::string spaced(std::string_view text, const formula_token& sign, std::string_view shown) {
    const bool before = sign.begin > 0 && text[sign.begin - 1] == ' ';
    const bool behind = sign.end < text.size() && text[sign.end] == ' ';
    return (before ? "" : " ") + std::string(shown) + (behind ? "" : " ");
}

std::string rewritten(std::string_view text, const explanation_wording& words, fact_naming naming, bool dates,
                      const name_text& name) {
    const bool long_names = naming == fact_naming::labels;
    std::string out;
    std::size_t copied = 0;
    const auto put = [&](std::size_t begin, std::size_t end, std::string_view shown) {
        out.append(text.substr(copied, begin - copied)).append(shown);
        copied = end;
    };
    for (formula_token token = next_formula_token(text, 0); token.kind != kind::end;) {
        std::size_t end = token.end;
        switch (token.kind) {
            case kind::number:
                if (const std::optional<date> day = dates ? date_at(text.substr(token.begin)) : std::nullopt) {
                    end = token.begin + to_string(*day).size();
                    put(token.begin, end, worded(*day, words));
                } else {
                    put(token.begin, token.end, with_decimal_mark(token.of(text), words));
                }
                break;
            case kind::name:
                if (token.of(text) == "max" && next_formula_token(text, token.end).kind != kind::open) {
                    put(token.begin, token.end, words.maximum);
                } else {
                    put(token.begin, token.end, name(token.of(text)));
                }
                break;
            case kind::percent: put(token.begin, token.end, " %"); break;
            case kind::times: put(token.begin, token.end, long_names ? spaced(text, token, "×") : "×"); break;
            case kind::over: put(token.begin, token.end, long_names ? spaced(text, token, "/") : "/"); break;
            case kind::not_equal: put(token.begin, token.end, "≠"); break;
            case kind::less_equal: put(token.begin, token.end, "≤"); break;
            case kind::greater_equal: put(token.begin, token.end, "≥"); break;
            case kind::word_and: put(token.begin, token.end, words.conjunction); break;
            case kind::word_or: put(token.begin, token.end, words.disjunction); break;
            case kind::word_not: put(token.begin, token.end, words.negation); break;
            default: break;
        }
        token = next_formula_token(text, end);
    }
    return out.append(text.substr(copied));
}

}  // namespace

std::string worded(std::string_view formula, const scoring_rule& rule, fact_naming naming,
                   const explanation_wording& words) {
    return rewritten(formula, words, naming, false, [&](std::string_view name) {
        const fact_declaration* const fact = naming == fact_naming::labels ? rule.find(name) : nullptr;
        return fact == nullptr || fact->label.empty() ? std::string(name) : fact->label;
    });
}

std::string worded_values(std::string_view formula, const scoring_rule& rule, const explanation_wording& words) {
    const bool dates = std::any_of(rule.facts.begin(), rule.facts.end(),
                                   [](const fact_declaration& each) { return each.kind == fact_kind::date; });
    return rewritten(formula, words, fact_naming::names, dates, [&words](std::string_view name) {
        return std::string(name == "yes" ? words.yes : name == "no" ? words.no : name);
    });
}

std::string as_factor(std::string values) {
    std::size_t depth = 0;
    for (formula_token token = next_formula_token(values, 0); token.kind != kind::end;
         token = next_formula_token(values, token.end)) {
        if (token.kind == kind::open) ++depth;
        if (token.kind == kind::close) --depth;
        const bool joins = token.kind == kind::plus || token.kind == kind::minus || token.kind == kind::times ||
                           token.kind == kind::over;
        if (joins && depth == 0) return '(' + values + ')';
    }
    return values;
}

std::string_view negated_fact(std::string_view formula) {
    const formula_token first = next_formula_token(formula, 0);
    if (first.kind != kind::word_not) return {};
    const formula_token second = next_formula_token(formula, first.end);
    const bool alone = next_formula_token(formula, second.end).kind == kind::end;
    return second.kind == kind::name && alone ? second.of(formula) : std::string_view();
}

std::string worded(const decimal& value, const explanation_wording& words) {
    return with_decimal_mark(to_shortest_string(value), words);
}

std::string worded(const threshold& value, const explanation_wording& words) {
    if (value.day) return worded(*value.day, words);
    return worded(value.value, words) + (value.percent ? " %" : "");
}

std::string worded(const rule_points& value, const explanation_wording& words) {
    return worded(value.value, words) + (value.percent ? " %" : "");
}

std::string worded_interval(const steps_rule::step& each, const explanation_wording& words) {
    const std::optional<threshold>& any = each.low ? each.low : each.high;
    if (!any || (each.low && each.low == each.high)) return {};
    const bool dates = any->day.has_value();
    const std::string low = each.low ? worded(*each.low, words) : std::string();
    const std::string high = each.high ? worded(*each.high, words) : std::string();
    if (each.low && each.high) {
        const std::string_view from = each.low_included ? words.from : dates ? words.after : words.above;
        const std::string_view to = each.high_included ? words.to : dates ? words.to_before : words.to_below;
        return ", " + std::string(from) + low + std::string(to) + high;
    }
    if (dates && each.low) return ", " + std::string(each.low_included ? words.from : words.after) + low;
    if (dates && !each.high_included) return ", " + std::string(words.before) + high;
    if (each.low) return (each.low_included ? " ≥ " : " > ") + low;
    return (each.high_included ? " ≤ " : " < ") + high;
}

}  // namespace parindex::inline v0
