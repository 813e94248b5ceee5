/// @file
/// The tables of a survey that say what was answered, question by question.
#pragma once

#include "report_generator/survey/survey_tables.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace parindex::report {

/// The tables, and whether anything in them is hidden.
struct answer_tables {
    std::vector<survey_table> tables;
    bool hide = false;
};

/// A table for each scale: persons who answered, shares of options and of those who are satisfied, and why there is no
/// answer; of these units together.
[[nodiscard]] answer_tables tables_of_answers(const tally& counts, const std::vector<std::string>& units,
                                              std::uint64_t minimum_cell);

}  // namespace parindex::report
