#include "report_generator/json_text.hpp"

#include "parindex/support/code_point.hpp"
#include "parindex/support/visible_text.hpp"

#include <cstddef>

namespace parindex::report {

namespace {

std::string escaped(char32_t value) {
    constexpr std::string_view digits = "0123456789abcdef";
    constexpr int highest_digit = 12;
    constexpr int digit_bits = 4;
    std::string out = "\\u";
    for (int shift = highest_digit; shift >= 0; shift -= digit_bits) out += digits[value >> shift & 0xFU];
    return out;
}

/// All such characters lie below U+10000.
bool is_command(std::string_view character) {
    return visible_text(character) != character;
}

}  // namespace

std::string visible_json(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    for (std::size_t at = 0; at < json.size();) {
        const decoded_code_point next = decode_utf8(json, at);
        const std::size_t size = next.ok() ? next.size : 1;
        // Line ends and the like below U+0020 stand between the values; within strings they are escaped already.
        const bool hidden = next.ok() && next.value >= 0x7F && is_command(json.substr(at, size));
        out += hidden ? escaped(next.value) : std::string(json.substr(at, size));
        at += size;
    }
    return out;
}

std::string json_string(std::string_view text) {
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const decoded_code_point next = decode_utf8(text, at);
        if (!next.ok()) {
            out += replacement;
            ++at;
            continue;
        }
        if (next.value == U'"' || next.value == U'\\') {
            out += '\\';
            out += text[at];
        } else if (next.value < 0x20 || (next.value >= 0x7F && is_command(text.substr(at, next.size)))) {
            out += escaped(next.value);
        } else {
            out += text.substr(at, next.size);
        }
        at += next.size;
    }
    out += '"';
    return out;
}

std::string indented(std::string_view json, std::string_view space) {
    std::string out;
    for (const char each : json) {
        out += each;
        if (each == '\n') out += space;
    }
    return out;
}

}  // namespace parindex::report
