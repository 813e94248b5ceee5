/// @file
/// The JSON file of a criteria set (bộ tiêu chí).
#pragma once

#include "parindex/criteria/criteria_set.hpp"

#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// Reads "parindex.criteria/1" and checks the set.
///
/// A reader returns the value or everything that is wrong with the text, each finding with line, column and JSON
/// Pointer. Numbers may be JSON numbers or strings; their digits never pass through binary floating point. Texts are
/// brought to Unicode normal form C, with a note where that changed something.
/// @param json  the text of the file, UTF-8, at most limits::file_bytes
/// @param file  the name to give in diagnostics
/// @param notes if not null, receives the notes and warnings of a text that was accepted
[[nodiscard]] result<criteria_set> read_criteria_set(std::string_view json, std::string_view file,
                                                     diagnostics* notes = nullptr);

/// The file of a set, with the figures and texts of its description. Equal sets give equal bytes, and reading it gives
/// an equal set.
[[nodiscard]] std::string write_criteria_set(const criteria_set& set);

}  // namespace parindex::inline v0
