/// @file
/// `parindex-report draft`: a plan to be completed by hand, or what a plan lacks after a change of the marks.
#pragma once

#include "report_generator/exit_status.hpp"
#include "report_generator/scored_folder.hpp"

#include <filesystem>
#include <ostream>

namespace parindex::report {

/// Writes plan.json into `folder`, or adds to it what it lacks; prints what is new and what has lost its object to
/// `out`, and what remains to be written to `errors`. A plan that lacks nothing is left as it is.
/// @param choice  the unit whose plan it is, where the folder has marks of several
/// @param output  the file to write, whether something is new or not; empty: plan.json of the folder
[[nodiscard]] exit_status run_draft(const std::filesystem::path& folder, const unit_choice& choice,
                                    const std::filesystem::path& output, std::ostream& out, std::ostream& errors);

}  // namespace parindex::report
