// The known word that a mistyped one most likely meant.
#pragma once

#include <algorithm>
#include <numeric>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// Levenshtein distance. @pre both words are short
inline std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0U : 1U);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

/// The nearest of `words` if it is near enough to be meant, or an empty view.
inline std::string_view nearest_word(std::string_view word, const std::vector<std::string_view>& words) {
    constexpr std::size_t longest = 64;
    if (word.size() > longest) return {};
    std::string_view best;
    std::size_t distance = std::max<std::size_t>(word.size() / 3, 2) + 1;
    for (const std::string_view candidate : words) {
        const std::size_t own = edit_distance(word, candidate);
        if (own < distance) {
            distance = own;
            best = candidate;
        }
    }
    return best;
}

}  // namespace parindex::inline v0
