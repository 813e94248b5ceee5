/// @file
/// Estimates from a sample (ước lượng) with their standard errors, by linearisation: of shares, means, ratios, totals
/// and of indices, which are means of ratios.
///
/// A respondent answers many questions, and the answers of one resemble each other. So n is a number of persons
/// everywhere here, never of answers: 51 answers of one person are one observation with numerator and denominator. An
/// error computed from pooled answers would be up to seven times too small.
#pragma once

#include "parindex/survey/sample_design.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace parindex::inline v0 {

/// One respondent, or all of a cluster together. For a share of persons: 1 or 0 of 1. For a share of answers: how many
/// of them are satisfied, of how many that count. A denominator of 0 is somebody who gave no answer that counts.
struct observation {
    std::size_t stratum = 0;    ///< Index of sample_design::strata.
    std::uint64_t cluster = 0;  ///< Any number; within its stratum, that of its cluster and no other.
    double weight = 1;          ///< Persons that this one stands for; not negative.
    double numerator = 0;
    double denominator = 1;     ///< Not negative; where it is 0, so is the numerator.
    std::uint64_t persons = 1;  ///< More: already added up over that many who answered.
};

/// Somebody who answered several questions, of which an index is made.
struct index_observation {
    std::size_t stratum = 0;  ///< As in observation, and so on.
    std::uint64_t cluster = 0;
    double weight = 1;
    std::span<const double> numerators;  ///< One for each coefficient of the index.
    std::span<const double> denominators;
    std::uint64_t persons = 1;
};

/// An estimate and its precision.
struct survey_estimate {
    approximate value;
    approximate variance;
    approximate standard_error;
    std::uint64_t persons = 0;  ///< With an answer that counts.
    std::uint64_t clusters = 0;
    std::uint64_t strata = 0;
    /// Variance over that of a simple random sample of as many persons: drawn without replacement from the sum of the
    /// weights, or with replacement. Nothing where nobody can know (persons are added up, all have the same value) or,
    /// without replacement, where the weights add up to no more than the sample.
    std::optional<approximate> design_effect;
    std::optional<approximate> design_effect_with_replacement;

    [[nodiscard]] std::uint64_t degrees_of_freedom() const noexcept { return clusters - strata; }
};

/// Sum of w y over sum of w x; a mean or a share of persons where every x is 1. What is estimated for a part of the
/// respondents (a group, those who answered) leaves the others in, with denominator 0: their clusters were drawn too.
/// @throws error_code::nothing_answered where no denominator is above 0; error_code::invalid_value for an observation
///         with an unknown stratum, no persons, a number that is negative or not finite where it may not be, or a
///         numerator of nothing; as variance_of_sum()
[[nodiscard]] survey_estimate estimate_ratio(const sample_design& design, std::span<const observation> sample);

/// Sum of w y. The denominator only says whether somebody belongs to those whose total it is. @throws as above
[[nodiscard]] survey_estimate estimate_total(const sample_design& design, std::span<const observation> sample);

/// Sum of a_k R_k, where R_k is the ratio of question k: with a_k = 1/K the mean of the shares of K questions.
/// @throws as above, nothing_answered for each question; error_code::invalid_value also for other numbers of
///         numerators or denominators than of coefficients
[[nodiscard]] survey_estimate estimate_index(const sample_design& design, std::span<const double> coefficients,
                                             std::span<const index_observation> sample);

}  // namespace parindex::inline v0
