/// @file
/// What the columns of a CSV file of answers mean. Columns that are not named here are never stored.
#pragma once

#include "parindex/support/diagnostic.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parindex::inline v0 {

/// What a row of the file is.
enum class answers_layout {
    wide,       ///< A respondent; a column for each question.
    long_rows,  ///< An answer of a respondent; the rows of a respondent stand together.
    aggregate,  ///< A count of the answers of a unit to a question.
};

/// "wide", "long" or "aggregate".
[[nodiscard]] std::string_view to_string(answers_layout layout) noexcept;

/// A column that holds whether one option of a multiple-choice question was marked ("details" of Kobo).
struct option_column {
    std::string question;  ///< Code.
    std::string option;    ///< Code.
    std::string column;

    friend bool operator==(const option_column&, const option_column&) = default;
};

/// Which column holds what. Columns go by the names of the header row; the empty name is no column.
struct answer_columns {
    answers_layout layout = answers_layout::wide;

    std::string unit;        ///< Column of the unit's code. Empty: all rows are of unit_code.
    std::string unit_code;   ///< The unit of a file that has one only; empty where there is a column of units.
    std::string respondent;  ///< Column that tells respondents apart; required of long_rows, never stored.
    std::string stratum;
    std::string cluster;
    std::vector<std::pair<std::string, std::string>> groups;  ///< Code of a respondent group, and its column.

    /// Wide: code of a question, and its column. Without any, columns have the codes of the questions.
    std::vector<std::pair<std::string, std::string>> questions;
    std::vector<option_column> options;  ///< Wide: multiple-choice questions that have a column for each option.
    std::string seconds;                 ///< Wide: column of the time that answering took, in seconds.
    std::string separator = ";";         ///< Between several marks within a cell.

    std::string question;  ///< long_rows, aggregate: column of the question's code.
    std::string answer;    ///< long_rows: column of the answer.
    std::string option;    ///< aggregate: column of the option, or of a word for an answer that is missing.
    std::string count;     ///< aggregate: column of the number of answers.
    std::string issued;    ///< aggregate: columns of the unit's sheets, the same in all its rows.
    std::string returned;  ///< As above.
    std::string valid;     ///< As above.

    /// Spellings of this file: by code of a question, or "" for all questions, the code of an option by the word.
    std::map<std::string, std::map<std::string, std::string>> words;

    source_position where;  ///< Of the file that says so; no part of the value.

    friend bool operator==(const answer_columns& a, const answer_columns& b) {
        return a.layout == b.layout && a.unit == b.unit && a.unit_code == b.unit_code && a.respondent == b.respondent &&
               a.stratum == b.stratum && a.cluster == b.cluster && a.groups == b.groups && a.questions == b.questions &&
               a.options == b.options && a.seconds == b.seconds && a.separator == b.separator &&
               a.question == b.question && a.answer == b.answer && a.option == b.option && a.count == b.count &&
               a.issued == b.issued && a.returned == b.returned && a.valid == b.valid && a.words == b.words;
    }
};

}  // namespace parindex::inline v0
