/// @file
/// The three questions that need the tables of Unicode. The answers come from utf8proc, on Windows from the system.
#pragma once

#include <string>
#include <string_view>

namespace parindex::inline v0::unicode {

/// Normal form C of a stretch of well-formed UTF-8.
[[nodiscard]] std::string compose(std::string_view text);

/// The simple lower-case letter of `value`, or `value` itself.
[[nodiscard]] char32_t to_lower(char32_t value) noexcept;

/// Whether `value` is a decimal digit of any script (general category Nd).
[[nodiscard]] bool is_digit(char32_t value) noexcept;

}  // namespace parindex::inline v0::unicode
