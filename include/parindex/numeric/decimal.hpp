/// @file
/// Exact decimal numbers (số thập phân): what a person writes and what a table prints.
#pragma once

#include "parindex/numeric/rounding.hpp"
#include "parindex/numeric/wide.hpp"
#include "parindex/support/error.hpp"

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <type_traits>

namespace parindex::inline v0 {

/// Integers that may become a decimal without being asked: not bool, not a character, and no wider than 64 bits (a
/// compiler's 128-bit integer would lose its upper half).
template <class T>
concept whole_number = std::integral<T> && sizeof(T) <= sizeof(std::int64_t) &&
                       !std::same_as<std::remove_cv_t<T>, bool> && !std::same_as<std::remove_cv_t<T>, char> &&
                       !std::same_as<std::remove_cv_t<T>, wchar_t> && !std::same_as<std::remove_cv_t<T>, char8_t> &&
                       !std::same_as<std::remove_cv_t<T>, char16_t> && !std::same_as<std::remove_cv_t<T>, char32_t>;

namespace detail {

inline constexpr int power_count = 19;
// clang-format off
inline constexpr std::uint64_t powers_of_ten[power_count + 1] = {
    1U, 10U, 100U, 1'000U, 10'000U, 100'000U, 1'000'000U, 10'000'000U, 100'000'000U, 1'000'000'000U, 10'000'000'000U,
    100'000'000'000U, 1'000'000'000'000U, 10'000'000'000'000U, 100'000'000'000'000U, 1'000'000'000'000'000U,
    10'000'000'000'000'000U, 100'000'000'000'000'000U, 1'000'000'000'000'000'000U, 10'000'000'000'000'000'000U};
// clang-format on

[[noreturn]] inline void throw_overflow(const char* operation) {
    throw error(error_code::overflow,
                std::string("the exact ") + operation + " needs more than 18 decimals or a coefficient beyond 64 bits");
}

}  // namespace detail

/// A 64-bit coefficient and a scale of 0..18: value = coefficient / 10^scale. 16 bytes, trivially copyable.
///
/// `+ - *` are exact or throw error_code::overflow, after trailing zeros were dropped in vain. There is no
/// `decimal / decimal`: a quotient is a ratio, or divide() with places and a rounding mode. Values compare and hash
/// by value (1.0 equals 1.00) and keep their scale for printing. There is no negative zero.
class decimal {
public:
    static constexpr int max_scale = 18;

    constexpr decimal() noexcept = default;

    /// @throws error_code::overflow for an unsigned value above 2^63 - 1
    template <whole_number Integer>
    // NOLINTNEXTLINE(google-explicit-constructor)
    constexpr decimal(Integer value) : coefficient_(static_cast<std::int64_t>(value)) {
        if constexpr (std::unsigned_integral<Integer> && sizeof(Integer) == sizeof(std::int64_t)) {
            if (coefficient_ < 0) detail::throw_overflow("integer");
        }
    }

    /// No score comes from binary floating point.
    template <std::floating_point Float>
    decimal(Float) = delete;

    /// coefficient / 10^scale. @throws error_code::invalid_scale unless 0 <= scale <= 18
    static constexpr decimal from_parts(std::int64_t coefficient, int scale) {
        if (scale < 0 || scale > max_scale) throw error(error_code::invalid_scale, "a scale lies in 0..18");
        return {coefficient, scale, unchecked{}};
    }

    [[nodiscard]] constexpr std::int64_t coefficient() const noexcept { return coefficient_; }
    [[nodiscard]] constexpr int scale() const noexcept { return static_cast<int>(scale_); }

    /// -1, 0 or 1.
    [[nodiscard]] constexpr int sign() const noexcept { return (coefficient_ > 0) - (coefficient_ < 0); }

    /// The same value at the smallest scale.
    [[nodiscard]] constexpr decimal normalized() const noexcept {
        decimal out = *this;
        while (out.scale_ > 0 && out.coefficient_ % 10 == 0) {
            out.coefficient_ /= 10;
            --out.scale_;
        }
        return out;
    }

    constexpr decimal operator+() const noexcept { return *this; }
    /// Keeps the scale.
    constexpr decimal operator-() const { return from_parts(0, scale()) - *this; }

    // Operands by reference: inlined into a loop, g++ copies operands by value through the stack.

    /// The larger scale is kept.
    friend constexpr decimal operator+(const decimal& a, const decimal& b) {
        std::int64_t sum = 0;
        if (a.scale_ == b.scale_ && !wide::add_overflows(a.coefficient_, b.coefficient_, sum)) {
            return {sum, a.scale_, unchecked{}};
        }
        return wide_sum(a, b, false);
    }
    friend constexpr decimal operator-(const decimal& a, const decimal& b) {
        std::int64_t difference = 0;
        if (a.scale_ == b.scale_ && !wide::subtract_overflows(a.coefficient_, b.coefficient_, difference)) {
            return {difference, a.scale_, unchecked{}};
        }
        return wide_sum(a, b, true);
    }
    /// The scales are added.
    friend constexpr decimal operator*(const decimal& a, const decimal& b) {
        const std::int64_t scale = a.scale_ + b.scale_;
        std::int64_t product = 0;
        if (scale <= max_scale && !wide::multiply_overflows(a.coefficient_, b.coefficient_, product)) {
            return {product, scale, unchecked{}};
        }
        return wide_product(a, b);
    }

