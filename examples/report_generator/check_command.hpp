/// @file
/// `parindex-report check`: everything that is found in a data folder.
#pragma once

#include "report_generator/exit_status.hpp"

#include <filesystem>
#include <optional>
#include <ostream>

namespace parindex::report {

/// Prints every finding about the set, the marks of all units, the register, and the plan with its coverage, in the
/// order of the files and lines, and a last line with their numbers.
/// @param year  of the marks in CSV files that do not say theirs; none: that of plan.json
[[nodiscard]] exit_status run_check(const std::filesystem::path& folder, std::optional<int> year, std::ostream& out);

}  // namespace parindex::report
