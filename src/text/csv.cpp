#include "parindex/text/csv.hpp"

#include "parindex/support/limits.hpp"
#include "parindex/text/utf8.hpp"
#include "support/finding_list.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace parindex::inline v0 {

csv_place csv_cell::place(std::size_t offset) const noexcept {
    std::string_view rest = text.substr(0, offset);
    if (!quoted) return {where.line, where.column + count_code_points(rest)};
    for (csv_place out{where.line, where.column + 1};;) {
        const std::size_t at = rest.find_first_of("\"\n");
        out.column += count_code_points(rest.substr(0, at));
        if (at == std::string_view::npos) return out;
        // A quote inside a cell is doubled in the file.
        out = rest[at] == '\n' ? csv_place{out.line + 1, 1} : csv_place{out.line, out.column + 2};
        rest.remove_prefix(at + 1);
    }
}

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view delimiters = ",;\t";

std::string_view delimiter_name(char delimiter) noexcept {
    return delimiter == '\t' ? "tab" : delimiter == ',' ? "comma" : "semicolon";
}

bool is_utf16(std::string_view text) noexcept {
    return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
}

}  // namespace

class csv_reader::machine {
public:
    machine(std::string_view file, csv_row_use use) : file_(file), use_(std::move(use)) {}

    void feed(std::string_view bytes) {
        if (in_header_) bytes.remove_prefix(gather_header(bytes));
        read(bytes);
    }

    [[nodiscard]] bool between_rows() const noexcept {
        return header_was_sound_ && state_ == state::cell_start && cells_.empty();
    }
    void skip_lines(std::size_t lines) noexcept { here_.line += lines; }
    [[nodiscard]] char delimiter() const noexcept { return delimiter_; }

    diagnostics finish() {
        if (in_header_) read_header();
        switch (state_) {
            case state::cell_start:
                if (!cells_.empty()) end_row();
                break;
            case state::plain:
            case state::quote_in_quoted: end_row(); break;
            case state::quoted:
                fail(error_code::csv_syntax, cell_start_, "the quote that opens this cell is never closed");
                break;
            case state::carriage_return: fail_line_break(); break;
            case state::skipped:
            case state::stopped: break;
        }
        return std::move(found_).take();
    }

private:
    enum class state { cell_start, plain, quoted, quote_in_quoted, carriage_return, skipped, stopped };

    struct cell_span {
        std::size_t begin = 0;  // in text_
        std::size_t end = 0;
        csv_place where;
        bool quoted = false;
    };

    void fail(error_code code, csv_place where, std::string message) {
        row_is_sound_ = false;
        if (found_.full()) return found_.count(severity::error);
        found_.add(code, {file_, where.line, where.column, {}}, "", std::move(message));
    }
    void stop(error_code code, csv_place where, std::string message) {
        fail(code, where, std::move(message) + "; nothing behind it was read");
        state_ = state::stopped;
    }

    /// The delimiter is known only when the header row has ended.
    /// @return how many of the bytes belong to it
    std::size_t gather_header(std::string_view bytes) {
        // A row of this size is too large, which is said when it is read: quotes in it may be doubled, cells quoted.
        constexpr std::size_t most = 2 * limits::csv_row_bytes + 2 * limits::csv_columns;
        std::size_t end = 0;
        bool ended = false;
        while (end < bytes.size() && !ended && header_.size() + end <= most) {
            const char each = bytes[end++];
            // In a sound row, what stands between an odd quote and the next is quoted.
            if (each == '"') in_quotes_ = !in_quotes_;
            ended = each == '\n' && !in_quotes_;
        }
        header_.append(bytes.substr(0, end));
        if (ended || header_.size() > most) read_header();
        return end;
    }

    void read_header() {
        in_header_ = false;
        std::string_view row = header_;
        if (is_utf16(row)) {
            return stop(error_code::invalid_utf8, {1, 1}, "expected UTF-8; this is UTF-16: save the file as CSV UTF-8");
        }
        if (row.starts_with(byte_order_mark)) row.remove_prefix(byte_order_mark.size());
        if (row.empty()) return stop(error_code::csv_syntax, {1, 1}, "expected a header row with the names of columns");
        if (!choose_delimiter(row)) return;
        read(row);
        header_ = {};
    }

