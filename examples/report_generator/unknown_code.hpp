/// @file
/// What is said about a code that nothing bears.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parindex::report {

/// "no WHAT has the code "CODE"; did you mean "NEAREST"?", on one line.
[[nodiscard]] std::string unknown_code_message(std::string_view what, std::string_view code,
                                               const std::vector<std::string_view>& codes);

}  // namespace parindex::report
