/// @file
/// A document as Markdown: CommonMark with pipe tables.
#pragma once

#include "report_generator/document.hpp"

#include <string>
#include <string_view>

namespace parindex::report {

/// The whole document. Working notes stand at the end, under a rule and in a block quote.
[[nodiscard]] std::string write_markdown(const document& source);

/// `text` for the middle of a Markdown line. Only what would change its meaning gets a backslash, so that ordinary
/// Vietnamese text stays as it is; line breaks and other control characters become spaces.
[[nodiscard]] std::string escape_markdown(std::string_view text);

/// Likewise for a line that begins with `text`, where also "1. ", "- ", "#" and the like would mean something.
[[nodiscard]] std::string escape_markdown_line(std::string_view text);

}  // namespace parindex::report