    bool choose_delimiter(std::string_view row) {
        bool in_quotes = false;
        char found = '\0';
        for (const char each : row) {
            if (each == '"') in_quotes = !in_quotes;
            if (in_quotes || delimiters.find(each) == std::string_view::npos || each == found) continue;
            if (found != '\0') {
                stop(error_code::csv_syntax, {1, 1},
                     "expected one delimiter in the header row, not " + std::string(delimiter_name(found)) + " and " +
                         std::string(delimiter_name(each)) + ": a name that holds one of them stands between quotes");
                return false;
            }
            found = each;
        }
        if (found != '\0') delimiter_ = found;
        return true;
    }

    void read(std::string_view bytes) {
        for (std::size_t at = 0; at < bytes.size() && state_ != state::stopped;) {
            switch (state_) {
                case state::cell_start: at += start_cell(bytes[at]); break;
                case state::plain: at += read_plain(bytes.substr(at)); break;
                case state::quoted: at += read_quoted(bytes.substr(at)); break;
                case state::quote_in_quoted: after_quote(bytes[at++]); break;
                case state::carriage_return:
                    if (bytes[at++] == '\n') {
                        end_row();
                    } else {
                        fail_line_break();
                        skip_line();
                    }
                    break;
                case state::skipped:
                    if (bytes[at++] == '\n') next_line();
                    break;
                case state::stopped: break;
            }
        }
    }

    /// @return whether the byte is an opening quote, which is no part of the text
    std::size_t start_cell(char first) {
        cell_begin_ = text_.size();
        cell_start_ = here_;
        cell_is_quoted_ = first == '"';
        state_ = cell_is_quoted_ ? state::quoted : state::plain;
        return cell_is_quoted_ ? 1 : 0;
    }

