// The byte form of tallies; see tally_file.hpp.
#pragma once

#include "parindex/support/result.hpp"
#include "parindex/survey/tally.hpp"

#include <string_view>

namespace parindex::inline v0 {

inline constexpr std::string_view tally_magic = "PARINDEX-TALLY 1\n";

/// @pre the bytes do not begin as JSON does
[[nodiscard]] result<tally> read_tally_bytes(std::string_view bytes, std::string_view file, diagnostics* notes);

}  // namespace parindex::inline v0
