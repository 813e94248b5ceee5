/// @file
/// `parindex-report plan`: the remediation plan of a unit as files.
#pragma once

#include "report_generator/exit_status.hpp"

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

namespace parindex::report {

/// The formats that can be asked for: "md", "html".
[[nodiscard]] std::vector<std::string> plan_format_names();

/// Writes plan.<format> into `output` for each format asked for, prints a summary to `out`, and findings to `errors`.
/// A file that cannot be written does not keep the others from being written whole.
/// @param formats  names of plan_format_names(); one that is given twice is written once
[[nodiscard]] exit_status run_plan(const std::filesystem::path& folder, const std::filesystem::path& output,
                                   const std::vector<std::string>& formats, std::ostream& out, std::ostream& errors);

}  // namespace parindex::report
