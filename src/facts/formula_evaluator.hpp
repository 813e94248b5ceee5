// The value of a formula over ranges of its facts.
#pragma once

#include "facts/formula_tree.hpp"
#include "parindex/facts/formula.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace parindex::inline v0 {

/// Whether a condition of that value holds; nothing while that is open. A number that is taken for a condition (which
/// formula::check() refuses) holds unless it is 0.
[[nodiscard]] std::optional<bool> holds(const range& condition);

/// Evaluates parts of one formula. Recursion goes as deep as the tree, see formula_tree.hpp.
class formula_evaluator {
public:
    /// @pre one value for each name; all three outlive the evaluator
    formula_evaluator(const formula_tree& tree, std::span<const range> values, const ratio& maximum) noexcept
        : tree_(tree), values_(values), maximum_(maximum) {}

    [[nodiscard]] formula_value value_of(std::uint32_t node);

private:
    [[nodiscard]] formula_value sum(const formula_node& node);
    [[nodiscard]] formula_value product(const formula_node& node);
    [[nodiscard]] formula_value comparison(const formula_node& node);
    [[nodiscard]] formula_value extreme(const formula_node& node);
    [[nodiscard]] formula_value one_operand(const formula_node& node);
    [[nodiscard]] formula_value joined(const formula_node& node);
    [[nodiscard]] formula_value choice(const formula_node& node);

    void divide(formula_value& dividend, const formula_value& divisor, std::uint32_t divisor_node) const;
    /// From here on, `condition` holds or does not: parts that cannot be 0 then are added to not_zero_.
    void assume(std::uint32_t condition, bool holding);
    [[nodiscard]] bool is_assumed_not_zero(std::uint32_t node) const;
    [[nodiscard]] bool same(std::uint32_t a, std::uint32_t b) const;

    const formula_tree& tree_;
    std::span<const range> values_;
    const ratio& maximum_;
    std::vector<std::uint32_t> not_zero_;
};

}  // namespace parindex::inline v0
