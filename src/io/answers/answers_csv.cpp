#include "parindex/io/answers_csv.hpp"

#include "io/answers/answer_rows.hpp"
#include "io/answers/fast_answers.hpp"
#include "io/place_order.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace parindex::inline v0 {

answer_file::answer_file(const questionnaire& asked, const answer_columns& mapping, const tally_options& tallied,
                         const answers_options& how, std::string_view file)
    : form(asked),
      columns(mapping),
      counted(tallied),
      options(how),
      name(file),
      cells(form, columns, counted, found),
      counter(form, counted, how.checks) {}

void answer_file::fail(error_code code, csv_place where, const mapped_column& column, const std::string& expected) {
    if (found.full()) return found.count(severity::error);
    fail(code, where, "column " + quoted(column.name) + ": " + expected);
}

void answer_file::fail(error_code code, csv_place where, const std::string& message) {
    if (found.full()) return found.count(severity::error);
    found.add(code, {name, where.line, where.column, {}}, "", message);
}

void answer_file::stop(const error& reason, csv_place where) {
    stopped = true;
    fail(reason.code(), where, std::string(reason.what()) + "; nothing behind it was read");
}

std::size_t answer_file::unit_of(std::span<const csv_cell> row) {
    if (!header.unit.exists()) {
        try {
            if (only_unit == questionnaire::none) only_unit = counter.counts().unit(code_text(columns.unit_code));
        } catch (const error& reason) {
            stop(reason, row.front().where);
        }
        return only_unit;
    }
    const csv_cell& cell = row[header.unit.at];
    if (const std::size_t* const met = units.find(cell.text)) return *met;
    const std::string code = code_text(cell.text);
    if (code.empty() || cell.text.find('\0') != std::string_view::npos) {
        fail(error_code::invalid_value, cell.where, header.unit, "expected the code of a unit");
        return questionnaire::none;
    }
    try {
        const std::size_t out = counter.counts().unit(code);
        units.keep(cell.text, out);
        return out;
    } catch (const error& reason) {
        if (reason.code() == error_code::survey_too_large) {
            stop(reason, cell.where);
        } else {
            fail(reason.code(), cell.where, header.unit, reason.what());
        }
        return questionnaire::none;
    }
}

std::size_t answer_file::question_of(std::span<const csv_cell> row) {
    if (questions.empty()) {
        for (const survey_question& each : form.texts()) questions.emplace(each.code, questions.size());
    }
    const csv_cell& cell = row[header.question.at];
    if (const auto known = questions.find(code_text(cell.text)); known != questions.end()) return known->second;
    fail(error_code::unknown_option, cell.where, header.question,
         "expected the code of a question of the questionnaire");
    return questionnaire::none;
}

class answers_reader::machine {
public:
    machine(const questionnaire& form, const answer_columns& columns, const tally_options& counted,
            const answers_options& options, std::string_view file)
        : file_(form, columns, counted, options, file),
          reader_(file, [this](std::span<const csv_cell> row) { read(row); }) {}

    void feed(std::string_view bytes) {
        // Bytes of whole lines: looked for once, as what stands behind them may be long and rows be declined often.
        std::size_t whole = bytes.rfind('\n') + 1;
        const auto remove = [&](std::size_t size) {
            bytes.remove_prefix(size);
            whole -= std::min(whole, size);
        };
        while (!bytes.empty() && !file_.stopped) {
            if (fast_ && whole != 0 && reader_.between_rows()) {
                std::size_t lines = 0;
                remove(fast_->read(bytes.substr(0, whole), lines));
                reader_.skip_lines(lines);
                if (bytes.empty()) return;
            }
            // The row that was declined, or whose end has not come yet, and no more than that.
            const std::size_t end = fast_ || !in_rows_ ? bytes.find('\n') : std::string_view::npos;
            const std::size_t size = end == std::string_view::npos ? bytes.size() : end + 1;
            reader_.feed(bytes.substr(0, size));
            remove(size);
            if (end != std::string_view::npos && !in_rows_) start_rows();
        }
    }

