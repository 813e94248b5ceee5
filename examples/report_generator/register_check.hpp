/// @file
/// Units that are named somewhere in a data folder and that its register does not know.
#pragma once

#include "report_generator/data_folder.hpp"

namespace parindex::report {

/// Warnings about codes and names of units in the marks, and about units with a role in the plan; notes where a name
/// was found with small differences ignored. Units of the marks are looked up in the year that was scored, those of the
/// plan on its date. Each name is reported once, at the first place.
[[nodiscard]] diagnostics check_against_register(const organization_registry& known, const data_folder& data);

}  // namespace parindex::report
