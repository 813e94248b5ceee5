/// @file
/// The known word that a mistyped one most likely meant.
#pragma once

#include <span>
#include <string_view>

namespace parindex::inline v0 {

/// The nearest of `words` by letters to insert, remove or replace, however ASCII letters are capitalised; an empty view
/// if none is near enough to be meant: a third of the letters may differ, and at least two; of a word of one or two
/// letters one. Of several that are equally near, the one that begins most like `word`, then the first.
/// Words above 64 bytes are no codes or keys and have no nearest. Linear in the number of words.
[[nodiscard]] std::string_view nearest_word(std::string_view word, std::span<const std::string_view> words);

}  // namespace parindex::inline v0
