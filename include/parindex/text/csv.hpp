/// @file
/// CSV (RFC 4180), read strictly and as a stream: files of any size in memory for one row.
#pragma once

#include "parindex/support/diagnostic.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// A place in a CSV text, counted as in source_position.
struct csv_place {
    std::size_t line = 0;
    std::size_t column = 0;

    friend bool operator==(const csv_place&, const csv_place&) = default;
};

/// A cell of a row.
struct csv_cell {
    std::string_view text;  ///< Without its quotes; UTF-8. Line breaks between quotes are as in the file.
    csv_place where;        ///< Of its first character: of a quoted cell, the quote.
    bool quoted = false;

    /// Where the byte `offset` of `text` stands in the file.
    [[nodiscard]] csv_place place(std::size_t offset) const noexcept;
};

/// Takes one row. The cells are valid during the call only.
using csv_row_use = std::function<void(std::span<const csv_cell>)>;

/// Reads CSV from pieces of any size.
///
/// Rows end with LF or CRLF; the last may end with the text. A cell that holds the delimiter, a quote or a line break
/// stands between quotes, with each quote in it doubled; spaces belong to the cell. A byte order mark may come first.
/// The delimiter is the one of comma, semicolon and tab that the header row has outside of quotes; with more than one
/// of them it is not guessed.
class csv_reader {
public:
    /// @param file  the name to give in diagnostics
    /// @param use   called with each row as soon as it ends, the header row first; a row with an error is left out. All
    ///              rows have as many cells as the header row
    csv_reader(std::string_view file, csv_row_use use);
    ~csv_reader();
    csv_reader(csv_reader&&) noexcept;
    csv_reader& operator=(csv_reader&&) noexcept;

    /// The next bytes of the text; a character may be cut in two. After an error in the header row or beyond a limit,
    /// nothing more is read.
    void feed(std::string_view bytes);

    /// For whoever reads sound rows faster than this does: whether the header row was sound and all that was fed ended
    /// with a row. The next row may then be fed, or read by somebody else.
    [[nodiscard]] bool between_rows() const noexcept;
    /// Counts lines that somebody else has read. @pre between_rows()
    void skip_lines(std::size_t lines) noexcept;
    /// The delimiter of the header row. @pre between_rows()
    [[nodiscard]] char delimiter() const noexcept;

    /// Ends the text. To be called once, after which nothing is fed.
    /// @return all that is wrong, with its place: bytes that are not UTF-8, quotes and carriage returns that do not
    ///         belong, quotes that are never closed, rows with more or fewer cells than the header row, no header row
    ///         or one with two delimiters, limits. Empty: nothing is
    [[nodiscard]] diagnostics finish();

private:
    class machine;
    std::unique_ptr<machine> machine_;
};

/// The same for a text that is there as a whole.
[[nodiscard]] diagnostics read_csv(std::string_view text, std::string_view file, const csv_row_use& use);

}  // namespace parindex::inline v0
