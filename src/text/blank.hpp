// Text that says nothing.
#pragma once

#include "parindex/text/utf8.hpp"

#include <string_view>

namespace parindex::inline v0 {

/// Whether a text has nothing but spaces of any kind, invisible marks and control characters.
inline bool is_blank(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        const decoded_code_point next = decode_utf8(text, at);
        const char32_t value = next.value;
        const bool invisible = value <= 0x20 || (value >= 0x7F && value <= 0xA0) || value == 0x1680 ||
                               (value >= 0x2000 && value <= 0x200F) || (value >= 0x2028 && value <= 0x202F) ||
                               (value >= 0x205F && value <= 0x206F) || value == 0x3000 || value == 0xFEFF;
        if (!next.ok() || !invisible) return false;
        at += next.size;
    }
    return true;
}

}  // namespace parindex::inline v0
