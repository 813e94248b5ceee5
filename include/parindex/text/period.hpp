/// @file
/// Stretches of time as plans name them: a day, month, quarter (quý), half-year (6 tháng đầu năm) or year.
#pragma once

#include "parindex/text/date.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace parindex::inline v0 {

/// What a period is named by.
enum class period_kind : std::uint8_t { day, month, quarter, half_year, year };

/// A stretch of the calendar. The year is absent where a document leaves it to its context ("6 tháng cuối năm"); the
/// day or month of a period of kind day is absent where a draft leaves it blank.
struct period {
    period_kind kind = period_kind::year;
    std::optional<int> year;    ///< 1..9999
    std::optional<int> number;  ///< Quarter 1..4 or half 1..2; otherwise absent.
    std::optional<int> month;   ///< Of the kinds day and month.
    std::optional<int> day;     ///< Of the kind day.

    friend bool operator==(const period&, const period&) = default;

    /// The first and last day. Nothing while the year or, for a day, the day or month is unknown.
    [[nodiscard]] std::optional<date> first_day() const noexcept;
    [[nodiscard]] std::optional<date> last_day() const noexcept;

    /// As a document prints it: "20/01/2022", "tháng 9/2023", "quý II/2023", "6 tháng đầu năm 2023", "năm 2024". A
    /// blank day or month prints as the long form of print_long_date() does.
    [[nodiscard]] std::string print() const;
};

}  // namespace parindex::inline v0
