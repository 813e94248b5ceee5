/// @file
/// What is wrong, where, and what was expected.
#pragma once

#include "parindex/support/error.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// A place in an input text. `line` and `column` count from 1, columns in code points; 0 means unknown.
struct source_position {
    std::string file;  ///< Name as the caller gave it; empty for a value built in memory.
    std::size_t line = 0;
    std::size_t column = 0;
    std::string pointer;  ///< JSON Pointer (RFC 6901) to the value.
};

/// How much a diagnostic weighs.
enum class severity {
    note,     ///< Something was done that the reader may want to know.
    warning,  ///< The result stands, but a person should look.
    error,    ///< The input is refused.
};

/// "note", "warning" or "error".
[[nodiscard]] std::string_view to_string(severity level) noexcept;

/// One thing found, with its place.
struct diagnostic {
    error_code code = error_code::none;
    severity level = severity::error;
    source_position where;
    std::string criterion;  ///< Code of the criterion it concerns; may be empty.
    std::string message;    ///< Plain English; says what was expected.
};

/// All that one reading found.
using diagnostics = std::vector<diagnostic>;

/// "file:line:column: error: message [pointer]"; parts that are unknown are left out. One line that no terminal
/// takes for a command, whatever the names in it: see visible_text().
[[nodiscard]] std::string to_string(const diagnostic& finding);

/// Whether any of `findings` is an error.
[[nodiscard]] bool has_error(const diagnostics& findings) noexcept;

}  // namespace parindex::inline v0
