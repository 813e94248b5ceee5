/// Quantiles and tails, from Boost.Math. One source file includes it: its headers cost seconds.
#pragma once

namespace parindex::inline v0::distributions {

/// The value below which a standard normal number lies with probability 1 - tail. @pre 0 < tail < 1
[[nodiscard]] double normal_quantile(double tail);
/// As above of Student's t. @pre freedom > 0
[[nodiscard]] double t_quantile(double tail, double freedom);
/// The value above which a number of the beta distribution lies with probability `tail`; below: with 1 - tail.
/// @pre both shapes are above 0
[[nodiscard]] double beta_lower(double tail, double first, double second);
[[nodiscard]] double beta_upper(double tail, double first, double second);
/// Probability of a number that is farther from 0. @pre distance >= 0
[[nodiscard]] double normal_two_tails(double distance);
[[nodiscard]] double t_two_tails(double distance, double freedom);

}  // namespace parindex::inline v0::distributions
