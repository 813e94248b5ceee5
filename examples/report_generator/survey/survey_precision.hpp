/// @file
/// How precise an index is, in cells of the tables of a survey.
#pragma once

#include "parindex/survey/sample_design.hpp"
#include "parindex/survey/satisfaction_index.hpp"
#include "report_generator/survey/survey_tables.hpp"

#include <vector>

namespace parindex::report {

/// Standard error and interval, design effect and degrees of freedom.
[[nodiscard]] std::vector<survey_column> precision_columns();

/// A cell for each of these columns, in percentage points, of a mean level in levels; none where the formula has no
/// standard error, or nobody answered.
[[nodiscard]] std::vector<survey_value> precision_cells(const tally& counts, const index_request& request,
                                                        single_cluster_policy policy);

}  // namespace parindex::report
