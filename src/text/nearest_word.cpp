#include "parindex/text/nearest_word.hpp"

#include "text/edit_distance.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace parindex::inline v0 {

namespace {

std::string in_small_letters(std::string_view text) {
    std::string out(text);
    for (char& each : out) {
        if (each >= 'A' && each <= 'Z') each = static_cast<char>(each - 'A' + 'a');
    }
    return out;
}

std::size_t common_start(std::string_view a, std::string_view b) {
    return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

}  // namespace

std::string_view nearest_word(std::string_view word, std::span<const std::string_view> words) {
    constexpr std::size_t longest = 64;  // bytes: a distance takes time in proportion to the square
    if (word.empty() || word.size() > longest) return {};
    const std::string wanted = in_small_letters(word);
    const std::size_t tolerance = wanted.size() < 3 ? 1 : std::max<std::size_t>(wanted.size() / 3, 2);
    std::string_view best;
    std::size_t best_distance = tolerance + 1;
    std::size_t best_start = 0;
    for (const std::string_view each : words) {
        if (each.size() > longest + tolerance) continue;
        const std::string candidate = in_small_letters(each);
        const std::size_t distance = edit_distance<char>(wanted, candidate, std::min(tolerance, best_distance));
        if (distance > tolerance || distance > best_distance) continue;
        const std::size_t start = common_start(wanted, candidate);
        if (distance == best_distance && start <= best_start) continue;
        best = each;
        best_distance = distance;
        best_start = start;
    }
    return best;
}

}  // namespace parindex::inline v0
