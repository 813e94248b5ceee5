/// @file
/// Numbers that are known not to be exact (số gần đúng): standard errors, quantiles, limits of intervals.
#pragma once

#include "parindex/numeric/ratio.hpp"
#include "parindex/support/error.hpp"

#include <compare>
#include <string>

namespace parindex::inline v0 {

/// A finite number in binary floating point. It never becomes a decimal or a ratio, so no score can come from it.
class approximate {
public:
    constexpr approximate() noexcept = default;
    /// @throws error_code::not_finite for infinity and what is no number
    explicit constexpr approximate(double value) : value_(value) {
        if (!(value - value == 0)) throw error(error_code::not_finite, "an approximate number is finite");
    }
    /// Of an exact number: at most two units of the last binary place away.
    /// @throws error_code::not_finite beyond the range of binary numbers
    explicit approximate(const ratio& exact);
    explicit approximate(decimal exact) : approximate(ratio(exact)) {}

    [[nodiscard]] constexpr double value() const noexcept { return value_; }

    friend constexpr std::partial_ordering operator<=>(const approximate&, const approximate&) = default;
    friend constexpr bool operator==(const approximate&, const approximate&) = default;

private:
    double value_ = 0;
};

/// With so many significant digits, the last rounded, in ASCII: 0.11104 and 562230 with 5; zeros at the end are
/// written ("0.7500" with 4). Below 10^-9 and from 10^17 on with a power of ten: "1.5e-12".
/// @throws error_code::invalid_scale unless 1 <= significant_digits <= 17
[[nodiscard]] std::string to_string(approximate value, int significant_digits);

/// With so many decimals: "3.11". @throws error_code::invalid_scale unless 0 <= places <= 18
[[nodiscard]] std::string to_fixed(approximate value, int places);

}  // namespace parindex::inline v0
