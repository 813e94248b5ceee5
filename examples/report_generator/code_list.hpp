/// @file
/// Lists of codes in messages.
#pragma once

#include <string>
#include <vector>

namespace parindex::report {

/// "2024, 2025", the first ten of them and how many more there are.
[[nodiscard]] std::string bounded_list(const std::vector<std::string>& entries);

}  // namespace parindex::report
