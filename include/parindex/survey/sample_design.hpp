/// @file
/// Sampling designs (thiết kế mẫu), and the variance of what was estimated from a sample: of the sum of a linearised
/// value over all clusters, each stratum drawn by itself.
#pragma once

#include "parindex/survey/approximate.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace parindex::inline v0 {

/// What a stratum with one sampled cluster adds to the variance, which cannot be seen from one cluster. A stratum of
/// which every cluster was drawn adds nothing and is none of these.
enum class single_cluster_policy {
    fail,       ///< error_code::lonely_stratum. The default: somebody must decide.
    remove,     ///< Nothing: the stratum is left out.
    certainty,  ///< Nothing: its cluster was drawn with certainty. The same number as remove, another statement.
    /// The square of its distance from the mean of all clusters. R's survey 4.5 does so too; 4.1.1 takes the distance
    /// from 0, which is the same for means and ratios and far too much for totals.
    adjust,
    average,  ///< As much as the mean of the strata with more clusters.
};

/// "fail", "remove", "certainty", "adjust" or "average".
[[nodiscard]] std::string_view to_string(single_cluster_policy policy) noexcept;

/// A stratum (tầng) of the sample.
struct sample_stratum {
    std::string name;
    /// Clusters that it could be drawn from: the finite population correction is (N-n)/N. Nothing: so many that it
    /// does not matter.
    std::optional<std::uint64_t> population = std::nullopt;

    friend bool operator==(const sample_stratum&, const sample_stratum&) = default;
};

/// How respondents were drawn: strata, within them clusters (cụm: villages, offices) without order. Later stages count
/// through the totals of the clusters. Where persons were drawn directly, each is a cluster.
struct sample_design {
    std::vector<sample_stratum> strata;
    single_cluster_policy policy = single_cluster_policy::fail;
};

/// What the variance needs of a stratum: moments of a linearised value z, of which each cluster has its weighted total.
struct linearised_stratum {
    std::string name;            ///< For messages.
    std::uint64_t clusters = 0;  ///< Clusters drawn, also those whose z is 0 because nobody there answered.
    std::uint64_t observed = 0;  ///< Of them, those where somebody answered. 0: the stratum counts for nothing.
    double sum = 0;              ///< Of z.
    double spread = 0;           ///< Sum of the squared differences of z from its mean.
    std::optional<std::uint64_t> population = std::nullopt;  ///< As in sample_stratum.

    /// From the sums that add up: of z, and of its squares.
    [[nodiscard]] static linearised_stratum from_sums(std::string name, std::uint64_t clusters, double sum,
                                                      double sum_of_squares,
                                                      std::optional<std::uint64_t> population = std::nullopt);
};

/// A variance, and how much can be relied on it.
struct sampling_variance {
    approximate variance;
    std::uint64_t strata = 0;    ///< With somebody who answered.
    std::uint64_t clusters = 0;  ///< As above.

    /// Clusters less strata.
    [[nodiscard]] std::uint64_t degrees_of_freedom() const noexcept { return clusters - strata; }
};

/// The variance of the sum of z over all clusters: for each stratum f n/(n-1) times the spread, f = (N-n)/N.
/// @throws error_code::lonely_stratum by policy, and where single_cluster_policy::average finds no other stratum;
///         error_code::population_below_sample for more clusters than there are; error_code::invalid_value for more
///         observed clusters than clusters, a spread below zero, or a number that is not finite
[[nodiscard]] sampling_variance variance_of_sum(std::span<const linearised_stratum> strata,
                                                single_cluster_policy policy = single_cluster_policy::fail);

}  // namespace parindex::inline v0
