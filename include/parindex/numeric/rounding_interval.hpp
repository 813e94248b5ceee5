/// @file
/// Rounding backwards: which exact values, and which counts of a whole, print as a given figure.
#pragma once

#include "parindex/numeric/decimal.hpp"
#include "parindex/numeric/ratio.hpp"
#include "parindex/numeric/rounding.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace parindex::inline v0 {

/// The exact values between two ends, each of which belongs to them or not.
struct value_interval {
    ratio low;
    ratio high;
    bool low_included = true;
    bool high_included = true;

    [[nodiscard]] bool empty() const { return low > high || (low == high && !(low_included && high_included)); }
    [[nodiscard]] bool contains(const ratio& value) const {
        return (low_included ? low <= value : low < value) && (high_included ? value <= high : value < high);
    }
    friend bool operator==(const value_interval&, const value_interval&) = default;
};

/// "[0.8985, 0.8995)".
[[nodiscard]] std::string to_string(const value_interval& values);

/// Every value times a factor. @pre factor > 0
[[nodiscard]] value_interval operator*(const value_interval& values, const ratio& factor);
/// The sums of a value of `a` and a value of `b`.
[[nodiscard]] value_interval operator+(const value_interval& a, const value_interval& b);
/// The values that lie in both; may be empty.
[[nodiscard]] value_interval intersection(const value_interval& a, const value_interval& b);

/// The exact values that round to `printed`, never none: 8.99 at 2 places half up is what lies in [8.985, 8.995).
/// @throws error_code::invalid_scale unless `printed` is a multiple of 10^-places and 0 <= places <= 18
[[nodiscard]] value_interval values_printed_as(const ratio& printed, const rounding& how);

/// The same of a figure that is printed with all of its decimals: 99.70 says more than 99.7.
[[nodiscard]] inline value_interval values_printed_as(decimal printed, rounding_mode mode) {
    return values_printed_as(printed, rounding{printed.scale(), mode});
}

/// The multiples of 10^-places from one to another.
struct multiple_range {
    ratio first;
    ratio last;
};

/// Those among `values`; nothing where there are none.
/// @throws error_code::invalid_scale unless 0 <= places <= 18
[[nodiscard]] std::optional<multiple_range> multiples_within(const value_interval& values, int places);

/// Whole numbers from one to another, both included.
struct count_range {
    std::int64_t first = 0;
    std::int64_t last = 0;

    friend bool operator==(const count_range&, const count_range&) = default;
};

/// The counts from 0 to `whole` whose share count / whole lies among `shares`; nothing where there are none. Takes the
/// same time whatever the whole is. @pre whole >= 0; of a whole of 0 there are no shares
[[nodiscard]] std::optional<count_range> counts_within(const value_interval& shares, std::int64_t whole);

}  // namespace parindex::inline v0
