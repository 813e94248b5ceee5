/// @file
/// `parindex-report explain`: where the points of a criterion come from.
#pragma once

#include "report_generator/exit_status.hpp"
#include "report_generator/score_command.hpp"
#include "report_generator/scored_folder.hpp"

#include <filesystem>
#include <ostream>
#include <string>

namespace parindex::report {

/// Prints what the set asks for, all marks, the points and every entry of the ledger, for a criterion and all below it,
/// and the sum that leads from its maximum to its score.
/// @param choice     the unit; without a code the only one
/// @param criterion  a code; empty: the whole set
/// @param format     text, or the JSON of write_explanation()
[[nodiscard]] exit_status run_explain(const std::filesystem::path& folder, const unit_choice& choice,
                                      const std::string& criterion, score_format format, std::ostream& out,
                                      std::ostream& errors);

}  // namespace parindex::report
