/// @file
/// Texts in JSON output.
#pragma once

#include <string>
#include <string_view>

namespace parindex::report {

/// `text` as a JSON string with its quotes; a byte that is not UTF-8, as a path may have, becomes U+FFFD. What would
/// speak to a terminal is escaped, as in visible_json().
[[nodiscard]] std::string json_string(std::string_view text);

/// A JSON text that says the same, with every character that visible_text() shows by its code point as \uXXXX: JSON
/// leaves those behind U+001F as they are, and a terminal would obey them.
[[nodiscard]] std::string visible_json(std::string_view json);

/// A JSON text with every line behind the first moved to the right; strings in JSON have no line breaks of their own.
[[nodiscard]] std::string indented(std::string_view json, std::string_view space);

}  // namespace parindex::report
