#include "text/unicode_data.hpp"

#include "parindex/support/error.hpp"
#include "parindex/text/utf8.hpp"

#ifdef _WIN32
// Vista is where NormalizeString appeared.
#ifndef _WIN32_WINNT
#define _WIN32_WINNT 0x0600
#endif
#ifndef WIN32_LEAN_AND_MEAN
#define WIN32_LEAN_AND_MEAN
#endif
#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>
#include <limits>
#else
#include <utf8proc.h>
#include <algorithm>
#include <vector>
#endif

namespace parindex::inline v0::unicode {

#ifdef _WIN32

namespace {

[[noreturn]] void fail() {
    throw error(error_code::invalid_utf8, "the system could not normalise a text");
}

int to_int(std::size_t size) {
    if (size > static_cast<std::size_t>(std::numeric_limits<int>::max() / 4)) fail();
    return static_cast<int>(size);
}

}  // namespace

std::string compose(std::string_view text) {
    // The system sorts marks in quadratic time: 200 000 on one letter take minutes. Prose never goes on for so long
    // without a space or a Latin letter, and what does is left as it is.
    constexpr std::size_t longest = 8192;
    if (text.size() > longest) return std::string(text);
    std::wstring wide(text.size(), L'\0');  // UTF-16 never has more units than UTF-8 has bytes
    const int units = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, text.data(), to_int(text.size()), wide.data(),
                                          to_int(wide.size()));
    if (units <= 0) fail();
    wide.resize(static_cast<std::size_t>(units));
    // The first answer is an estimate; a call whose buffer is too short answers with a better one, negated.
    int room = NormalizeString(NormalizationC, wide.data(), units, nullptr, 0);
    std::wstring normal;
    int length = 0;
    for (int attempt = 0; attempt < 8 && room > 0; ++attempt) {
        normal.resize(static_cast<std::size_t>(room));
        length = NormalizeString(NormalizationC, wide.data(), units, normal.data(), room);
        if (length > 0 || GetLastError() != ERROR_INSUFFICIENT_BUFFER) break;
        room = -length;
    }
    if (length <= 0) fail();
    std::string out(static_cast<std::size_t>(length) * 3, '\0');
    const int bytes =
        WideCharToMultiByte(CP_UTF8, 0, normal.data(), length, out.data(), to_int(out.size()), nullptr, nullptr);
    if (bytes <= 0) fail();
    out.resize(static_cast<std::size_t>(bytes));
    return out;
}

char32_t to_lower(char32_t value) noexcept {
    if (value > 0xFFFF) return value;
    wchar_t unit = static_cast<wchar_t>(value);
    wchar_t lower = unit;
    return LCMapStringEx(LOCALE_NAME_INVARIANT, LCMAP_LOWERCASE, &unit, 1, &lower, 1, nullptr, nullptr, 0) == 1
               ? static_cast<char32_t>(lower)
               : value;
}

bool is_digit(char32_t value) noexcept {
    if (value > 0xFFFF) return false;
    const wchar_t unit = static_cast<wchar_t>(value);
    WORD type = 0;
    return GetStringTypeW(CT_CTYPE1, &unit, 1, &type) != 0 && (type & C1_DIGIT) != 0;
}

#else

std::string compose(std::string_view text) {
    std::vector<utf8proc_int32_t> points;
    points.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        const decoded_code_point next = decode_utf8(text, offset);
        if (!next.ok()) throw error(error_code::invalid_utf8, "text to be normalised is not UTF-8");
        offset += next.size;
        constexpr utf8proc_ssize_t longest = 32;  // four suffice for every canonical decomposition
        utf8proc_int32_t parts[longest];
        int boundary = 0;
        const utf8proc_ssize_t count =
            utf8proc_decompose_char(static_cast<utf8proc_int32_t>(next.value), parts, longest,
                                    static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STABLE), &boundary);
        if (count < 0 || count > longest) throw error(error_code::invalid_utf8, "a character has no decomposition");
        points.insert(points.end(), parts, parts + count);
    }
    // Marks go in the order of their classes. utf8proc's own sort is quadratic in the number of marks on one letter,
    // which a hostile text could use.
    const auto mark_class = [](utf8proc_int32_t point) { return utf8proc_get_property(point)->combining_class; };
    for (auto first = points.begin(); first != points.end();) {
        first = std::find_if(first, points.end(), [&](auto point) { return mark_class(point) != 0; });
        const auto last = std::find_if(first, points.end(), [&](auto point) { return mark_class(point) == 0; });
        std::stable_sort(first, last, [&](auto a, auto b) { return mark_class(a) < mark_class(b); });
        first = last;
    }
    std::string out;
    out.reserve(text.size());
    // utf8proc takes U+11A7 for a Hangul final consonant, of which it would be number zero, and loses it behind a
    // syllable. The character composes with nothing, so the text may be cut around it.
    constexpr utf8proc_int32_t not_a_final = 0x11A7;
    for (auto first = points.begin(); first != points.end();) {
        auto last = std::find(first, points.end(), not_a_final);
        if (last == first) ++last;
        const utf8proc_ssize_t composed = utf8proc_normalize_utf32(
            &*first, last - first, static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
        if (composed < 0) throw error(error_code::invalid_utf8, "a text could not be composed");
        std::for_each(first, first + composed, [&](auto point) { append_utf8(out, static_cast<char32_t>(point)); });
        first = last;
    }
    return out;
}

char32_t to_lower(char32_t value) noexcept {
    return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(value)));
}

bool is_digit(char32_t value) noexcept {
    return utf8proc_category(static_cast<utf8proc_int32_t>(value)) == UTF8PROC_CATEGORY_ND;
}

#endif

}  // namespace parindex::inline v0::unicode
