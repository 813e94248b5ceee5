#include "io/fact_cell.hpp"

#include "io/number_message.hpp"
#include "parindex/text/date.hpp"
#include "text/quoted.hpp"

namespace parindex::inline v0 {

namespace {

fact_cell read_number(std::string_view text) {
    const parsed_decimal parsed = parse_decimal(text);
    if (parsed.ok()) return {parsed.value, error_code::none, {}};
    return {std::nullopt, parsed.code, number_message(text, parsed)};
}

/// A program that marks thousands with a point may have written "1.000" for a thousand.
fact_cell read_count(std::string_view text) {
    fact_cell out = read_number(text);
    const auto* const number = out.value ? std::get_if<decimal>(&*out.value) : nullptr;
    if (number != nullptr && number->normalized().scale() == 0 && text.find('.') != std::string_view::npos) {
        return {std::nullopt, error_code::wrong_fact, "expected a whole number in digits only, not " + quoted(text)};
    }
    return out;
}

fact_cell read_day(std::string_view text) {
    const parsed_date parsed = parse_iso_date(text);
    if (parsed.ok() && parsed.value.is_complete()) return {parsed.value, error_code::none, {}};
    return {std::nullopt, error_code::invalid_date, "expected a complete date such as 2022-01-20, not " + quoted(text)};
}

fact_cell read_answer(std::string_view text) {
    if (text == "yes" || text == "có") return {true, error_code::none, {}};
    if (text == "no" || text == "không") return {false, error_code::none, {}};
    return {std::nullopt, error_code::wrong_fact, "expected yes or no (or có, không), not " + quoted(text)};
}

}  // namespace

fact_cell read_fact_cell(std::string_view text, fact_kind kind) {
    switch (kind) {
        case fact_kind::count: return read_count(text);
        case fact_kind::number:
        case fact_kind::percent: return read_number(text);
        case fact_kind::date: return read_day(text);
        case fact_kind::yes_no: return read_answer(text);
        case fact_kind::level: break;
    }
    return {std::string(text), error_code::none, {}};
}

}  // namespace parindex::inline v0
