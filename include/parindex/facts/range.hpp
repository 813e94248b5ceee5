/// @file
/// Ranges: what a number may still be while the facts behind it are not all known.
#pragma once

#include "parindex/numeric/ratio.hpp"

#include <optional>
#include <utility>

namespace parindex::inline v0 {

/// A closed interval; without a bound where it has none. A number that is known is a range of one point.
struct range {
    std::optional<ratio> low;
    std::optional<ratio> high;

    range() = default;
    range(ratio value) : low(value), high(std::move(value)) {}  // NOLINT(google-explicit-constructor)
    range(std::optional<ratio> least, std::optional<ratio> most) : low(std::move(least)), high(std::move(most)) {}

    [[nodiscard]] bool is_point() const { return low && high && *low == *high; }
    /// Whether the number may be `value`.
    [[nodiscard]] bool contains(const ratio& value) const {
        return (!low || *low <= value) && (!high || value <= *high);
    }

    friend bool operator==(const range&, const range&) = default;
};

/// The smallest range around both.
[[nodiscard]] range hull(const range& a, const range& b);
/// What the number is after it was cut to [least, most]: below `least` it becomes `least`, above `most` it becomes
/// `most`. Nothing is cut where there is no bound.
[[nodiscard]] range clamp(const range& value, const std::optional<ratio>& least, const std::optional<ratio>& most);
/// The differences from 0, whatever the number is.
[[nodiscard]] range operator-(const range& a);
/// The sums, whatever the numbers are.
[[nodiscard]] range operator+(const range& a, const range& b);
/// The differences, whatever the numbers are.
[[nodiscard]] range operator-(const range& a, const range& b);
/// The products, whatever the numbers are.
[[nodiscard]] range operator*(const range& a, const range& b);
/// The quotients by the divisors that are not 0. Where 0 is among the divisors, the quotient has at most one bound: a
/// number from 0 up divided by one from 0 up is at least 0. @throws error_code::division_by_zero if there is no other
[[nodiscard]] range operator/(const range& a, const range& b);

}  // namespace parindex::inline v0
