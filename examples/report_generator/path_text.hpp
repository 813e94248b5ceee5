/// @file
/// Paths as text. Text is UTF-8 on every system; std::filesystem alone would take it for the code page on Windows.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace parindex::report {

[[nodiscard]] std::filesystem::path path_from_text(std::string_view text);

/// With "/" between the parts, on every system.
[[nodiscard]] std::string text_from_path(const std::filesystem::path& path);

}  // namespace parindex::report
