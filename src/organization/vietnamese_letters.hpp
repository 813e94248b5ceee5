// The vowels of Vietnamese with their tones, in normal form C and lower case.
#pragma once

#include <array>
#include <cstddef>
#include <optional>

namespace parindex::inline v0::letters {

/// A vowel taken apart: "ầ" is the letter "â" with the grave tone, "a" without any mark.
struct vowel {
    char32_t quality = 0;  ///< The letter without its tone: one of a ă â e ê i o ô ơ u ư y.
    char32_t plain = 0;    ///< Without circumflex, breve or horn either.
    char32_t tone = 0;     ///< The combining mark of the tone; 0 for the level tone.
};

namespace detail {

inline constexpr std::array<char32_t, 5> tones{U'\u0300', U'\u0309', U'\u0303', U'\u0301', U'\u0323'};

struct row {
    char32_t quality;
    char32_t plain;
    std::array<char32_t, 5> toned;  // in the order of `tones`
};

inline constexpr std::array rows{
    row{U'a', U'a', {U'à', U'ả', U'ã', U'á', U'ạ'}}, row{U'ă', U'a', {U'ằ', U'ẳ', U'ẵ', U'ắ', U'ặ'}},
    row{U'â', U'a', {U'ầ', U'ẩ', U'ẫ', U'ấ', U'ậ'}}, row{U'e', U'e', {U'è', U'ẻ', U'ẽ', U'é', U'ẹ'}},
    row{U'ê', U'e', {U'ề', U'ể', U'ễ', U'ế', U'ệ'}}, row{U'i', U'i', {U'ì', U'ỉ', U'ĩ', U'í', U'ị'}},
    row{U'o', U'o', {U'ò', U'ỏ', U'õ', U'ó', U'ọ'}}, row{U'ô', U'o', {U'ồ', U'ổ', U'ỗ', U'ố', U'ộ'}},
    row{U'ơ', U'o', {U'ờ', U'ở', U'ỡ', U'ớ', U'ợ'}}, row{U'u', U'u', {U'ù', U'ủ', U'ũ', U'ú', U'ụ'}},
    row{U'ư', U'u', {U'ừ', U'ử', U'ữ', U'ứ', U'ự'}}, row{U'y', U'y', {U'ỳ', U'ỷ', U'ỹ', U'ý', U'ỵ'}},
};

}  // namespace detail

/// Takes a lower-case letter apart; nothing if it is no vowel.
[[nodiscard]] constexpr std::optional<vowel> find_vowel(char32_t letter) noexcept {
    for (const detail::row& row : detail::rows) {
        if (letter == row.quality) return vowel{row.quality, row.plain, 0};
        if (letter < 0x80) continue;
        for (std::size_t tone = 0; tone < row.toned.size(); ++tone) {
            if (letter == row.toned[tone]) return vowel{row.quality, row.plain, detail::tones[tone]};
        }
    }
    return std::nullopt;
}

/// The Vietnamese letter that a wrong one looks like: what legacy fonts and text recognition put in its place.
[[nodiscard]] constexpr char32_t find_look_alike(char32_t lower) noexcept {
    switch (lower) {
        case U'\u00F0':  // Icelandic eth; its capital looks the same as Đ
        case U'\u0256':  // African d with tail, likewise
            return U'đ';
        case U'\u01A3':  // gha
            return U'ư';
        default: return lower;
    }
}

}  // namespace parindex::inline v0::letters
