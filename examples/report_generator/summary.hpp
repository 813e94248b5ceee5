/// @file
/// What a command tells the user about the scores, in plain English with numbers as Vietnamese documents print them.
#pragma once

#include "report_generator/scored_folder.hpp"

#include <ostream>

namespace parindex::report {

/// Unit, total, deductions and parts.
void print_totals(std::ostream& out, const scored_folder& folder);

/// Fields with maximum, score and deduction, and every single deduction.
void print_details(std::ostream& out, const scored_folder& folder);

/// What is inferred and on which assumption, how much of the loss has a task, and how many findings there are.
void print_reliability(std::ostream& out, const scored_folder& folder);

/// Findings, one a line: "file:line:column: warning: ...".
void print_findings(std::ostream& out, const diagnostics& findings);

}  // namespace parindex::report
