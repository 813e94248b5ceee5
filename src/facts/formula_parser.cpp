// Recursive descent. The depth is bounded by the brackets, which are counted; chains are loops. The first problem is
// kept and the rest of the text is taken as if it had ended there, so that every loop stops by itself.
#include "facts/formula_parser.hpp"

#include "facts/formula_tokens.hpp"
#include "facts/formula_words.hpp"
#include "parindex/numeric/number_text.hpp"
#include "parindex/support/limits.hpp"
#include "parindex/text/nearest_word.hpp"
#include "parindex/text/utf8.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

namespace parindex::inline v0 {

static_assert(limits::formula_bytes <= 0xFFFF, "places in a formula have 16 bits");

namespace {

using kind = formula_token_kind;
using node_kind = formula_node_kind;

formula_operator operator_of(kind token) noexcept {
    switch (token) {
        case kind::plus: return formula_operator::plus;
        case kind::minus: return formula_operator::minus;
        case kind::times: return formula_operator::times;
        case kind::over: return formula_operator::over;
        case kind::equal: return formula_operator::equal;
        case kind::not_equal: return formula_operator::not_equal;
        case kind::less: return formula_operator::less;
        case kind::less_equal: return formula_operator::less_equal;
        case kind::greater: return formula_operator::greater;
        case kind::greater_equal: return formula_operator::greater_equal;
        default: return formula_operator::none;
    }
}

bool is_comparison(kind token) noexcept {
    return operator_of(token) >= formula_operator::equal;
}

node_kind kind_of_function(std::string_view name) noexcept {
    if (name == "min") return node_kind::least;
    if (name == "max") return node_kind::largest;
    if (name == "round") return node_kind::round;
    if (name == "floor") return node_kind::floor;
    return name == "ceil" ? node_kind::ceil : node_kind::choice;
}

class parser {
public:
    explicit parser(std::string_view text) : text_(text), token_(next_formula_token(text, 0)) { tree_.text = text; }

    /// @return whether the text is a formula
    bool run() {
        disjunction();
        if (token_.kind != kind::end) expect_behind(" or the end of the formula");
        return !problem_;
    }

    [[nodiscard]] formula_tree take() && { return std::move(tree_); }

    /// @pre !run()
    [[nodiscard]] diagnostic problem(const source_position& where) && {
        return {problem_->code, severity::error, place_in_formula(text_, problem_->offset, where), "",
                std::move(problem_->message)};
    }

private:
    struct finding {
        error_code code;
        std::size_t offset;
        std::string message;
    };

    // Findings

    void fail(std::size_t offset, std::string message, error_code code = error_code::formula_syntax) {
        if (!problem_) problem_ = {code, offset, std::move(message)};
        token_ = {kind::end, text_.size(), text_.size(), {}};
    }

    /// "expected ..., not what stands there".
    void expect(const std::string& what, std::string_view hint = {}) {
        const std::string_view found = token_.of(text_);
        std::string message = "expected " + what + ", not ";
        message += token_.kind == kind::end ? "the end of the formula" : quoted(found);
        // A sign that few fonts tell from another is named by its number too.
        const decoded_code_point first = decode_utf8(found, 0);
        if (first.value >= 0x80 && first.size == found.size()) message += " (" + code_point_name(first.value) + ')';
        if (hint.empty()) hint = token_.hint;
        if (!hint.empty()) message.append("; ").append(hint);
        fail(token_.begin, std::move(message));
    }

    void expect_operand() {
        if (token_.kind == kind::percent) return expect(operand_words, "\"%\" stands behind a number");
        expect(operand_words);
    }

    /// Behind a complete part, where neither an operator nor `closing` stands.
    void expect_behind(const std::string& closing) {
        std::string_view hint;
        if (token_.kind == kind::percent) hint = "\"%\" stands behind a number";
        if (is_comparison(token_.kind)) hint = "comparisons are joined by \"and\": a < b and b < c";
        if (token_.kind == kind::comma && decimal_comma_) hint = decimal_hint;
        expect("an operator" + closing, hint);
    }

    // Tokens

    void advance() {
        const formula_token last = token_;
        token_ = next_formula_token(text_, last.end);
        // "0,5": what would be a number elsewhere.
        decimal_comma_ = last.kind == kind::number && token_.kind == kind::comma && token_.begin == last.end &&
                         token_.end < text_.size() && text_[token_.end] >= '0' && text_[token_.end] <= '9';
        previous_end_ = last.end;
    }

    bool accept(kind wanted) {
        if (token_.kind != wanted) return false;
        advance();
        return true;
    }

