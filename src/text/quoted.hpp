// Text of the input inside a message: short, on one line, and UTF-8 although it was cut.
#pragma once

#include "parindex/support/code_point.hpp"
#include "parindex/support/visible_text.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// "text" between quotes, as visible_text() shows it. Of a long text only the start is shown.
inline std::string quoted(std::string_view text) {
    constexpr std::size_t shown = 60;  // code points
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size() && count < shown; ++count) {
        end += std::max(decode_utf8(text, end).size, std::size_t{1});
    }
    return '"' + visible_text(text.substr(0, end)) + (end < text.size() ? "...\"" : "\"");
}

}  // namespace parindex::inline v0
