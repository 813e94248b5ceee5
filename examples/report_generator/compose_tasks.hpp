/// @file
/// Tasks as the document has them: who does them, by when, and what has come of them.
#pragma once

#include "parindex/remediation/task.hpp"
#include "report_generator/document.hpp"

#include <vector>

namespace parindex::report {

/// Roles, timing, steps, expected gain, moved deadlines, status and evidence of a task: one item each, and none for
/// what the plan does not have. That a task is planned goes without saying.
[[nodiscard]] std::vector<list_item> task_details(const task& each);

}  // namespace parindex::report
