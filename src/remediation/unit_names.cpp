#include "remediation/unit_names.hpp"

#include "organization/name_folding.hpp"
#include "parindex/support/limits.hpp"
#include "parindex/text/utf8.hpp"
#include "text/blank.hpp"
#include "text/unicode_data.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace parindex::inline v0 {

namespace {

/// A word of a name. `initials` has the letters of an abbreviation such as "UBND", and the first letter of others.
struct word {
    std::string folded;
    std::u32string initials;
};

word make_word(std::string_view text) {
    word out;
    out.folded = fold_name(text);
    for (std::size_t at = 0; at < text.size();) {
        const decoded_code_point next = decode_utf8(text, at);
        const char32_t lower = unicode::to_lower(next.value);
        if (!next.ok() || lower == next.value) {  // not only capitals: no abbreviation
            // A folded syllable has its tone at its end, so that "ủy" begins with u.
            out.initials.assign(1, decode_utf8(out.folded, 0).value);
            break;
        }
        out.initials.push_back(lower);
        at += next.size;
    }
    return out;
}

std::vector<word> words_of(std::string_view name) {
    std::vector<word> out;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= name.size();) {
        const std::size_t size = std::max(decode_utf8(name, at).size, std::size_t{1});
        if (at == name.size() || is_blank(name.substr(at, size))) {
            word next = make_word(name.substr(begin, at - begin));
            if (!next.folded.empty()) out.push_back(std::move(next));
            begin = at + size;
        }
        at += size;
    }
    return out;
}

/// How many words of `full`, from `at` on, the abbreviation stands for; 0 if it does not.
std::size_t abbreviated(const word& abbreviation, const std::vector<word>& full, std::size_t at) {
    const std::size_t count = abbreviation.initials.size();
    if (count < 2 || full.size() - at < count) return 0;
    for (std::size_t index = 0; index < count; ++index) {
        const word& each = full[at + index];
        if (each.initials.empty() || each.initials.front() != abbreviation.initials[index]) return 0;
    }
    return count;
}

/// Whether `whole` has all words of `parts` in their order, with others between them.
bool contains(const std::vector<word>& whole, const std::vector<word>& parts) {
    std::size_t in_whole = 0;
    std::size_t in_parts = 0;
    while (in_parts < parts.size()) {
        if (in_whole == whole.size()) return false;
        if (whole[in_whole].folded == parts[in_parts].folded) {
            ++in_whole;
            ++in_parts;
        } else if (const std::size_t written_out = abbreviated(parts[in_parts], whole, in_whole)) {
            in_whole += written_out;
            ++in_parts;
        } else if (const std::size_t shortened = abbreviated(whole[in_whole], parts, in_parts)) {
            ++in_whole;
            in_parts += shortened;
        } else {
            ++in_whole;
        }
    }
    return true;
}

}  // namespace

bool may_name_one_unit(std::string_view a, std::string_view b) {
    if (a.size() > limits::unit_name_bytes || b.size() > limits::unit_name_bytes) return true;
    const std::vector<word> first = words_of(a);
    const std::vector<word> second = words_of(b);
    return contains(first, second) || contains(second, first);
}

}  // namespace parindex::inline v0
