/// @file
/// The characters of a cell or phrase, cleaned of what the eye does not see, each with its column in the text as given.
#pragma once

#include "parindex/support/diagnostic.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// A character of a document. Every kind of space is U+0020 here.
struct document_character {
    char32_t value = 0;
    std::size_t column = 0;      ///< 1-based, in code points of the text as given.
    bool special_space = false;  ///< A space, but not U+0020, a tab or a line break.

    [[nodiscard]] bool is_digit() const noexcept { return value >= U'0' && value <= U'9'; }
    [[nodiscard]] bool is_space() const noexcept { return value == U' '; }
    [[nodiscard]] bool is_minus() const noexcept { return value == U'-' || value == U'\u2013' || value == U'\u2212'; }
    /// A Latin letter, with the Vietnamese ones, or a combining mark.
    [[nodiscard]] bool is_letter() const noexcept;
};

/// A text ready to be read character by character.
struct document_text {
    std::vector<document_character> characters;
    std::vector<std::size_t> invisible_columns;      ///< Of soft hyphens and zero-width characters that were left out.
    std::vector<std::size_t> special_space_columns;  ///< Of the special spaces.
    std::size_t end_column = 1;                      ///< The column behind the text.
    std::optional<diagnostic> refused;               ///< Set if the text is too long or not UTF-8.

    /// The character at `index`; beyond the text one with value 0 in the end column.
    [[nodiscard]] document_character at(std::size_t index) const noexcept;
    [[nodiscard]] std::size_t size() const noexcept { return characters.size(); }
};

/// @param too_long the code for a text above limits::document_number_bytes
/// @param invalid  the code for a NUL character
[[nodiscard]] document_text scan_document_text(std::string_view text, error_code too_long, error_code invalid);

/// A word, in normal form C and lower case.
struct document_word {
    std::string text;
    std::size_t end = 0;    ///< Index of the character behind it.
    bool composed = false;  ///< Whether normal form C changed it.
};

/// The letters from `index` on; an empty word if there are none.
[[nodiscard]] document_word word_at(const document_text& text, std::size_t index);

/// The character to complain about when the one at `index` is not wanted: inside a word that breaks off at a letter of
/// another script, such as a Cyrillic look-alike, that letter.
[[nodiscard]] document_character offender_at(const document_text& text, std::size_t index) noexcept;

/// How a message quotes a character: "'x'", "U+FF11, a digit of another script", "the end of the text".
[[nodiscard]] std::string describe(document_character character);

/// An error diagnostic with a column.
[[nodiscard]] diagnostic document_error(error_code code, std::size_t column, std::string message);

}  // namespace parindex::inline v0
