/// @file
/// The strict text form of a decimal, read and written in ASCII with no locale.
///
///     number = ["-"] ("0" | digit1-9 {digit}) ["." digit {digit}]
///
/// No plus sign, no leading zero, no exponent, no space, no grouping: what a program writes for a program.
/// Numbers as documents print them ("94,52", "3, 61/4") are read by the text layer.
#pragma once

#include "parindex/numeric/decimal.hpp"
#include "parindex/support/limits.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>

namespace parindex::inline v0 {

/// What parse_decimal() found.
struct parsed_decimal {
    decimal value;                       ///< Valid when code is error_code::none.
    error_code code = error_code::none;  ///< none, invalid_number, number_too_long or number_too_precise.
    std::size_t position = 0;            ///< On error: index of the first byte that does not belong.
    const char* expected = "";           ///< On error: what should stand there.

    [[nodiscard]] constexpr bool ok() const noexcept { return code == error_code::none; }
};

namespace detail {

/// Reads a plain number of 1 to 8 characters, all of them at once in one 64-bit word; nearly every score is one. False
/// for everything else, as parse_short().
inline bool parse_word(std::string_view text, decimal& out) noexcept {
    constexpr std::uint64_t each = 0x0101'0101'0101'0101;  // times a byte: that byte in every place
    const std::size_t size = text.size();
    const char* const first = text.data();
    // The text ends at the highest byte, the most significant digit lies lowest, and '0' fills up what is before it.
    const std::size_t before = 8 - size;
    std::uint64_t word = 0;
    if (size >= 4) {
        std::uint32_t front = 0;
        std::uint32_t back = 0;
        std::memcpy(&front, first, 4);
        std::memcpy(&back, first + size - 4, 4);
        word = std::uint64_t{back} << 32 | std::uint64_t{front} << before * 8;
    } else {
        const auto put = [&](std::size_t at) {
            word |= std::uint64_t{static_cast<unsigned char>(first[at])} << (before + at) * 8;
        };
        put(0);
        put(size / 2);
        put(size - 1);
    }
    word |= before == 0 ? 0 : each * '0' >> size * 8;
    const bool negative = *first == '-';
    word ^= std::uint64_t{negative ? '-' ^ '0' : 0U} << before * 8;

    // The lowest byte that is a point, if any: the bytes before it move up by one.
    const std::uint64_t apart = word ^ each * '.';
    const std::uint64_t points = (apart - each) & ~apart & each * 0x80;
    const auto point = static_cast<unsigned>(std::countr_zero(points)) / 8;  // 8 where there is none
    if (point == 7) return false;
    const std::uint64_t low = (std::uint64_t{1} << point * 8 % 64) - 1;
    const std::uint64_t closed = (word & ~(low << 8 | 0xff)) | (word & low) << 8 | '0';
    std::uint64_t digits = (points == 0 ? word : closed) ^ each * '0';
    if ((((digits + each * 0x76) | digits) & each * 0x80) != 0) return false;  // a byte above 9

    const std::size_t start = negative ? 1 : 0;
    if (size == start || first[start] == '.') return false;
    if (first[start] == '0' && size > start + 1 && first[start + 1] != '.') return false;

    // Pairs, then quadruples, then all eight.
    digits = digits * 10 + (digits >> 8);
    constexpr std::uint64_t pairs = 0x0000'00ff'0000'00ff;
    const std::uint64_t value = ((digits & pairs) * (100 + (std::uint64_t{1'000'000} << 32)) +
                                 (digits >> 16 & pairs) * (1 + (std::uint64_t{10'000} << 32))) >>
                                32;
    const auto coefficient = static_cast<std::int64_t>(value);
    out = decimal::from_parts(negative ? -coefficient : coefficient, points == 0 ? 0 : 7 - static_cast<int>(point));
    return true;
}

/// Reads a plain number of at most 18 characters: nothing can overflow, so nothing is checked on the way. False for
/// everything else, including every error: parse_decimal() finds out which.
constexpr bool parse_short(std::string_view text, decimal& out) noexcept {
    const bool negative = text.starts_with('-');
    const std::size_t first = negative ? 1 : 0;
    if (text.size() > 18 || text.size() == first) return false;
    std::int64_t coefficient = 0;
    std::size_t point = text.size();
    for (std::size_t at = first; at < text.size(); ++at) {
        const auto digit = static_cast<unsigned char>(text[at] - '0');
        if (digit <= 9) {
            coefficient = coefficient * 10 + digit;
        } else if (text[at] == '.' && point == text.size()) {
            point = at;
        } else {
            return false;
        }
    }
    const bool leading_zero = text[first] == '0' && point > first + 1;
    if (leading_zero || point == first || point + 1 == text.size()) return false;
    const auto scale = point == text.size() ? 0 : static_cast<int>(text.size() - point - 1);
    out = decimal::from_parts(negative ? -coefficient : coefficient, scale);
    return true;
}

}  // namespace detail

/// Reads the whole of `text` as a decimal. Never throws and never allocates. The scale is the number of decimals
/// written; trailing zeros are dropped only where the value would not fit otherwise. "-0" is zero.
[[nodiscard]] constexpr parsed_decimal parse_decimal(std::string_view text) noexcept {
    decimal plain;
    if (!std::is_constant_evaluated() && std::endian::native == std::endian::little && text.size() - 1 < 8 &&
        detail::parse_word(text, plain)) {
        return {plain};
    }
    if (detail::parse_short(text, plain)) return {plain};
    const auto failed = [](error_code code, std::size_t position, const char* expected) {
        return parsed_decimal{{}, code, position, expected};
    };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() > static_cast<std::size_t>(limits::number_characters)) {
        return failed(error_code::number_too_long, static_cast<std::size_t>(limits::number_characters),
                      "a number of at most 64 characters");
    }
    std::size_t at = 0;
    const bool negative = !text.empty() && text[0] == '-';
    if (negative) ++at;
    if (at == text.size() || !is_digit(text[at])) return failed(error_code::invalid_number, at, "a digit");
    if (text[at] == '0' && at + 1 < text.size() && is_digit(text[at + 1])) {
        return failed(error_code::invalid_number, at, "a number without leading zeros");
    }
    // The largest coefficient is 2^63 on the negative side; digits beyond it are only accepted as trailing zeros.
    const std::uint64_t bound = (std::uint64_t{1} << 63) - (negative ? 0U : 1U);
    std::uint64_t coefficient = 0;
    int scale = 0;
    int zeros = 0;  // zeros read since the last non-zero decimal and not yet part of the coefficient
    bool decimals = false;
    bool too_large = false;
    const auto push = [&](unsigned digit) {
        if (coefficient > (bound - digit) / 10) return false;
        coefficient = coefficient * 10 + digit;
        return true;
    };
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '.' && !decimals) {
            decimals = true;
            if (at + 1 == text.size() || !is_digit(text[at + 1])) {
                return failed(error_code::invalid_number, at + 1, "a digit after the decimal point");
            }
            continue;
        }
        if (!is_digit(c)) return failed(error_code::invalid_number, at, "a digit");
        if (too_large) continue;
        const auto digit = static_cast<unsigned>(c - '0');
        if (!decimals) {
            too_large = !push(digit);
        } else if (digit == 0) {
            ++zeros;
        } else {
            for (; zeros > 0 && !too_large; --zeros, ++scale) too_large = !push(0);
            too_large = too_large || !push(digit) || ++scale > decimal::max_scale;
        }
    }
    if (too_large || scale > decimal::max_scale) {
        return failed(error_code::number_too_precise, 0, "at most 18 decimals and a coefficient of 64 bits");
    }
    for (; zeros > 0 && scale < decimal::max_scale && push(0); --zeros) ++scale;
    const wide::signed_magnitude value{negative, {0, coefficient}};
    return {decimal::from_parts(value.to_int64(), scale)};
}

/// A decimal written out, without allocation.
class decimal_text {
public:
    /// `mark` is the decimal mark: '.' for programs, ',' for Vietnamese print.
    constexpr explicit decimal_text(decimal value, char mark = '.') noexcept {
        std::uint64_t rest = wide::magnitude(value.coefficient());
        for (int written = 0; rest != 0 || written <= value.scale(); ++written) {
            if (written != 0 && written == value.scale()) characters_[--first_] = mark;
            characters_[--first_] = static_cast<char>('0' + rest % 10);
            rest /= 10;
        }
        if (value.sign() < 0) characters_[--first_] = '-';
    }
    [[nodiscard]] constexpr std::string_view view() const noexcept {
        return {characters_.data() + first_, characters_.size() - first_};
    }

private:
    std::array<char, 24> characters_{};  // sign, 19 digits or 18 decimals after "0.", mark
    std::size_t first_ = 24;
};

/// The strict text of `value` with all decimals of its scale: "12.00".
[[nodiscard]] inline std::string to_string(decimal value) {
    return std::string(decimal_text(value).view());
}

/// The strict text of `value` in shortest form: "12".
[[nodiscard]] inline std::string to_shortest_string(decimal value) {
    return to_string(value.normalized());
}

/// `using namespace parindex::literals;` for 94.52_dec.
namespace literals {

/// A decimal known at compile time: 0.28_dec, 1'000.50_dec. Text that is not a strict number (apart from the digit
/// separators of C++) does not compile.
template <char... Characters>
[[nodiscard]] constexpr decimal operator""_dec() noexcept {
    constexpr std::size_t size = ((Characters == '\'' ? 0 : 1) + ...);
    constexpr auto text = [] {
        std::array<char, size> digits{};
        std::size_t at = 0;
        for (const char c : {Characters...}) {
            if (c != '\'') digits[at++] = c;
        }
        return digits;
    }();
    constexpr parsed_decimal parsed = parse_decimal({text.data(), text.size()});
    static_assert(parsed.ok(), "a _dec literal is digits with an optional decimal point");
    return parsed.value;
}

}  // namespace literals
}  // namespace parindex::inline v0
