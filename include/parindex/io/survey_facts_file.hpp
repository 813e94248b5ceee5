/// @file
/// The JSON file that says which facts of which leaves come from a survey.
#pragma once

#include "parindex/survey/survey_facts.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// Reads "parindex.survey_facts/1". Whether the questionnaire has what a link names is checked by survey_facts().
/// @param json  the text of the file, UTF-8, at most limits::file_bytes
/// @param file  the name to give in diagnostics
/// @param notes if not null, receives the notes of a text that was accepted
[[nodiscard]] result<std::vector<survey_fact_link>> read_survey_facts(std::string_view json, std::string_view file,
                                                                      diagnostics* notes = nullptr);

/// The file of links: of each what its quantity needs.
/// @pre its texts are UTF-8 in normal form C
[[nodiscard]] std::string write_survey_facts(std::span<const survey_fact_link> links);

}  // namespace parindex::inline v0
