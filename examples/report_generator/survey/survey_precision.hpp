/// @file
/// How precise an index is, in cells of the tables of a survey.
#pragma once

#include "parindex/survey/sample_design.hpp"
#include "parindex/survey/satisfaction_index.hpp"
#include "parindex/survey/survey_estimate.hpp"
#include "report_generator/survey/survey_tables.hpp"

#include <optional>
#include <vector>

namespace parindex::report {

/// Standard error and interval, design effect and degrees of freedom.
[[nodiscard]] std::vector<survey_column> precision_columns();

/// How precise an index is; nothing where the formula has no standard error, or nobody answered.
[[nodiscard]] std::optional<survey_estimate> precision_of(const tally& counts, const index_request& request,
                                                          single_cluster_policy policy);

/// A cell for each of these columns, in percentage points, of a mean level in levels.
[[nodiscard]] std::vector<survey_value> precision_cells(const survey_estimate& found, index_formula formula);

/// The place of each unit among those that have an estimate, and what it may be with 95 % for all of them at once.
[[nodiscard]] std::vector<survey_column> rank_columns();

/// By unit, a cell for each of these columns.
[[nodiscard]] std::vector<std::vector<survey_value>> rank_cells(
    const std::vector<std::optional<survey_estimate>>& units);

}  // namespace parindex::report
