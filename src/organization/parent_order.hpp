// The order of units by the unit they belong to.
#pragma once

#include "organization/registry_contents.hpp"

#include <cstddef>
#include <vector>

namespace parindex::inline v0 {

/// Fills in the places of a register. Without recursion: a chain of parents may be as long as the register.
/// @pre the parents are known and have no cycles
inline void order_by_parent(organization_registry::contents& data) {
    constexpr std::size_t none = organization_registry::contents::none;
    const std::size_t count = data.units.size();
    std::vector<std::vector<std::size_t>> children(count);
    std::vector<std::size_t> open;  // the next one last; a unit met again has all its children placed
    for (std::size_t unit = count; unit-- > 0;) {
        const std::size_t parent = data.parents[unit];
        (parent == none ? open : children[parent]).push_back(unit);
    }
    data.places.assign(count, none);
    data.last_places.assign(count, none);
    for (std::size_t place = 0; !open.empty();) {
        const std::size_t unit = open.back();
        if (data.places[unit] == none) {
            data.places[unit] = place++;
            open.insert(open.end(), children[unit].begin(), children[unit].end());
        } else {
            data.last_places[unit] = place - 1;
            open.pop_back();
        }
    }
}

}  // namespace parindex::inline v0
