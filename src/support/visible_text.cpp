#include "parindex/support/visible_text.hpp"

#include "parindex/support/code_point.hpp"

namespace parindex::inline v0 {

namespace {

constexpr bool lies_in(char32_t value, char32_t first, char32_t last) {
    return first <= value && value <= last;
}

/// Controls of Unicode's category Cc, the two separators, and every character of the property Bidi_Control.
constexpr bool needs_escape(char32_t value) {
    return value < 0x20 || lies_in(value, 0x7F, 0x9F) || value == 0x61C || lies_in(value, 0x200E, 0x200F) ||
           lies_in(value, 0x2028, 0x202E) || lies_in(value, 0x2066, 0x2069);
}

std::string escaped(char kind, char32_t value) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string hexadecimal;
    for (; value != 0 || hexadecimal.empty(); value /= char32_t{16}) {
        hexadecimal.insert(hexadecimal.begin(), digits[value % digits.size()]);
    }
    return std::string("\\") + kind + '{' + hexadecimal + '}';
}

}  // namespace

std::string visible_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const decoded_code_point next = decode_utf8(text, at);
        if (!next.ok()) {
            out += escaped('x', static_cast<unsigned char>(text[at++]));
            continue;
        }
        if (needs_escape(next.value)) {
            out += escaped('u', next.value);
        } else {
            out += text.substr(at, next.size);
        }
        at += next.size;
    }
    return out;
}

}  // namespace parindex::inline v0
