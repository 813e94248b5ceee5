/// @file
/// `parindex-report request`: for programs that cannot load the library.
#pragma once

#include "report_generator/exit_status.hpp"

#include <istream>
#include <ostream>

namespace parindex::report {

/// Reads one "parindex.request/1" and prints one "parindex.answer/1", also where the request is refused: all that was
/// found is in it. Scores that another program had stored and that differ are exit_status::findings.
[[nodiscard]] exit_status run_request(std::istream& in, std::ostream& out);

}  // namespace parindex::report
