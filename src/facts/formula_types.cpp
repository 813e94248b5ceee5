#include "facts/formula_types.hpp"

#include "facts/formula_parser.hpp"
#include "parindex/text/nearest_word.hpp"
#include "support/finding_list.hpp"
#include "text/quoted.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace parindex::inline v0 {

namespace {

using kind = formula_node_kind;

/// The type of a part. Of a part with a finding nothing is said twice: it is of any type.
enum class part_type { any, number, condition, date };

std::string_view sign_of(formula_operator operation) noexcept {
    switch (operation) {
        case formula_operator::plus: return "+";
        case formula_operator::minus: return "-";
        case formula_operator::times: return "*";
        case formula_operator::over: return "/";
        case formula_operator::equal: return "=";
        case formula_operator::not_equal: return "!=";
        case formula_operator::less: return "<";
        case formula_operator::less_equal: return "<=";
        case formula_operator::greater: return ">";
        case formula_operator::greater_equal: return ">=";
        case formula_operator::none: break;
    }
    return "";
}

std::string_view word_of(kind function) noexcept {
    switch (function) {
        case kind::negation: return "not";
        case kind::conjunction: return "and";
        case kind::disjunction: return "or";
        case kind::least: return "min";
        case kind::largest: return "max";
        case kind::round: return "round";
        case kind::floor: return "floor";
        case kind::ceil: return "ceil";
        case kind::choice: return "if";
        default: return "-";
    }
}

std::string_view words_for(part_type type) noexcept {
    switch (type) {
        case part_type::condition: return "a condition";
        case part_type::date: return "a date";
        default: return "a number";
    }
}

class type_check {
public:
    type_check(const formula_tree& tree, std::span<const fact_declaration> facts, const source_position& where)
        : tree_(tree), where_(where), types_(tree.nodes.size()), reported_(tree.names.size()) {
        for (const fact_declaration& each : facts) {
            declared_.emplace(each.name, &each);
            words_.push_back(each.name);
        }
    }

    result<formula_type> run() {
        for (std::size_t index = 0; index < tree_.nodes.size(); ++index) {  // operands stand before what takes them
            types_[index] = type_of(tree_.nodes[index]);
        }
        if (!found_.empty()) return std::move(found_).take();
        switch (types_.back()) {
            case part_type::condition: return formula_type::condition;
            case part_type::date: return formula_type::date;
            default: return formula_type::number;
        }
    }

private:
    /// @param message  a function, so that findings that are only counted cost nothing
    template <class Message>
    void find(error_code code, std::size_t offset, Message message) {
        if (found_.full()) return found_.count(severity::error);
        found_.add(code, place_in_formula(tree_.text, offset, where_), "", message());
    }

    /// "the fact "a" is a date", or the same of any other part.
    [[nodiscard]] std::string described(const formula_operand& operand) const {
        const formula_node& node = tree_.nodes[operand.node];
        return (node.kind == kind::fact ? "the fact " : "") + quoted(tree_.text_of(node)) + " is " +
               std::string(words_for(types_[operand.node]));
    }

    /// Whether an operand is what `taker` takes; a finding if it is not.
    bool require(const formula_operand& operand, part_type wanted, std::string_view taker, std::string_view takes,
                 std::string_view hint = {}) {
        const part_type given = types_[operand.node];
        if (given == part_type::any || given == wanted) return true;
        find(error_code::formula_type_mismatch, operand.begin, [&] {
            std::string message =
                '"' + std::string(taker) + "\" takes " + std::string(takes) + ": " + described(operand);
            if (!hint.empty()) message.append("; ").append(hint);
            return message;
        });
        return false;
    }

    part_type require_each(const formula_node& node, part_type wanted, std::string_view takes) {
        for (const formula_operand& each : tree_.operands_of(node)) require(each, wanted, word_of(node.kind), takes);
        return wanted;
    }

    part_type type_of(const formula_node& node) {
        switch (node.kind) {
            case kind::number:
            case kind::maximum: return part_type::number;
            case kind::fact: return fact_type(node);
            case kind::sum: return sum_type(node);
            case kind::product: return product_type(node);
            case kind::comparison: return comparison_type(node);
            case kind::negation: return require_each(node, part_type::condition, "a condition");
            case kind::conjunction:
            case kind::disjunction: return require_each(node, part_type::condition, "conditions");
            case kind::choice: return choice_type(node);
            case kind::least:
            case kind::largest: return require_each(node, part_type::number, "numbers");
            case kind::negative:
            case kind::round:
            case kind::floor:
            case kind::ceil: break;
        }
        return require_each(node, part_type::number, "a number");
    }

