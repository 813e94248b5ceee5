/// @file
/// The sections about fields: shortfalls with the points they cost, and tasks with roles and timing.
#pragma once

#include "report_generator/compose.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace parindex::report {

/// The shortfalls and tasks of one section, as a list.
/// @param number  of the section as its heading has it, without the ordinal: "1.2."
[[nodiscard]] list section_list(const plan_material& material, const plan_section& section, const std::string& number);

/// Roles, timing and expected gain of a task, one item each.
[[nodiscard]] std::vector<list_item> task_details(const task& each);

/// What a node lost, for the notes too: "(trừ 0,5 điểm)".
[[nodiscard]] std::string loss_text(const evaluation& scored, std::size_t node);

/// Points that a node lost by deductions.
[[nodiscard]] ratio loss_of(const evaluation& scored, std::size_t node);

}  // namespace parindex::report
