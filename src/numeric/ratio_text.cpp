#include "parindex/numeric/ratio_text.hpp"

#include "parindex/numeric/number_text.hpp"
#include "parindex/support/limits.hpp"

#include <algorithm>

namespace parindex::inline v0 {

namespace {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The whole number that a run of digits writes. Any length, 18 digits at a time.
ratio whole(std::string_view digits) {
    ratio out;
    while (!digits.empty()) {
        const std::size_t size = std::min<std::size_t>(digits.size(), decimal::max_scale);
        std::uint64_t chunk = 0;
        for (const char c : digits.substr(0, size)) chunk = chunk * 10 + static_cast<unsigned>(c - '0');
        out = out * detail::powers_of_ten[size] + chunk;
        digits.remove_prefix(size);
    }
    return out;
}

ratio power_of_ten(std::size_t exponent) {
    ratio out = 1;
    for (; exponent >= decimal::max_scale; exponent -= decimal::max_scale) {
        out *= detail::powers_of_ten[decimal::max_scale];
    }
    return out * detail::powers_of_ten[exponent];
}

/// Where the run of digits that begins at `at` ends.
std::size_t end_of_digits(std::string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
}

}  // namespace

parsed_ratio parse_ratio(std::string_view text) {
    const auto failed = [](error_code code, std::size_t position, const char* expected) {
        return parsed_ratio{{}, code, position, expected};
    };
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    const std::size_t point = end_of_digits(text, first);
    if (point == first) return failed(error_code::invalid_number, first, "a digit");
    if (text[first] == '0' && point - first > 1) {
        return failed(error_code::invalid_number, first, "a number without leading zeros");
    }
    std::string_view decimals;
    std::string_view below = "1";
    std::size_t end = point;
    if (point < text.size() && (text[point] == '.' || text[point] == '/')) {
        const std::size_t next = point + 1;
        end = end_of_digits(text, next);
        if (end == next) return failed(error_code::invalid_number, next, "a digit");
        (text[point] == '.' ? decimals : below) = text.substr(next, end - next);
        if (below == "0") return failed(error_code::division_by_zero, next, "a denominator above zero");
        if (below[0] == '0') return failed(error_code::invalid_number, next, "a number without leading zeros");
    }
    if (end != text.size()) return failed(error_code::invalid_number, end, "a digit");

    // Three digits take ten bits, nearly: the longest part that could fit has just less digits than this.
    constexpr std::size_t most_digits = limits::ratio_bits * 3 / 10 + 20;
    const auto too_large = [&] { return failed(error_code::ratio_too_large, 0, "a fraction of at most 16384 bits"); };
    if (std::max(point - first + decimals.size(), below.size()) > most_digits) return too_large();
    try {
        const ratio above = whole(text.substr(first, point - first)) * power_of_ten(decimals.size()) + whole(decimals);
        const ratio value = above / (whole(below) * power_of_ten(decimals.size()));
        return {first == 1 ? -value : value};
    } catch (const error&) {  // nothing but ratio_too_large is left that these operations could throw
        return too_large();
    }
}

}  // namespace parindex::inline v0
