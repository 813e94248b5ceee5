/// @file
/// The command `survey`: counts answers and prints what they come to.
#pragma once

#include "report_generator/exit_status.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace parindex::report {

/// What the command line asks for. Texts that are empty are not given.
struct survey_arguments {
    static constexpr std::uint64_t default_minimum_cell = 5;
    static constexpr std::size_t default_straight_line = 10;

    std::vector<std::string> files;  ///< The questionnaire and files of answers; with `merge`, tallies.
    bool merge = false;
    std::string columns;
    std::string figures;
    std::vector<std::string> by;
    std::vector<std::string> left_out;
    std::string formula;
    std::string units;
    std::vector<std::string> scopes;
    std::uint64_t minimum_cell = default_minimum_cell;
    std::size_t straight_line = default_straight_line;
    bool duplicates = false;
    std::string least_seconds;
    std::string precision;                 ///< "respondents" or "clusters".
    std::string single_clusters = "fail";  ///< single_cluster_policy
    std::string tally;                     ///< File to write the counts to.
    std::string links;                     ///< Of facts.
    std::optional<int> year;
    std::vector<std::string> formats;
    std::string output;
    bool json = false;
};

/// Names of the formats that tables are written in.
[[nodiscard]] std::vector<std::string> survey_format_names();

/// Runs the command.
[[nodiscard]] exit_status run_survey(const survey_arguments& asked, std::ostream& out, std::ostream& errors);

}  // namespace parindex::report
