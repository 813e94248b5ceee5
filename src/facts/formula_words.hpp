// The words of the language of formulas. None of them can be the name of a fact.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace parindex::inline v0 {

/// A function, and how many arguments it takes.
struct formula_function {
    std::string_view name;
    std::size_t least = 1;
    std::size_t most = 1;  ///< 0: as many as one likes.
};

inline constexpr std::array<formula_function, 6> formula_functions{
    {{"min", 2, 0}, {"max", 2, 0}, {"round", 2, 2}, {"floor", 1, 1}, {"ceil", 1, 1}, {"if", 3, 3}}};

inline constexpr std::array<std::string_view, 3> formula_joins{"and", "or", "not"};

/// The function of that name, or null.
inline const formula_function* find_formula_function(std::string_view name) noexcept {
    const auto found = std::find_if(formula_functions.begin(), formula_functions.end(),
                                    [name](const formula_function& each) { return each.name == name; });
    return found == formula_functions.end() ? nullptr : &*found;
}

inline bool is_formula_word(std::string_view word) noexcept {
    return find_formula_function(word) != nullptr ||
           std::find(formula_joins.begin(), formula_joins.end(), word) != formula_joins.end();
}

}  // namespace parindex::inline v0
