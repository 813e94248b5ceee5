/// @file
/// Exact sums (tổng) over whole columns: what a table of thousands of units needs at the speed of memory.
#pragma once

#include "parindex/numeric/decimal.hpp"
#include "parindex/numeric/ratio.hpp"

#include <cstdint>
#include <span>

namespace parindex::inline v0 {

/// The exact sum of a column at the largest scale in it; an empty column gives 0. Only the final value has to fit:
/// partial sums are held in 128 bits, so the order of the values never decides whether there is a result.
/// @throws error_code::overflow as `+` does, after trailing zeros were dropped in vain
[[nodiscard]] decimal sum(std::span<const decimal> column);

/// The exact sum of coefficients that share one scale: a column kept as plain integers.
/// @throws error_code::invalid_scale unless 0 <= scale <= 18; error_code::overflow
[[nodiscard]] decimal sum(std::span<const std::int64_t> coefficients, int scale);

/// The exact sum of fractions: their denominators are collected into one common denominator, and the result is brought
/// to lowest terms once, at the end.
/// @throws error_code::ratio_too_large if the common denominator or the sum needs more than limits::ratio_bits
[[nodiscard]] ratio sum(std::span<const ratio> values);

}  // namespace parindex::inline v0
