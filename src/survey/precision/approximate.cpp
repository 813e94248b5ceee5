#include "parindex/survey/approximate.hpp"

#include <array>
#include <charconv>
#include <cstddef>
#include <limits>
#include <string_view>
#include <system_error>

namespace parindex::inline v0 {

namespace {

/// Of a whole number or one with a power of ten; infinite or 0 where binary numbers end.
double nearest(std::string_view number, bool large) {
    double out = 0;
    const std::from_chars_result read = std::from_chars(number.data(), number.data() + number.size(), out);
    if (read.ec == std::errc{}) return out;
    return large ? std::numeric_limits<double>::infinity() : 0;
}

double quotient_of(const ratio& exact) {
    const std::string numerator = exact.numerator().to_string();
    const std::string denominator = exact.denominator().to_string();
    if (numerator.size() + denominator.size() < 300) return nearest(numerator, true) / nearest(denominator, true);
    // Both are divided by the power of ten that brings the denominator between 0.1 and 1: only a quotient that is out
    // of range can be so now, whatever the lengths of the two.
    const std::string power = "e-" + std::to_string(denominator.size());
    return nearest(numerator + power, numerator.size() > denominator.size()) / nearest(denominator + power, false);
}

void check_digits(bool good, const char* expected) {
    if (!good) throw error(error_code::invalid_scale, expected);
}

}  // namespace

approximate::approximate(const ratio& exact) : approximate(quotient_of(exact)) {}

std::string to_string(approximate value, int significant_digits) {
    check_digits(significant_digits >= 1 && significant_digits <= 17, "an approximate number has 1..17 digits");
    std::array<char, 64> buffer;
    const char* const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value.value(),
                                          std::chars_format::scientific, significant_digits - 1)
                                .ptr;
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const std::size_t mark = text.find('e');
    int exponent = 0;
    std::from_chars(text.data() + mark + (text[mark + 1] == '+' ? 2 : 1), end, exponent);
    if (exponent < -9 || exponent > 16) return std::string(text);

    const bool negative = text.front() == '-';
    std::string digits;
    for (const char each : text.substr(0, mark)) {
        if (each >= '0' && each <= '9') digits += each;
    }
    const int after = significant_digits - 1 - exponent;  // decimals; below zero: zeros before the point
    if (after < 0) digits.append(static_cast<std::size_t>(-after), '0');
    if (after > 0) {
        const auto places = static_cast<std::size_t>(after);
        if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
        digits.insert(digits.size() - places, 1, '.');
    }
    return negative ? '-' + digits : digits;
}

std::string to_fixed(approximate value, int places) {
    check_digits(places >= 0 && places <= 18, "an approximate number is printed with 0..18 decimals");
    std::array<char, 384> buffer;  // 309 digits before the point
    const char* const end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value.value(), std::chars_format::fixed, places)
            .ptr;
    return {buffer.data(), static_cast<std::size_t>(end - buffer.data())};
}

}  // namespace parindex::inline v0
