// The order in which the findings of a file are told.
#pragma once

#include "parindex/support/diagnostic.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace parindex::inline v0 {

/// By line and column; what has no place, such as the count of the rest, comes last.
inline void sort_by_place(diagnostics& found) {
    std::stable_sort(found.begin(), found.end(), [](const diagnostic& a, const diagnostic& b) {
        const auto line = [](const diagnostic& each) {
            return each.where.line == 0 ? static_cast<std::size_t>(-1) : each.where.line;
        };
        return std::pair(line(a), a.where.column) < std::pair(line(b), b.where.column);
    });
}

}  // namespace parindex::inline v0
