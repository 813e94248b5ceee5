#include "organization/validity.hpp"

#include "parindex/support/error.hpp"

namespace parindex::inline v0 {

namespace {

constexpr day_number compose(int year, int month, int day) noexcept {
    return year * 10'000 + month * 100 + day;
}

void require_valid(const date& value) {
    if (!value.is_valid()) throw error(error_code::invalid_date, "expected a date of the calendar");
}

}  // namespace

day_number to_day(const date& complete) {
    require_valid(complete);
    if (!complete.is_complete()) throw error(error_code::invalid_date, "expected a date with month and day");
    return compose(complete.year, *complete.month, *complete.day);
}

day_range to_days(const date& possibly_partial) {
    require_valid(possibly_partial);
    const date& at = possibly_partial;
    // A last day that its month does not have serves as well: only the order matters.
    const day_number first = compose(at.year, at.month.value_or(1), at.day.value_or(1));
    const day_number last = compose(at.year, at.month.value_or(12), at.day.value_or(31));
    return {first, last + 1};
}

day_range validity_of(const organization_unit& unit) {
    return {unit.from ? to_day(*unit.from) : first_of_days, unit.to ? to_day(*unit.to) : end_of_days};
}

}  // namespace parindex::inline v0
