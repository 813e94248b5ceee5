#include "parindex/facts/formula.hpp"

#include "facts/formula_evaluator.hpp"
#include "facts/formula_parser.hpp"
#include "facts/formula_tree.hpp"
#include "facts/formula_types.hpp"
#include "facts/formula_whole_numbers.hpp"

#include <gsl/assert>

#include <cstddef>
#include <cstdint>

namespace parindex::inline v0 {

struct formula::contents : formula_tree {};

namespace {

/// Whether "-2" in the place of a name that stands at `offset` would run into an operator: "3 - -2".
bool needs_brackets(std::string_view text, std::size_t offset, std::string_view shown) {
    if (!shown.starts_with('-')) return false;
    const std::size_t before = text.substr(0, offset).find_last_not_of(" \t\r\n");
    return before != std::string_view::npos && std::string_view("+-*/").find(text[before]) != std::string_view::npos;
}

void collect_failed(const formula_tree& tree, std::uint32_t index, formula_evaluator& evaluator,
                    std::vector<std::string>& out) {
    const formula_node& node = tree.nodes[index];
    if (node.kind == formula_node_kind::conjunction) {
        for (const formula_operand& each : tree.operands_of(node)) collect_failed(tree, each.node, evaluator, out);
        return;
    }
    const formula_value part = evaluator.value_of(index);
    // Behind a part that fails there may be one that has no value for that very reason.
    if (part.divided_by_zero || part.may_divide_by_zero) return;
    if (holds(part.value) == false) out.emplace_back(tree.text_of(node));
}

}  // namespace

result<formula> formula::parse(std::string_view text, const source_position& where) {
    result<formula_tree> parsed = parse_formula(text, where);
    if (!parsed) return std::move(parsed).error();
    return formula(std::make_shared<const contents>(contents{*std::move(parsed)}));
}

const std::string& formula::text() const noexcept {
    return data_->text;
}

std::span<const std::string> formula::names() const noexcept {
    return data_->names;
}

bool formula::reads_maximum() const noexcept {
    return data_->reads_maximum;
}

result<formula_type> formula::check(std::span<const fact_declaration> facts, const source_position& where) const {
    return check_formula(*data_, facts, where);
}

bool formula::gives_whole_numbers(std::span<const fact_declaration> facts) const {
    return parindex::gives_whole_numbers(*data_, facts);
}

formula_value formula::evaluate(std::span<const range> values, const ratio& maximum) const {
    Expects(values.size() == data_->names.size());
    return formula_evaluator(*data_, values, maximum).value_of(data_->root());
}

std::string formula::substituted(std::span<const std::string> shown, std::string_view maximum) const {
    Expects(shown.size() == data_->names.size());
    const std::string_view text = data_->text;
    std::string out;
    std::size_t copied = 0;
    for (const formula_node& node : data_->nodes) {  // names stand among the nodes in the order of the text
        const bool is_fact = node.kind == formula_node_kind::fact;
        if (!is_fact && node.kind != formula_node_kind::maximum) continue;
        const std::string_view value = is_fact ? std::string_view(shown[node.index]) : maximum;
        const bool brackets = needs_brackets(text, node.begin, value);
        out.append(text.substr(copied, node.begin - copied)).append(brackets ? "(" : "");
        out.append(value).append(brackets ? ")" : "");
        copied = node.end;
    }
    return out.append(text.substr(copied));
}

std::vector<std::string> formula::failed(std::span<const range> values, const ratio& maximum) const {
    Expects(values.size() == data_->names.size());
    formula_evaluator evaluator(*data_, values, maximum);
    const formula_value whole = evaluator.value_of(data_->root());
    std::vector<std::string> out;
    if (whole.divided_by_zero || whole.may_divide_by_zero || holds(whole.value) != false) return out;
    collect_failed(*data_, data_->root(), evaluator, out);
    return out;
}

}  // namespace parindex::inline v0
