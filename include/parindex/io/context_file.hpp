/// @file
/// The JSON file of a context (số liệu ngoài đơn vị): what rules read that no unit hands in.
#pragma once

#include "parindex/assessment/context_description.hpp"

#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// Reads "parindex.context/1": at least one fact, of every unit or of one; at most limits::assessed_units units. With a
/// set, the facts are checked against it in the same pass. Otherwise as read_criteria_set().
[[nodiscard]] result<context_description> read_context(std::string_view json, std::string_view file,
                                                       const criteria_set* set = nullptr, diagnostics* notes = nullptr);

/// The context as read_context() reads it, byte for byte the same for equal contexts.
[[nodiscard]] std::string write_context(const context_description& given);

}  // namespace parindex::inline v0
