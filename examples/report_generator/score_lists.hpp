/// @file
/// The scores of a folder with several units.
#pragma once

#include "report_generator/data_folder.hpp"
#include "report_generator/exit_status.hpp"
#include "report_generator/folder_scores.hpp"

#include <ostream>
#include <string_view>

namespace parindex::report {

/// Prints a line for each unit to `out`, in the order read, and findings to `errors`. @pre data.set
[[nodiscard]] exit_status list_scores(const data_folder& data, std::ostream& out, std::ostream& errors);

/// Prints "parindex.scores/1" to `out`, without a line end behind it: the score of each unit as write_score() has it,
/// and the units without a score with what is wrong with them. @pre data.set
/// @param margin  stands before every line but the first
folder_scores write_scores(const data_folder& data, std::ostream& out, std::string_view margin = "");

/// The same as all that is printed, and findings to `errors`. @pre data.set
[[nodiscard]] exit_status list_scores_as_json(const data_folder& data, std::ostream& out, std::ostream& errors);

/// Prints findings about a folder in the order of its files and lines.
void print_all_findings(std::ostream& out, const data_folder& data, const diagnostics& findings);

}  // namespace parindex::report
