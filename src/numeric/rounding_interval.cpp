#include "parindex/numeric/rounding_interval.hpp"

#include "numeric/shortest_text.hpp"

#include <compare>

namespace parindex::inline v0 {

namespace {

/// How far values beyond a printed one still round to it.
struct reach {
    ratio units;  // 0, 1/2 or 1
    bool included = true;
};

/// Of the values above (or below) `printed` units, those up to where the one rounding kernel stops giving it. It is
/// asked in the middle between two neighbours and on either side of it, so no mode has a rule of its own here.
reach reach_of(const ratio& printed, bool upward, rounding_mode mode) {
    const bool odd = !(printed / 2).is_integer();
    const bool from_zero = printed.sign() == 0 || (printed.sign() > 0) == upward;
    const bool negative = printed.sign() == 0 ? !upward : printed.sign() < 0;
    // Toward zero, `printed` is the neighbour farther from zero: the cut quotient is the other one, and what is near
    // `printed` has a large remainder.
    const auto stays = [&](std::strong_ordering distance) {
        return from_zero ? !rounds_away(mode, negative, odd, distance, false)
                         : rounds_away(mode, negative, !odd, 0 <=> distance, false);
    };
    if (!stays(std::strong_ordering::less)) return {0, true};
    if (stays(std::strong_ordering::greater)) return {1, false};
    return {ratio(1, 2), stays(std::strong_ordering::equal)};
}

}  // namespace

std::string to_string(const value_interval& values) {
    return (values.low_included ? "[" : "(") + shortest_text(values.low) + ", " + shortest_text(values.high) +
           (values.high_included ? "]" : ")");
}

value_interval operator*(const value_interval& values, const ratio& factor) {
    return {values.low * factor, values.high * factor, values.low_included, values.high_included};
}

value_interval operator+(const value_interval& a, const value_interval& b) {
    return {a.low + b.low, a.high + b.high, a.low_included && b.low_included, a.high_included && b.high_included};
}

value_interval intersection(const value_interval& a, const value_interval& b) {
    const bool low_is_a = a.low != b.low ? a.low > b.low : !a.low_included;
    const bool high_is_a = a.high != b.high ? a.high < b.high : !a.high_included;
    const value_interval& below = low_is_a ? a : b;
    const value_interval& above = high_is_a ? a : b;
    return {below.low, above.high, below.low_included, above.high_included};
}

value_interval values_printed_as(const ratio& printed, const rounding& how) {
    const ratio unit = decimal::from_parts(1, how.places);
    const ratio units = printed / unit;
    if (!units.is_integer()) {
        throw error(error_code::invalid_scale, "a printed value has no more decimals than it is rounded to");
    }
    const reach below = reach_of(units, false, how.mode);
    const reach above = reach_of(units, true, how.mode);
    return {printed - below.units * unit, printed + above.units * unit, below.included, above.included};
}

std::optional<multiple_range> multiples_within(const value_interval& values, int places) {
    const ratio unit = decimal::from_parts(1, places);
    multiple_range out{round_to(values.low, places, rounding_mode::ceiling).value,
                       round_to(values.high, places, rounding_mode::floor).value};
    if (!values.low_included && out.first == values.low) out.first += unit;
    if (!values.high_included && out.last == values.high) out.last -= unit;
    if (out.first > out.last) return std::nullopt;
    return out;
}

std::optional<count_range> counts_within(const value_interval& shares, std::int64_t whole) {
    if (whole <= 0) return std::nullopt;
    const std::optional<multiple_range> found = multiples_within(intersection(shares, {0, 1}) * whole, 0);
    if (!found) return std::nullopt;
    return count_range{found->first.to_decimal(0).value.coefficient(), found->last.to_decimal(0).value.coefficient()};
}

}  // namespace parindex::inline v0
