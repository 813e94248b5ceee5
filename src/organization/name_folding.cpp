#include "organization/name_folding.hpp"

#include "organization/vietnamese_letters.hpp"
#include "parindex/text/utf8.hpp"
#include "text/unicode_data.hpp"

#include <algorithm>
#include <array>

namespace parindex::inline v0 {

namespace {

constexpr name_differences everything{true, true, true, true, true, true};

/// A folded character and the bytes it came from.
struct glyph {
    char32_t value = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};
using glyphs = std::vector<glyph>;

/// Stands behind a capital while case counts: no text has it, so that it disturbs nothing else.
constexpr char32_t capital_mark = 0x110000;

constexpr bool is_space(char32_t value) noexcept {
    return value == U' ' || (value >= 0x09 && value <= 0x0D) || value == 0xA0 || value == 0x1680 ||
           (value >= 0x2000 && value <= 0x200A) || value == 0x2028 || value == 0x2029 || value == 0x202F ||
           value == 0x205F || value == 0x3000;
}

constexpr bool is_invisible(char32_t value) noexcept {
    return value == 0xAD || (value >= 0x200B && value <= 0x200D) || value == 0x2060 || value == 0xFEFF;
}

constexpr bool is_hyphen(char32_t value) noexcept {
    return value == U'-' || (value >= 0x2010 && value <= 0x2015) || value == 0x2212;
}

/// What stands at the end of a name without belonging to it: the marks of lists and sentences.
constexpr bool is_edge(char32_t value) noexcept {
    return value == U'.' || value == U',' || value == U';' || value == U':' || value == U'+' || value == U'/' ||
           is_hyphen(value);
}

/// Letters and digits, roughly: what a syllable with one tone is made of.
constexpr bool is_word(char32_t value) noexcept {
    if (value < 0x80) return (value >= U'a' && value <= U'z') || (value >= U'0' && value <= U'9');
    return value == capital_mark || (value >= 0xC0 && !is_space(value) && !(value >= 0x2000 && value <= 0x206F));
}

glyphs scan(std::string_view text, const name_differences& ignored) {
    glyphs out;
    out.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        const decoded_code_point next = decode_utf8(text, offset);
        const std::size_t begin = offset;
        offset += next.ok() ? next.size : 1;
        char32_t value = next.value;
        if (ignored.spacing) {
            if (is_invisible(value)) continue;
            if (is_space(value)) value = U' ';
        }
        if (ignored.hyphens && is_hyphen(value)) value = U'-';
        const char32_t lower = value < 0x80 ? (value >= U'A' && value <= U'Z' ? value + 32 : value)  //
                                            : unicode::to_lower(value);
        out.push_back({ignored.look_alikes ? letters::find_look_alike(lower) : lower, begin, offset});
        if (!ignored.letter_case && lower != value) out.push_back({capital_mark, begin, offset});
    }
    return out;
}

/// One space between words, none before a comma or semicolon, one behind it.
glyphs fold_spacing(const glyphs& in) {
    glyphs out;
    out.reserve(in.size());
    for (const glyph& each : in) {
        const char32_t before = out.empty() ? U' ' : out.back().value;
        const bool mark = each.value == U',' || each.value == U';';
        if (each.value == U' ' && before == U' ') continue;
        if (mark && !out.empty() && before == U' ') out.pop_back();
        if (!mark && each.value != U' ' && (before == U',' || before == U';')) {
            out.push_back({U' ', each.begin, each.begin});
        }
        out.push_back(each);
    }
    if (!out.empty() && out.back().value == U' ') out.pop_back();
    return out;
}

/// No spaces around hyphens.
glyphs fold_hyphens(const glyphs& in) {
    glyphs out;
    out.reserve(in.size());
    for (const glyph& each : in) {
        if (is_space(each.value) && !out.empty() && out.back().value == U'-') continue;
        if (each.value == U'-') {
            while (!out.empty() && is_space(out.back().value)) out.pop_back();
        }
        out.push_back(each);
    }
    return out;
}

/// The tone of a syllable behind its last letter. A word with two tones is no Vietnamese syllable and stays.
glyphs fold_tones(const glyphs& in) {
    glyphs out;
    out.reserve(in.size());
    for (std::size_t begin = 0; begin < in.size();) {
        std::size_t end = begin;
        std::size_t toned = in.size();
        int tones = 0;
        for (; end < in.size() && is_word(in[end].value); ++end) {
            const auto vowel = letters::find_vowel(in[end].value);
            if (!vowel || vowel->tone == 0) continue;
            toned = end;
            ++tones;
        }
        end = std::max(end, begin + 1);
        for (std::size_t index = begin; index < end; ++index) {
            out.push_back(in[index]);
            if (tones == 1 && index == toned) out.back().value = letters::find_vowel(in[index].value)->quality;
        }
        if (tones == 1) out.push_back({letters::find_vowel(in[toned].value)->tone, in[end - 1].begin, in[end - 1].end});
        begin = end;
    }
    return out;
}

void trim(glyphs& all) {
    const auto edge = [](const glyph& each) { return is_edge(each.value) || is_space(each.value); };
    all.erase(std::find_if_not(all.rbegin(), all.rend(), edge).base(), all.end());
    all.erase(all.begin(), std::find_if_not(all.begin(), all.end(), edge));
}

glyphs fold(std::string_view text, const name_differences& ignored) {
    glyphs out = scan(text, ignored);
    if (ignored.spacing) out = fold_spacing(out);
    if (ignored.hyphens) out = fold_hyphens(out);
    if (ignored.punctuation) trim(out);
    if (ignored.tone_placement) out = fold_tones(out);
    return out;
}

void append(std::string& text, char32_t value) {
    if (value == capital_mark) {
        text += '\x7F';
    } else {
        append_utf8(text, value);
    }
}

}  // namespace

std::string fold_name(std::string_view text, const name_differences& ignored) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (const glyph& each : fold(text, ignored)) append(out, each.value);
    return out;
}

std::string fold_name(std::string_view text) {
    return fold_name(text, everything);
}

name_differences find_differences(std::string_view text, std::string_view name) {
    if (text == name) return {};
    constexpr std::array<bool name_differences::*, 6> each{
        &name_differences::letter_case,    &name_differences::spacing,     &name_differences::hyphens,
        &name_differences::tone_placement, &name_differences::punctuation, &name_differences::look_alikes};
    name_differences needed = everything;
    for (const auto difference : each) {
        needed.*difference = false;
        if (fold_name(text, needed) != fold_name(name, needed)) needed.*difference = true;
    }
    return needed;
}

folded_text fold_with_places(std::string_view text) {
    folded_text out;
    for (const glyph& each : fold(text, everything)) {
        append(out.text, each.value);
        out.begins.resize(out.text.size(), each.begin);
        out.ends.resize(out.text.size(), each.end);
    }
    return out;
}

}  // namespace parindex::inline v0
