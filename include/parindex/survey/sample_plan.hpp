/// @file
/// Planning of a survey (phương án điều tra): how many people to ask, how many in each group, and who has answered.
#pragma once

#include "parindex/numeric/decimal.hpp"
#include "parindex/numeric/ratio.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// How many answers a survey needs (cỡ mẫu), and from which formula.
struct sample_size {
    std::string_view formula;  ///< "n = N/(1 + N e^2)".
    ratio exact;               ///< What the formula gives: 10000/26.
    std::int64_t size = 0;     ///< Rounded up: 385.
};

/// n = N/(1 + N e^2), as the ministry's pilot of 2013-2015 took it (Slovin, Yamane): 95 % confidence with z rounded to
/// 2 and shares of one half.
/// @param population  N, at least 1
/// @param margin      e as a share: 0.05 for 5 %; above 0 and below 1, so that a 5 meant as 5 % is refused
/// @throws error_code::invalid_sample_plan
[[nodiscard]] sample_size slovin_sample_size(std::int64_t population, decimal margin);

/// n0 = z^2 p (1 - p)/e^2, of a population without bound.
/// @param z       quantile of the confidence, above 0: 1.96 for 95 %
/// @param share   p, the share that is expected, between 0 and 1; 0.5 asks for most answers
/// @param margin  e as above
/// @throws error_code::invalid_sample_plan, also where the size needs more than 64 bits
[[nodiscard]] sample_size proportion_sample_size(decimal z, decimal share, decimal margin);

/// n = n0/(1 + (n0 - 1)/N) of the n0 above, not rounded before.
/// @throws error_code::invalid_sample_plan
[[nodiscard]] sample_size finite_sample_size(std::int64_t population, decimal z, decimal share, decimal margin);

/// Splits a sample over groups in proportion to their weights, mostly their populations, by largest remainder as
/// allocate() does it (ties: the larger weight, then the earlier group): 385 over 9,000, 800 and 200 is 346, 31 and 8.
///
/// A group whose exact share is below `least` gets `least`, and the others share what is left; so the quotas always add
/// up to the total. Whether a group has that many people is not asked here: weights need not be populations.
/// @throws error_code::invalid_sample_plan for a negative argument, a total that the least ones exceed, and weights
///         that add up to 0 while there is something to split
[[nodiscard]] std::vector<std::int64_t> split_quotas(std::int64_t total, std::span<const std::int64_t> weights,
                                                     std::int64_t least = 0);

/// Forms of a unit (phiếu phát ra, thu về, hợp lệ).
struct response_counts {
    std::string unit;
    std::int64_t issued = 0;
    std::int64_t returned = 0;
    std::int64_t valid = 0;
};

/// A line of the table of forms. Rates are shares, exact; nothing where they would divide by 0.
struct response_line {
    response_counts counts;
    std::optional<ratio> return_rate;   ///< returned / issued
    std::optional<ratio> yield;         ///< valid / issued, what the ministry publishes: 39,765/40,230 = 98.84 %.
    std::optional<ratio> validity;      ///< valid / returned
    std::optional<std::int64_t> quota;  ///< Where one was given.
    std::int64_t missing = 0;           ///< Valid forms still missing from the quota.
};

/// All units, and their total under the unit "".
struct response_table {
    std::vector<response_line> units;
    /// What is missing is the sum of what the units miss: one unit's surplus replaces no other unit's forms.
    response_line total;
};

/// @param units   in any order
/// @param quotas  of the units in the same order, or none at all
/// @throws error_code::invalid_sample_plan where valid <= returned <= issued does not hold, for negative numbers, for
///         another number of quotas than of units, and for sums beyond 64 bits
[[nodiscard]] response_table track_responses(std::span<const response_counts> units,
                                             std::span<const std::int64_t> quotas = {});

}  // namespace parindex::inline v0
