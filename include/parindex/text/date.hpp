/// @file
/// Dates (ngày tháng năm) of documents: complete, or with a month or day still blank as drafts leave them.
#pragma once

#include "parindex/support/error.hpp"

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// By the Gregorian rule.
[[nodiscard]] constexpr bool is_leap_year(int year) noexcept {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/// 28..31. @pre 1 <= month <= 12; 0 otherwise
[[nodiscard]] constexpr int days_in_month(int year, int month) noexcept {
    if (month < 1 || month > 12) return 0;
    if (month == 2) return is_leap_year(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// A date of the Gregorian calendar. A draft may leave the day, or day and month, blank ("ngày   tháng   năm 2022").
struct date {
    int year = 0;              ///< 1..9999
    std::optional<int> month;  ///< 1..12
    std::optional<int> day;    ///< 1..days_in_month(); never set without a month in a valid date

    [[nodiscard]] constexpr bool is_complete() const noexcept { return month.has_value() && day.has_value(); }

    /// Whether every field that is set lies in the calendar.
    [[nodiscard]] constexpr bool is_valid() const noexcept {
        if (year < 1 || year > 9999) return false;
        if (!month) return !day;
        if (*month < 1 || *month > 12) return false;
        return !day || (*day >= 1 && *day <= days_in_month(year, *month));
    }

    friend constexpr bool operator==(const date& a, const date& b) noexcept = default;

    /// Total for complete dates. Partial dates are ordered as far as their common fields decide: 2021 is before
    /// 2022-01-20, but 2022 and 2022-01-20 are unordered.
    friend constexpr std::partial_ordering operator<=>(const date& a, const date& b) noexcept {
        if (a.year != b.year) return a.year <=> b.year;
        if (!a.month || !b.month) return a == b ? std::partial_ordering::equivalent : std::partial_ordering::unordered;
        if (*a.month != *b.month) return *a.month <=> *b.month;
        if (!a.day || !b.day) return a == b ? std::partial_ordering::equivalent : std::partial_ordering::unordered;
        return *a.day <=> *b.day;
    }
};

/// What parse_iso_date() found.
struct parsed_date {
    date value;                          ///< Valid when code is error_code::none.
    error_code code = error_code::none;  ///< none or invalid_date.
    std::size_t position = 0;            ///< On error: index of the first byte that does not belong.
    const char* expected = "";           ///< On error: what should stand there.

    [[nodiscard]] constexpr bool ok() const noexcept { return code == error_code::none; }
};

/// Reads the whole of `text` in the form of ISO 8601: "2022-01-20", "2022-01" or "2022", years 0001 to 9999. Never
/// throws and never allocates.
[[nodiscard]] parsed_date parse_iso_date(std::string_view text) noexcept;

/// "2022-01-20", "2022-01" or "2022". @pre value.is_valid(); of other values the parts are printed as they are
[[nodiscard]] std::string to_iso_string(const date& value);

/// "20/01/2022", with the zeros of Decree 30/2020/ND-CP, appendix I: days below 10 and the months 1 and 2 are padded,
/// the months 3 to 9 are not ("05/9/2016"). A blank day leaves "01/2022", a blank month "2022".
[[nodiscard]] std::string print_date(const date& value);

/// "ngày 20 tháng 01 năm 2022", with the same zeros. `blank` stands between the words, with no space added, where a
/// field is missing: by default "ngày   tháng   năm 2022".
[[nodiscard]] std::string print_long_date(const date& value, std::string_view blank = "   ");

}  // namespace parindex::inline v0
