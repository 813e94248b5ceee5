/// @file
/// Confidence intervals (khoảng tin cậy) of shares, means and indices.
#pragma once

#include "parindex/numeric/decimal.hpp"
#include "parindex/survey/survey_estimate.hpp"

#include <cstdint>

namespace parindex::inline v0 {

/// How an interval is found. For 71 of 72 satisfied, `mean` reaches beyond 100 %: near the ends only the last two are
/// of use, and they alone have a width at 0 and 1.
enum class interval_method {
    mean,    ///< The estimate and as much to either side (Wald); the only one for what is no share.
    logit,   ///< As much to either side of log(p/(1-p)).
    wilson,  ///< Where the difference from the estimate is as large as its error there would be.
    beta,    ///< Clopper and Pearson's; from a design Korn and Graubard's, with the effective sample size.
};

/// "mean", "logit", "wilson" or "beta".
[[nodiscard]] std::string_view to_string(interval_method method) noexcept;

/// From `lower` to `upper`.
struct confidence_interval {
    approximate lower;
    approximate upper;
};

/// Of an estimate, with quantiles of Student's t for its degrees of freedom; as svyciprop() of R's survey 4.5 (4.1 has
/// no wilson). The effective sample size of wilson and beta is p(1-p)/variance, for beta times (t_(n-1)/t_df)^2, and
/// the number of persons in place of the first where p is 0 or 1.
/// @throws error_code::invalid_value unless 0 < level < 1; error_code::no_interval without degrees of freedom (for beta:
///         without 2 persons), for logit of 0 or 1, and for logit, wilson and beta of what is not from 0 to 1
[[nodiscard]] confidence_interval interval_of(const survey_estimate& estimate, interval_method method,
                                              decimal level = decimal::from_parts(95, 2));

/// Of the share of persons in a simple random sample, with quantiles of the normal distribution; beta is exact. `persons`
/// are those who were asked, never their answers.
/// @throws error_code::invalid_value unless 0 < level < 1, persons > 0 and satisfied <= persons; error_code::no_interval
///         for logit of 0 or 1
[[nodiscard]] confidence_interval interval_of_share(std::uint64_t satisfied, std::uint64_t persons,
                                                    interval_method method, decimal level = decimal::from_parts(95, 2));

}  // namespace parindex::inline v0
