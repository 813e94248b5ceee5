/// @file
/// The files of a survey: questionnaire, answers, tallies and what is known of units.
#pragma once

#include "parindex/io/answers_csv.hpp"
#include "report_generator/survey/survey_tables.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace parindex::report {

/// Which files, and how they are read.
struct survey_files {
    std::filesystem::path questionnaire;         ///< Not read where tallies are.
    std::vector<std::filesystem::path> answers;  ///< CSV files, or tallies.
    bool are_tallies = false;
    std::optional<std::filesystem::path> columns;  ///< None: columns are called as questions and groups are.
    std::optional<std::filesystem::path> figures;  ///< CSV: unit, and issued or population.
    tally_options counted;
    sheet_checks checks;
    std::vector<std::string> left_out;  ///< Codes of units.
};

/// How far reading has come: bytes of all bytes.
using survey_progress = std::function<void(std::uint64_t done, std::uint64_t all)>;

/// Reads everything there is, so that all that is wrong is said at once.
/// @param notes  receives notes and warnings
[[nodiscard]] result<counted_survey> read_survey(const survey_files& files, const survey_progress& progress,
                                                 diagnostics& notes);

}  // namespace parindex::report
