/// Linear combinations in whole numbers, whose sums over counts need no fractions.
#pragma once

#include "parindex/numeric/ratio.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace parindex::inline v0 {

/// Whole coefficients, all divided by one denominator; places with 0 are left out.
struct whole_combination {
    std::vector<std::pair<std::size_t, ratio>> terms;
    ratio denominator = 1;
    /// Whether the coefficients were rounded: each to half a unit, which is 10^-60 of the smallest or less.
    bool rounded = false;
};

/// Exact while the common denominator has up to about 1,000 bits. The denominators of 51 items in 63 strata, each with
/// a weight of its own, would have more than limits::ratio_bits together, and slow down every sum long before.
[[nodiscard]] whole_combination over_one_denominator(std::span<const ratio> combination);

/// The value, or, where it has more than about 1,000 bits, the same to 120 digits and more.
[[nodiscard]] ratio of_bounded_length(const ratio& value);

/// Exact sums of c'v over the units of a stratum, without its weight.
struct exact_moments {
    ratio sum;
    ratio squares;  ///< Sum of (c'v)^2.
    ratio spread;   ///< Of c'v about its mean.
};

/// From the sums of v and of v_i v_j, i <= j, row by row. Coefficients that were rounded leave a spread of exactly 0
/// where it cannot be told from 0.
[[nodiscard]] exact_moments moments_of(std::uint64_t drawn, std::span<const std::uint64_t> sums,
                                       std::span<const std::uint64_t> products, const whole_combination& combination);

/// The same from the vectors themselves, one after the other.
class moment_adder {
public:
    explicit moment_adder(const whole_combination& combination) : combination_(combination) {}

    void add(std::span<const std::uint64_t> unit);
    [[nodiscard]] exact_moments moments() const;

private:
    const whole_combination& combination_;
    std::uint64_t drawn_ = 0;
    ratio sum_;
    ratio squares_;
    ratio diagonal_;
};

}  // namespace parindex::inline v0
