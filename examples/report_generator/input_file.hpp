/// @file
/// Reading a file of the data folder, within bounds.
#pragma once

#include "parindex/support/result.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace parindex::report {

/// The bytes of a regular file, at most limits::file_bytes.
/// @return the bytes, or one diagnostic: error_code::cannot_read or input_too_large
[[nodiscard]] result<std::string> read_input_file(const std::filesystem::path& path);

/// Gives the bytes of a regular file of any size to `use`, piece by piece, as long as that returns true.
/// @return what went wrong (error_code::cannot_read), or nothing
[[nodiscard]] std::optional<diagnostic> feed_input_file(const std::filesystem::path& path,
                                                        const std::function<bool(std::string_view bytes)>& use);

}  // namespace parindex::report
