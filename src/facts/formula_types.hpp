// Names and types of a formula against the facts that its rule declares.
#pragma once

#include "facts/formula_tree.hpp"
#include "parindex/facts/formula.hpp"

#include <span>

namespace parindex::inline v0 {

[[nodiscard]] result<formula_type> check_formula(const formula_tree& tree, std::span<const fact_declaration> facts,
                                                 const source_position& where);

}  // namespace parindex::inline v0
