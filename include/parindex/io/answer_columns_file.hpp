/// @file
/// The JSON file that says what the columns of a CSV file of answers mean.
#pragma once

#include "parindex/support/result.hpp"
#include "parindex/survey/answer_columns.hpp"

#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// Reads "parindex.answer_columns/1". Whether questions, options and groups exist is checked when answers are read.
/// @param json  the text of the file, UTF-8, at most limits::file_bytes
/// @param file  the name to give in diagnostics
/// @param notes if not null, receives the notes of a text that was accepted
/// @return the columns, or what is wrong: columns that the layout needs and that are not there, columns of another
///         layout, a column named twice. Stratum and cluster may be columns that are named for something else too.
[[nodiscard]] result<answer_columns> read_answer_columns(std::string_view json, std::string_view file,
                                                         diagnostics* notes = nullptr);

/// The file of columns. Equal columns give equal bytes.
/// @pre its texts are UTF-8 in normal form C, and no question or group stands twice
[[nodiscard]] std::string write_answer_columns(const answer_columns& columns);

}  // namespace parindex::inline v0
