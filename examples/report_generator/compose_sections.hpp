/// @file
/// The sections about fields: shortfalls with the points they cost, and the tasks that answer them.
#pragma once

#include "report_generator/compose.hpp"
#include "report_generator/plan_places.hpp"

#include <cstddef>
#include <string>

namespace parindex::report {

/// The shortfalls and tasks of one section, as a list.
/// @param section  index into the sections of the plan
[[nodiscard]] list section_list(const plan_material& material, std::size_t section, const plan_places& places);

/// What a node lost, for the notes too: "(trừ 0,5 điểm)", "(điểm phạt: 0,5 điểm)".
[[nodiscard]] std::string loss_text(const evaluation& scored, std::size_t node);

}  // namespace parindex::report
