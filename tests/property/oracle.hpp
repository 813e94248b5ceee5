/// An independent second opinion on exact arithmetic: Boost's cpp_rational, with rounding and fitting written from
/// their definitions and in another way than the library does it.
#pragma once

#include "parindex/numeric/number_text.hpp"
#include "parindex/numeric/ratio.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <optional>
#include <string>

namespace oracle {

// cpp_int and cpp_rational without expression templates, so that a subexpression is a number.
using integer = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>, boost::multiprecision::et_off>;
using fraction =
    boost::multiprecision::number<boost::multiprecision::cpp_rational_backend, boost::multiprecision::et_off>;

inline integer power_of_ten(int exponent) {
    integer out = 1;
    for (; exponent > 0; --exponent) out *= 10;
    return out;
}

inline fraction value_of(parindex::decimal value) {
    return fraction(integer(value.coefficient()), power_of_ten(value.scale()));
}

/// Through the text, digit by digit: the constructors of Boost would read a leading zero as octal.
inline integer integer_of(const std::string& digits) {
    integer out;
    for (const char c : digits) {
        if (c != '-') out = out * 10 + (c - '0');
    }
    return digits.starts_with('-') ? integer(-out) : out;
}

inline fraction value_of(const parindex::ratio& value) {
    const std::string text = value.to_string();
    const std::size_t slash = text.find('/');
    if (slash == std::string::npos) return fraction(integer_of(text));
    return fraction(integer_of(text.substr(0, slash)), integer_of(text.substr(slash + 1)));
}

/// The largest whole number not above `value`.
inline integer floor_of(const fraction& value) {
    const integer above = numerator(value);
    const integer below = denominator(value);
    integer quotient = above / below;
    if (quotient * below > above) --quotient;
    return quotient;
}

/// `value` in whole units, from the definition of each mode: the neighbours, and which of them is meant.
inline integer round_to_units(const fraction& value, parindex::rounding_mode mode) {
    using parindex::rounding_mode;
    const integer lower = floor_of(value);
    if (fraction(lower) == value) return lower;
    const integer upper = lower + 1;
    const integer& toward_zero = value < 0 ? upper : lower;
    const integer& away = value < 0 ? lower : upper;
    const fraction to_lower = value - lower;
    const fraction to_upper = upper - value;
    const integer& nearer = to_lower < to_upper ? lower : upper;
    const bool tie = to_lower == to_upper;
    switch (mode) {
        case rounding_mode::half_up: return tie ? away : nearer;
        case rounding_mode::half_down: return tie ? toward_zero : nearer;
        case rounding_mode::half_even: return tie ? (lower % 2 == 0 ? lower : upper) : nearer;
        case rounding_mode::down: return toward_zero;
        case rounding_mode::up: return away;
        case rounding_mode::floor: return lower;
        case rounding_mode::ceiling: return upper;
    }
    return lower;
}

inline fraction round_to(const fraction& value, int places, parindex::rounding_mode mode) {
    const fraction unit = places >= 0 ? fraction(1, power_of_ten(places)) : fraction(power_of_ten(-places));
    return round_to_units(value / unit, mode) * unit;
}

inline bool fits_64(const integer& value) {
    return value >= -(integer(1) << 63) && value < integer(1) << 63;
}

/// The decimal of the largest scale, at most `scale` and at least 0, that holds `value` exactly.
inline std::optional<parindex::decimal> as_decimal(const fraction& value, int scale) {
    for (int at = std::min(scale, parindex::decimal::max_scale); at >= 0; --at) {
        const fraction coefficient = value * power_of_ten(at);
        if (denominator(coefficient) != 1 || !fits_64(numerator(coefficient))) continue;
        return parindex::decimal::from_parts(static_cast<std::int64_t>(numerator(coefficient)), at);
    }
    return std::nullopt;
}

}  // namespace oracle