    result<answer_reading> finish() {
        diagnostics syntax = reader_.finish();
        if (rows_ && !file_.stopped) rows_->finish();
        file_.found.count_unlisted(syntax);
        file_.found.add(std::move(syntax));
        if (file_.found.has_error()) return sorted();
        sheet_counter::outcome out = file_.counter.take();
        note_outside(out.outside_bands);
        if (out.forgot_sheets) {
            note(error_code::survey_too_large, severity::warning,
                 "only the first " + std::to_string(file_.options.checks.duplicate_sheets) +
                     " sheets were remembered to find equal ones");
        }
        return answer_reading{std::move(out.valid), std::move(out.flagged), out.flags, file_.rows, sorted()};
    }

private:
    void read(std::span<const csv_cell> row) {
        if (!has_header_) return read_header(row);
        if (!rows_ || file_.stopped) return;
        if (std::all_of(row.begin(), row.end(), [](const csv_cell& each) { return each.text.empty(); })) return;
        ++file_.rows;
        rows_->read(row);
    }

    void read_header(std::span<const csv_cell> row) {
        has_header_ = true;
        file_.header = answers_header::read(row, file_.name, file_.form, file_.columns, file_.counted, file_.found);
        if (file_.found.has_error()) return;
        switch (file_.columns.layout) {
            case answers_layout::wide: rows_ = wide_answers(file_); break;
            case answers_layout::long_rows: rows_ = long_answers(file_); break;
            case answers_layout::aggregate: rows_ = aggregate_answers(file_); break;
        }
    }

    void start_rows() {
        ++header_lines_;  // it was fed by lines
        if (!has_header_ || !reader_.between_rows()) return;
        in_rows_ = true;
        if (file_.options.first_line > header_lines_) {
            reader_.skip_lines(file_.options.first_line - 1 - header_lines_);
        }
        if (!rows_ || !file_.options.fast) return;
        fast_.emplace(file_, reader_.delimiter());
        if (!fast_->usable()) fast_.reset();
    }

    void note(error_code code, severity level, std::string message) {
        file_.found.add(code, {file_.name, 0, 0, {}}, "", std::move(message), level);
    }

    void note_outside(std::span<const std::uint64_t> respondents) {
        for (std::size_t at = 0; at < respondents.size(); ++at) {
            if (respondents[at] == 0) continue;
            note(error_code::missing_item, severity::note,
                 "the numbers of " + std::to_string(respondents[at]) + " respondents lie in no band of the group " +
                     quoted(file_.counted.by[at]) + "; they are counted as of unknown category");
        }
    }

    diagnostics sorted() {
        diagnostics out = std::move(file_.found).take();
        sort_by_place(out);
        return out;
    }

    answer_file file_;
    csv_reader reader_;
    std::unique_ptr<answer_rows> rows_;
    std::optional<fast_answers> fast_;
    bool has_header_ = false;
    bool in_rows_ = false;
    std::size_t header_lines_ = 0;
};

answers_reader::answers_reader(const questionnaire& form, const answer_columns& columns, const tally_options& counted,
                               const answers_options& options, std::string_view file)
    : machine_(std::make_unique<machine>(form, columns, counted, options, file)) {}
answers_reader::~answers_reader() = default;
answers_reader::answers_reader(answers_reader&&) noexcept = default;
answers_reader& answers_reader::operator=(answers_reader&&) noexcept = default;

void answers_reader::feed(std::string_view bytes) {
    machine_->feed(bytes);
}

result<answer_reading> answers_reader::finish() {
    return machine_->finish();
}

result<answer_reading> read_answers_csv(std::string_view text, const questionnaire& form, const answer_columns& columns,
                                        const tally_options& counted, const answers_options& options,
                                        std::string_view file) {
    answers_reader reader(form, columns, counted, options, file);
    reader.feed(text);
    return reader.finish();
}

divided_rows divide_rows(std::string_view text, std::size_t parts) {
    parts = std::max<std::size_t>(parts, 1);
    divided_rows out;
    bool in_quotes = false;
    std::size_t line = 1;
    // Behind the next line break from `at` on that ends a row and lies at or behind `least`.
    const auto row_end = [&](std::size_t at, std::size_t least) {
        for (; at < text.size(); ++at) {
            if (text[at] == '"') in_quotes = !in_quotes;
            if (text[at] != '\n') continue;
            ++line;
            if (!in_quotes && at + 1 >= least) return at + 1;
        }
        return text.size();
    };
    std::size_t at = row_end(0, 0);
    out.header = text.substr(0, at);
    const std::size_t rows = text.size() - at;
    for (std::size_t part = 1; part <= parts && at < text.size(); ++part) {
        const std::size_t first_line = line;
        const std::size_t least = text.size() - rows + rows / parts * part;
        const std::size_t end = part == parts ? text.size() : row_end(at, std::max(least, at + 1));
        out.parts.push_back({text.substr(at, end - at), first_line});
        at = end;
    }
    return out;
}

}  // namespace parindex::inline v0
