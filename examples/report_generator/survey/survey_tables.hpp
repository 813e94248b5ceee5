/// @file
/// What stands in the tables of a survey, before it is anybody's file format.
#pragma once

#include "parindex/survey/sample_design.hpp"
#include "parindex/survey/satisfaction_index.hpp"
#include "parindex/survey/sheet_quality.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace parindex::report {

/// A survey that was counted.
struct counted_survey {
    tally counts;
    std::optional<tally> without_flagged;  ///< Where sheets were looked at one by one.
    flagged_sheets flags;                  ///< By check; none where units were left out: checks count no units.
    std::map<std::string, std::uint64_t> populations;  ///< By unit.
};

/// What is asked of it.
struct survey_question_asked {
    std::optional<index_method> method;  ///< None: no index but that of each question.
    std::vector<std::string> scopes;     ///< Codes of what has an index; none: all that the formula applies to.
    single_cluster_policy single_clusters = single_cluster_policy::fail;
    std::uint64_t minimum_cell = 0;  ///< Shares of fewer persons, and groups that would tell them, are hidden.
};

/// How a value is meant.
enum class survey_value_kind {
    nothing,  ///< There is none.
    hidden,   ///< There is one that would tell too much of too few.
    label,
    count,
    number,   ///< An exact number, as of a numerator.
    share,    ///< A share that is printed in percent.
    level,    ///< A mean level.
    measure,  ///< An approximate number, as "0.19".
};

/// A cell.
struct survey_value {
    survey_value_kind kind = survey_value_kind::nothing;
    std::string text;         ///< Of a label or measure.
    std::uint64_t count = 0;  ///< Of a count; of a share, its numerator where it divides counts of persons.
    ratio value;              ///< Of a number, share or level.
    bool has_count = false;   ///< Of a share.
};

/// A column.
struct survey_column {
    std::string key;   ///< For programs.
    std::string name;  ///< As printed.
};

/// A table.
struct survey_table {
    std::string key;      ///< For programs and the names of files: "units".
    std::string caption;  ///< As printed.
    std::vector<survey_column> columns;
    std::vector<std::vector<survey_value>> rows;
    std::string note;  ///< Printed below it; may be empty.
};

/// All tables of a survey, with what is hidden left out.
struct survey_report {
    std::string questionnaire;  ///< Code.
    std::string name;
    std::string survey_method;
    std::optional<index_method> method;
    std::uint64_t minimum_cell = 0;
    bool hides = false;  ///< Whether anything is.
    std::vector<survey_table> tables;
};

/// Makes the tables.
/// @throws parindex::error where what is asked for does not apply; see compute_index()
[[nodiscard]] survey_report survey_tables(const counted_survey& survey, const survey_question_asked& asked);

}  // namespace parindex::report
