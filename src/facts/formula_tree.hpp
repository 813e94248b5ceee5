// A parsed formula: its text and a flat array of nodes, operands before the nodes that take them. Chains (1 + 1 + 1
// ...) are one node with many operands, so the tree is only as deep as the brackets, a few nodes each.
#pragma once

#include "parindex/numeric/ratio.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

enum class formula_node_kind : std::uint8_t {
    number,       // literal
    fact,         // literal: index into names
    maximum,      // "max" without brackets
    negative,     // -x
    sum,          // x + y - z: operators '+' and '-'
    product,      // x * y / z: operators '*' and '/'
    comparison,   // of two; its operator stands at the second operand
    negation,     // not x
    conjunction,  // x and y and z
    disjunction,  // x or y or z
    least,        // min(x, y, ...)
    largest,      // max(x, y, ...)
    round,        // round(x, literal)
    floor,
    ceil,
    choice,  // if(x, y, z)
};

enum class formula_operator : std::uint8_t {
    none,
    plus,
    minus,
    times,
    over,
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
};

/// An operand of a node, and the operator before it; none before the first.
struct formula_operand {
    std::uint32_t node = 0;
    formula_operator before = formula_operator::none;
    /// Its place in the text with the brackets around it; limits::formula_bytes fits.
    std::uint16_t begin = 0;
    std::uint16_t end = 0;
};

struct formula_node {
    formula_node_kind kind = formula_node_kind::number;
    /// Its place in the text without brackets around it.
    std::uint16_t begin = 0;
    std::uint16_t end = 0;
    std::uint32_t index = 0;  ///< Of a number, the index into numbers; of a fact, into names; of round, the places.
    std::uint32_t first = 0;  ///< Into operands.
    std::uint32_t count = 0;
};

struct formula_tree {
    std::string text;
    std::vector<formula_node> nodes;  ///< The last one is the formula.
    std::vector<formula_operand> operands;
    std::vector<ratio> numbers;
    std::vector<std::string> names;
    bool reads_maximum = false;

    [[nodiscard]] std::uint32_t root() const noexcept { return static_cast<std::uint32_t>(nodes.size() - 1); }
    [[nodiscard]] std::span<const formula_operand> operands_of(const formula_node& node) const {
        return std::span(operands).subspan(node.first, node.count);
    }
    [[nodiscard]] std::string_view text_of(const formula_node& node) const {
        return std::string_view(text).substr(node.begin, node.end - node.begin);
    }
};

}  // namespace parindex::inline v0
