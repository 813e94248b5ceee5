/// @file
/// Dates and periods as documents print them: "05/9/2016", "ngày 05 tháng 01 năm 2022", "Quý II/2023", "đến năm 2025".
#pragma once

#include "parindex/support/result.hpp"
#include "parindex/text/period.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// What the words before a period say: "trước ngày 30/11/2023", "đến năm 2025".
enum class period_bound : std::uint8_t {
    within,  ///< Some time in the period; no word.
    before,  ///< trước
    until,   ///< đến, đến hết
};

/// What is unusual about a date that could still be read.
enum class date_note : std::uint8_t {
    day_not_padded,       ///< Decree 30/2020/ND-CP, appendix I: days below 10 have a zero.
    month_not_padded,     ///< The months 1 and 2 have a zero.
    month_padded,         ///< The months 3 to 9 have none.
    blank_day,            ///< A draft's blank: "ngày   tháng 01 năm 2022".
    blank_month,          ///< Likewise.
    separator_replaced,   ///< "-" or "." for "/".
    space_removed,        ///< A space inside "20 / 01 / 2022" or around the whole text.
    no_break_space,       ///< A no-break, narrow, thin or other special space.
    invisible_removed,    ///< A soft hyphen, zero-width character or byte order mark.
    letters_composed,     ///< A word that was not in normal form C.
    punctuation_dropped,  ///< A full stop, comma or semicolon behind the date.
    year_outside_window,  ///< Warning: a calendar year, but not one that date_options::years expects.
};

/// The note's name as in the source: "day_not_padded".
[[nodiscard]] std::string_view to_string(date_note note) noexcept;

/// How much a note weighs: warning for year_outside_window, blank_day and blank_month, note for the others.
[[nodiscard]] severity level_of(date_note note) noexcept;

/// A note and its place.
struct placed_date_note {
    date_note kind;
    std::size_t column = 0;  ///< 1-based, in code points of the text as given.

    friend bool operator==(const placed_date_note&, const placed_date_note&) = default;
};

/// What a cell or phrase of a document says.
struct document_date {
    period value;
    period_bound bound = period_bound::within;
    std::vector<placed_date_note> notes;  ///< In the order of the text.

    /// The complete date of a period of kind day.
    [[nodiscard]] std::optional<date> day() const noexcept;
};

/// What the caller knows about a date before it is read.
struct date_options {
    /// The years that make sense, both included. Documents of this state begin in 1945; "1/1/0001" is the empty date of
    /// a careless program, and "24/4/2029" in a document of 2024 a slip: give the document's year to catch it.
    struct year_window {
        int first = 1945;
        int last = 2100;
    } years;
};

/// Reads the whole of `text`; numeric dates are d/m/yyyy, never m/d. Words are compared in normal form C with case
/// ignored and accents kept. The diagnostic of a refused text has the column of the offender and the code invalid_date
/// or invalid_utf8. Timings that name no period ("thường xuyên", "theo quý") are refused. Throws on no input.
[[nodiscard]] result<document_date> read_document_date(std::string_view text, const date_options& options = {});

}  // namespace parindex::inline v0
