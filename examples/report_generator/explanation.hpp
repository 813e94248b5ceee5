/// @file
/// Why a criterion has the points it has, in plain English with numbers as Vietnamese documents print them.
#pragma once

#include "report_generator/scored_folder.hpp"

#include <cstddef>
#include <ostream>

namespace parindex::report {

/// Prints a node of the set and everything below it as a tree, and last the sum that leads from its maximum to its
/// score. Each text of the data is printed once, so that the output is as long as the data.
/// @param outside  the context of the folder, which says where facts from outside the unit come from; null: it has none
void print_explanation(std::ostream& out, const scored_folder& folder, std::size_t node,
                       const context_description* outside);

}  // namespace parindex::report
