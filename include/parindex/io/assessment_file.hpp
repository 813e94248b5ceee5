/// @file
/// The JSON file of an assessment (kết quả chấm điểm).
#pragma once

#include "parindex/assessment/assessment.hpp"

#include <string_view>

namespace parindex::inline v0 {

/// Reads "parindex.assessment/1". With a set, the marks are checked against it in the same pass, so that errors of form
/// and of content are reported together. Otherwise as read_criteria_set().
[[nodiscard]] result<assessment> read_assessment(std::string_view json, std::string_view file,
                                                 const criteria_set* set = nullptr, diagnostics* notes = nullptr);

}  // namespace parindex::inline v0
