/// @file
/// The data folder: criteria.json, assessment.json and plan.json.
#pragma once

#include "parindex/assessment/assessment.hpp"
#include "parindex/criteria/criteria_set.hpp"
#include "parindex/remediation/plan.hpp"
#include "parindex/support/result.hpp"

#include <filesystem>
#include <optional>

namespace parindex::report {

/// What a data folder holds.
struct data_folder {
    criteria_set set;
    assessment marks;
    std::optional<plan> planned;
    diagnostics notes;  ///< What was changed while reading.
};

/// Whether a folder without plan.json will do.
enum class plan_file { required, optional };

/// Reads every file, so that all errors of all files are reported at once.
[[nodiscard]] result<data_folder> read_data_folder(const std::filesystem::path& folder, plan_file wanted);

}  // namespace parindex::report
