/// @file
/// Reading a file of the data folder, within bounds.
#pragma once

#include "parindex/support/result.hpp"

#include <filesystem>
#include <string>

namespace parindex::report {

/// The bytes of a regular file, at most limits::file_bytes.
/// @return the bytes, or one diagnostic: error_code::cannot_read or input_too_large
[[nodiscard]] result<std::string> read_input_file(const std::filesystem::path& path);

}  // namespace parindex::report
