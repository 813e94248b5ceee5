// Cycles in the links of units, found without recursion: a chain may be as long as the register.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace parindex::inline v0 {

/// Calls `report(unit)` for each link that closes a cycle; `unit` is where the link starts.
/// @param count  number of units
/// @param degree degree(unit): number of its links
/// @param target target(unit, index): where a link leads
template <class Degree, class Target, class Report>
void find_cycles(std::size_t count, const Degree& degree, const Target& target, const Report& report) {
    enum class state : unsigned char { untouched, on_the_way, done };
    std::vector<state> states(count, state::untouched);
    std::vector<std::pair<std::size_t, std::size_t>> way;  // units and the next link to follow
    for (std::size_t start = 0; start < count; ++start) {
        if (states[start] != state::untouched) continue;
        states[start] = state::on_the_way;
        way.emplace_back(start, 0);
        while (!way.empty()) {
            const std::size_t unit = way.back().first;
            if (way.back().second == degree(unit)) {
                states[unit] = state::done;
                way.pop_back();
                continue;
            }
            const std::size_t next = target(unit, way.back().second++);
            if (states[next] == state::on_the_way) {
                report(unit);
            } else if (states[next] == state::untouched) {
                states[next] = state::on_the_way;
                way.emplace_back(next, 0);
            }
        }
    }
}

}  // namespace parindex::inline v0
