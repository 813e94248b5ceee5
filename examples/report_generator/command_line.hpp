/// @file
/// The command line of parindex-report.
#pragma once

#include "report_generator/exit_status.hpp"

#include <istream>
#include <ostream>
#include <string>
#include <vector>

namespace parindex::report {

/// Runs the command that `arguments` ask for.
/// @param arguments  UTF-8, without the name of the program
[[nodiscard]] exit_status run_command_line(const std::vector<std::string>& arguments, std::istream& in,
                                           std::ostream& out, std::ostream& errors);

}  // namespace parindex::report
