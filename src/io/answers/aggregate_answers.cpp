#include "io/answers/answer_rows.hpp"
#include "text/quoted.hpp"

#include <array>
#include <charconv>

namespace parindex::inline v0 {

namespace {

std::optional<std::uint64_t> count_in(std::string_view cell) {
    const std::string text = code_text(cell);
    std::uint64_t out = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (failure != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return out;
}

class aggregate_rows final : public answer_rows {
public:
    explicit aggregate_rows(answer_file& file) : file_(file), header_(file.header) {}

    void read(std::span<const csv_cell> row) override {
        const std::size_t unit = file_.unit_of(row);
        if (unit == questionnaire::none) return;
        if (units_.size() <= unit) units_.resize(unit + 1);
        units_[unit].where = units_[unit].where.line == 0 ? row.front().where : units_[unit].where;
        units_[unit].counted.resize(file_.form.row_places());
        const std::array columns{&header_.issued, &header_.returned, &header_.valid};
        for (std::size_t at = 0; at < columns.size(); ++at) read_sheets(row, *columns[at], units_[unit].sheets[at]);
        const auto is_empty = [&](const mapped_column& column) { return code_text(row[column.at].text).empty(); };
        // A row may be about the sheets of its unit only.
        if (is_empty(header_.question) && is_empty(header_.option) && is_empty(header_.count)) return;
        read_count(unit, row);
    }

    void finish() override {
        for (std::size_t unit = 0; unit < units_.size() && !file_.stopped; ++unit) {
            const unit_sheets& each = units_[unit];
            sheet_counts sheets{each.sheets[0].value_or(0), each.sheets[1].value_or(0), each.sheets[2].value_or(0)};
            // Nobody says that valid sheets were returned without being counted as that.
            if (!each.sheets[1]) sheets.returned = sheets.valid;
            if (sheets.valid > sheets.returned) {
                file_.fail(error_code::invalid_count, each.where, header_.valid,
                           "expected no more valid sheets of this unit than returned ones");
                continue;
            }
            if (each.sheets[0] && sheets.issued < sheets.returned) {
                file_.fail(error_code::invalid_count, each.where, header_.issued,
                           "expected no fewer issued sheets of this unit than returned ones");
                continue;
            }
            check_answers(unit);
            try {
                file_.counter.counts().add_sheets(unit, sheets);
            } catch (const error& reason) {
                file_.stop(reason, each.where);
            }
        }
    }

private:
    struct unit_sheets {
        std::array<std::optional<std::uint64_t>, 3> sheets;
        std::vector<bool> counted;  // by place of a row
        csv_place where;
    };

    /// A sheet answers a question that takes one option once, or leaves it without an answer in one way.
    void check_answers(std::size_t unit) {
        if (!units_[unit].sheets[2]) return;
        for (std::size_t question = 0; question < file_.form.questions().size(); ++question) {
            const survey_question& asked = file_.form.texts()[question];
            if (asked.multiple) continue;
            std::uint64_t rest = *units_[unit].sheets[2];
            bool fits = true;
            for (const std::uint64_t each : file_.counter.counts().counts(unit, 0, question)) {
                fits = fits && each <= rest;
                rest -= fits ? each : 0;
            }
            if (fits) continue;
            file_.fail(error_code::invalid_count, units_[unit].where, header_.valid,
                       "expected no fewer valid sheets of this unit than answers to question " + quoted(asked.code));
        }
    }

    void read_sheets(std::span<const csv_cell> row, const mapped_column& column, std::optional<std::uint64_t>& into) {
        if (!column.exists() || code_text(row[column.at].text).empty()) return;
        const std::optional<std::uint64_t> count = count_in(row[column.at].text);
        if (!count) {
            file_.fail(error_code::invalid_count, row[column.at].where, column, "expected a whole number of sheets");
        } else if (into && *into != *count) {
            file_.fail(error_code::invalid_count, row[column.at].where, column,
                       "expected the same as in the rows of this unit before");
        } else {
            into = count;
        }
    }

    void read_count(std::size_t unit, std::span<const csv_cell> row) {
        const std::size_t question = file_.question_of(row);
        if (question == questionnaire::none) return;
        const csv_cell& option = row[header_.option.at];
        const std::optional<std::size_t> place = place_of(question, option.text);
        if (!place) {
            return file_.fail(
                error_code::unknown_answer, option.where, header_.option,
                "question \"" + file_.form.texts()[question].code + "\": " + file_.cells.expected(question));
        }
        const csv_cell& cell = row[header_.count.at];
        const std::optional<std::uint64_t> count = count_in(cell.text);
        if (!count) {
            return file_.fail(error_code::invalid_count, cell.where, header_.count,
                              "expected a whole number of answers");
        }
        std::vector<bool>::reference met = units_[unit].counted[file_.form.questions()[question].first_place + *place];
        if (met) {
            return file_.fail(error_code::invalid_count, cell.where, header_.count,
                              "a second count of one answer to one question in one unit");
        }
        met = true;
        try {
            file_.counter.counts().add_answers(unit, question, *place, *count);
        } catch (const error& reason) {
            file_.stop(reason, cell.where);
        }
    }

    /// Where answers of a cell are counted. An empty cell says nothing here.
    std::optional<std::size_t> place_of(std::size_t question, std::string_view cell) {
        const std::string text = code_text(cell);
        if (text.empty()) return std::nullopt;
        const questionnaire::question& asked = file_.form.questions()[question];
        const bool multiple = file_.form.texts()[question].multiple;
        if (const std::optional<answer_cells::outcome> said = file_.cells.answer(question, cell)) {
            if (said->mentions == 0) return said->place;
            if ((said->mentions & (said->mentions - 1)) != 0) return std::nullopt;  // one count of several options
            std::size_t option = 0;
            while ((said->mentions >> option & 1) == 0) ++option;
            return option;
        }
        const std::optional<answer_state> state = answer_state_from(text);
        if (!state || (*state == answer_state::answered && !multiple)) return std::nullopt;
        return asked.place_of(*state);
    }

    answer_file& file_;
    const answers_header& header_;
    std::vector<unit_sheets> units_;  // by index in the tally
};

}  // namespace

std::unique_ptr<answer_rows> aggregate_answers(answer_file& file) {
    return std::make_unique<aggregate_rows>(file);
}

}  // namespace parindex::inline v0
