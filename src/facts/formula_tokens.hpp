// The words, numbers and signs of a formula.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace parindex::inline v0 {

enum class formula_token_kind : std::uint8_t {
    end,
    number,  // digits and points; whether it is one is for the parser to say
    name,    // of a fact or function
    word_and,
    word_or,
    word_not,
    plus,
    minus,
    times,
    over,
    percent,
    open,
    close,
    comma,
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    unknown,  // does not belong into a formula
};

struct formula_token {
    formula_token_kind kind = formula_token_kind::end;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view hint;  ///< Of an unknown one, how it is written if that can be told: "is written ...".

    [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// The token that starts at or behind `offset`, past spaces and line ends.
[[nodiscard]] formula_token next_formula_token(std::string_view text, std::size_t offset) noexcept;

}  // namespace parindex::inline v0
