#include "parindex/text/document_date.hpp"

#include "text/document_text.hpp"
#include "text/vietnamese_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace parindex::inline v0 {
namespace {

/// Digits as they stand.
struct digit_run {
    int value = 0;  ///< Of at most four digits; of more, not meaningful.
    std::size_t length = 0;
    std::size_t column = 0;
};

class date_reader {
public:
    date_reader(const document_text& text, const date_options& options) : text_(text), options_(options) {}

    result<document_date> read() {
        for (const std::size_t column : text_.invisible_columns) note(date_note::invisible_removed, column);
        for (const std::size_t column : text_.special_space_columns) note(date_note::no_break_space, column);
        if (!read_text()) return diagnostics{std::move(*refused_)};
        std::stable_sort(out_.notes.begin(), out_.notes.end(),
                         [](const auto& a, const auto& b) { return a.column < b.column; });
        return std::move(out_);
    }

private:
    void note(date_note kind, std::size_t column) { out_.notes.push_back({kind, column}); }

    bool refuse_at(std::size_t column, const char* message) {
        refused_ = document_error(error_code::invalid_date, column, message);
        return false;
    }
    bool refuse(const char* expected) {
        const document_character found = offender_at(text_, at_);
        std::string message = "expected ";
        message += expected;
        message += ", found ";
        message += describe(found);
        refused_ = document_error(error_code::invalid_date, found.column, std::move(message));
        return false;
    }

    [[nodiscard]] document_character here() const noexcept { return text_.at(at_); }
    [[nodiscard]] bool at_end() const noexcept { return at_ == text_.size(); }
    [[nodiscard]] std::size_t behind_spaces(std::size_t index) const noexcept {
        while (text_.at(index).is_space()) ++index;
        return index;
    }
    void skip_spaces() noexcept { at_ = behind_spaces(at_); }
    /// Skips spaces that do not belong here; special ones are reported as such already.
    void remove_spaces() {
        bool reported = false;
        for (; here().is_space(); ++at_) {
            if (here().special_space || reported) continue;
            note(date_note::space_removed, here().column);
            reported = true;
        }
    }

    /// Takes the word if it is the one asked for.
    bool take(std::string_view wanted) {
        const std::size_t next = behind_spaces(at_);
        const document_word word = word_at(text_, next);
        if (word.text != wanted) return false;
        if (word.composed) note(date_note::letters_composed, text_.at(next).column);
        at_ = word.end;
        return true;
    }

    digit_run read_digits() {
        digit_run run{0, 0, here().column};
        for (; here().is_digit(); ++at_, ++run.length) {
            if (run.length < 4) run.value = run.value * 10 + static_cast<int>(here().value - U'0');
        }
        return run;
    }

    bool read_text() {
        remove_spaces();
        if (take(words::before)) {
            out_.bound = period_bound::before;
        } else if (take(words::until)) {
            out_.bound = period_bound::until;
            static_cast<void>(take(words::until_end));
        }
        skip_spaces();
        if (!read_period()) return false;
        const document_character next = text_.at(behind_spaces(at_));
        if (next.value == U'.' || next.value == U',' || next.value == U';') {
            remove_spaces();
            note(date_note::punctuation_dropped, next.column);
            ++at_;
        }
        remove_spaces();
        return at_end() || refuse("the end of the date");
    }

    bool read_period() {
        period& value = out_.value;
        if (take(words::day)) {
            value.kind = period_kind::day;
            skip_spaces();
            if (!here().is_digit()) return read_blank(words::month, date_note::blank_day) && read_long_month();
            const digit_run day = read_digits();
            if (take(words::month)) return keep_day(day) && read_long_month();
            return read_numeric(day);
        }
        if (take(words::month)) {
            value.kind = period_kind::month;
            skip_spaces();
            const digit_run month = read_digits();
            return keep_month(month) && read_year_behind('/');
        }
        if (take(words::quarter) || take(words::quarter_other_spelling)) return read_quarter();
        if (take(words::year)) {
            value.kind = period_kind::year;
            return read_year();
        }
        if (!here().is_digit()) return refuse("a day, month, quarter, half-year or year");
        const digit_run first = read_digits();
        if (take(words::month)) {
            if (first.value == 6 && first.length == 1 && (take(words::first_half) || is_second_half())) {
                value.kind = period_kind::half_year;
                value.number = second_half_ ? 2 : 1;
                if (!take(words::year)) return refuse("the word for year");
                return text_.at(behind_spaces(at_)).is_digit() ? read_year() : true;
            }
            value.kind = period_kind::day;
            return keep_day(first) && read_long_month();
        }
        if (first.length == 4 && !is_separator(text_.at(behind_spaces(at_)).value)) {
            value.kind = period_kind::year;
            return keep_year(first);
        }
        return read_numeric(first);
    }

    bool is_second_half() { return second_half_ = take(words::second_half); }

    static bool is_separator(char32_t value) noexcept { return value == U'/' || value == U'-' || value == U'.'; }

    /// Behind the day of a numeric date: "/m/yyyy", "/m", or, the day being a month, "/yyyy".
    bool read_numeric(digit_run first) {
        period& value = out_.value;
        const document_character separator = text_.at(behind_spaces(at_));
        if (!is_separator(separator.value)) return refuse("'/' between day, month and year");
        take_separator();
        const digit_run second = read_digits();
        if (second.length == 0) return refuse("a month");
        if (second.length == 4 && separator.value == U'/') {
            value.kind = period_kind::month;
            return keep_month(first) && keep_year(second);
        }
        value.kind = period_kind::day;
        if (!keep_day(first) || !keep_month(second)) return false;
        const document_character next = text_.at(behind_spaces(at_));
        const bool more = next.value == separator.value && text_.at(behind_spaces(behind_spaces(at_) + 1)).is_digit();
        // "20.01" is a number rather than a day, and "06-20" may be anything.
        if (!more) return separator.value == U'/' ? check_day() : refuse("the year");
        take_separator();
        return keep_year(read_digits()) && check_day();
    }

