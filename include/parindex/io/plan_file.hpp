/// @file
/// The JSON file of a remediation plan (kế hoạch khắc phục).
#pragma once

#include "parindex/remediation/plan.hpp"

#include <string_view>

namespace parindex::inline v0 {

/// Reads "parindex.plan/1". With a set, the links are checked against it in the same pass. Otherwise as
/// read_criteria_set().
[[nodiscard]] result<plan> read_plan(std::string_view json, std::string_view file, const criteria_set* set = nullptr,
                                     diagnostics* notes = nullptr);

}  // namespace parindex::inline v0
