/// @file
/// `parindex-report check-set`: the static checks of a criteria set.
#pragma once

#include "report_generator/exit_status.hpp"

#include <filesystem>
#include <ostream>

namespace parindex::report {

/// Prints every finding about a set: its form, sums, codes and rules; then what it has.
/// @return bad_input where it cannot be used, findings where it has warnings
[[nodiscard]] exit_status run_check_set(const std::filesystem::path& file, std::ostream& out);

}  // namespace parindex::report
