/// @file
/// Text of the input where a person reads it.
#pragma once

#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// `text` for one line of a terminal or log. What would speak to a terminal, break the line or turn the direction of
/// the text behind it (control characters, line and paragraph separators, bidirectional marks) is shown as its code
/// point, "\u{1B}", and a byte that is not UTF-8 as "\x{9B}". Everything else stays as it is.
[[nodiscard]] std::string visible_text(std::string_view text);

}  // namespace parindex::inline v0
