// Interval arithmetic: the result holds the value for every choice of the facts within their ranges that has a value.
// A fact that is read twice is taken for two, so the result may be wider than need be; on points it is exact.
#include "facts/formula_evaluator.hpp"

#include <algorithm>
#include <utility>

namespace parindex::inline v0 {

namespace {

using kind = formula_node_kind;

range truth(std::optional<bool> known) {
    return known ? range(*known ? 1 : 0) : range(ratio(0), ratio(1));
}

std::optional<bool> opposite(std::optional<bool> known) {
    return known ? std::optional(!*known) : known;
}

/// a < b
std::optional<bool> is_less(const range& a, const range& b) {
    if (a.high && b.low && *a.high < *b.low) return true;
    if (a.low && b.high && *b.high <= *a.low) return false;
    return std::nullopt;
}

std::optional<bool> is_equal(const range& a, const range& b) {
    if (a.is_point() && b.is_point()) return *a.low == *b.low;
    if (is_less(a, b) == true || is_less(b, a) == true) return false;
    return std::nullopt;
}

std::optional<bool> compare(const range& a, formula_operator operation, const range& b) {
    switch (operation) {
        case formula_operator::equal: return is_equal(a, b);
        case formula_operator::not_equal: return opposite(is_equal(a, b));
        case formula_operator::less: return is_less(a, b);
        case formula_operator::greater: return is_less(b, a);
        case formula_operator::less_equal: return opposite(is_less(b, a));
        default: return opposite(is_less(a, b));
    }
}

/// Both are functions that never fall, so the ends of the range give the ends of the result.
range rounded_ends(const range& value, int places, rounding_mode mode) {
    if (value.is_point()) return round_to(*value.low, places, mode).value;
    range out;
    if (value.low) out.low = round_to(*value.low, places, mode).value;
    if (value.high) out.high = round_to(*value.high, places, mode).value;
    return out;
}

range smaller(const range& a, const range& b) {
    range out;
    if (a.low && b.low) out.low = std::min(*a.low, *b.low);
    out.high = !a.high ? b.high : !b.high ? a.high : std::optional(std::min(*a.high, *b.high));
    return out;
}

formula_value without_value() {
    formula_value out;
    out.divided_by_zero = true;
    return out;
}

}  // namespace

std::optional<bool> holds(const range& condition) {
    if (!condition.contains(0)) return true;
    if (condition.is_point()) return false;
    return std::nullopt;
}

formula_value formula_evaluator::value_of(std::uint32_t index) {
    const formula_node& node = tree_.nodes[index];
    switch (node.kind) {
        case kind::number: return {tree_.numbers[node.index]};
        case kind::fact: return {values_[node.index]};
        case kind::maximum: return {maximum_};
        case kind::sum: return sum(node);
        case kind::product: return product(node);
        case kind::comparison: return comparison(node);
        case kind::conjunction:
        case kind::disjunction: return joined(node);
        case kind::least:
        case kind::largest: return extreme(node);
        case kind::choice: return choice(node);
        case kind::negative:
        case kind::negation:
        case kind::round:
        case kind::floor:
        case kind::ceil: break;
    }
    return one_operand(node);
}

formula_value formula_evaluator::sum(const formula_node& node) {
    formula_value out;
    for (const formula_operand& each : tree_.operands_of(node)) {
        formula_value term = value_of(each.node);
        if (term.divided_by_zero) return term;
        if (each.before == formula_operator::none) {
            out = std::move(term);
            continue;
        }
        out.may_divide_by_zero = out.may_divide_by_zero || term.may_divide_by_zero;
        out.value = each.before == formula_operator::plus ? out.value + term.value : out.value - term.value;
    }
    return out;
}

formula_value formula_evaluator::product(const formula_node& node) {
    formula_value out;
    for (const formula_operand& each : tree_.operands_of(node)) {
        formula_value factor = value_of(each.node);
        if (factor.divided_by_zero) return factor;
        if (each.before == formula_operator::none) {
            out = std::move(factor);
            continue;
        }
        out.may_divide_by_zero = out.may_divide_by_zero || factor.may_divide_by_zero;
        if (each.before == formula_operator::times) {
            out.value = out.value * factor.value;
        } else {
            divide(out, factor, each.node);
            if (out.divided_by_zero) return out;
        }
    }
    return out;
}

void formula_evaluator::divide(formula_value& dividend, const formula_value& divisor,
                               std::uint32_t divisor_node) const {
    if (divisor.value.contains(0)) {
        if (divisor.value.is_point()) {
            dividend = without_value();
            return;
        }
        if (!is_assumed_not_zero(divisor_node)) dividend.may_divide_by_zero = true;
    }
    dividend.value = dividend.value / divisor.value;
}

formula_value formula_evaluator::comparison(const formula_node& node) {
    const std::span<const formula_operand> operands = tree_.operands_of(node);
    formula_value left = value_of(operands[0].node);
    if (left.divided_by_zero) return left;
    const formula_value right = value_of(operands[1].node);
    if (right.divided_by_zero) return right;
    left.may_divide_by_zero = left.may_divide_by_zero || right.may_divide_by_zero;
    left.value = truth(compare(left.value, operands[1].before, right.value));
    return left;
}

formula_value formula_evaluator::extreme(const formula_node& node) {
    formula_value out;
    bool first = true;
    for (const formula_operand& each : tree_.operands_of(node)) {
        formula_value next = value_of(each.node);
        if (next.divided_by_zero) return next;
        if (std::exchange(first, false)) {
            out = std::move(next);
            continue;
        }
        out.may_divide_by_zero = out.may_divide_by_zero || next.may_divide_by_zero;
        out.value = node.kind == kind::least ? smaller(out.value, next.value) : -smaller(-out.value, -next.value);
    }
    return out;
}

formula_value formula_evaluator::one_operand(const formula_node& node) {
    formula_value out = value_of(tree_.operands_of(node)[0].node);
    if (out.divided_by_zero) return out;
    switch (node.kind) {
        case kind::negative: out.value = -out.value; break;
        case kind::negation: out.value = truth(opposite(holds(out.value))); break;
        case kind::floor: out.value = rounded_ends(out.value, 0, rounding_mode::floor); break;
        case kind::ceil: out.value = rounded_ends(out.value, 0, rounding_mode::ceiling); break;
        default: out.value = rounded_ends(out.value, static_cast<int>(node.index), rounding_mode::half_up); break;
    }
    return out;
}

formula_value formula_evaluator::joined(const formula_node& node) {
    const bool deciding = node.kind == kind::disjunction;  // one such part decides the whole
    const std::size_t assumed = not_zero_.size();
    formula_value out;
    bool open = false;
    std::optional<bool> known = !deciding;
    for (const formula_operand& each : tree_.operands_of(node)) {
        const formula_value part = value_of(each.node);
        if (part.divided_by_zero) {
            if (!open) return part;  // nothing was assumed then
            // Whether it comes to this part depends on those that are open.
            out.may_divide_by_zero = true;
            break;
        }
        out.may_divide_by_zero = out.may_divide_by_zero || part.may_divide_by_zero;
        const std::optional<bool> holding = holds(part.value);
        if (holding == deciding) {
            known = deciding;
            open = false;
            break;
        }
        if (!holding) {
            open = true;
            assume(each.node, !deciding);  // the parts behind it count only where it decides nothing
        }
    }
    not_zero_.resize(assumed);
    out.value = truth(open ? std::nullopt : known);
    return out;
}

formula_value formula_evaluator::choice(const formula_node& node) {
    const std::span<const formula_operand> operands = tree_.operands_of(node);
    const formula_value condition = value_of(operands[0].node);
    if (condition.divided_by_zero) return condition;
    const auto branch = [&](bool taken) { return value_of(operands[taken ? 1 : 2].node); };
    if (const std::optional<bool> known = holds(condition.value)) {
        formula_value out = branch(*known);
        if (!out.divided_by_zero && condition.may_divide_by_zero) out.may_divide_by_zero = true;
        return out;
    }
    const std::size_t assumed = not_zero_.size();
    const auto assumed_branch = [&](bool taken) {
        assume(operands[0].node, taken);
        formula_value out = branch(taken);
        not_zero_.resize(assumed);
        return out;
    };
    formula_value yes = assumed_branch(true);
    formula_value no = assumed_branch(false);
    if (yes.divided_by_zero && no.divided_by_zero) return yes;
    const bool may = condition.may_divide_by_zero || yes.divided_by_zero || no.divided_by_zero ||
                     yes.may_divide_by_zero || no.may_divide_by_zero;
    formula_value out;
    out.value = yes.divided_by_zero ? no.value : no.divided_by_zero ? yes.value : hull(yes.value, no.value);
    out.may_divide_by_zero = may;
    return out;
}

void formula_evaluator::assume(std::uint32_t condition, bool holding) {
    const formula_node& node = tree_.nodes[condition];
    const std::span<const formula_operand> operands = tree_.operands_of(node);
    if (node.kind == kind::negation) return assume(operands[0].node, !holding);
    if (node.kind == (holding ? kind::conjunction : kind::disjunction)) {
        for (const formula_operand& each : operands) assume(each.node, holding);
        return;
    }
    if (node.kind != kind::comparison) return;
    const range zero{ratio(0)};
    const auto literal = [this](const formula_operand& each) -> const ratio* {
        const formula_node& part = tree_.nodes[each.node];
        return part.kind == kind::number ? &tree_.numbers[part.index] : nullptr;
    };
    // "x > 0": what 0 in the place of x would make of the comparison, x is not if that is the opposite.
    if (const ratio* const right = literal(operands[1])) {
        if (compare(zero, operands[1].before, *right) != holding) not_zero_.push_back(operands[0].node);
    } else if (const ratio* const left = literal(operands[0])) {
        if (compare(*left, operands[1].before, zero) != holding) not_zero_.push_back(operands[1].node);
    }
}

bool formula_evaluator::is_assumed_not_zero(std::uint32_t node) const {
    return std::any_of(not_zero_.begin(), not_zero_.end(), [&](std::uint32_t each) { return same(each, node); });
}

bool formula_evaluator::same(std::uint32_t a, std::uint32_t b) const {
    const formula_node& left = tree_.nodes[a];
    const formula_node& right = tree_.nodes[b];
    if (left.kind != right.kind || left.count != right.count) return false;
    if (left.kind == kind::number) return tree_.numbers[left.index] == tree_.numbers[right.index];
    if (left.index != right.index) return false;
    const std::span<const formula_operand> ours = tree_.operands_of(left);
    const std::span<const formula_operand> theirs = tree_.operands_of(right);
    return std::equal(ours.begin(), ours.end(), theirs.begin(),
                      [this](const formula_operand& one, const formula_operand& other) {
                          return one.before == other.before && same(one.node, other.node);
                      });
}

}  // namespace parindex::inline v0
