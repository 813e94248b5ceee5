/// @file
/// A data folder and all that the library computes from it.
#pragma once

#include "parindex/assessment/evaluation.hpp"
#include "parindex/index/par_index.hpp"
#include "parindex/remediation/coverage.hpp"
#include "report_generator/data_folder.hpp"

#include <filesystem>
#include <optional>

namespace parindex::report {

struct scored_folder {
    data_folder data;
    evaluation scored;
    par_index index;
    std::optional<coverage> covered;  ///< Where the folder has a plan.
    /// What a person should look at: notes of reading, missing marks, published figures that differ, coverage.
    diagnostics findings;
};

/// Reads and scores a folder.
[[nodiscard]] result<scored_folder> score_folder(const std::filesystem::path& folder, plan_file wanted);

}  // namespace parindex::report
