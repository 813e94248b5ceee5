/// @file
/// UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing above U+10FFFF.
#pragma once

#include "parindex/support/code_point.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// Byte offset of the first byte that does not begin a well-formed character, or nothing if all of `text` is UTF-8.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text) noexcept;

/// Number of code points; a byte that belongs to no character counts as one.
[[nodiscard]] std::size_t count_code_points(std::string_view text) noexcept;

/// The 1-based column, in code points, of the byte at `offset`. An offset beyond the text is the column after its end.
[[nodiscard]] std::size_t code_point_column(std::string_view text, std::size_t offset) noexcept;

/// Appends the UTF-8 form of `value`; U+FFFD in the place of a surrogate or a value above U+10FFFF.
void append_utf8(std::string& text, char32_t value);

/// "U+00A0": how a message names a code point.
[[nodiscard]] std::string code_point_name(char32_t value);

}  // namespace parindex::inline v0
