/// @file
/// `parindex-report merge`: two edits of one plan brought together.
#pragma once

#include "report_generator/exit_status.hpp"

#include <array>
#include <filesystem>
#include <ostream>

namespace parindex::report {

/// Writes the merged plan to `output`, which may be one of the three, and prints conflicts to `out`:
/// exit_status::findings if there are any. Of a value in conflict that of `mine` is written.
/// @param plans  base, mine, theirs
[[nodiscard]] exit_status run_merge(const std::array<std::filesystem::path, 3>& plans,
                                    const std::filesystem::path& output, std::ostream& out, std::ostream& errors);

}  // namespace parindex::report
