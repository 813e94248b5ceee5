// How a message names a unit: its text is input, so it is cut and kept on one line.
#pragma once

#include "parindex/text/utf8.hpp"

#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// `text` between quotes, at most its first 60 characters.
inline std::string shown(std::string_view text) {
    constexpr std::size_t longest = 60;
    std::string out = "\"";
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size() && count < longest; ++count) {
        const decoded_code_point next = decode_utf8(text, at);
        const std::size_t size = next.ok() ? next.size : 1;
        const bool control = next.value < 0x20 || (next.value >= 0x7F && next.value < 0xA0);
        if (next.ok() && !control) {
            out += text.substr(at, size);
        } else {
            out += '?';
        }
        at += size;
    }
    return out + (at < text.size() ? "...\"" : "\"");
}

}  // namespace parindex::inline v0
