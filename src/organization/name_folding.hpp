// The form of a name in which spellings that mean one unit are equal.
#pragma once

#include "parindex/organization/name_lookup.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// `text` with the differences that are set in `ignored` ironed out.
/// @pre text is UTF-8 in normal form C
[[nodiscard]] std::string fold_name(std::string_view text, const name_differences& ignored);

/// All of them.
[[nodiscard]] std::string fold_name(std::string_view text);

/// The fewest differences that must be ignored for two names that fold to one form to be equal.
[[nodiscard]] name_differences find_differences(std::string_view text, std::string_view name);

/// A folded text in which every byte knows the bytes it came from.
struct folded_text {
    std::string text;
    std::vector<std::size_t> begins;
    std::vector<std::size_t> ends;
};

[[nodiscard]] folded_text fold_with_places(std::string_view text);

}  // namespace parindex::inline v0
