// How many letters two texts differ by.
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// Letters to insert, remove or replace (Levenshtein distance), or `limit + 1` if there are more than `limit`: only
/// the band of the table is computed that can stay within it.
template <class Letter>
std::size_t edit_distance(std::basic_string_view<Letter> a, std::basic_string_view<Letter> b, std::size_t limit) {
    const std::size_t over = limit + 1;
    if ((a.size() > b.size() ? a.size() - b.size() : b.size() - a.size()) > limit) return over;
    std::vector<std::size_t> row(b.size() + 1, over);
    std::iota(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(std::min(limit, b.size()) + 1), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const std::size_t first = i > limit ? i - limit : 1;
        const std::size_t last = std::min(b.size(), i + limit);
        std::size_t diagonal = row[first - 1];
        row[first - 1] = first == 1 ? std::min(i, over) : over;
        std::size_t least = row[first - 1];
        for (std::size_t j = first; j <= last; ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
            diagonal = row[j];
            // Where the row above ends one earlier, row[j] still says "over".
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1, over});
            least = std::min(least, row[j]);
        }
        if (least > limit) return over;
    }
    return row[b.size()];
}

}  // namespace parindex::inline v0
