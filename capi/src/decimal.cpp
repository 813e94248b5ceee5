#include "guard.hpp"
#include "numbers.hpp"
#include "parindex/numeric/binary_number.hpp"
#include "parindex/numeric/ratio_text.hpp"
#include "text.hpp"

namespace parindex::capi {

decimal number_in(const parindex_decimal* number, const char* name) {
    required(number, name);
    return decimal::from_parts(number->coefficient, number->scale);
}

parindex_status refuse_number(error_code code, std::string_view text, std::size_t position, const char* expected,
                              parindex_error* report) {
    diagnostic found;
    found.code = code;
    found.where.line = 1;
    found.where.column = code_point_column(text, position);
    found.message = std::string("expected ") + expected;
    report_finding(report, found, 1);
    return static_cast<parindex_status>(code);
}

}  // namespace parindex::capi

using namespace parindex::capi;

parindex_status parindex_decimal_parse(const char* text, size_t text_size, parindex_decimal* number,
                                       parindex_error* report) noexcept {
    return guarded(report, [&] {
        parindex_decimal& out = required(number, "number");
        const std::string_view given = text_in(text, text_size, "text");
        const parindex::parsed_decimal parsed = parindex::parse_decimal(given);
        if (!parsed.ok()) return refuse_number(parsed.code, given, parsed.position, parsed.expected, report);
        out = number_out(parsed.value);
        return PARINDEX_OK;
    });
}

parindex_status parindex_decimal_format(const parindex_decimal* number, char* buffer, size_t capacity, size_t* size,
                                        parindex_error* report) noexcept {
    return guarded(report, [&] { return text_out(to_string(number_in(number, "number")), buffer, capacity, size); });
}

parindex_status parindex_decimal_round(const char* text, size_t text_size, int32_t places, int32_t rounding,
                                       parindex_decimal* number, int32_t* exact, parindex_error* report) noexcept {
    return guarded(report, [&] {
        parindex_decimal& out = required(number, "number");
        const auto mode = word_in(rounding, parindex::rounding_mode::ceiling, "rounding");
        const std::string_view given = text_in(text, text_size, "text");
        const parindex::parsed_ratio parsed = parindex::parse_ratio(given);
        if (!parsed.ok()) return refuse_number(parsed.code, given, parsed.position, parsed.expected, report);
        const parindex::rounded<parindex::decimal> rounded = parsed.value.to_decimal(places, mode);
        out = number_out(rounded.value);
        if (exact != nullptr) *exact = rounded.exact ? 1 : 0;
        return PARINDEX_OK;
    });
}

parindex_status parindex_decimal_from_double(double value, int32_t places, parindex_decimal* number,
                                             parindex_error* report) noexcept {
    return guarded(report, [&] {
        parindex_decimal& out = required(number, "number");
        const parindex::binary_decimal read = parindex::decimal_of_binary(value, places);
        if (!read.ok()) {
            throw parindex::error(
                read.code, "expected a number of " + std::to_string(places) + " decimals in binary floating point");
        }
        out = number_out(read.value);
        return PARINDEX_OK;
    });
}
