/// @file
/// The JSON file of a remediation plan (kế hoạch khắc phục).
#pragma once

#include "parindex/remediation/plan.hpp"

#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// Reads "parindex.plan/1". With a set, the links are checked against it in the same pass. Otherwise as
/// read_criteria_set(). A text that a draft left to be written is "", a role []: neither is refused, see cover().
[[nodiscard]] result<plan> read_plan(std::string_view json, std::string_view file, const criteria_set* set = nullptr,
                                     diagnostics* notes = nullptr);

/// The plan as read_plan() reads it, byte for byte the same for equal plans: the keys in a fixed order, numbers in
/// their shortest form, what has its default left out, texts that are to be written as "".
/// @pre the dates are valid
[[nodiscard]] std::string write_plan(const plan& planned);

}  // namespace parindex::inline v0
