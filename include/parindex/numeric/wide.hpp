/// @file
/// 128-bit intermediate results of 64-bit arithmetic, the only header that knows compiler extensions. With
/// PARINDEX_PORTABLE_WIDE defined, or where the compiler has no 128-bit integer, plain C++ does the same work.
#pragma once

#include <bit>
#include <compare>
#include <cstdint>
#include <limits>

#if defined(__SIZEOF_INT128__) && !defined(PARINDEX_PORTABLE_WIDE)
#define PARINDEX_NATIVE_WIDE 1
#else
#define PARINDEX_NATIVE_WIDE 0
#endif

// For the rare half of a function whose common half is worth inlining.
#if defined(__GNUC__)
#define PARINDEX_OUT_OF_LINE [[gnu::noinline]]
#else
#define PARINDEX_OUT_OF_LINE
#endif

/// Arithmetic in 128 bits, for the layers above numeric; programs need `decimal` and `ratio` only.
namespace parindex::inline v0::wide {

#if PARINDEX_NATIVE_WIDE
__extension__ using native = unsigned __int128;
#endif

/// An unsigned 128-bit integer. Members are ordered so that the default comparison is the numeric one.
struct uint128 {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    friend constexpr auto operator<=>(const uint128&, const uint128&) = default;
    [[nodiscard]] constexpr bool fits_64() const noexcept { return high == 0; }
};

#if PARINDEX_NATIVE_WIDE
constexpr native join(uint128 value) noexcept {
    return native{value.high} << 64 | value.low;
}
constexpr uint128 split(native value) noexcept {
    return {static_cast<std::uint64_t>(value >> 64), static_cast<std::uint64_t>(value)};
}
#endif

/// |value| without overflow at the lowest integer.
constexpr std::uint64_t magnitude(std::int64_t value) noexcept {
    return value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
}

/// a * b in full.
constexpr uint128 multiply(std::uint64_t a, std::uint64_t b) noexcept {
#if PARINDEX_NATIVE_WIDE
    return split(native{a} * b);
#else
    const std::uint64_t a_low = a & 0xffffffffU, a_high = a >> 32, b_low = b & 0xffffffffU, b_high = b >> 32;
    const std::uint64_t low = a_low * b_low;
    const std::uint64_t middle = a_high * b_low + (low >> 32);
    const std::uint64_t cross = a_low * b_high + (middle & 0xffffffffU);
    return {a_high * b_high + (middle >> 32) + (cross >> 32), cross << 32 | (low & 0xffffffffU)};
#endif
}

/// a + b modulo 2^128.
constexpr uint128 add(uint128 a, uint128 b) noexcept {
    const std::uint64_t low = a.low + b.low;
    return {a.high + b.high + (low < a.low ? 1U : 0U), low};
}

/// a - b modulo 2^128.
constexpr uint128 subtract(uint128 a, uint128 b) noexcept {
    return {a.high - b.high - (a.low < b.low ? 1U : 0U), a.low - b.low};
}

/// A quotient and its remainder.
struct division {
    uint128 quotient;
    std::uint64_t remainder = 0;
};

/// value / divisor. @pre divisor != 0
constexpr division divide(uint128 value, std::uint64_t divisor) noexcept {
    if (value.high == 0) return {{0, value.low / divisor}, value.low % divisor};
#if PARINDEX_NATIVE_WIDE
    const native joined = join(value);
    return {split(joined / divisor), static_cast<std::uint64_t>(joined % divisor)};
#else
    // Schoolbook, a bit at a time below the high word: slow, short, and easy to see right.
    division out{{value.high / divisor, 0}, value.high % divisor};
    for (int bit = 63; bit >= 0; --bit) {
        const bool carry = out.remainder >> 63 != 0;
        out.remainder = out.remainder << 1 | (value.low >> bit & 1U);
        out.quotient.low <<= 1;
        if (carry || out.remainder >= divisor) {
            out.remainder -= divisor;
            out.quotient.low |= 1U;
        }
    }
    return out;
#endif
}

/// a + b into `out`; true when the sum does not fit (then `out` is unspecified).
constexpr bool add_overflows(std::int64_t a, std::int64_t b, std::int64_t& out) noexcept {
#if PARINDEX_NATIVE_WIDE
    return __builtin_add_overflow(a, b, &out);
#else
    const std::uint64_t sum = static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b);
    out = std::bit_cast<std::int64_t>(sum);
    return ((a ^ out) & (b ^ out)) < 0;
#endif
}

/// a - b into `out`; true when the difference does not fit (then `out` is unspecified).
constexpr bool subtract_overflows(std::int64_t a, std::int64_t b, std::int64_t& out) noexcept {
#if PARINDEX_NATIVE_WIDE
    return __builtin_sub_overflow(a, b, &out);
#else
    const std::uint64_t difference = static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b);
    out = std::bit_cast<std::int64_t>(difference);
    return ((a ^ b) & (a ^ out)) < 0;
#endif
}

/// a * b into `out`; true when the product does not fit (then `out` is unspecified).
constexpr bool multiply_overflows(std::int64_t a, std::int64_t b, std::int64_t& out) noexcept {
#if PARINDEX_NATIVE_WIDE
    return __builtin_mul_overflow(a, b, &out);
#else
    const bool negative = (a < 0) != (b < 0);
    const uint128 product = multiply(magnitude(a), magnitude(b));
    const std::uint64_t bound = std::uint64_t{1} << 63;
    if (product.high != 0 || product.low > bound || (product.low == bound && !negative)) return true;
    out = std::bit_cast<std::int64_t>(negative ? ~product.low + 1 : product.low);
    return false;
#endif
}

/// A sign and a magnitude: what a 64-bit operation gives before it is known to fit.
struct signed_magnitude {
    bool negative = false;
    uint128 magnitude;

    /// Whether the value is an int64.
    [[nodiscard]] constexpr bool fits_int64() const noexcept {
        const std::uint64_t bound = std::uint64_t{1} << 63;
        return magnitude.high == 0 && (magnitude.low < bound || (negative && magnitude.low == bound));
    }
    /// @pre fits_int64()
    [[nodiscard]] constexpr std::int64_t to_int64() const noexcept {
        return std::bit_cast<std::int64_t>(negative ? ~magnitude.low + 1 : magnitude.low);
    }
};

/// a * factor.
constexpr signed_magnitude multiply(std::int64_t a, std::uint64_t factor) noexcept {
    return {a < 0, multiply(magnitude(a), factor)};
}

/// a + b. @pre both magnitudes are below 2^127
constexpr signed_magnitude add(signed_magnitude a, signed_magnitude b) noexcept {
    if (a.negative == b.negative) return {a.negative, add(a.magnitude, b.magnitude)};
    if (a.magnitude >= b.magnitude) return {a.negative, subtract(a.magnitude, b.magnitude)};
    return {b.negative, subtract(b.magnitude, a.magnitude)};
}

/// The order of two values; +0 and -0 are equal.
constexpr std::strong_ordering compare(signed_magnitude a, signed_magnitude b) noexcept {
    const bool a_negative = a.negative && a.magnitude != uint128{};
    const bool b_negative = b.negative && b.magnitude != uint128{};
    if (a_negative != b_negative) return a_negative ? std::strong_ordering::less : std::strong_ordering::greater;
    return a_negative ? b.magnitude <=> a.magnitude : a.magnitude <=> b.magnitude;
}

}  // namespace parindex::inline v0::wide