    constexpr decimal& operator+=(decimal other) { return *this = *this + other; }
    constexpr decimal& operator-=(decimal other) { return *this = *this - other; }
    constexpr decimal& operator*=(decimal other) { return *this = *this * other; }

    friend constexpr std::weak_ordering operator<=>(const decimal& a, const decimal& b) noexcept {
        if (a.scale_ == b.scale_) return a.coefficient_ <=> b.coefficient_;
        return wide_order(a, b);
    }
    friend constexpr bool operator==(const decimal& a, const decimal& b) noexcept { return (a <=> b) == 0; }

private:
    friend class decimal_total;  // the bulk sum: adds in 128 bits and checks the fit once, at the end

    struct unchecked {};
    constexpr decimal(std::int64_t coefficient, std::int64_t scale, unchecked) noexcept
        : coefficient_(coefficient), scale_(scale) {}

    /// The coefficient at a scale not below the own one; below 2^63 * 10^18 < 2^123.
    [[nodiscard]] constexpr wide::signed_magnitude at_scale(std::int64_t scale) const noexcept {
        return wide::multiply(coefficient_, detail::powers_of_ten[scale - scale_]);
    }

    /// The coefficient at a scale not below the own one, if 64 bits hold it.
    constexpr bool raise(std::int64_t scale, std::int64_t& out) const noexcept {
        const auto factor = static_cast<std::int64_t>(detail::powers_of_ten[scale - scale_]);
        return !wide::multiply_overflows(coefficient_, factor, out);
    }

    // What one scale and 64 bits do not settle stays out of line, so that the loops of callers keep their registers.

    PARINDEX_OUT_OF_LINE static constexpr decimal wide_sum(const decimal& a, const decimal& b, bool subtract) {
        const std::int64_t scale = a.scale_ > b.scale_ ? a.scale_ : b.scale_;
        std::int64_t first = 0;
        std::int64_t second = 0;
        std::int64_t sum = 0;
        if (a.raise(scale, first) && b.raise(scale, second) &&
            !(subtract ? wide::subtract_overflows(first, second, sum) : wide::add_overflows(first, second, sum))) {
            return {sum, scale, unchecked{}};
        }
        const wide::signed_magnitude left = a.at_scale(scale);
        wide::signed_magnitude right = b.at_scale(scale);
        if (subtract) right.negative = !right.negative;
        return fitted(wide::add(left, right), scale, subtract ? "difference" : "sum");
    }

    PARINDEX_OUT_OF_LINE static constexpr decimal wide_product(const decimal& a, const decimal& b) {
        return fitted({(a.coefficient_ < 0) != (b.coefficient_ < 0),
                       wide::multiply(wide::magnitude(a.coefficient_), wide::magnitude(b.coefficient_))},
                      a.scale_ + b.scale_, "product");
    }

    PARINDEX_OUT_OF_LINE static constexpr std::weak_ordering wide_order(const decimal& a, const decimal& b) noexcept {
        const std::int64_t scale = a.scale_ > b.scale_ ? a.scale_ : b.scale_;
        std::int64_t first = 0;
        std::int64_t second = 0;
        if (a.raise(scale, first) && b.raise(scale, second)) return first <=> second;
        return wide::compare(a.at_scale(scale), b.at_scale(scale));
    }

    /// A wide value as a decimal; trailing zeros go only as far as needed to fit.
    static constexpr decimal fitted(wide::signed_magnitude value, std::int64_t scale, const char* operation) {
        while (scale > max_scale || !value.fits_int64()) {
            const wide::division tenth = wide::divide(value.magnitude, 10);
            if (scale == 0 || tenth.remainder != 0) detail::throw_overflow(operation);
            value.magnitude = tenth.quotient;
            --scale;
        }
        return {value.to_int64(), scale, unchecked{}};
    }

