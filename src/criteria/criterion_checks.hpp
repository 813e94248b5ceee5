// The checks of a criterion by itself, and of what it inherits: the rest needs its neighbours.
#pragma once

#include "parindex/criteria/criteria_set.hpp"
#include "support/finding_list.hpp"

#include <string>

namespace parindex::inline v0 {

/// A figure of a set: its range, its precision and what an inferred one rests on. `what` begins the messages.
void check_points(finding_list& found, const figure& value, const source_position& where, const std::string& code,
                  const std::string& what);

/// Figures, texts and bounds of `each`, as far as they follow from it and from the kind of its points.
void check_criterion(finding_list& found, const criterion& each, const criteria_set::node& node);

/// The bounds of the score of a leaf, or of what a group counts as.
void settle_bounds(const criterion& each, criteria_set::node& node);

}  // namespace parindex::inline v0
