/// @file
/// Formulas (công thức): exact expressions over named facts.
///
///     formula     = disjunction
///     disjunction = conjunction {"or" conjunction}
///     conjunction = negation {"and" negation}
///     negation    = ["not"] comparison
///     comparison  = sum [("=" | "!=" | "<" | "<=" | ">" | ">=") sum]
///     sum         = product {("+" | "-") product}
///     product     = factor {("*" | "/") factor}
///     factor      = ["-"] primary
///     primary     = number ["%"] | "max" | name | function "(" formula {"," formula} ")" | "(" formula ")"
///     function    = "min" | "max" | "round" | "floor" | "ceil" | "if"
///
/// `number` is that of number_text.hpp without its sign; `80%` is 0.8. `name` is that of a fact: is_fact_name(). `max`
/// without brackets is the maximum of the criterion. `min` and `max` take two numbers or more. `round(x, places)`
/// rounds a half away from zero, `places` being a whole number from 0 to 18 that is written out; `floor` and `ceil` go
/// to whole numbers; `if(condition, a, b)` is a or b. Blanks, tabs and line ends separate. Nothing is rounded that does
/// not say so.
///
/// `and`, `or` and `if` read from left to right and only what they need: `a != 0 and b / a > 0.5` and
/// `if(a = 0, 1, b / a)` never divide by zero.
#pragma once

#include "parindex/facts/fact.hpp"
#include "parindex/support/result.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parindex::inline v0 {

/// What a formula gives.
enum class formula_type { number, condition, date };

/// The value of a formula, or why it has none.
struct formula_value {
    /// Contains the value for every choice of the facts within their ranges that has one; a point if they are points. A
    /// fact that is read twice counts as two facts, so it may be wider than need be. Of a condition: 1 (it holds), 0
    /// (it does not), or [0, 1] while that is open.
    range value;
    bool divided_by_zero = false;  ///< It has no value, and `value` says nothing.
    /// While facts are missing: whether some value of them might divide by zero. Not where the divisor was compared
    /// with a number by the `if`, `and` or `or` around the division, so that it cannot be 0: `a > 0 and b / a > 0.5`.
    bool may_divide_by_zero = false;
};

/// A parsed formula. Immutable; copies share one tree. Recursion goes no deeper than limits::formula_depth brackets.
class formula {
public:
    /// @param text   the formula
    /// @param where  where the text begins
    /// @return the formula, or its first error: formula_syntax or formula_too_large. The column of that is where.column
    ///         plus the code points before it, and the column within the formula if `where` has none
    [[nodiscard]] static result<formula> parse(std::string_view text, const source_position& where = {});

    /// As it was written.
    [[nodiscard]] const std::string& text() const noexcept;
    /// The facts that it reads, each once, in the order of their first use.
    [[nodiscard]] std::span<const std::string> names() const noexcept;
    /// Whether it reads the maximum of the criterion.
    [[nodiscard]] bool reads_maximum() const noexcept;

    /// Checks names and types: numbers and conditions are never mixed (a yes_no fact is a condition, and conditions are
    /// not compared), dates are compared and subtracted only (which gives days), level facts cannot be read. All
    /// findings at once, up to limits::diagnostics: unknown_fact, formula_type_mismatch. A fact that cannot be read is
    /// found once.
    [[nodiscard]] result<formula_type> check(std::span<const fact_declaration> facts,
                                             const source_position& where = {}) const;

    /// Whether it gives whole numbers only, as far as its form shows it: counts and days, their sums, differences and
    /// products, and what is rounded to them. @pre check() found nothing
    [[nodiscard]] bool gives_whole_numbers(std::span<const fact_declaration> facts) const;

    /// @param values   by names(): what each fact is worth, or may be while it is missing
    /// @param maximum  of the criterion
    /// @pre values.size() == names().size(), and check() found nothing
    /// @throws error_code::ratio_too_large
    [[nodiscard]] formula_value evaluate(std::span<const range> values, const ratio& maximum) const;

    /// The formula with `shown` (by names()) in the place of its facts: "(5/7) * 1 + (1/7) * 0.5". `maximum` stands
    /// for "max". A negative number behind an operator is put in brackets: "3 - (-2)". @pre shown.size() ==
    /// names().size()
    [[nodiscard]] std::string substituted(std::span<const std::string> shown, std::string_view maximum) const;

    /// Of a condition that does not hold: those of the conditions it joins by "and" (also within brackets) that do not
    /// hold, as written; the whole of any other. Of one that holds, is open or may divide by zero: nothing.
    /// @pre as evaluate() @throws error_code::ratio_too_large
    [[nodiscard]] std::vector<std::string> failed(std::span<const range> values, const ratio& maximum) const;

    friend bool operator==(const formula& a, const formula& b) noexcept { return a.text() == b.text(); }

private:
    struct contents;
    explicit formula(std::shared_ptr<const contents> data) noexcept : data_(std::move(data)) {}

    std::shared_ptr<const contents> data_;
};

}  // namespace parindex::inline v0
