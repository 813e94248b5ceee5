/// @file
/// `parindex-report score`: the scores of one unit or of several.
#pragma once

#include "report_generator/exit_status.hpp"
#include "report_generator/scored_folder.hpp"

#include <filesystem>
#include <ostream>

namespace parindex::report {

enum class score_format { readable, json };

/// Prints the scores to `out`, as a person reads them or as JSON, and findings to `errors`: of one unit with all
/// details, of a folder with several units a line for each. A unit whose marks are refused keeps no other from being
/// scored, but is exit_status::bad_input in the end.
/// @param choice  the unit to print; without a code all of them
[[nodiscard]] exit_status run_score(const std::filesystem::path& folder, const unit_choice& choice, score_format format,
                                    std::ostream& out, std::ostream& errors);

}  // namespace parindex::report