    std::int64_t coefficient_ = 0;
    std::int64_t scale_ = 0;  // as wide as the coefficient: without padding, compilers keep a decimal in registers
};

static_assert(sizeof(decimal) == 16 && std::is_trivially_copyable_v<decimal>);

/// There is no decimal quotient: it rarely terminates. Write ratio(a, b), or divide(a, b, places, mode).
decimal operator/(decimal, decimal) = delete;

/// The value without its sign; keeps the scale. @throws error_code::overflow for -2^63
[[nodiscard]] constexpr decimal abs(decimal value) {
    return value.sign() < 0 ? -value : value;
}

/// `value` with exactly `places` decimals (trailing zeros added or digits rounded away); a negative number of places
/// rounds to tens, hundreds, ... and gives scale 0.
/// @throws error_code::invalid_scale unless -18 <= places <= 18; error_code::overflow if the coefficient would not fit
[[nodiscard]] constexpr rounded<decimal> round_to(decimal value, int places,
                                                  rounding_mode mode = rounding_mode::half_up) {
    if (places < -decimal::max_scale || places > decimal::max_scale) {
        throw error(error_code::invalid_scale, "places to round to lie in -18..18");
    }
    if (places >= value.scale()) {
        std::int64_t padded = 0;
        const auto factor = static_cast<std::int64_t>(detail::powers_of_ten[places - value.scale()]);
        if (wide::multiply_overflows(value.coefficient(), factor, padded)) detail::throw_overflow("padded value");
        return {decimal::from_parts(padded, places), true};
    }
    // 1 <= dropped <= 36; beyond 19 digits nothing of a 64-bit coefficient remains and the half is never reached.
    const int dropped = value.scale() - places;
    const std::uint64_t size = wide::magnitude(value.coefficient());
    std::uint64_t quotient = 0;
    std::uint64_t remainder = size;
    std::strong_ordering half = std::strong_ordering::less;
    if (dropped <= detail::power_count) {
        const std::uint64_t unit = detail::powers_of_ten[dropped];
        quotient = size / unit;
        remainder = size % unit;
        half = remainder <=> unit / 2;
    }
    const bool negative = value.coefficient() < 0;
    if (rounds_away(mode, negative, quotient % 2 != 0, half, remainder == 0)) ++quotient;
    wide::signed_magnitude out{negative, {0, quotient}};
    if (places < 0) out.magnitude = wide::multiply(quotient, detail::powers_of_ten[-places]);
    if (!out.fits_int64()) detail::throw_overflow("rounded value");
    return {decimal::from_parts(out.to_int64(), places < 0 ? 0 : places), remainder == 0};
}

/// dividend / divisor with exactly `places` decimals.
/// @throws error_code::division_by_zero; error_code::invalid_scale unless 0 <= places <= 18; error_code::overflow
[[nodiscard]] constexpr rounded<decimal> divide(decimal dividend, decimal divisor, int places,
                                                rounding_mode mode = rounding_mode::half_up) {
    if (divisor.sign() == 0) throw error(error_code::division_by_zero, "a quotient with divisor zero");
    if (places < 0 || places > decimal::max_scale) {
        throw error(error_code::invalid_scale, "places of a quotient lie in 0..18");
    }
    const bool negative = (dividend.sign() < 0) != (divisor.sign() < 0);
    const std::uint64_t by = wide::magnitude(divisor.coefficient());
    std::uint64_t quotient = 0;
    std::uint64_t remainder = wide::magnitude(dividend.coefficient());
    wide::uint128 unit{0, by};
    int shift = places - dividend.scale() + divisor.scale();  // -18..36
    if (shift < 0) {
        unit = wide::multiply(by, detail::powers_of_ten[-shift]);
        if (unit.fits_64()) {
            quotient = remainder / unit.low;
            remainder %= unit.low;
        }
    } else {
        quotient = remainder / by;
        remainder %= by;
        while (shift > 0) {  // long division, up to 18 digits at a time
            const int step = shift < decimal::max_scale ? shift : decimal::max_scale;
            const std::uint64_t power = detail::powers_of_ten[step];
            const wide::division digits = wide::divide(wide::multiply(remainder, power), by);
            const wide::uint128 longer = wide::add(wide::multiply(quotient, power), digits.quotient);
            if (!longer.fits_64()) detail::throw_overflow("quotient");
            quotient = longer.low;
            remainder = digits.remainder;
            shift -= step;
        }
    }
    const std::strong_ordering half = wide::multiply(remainder, 2) <=> unit;
    wide::uint128 size{0, quotient};
    if (rounds_away(mode, negative, quotient % 2 != 0, half, remainder == 0)) size = wide::add(size, {0, 1});
    const wide::signed_magnitude out{negative, size};
    if (!out.fits_int64()) detail::throw_overflow("quotient");
    return {decimal::from_parts(out.to_int64(), places), remainder == 0};
}

}  // namespace parindex::inline v0

/// Hashes by value: 1.0 as 1.00.
template <>
struct std::hash<parindex::decimal> {
    std::size_t operator()(parindex::decimal value) const noexcept {
        const parindex::decimal plain = value.normalized();
        const auto bits = static_cast<std::uint64_t>(plain.coefficient()) * 0x9e3779b97f4a7c15U;
        return static_cast<std::size_t>(bits ^ bits >> 32 ^ static_cast<std::uint64_t>(plain.scale()));
    }
};
