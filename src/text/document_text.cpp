#include "text/document_text.hpp"

#include "parindex/support/limits.hpp"
#include "parindex/text/normalization.hpp"
#include "parindex/text/utf8.hpp"
#include "text/unicode_data.hpp"

#include <utility>

namespace parindex::inline v0 {
namespace {

bool is_plain_space(char32_t value) noexcept {
    return value == U' ' || value == U'\t' || value == U'\n' || value == U'\r';
}

/// No-break space, the spaces of typesetters (thin, figure, ...), narrow no-break space, ideographic space.
bool is_special_space(char32_t value) noexcept {
    return value == 0x00A0 || (value >= 0x2000 && value <= 0x200A) || value == 0x2028 || value == 0x2029 ||
           value == 0x202F || value == 0x205F || value == 0x3000;
}

/// Soft hyphen, zero-width space, joiners and direction marks, word joiner, byte order mark.
bool is_invisible(char32_t value) noexcept {
    return value == 0x00AD || (value >= 0x200B && value <= 0x200F) || value == 0x2060 || value == 0xFEFF;
}

}  // namespace

bool document_character::is_letter() const noexcept {
    return (value >= U'a' && value <= U'z') || (value >= U'A' && value <= U'Z') ||
           (value >= 0x00C0 && value <= 0x024F && value != 0x00D7 && value != 0x00F7) ||
           (value >= 0x0300 && value <= 0x036F) || (value >= 0x1E00 && value <= 0x1EFF);
}

document_character document_text::at(std::size_t index) const noexcept {
    if (index < characters.size()) return characters[index];
    return {0, end_column, false};
}

document_text scan_document_text(std::string_view text, error_code too_long, error_code invalid) {
    document_text out;
    if (text.size() > limits::document_number_bytes) {
        out.refused = document_error(too_long, 1, "longer than the 256 bytes that a number or date may take");
        return out;
    }
    out.characters.reserve(text.size());
    std::size_t column = 1;
    for (std::size_t offset = 0; offset < text.size(); ++column) {
        const decoded_code_point next = decode_utf8(text, offset);
        if (!next.ok()) {
            out.refused = document_error(error_code::invalid_utf8, column, "bytes that are not UTF-8");
            return out;
        }
        offset += next.size;
        if (next.value == 0) {  // at() uses 0 for the end of the text
            out.refused = document_error(invalid, column, "a NUL character");
            return out;
        }
        if (is_invisible(next.value)) {
            out.invisible_columns.push_back(column);
        } else if (is_special_space(next.value)) {
            out.special_space_columns.push_back(column);
            out.characters.push_back({U' ', column, true});
        } else {
            out.characters.push_back({is_plain_space(next.value) ? U' ' : next.value, column, false});
        }
    }
    out.end_column = column;
    return out;
}

document_word word_at(const document_text& text, std::size_t index) {
    std::string letters;
    for (; text.at(index).is_letter(); ++index) append_utf8(letters, text.at(index).value);
    const std::string composed = to_nfc(letters);
    document_word word{{}, index, composed != letters};
    for (std::size_t offset = 0; offset < composed.size();) {
        const decoded_code_point next = decode_utf8(composed, offset);
        append_utf8(word.text, unicode::to_lower(next.value));
        offset += next.size;
    }
    return word;
}

document_character offender_at(const document_text& text, std::size_t index) noexcept {
    std::size_t end = index;
    while (text.at(end).is_letter()) ++end;
    const document_character behind = text.at(end);
    return end != index && behind.value >= 0x0370 && !behind.is_minus() ? behind : text.at(index);
}

std::string describe(document_character character) {
    if (character.value == 0) return "the end of the text";
    std::string out;
    if (character.value > U' ' && character.value < 0x7F) {
        out += '\'';
        append_utf8(out, character.value);
        out += '\'';
        return out;
    }
    out = character.is_space() ? "a space" : code_point_name(character.value);
    if (unicode::is_digit(character.value)) out += ", a digit of another script";
    return out;
}

diagnostic document_error(error_code code, std::size_t column, std::string message) {
    diagnostic out;
    out.code = code;
    out.where.column = column;
    out.message = std::move(message);
    return out;
}

}  // namespace parindex::inline v0
