#include "parindex/text/document_number.hpp"

#include "text/document_text.hpp"
#include "text/number_marks.hpp"
#include "text/vietnamese_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace parindex::inline v0 {
namespace {

/// A number before the roles of its marks are known.
struct raw_number {
    printed_digits digits;
    number_unit unit = number_unit::none;
    number_lead lead = number_lead::none;
};

/// Recursive descent over
///
///     text     = none | {"*"} ( amount | "(" amount ")" ) {"*" | "." | "," | ";" | ":"}
///     amount   = [lead [":"]] [sign] quantity ["/" quantity] [ "(" [lead [":"]] [sign] quantity ")" ]
///     quantity = digits { mark digits } [unit]
class number_reader {
public:
    number_reader(const document_text& text, const number_options& options) : text_(text), options_(options) {}

    result<document_number> read() {
        for (const std::size_t column : text_.invisible_columns) repair(number_repair::invisible_removed, column);
        for (const std::size_t column : text_.special_space_columns) repair(number_repair::no_break_space, column);
        out_.kind = options_.kind;
        if (!read_text() || !settle()) return diagnostics{std::move(*refused_)};
        std::stable_sort(out_.repairs.begin(), out_.repairs.end(),
                         [](const auto& a, const auto& b) { return a.column < b.column; });
        return std::move(out_);
    }

private:
    void repair(number_repair kind, std::size_t column) { out_.repairs.push_back({kind, column}); }

    bool refuse(const char* expected) {
        const document_character found = offender_at(text_, at_);
        std::string message = "expected ";
        message += expected;
        message += ", found ";
        message += describe(found);
        refused_ = document_error(error_code::invalid_number, found.column, std::move(message));
        return false;
    }

    [[nodiscard]] document_character here() const noexcept { return text_.at(at_); }
    [[nodiscard]] bool at_end() const noexcept { return at_ == text_.size(); }
    [[nodiscard]] std::size_t behind_spaces(std::size_t index) const noexcept {
        while (text_.at(index).is_space()) ++index;
        return index;
    }
    void skip_spaces() noexcept { at_ = behind_spaces(at_); }
    /// Skips spaces that do not belong here.
    void remove_spaces() {
        const std::size_t end = behind_spaces(at_);
        for (; at_ < end; ++at_) {
            // A special space is reported as such already.
            if (!here().special_space) {
                repair(number_repair::space_removed, here().column);
                break;
            }
        }
        at_ = end;
    }
    void drop(number_repair kind) {
        repair(kind, here().column);
        ++at_;
    }
    void drop_emphasis() {
        while (text_.at(behind_spaces(at_)).value == U'*') {
            skip_spaces();
            drop(number_repair::emphasis_dropped);
        }
    }

    bool read_text() {
        remove_spaces();
        if (at_end() || is_none()) {
            out_.present = false;
            return true;
        }
        drop_emphasis();
        skip_spaces();
        const bool wrapped = here().value == U'(';
        if (wrapped) drop(number_repair::parentheses_dropped);
        if (!read_amount()) return false;
        if (wrapped) {
            close_parenthesis();
        } else if (text_.at(behind_spaces(at_)).value == U'(') {
            skip_spaces();
            ++at_;
            bracketed_.emplace();
            if (!read_signed(*bracketed_)) return false;
            close_parenthesis();
        }
        for (;;) {
            drop_emphasis();
            const document_character next = text_.at(behind_spaces(at_));
            if (next.value != U'.' && next.value != U',' && next.value != U';' && next.value != U':') break;
            remove_spaces();
            drop(number_repair::punctuation_dropped);
        }
        remove_spaces();
        return at_end() || refuse("a unit, '/', '(' or the end of the number");
    }

    /// A dash, "N/A" or the words for "not applicable", alone.
    [[nodiscard]] bool is_none() const {
        std::size_t end = at_;
        const document_character first = text_.at(at_);
        if (first.is_minus() || first.value == U'\u2014') {
            end = at_ + 1;
        } else {
            std::string words;
            for (;;) {
                const document_word word = word_at(text_, end);
                if (word.text.empty()) break;
                words += word.text;
                end = word.end;
                const bool slash = text_.at(end).value == U'/';
                const std::size_t next = slash ? end + 1 : behind_spaces(end);
                if (!text_.at(next).is_letter()) break;
                words += slash ? '/' : ' ';
                end = next;
            }
            if (words != words::not_available && words != words::not_applicable) return false;
        }
        return behind_spaces(end) == text_.size();
    }

