#include "report_generator/vietnamese_case.hpp"

#include "parindex/text/utf8.hpp"

namespace parindex::report {

namespace {

// The letters outside ASCII lie in three regular stretches of Unicode and six pairs of their own.
constexpr char32_t first_latin1_capital = 0xC0;
constexpr char32_t last_latin1_capital = 0xDD;
constexpr char32_t latin1_distance = 0x20;
constexpr char32_t multiplication_sign = 0xD7;
constexpr char32_t first_tone_letter = 0x1EA0;
constexpr char32_t last_tone_letter = 0x1EF9;

constexpr bool is_paired_capital(char32_t letter) {
    switch (letter) {
        case 0x102:  // Ă
        case 0x110:  // Đ
        case 0x128:  // Ĩ
        case 0x168:  // Ũ
        case 0x1A0:  // Ơ
        case 0x1AF:  // Ư
            return true;
        default: return letter >= first_tone_letter && letter <= last_tone_letter && letter % 2 == 0;
    }
}

constexpr bool is_latin1_capital(char32_t letter) {
    return letter >= first_latin1_capital && letter <= last_latin1_capital && letter != multiplication_sign;
}

constexpr bool is_capital(char32_t letter) {
    return (letter >= U'A' && letter <= U'Z') || is_latin1_capital(letter) || is_paired_capital(letter);
}

constexpr char32_t to_small(char32_t letter) {
    if (letter >= U'A' && letter <= U'Z') return letter + (U'a' - U'A');
    if (is_latin1_capital(letter)) return letter + latin1_distance;
    return is_paired_capital(letter) ? letter + 1 : letter;
}

constexpr char32_t to_capital(char32_t letter) {
    if (letter >= U'a' && letter <= U'z') return letter - (U'a' - U'A');
    if (letter >= latin1_distance && is_latin1_capital(letter - latin1_distance)) return letter - latin1_distance;
    return letter > 0 && is_paired_capital(letter - 1) ? letter - 1 : letter;
}

std::string with_first(std::string_view text, char32_t (*change)(char32_t)) {
    const decoded_code_point first = decode_utf8(text, 0);
    if (!first.ok()) return std::string(text);
    std::string out;
    append_utf8(out, change(first.value));
    out += text.substr(first.size);
    return out;
}

}  // namespace

std::string to_capitals(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const decoded_code_point letter = decode_utf8(text, at);
        if (letter.ok()) {
            append_utf8(out, to_capital(letter.value));
        } else {
            out += text[at];
        }
        at += letter.ok() ? letter.size : 1;
    }
    return out;
}

std::string with_small_first_letter(std::string_view text) {
    const decoded_code_point first = decode_utf8(text, 0);
    if (!first.ok()) return std::string(text);
    const decoded_code_point second = decode_utf8(text, first.size);
    // "UBND" is an abbreviation, "Ý kiến" a word.
    if (second.ok() && is_capital(second.value)) return std::string(text);
    return with_first(text, to_small);
}

std::string with_capital_first_letter(std::string_view text) {
    return with_first(text, to_capital);
}

}  // namespace parindex::report
