/// @file
/// `parindex-report score`: the scores of a unit.
#pragma once

#include "report_generator/exit_status.hpp"

#include <filesystem>
#include <ostream>

namespace parindex::report {

enum class score_format { readable, json };

/// Prints the scores to `out`, as a person reads them or as JSON, and findings to `errors`.
[[nodiscard]] exit_status run_score(const std::filesystem::path& folder, score_format format, std::ostream& out,
                                    std::ostream& errors);

}  // namespace parindex::report