    void close_parenthesis() {
        drop_emphasis();
        const std::size_t next = behind_spaces(at_);
        if (text_.at(next).value == U')') {
            remove_spaces();
            ++at_;
        } else if (next == text_.size()) {
            repair(number_repair::parenthesis_closed, text_.end_column);
        }  // anything else is refused by the caller
    }

    bool read_amount() {
        if (!read_signed(first_)) return false;
        if (text_.at(behind_spaces(at_)).value != U'/') return true;
        remove_spaces();
        ++at_;
        remove_spaces();
        of_.emplace();
        return read_quantity(*of_);
    }

    bool read_signed(raw_number& number) {
        drop_emphasis();
        skip_spaces();
        if (!read_lead(number)) return false;
        const document_character sign = here();
        if (sign.is_minus()) {
            number.digits.negative = true;
            if (sign.value != U'-') repair(number_repair::minus_sign_replaced, sign.column);
            ++at_;
            remove_spaces();
        } else if (sign.value == U'+') {
            drop(number_repair::plus_sign_dropped);
            remove_spaces();
        }
        return read_quantity(number);
    }

    /// The words from `index` on that make up the longest phrase that `find` knows. Ends at `index` if there is none.
    template <class Find>
    std::size_t read_phrase(std::size_t index, std::size_t most_words, const Find& find) {
        std::size_t best = index;
        std::string phrase;
        bool composed = false;
        bool best_composed = false;
        for (std::size_t words = 0, next = index; words < most_words && text_.at(next).is_letter(); ++words) {
            const document_word word = word_at(text_, next);
            if (words != 0) phrase += ' ';
            phrase += word.text;
            composed = composed || word.composed;
            if (find(phrase)) {
                best = word.end;
                best_composed = composed;
            }
            next = behind_spaces(word.end);
        }
        if (best_composed) repair(number_repair::letters_composed, text_.at(index).column);
        return best;
    }

    bool read_lead(raw_number& number) {
        const std::size_t begin = at_;
        if (here().value == U'#') {
            number.lead = number_lead::rank;
            ++at_;
        } else if (here().is_letter()) {
            at_ = read_phrase(begin, words::longest_lead, [&](const std::string& phrase) {
                const auto found = std::find_if(words::leads.begin(), words::leads.end(),
                                                [&](const auto& known) { return known.phrase == phrase; });
                if (found == words::leads.end()) return false;
                number.lead = found->lead;
                return true;
            });
            if (at_ == begin) return refuse("a digit or a word that introduces a number");
        } else {
            return true;
        }
        repair(number_repair::lead_word_dropped, text_.at(begin).column);
        if (text_.at(behind_spaces(at_)).value == U':') {
            remove_spaces();
            drop(number_repair::punctuation_dropped);
        }
        skip_spaces();
        return true;
    }

    bool read_quantity(raw_number& number) {
        printed_digits& digits = number.digits;
        digits.column = here().column;
        if (!here().is_digit()) return refuse("a digit");
        for (;;) {
            std::string group;
            for (; here().is_digit(); ++at_) group += static_cast<char>(here().value);
            digits.groups.push_back(std::move(group));
            if (!read_mark(digits)) break;
        }
        read_unit(number);
        return true;
    }

    /// Moves to the digits behind the next mark, if there are any.
    bool read_mark(printed_digits& digits) {
        const std::size_t mark = behind_spaces(at_);
        const document_character character = text_.at(mark);
        if (character.value == U',' || character.value == U'.') {
            if (!text_.at(behind_spaces(mark + 1)).is_digit()) return false;
            remove_spaces();
            digits.marks.push_back(static_cast<char>(character.value));
            ++at_;
            remove_spaces();
        } else {
            // "1 234" with a typesetter's space. A plain one more likely parts two numbers, such as a score and a
            // maximum.
            if (mark != at_ + 1 || !here().special_space) return false;
            std::size_t end = mark;
            while (text_.at(end).is_digit()) ++end;
            if (end - mark != 3) return false;
            digits.marks.push_back(' ');
            digits.mark_columns.push_back(here().column);
            ++at_;
            return true;
        }
        digits.mark_columns.push_back(character.column);
        return true;
    }

