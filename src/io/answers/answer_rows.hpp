// The rows of files of answers, by layout.
#pragma once

#include "io/answers/answer_cells.hpp"
#include "io/answers/answers_header.hpp"
#include "io/answers/sheet_counter.hpp"
#include "parindex/io/answers_csv.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace parindex::inline v0 {

/// What reading a file needs in any layout.
class answer_file {
public:
    answer_file(const questionnaire& form, const answer_columns& columns, const tally_options& counted,
                const answers_options& options, std::string_view file);

    /// Says what is wrong in a cell, which itself is never told.
    void fail(error_code code, csv_place where, const mapped_column& column, const std::string& expected);
    void fail(error_code code, csv_place where, const std::string& message);
    /// After this nothing is read.
    void stop(const error& reason, csv_place where);

    /// The index of the unit of a row, or none, with a finding.
    [[nodiscard]] std::size_t unit_of(std::span<const csv_cell> row);
    /// The question whose code a row has, or none, with a finding.
    [[nodiscard]] std::size_t question_of(std::span<const csv_cell> row);
    [[nodiscard]] const std::size_t* remembered_unit(std::string_view cell) const noexcept { return units.find(cell); }
    /// Counts a sheet, whatever the layout. @param where  where each question stands
    template <class Place>
    void count(csv_place start, const Place& where);

    questionnaire form;
    answer_columns columns;
    tally_options counted;
    answers_options options;
    std::string name;
    finding_list found;
    answers_header header;
    answer_cells cells;
    sheet_counter counter;
    cell_memo<std::size_t, 4096> units;
    std::size_t only_unit = questionnaire::none;
    std::unordered_map<std::string, std::size_t> questions;  // by code, once one was asked for
    std::uint64_t rows = 0;
    bool stopped = false;
};

template <class Place>
void answer_file::count(csv_place start, const Place& where) {
    try {
        if (const std::size_t refused = counter.settle(); refused != questionnaire::none) {
            return fail(
                error_code::answer_refused, where(refused),
                "question " + form.texts()[refused].code + ": expected an answer, which the questionnaire demands");
        }
        counter.count();
    } catch (const error& reason) {
        stop(reason, start);
    }
}

class answer_rows {
public:
    virtual ~answer_rows() = default;
    virtual void read(std::span<const csv_cell> row) = 0;
    virtual void finish() {}
};

[[nodiscard]] std::unique_ptr<answer_rows> wide_answers(answer_file& file);
[[nodiscard]] std::unique_ptr<answer_rows> long_answers(answer_file& file);
[[nodiscard]] std::unique_ptr<answer_rows> aggregate_answers(answer_file& file);

}  // namespace parindex::inline v0
