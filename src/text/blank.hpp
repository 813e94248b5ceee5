// Text that says nothing.
#pragma once

#include "parindex/text/utf8.hpp"

#include <string_view>

namespace parindex::inline v0 {

/// Spaces of any kind, invisible marks and control characters.
inline bool is_invisible(char32_t value) noexcept {
    return value <= 0x20 || (value >= 0x7F && value <= 0xA0) || value == 0x1680 ||
           (value >= 0x2000 && value <= 0x200F) || (value >= 0x2028 && value <= 0x202F) ||
           (value >= 0x205F && value <= 0x206F) || value == 0x3000 || value == 0xFEFF;
}

/// Whether a text has nothing that can be seen.
inline bool is_blank(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        const decoded_code_point next = decode_utf8(text, at);
        if (!next.ok() || !is_invisible(next.value)) return false;
        at += next.size;
    }
    return true;
}

/// Whether a text begins or ends with something that cannot be seen: a code that does is taken for another.
inline bool has_blank_edge(std::string_view text) noexcept {
    if (text.empty()) return false;
    std::size_t last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
    const decoded_code_point front = decode_utf8(text, 0);
    const decoded_code_point back = decode_utf8(text, last);
    return (front.ok() && is_invisible(front.value)) || (back.ok() && is_invisible(back.value));
}

/// A text without what cannot be seen at either end.
inline std::string_view without_blank_edges(std::string_view text) noexcept {
    while (!text.empty()) {
        const decoded_code_point front = decode_utf8(text, 0);
        if (!front.ok() || !is_invisible(front.value)) break;
        text.remove_prefix(front.size);
    }
    while (!text.empty()) {
        std::size_t last = text.size() - 1;
        while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
        const decoded_code_point back = decode_utf8(text, last);
        if (!back.ok() || !is_invisible(back.value)) break;
        text.remove_suffix(text.size() - last);
    }
    return text;
}

}  // namespace parindex::inline v0
