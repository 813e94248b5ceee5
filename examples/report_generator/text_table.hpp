/// @file
/// Columns on a terminal.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::report {

/// The start of `text` where it is wider than a column of a terminal, as visible_text() shows it: a long name would
/// otherwise be paid for with as many spaces in every other row.
[[nodiscard]] std::string within_column(std::string_view text);

/// "1 error", "2 errors"; "2 leaves" where the plural is given.
[[nodiscard]] std::string counted(std::size_t count, std::string_view noun, std::string_view plural = {});

/// Rows of text in columns as wide as their widest cell. Cells are shown as within_column() has them.
class text_table {
public:
    /// @param left  how many of the first columns are aligned at the left; all others are at the right
    explicit text_table(std::size_t left = 1) : left_(left) {}

    void add(const std::vector<std::string>& row);
    void print(std::ostream& out) const;

private:
    std::size_t left_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace parindex::report
