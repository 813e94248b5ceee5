/// @file
/// What the commas and dots of one printed number do.
#pragma once

#include "parindex/text/document_number.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace parindex::inline v0 {

/// A number as its characters stand in the text: the sign, and digits parted by marks.
struct printed_digits {
    bool negative = false;
    std::vector<std::string> groups;        ///< At least one; each at least one digit.
    std::vector<char> marks;                ///< One less: ',', '.', or ' ' for a special space.
    std::vector<std::size_t> mark_columns;  ///< Of `marks`.
    std::size_t column = 0;                 ///< Of the first digit.
};

/// What is known about a number besides its characters.
struct mark_evidence {
    const number_options& options;
    bool whole = false;            ///< Only whole numbers make sense.
    std::optional<decimal> bound;  ///< The magnitude does not exceed it.
    std::optional<decimal> equal;  ///< The number is likely to be this one: a maximum that is known already.
};

/// Settles the roles of the marks, or leaves two readings. Appends what had to be changed to `repairs`.
/// On failure returns nothing and sets `refused`.
[[nodiscard]] std::optional<number_reading> settle_marks(const printed_digits& printed, const mark_evidence& evidence,
                                                         std::vector<applied_repair>& repairs,
                                                         std::optional<diagnostic>& refused);

}  // namespace parindex::inline v0
