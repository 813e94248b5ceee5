/// @file
/// `parindex-report check`: everything that is found in a data folder.
#pragma once

#include "report_generator/exit_status.hpp"

#include <filesystem>
#include <ostream>

namespace parindex::report {

/// Prints every finding about the set, the marks of all units, the register, and the plan with its coverage, in the
/// order of the files and lines, and a last line with their numbers.
[[nodiscard]] exit_status run_check(const std::filesystem::path& folder, std::ostream& out);

}  // namespace parindex::report
