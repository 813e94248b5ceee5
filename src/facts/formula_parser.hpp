// From the text of a formula to its tree.
#pragma once

#include "facts/formula_tree.hpp"
#include "parindex/support/result.hpp"

#include <cstddef>
#include <string_view>

namespace parindex::inline v0 {

/// @return the tree, or one diagnostic: formula_syntax or formula_too_large
[[nodiscard]] result<formula_tree> parse_formula(std::string_view text, const source_position& where);

/// `where`, moved to the byte at `offset` of the formula that starts there.
[[nodiscard]] source_position place_in_formula(std::string_view text, std::size_t offset, const source_position& where);

}  // namespace parindex::inline v0
