// The checks of what answers are matched with: options, words for missing answers, categories of respondents.
#pragma once

#include "parindex/survey/questionnaire_description.hpp"
#include "support/finding_list.hpp"

#include <functional>
#include <map>
#include <string>

namespace parindex::inline v0 {

/// What words for missing answers mean, by their folded spelling.
using missing_meanings = std::map<std::string, answer_state, std::less<>>;

/// Words for missing answers: none empty, none twice.
missing_meanings check_missing_words(const questionnaire_description& description, finding_list& found);

void check_scale(const answer_scale& scale, const missing_meanings& missing, finding_list& found);

void check_group(const respondent_group& group, const missing_meanings& missing, finding_list& found);

}  // namespace parindex::inline v0
