/// @file
/// Places in the file of a plan.
#pragma once

#include "parindex/remediation/plan.hpp"

#include <string>
#include <string_view>

namespace parindex::report {

/// The JSON Pointer into the file of `planned` of a place that is named by fields, ids and codes, as merge_conflict has
/// it: "/sections/2/tasks/T2/text" becomes "/sections/1/tasks/0/text". What the plan does not have keeps its name.
[[nodiscard]] std::string plan_pointer(const plan& planned, std::string_view by_name);

}  // namespace parindex::report
