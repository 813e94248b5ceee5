#include "report_generator/text_table.hpp"

#include "parindex/support/code_point.hpp"
#include "parindex/support/visible_text.hpp"
#include "parindex/text/utf8.hpp"
#include "report_generator/text_from.hpp"

#include <algorithm>
#include <utility>

namespace parindex::report {

std::string within_column(std::string_view text) {
    constexpr std::size_t widest = 80;  // code points
    // What is invisible takes up to 10 code points, so that a piece this long always fills the column.
    const std::string shown = visible_text(text.substr(0, widest * 4 + 4));
    const bool cut = text.size() > widest * 4 + 4;
    std::size_t end = 0;
    std::size_t before_last = 0;
    for (std::size_t count = 0; count < widest && end < shown.size(); ++count) {
        before_last = end;
        end += std::max(decode_utf8(shown, end).size, std::size_t{1});
    }
    return end == shown.size() && !cut ? shown : shown.substr(0, before_last) + "…";
}

std::string counted(std::size_t count, std::string_view noun, std::string_view plural) {
    if (count == 1) return text_from("1 ", noun);
    return plural.empty() ? text_from(std::to_string(count), " ", noun, "s")
                          : text_from(std::to_string(count), " ", plural);
}

void text_table::add(const std::vector<std::string>& row) {
    std::vector<std::string> cells;
    cells.reserve(row.size());
    for (const std::string& cell : row) cells.push_back(within_column(cell));
    rows_.push_back(std::move(cells));
}

void text_table::print(std::ostream& out) const {
    std::vector<std::size_t> widths;
    for (const auto& row : rows_) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t column = 0; column < row.size(); ++column) {
            widths[column] = std::max(widths[column], count_code_points(row[column]));
        }
    }
    for (const auto& row : rows_) {
        std::string line;
        for (std::size_t column = 0; column < row.size(); ++column) {
            const std::string padding(widths[column] - count_code_points(row[column]), ' ');
            line += column < left_ ? text_from("  ", row[column], padding) : text_from("  ", padding, row[column]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    }
}

}  // namespace parindex::report
