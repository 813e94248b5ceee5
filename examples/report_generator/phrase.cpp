#include "report_generator/phrase.hpp"

#include "parindex/text/vietnamese_number.hpp"
#include "report_generator/report_wording.hpp"

#include <optional>

namespace parindex::report {

namespace {

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
        if (!out.empty()) out += separator;
        out += part;
    }
    return out;
}

std::string ended(std::string_view text, std::string_view mark) {
    constexpr std::string_view marks = ".;:!?";
    constexpr std::string_view ellipsis = "…";
    if (text.empty() || marks.find(text.back()) != std::string_view::npos || text.ends_with(ellipsis)) {
        return std::string(text);
    }
    return text_from(text, mark);
}

std::string without_end_mark(std::string_view text) {
    const std::size_t last = text.find_last_not_of(" .;");
    return std::string(text.substr(0, last == std::string_view::npos ? 0 : last + 1));
}

}  // namespace parindex::report
