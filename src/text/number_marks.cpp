#include "text/number_marks.hpp"

#include "parindex/numeric/number_text.hpp"
#include "text/document_text.hpp"

#include <algorithm>

namespace parindex::inline v0 {
namespace {

std::optional<number_mark> mark_of(char character) noexcept {
    if (character == ',') return number_mark::comma;
    if (character == '.') return number_mark::dot;
    return std::nullopt;
}

/// Whether the first `marks` marks may group: one character throughout, three digits behind each, and one to three
/// before them that do not begin with a zero. Nobody prints 0.727 for 727.
bool may_group(const printed_digits& printed, std::size_t marks) {
    const std::string& front = printed.groups.front();
    if (marks == 0) return true;
    if (front.size() > 3 || front.front() == '0') return false;
    for (std::size_t index = 0; index < marks; ++index) {
        if (printed.marks[index] != printed.marks[0] || printed.groups[index + 1].size() != 3) return false;
    }
    return true;
}

/// Whether the last mark may stand before the decimals, and all others group.
bool may_be_decimal(const printed_digits& printed) {
    const std::size_t last = printed.marks.size() - 1;
    return printed.marks[last] != ' ' && may_group(printed, last) &&
           (last == 0 || printed.marks[0] != printed.marks[last]);
}

/// The magnitude with the digits behind mark `decimal_at` as decimals.
parsed_decimal magnitude_of(const printed_digits& printed, std::size_t decimal_at) {
    std::string strict;
    for (std::size_t index = 0; index < printed.groups.size(); ++index) {
        if (index == decimal_at + 1) strict += '.';
        strict += printed.groups[index];
    }
    // The strict form has no leading zeros.
    const std::size_t whole = std::min(strict.find('.'), strict.size());
    const std::size_t zeros = std::min(strict.find_first_not_of('0'), whole);
    strict.erase(0, zeros == whole ? whole - 1 : zeros);
    return parse_decimal(strict);
}

bool is_whole(decimal value) {
    return value.normalized().scale() == 0;
}

/// Which role is right for a mark that may have either, and what says so.
struct verdict {
    std::optional<mark_role> role;
    number_decision by = number_decision::undecided;
};

verdict decide(number_mark mark, const parsed_decimal& as_decimal, const parsed_decimal& as_grouping,
               const mark_evidence& evidence) {
    const number_options& options = evidence.options;
    if (options.decimal_mark) {
        return {mark == *options.decimal_mark ? mark_role::decimal : mark_role::grouping, number_decision::format};
    }
    if (evidence.whole) return {mark_role::grouping, number_decision::kind};
    std::optional<mark_role> by_size;
    if (evidence.equal) {
        const bool decimal_equal = as_decimal.ok() && as_decimal.value == *evidence.equal;
        const bool grouping_equal = as_grouping.ok() && as_grouping.value == *evidence.equal;
        if (decimal_equal != grouping_equal) by_size = decimal_equal ? mark_role::decimal : mark_role::grouping;
    }
    // The grouped reading is the larger one, so a bound can only exclude it.
    if (evidence.bound && as_decimal.value <= *evidence.bound && as_grouping.value > *evidence.bound) {
        by_size = mark_role::decimal;
    }
    const std::optional<mark_role> by_column = options.column.role_of(mark);
    if (by_column && by_size && *by_column != *by_size) return {};
    if (by_column) return {by_column, number_decision::column};
    if (by_size) return {by_size, number_decision::maximum};
    return {};
}

decimal with_sign(decimal magnitude, bool negative) {
    return decimal::from_parts(negative ? -magnitude.coefficient() : magnitude.coefficient(), magnitude.scale());
}

/// Reports the marks of the reading that was taken.
void report_marks(const printed_digits& printed, const number_reading& reading, const number_options& options,
                  std::vector<applied_repair>& repairs) {
    const std::size_t grouping = printed.marks.size() - (reading.decimal_mark ? 1 : 0);
    for (std::size_t index = 0; index < grouping; ++index) {
        repairs.push_back({number_repair::grouping_removed, printed.mark_columns[index]});
    }
    if (reading.decimal_mark == number_mark::comma) {
        repairs.push_back({number_repair::decimal_comma, printed.mark_columns.back()});
    }
    if (!options.decimal_mark) return;
    if (reading.decimal_mark && *reading.decimal_mark != *options.decimal_mark) {
        repairs.push_back({number_repair::mark_against_format, printed.mark_columns.back()});
    } else if (reading.grouping_mark && *reading.grouping_mark == *options.decimal_mark) {
        repairs.push_back({number_repair::mark_against_format, printed.mark_columns.front()});
    }
}

}  // namespace

std::optional<number_reading> settle_marks(const printed_digits& printed, const mark_evidence& evidence,
                                           std::vector<applied_repair>& repairs, std::optional<diagnostic>& refused) {
    const std::size_t marks = printed.marks.size();
    const bool grouping_possible = may_group(printed, marks);
    const bool decimal_possible = marks != 0 && may_be_decimal(printed);
    if (!grouping_possible && !decimal_possible) {
        const bool twice = marks > 1;
        refused =
            document_error(error_code::invalid_number, printed.mark_columns[twice ? 1 : 0],
                           twice ? "marks that part no number: groups have three digits, and a number one decimal mark"
                                 : "a space inside a number that does not group three digits");
        return std::nullopt;
    }
    const parsed_decimal as_grouping = grouping_possible ? magnitude_of(printed, marks) : parsed_decimal{};
    const parsed_decimal as_decimal = decimal_possible ? magnitude_of(printed, marks - 1) : parsed_decimal{};

    number_reading out;
    out.column = printed.column;
    bool take_decimal = decimal_possible;
    bool take_both = false;
    if (grouping_possible && decimal_possible) {
        const verdict settled = decide(*mark_of(printed.marks[0]), as_decimal, as_grouping, evidence);
        out.decided_by = settled.by;
        take_both = !settled.role;
        take_decimal = settled.role != mark_role::grouping;
    }
    const parsed_decimal& taken = take_decimal ? as_decimal : as_grouping;
    if (!taken.ok()) {
        refused = document_error(
            taken.code, printed.column,
            taken.code == error_code::number_too_long ? "more than 64 digits" : "more digits than a decimal holds");
        return std::nullopt;
    }
    if (evidence.whole && !is_whole(taken.value)) {
        refused = document_error(error_code::invalid_number, printed.mark_columns.back(),
                                 "decimals in a rank or count, which is whole");
        return std::nullopt;
    }
    out.reading = with_sign(taken.value, printed.negative);
    if (take_both) out.other_reading = with_sign(as_grouping.value, printed.negative);
    if (take_decimal) out.decimal_mark = mark_of(printed.marks.back());
    if (marks > (take_decimal ? 1U : 0U)) out.grouping_mark = mark_of(printed.marks.front());

    const std::string& front = printed.groups.front();
    if (front.size() > 1 && front.front() == '0') {
        repairs.push_back({number_repair::leading_zero_dropped, printed.column});
    }
    report_marks(printed, out, evidence.options, repairs);
    return out;
}

}  // namespace parindex::inline v0
