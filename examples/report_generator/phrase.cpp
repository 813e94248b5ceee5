#include "report_generator/phrase.hpp"

#include "parindex/text/vietnamese_number.hpp"
#include "report_generator/report_wording.hpp"
#include "report_generator/vietnamese_case.hpp"

#include <algorithm>
#include <optional>

namespace parindex::report {

namespace {

constexpr std::string_view spaces = " \t\r\n";

bool ends_with_ellipsis(std::string_view text) {
    return text.ends_with("…") || text.ends_with("...");
}

constexpr rounding display{2, rounding_mode::half_up};

decimal displayed(const ratio& value) {
    if (const std::optional<decimal> exact = value.exact_decimal()) return *exact;
    return value.to_decimal(display.places, display.mode).value;
}

}  // namespace

std::string points_text(const ratio& value) {
    return print_number(displayed(value));
}

std::string deduction_text(const ratio& loss) {
    return print_deduction(displayed(loss));
}

std::string dated_text(const date& value) {
    const std::string_view word = value.day ? wording::day : value.month ? wording::month : wording::year;
    return text_from(word, print_date(value));
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) {
        const std::string text = without_end_mark(part);
        if (text.empty()) continue;
        if (!out.empty()) out += separator;
        out += text;
    }
    return out;
}

std::string ended(std::string_view text, std::string_view mark) {
    std::string out = without_end_mark(text);
    constexpr std::string_view marks = ":!?";
    // What ends as it should stays as the writer has it, also with a space before the mark.
    const std::string trimmed = without_end_mark(text, "");
    const std::string_view end = std::string_view(trimmed).substr(out.size());
    if (end == mark || end == text_from(" ", mark)) return out.empty() ? out : trimmed;
    if (out.empty() || marks.find(out.back()) != std::string_view::npos || ends_with_ellipsis(out)) return out;
    out += mark;
    return out;
}

std::string without_end_mark(std::string_view text, std::string_view marks) {
    text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
    while (!text.empty() && !ends_with_ellipsis(text) &&
           (marks.find(text.back()) != std::string_view::npos || spaces.find(text.back()) != std::string_view::npos)) {
        text.remove_suffix(1);
    }
    return std::string(text);
}

std::string within_sentence(std::string_view text) {
    const std::string_view word = text.substr(0, text.find(' '));
    const auto& common = wording::common_words;
    const bool known = std::find(common.begin(), common.end(), word) != common.end();
    return known ? with_small_first_letter(text) : std::string(text);
}

}  // namespace parindex::report
