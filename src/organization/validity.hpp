// Days as numbers that compare, so that partial dates and open ends need no cases of their own.
#pragma once

#include "parindex/organization/organization_unit.hpp"

#include <limits>

namespace parindex::inline v0 {

/// A day as yyyymmdd: comparable, not countable.
using day_number = int;

inline constexpr day_number first_of_days = 0;
inline constexpr day_number end_of_days = std::numeric_limits<day_number>::max();

/// Days from `first` to before `end`.
struct day_range {
    day_number first = first_of_days;
    day_number end = end_of_days;

    [[nodiscard]] constexpr bool overlaps(const day_range& other) const noexcept {
        return first < other.end && other.first < end;
    }
};

/// The number of a complete date. @throws error_code::invalid_date if it is not complete or not of the calendar
[[nodiscard]] day_number to_day(const date& complete);

/// The days that a date may mean: one, or all of a month or year. @throws error_code::invalid_date
[[nodiscard]] day_range to_days(const date& possibly_partial);

/// The days on which a checked unit exists.
[[nodiscard]] day_range validity_of(const organization_unit& unit);

}  // namespace parindex::inline v0
