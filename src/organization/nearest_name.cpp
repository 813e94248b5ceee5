// Which registered names an unknown one may be a misprint of.
#include "organization/name_folding.hpp"
#include "organization/registry_contents.hpp"
#include "organization/vietnamese_letters.hpp"
#include "parindex/support/limits.hpp"
#include "parindex/text/normalization.hpp"
#include "parindex/text/utf8.hpp"
#include "text/edit_distance.hpp"

#include <algorithm>
#include <tuple>

namespace parindex::inline v0 {

namespace {

/// Beyond this many wrong letters a name is another name, however long it is.
constexpr std::size_t farthest = 8;

/// The letters of a folded name: with accents, or without.
std::u32string letters_of(std::string_view folded, bool accents) {
    std::u32string out;
    for (std::size_t offset = 0; offset < folded.size();) {
        const decoded_code_point next = decode_utf8(folded, offset);
        offset += next.ok() ? next.size : 1;
        char32_t letter = next.value;
        if (!accents) {
            if (letter >= 0x0300 && letter <= 0x0323) continue;  // tones
            if (const auto vowel = letters::find_vowel(letter)) letter = vowel->plain;
            if (letter == U'đ') letter = U'd';
        }
        out += letter;
    }
    return out;
}

}  // namespace

std::vector<nearest_name> organization_registry::nearest(std::string_view text, std::size_t count) const {
    std::vector<nearest_name> out;
    if (count == 0 || text.size() > limits::unit_name_bytes || find_invalid_utf8(text)) return out;
    const std::string folded = fold_name(to_nfc(text));
    const std::u32string plain = letters_of(folded, false);
    const std::u32string accented = letters_of(folded, true);
    const std::size_t limit = std::clamp<std::size_t>(plain.size() / 3, 1, farthest);

    std::vector<std::tuple<std::size_t, std::size_t, const contents::name_entry*>> near;
    for (const contents::name_entry& entry : data_->names) {
        const std::size_t distance = edit_distance<char32_t>(plain, letters_of(entry.key, false), limit);
        if (distance > limit) continue;
        near.emplace_back(distance, edit_distance<char32_t>(accented, letters_of(entry.key, true), 4 * farthest),
                          &entry);
    }
    // Entries lie in one sorted array, so that their addresses order what is equally near.
    std::sort(near.begin(), near.end());
    for (const auto& [distance, with_accents, entry] : near) {
        const auto same_unit = [unit = entry->unit](const nearest_name& each) { return each.unit == unit; };
        if (std::any_of(out.begin(), out.end(), same_unit)) continue;
        out.push_back({entry->unit, data_->text_of(*entry), distance});
        if (out.size() == count) break;
    }
    return out;
}

}  // namespace parindex::inline v0