    void take_separator() {
        remove_spaces();
        if (here().value != U'/') note(date_note::separator_replaced, here().column);
        ++at_;
        remove_spaces();
    }

    /// Behind the word for month of a long date.
    bool read_long_month() {
        skip_spaces();
        if (here().is_digit()) {
            if (!keep_month(read_digits())) return false;
            if (!take(words::year)) return refuse("the word for year");
        } else if (!read_blank(words::year, date_note::blank_month)) {
            return false;
        }
        return read_year() && check_day();
    }

    /// A blank of spaces, dots or underscores, closed by `word`.
    bool read_blank(std::string_view word, date_note kind) {
        const std::size_t column = here().column;
        while (here().is_space() || here().value == U'.' || here().value == U'\u2026' || here().value == U'_') ++at_;
        if (!take(word)) return refuse("a number, or a blank and the next word of the date");
        note(kind, column);
        return true;
    }

    bool read_quarter() {
        constexpr std::array<std::string_view, 4> roman{"i", "ii", "iii", "iv"};
        out_.value.kind = period_kind::quarter;
        skip_spaces();
        const std::size_t column = here().column;
        int number = 0;
        if (here().is_digit()) {
            const digit_run run = read_digits();
            if (run.length == 1) number = run.value;
        } else {
            const document_word word = word_at(text_, at_);
            const auto found = std::find(roman.begin(), roman.end(), word.text);
            if (found != roman.end()) number = static_cast<int>(found - roman.begin()) + 1;
            if (number != 0) at_ = word.end;
        }
        if (number < 1 || number > 4) return refuse_at(column, "a quarter is I to IV or 1 to 4");
        out_.value.number = number;
        return read_year_behind('/');
    }

    /// "/2023", the word for year and "2023", or nothing.
    bool read_year_behind(char separator) {
        if (text_.at(behind_spaces(at_)).value == static_cast<char32_t>(separator)) {
            remove_spaces();
            ++at_;
            remove_spaces();
            return keep_year(read_digits());
        }
        return take(words::year) ? read_year() : true;
    }

    bool read_year() {
        skip_spaces();
        if (!here().is_digit()) return refuse("a year");
        return keep_year(read_digits());
    }

    bool keep_year(digit_run run) {
        if (run.length != 4) return refuse_at(run.column, "a year has four digits");
        if (run.value == 0) return refuse_at(run.column, "there is no year 0");
        if (run.value < options_.years.first || run.value > options_.years.last) {
            note(date_note::year_outside_window, run.column);
        }
        out_.value.year = run.value;
        return true;
    }

    bool keep_month(digit_run run) {
        if (run.length == 0) return refuse("a month");
        if (run.length > 2 || run.value < 1 || run.value > 12) {
            return refuse_at(run.column, "a month is 1 to 12, and stands behind the day");
        }
        // The rule of the decree is about the date of a document; "tháng 1" alone is ordinary prose.
        if (out_.value.kind == period_kind::day) {
            if (run.value <= 2 && run.length == 1) note(date_note::month_not_padded, run.column);
            if (run.value >= 3 && run.value <= 9 && run.length == 2) note(date_note::month_padded, run.column);
        }
        out_.value.month = run.value;
        return true;
    }

    bool keep_day(digit_run run) {
        if (run.length > 2 || run.value < 1 || run.value > 31) return refuse_at(run.column, "a day is 1 to 31");
        if (run.length == 1) note(date_note::day_not_padded, run.column);
        out_.value.day = run.value;
        day_column_ = run.column;
        return true;
    }

    /// Whether the month has that day. Without a year, February has 29.
    bool check_day() {
        const period& value = out_.value;
        if (!value.day || !value.month) return true;
        if (*value.day <= days_in_month(value.year.value_or(2000), *value.month)) return true;
        return refuse_at(day_column_, "a day that the month does not have");
    }

    const document_text& text_;
    const date_options& options_;
    std::size_t at_ = 0;
    std::size_t day_column_ = 0;
    bool second_half_ = false;
    document_date out_;
    std::optional<diagnostic> refused_;
};

}  // namespace

result<document_date> read_document_date(std::string_view text, const date_options& options) {
    document_text scanned = scan_document_text(text, error_code::invalid_date, error_code::invalid_date);
    if (scanned.refused) return diagnostics{std::move(*scanned.refused)};
    return date_reader(scanned, options).read();
}

std::optional<date> document_date::day() const noexcept {
    if (value.kind != period_kind::day) return std::nullopt;
    return value.first_day();
}

severity level_of(date_note note) noexcept {
    switch (note) {
        case date_note::year_outside_window:
        case date_note::blank_day:
        case date_note::blank_month: return severity::warning;
        default: return severity::note;
    }
}

std::string_view to_string(date_note note) noexcept {
    switch (note) {
        case date_note::day_not_padded: return "day_not_padded";
        case date_note::month_not_padded: return "month_not_padded";
        case date_note::month_padded: return "month_padded";
        case date_note::blank_day: return "blank_day";
        case date_note::blank_month: return "blank_month";
        case date_note::separator_replaced: return "separator_replaced";
        case date_note::space_removed: return "space_removed";
        case date_note::no_break_space: return "no_break_space";
        case date_note::invisible_removed: return "invisible_removed";
        case date_note::letters_composed: return "letters_composed";
        case date_note::punctuation_dropped: return "punctuation_dropped";
        case date_note::year_outside_window: return "year_outside_window";
    }
    return "unknown";
}

}  // namespace parindex::inline v0
