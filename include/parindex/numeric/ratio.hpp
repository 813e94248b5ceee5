/// @file
/// Exact fractions (phân số): every score between input and output.
#pragma once

#include "parindex/numeric/decimal.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace parindex::inline v0 {

/// An exact fraction in lowest terms, denominator above zero. While both parts fit 64 bits they lie inline and no
/// memory is allocated; larger values are kept as big integers, up to limits::ratio_bits for each part, beyond which
/// operations throw error_code::ratio_too_large. Equal values have one representation.
class ratio {
public:
    ratio() noexcept = default;

    template <whole_number Integer>
    ratio(Integer value) : numerator_(decimal(value).coefficient()) {}  // NOLINT(google-explicit-constructor)
    ratio(decimal value);                                               // NOLINT(google-explicit-constructor)
    template <std::floating_point Float>
    ratio(Float) = delete;

    /// numerator / denominator. @throws error_code::division_by_zero
    ratio(decimal numerator, decimal denominator);

    ratio(const ratio& other)
        : numerator_(other.numerator_),
          denominator_(other.denominator_),
          big_(other.big_ == nullptr ? nullptr : clone(other.big_)) {}
    ratio(ratio&& other) noexcept
        : numerator_(std::exchange(other.numerator_, 0)),
          denominator_(std::exchange(other.denominator_, 1)),
          big_(std::exchange(other.big_, nullptr)) {}
    ratio& operator=(ratio other) noexcept {
        std::swap(numerator_, other.numerator_);
        std::swap(denominator_, other.denominator_);
        std::swap(big_, other.big_);
        return *this;
    }
    ~ratio() {
        if (big_ != nullptr) destroy(big_);
    }

    /// -1, 0 or 1.
    [[nodiscard]] int sign() const noexcept {
        return big_ == nullptr ? (numerator_ > 0) - (numerator_ < 0) : big_sign();
    }
    /// Whether the denominator is 1.
    [[nodiscard]] bool is_integer() const noexcept { return big_ == nullptr ? denominator_ == 1 : big_is_integer(); }

    /// The parts in lowest terms, each a whole number; the sign is the numerator's.
    [[nodiscard]] ratio numerator() const;
    [[nodiscard]] ratio denominator() const;

    /// "11/14", or "3" for a whole number; any length.
    [[nodiscard]] std::string to_string() const;

    ratio operator-() const;
    friend ratio operator+(const ratio& a, const ratio& b);
    friend ratio operator-(const ratio& a, const ratio& b);
    friend ratio operator*(const ratio& a, const ratio& b);
    /// @throws error_code::division_by_zero
    friend ratio operator/(const ratio& a, const ratio& b);
    ratio& operator+=(const ratio& other) { return *this = *this + other; }
    ratio& operator-=(const ratio& other) { return *this = *this - other; }
    ratio& operator*=(const ratio& other) { return *this = *this * other; }
    ratio& operator/=(const ratio& other) { return *this = *this / other; }

    friend std::strong_ordering operator<=>(const ratio& a, const ratio& b);
    friend bool operator==(const ratio& a, const ratio& b) noexcept {
        if (a.big_ != nullptr && b.big_ != nullptr) return a.big_equals(b);
        return a.big_ == b.big_ && a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
    }

    /// The nearest multiple of 10^-places in the sense of `mode`.
    /// @throws error_code::invalid_scale unless -400 <= places <= 400
    friend rounded<ratio> round_to(const ratio& value, int places, rounding_mode mode);

    /// The value as a decimal of the smallest scale, or nothing if it does not terminate or does not fit.
    [[nodiscard]] std::optional<decimal> exact_decimal() const;

    /// The value rounded, as a decimal with exactly `places` decimals.
    /// @throws error_code::invalid_scale unless 0 <= places <= 18; error_code::overflow
    [[nodiscard]] rounded<decimal> to_decimal(int places, rounding_mode mode = rounding_mode::half_up) const;

    struct big_fraction;  ///< Private to the source file.

private:
    friend struct ratio_kernel;
    friend struct ratio_words;

    static const big_fraction* clone(const big_fraction* value);
    static void destroy(const big_fraction* value) noexcept;
    [[nodiscard]] int big_sign() const noexcept;
    [[nodiscard]] bool big_is_integer() const noexcept;
    [[nodiscard]] bool big_equals(const ratio& other) const noexcept;

    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
    const big_fraction* big_ = nullptr;  // owned; when set, the two integers are 0 and 1
};

rounded<ratio> round_to(const ratio& value, int places, rounding_mode mode = rounding_mode::half_up);

/// The value without its sign.
[[nodiscard]] inline ratio abs(const ratio& value) {
    return value.sign() < 0 ? -value : value;
}

}  // namespace parindex::inline v0
