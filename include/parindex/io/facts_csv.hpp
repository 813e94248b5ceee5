/// @file
/// CSV files of facts (số liệu chấm điểm): what an office fills in with a spreadsheet.
#pragma once

#include "parindex/io/assessment_file.hpp"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// What rows of a file may leave to its caller.
struct facts_csv_options {
    std::optional<int> year;  ///< 1945..9999, of rows that name none.
    /// How else the year may be given, for the message where nothing gives it: "--year".
    std::string_view other_years;
    scoring_round round = scoring_round::appraisal;  ///< Of rows that name none.
    /// What the units see from outside; null: nothing. It only has to live while the file is read.
    const context_description* context = nullptr;
    /// What else is known of a unit in a year, by code: its name, its group and why it is not ranked, where rows name
    /// neither name nor group. May be empty; gives null for a unit that nobody knows.
    std::function<const scored_unit*(std::string_view code, int year)> known_units = {};
};

/// Reads facts of units in one of three layouts, told by the names in the header row:
///
///  - a row for each fact: columns `unit`, `criterion`, `fact`, `value`;
///  - a row for each criterion: columns `unit`, `criterion`, and one for each fact by its name;
///  - a row for each unit: column `unit`, and one for each fact as `criterion:fact` ("1.1.4:b"). There is neither a
///    column `fact` nor a column `criterion`.
///
/// Any of them may have the columns `unit_name` (otherwise the code is the name), `unit_group`, `year` and `round`
/// (self, appraisal, re_appraisal, survey, authority); those of the first two `explanation` and `not_applicable` (the
/// reason). What belongs to a unit or mark may stand in one of its rows or in all. Columns and rows come in any order.
/// An empty cell says nothing: the fact is not given; rows of empty cells are left out.
///
/// Values are of the kind that the rule declares: counts in digits only, other numbers as `-?digits[.digits]`,
/// percentages without a sign, dates as `2022-01-20`, `yes` or `no` (`có`, `không`), and codes of levels. Texts are
/// brought to Unicode normal form C, with a note. The marks belong to `set` and are checked against it as
/// read_assessments() does.
/// @param csv      UTF-8, as csv_reader reads it, at most limits::file_bytes with limits::csv_cells filled cells
/// @param file     the name to give in diagnostics
/// @param set      whose rules the facts are for
/// @param options  what rows may leave out
/// @return a reading for each unit and year, in the order in which they first occur, with what is wrong in its rows at
///         the cells; or, where the text is no such CSV or its header row is wrong, all that is wrong in the file
[[nodiscard]] result<std::vector<unit_reading>> read_facts_csv(std::string_view csv, std::string_view file,
                                                               const criteria_set& set,
                                                               const facts_csv_options& options = {});

}  // namespace parindex::inline v0
