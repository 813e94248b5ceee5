/// @file
/// What a request holds, as a folder would hold it.
#pragma once

#include "parindex/io/request_file.hpp"
#include "report_generator/data_folder.hpp"

#include <string_view>

namespace parindex::report {

/// The names under which findings about the members of a request come: those of the members.
inline constexpr std::string_view criteria_member = "criteria";
inline constexpr std::string_view context_member = "context";
inline constexpr std::string_view assessment_member = "assessment";
inline constexpr std::string_view plan_member = "plan";

/// Reads every member, so that all errors are reported at once.
[[nodiscard]] data_folder read_request_data(const request& asked);

}  // namespace parindex::report
