/// What a reader returned, on one line, so that a table of tests stays a table.
#pragma once

#include "parindex/numeric/number_text.hpp"
#include "parindex/text/document_date.hpp"
#include "parindex/text/document_number.hpp"

#include <string>
#include <string_view>

namespace parindex::test {

inline std::string error_summary(const diagnostics& findings) {
    const diagnostic& first = findings.front();
    std::string out = "refused@" + std::to_string(first.where.column);
    switch (first.code) {
        case error_code::invalid_number:
        case error_code::invalid_date: break;
        case error_code::number_too_long: out += " too long"; break;
        case error_code::number_too_precise: out += " too precise"; break;
        case error_code::invalid_utf8: out += " not UTF-8"; break;
        default: out += " WRONG CODE";
    }
    return out;
}

inline std::string reading_summary(const number_reading& reading) {
    constexpr const char* leads[] = {"", "rank ", "rise ", "fall ", "deduction ", "reached "};
    constexpr const char* units[] = {"", " points", "%", " points%", " places", " other"};
    constexpr const char* decisions[] = {"", " by format", " by column", " by maximum", " by kind", ""};
    std::string out = leads[static_cast<int>(reading.lead)];
    out += to_string(reading.reading);
    if (reading.other_reading) out += "?" + to_string(*reading.other_reading);
    if (reading.ambiguous() != (reading.decided_by == number_decision::undecided)) out += " INCONSISTENT";
    out += decisions[static_cast<int>(reading.decided_by)];
    out += units[static_cast<int>(reading.unit)];
    return out;
}

/// "3.61/4 points", "1 (0.727)", "92.830?92830", "none", "refused@3".
inline std::string number_summary(std::string_view text, const number_options& options = {}) {
    const result<document_number> read = read_document_number(text, options);
    if (!read) return error_summary(read.error());
    if (!read->present) return "none";
    std::string out = reading_summary(read->first);
    if (read->of) out += "/" + reading_summary(*read->of);
    if (read->bracketed) out += " (" + reading_summary(*read->bracketed) + ")";
    return out;
}

/// "space_removed@3 decimal_comma@2".
inline std::string repairs_of(std::string_view text, const number_options& options = {}) {
    const result<document_number> read = read_document_number(text, options);
    if (!read) return error_summary(read.error());
    std::string out;
    for (const applied_repair& repair : read->repairs) {
        if (!out.empty()) out += ' ';
        out += to_string(repair.kind);
        out += "@" + std::to_string(repair.column);
    }
    return out;
}

inline number_options of_kind(number_kind kind) {
    number_options options;
    options.kind = kind;
    return options;
}

inline number_options with_maximum(decimal maximum) {
    number_options options;
    options.maximum = maximum;
    return options;
}

/// The period as printed, with a word for its kind and bound: "day 20/01/2022", "before day 30/11/2023".
inline std::string date_summary(std::string_view text, const date_options& options = {}) {
    const result<document_date> read = read_document_date(text, options);
    if (!read) return error_summary(read.error());
    constexpr const char* bounds[] = {"", "before ", "until "};
    constexpr const char* kinds[] = {"day ", "month ", "quarter ", "half-year ", "year "};
    std::string out = bounds[static_cast<int>(read->bound)];
    out += kinds[static_cast<int>(read->value.kind)];
    out += read->value.print();
    return out;
}

inline std::string notes_of(std::string_view text, const date_options& options = {}) {
    const result<document_date> read = read_document_date(text, options);
    if (!read) return error_summary(read.error());
    std::string out;
    for (const placed_date_note& note : read->notes) {
        if (!out.empty()) out += ' ';
        out += to_string(note.kind);
        out += "@" + std::to_string(note.column);
    }
    return out;
}

}  // namespace parindex::test
