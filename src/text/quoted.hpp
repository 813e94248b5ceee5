// Text of the input inside a message: short, on one line, and UTF-8 although it was cut.
#pragma once

#include "parindex/text/utf8.hpp"

#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// "text" between quotes. Of a long text only the start is shown; control characters, which would break the line or
/// speak to a terminal, are shown as their code point.
inline std::string quoted(std::string_view text) {
    constexpr std::size_t shown = 60;  // code points
    std::string out = "\"";
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size() && count < shown; ++count) {
        const decoded_code_point next = decode_utf8(text, at);
        const bool control = next.value < 0x20 || (next.value >= 0x7F && next.value < 0xA0);
        if (next.ok() && !control) {
            out += text.substr(at, next.size);
        } else {
            out += next.ok() ? '<' + code_point_name(next.value) + '>' : "<?>";
        }
        at += next.ok() ? next.size : 1;
    }
    return out + (at < text.size() ? "...\"" : "\"");
}

}  // namespace parindex::inline v0
