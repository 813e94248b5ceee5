/// @file
/// Lists behind lists.
#pragma once

#include <iterator>
#include <vector>

namespace parindex::report {

/// Puts all of `more` behind what `to` has.
template <class T>
void append(std::vector<T>& to, std::vector<T> more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace parindex::report
