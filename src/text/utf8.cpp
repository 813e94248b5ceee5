#include "parindex/text/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace parindex::inline v0 {
namespace {

/// The first offset from `offset` on that does not start eight ASCII bytes.
std::size_t skip_ascii(std::string_view text, std::size_t offset) noexcept {
    while (text.size() - offset >= sizeof(std::uint64_t)) {
        std::uint64_t block = 0;
        std::memcpy(&block, text.data() + offset, sizeof block);
        if ((block & 0x8080808080808080U) != 0) break;
        offset += sizeof block;
    }
    return offset;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) noexcept {
    for (std::size_t offset = skip_ascii(text, 0); offset < text.size();) {
        const decoded_code_point next = decode_utf8(text, offset);
        if (!next.ok()) return offset;
        offset += next.size;
        if (next.size == 1) offset = skip_ascii(text, offset);
    }
    return std::nullopt;
}

std::size_t count_code_points(std::string_view text) noexcept {
    std::size_t count = 0;
    for (std::size_t offset = 0; offset < text.size(); ++count) {
        const decoded_code_point next = decode_utf8(text, offset);
        offset += next.ok() ? next.size : 1;
    }
    return count;
}

std::size_t code_point_column(std::string_view text, std::size_t offset) noexcept {
    return count_code_points(text.substr(0, offset)) + 1;
}

void append_utf8(std::string& text, char32_t value) {
    if ((value >= 0xD800 && value <= 0xDFFF) || value > 0x10FFFF) value = 0xFFFD;
    const auto push = [&](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (value < 0x80) {
        push(value);
        return;
    }
    if (value < 0x800) {
        push(0xC0U | value >> 6);
    } else {
        if (value < 0x10000) {
            push(0xE0U | value >> 12);
        } else {
            push(0xF0U | value >> 18);
            push(0x80U | (value >> 12 & 0x3FU));
        }
        push(0x80U | (value >> 6 & 0x3FU));
    }
    push(0x80U | (value & 0x3FU));
}

std::string code_point_name(char32_t value) {
    constexpr std::string_view hexadecimal = "0123456789ABCDEF";
    std::string name = "U+";
    int digits = 4;
    while (digits < 8 && value >> 4 * digits != 0) ++digits;
    for (int place = digits - 1; place >= 0; --place) name += hexadecimal[value >> 4 * place & 0xFU];
    return name;
}

}  // namespace parindex::inline v0
