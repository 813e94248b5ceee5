/// @file
/// The code that a mistyped one most likely meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parindex::report {

/// The nearest of `codes`, however letters are capitalised, or an empty view if none is near enough to be meant. Of
/// several that are equally near, the one that begins most like `code`.
[[nodiscard]] std::string_view nearest_code(std::string_view code, const std::vector<std::string_view>& codes);

/// "no WHAT has the code "CODE"; did you mean "NEAREST"?", on one line.
[[nodiscard]] std::string unknown_code_message(std::string_view what, std::string_view code,
                                               const std::vector<std::string_view>& codes);

}  // namespace parindex::report
