/// @file
/// Which scopes of a questionnaire have an index in the tables of a survey.
#pragma once

#include "report_generator/survey/survey_tables.hpp"

#include <vector>

namespace parindex::report {

/// What is asked of a scope. @pre asked.method
[[nodiscard]] index_request request_of(const counted_survey& survey, const survey_question_asked& asked,
                                       const survey_scope& scope);

/// What is asked for by name; otherwise all that the formula applies to. @pre asked.method
/// @throws error_code::unknown_code for a name; what compute_index() throws where the formula does not apply to what is
///         asked for, or to nothing
[[nodiscard]] std::vector<survey_scope> scopes_of(const counted_survey& survey, const survey_question_asked& asked);

}  // namespace parindex::report