    // Nodes

    [[nodiscard]] static std::uint16_t place(std::size_t offset) noexcept { return static_cast<std::uint16_t>(offset); }

    formula_operand add(node_kind what, std::size_t begin, std::size_t end, std::uint32_t index = 0) {
        tree_.nodes.push_back({what, place(begin), place(end), index, 0, 0});
        return {tree_.root(), formula_operator::none, place(begin), place(end)};
    }

    formula_operand add(node_kind what, std::size_t begin, std::size_t end,
                        const std::vector<formula_operand>& operands) {
        const formula_operand out = add(what, begin, end);
        tree_.nodes.back().first = static_cast<std::uint32_t>(tree_.operands.size());
        tree_.nodes.back().count = static_cast<std::uint32_t>(operands.size());
        tree_.operands.insert(tree_.operands.end(), operands.begin(), operands.end());
        return out;
    }

    /// A chain: operands of the next higher rank with operators of this one between them.
    template <class Operand, class Continues>
    formula_operand chain(node_kind what, Operand operand, Continues continues) {
        const formula_operand first = (this->*operand)();
        if (!continues(token_.kind)) return first;
        std::vector<formula_operand> operands{first};
        while (continues(token_.kind)) {
            const formula_operator before = operator_of(token_.kind);
            advance();
            operands.push_back((this->*operand)());
            operands.back().before = before;
        }
        return add(what, first.begin, operands.back().end, operands);
    }

    // The grammar of formula.hpp, rule by rule

    formula_operand disjunction() {
        return chain(node_kind::disjunction, &parser::conjunction, [](kind each) { return each == kind::word_or; });
    }

    formula_operand conjunction() {
        return chain(node_kind::conjunction, &parser::negation, [](kind each) { return each == kind::word_and; });
    }

    formula_operand negation() {
        const std::size_t begin = token_.begin;
        if (!accept(kind::word_not)) return comparison();
        const formula_operand operand = comparison();
        return add(node_kind::negation, begin, operand.end, {operand});
    }

    formula_operand comparison() {
        const formula_operand left = sum();
        if (!is_comparison(token_.kind)) return left;
        const formula_operator before = operator_of(token_.kind);
        advance();
        formula_operand right = sum();
        right.before = before;
        return add(node_kind::comparison, left.begin, right.end, {left, right});
    }

    formula_operand sum() {
        return chain(node_kind::sum, &parser::product,
                     [](kind each) { return each == kind::plus || each == kind::minus; });
    }

    formula_operand product() {
        return chain(node_kind::product, &parser::factor,
                     [](kind each) { return each == kind::times || each == kind::over; });
    }

    formula_operand factor() {
        const std::size_t begin = token_.begin;
        if (!accept(kind::minus)) return primary();
        const formula_operand operand = primary();
        return add(node_kind::negative, begin, operand.end, {operand});
    }

    formula_operand primary() {
        switch (token_.kind) {
            case kind::number: return number();
            case kind::name: return named();
            case kind::open: return bracket();
            default: expect_operand(); return {};
        }
    }

    formula_operand number() {
        const formula_token token = token_;
        const std::string_view written = token.of(text_);
        const parsed_decimal parsed = parse_decimal(written);
        if (!parsed.ok()) {
            fail(token.begin + parsed.position, std::string("expected ") + parsed.expected + " in " + quoted(written));
            return {};
        }
        advance();
        ratio value = parsed.value;
        if (accept(kind::percent)) value /= 100;
        tree_.numbers.push_back(std::move(value));
        return add(node_kind::number, token.begin, previous_end_, static_cast<std::uint32_t>(tree_.numbers.size() - 1));
    }

    formula_operand named() {
        const formula_token token = token_;
        const std::string_view name = token.of(text_);
        advance();
        const formula_function* const function = find_formula_function(name);
        if (token_.kind == kind::open) {
            if (function != nullptr) return call(token, *function);
            unknown_function(token.begin, name);
            return {};
        }
        if (name == "max") {
            tree_.reads_maximum = true;
            return add(node_kind::maximum, token.begin, token.end);
        }
        if (function != nullptr) {
            expect("\"(\" behind " + quoted(name));
            return {};
        }
        const auto [entry, added] = known_.try_emplace(name, static_cast<std::uint32_t>(known_.size()));
        if (added) tree_.names.emplace_back(name);
        return add(node_kind::fact, token.begin, token.end, entry->second);
    }

