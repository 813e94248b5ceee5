/// @file
/// Answers of a survey (phiếu trả lời) from CSV files of any size, in memory that does not grow with the rows.
#pragma once

#include "parindex/survey/answer_columns.hpp"
#include "parindex/survey/sheet_quality.hpp"
#include "parindex/survey/tally.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// How a file of answers is read.
struct answers_options {
    sheet_checks checks;
    /// The line that the row behind the header row stands in, for a part of a file; 0: the header row says so.
    std::size_t first_line = 0;
    /// Whether rows without anything unusual are read the fast way, which makes no difference but in time.
    bool fast = true;
};

/// What a file says.
struct answer_reading {
    tally valid;             ///< All valid sheets.
    tally flagged;           ///< Of them, those that a check marked; without(valid, flagged) are the others.
    flagged_sheets flags;    ///< How many there are.
    std::uint64_t rows = 0;  ///< Read, without the header row and rows in which every cell is empty.
    diagnostics notes;
};

/// Reads a file of answers piece by piece.
///
/// Only columns that the mapping names are looked at, and of them nothing is kept but counts, codes of units, strata
/// and clusters, and digests of what tells respondents apart. No message prints a cell or a name of the header row: it
/// gives line, column, the name of the column in the mapping, and what was expected.
///
/// - wide: a sheet in a row. Rows in which every cell is empty are left out.
/// - long_rows: a sheet is what one respondent says of one unit, in rows that stand together. A sheet that comes back
///   after another one is an error as long as it is among the last half million. A question that takes one option may
///   have one row of a sheet, one of several marks has a row for each or all in one cell. What tells the respondent's
///   unit, groups, stratum and cluster may be missing in all rows but one, and may not contradict itself.
/// - aggregate: counts of a unit, a question and an option or state ("blank" and the other names of states are known
///   besides the questionnaire's words).
///
/// Rows of no unit, unknown answers, categories and questions, and states that the questionnaire refuses are errors. A
/// file with an error gives no tally: its findings are given all at once, up to limits::diagnostics.
///
/// Many threads read one file that is in memory by divide_rows(), each part with a reader of its own, to which the
/// header row is fed first; the tallies are merged. Duplicates are found within a part only.
class answers_reader {
public:
    /// `file` is the name to give in diagnostics.
    /// @throws error_code::unknown_option for groups that the questionnaire does not have, or that are named twice
    answers_reader(const questionnaire& form, const answer_columns& columns, const tally_options& counted,
                   const answers_options& options, std::string_view file);
    ~answers_reader();
    answers_reader(answers_reader&&) noexcept;
    answers_reader& operator=(answers_reader&&) noexcept;

    /// The next bytes of the text; a character may be cut in two. Fastest in pieces of 64 KiB and more.
    void feed(std::string_view bytes);

    /// Ends the text. To be called once, after which nothing is fed.
    /// @return the counts, or everything that is wrong: what csv_reader finds, error_code::unknown_column,
    ///         unknown_option (a question, or a word of the mapping), unknown_answer, invalid_answer (a category, a
    ///         second answer), answer_refused, respondent_not_grouped, invalid_count, invalid_value (no unit,
    ///         respondent or seconds), survey_too_large
    [[nodiscard]] result<answer_reading> finish();

private:
    class machine;
    std::unique_ptr<machine> machine_;
};

/// The same for a text that is there as a whole.
[[nodiscard]] result<answer_reading> read_answers_csv(std::string_view text, const questionnaire& form,
                                                      const answer_columns& columns, const tally_options& counted,
                                                      const answers_options& options, std::string_view file);

/// A part of a CSV text.
struct row_part {
    std::string_view rows;
    std::size_t first_line = 0;
};

/// A CSV text in parts.
struct divided_rows {
    std::string_view header;  ///< The header row with its line break.
    std::vector<row_part> parts;
};

/// Divides a CSV text with a sheet in each row into at most so many parts of about equal size, between rows: outside of
/// quotes; 0 is taken as 1. The parts, one behind the other, are what follows the header row.
[[nodiscard]] divided_rows divide_rows(std::string_view text, std::size_t parts);

}  // namespace parindex::inline v0
