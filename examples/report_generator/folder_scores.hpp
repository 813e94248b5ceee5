/// @file
/// All units of a data folder, scored one by one.
#pragma once

#include "report_generator/exit_status.hpp"
#include "report_generator/finding_report.hpp"
#include "report_generator/scored_folder.hpp"

#include <functional>
#include <vector>

namespace parindex::report {

/// What became of the units.
struct folder_scores {
    finding_report findings;             ///< About all files and units.
    std::vector<refused_marks> refused;  ///< The units that have no score, in the order read, with their errors.
    exit_status status = exit_status::done;
};

/// Scores every unit of a folder, and hands each to `use` and forgets it: all of them together can be too large to
/// keep.
[[nodiscard]] folder_scores score_all(const data_folder& data, const std::function<void(const scored_folder&)>& use);

}  // namespace parindex::report
