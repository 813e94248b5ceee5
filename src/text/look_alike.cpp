#include "text/look_alike.hpp"

#include "parindex/text/normalization.hpp"
#include "parindex/text/utf8.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <array>

namespace parindex::inline v0 {

namespace {

struct pair {
    char32_t other;
    char32_t usual;
};

// Letters that most fonts draw with the same outline. Sorted by `other`.
constexpr std::array look_alikes = {
    pair{0x00B7, U'.'},
    pair{0x00D0, U'\u0110'},
    pair{0x00F0, U'\u0111'},
    pair{0x0189, U'\u0110'},
    pair{0x0256, U'\u0111'},
    // Greek
    pair{0x0391, U'A'},
    pair{0x0392, U'B'},
    pair{0x0395, U'E'},
    pair{0x0396, U'Z'},
    pair{0x0397, U'H'},
    pair{0x0399, U'I'},
    pair{0x039A, U'K'},
    pair{0x039C, U'M'},
    pair{0x039D, U'N'},
    pair{0x039F, U'O'},
    pair{0x03A1, U'P'},
    pair{0x03A4, U'T'},
    pair{0x03A5, U'Y'},
    pair{0x03A7, U'X'},
    pair{0x03B1, U'a'},
    pair{0x03B9, U'i'},
    pair{0x03BA, U'k'},
    pair{0x03BD, U'v'},
    pair{0x03BF, U'o'},
    pair{0x03C1, U'p'},
    pair{0x03C5, U'u'},
    pair{0x03F2, U'c'},
    pair{0x03F9, U'C'},
    // Cyrillic
    pair{0x0405, U'S'},
    pair{0x0406, U'I'},
    pair{0x0408, U'J'},
    pair{0x0410, U'A'},
    pair{0x0412, U'B'},
    pair{0x0415, U'E'},
    pair{0x0417, U'3'},
    pair{0x041A, U'K'},
    pair{0x041C, U'M'},
    pair{0x041D, U'H'},
    pair{0x041E, U'O'},
    pair{0x0420, U'P'},
    pair{0x0421, U'C'},
    pair{0x0422, U'T'},
    pair{0x0423, U'Y'},
    pair{0x0425, U'X'},
    pair{0x0430, U'a'},
    pair{0x0435, U'e'},
    pair{0x043E, U'o'},
    pair{0x0440, U'p'},
    pair{0x0441, U'c'},
    pair{0x0443, U'y'},
    pair{0x0445, U'x'},
    pair{0x0455, U's'},
    pair{0x0456, U'i'},
    pair{0x0458, U'j'},
    pair{0x04AE, U'Y'},
    pair{0x04BB, U'h'},
    pair{0x04CF, U'l'},
    pair{0x0501, U'd'},
    pair{0x051A, U'Q'},
    pair{0x051B, U'q'},
    pair{0x051C, U'W'},
    pair{0x051D, U'w'},
    // Dots, slashes and dashes
    pair{0x2010, U'-'},
    pair{0x2011, U'-'},
    pair{0x2012, U'-'},
    pair{0x2013, U'-'},
    pair{0x2014, U'-'},
    pair{0x2015, U'-'},
    pair{0x2024, U'.'},
    pair{0x2043, U'-'},
    pair{0x2044, U'/'},
    pair{0x2212, U'-'},
    pair{0x2215, U'/'},
    pair{0xFE58, U'-'},
    pair{0xFE63, U'-'},
};

static_assert(std::is_sorted(look_alikes.begin(), look_alikes.end(),
                             [](const pair& a, const pair& b) { return a.other < b.other; }));

constexpr bool lies_in(char32_t value, char32_t first, char32_t last) noexcept {
    return first <= value && value <= last;
}

/// Spaces of any kind, and what is not seen at all.
constexpr bool is_dropped(char32_t value) noexcept {
    return value <= 0x20 || lies_in(value, 0x7F, 0xA0) || value == 0xAD || value == 0x1680 || value == 0x180E ||
           lies_in(value, 0x2000, 0x200F) || lies_in(value, 0x2028, 0x202F) || lies_in(value, 0x205F, 0x206F) ||
           value == 0x3000 || lies_in(value, 0xFE00, 0xFE0F) || value == 0xFEFF;
}

char32_t fold(char32_t value) noexcept {
    if (value < 0x80) return value;
    if (lies_in(value, 0xFF01, 0xFF5E)) return value - 0xFEE0;
    const auto* found = std::lower_bound(look_alikes.begin(), look_alikes.end(), value,
                                         [](const pair& each, char32_t wanted) { return each.other < wanted; });
    return found != look_alikes.end() && found->other == value ? found->usual : value;
}

}  // namespace

std::string fold_look_alikes(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const decoded_code_point next = decode_utf8(text, at);
        if (!next.ok()) {
            out += text[at++];
            continue;
        }
        at += next.size;
        if (!is_dropped(next.value)) append_utf8(out, fold(next.value));
    }
    // A Cyrillic A with an acute has no letter of its own, the Latin one has. A caller's text may be no UTF-8.
    return find_invalid_utf8(out) ? out : to_nfc(out);
}

std::string look_alike_difference(std::string_view given, std::string_view expected) {
    if (given == expected || fold_look_alikes(given) != fold_look_alikes(expected)) return {};
    std::size_t at = 0;
    for (;;) {  // by whole characters: look-alikes often share their first byte
        const decoded_code_point next = decode_utf8(given, at);
        const decoded_code_point other = decode_utf8(expected, at);
        if (!next.ok() || !other.ok() || other.value != next.value) break;
        at += next.size;
    }
    const decoded_code_point has = decode_utf8(given, at);
    const decoded_code_point wanted = decode_utf8(expected, at);
    std::string out = "looks like " + quoted(expected) + ", but ";
    if (has.ok() && (!wanted.ok() || (is_dropped(has.value) && !is_dropped(wanted.value)))) {
        out += "has " + code_point_name(has.value) + " where nothing is expected";
    } else if (wanted.ok() && (!has.ok() || (is_dropped(wanted.value) && !is_dropped(has.value)))) {
        out += "lacks " + code_point_name(wanted.value);
    } else if (has.ok()) {
        out += "has " + code_point_name(has.value) + " where " + code_point_name(wanted.value) + " is expected";
    } else {
        out += "has other bytes";
    }
    return out;
}

std::string look_alike_index::difference(std::string_view unknown) const {
    const auto found = by_look_.find(fold_look_alikes(unknown));
    return found == by_look_.end() ? std::string() : look_alike_difference(unknown, found->second);
}

}  // namespace parindex::inline v0
