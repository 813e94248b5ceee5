/// @file
/// A criteria set in a file of its own.
#pragma once

#include "parindex/criteria/criteria_set.hpp"

#include <filesystem>
#include <optional>

namespace parindex::report {

/// The set of a file; what is wrong with it, and what its checks warn of, goes to `found`.
[[nodiscard]] std::optional<criteria_set> read_set_file(const std::filesystem::path& path, diagnostics& found);

}  // namespace parindex::report