    part_type fact_type(const formula_node& node) {
        const std::string& name = tree_.names[node.index];
        const auto found = declared_.find(name);
        if (found == declared_.end()) {
            if (!reported_[node.index])
                find(error_code::unknown_fact, node.begin, [&] { return unknown_message(name); });
            reported_[node.index] = true;
            return part_type::any;
        }
        switch (found->second->kind) {
            case fact_kind::count:
            case fact_kind::number:
            case fact_kind::percent: return part_type::number;
            case fact_kind::date: return part_type::date;
            case fact_kind::yes_no: return part_type::condition;
            case fact_kind::level: break;
        }
        if (!reported_[node.index]) {
            find(error_code::formula_type_mismatch, node.begin, [&] {
                return "expected a fact that is a number, a date or a yes or no: the fact " + quoted(name) +
                       " is a level, which a formula cannot read";
            });
        }
        reported_[node.index] = true;
        return part_type::any;
    }

    [[nodiscard]] std::string unknown_message(const std::string& name) const {
        const std::string_view nearest = nearest_word(name, words_);
        return "expected a declared fact, not " + quoted(name) +
               (nearest.empty() ? "" : "; did you mean " + quoted(nearest) + '?');
    }

    /// Numbers; or a date minus a date, which is a number of days and may be the start of a longer chain.
    part_type sum_type(const formula_node& node) {
        const std::span<const formula_operand> operands = tree_.operands_of(node);
        const auto is_date = [this](const formula_operand& each) { return types_[each.node] == part_type::date; };
        std::size_t next = 0;
        if (is_date(operands[0]) && operands[1].before == formula_operator::minus &&
            (is_date(operands[1]) || types_[operands[1].node] == part_type::any)) {
            next = 2;
        }
        for (; next < operands.size(); ++next) {
            const formula_operator sign = operands[next == 0 ? 1 : next].before;
            require(operands[next], part_type::number, sign_of(sign), "numbers",
                    is_date(operands[next]) ? "of dates there is only the difference of two, in days: (a - b)" : "");
        }
        return part_type::number;
    }

    part_type product_type(const formula_node& node) {
        const std::span<const formula_operand> operands = tree_.operands_of(node);
        for (std::size_t index = 0; index < operands.size(); ++index) {
            require(operands[index], part_type::number, sign_of(operands[index == 0 ? 1 : index].before), "numbers");
        }
        return part_type::number;
    }

    part_type comparison_type(const formula_node& node) {
        const formula_operand& left = tree_.operands_of(node)[0];
        const formula_operand& right = tree_.operands_of(node)[1];
        const std::string_view sign = sign_of(right.before);
        bool comparable = true;
        for (const formula_operand* each : {&left, &right}) {
            if (types_[each->node] != part_type::condition) continue;
            comparable = false;
            require(*each, part_type::number, sign, "numbers or dates",
                    "a condition stands for itself, or behind \"not\"");
        }
        const part_type first = types_[left.node];
        const part_type second = types_[right.node];
        if (comparable && first != second && first != part_type::any && second != part_type::any) {
            find(error_code::formula_type_mismatch, right.begin, [&] {
                return '"' + std::string(sign) +
                       "\" compares numbers with numbers and dates with dates: " + described(left) + ", " +
                       described(right);
            });
        }
        return part_type::condition;
    }

    part_type choice_type(const formula_node& node) {
        const std::span<const formula_operand> operands = tree_.operands_of(node);
        require(operands[0], part_type::condition, "if", "a condition first");
        const part_type yes = types_[operands[1].node];
        const part_type no = types_[operands[2].node];
        if (yes == part_type::any) return no;
        if (no == part_type::any || yes == no) return yes;
        find(error_code::formula_type_mismatch, operands[2].begin, [&] {
            return "both values of \"if\" are of one type: " + described(operands[1]) + ", " + described(operands[2]);
        });
        return part_type::any;
    }

    const formula_tree& tree_;
    const source_position& where_;
    std::unordered_map<std::string_view, const fact_declaration*> declared_;
    std::vector<std::string_view> words_;
    std::vector<part_type> types_;  // by node
    std::vector<bool> reported_;    // by name: a fact that cannot be read is found once, however often it is used
    finding_list found_;
};

}  // namespace

result<formula_type> check_formula(const formula_tree& tree, std::span<const fact_declaration> facts,
                                   const source_position& where) {
    return type_check(tree, facts, where).run();
}

}  // namespace parindex::inline v0
