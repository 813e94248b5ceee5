/// @file
/// How precise an index of a tally is.
#pragma once

#include "parindex/survey/confidence_interval.hpp"
#include "parindex/survey/sample_design.hpp"
#include "parindex/survey/satisfaction_index.hpp"
#include "parindex/survey/survey_estimate.hpp"

#include <optional>

namespace parindex::report {

/// An estimate with its interval of 95 %.
struct index_precision {
    survey_estimate estimate;
    std::optional<confidence_interval> interval;  ///< By logit; none of 0 and 100 %, and of a level.
};

/// The precision of the index of all units of a tally, pooled: each unit is a stratum, or as many as it has; in it
/// persons or clusters were drawn at random. Nothing where the tally keeps no moments, the formula is no ratio or mean
/// of ratios of answers, or nobody answered.
/// @throws parindex::error as estimate_index(), such as error_code::lonely_stratum
[[nodiscard]] std::optional<index_precision> precision_of(const tally& counts, const index_method& method,
                                                          const survey_scope& scope, single_cluster_policy policy);

}  // namespace parindex::report
