/// @file
/// A coverage as JSON.
#pragma once

#include "parindex/remediation/coverage.hpp"

#include <string>

namespace parindex::inline v0 {

/// What was lost and what of it the plan answers, by part and field, and the deductions that no task answers. Numbers
/// as in write_score(). It is the member "coverage" of an answer, and no file of its own.
[[nodiscard]] std::string write_coverage(const coverage& covered, const evaluation& scored);

}  // namespace parindex::inline v0
