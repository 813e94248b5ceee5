// The form of a code or label in which spellings that mean one answer are equal.
#pragma once

#include "organization/name_folding.hpp"

#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// `text` without differences of capitals, spaces and the place of tone marks. Signs count: "-1" is another code than
/// "1".
/// @pre text is UTF-8 in normal form C
[[nodiscard]] inline std::string fold_answer(std::string_view text) {
    name_differences ignored;
    ignored.letter_case = true;
    ignored.spacing = true;
    ignored.tone_placement = true;
    return fold_name(text, ignored);
}

}  // namespace parindex::inline v0
