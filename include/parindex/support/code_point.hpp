/// @file
/// One code point of a UTF-8 text. The functions about whole texts are in text/utf8.hpp.
#pragma once

#include <cstddef>
#include <string_view>

namespace parindex::inline v0 {

/// A code point and the number of bytes that spell it. `size` is 0 where the bytes are not UTF-8.
struct decoded_code_point {
    char32_t value = 0;
    std::size_t size = 0;

    [[nodiscard]] constexpr bool ok() const noexcept { return size != 0; }
};

/// The code point that starts at byte `offset`. Not ok() at the end of the text, inside a character, or where the
/// bytes are not UTF-8.
[[nodiscard]] constexpr decoded_code_point decode_utf8(std::string_view text, std::size_t offset) noexcept {
    if (offset >= text.size()) return {};
    const auto byte = [&](std::size_t index) { return static_cast<unsigned>(static_cast<unsigned char>(text[index])); };
    const unsigned lead = byte(offset);
    if (lead < 0x80) return {static_cast<char32_t>(lead), 1};
    // The second byte has a narrower range after E0 and F0 (overlong), ED (surrogates) and F4 (above U+10FFFF).
    unsigned low = 0x80;
    unsigned high = 0xBF;
    std::size_t size = 0;
    unsigned value = 0;
    if (lead >= 0xC2 && lead <= 0xDF) {
        size = 2;
        value = lead & 0x1FU;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        size = 3;
        value = lead & 0x0FU;
        if (lead == 0xE0) low = 0xA0;
        if (lead == 0xED) high = 0x9F;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        size = 4;
        value = lead & 0x07U;
        if (lead == 0xF0) low = 0x90;
        if (lead == 0xF4) high = 0x8F;
    } else {
        return {};
    }
    if (text.size() - offset < size) return {};
    for (std::size_t index = 1; index < size; ++index) {
        const unsigned next = byte(offset + index);
        if (next < low || next > high) return {};
        low = 0x80;
        high = 0xBF;
        value = value << 6 | (next & 0x3FU);
    }
    return {static_cast<char32_t>(value), size};
}

}  // namespace parindex::inline v0
