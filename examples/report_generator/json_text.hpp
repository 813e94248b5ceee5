/// @file
/// Texts in JSON output.
#pragma once

#include <string>
#include <string_view>

namespace parindex::report {

/// `text` as a JSON string with its quotes; a byte that is not UTF-8, as a path may have, becomes U+FFFD.
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace parindex::report
