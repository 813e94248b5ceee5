#include "facts/formula_whole_numbers.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

namespace {

using kind = formula_node_kind;

bool is_whole_fact(std::string_view name, std::span<const fact_declaration> facts) {
    const auto found =
        std::find_if(facts.begin(), facts.end(), [name](const fact_declaration& each) { return each.name == name; });
    return found != facts.end() && (found->kind == fact_kind::count || found->kind == fact_kind::date);
}

}  // namespace

bool gives_whole_numbers(const formula_tree& tree, std::span<const fact_declaration> facts) {
    std::vector<bool> whole;  // by node; operands stand before what takes them
    whole.reserve(tree.nodes.size());
    for (const formula_node& node : tree.nodes) {
        const std::span<const formula_operand> operands = tree.operands_of(node);
        const auto is_whole = [&whole](const formula_operand& each) { return whole[each.node]; };
        switch (node.kind) {
            case kind::number: whole.push_back(tree.numbers[node.index].is_integer()); break;
            case kind::fact: whole.push_back(is_whole_fact(tree.names[node.index], facts)); break;
            case kind::floor:
            case kind::ceil: whole.push_back(true); break;
            case kind::round: whole.push_back(node.index == 0 || is_whole(operands[0])); break;
            case kind::negative:
            case kind::sum:
            case kind::least:
            case kind::largest: whole.push_back(std::all_of(operands.begin(), operands.end(), is_whole)); break;
            case kind::product:
                whole.push_back(std::all_of(operands.begin(), operands.end(), [&](const formula_operand& each) {
                    return is_whole(each) && each.before != formula_operator::over;
                }));
                break;
            case kind::choice: whole.push_back(is_whole(operands[1]) && is_whole(operands[2])); break;
            case kind::maximum:
            case kind::comparison:
            case kind::negation:
            case kind::conjunction:
            case kind::disjunction: whole.push_back(false); break;
        }
    }
    return whole.back();
}

}  // namespace parindex::inline v0