    std::size_t read_plain(std::string_view bytes) {
        const auto ends = [this](char each) {
            return each == delimiter_ || each == '\n' || each == '\r' || each == '"';
        };
        const auto size = static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), ends) - bytes.begin());
        if (!append(bytes.substr(0, size)) || size == bytes.size()) return size;
        if (bytes[size] == '"') {
            fail(error_code::csv_syntax, place_of_end(),
                 "a quote inside a cell: the cell needs quotes around it, and this one is doubled");
            skip_line();
        } else {
            end_cell_with(bytes[size]);
        }
        return size + 1;
    }

    std::size_t read_quoted(std::string_view bytes) {
        const std::size_t size = std::min(bytes.find('"'), bytes.size());
        if (!append(bytes.substr(0, size)) || size == bytes.size()) return size;
        state_ = state::quote_in_quoted;
        return size + 1;
    }

    void after_quote(char next) {
        if (next == '"') {
            if (append("\"")) state_ = state::quoted;
        } else if (next == delimiter_ || next == '\n' || next == '\r') {
            end_cell_with(next);
        } else {
            csv_place where = place_of_end();
            ++where.column;  // behind the closing quote
            fail(error_code::csv_syntax, where,
                 "expected a " + std::string(delimiter_name(delimiter_)) +
                     " or the end of the row behind the closing quote; a quote inside a cell is doubled");
            skip_line();
        }
    }

    void end_cell_with(char next) {
        if (next == '\n') return end_row();
        if (next == '\r') {
            state_ = state::carriage_return;
            return;
        }
        end_cell();
        if (state_ != state::stopped) state_ = state::cell_start;
    }

    bool append(std::string_view bytes) {
        if (text_.size() - cell_begin_ + bytes.size() > limits::csv_cell_bytes) {
            stop(error_code::csv_cell_too_large, cell_start_,
                 "the cell that begins here is larger than " + std::to_string(limits::csv_cell_bytes) + " bytes" +
                     (cell_is_quoted_ ? ": is its closing quote missing?" : ""));
            return false;
        }
        text_.append(bytes);
        if (text_.size() + cells_.size() <= limits::csv_row_bytes) return true;
        stop(error_code::csv_row_too_large, cells_.empty() ? cell_start_ : cells_.front().where,
             "the row that begins here is larger than " + std::to_string(limits::csv_row_bytes) + " bytes");
        return false;
    }

    [[nodiscard]] csv_cell cell_of(const cell_span& span) const noexcept {
        return {std::string_view(text_).substr(span.begin, span.end - span.begin), span.where, span.quoted};
    }

    /// The place behind what was read of the current cell, not counting a closing quote.
    [[nodiscard]] csv_place place_of_end() const noexcept {
        const csv_cell cell = cell_of({cell_begin_, text_.size(), cell_start_, cell_is_quoted_});
        return cell.place(cell.text.size());
    }

    void end_cell() {
        const cell_span ended{cell_begin_, text_.size(), cell_start_, cell_is_quoted_};
        here_ = place_of_end();
        here_.column += cell_is_quoted_ ? 2 : 1;  // the closing quote and the delimiter
        const csv_cell cell = cell_of(ended);
        if (const std::optional<std::size_t> invalid = find_invalid_utf8(cell.text)) {
            fail(error_code::invalid_utf8, cell.place(*invalid), "expected UTF-8: save the file as CSV UTF-8");
        }
        cells_.push_back(ended);
        if (cells_.size() <= limits::csv_columns) return;
        stop(error_code::csv_too_many_columns, ended.where,
             "at most " + std::to_string(limits::csv_columns) + " columns");
    }

    void end_row() {
        if (state_ == state::cell_start) start_cell('\0');  // the text ended behind a delimiter
        end_cell();
        if (state_ == state::stopped) return;
        if (columns_ == 0) columns_ = cells_.size();
        if (cells_.size() != columns_) fail_length();
        if (row_is_sound_) {
            row_.clear();
            for (const cell_span& each : cells_) row_.push_back(cell_of(each));
            use_(row_);
        }
        next_line();
    }

    void fail_length() {
        const bool is_blank = cells_.size() == 1 && text_.empty() && !cell_is_quoted_;
        const csv_place where =
            cells_.size() > columns_ ? cells_[columns_].where : csv_place{here_.line, here_.column - 1};
        std::string message = "expected " + std::to_string(columns_) + " cells as in the header row, not ";
        message += is_blank ? "an empty line" : std::to_string(cells_.size());
        if (cells_.size() > columns_) {
            message += "; a cell that holds a " + std::string(delimiter_name(delimiter_)) + " stands between quotes";
        }
        fail(error_code::csv_row_length, where, std::move(message));
    }

    void fail_line_break() {
        csv_place where = place_of_end();
        where.column += cell_is_quoted_ ? 1 : 0;
        fail(error_code::csv_syntax, where, "expected a line feed behind the carriage return");
    }

    /// What stands behind a misplaced quote cannot be told apart: the rest of its line is left out.
    void skip_line() {
        here_ = place_of_end();
        state_ = state::skipped;
    }

    void next_line() {
        // Without the header row nobody knows what the columns are.
        header_was_sound_ = header_was_sound_ || row_is_sound_;
        state_ = header_was_sound_ ? state::cell_start : state::stopped;
        row_is_sound_ = true;
        here_ = {here_.line + 1, 1};
        text_.clear();
        cells_.clear();
    }

    std::string file_;
    csv_row_use use_;
    finding_list found_;
    state state_ = state::cell_start;
    char delimiter_ = ',';

    bool in_header_ = true;  // while its bytes are gathered
    bool in_quotes_ = false;
    std::string header_;

    std::size_t columns_ = 0;  // of the header row, once it was read
    bool header_was_sound_ = false;
    bool row_is_sound_ = true;
    std::string text_;              // of the cells of the row, one behind the other
    std::vector<cell_span> cells_;  // those that have ended
    std::vector<csv_cell> row_;     // what is handed out; kept for its memory
    csv_place here_{1, 1};          // where the next cell starts
    std::size_t cell_begin_ = 0;    // of the current cell, in text_
    csv_place cell_start_{1, 1};
    bool cell_is_quoted_ = false;
};

csv_reader::csv_reader(std::string_view file, csv_row_use use)
    : machine_(std::make_unique<machine>(file, std::move(use))) {}
csv_reader::~csv_reader() = default;
csv_reader::csv_reader(csv_reader&&) noexcept = default;
csv_reader& csv_reader::operator=(csv_reader&&) noexcept = default;

void csv_reader::feed(std::string_view bytes) {
    machine_->feed(bytes);
}

bool csv_reader::between_rows() const noexcept {
    return machine_->between_rows();
}

void csv_reader::skip_lines(std::size_t lines) noexcept {
    machine_->skip_lines(lines);
}

char csv_reader::delimiter() const noexcept {
    return machine_->delimiter();
}

diagnostics csv_reader::finish() {
    return machine_->finish();
}

diagnostics read_csv(std::string_view text, std::string_view file, const csv_row_use& use) {
    csv_reader reader(file, use);
    reader.feed(text);
    return reader.finish();
}

}  // namespace parindex::inline v0