    void read_unit(raw_number& number) {
        std::size_t next = behind_spaces(at_);
        const std::size_t end = read_phrase(next, words::longest_unit, [&](const std::string& phrase) {
            const auto found = std::find_if(words::units.begin(), words::units.end(),
                                            [&](const auto& known) { return known.phrase == phrase; });
            if (found == words::units.end()) return false;
            number.unit = found->unit;
            return true;
        });
        if (end != next) {
            repair(number_repair::unit_word_dropped, text_.at(next).column);
            at_ = end;
            if (number.unit != number_unit::points) return;
            next = behind_spaces(at_);
        }
        if (text_.at(next).value != U'%') return;
        number.unit = number.unit == number_unit::points ? number_unit::percentage_points : number_unit::percent;
        at_ = next;
        drop(number_repair::percent_sign_dropped);
    }

    /// Settles the marks of all numbers; the maximum comes first, as it may decide for the score.
    bool settle() {
        if (!out_.present) return true;
        if (first_.lead == number_lead::rank) out_.kind = number_kind::rank;
        const bool whole = out_.kind != number_kind::score;
        std::optional<decimal> bound = options_.maximum;
        if (of_) {
            out_.of.emplace();
            if (!settle(*of_, {options_, whole, std::nullopt, options_.maximum}, *out_.of)) return false;
            if (out_.of->value()) bound = out_.of->value();
        }
        if (!settle(first_, {options_, whole, bound, std::nullopt}, out_.first)) return false;
        if (!bracketed_) return true;
        out_.bracketed.emplace();
        const bool bracketed_whole = bracketed_->lead == number_lead::rank;
        return settle(*bracketed_, {options_, bracketed_whole, std::nullopt, std::nullopt}, *out_.bracketed);
    }

    bool settle(const raw_number& number, const mark_evidence& evidence, number_reading& reading) {
        const std::optional<number_reading> settled = settle_marks(number.digits, evidence, out_.repairs, refused_);
        if (!settled) return false;
        reading = *settled;
        reading.unit = number.unit;
        reading.lead = number.lead;
        return true;
    }

    const document_text& text_;
    const number_options& options_;
    std::size_t at_ = 0;
    raw_number first_;
    std::optional<raw_number> of_;
    std::optional<raw_number> bracketed_;
    document_number out_;
    std::optional<diagnostic> refused_;
};

}  // namespace

result<document_number> read_document_number(std::string_view text, const number_options& options) {
    document_text scanned = scan_document_text(text, error_code::number_too_long, error_code::invalid_number);
    if (scanned.refused) return diagnostics{std::move(*scanned.refused)};
    return number_reader(scanned, options).read();
}

std::string_view to_string(number_repair repair) noexcept {
    switch (repair) {
        case number_repair::decimal_comma: return "decimal_comma";
        case number_repair::grouping_removed: return "grouping_removed";
        case number_repair::space_removed: return "space_removed";
        case number_repair::no_break_space: return "no_break_space";
        case number_repair::invisible_removed: return "invisible_removed";
        case number_repair::minus_sign_replaced: return "minus_sign_replaced";
        case number_repair::plus_sign_dropped: return "plus_sign_dropped";
        case number_repair::unit_word_dropped: return "unit_word_dropped";
        case number_repair::percent_sign_dropped: return "percent_sign_dropped";
        case number_repair::lead_word_dropped: return "lead_word_dropped";
        case number_repair::leading_zero_dropped: return "leading_zero_dropped";
        case number_repair::parentheses_dropped: return "parentheses_dropped";
        case number_repair::parenthesis_closed: return "parenthesis_closed";
        case number_repair::emphasis_dropped: return "emphasis_dropped";
        case number_repair::punctuation_dropped: return "punctuation_dropped";
        case number_repair::letters_composed: return "letters_composed";
        case number_repair::mark_against_format: return "mark_against_format";
    }
    return "unknown";
}

}  // namespace parindex::inline v0
