/// @file
/// Shares that must add up (phân bổ theo số dư lớn nhất): rounding each share alone prints 6.62 + 45.59 + 30.15 + 17.65
/// = 100.01 for 9, 62, 41 and 24 of 136.
#pragma once

#include "parindex/numeric/decimal.hpp"
#include "parindex/numeric/ratio.hpp"

#include <span>
#include <vector>

namespace parindex::inline v0 {

/// Splits `total` in proportion to `weights` into shares of exactly `places` decimals that add up to it.
///
/// Largest remainder (Hamilton): every share is first cut toward zero; the units of 10^-places still missing go one
/// each to the shares that lost most by the cut. Among equal losses the larger weight comes first, then the earlier
/// position; so the same input gives the same shares everywhere. A negative total is split like its magnitude.
///
/// @throws error_code::invalid_scale unless 0 <= places <= 18 and `total` is a multiple of 10^-places;
///         error_code::invalid_value for a negative weight; error_code::division_by_zero if the weights add up to zero
///         (or there are none) and the total does not; error_code::overflow if the total does not fit at `places`
[[nodiscard]] std::vector<decimal> allocate(decimal total, std::span<const ratio> weights, int places);

}  // namespace parindex::inline v0
