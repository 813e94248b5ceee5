/// @file
/// The text of a plan that was changed.
#pragma once

#include "parindex/remediation/plan.hpp"

#include <string>
#include <string_view>

namespace parindex::report {

/// What write_plan() makes of `planned`, with the "$schema" that `before` names: it is no part of a plan, but the
/// editor of whoever completes the file goes by it.
/// @param before  the JSON text of the file that is replaced, or nothing
[[nodiscard]] std::string write_plan_like(const plan& planned, std::string_view before);

}  // namespace parindex::report
