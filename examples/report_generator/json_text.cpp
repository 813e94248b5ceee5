#include "report_generator/json_text.hpp"

#include "parindex/support/code_point.hpp"

#include <cstddef>

namespace parindex::report {

std::string json_string(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
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
        } else if (next.value < 0x20) {
            out += "\\u00";
            out += digits[next.value / 16];
            out += digits[next.value % 16];
        } else {
            out += text.substr(at, next.size);
        }
        at += next.size;
    }
    out += '"';
    return out;
}

}  // namespace parindex::report
