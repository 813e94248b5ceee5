#include "report_generator/nearest_code.hpp"

#include "report_generator/text_from.hpp"
#include "report_generator/text_table.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace parindex::report {

namespace {

std::string in_small_letters(std::string_view text) {
    std::string out(text);
    for (char& each : out) {
        if (each >= 'A' && each <= 'Z') each = static_cast<char>(each - 'A' + 'a');
    }
    return out;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
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

std::size_t common_start(std::string_view a, std::string_view b) {
    const auto ends =
        std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin());
    return static_cast<std::size_t>(ends.first - a.begin());
}

}  // namespace

std::string_view nearest_code(std::string_view code, const std::vector<std::string_view>& codes) {
    constexpr std::size_t longest = 64;  // bytes: the search takes time in proportion to the square
    if (code.empty() || code.size() > longest) return {};
    const std::string wanted = in_small_letters(code);
    const std::size_t tolerance = std::max<std::size_t>(wanted.size() / 3, 1);
    std::string_view best;
    std::size_t best_distance = tolerance + 1;
    std::size_t best_start = 0;
    for (const std::string_view each : codes) {
        // Each letter more or less is a change, so that a code of very different length is too far away.
        if (each.size() > wanted.size() + tolerance || each.size() + tolerance < wanted.size()) continue;
        const std::string candidate = in_small_letters(each);
        const std::size_t distance = edit_distance(wanted, candidate);
        const std::size_t start = common_start(wanted, candidate);
        if (distance > best_distance || (distance == best_distance && (best.empty() || start <= best_start))) continue;
        best = each;
        best_distance = distance;
        best_start = start;
    }
    return best;
}

std::string unknown_code_message(std::string_view what, std::string_view code,
                                 const std::vector<std::string_view>& codes) {
    std::string out = text_from("no ", what, " has the code \"", within_column(code), "\"");
    const std::string_view nearest = nearest_code(code, codes);
    if (!nearest.empty()) out += text_from("; did you mean \"", within_column(nearest), "\"?");
    return out;
}

}  // namespace parindex::report
