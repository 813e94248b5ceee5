/// @file
/// The one way in for numbers in binary floating point: history that was kept as SQL `float`, with decimals that are
/// known. Nothing else in parindex takes such a number.
#pragma once

#include "parindex/numeric/decimal.hpp"
#include "parindex/support/error.hpp"

namespace parindex::inline v0 {

/// What decimal_of_binary() found.
struct binary_decimal {
    decimal value;                       ///< With exactly the places asked for; valid when code is error_code::none.
    error_code code = error_code::none;  ///< invalid_scale, invalid_number, overflow or number_too_precise.

    [[nodiscard]] constexpr bool ok() const noexcept { return code == error_code::none; }
};

/// The number of `places` decimals that `value` was before it was kept in binary: 3.6100000000000003 with 2 places is
/// 3.61. It is accepted within 128 units of its own last binary place, which covers what adding up a few hundred scores
/// leaves behind, and is error_code::invalid_number beyond: 3.615 with 2 places. Decided in whole numbers. Any NaN or
/// infinity is error_code::invalid_number too.
/// @param value   also below zero; -0.0 is 0
/// @param places  0..18, else error_code::invalid_scale. A number so large that its binary places come near the decimal
///                ones (128 units are a thousandth of 10^-places or more) is error_code::number_too_precise, and one
///                that no decimal of that scale holds error_code::overflow
[[nodiscard]] binary_decimal decimal_of_binary(double value, int places) noexcept;

/// A number of any other type has lost its decimals already (`float`) or never was binary: no silent conversion.
template <class Other>
binary_decimal decimal_of_binary(Other, int) = delete;

}  // namespace parindex::inline v0
