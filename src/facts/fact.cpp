#include "parindex/facts/fact.hpp"

#include "facts/formula_words.hpp"
#include "parindex/numeric/number_text.hpp"
#include "parindex/support/limits.hpp"
#include "parindex/text/nearest_word.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace parindex::inline v0 {

namespace {

/// The days before `of` since 1 January of the year 1, by the Gregorian rule.
std::int64_t day_number(const date& of) {
    const std::int64_t years = of.year - 1;
    std::int64_t days = years * 365 + years / 4 - years / 100 + years / 400;
    for (int month = 1; month < *of.month; ++month) days += days_in_month(of.year, month);
    return days + *of.day - 1;
}

std::optional<decimal> least_of(const fact_declaration& declared) {
    return declared.least || declared.kind != fact_kind::count ? declared.least : decimal(0);
}

/// "a whole number from 0", "a percentage from 0 to 100".
std::string expected_number(const fact_declaration& declared) {
    std::string out = declared.kind == fact_kind::count     ? "a whole number"
                      : declared.kind == fact_kind::percent ? "a percentage"
                                                            : "a number";
    if (const std::optional<decimal> least = least_of(declared)) out += " from " + to_string(*least);
    if (declared.most) out += " up to " + to_string(*declared.most);
    return out;
}

bool within(decimal value, const fact_declaration& declared) {
    const std::optional<decimal> least = least_of(declared);
    if (declared.kind == fact_kind::count && value.normalized().scale() != 0) return false;
    return (!least || *least <= value) && (!declared.most || value <= *declared.most);
}

/// "one of "a", "b", "c"": a few of many.
std::string expected_level(const fact_declaration& declared) {
    constexpr std::size_t shown = 8;
    if (declared.levels.empty()) return "the code of a level, of which there are none";
    std::string out = "one of ";
    for (std::size_t index = 0; index < std::min(declared.levels.size(), shown); ++index) {
        out += (index == 0 ? "" : ", ") + quoted(declared.levels[index].code);
    }
    if (declared.levels.size() > shown) out += " and " + std::to_string(declared.levels.size() - shown) + " more";
    return out;
}

std::string nearest_level(std::string_view code, const fact_declaration& declared) {
    std::vector<std::string_view> codes;
    for (const fact_level& each : declared.levels) codes.emplace_back(each.code);
    const std::string_view nearest = nearest_word(code, codes);
    return nearest.empty() ? "" : "; did you mean " + quoted(nearest) + '?';
}

/// The value in a message: what a person typed is quoted and cut, the rest is short.
std::string shown(const fact_value& value) {
    if (const std::string* text = std::get_if<std::string>(&value)) return quoted(*text);
    return to_string(value);
}

}  // namespace

std::string_view to_string(fact_kind kind) noexcept {
    switch (kind) {
        case fact_kind::count: return "count";
        case fact_kind::number: return "number";
        case fact_kind::percent: return "percent";
        case fact_kind::date: return "date";
        case fact_kind::yes_no: return "yes_no";
        case fact_kind::level: return "level";
    }
    return "";
}

bool is_fact_name(std::string_view name) noexcept {
    const auto is_small = [](char each) { return each >= 'a' && each <= 'z'; };
    if (name.empty() || name.size() > limits::fact_name_bytes || !is_small(name.front())) return false;
    const bool spelled = std::all_of(name.begin(), name.end(), [&](char each) {
        return is_small(each) || (each >= '0' && each <= '9') || each == '_';
    });
    return spelled && !is_formula_word(name);
}

std::string to_string(const fact_value& value) {
    struct printer {
        std::string operator()(decimal number) const { return to_string(number); }
        std::string operator()(const date& day) const { return to_iso_string(day); }
        std::string operator()(bool answer) const { return answer ? "yes" : "no"; }
        std::string operator()(const std::string& code) const { return code; }
    };
    return std::visit(printer{}, value);
}

std::string mismatch(const fact_value& value, const fact_declaration& declared) {
    std::string expected;
    std::string hint;
    switch (declared.kind) {
        case fact_kind::count:
        case fact_kind::number:
        case fact_kind::percent: {
            const decimal* number = std::get_if<decimal>(&value);
            if (number != nullptr && within(*number, declared)) return {};
            expected = expected_number(declared);
            break;
        }
        case fact_kind::date: {
            const date* day = std::get_if<date>(&value);
            if (day != nullptr && day->is_complete() && day->is_valid()) return {};
            expected = "a complete date";
            break;
        }
        case fact_kind::yes_no:
            if (std::holds_alternative<bool>(value)) return {};
            expected = "yes or no";
            break;
        case fact_kind::level: {
            const std::string* code = std::get_if<std::string>(&value);
            const auto is_code = [code](const fact_level& each) { return each.code == *code; };
            if (code != nullptr && std::any_of(declared.levels.begin(), declared.levels.end(), is_code)) return {};
            expected = expected_level(declared);
            if (code != nullptr) hint = nearest_level(*code, declared);
            break;
        }
    }
    return "expected " + expected + ", not " + shown(value) + hint;
}

ratio worth(const fact_value& value, const fact_declaration& declared) {
    struct counter {
        fact_kind kind;
        ratio operator()(decimal number) const {
            return kind == fact_kind::percent ? ratio(number) / 100 : ratio(number);
        }
        ratio operator()(const date& day) const { return day_number(day); }
        ratio operator()(bool answer) const { return answer ? 1 : 0; }
        ratio operator()(const std::string&) const { return {}; }  // excluded by the precondition
    };
    return std::visit(counter{declared.kind}, value);
}

range attainable(const fact_declaration& declared) {
    switch (declared.kind) {
        case fact_kind::yes_no: return {ratio(0), ratio(1)};
        case fact_kind::date: return {ratio(day_number({1, 1, 1})), ratio(day_number({9999, 12, 31}))};
        case fact_kind::level: return {};
        case fact_kind::count:
        case fact_kind::number:
        case fact_kind::percent: break;
    }
    range out;
    if (const std::optional<decimal> least = least_of(declared)) out.low = worth(*least, declared);
    if (declared.most) out.high = worth(*declared.most, declared);
    return out;
}

}  // namespace parindex::inline v0
