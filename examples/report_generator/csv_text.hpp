/// @file
/// Texts in CSV output.
#pragma once

#include <string>
#include <string_view>

namespace parindex::report {

/// `text` as a cell, between quotes where it has to be.
[[nodiscard]] std::string csv_text(std::string_view text);

/// The same for people: what a spreadsheet would compute begins with an apostrophe.
[[nodiscard]] std::string csv_label(std::string_view text);

}  // namespace parindex::report
