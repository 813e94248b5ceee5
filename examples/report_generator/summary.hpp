/// @file
/// What a command tells the user about the scores, in plain English with numbers as Vietnamese documents print them.
#pragma once

#include "report_generator/scored_folder.hpp"

#include <ostream>
#include <string_view>

namespace parindex::report {

/// Unit, total, deductions and parts.
void print_totals(std::ostream& out, const scored_folder& folder);

/// What follows where a criterion does not apply: "full points are credited".
[[nodiscard]] std::string_view policy_text(not_applicable_policy policy) noexcept;

/// Fields with maximum, score and deduction, every single deduction and whatever else moved the score or the maximum,
/// what does not apply and why, and the unit's own marks beside those that count.
void print_details(std::ostream& out, const scored_folder& folder);

/// Whether deductions without a task are listed, or only counted in the sum because the findings name them.
enum class uncovered { listed, counted };

/// What is inferred and on which assumption, how much of the loss has a task, and how many findings there are.
void print_reliability(std::ostream& out, const scored_folder& folder, uncovered shown = uncovered::listed);

/// Findings, one a line: "file:line:column: warning: ...".
void print_findings(std::ostream& out, const diagnostics& findings);

}  // namespace parindex::report
