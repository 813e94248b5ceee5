// The checks of what answers are matched with: options, words for missing answers, categories of respondents.
#pragma once

#include "parindex/survey/questionnaire_description.hpp"
#include "support/finding_list.hpp"

namespace parindex::inline v0 {

void check_scale(const answer_scale& scale, const questionnaire_description& description, finding_list& found);

/// Words for missing answers: none empty, none twice.
void check_missing_words(const questionnaire_description& description, finding_list& found);

void check_group(const respondent_group& group, finding_list& found);

}  // namespace parindex::inline v0
