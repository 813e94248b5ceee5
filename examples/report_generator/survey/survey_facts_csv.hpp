/// @file
/// Facts of a survey as the CSV file that gives them to an assessment.
#pragma once

#include "parindex/support/result.hpp"
#include "parindex/survey/tally.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace parindex::report {

/// The facts that the links of a file ask for: rows of unit, year if there is one, round, criterion, fact and value, as
/// read_facts_csv() reads them.
/// @return the text, or all that is wrong with the links or the counts
[[nodiscard]] result<std::string> survey_facts_csv(const tally& counts, const std::filesystem::path& links,
                                                   std::optional<int> year);

}  // namespace parindex::report
