/// @file
/// The JSON file of a score.
#pragma once

#include "parindex/index/par_index.hpp"

#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// The score of a unit as JSON: total, deductions, parts, fields, complete, the attainable range, what is inferred,
/// and the findings given. Numbers are strings in shortest form; a value that does not terminate is
/// {"exact": "11/14", "printed": "0.79", "places": 2}.
[[nodiscard]] std::string write_score(const evaluation& scored, const par_index& index, const diagnostics& findings);

}  // namespace parindex::inline v0
