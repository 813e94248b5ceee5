/// @file
/// Every bound that parindex sets on its input, in one place. Each limit has an error code of its own, so that a
/// caller can tell "too large" from "wrong". The table in the README is checked against these values by a test.
#pragma once

#include <cstddef>

/// Every limit of what is read from outside; a test compares the table of the README with it.
namespace parindex::inline v0::limits {

inline constexpr std::size_t file_bytes = 16u * 1024 * 1024;  ///< One input file; error_code::input_too_large.
inline constexpr std::size_t json_depth = 96;                 ///< Nesting of JSON values; error_code::too_deep.
inline constexpr std::size_t json_values = 1'000'000;         ///< JSON values in one file; error_code::too_many_values.
inline constexpr std::size_t csv_columns = 10'000;       ///< Columns of a CSV file; error_code::csv_too_many_columns.
inline constexpr std::size_t csv_cell_bytes = 65'536;    ///< A cell of a CSV file; error_code::csv_cell_too_large.
inline constexpr std::size_t csv_row_bytes = 1'048'576;  ///< A row of a CSV file; error_code::csv_row_too_large.
inline constexpr std::size_t csv_cells = 1'000'000;  ///< Cells of one file of facts; error_code::csv_too_many_cells.
inline constexpr std::size_t diagnostics = 200;      ///< Diagnostics reported for one file; the rest are counted.
inline constexpr std::size_t parts = 100;            ///< Parts of one criteria set; error_code::too_many_parts.
inline constexpr std::size_t criteria = 100'000;     ///< Nodes of one criteria set; error_code::too_many_criteria.
inline constexpr std::size_t criteria_depth = 16;    ///< Levels of one criteria set; error_code::criteria_too_deep.
inline constexpr int points = 1'000'000;             ///< A maximum, minimum or cap; error_code::maximum_too_large.
inline constexpr int points_places = 6;              ///< Its decimals; error_code::maximum_too_precise.
inline constexpr std::size_t assessed_units =
    10'000;  ///< Units in one file of marks or of a context; error_code::too_many_assessments.
inline constexpr std::size_t batch_units =
    10'000'000;                            ///< Units in one table of the C interface; error_code::too_many_assessments.
inline constexpr std::size_t facts = 100;  ///< Facts that one rule declares; error_code::rule_too_large.
inline constexpr std::size_t rule_parts = 1'000;     ///< Levels, steps, terms and cases of one rule; rule_too_large.
inline constexpr std::size_t rule_depth = 16;        ///< Rules within rules; error_code::rule_too_large.
inline constexpr std::size_t formula_bytes = 4'096;  ///< A formula; error_code::formula_too_large.
inline constexpr std::size_t formula_depth = 64;     ///< Brackets within brackets; error_code::formula_too_large.
inline constexpr std::size_t fact_name_bytes = 64;   ///< A name of a fact; error_code::invalid_rule.
inline constexpr int number_characters = 64;         ///< Length of a number in text; error_code::number_too_long.
inline constexpr std::size_t document_number_bytes =
    256;  ///< A number or date with its words; number_too_long or invalid_date.
inline constexpr std::size_t ratio_bits = 16'384;  ///< Bits of a numerator or denominator; error_code::ratio_too_large.
inline constexpr std::size_t units = 100'000;      ///< Units of one register; error_code::too_many_units.
inline constexpr std::size_t unit_names = 64;      ///< Names of one unit; error_code::too_many_unit_names.
inline constexpr std::size_t unit_name_bytes = 512;     ///< A code or name; error_code::unit_name_too_long.
inline constexpr std::size_t unit_links = 20'000;       ///< Members or predecessors; error_code::too_many_unit_links.
inline constexpr std::size_t unit_list_bytes = 16'384;  ///< A printed list; error_code::unit_list_too_long.

inline constexpr std::size_t survey_questions = 1'000;    ///< Of one questionnaire; error_code::survey_too_large.
inline constexpr std::size_t survey_options = 200;        ///< Of one scale, 64 of multiple choice; survey_too_large.
inline constexpr std::size_t survey_categories = 10'000;  ///< Of all groups together; error_code::survey_too_large.
inline constexpr std::size_t survey_spellings = 10'000;   ///< Beside codes and labels; error_code::survey_too_large.
inline constexpr std::size_t survey_counts = 50'000'000;  ///< Counts of one tally; error_code::survey_too_large.
inline constexpr std::size_t ranked_units = 10'000;       ///< With ranks to bound; error_code::too_many_ranked_units.
inline constexpr std::size_t disclosure_cells = 10'000;   ///< Of a table to be protected; survey_too_large.

}  // namespace parindex::inline v0::limits
