#include "parindex/text/document_number.hpp"

namespace parindex::inline v0 {
namespace {

void count(const number_reading& reading, column_format& column) {
    if (reading.ambiguous()) {
        ++column.ambiguous;
        return;
    }
    const auto use_of = [&](number_mark mark) -> column_format::use& {
        return mark == number_mark::comma ? column.comma : column.dot;
    };
    if (reading.decimal_mark) ++use_of(*reading.decimal_mark).decimal;
    if (reading.grouping_mark) ++use_of(*reading.grouping_mark).grouping;
}

}  // namespace

std::optional<mark_role> column_format::role_of(number_mark mark) const noexcept {
    const use& seen = mark == number_mark::comma ? comma : dot;
    if ((seen.decimal != 0) == (seen.grouping != 0)) return std::nullopt;
    return seen.decimal != 0 ? mark_role::decimal : mark_role::grouping;
}

column_format infer_column(std::span<const std::string_view> cells) {
    column_format column;
    for (const std::string_view cell : cells) {
        const result<document_number> read = read_document_number(cell);
        if (!read) {
            ++column.refused;
            continue;
        }
        if (!read->present) continue;
        count(read->first, column);
        if (read->of) count(*read->of, column);
        if (read->bracketed) count(*read->bracketed, column);
    }
    return column;
}

}  // namespace parindex::inline v0
