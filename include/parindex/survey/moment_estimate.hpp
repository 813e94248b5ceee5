/// @file
/// Estimates from whole sums alone, as tallies keep them: respondents need not be at hand. Sums are exact; what is
/// computed from them is so too up to the variance of each stratum, where binary numbers begin.
#pragma once

#include "parindex/numeric/ratio.hpp"
#include "parindex/survey/survey_estimate.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace parindex::inline v0 {

/// Sums over the units drawn from a stratum, each with a vector v of whole numbers.
struct stratum_moments {
    std::string_view name;
    std::uint64_t drawn = 0;                  ///< Units: respondents, or clusters of which each v is a total.
    std::span<const std::uint64_t> sums;      ///< Of v.
    std::span<const std::uint64_t> products;  ///< Of v_i v_j, i <= j, row by row.
    std::optional<std::uint64_t> population = std::nullopt;  ///< Units in all; see sample_stratum.
    ratio weight = 1;                                        ///< Of each unit of the stratum; above 0.
    /// Units with an answer that counts, where that is known; sums do not tell it of several questions. Nothing: all.
    std::optional<std::uint64_t> observed = std::nullopt;
};

/// The sum of w c'v, its variance and standard error. `persons` and design effects are not known here.
/// @throws error_code::invalid_value for sums or products of other sizes than `combination` asks for, a weight of 0 or
///         less, or sums that no whole numbers can have; error_code::ratio_too_large; as variance_of_sum()
[[nodiscard]] survey_estimate estimate_combination(std::span<const stratum_moments> strata,
                                                   std::span<const ratio> combination,
                                                   single_cluster_policy policy = single_cluster_policy::fail);

/// What an index adds up: its coefficient, and where its satisfied and its counted answers stand in v.
struct moment_term {
    ratio coefficient = 1;
    std::size_t numerator = 0;
    std::size_t denominator = 0;
};

/// What a unit of the moments is.
enum class moment_unit {
    respondent,  ///< Simple random sampling within strata; design effects are those of the strata and weights.
    cluster,     ///< Cluster sampling; design effects are not known.
};

/// Sum of a_k R_k as estimate_index() gives it for the respondents or clusters behind the sums. One term is a share;
/// a pooled index is one too, if v holds the sums over its questions.
/// `persons` are those with an answer that counts, where that is known of all strata together. Nothing: the respondents
/// who were observed, and of clusters it stays unknown.
/// @throws as estimate_combination(); error_code::nothing_answered for a term without answers, or no terms;
///         error_code::invalid_value for more persons than respondents, or fewer than strata
[[nodiscard]] survey_estimate estimate_index(std::span<const stratum_moments> strata,
                                             std::span<const moment_term> terms, moment_unit unit,
                                             single_cluster_policy policy = single_cluster_policy::fail,
                                             std::optional<std::uint64_t> persons = std::nullopt);

}  // namespace parindex::inline v0
