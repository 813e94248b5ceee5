/// @file
/// The JSON file of a questionnaire (phiếu khảo sát).
#pragma once

#include "parindex/survey/questionnaire.hpp"

#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// Reads "parindex.questionnaire/1" and checks the questionnaire.
/// @param json  the text of the file, UTF-8, at most limits::file_bytes
/// @param file  the name to give in diagnostics
/// @param notes if not null, receives the notes and warnings of a text that was accepted
[[nodiscard]] result<questionnaire> read_questionnaire(std::string_view json, std::string_view file,
                                                       diagnostics* notes = nullptr);

/// The file of a questionnaire. Equal questionnaires give equal bytes.
/// @pre its texts are UTF-8 in normal form C
[[nodiscard]] std::string write_questionnaire(const questionnaire& form);

}  // namespace parindex::inline v0
