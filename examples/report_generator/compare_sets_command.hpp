/// @file
/// compare-sets: what a correction (đính chính) changed.
#pragma once

#include "report_generator/exit_status.hpp"

#include <filesystem>
#include <ostream>

namespace parindex::report {

/// Prints every difference between two criteria sets: of the decision, of the parts and of the criteria.
/// @return findings where something but the decision differs
[[nodiscard]] exit_status run_compare_sets(const std::filesystem::path& earlier, const std::filesystem::path& later,
                                           std::ostream& out, std::ostream& errors);

}  // namespace parindex::report
