/// @file
/// Upper and lower case of Vietnamese text in normal form C, without a locale.
#pragma once

#include <string>
#include <string_view>

namespace parindex::report {

/// `text` in capitals: "Văn phòng" becomes "VĂN PHÒNG". Letters that Vietnamese does not use stay as they are.
[[nodiscard]] std::string to_capitals(std::string_view text);

/// `text` with a small first letter, for the middle of a sentence. An abbreviation keeps its capitals: "UBND tỉnh".
[[nodiscard]] std::string with_small_first_letter(std::string_view text);

/// `text` with a capital first letter, for the start of a sentence.
[[nodiscard]] std::string with_capital_first_letter(std::string_view text);

}  // namespace parindex::report
