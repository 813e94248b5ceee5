/// @file
/// The working notes: what the person who prepares the plan must know and the signed document does not say.
#pragma once

#include "report_generator/compose.hpp"

#include <vector>

namespace parindex::report {

/// Coverage, deductions without a task, inferred figures with what they rest on, and findings to look at.
[[nodiscard]] std::vector<block> compose_notes(const plan_material& material);

}  // namespace parindex::report
