// Which formulas give whole numbers only: counts, days, and what is made of them.
#pragma once

#include "facts/formula_tree.hpp"
#include "parindex/facts/fact.hpp"

#include <span>

namespace parindex::inline v0 {

/// Whether the value is whole whatever the facts are, as far as the form shows it. @pre check_formula() found nothing
[[nodiscard]] bool gives_whole_numbers(const formula_tree& tree, std::span<const fact_declaration> facts);

}  // namespace parindex::inline v0