    void unknown_function(std::size_t begin, std::string_view name) {
        std::vector<std::string_view> names;
        std::string list;
        for (const formula_function& each : formula_functions) {
            names.push_back(each.name);
            list += (list.empty() ? "" : ", ") + quoted(each.name);
        }
        const std::string_view nearest = nearest_word(name, names);
        fail(begin, "expected a function (" + list + "), not " + quoted(name) +
                        (nearest.empty() ? "" : "; did you mean " + quoted(nearest) + '?'));
    }

    /// At an opening bracket: whether there may be another one within those that are open.
    bool open_bracket() {
        if (depth_ == limits::formula_depth) {
            fail(token_.begin,
                 "brackets within brackets are more than " + std::to_string(limits::formula_depth) + " deep",
                 error_code::formula_too_large);
            return false;
        }
        ++depth_;
        advance();
        return true;
    }

    formula_operand bracket() {
        const std::size_t begin = token_.begin;
        if (!open_bracket()) return {};
        formula_operand inner = disjunction();
        if (token_.kind != kind::close) expect_behind(" or \")\"");
        --depth_;
        advance();
        inner.begin = place(begin);
        inner.end = place(previous_end_);
        return inner;
    }

    formula_operand call(const formula_token& name, const formula_function& function) {
        if (!open_bracket()) return {};
        std::vector<formula_operand> arguments;
        bool decimal_comma = false;
        do {
            arguments.push_back(disjunction());
            decimal_comma = decimal_comma || decimal_comma_;
        } while (accept(kind::comma));
        if (token_.kind != kind::close) expect_behind(", \",\" or \")\"");
        --depth_;
        advance();
        if (problem_) return {};
        if (arguments.size() < function.least || (function.most != 0 && arguments.size() > function.most)) {
            wrong_count(name.begin, function, arguments.size(), decimal_comma);
            return {};
        }
        if (function.name == "round") return rounding(name, arguments);
        return add(kind_of_function(function.name), name.begin, previous_end_, arguments);
    }

    void wrong_count(std::size_t begin, const formula_function& function, std::size_t count, bool decimal_comma) {
        std::string message = quoted(function.name) + " takes ";
        if (function.most == 0) message += "at least ";
        message += std::to_string(function.least) + (function.least == 1 ? " argument" : " arguments") + ", not " +
                   std::to_string(count);
        if (decimal_comma && count > function.most) message.append("; ").append(decimal_hint);
        fail(begin, std::move(message));
    }

    formula_operand rounding(const formula_token& name, const std::vector<formula_operand>& arguments) {
        const formula_operand& places = arguments[1];
        const formula_node& node = tree_.nodes[places.node];
        const std::string_view written = tree_.text_of(node);
        const bool literal = node.kind == node_kind::number && !written.ends_with('%');
        const ratio value = literal ? tree_.numbers[node.index] : ratio(-1);
        if (!value.is_integer() || value < 0 || value > decimal::max_scale) {
            fail(places.begin, "expected the places of \"round\" as a whole number from 0 to 18, not " +
                                   quoted(text_.substr(places.begin, std::size_t{places.end} - places.begin)));
            return {};
        }
        formula_operand out = add(node_kind::round, name.begin, previous_end_, {arguments[0]});
        tree_.nodes.back().index = static_cast<std::uint32_t>(value.exact_decimal()->normalized().coefficient());
        return out;
    }

    static constexpr const char* operand_words = "a number, a name or \"(\"";
    static constexpr std::string_view decimal_hint = "a decimal is written with a point, as 0.5";

    std::string_view text_;
    formula_token token_;
    std::size_t previous_end_ = 0;
    bool decimal_comma_ = false;
    std::size_t depth_ = 0;
    std::unordered_map<std::string_view, std::uint32_t> known_;  // names and their indexes
    formula_tree tree_;
    std::optional<finding> problem_;
};

}  // namespace

result<formula_tree> parse_formula(std::string_view text, const source_position& where) {
    if (text.size() > limits::formula_bytes) {
        return diagnostics{{error_code::formula_too_large, severity::error, place_in_formula(text, 0, where), "",
                            "a formula has at most " + std::to_string(limits::formula_bytes) + " bytes, not " +
                                std::to_string(text.size())}};
    }
    parser reading(text);
    if (!reading.run()) return diagnostics{std::move(reading).problem(where)};
    return std::move(reading).take();
}

source_position place_in_formula(std::string_view text, std::size_t offset, const source_position& where) {
    source_position out = where;
    out.column = code_point_column(text, offset) + (where.column == 0 ? 0 : where.column - 1);
    return out;
}

}  // namespace parindex::inline v0
