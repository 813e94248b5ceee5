// A fact as a cell of a table.
#pragma once

#include "parindex/facts/fact.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// What was made of a cell.
struct fact_cell {
    std::optional<fact_value> value;
    error_code code = error_code::none;  ///< Why there is no value.
    std::string message;
};

/// Reads `text`, in normal form C, as a value of this kind: by its form, not yet by bounds and levels.
[[nodiscard]] fact_cell read_fact_cell(std::string_view text, fact_kind kind);

}  // namespace parindex::inline v0
