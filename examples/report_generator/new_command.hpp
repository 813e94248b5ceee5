/// @file
/// `parindex-report new`: a folder of data to start from.
#pragma once

#include "report_generator/exit_status.hpp"

#include <filesystem>
#include <ostream>

namespace parindex::report {

/// Writes a small criteria.json and assessment.json that show every part of the formats, and says what comes next. A
/// folder that has data already is left as it is: exit_status::failed.
[[nodiscard]] exit_status run_new(const std::filesystem::path& folder, std::ostream& out, std::ostream& errors);

}  // namespace parindex::report
