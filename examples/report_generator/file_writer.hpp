/// @file
/// Files that are written whole or not at all.
#pragma once

#include "parindex/support/diagnostic.hpp"

#include <filesystem>
#include <optional>
#include <string_view>

namespace parindex::report {

/// Writes `content` to `target`: into a new file beside it, flushed to the disk, which then takes the target's name.
/// The folder is created if it is missing. Where the target is a link, the file that it points to is the target; a file
/// that is replaced hands down its permissions. On any failure the target is as it was before, and no other file
/// remains.
/// @return what went wrong (error_code::cannot_write), or nothing
[[nodiscard]] std::optional<diagnostic> write_file(const std::filesystem::path& target, std::string_view content);

}  // namespace parindex::report
