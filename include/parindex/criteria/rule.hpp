/// @file
/// Rules (quy tắc chấm điểm): how the facts of a unit become the points of a criterion. Plain data; seven forms carry
/// what real criteria sets do, and each may stand within another.
#pragma once

#include "parindex/facts/fact.hpp"
#include "parindex/facts/formula.hpp"
#include "parindex/numeric/rounding.hpp"
#include "parindex/support/diagnostic.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace parindex::inline v0 {

struct rule;
/// Same form with the same members, and the same label; wherever it was read.
[[nodiscard]] bool operator==(const rule& a, const rule& b);

/// A number of points, or a share of the maximum of the criterion ("50%").
struct rule_points {
    decimal value;
    bool percent = false;  ///< `value` hundredths of the maximum.

    [[nodiscard]] ratio of(const ratio& maximum) const {
        return percent ? maximum * ratio(value, decimal(100)) : ratio(value);
    }
    friend bool operator==(const rule_points&, const rule_points&) = default;
};

/// A value that facts are held against: a number, a percentage or a date.
struct threshold {
    decimal value;
    bool percent = false;     ///< `value` hundredths.
    std::optional<date> day;  ///< Complete; then `value` says nothing.

    [[nodiscard]] ratio worth() const;
    friend bool operator==(const threshold&, const threshold&) = default;
};

/// "80%", "15.5" or "2021-12-31".
[[nodiscard]] std::string to_string(const threshold& value);

/// What follows from a case: points, or the points of a rule within the rule.
struct rule_outcome {
    rule_points points;
    std::vector<rule> within;  ///< One rule, or none.

    friend bool operator==(const rule_outcome& a, const rule_outcome& b);  // not here: a rule is not complete yet
};

/// Levels (các mức): the points of the level that a unit has reached. "Ban hành kịp thời 1; chậm 0,5; không ban hành
/// 0" (Cà Mau 2013, 1.1.1). Points may be below zero: "không ban hành −1" (Tiền Giang 2022).
struct levels_rule {
    /// What a level earns.
    struct level_case {
        std::string level;  ///< Code of a level of the fact.
        rule_outcome then;

        friend bool operator==(const level_case&, const level_case&) = default;
    };
    std::string fact;               ///< A level fact.
    std::vector<level_case> cases;  ///< One for each level of the fact.

    friend bool operator==(const levels_rule&, const levels_rule&) = default;
};

/// Cases (trường hợp): the first whose condition holds. "Đủ nhiệm vụ và bố trí kinh phí: 1, thiếu một trong hai: 0"
/// (Cà Mau 2013, 1.1.2); "không có đơn thư trong năm: điểm tối đa".
struct cases_rule {
    /// What follows where a condition holds.
    struct condition_case {
        formula condition;
        rule_outcome then;

        friend bool operator==(const condition_case&, const condition_case&) = default;
    };
    std::vector<condition_case> cases;  ///< At least one.
    rule_outcome otherwise;

    friend bool operator==(const cases_rule&, const cases_rule&) = default;
};

/// A share that cannot exceed 100 %.
enum class share_policy {
    none,    ///< The quantity may be anything.
    clamp,   ///< Above 100 % it counts as 100 %: work done early, more units inspected than planned.
    reject,  ///< Above 100 % the facts are refused.
};

/// "none", "clamp" or "reject".
[[nodiscard]] std::string_view to_string(share_policy policy) noexcept;

/// Steps (bậc thang): the points of the interval in which a quantity lies. "r > 90 %: 2; 70 % ≤ r ≤ 90 %: 1; r < 70 %:
/// 0" (Cà Mau 2013, 1.1.4); "từ 30 % trở lên: 1" (Tiền Giang 2022, 1.4.1): both conventions of the ends are real.
struct steps_rule {
    /// An interval, and what a value in it earns.
    struct step {
        std::optional<threshold> low;   ///< None: from below everything.
        std::optional<threshold> high;  ///< None: without end.
        bool low_included = true;
        bool high_included = false;
        rule_outcome then;

        [[nodiscard]] bool holds(const ratio& value) const;
        /// Whether an end that is not there would be included makes no difference.
        friend bool operator==(const step& a, const step& b);
    };
    formula of;
    share_policy share = share_policy::none;
    std::vector<step> steps;  ///< At least one; every value lies in exactly one.

    friend bool operator==(const steps_rule&, const steps_rule&) = default;
};

/// Linear (tỷ lệ thuận): start + points · (quantity − from) / per. "r ≥ 80 %: r · M; r < 80 %: 0" (Tiền Giang 2022);
/// "0,5 điểm mỗi văn bản, tối đa 2" (Phú Thọ 2025, 3.2); "10 + 0,5 cho mỗi 100 người tăng thêm, tối đa 35".
struct linear_rule {
    /// Where proportion ends (ngưỡng).
    struct cliff {
        threshold below;     ///< A quantity below it ...
        rule_points points;  ///< ... earns this, whatever `least` and `most` are, and nothing in proportion.

        friend bool operator==(const cliff&, const cliff&) = default;
    };
    explicit linear_rule(formula quantity) : of(std::move(quantity)) {}

    formula of;
    share_policy share = share_policy::none;
    rule_points start;  ///< Points at `from`.
    threshold from;
    rule_points points;                    ///< Points for each `per`.
    threshold per{decimal(1), false, {}};  ///< Above zero.
    bool whole_units = false;              ///< Only whole `per` count, from `from` up or down; else in proportion.
    std::optional<cliff> fails;
    std::optional<rule_points> least;
    std::optional<rule_points> most;

    friend bool operator==(const linear_rule&, const linear_rule&) = default;
};

/// Weighted sum (tổng có trọng số): start + Σ points · quantity, all of the sum divided by `over`. "(b/a)·1 + (c/a)·
/// 0,5" (Tiền Giang 2022, 1.4.2); options of a survey at 100, 60, 20 and 0 %; "trừ 0,25 điểm mỗi báo cáo chậm", from a
/// start value with or without a floor.
struct weighted_sum_rule {
    /// A quantity and its weight.
    struct term {
        formula of;
        rule_points points;  ///< For each 1 of the quantity; below zero: a deduction.

        friend bool operator==(const term&, const term&) = default;
    };
    rule_points start;
    std::vector<term> terms;      ///< At least one.
    std::optional<formula> over;  ///< Divides the terms, not the start.
    /// Of the terms' quantities together, divided by `over`. Where that counts as 100 %, the quantities together take
    /// the place of `over`.
    share_policy share = share_policy::none;
    std::optional<rule_points> least;
    std::optional<rule_points> most;

    friend bool operator==(const weighted_sum_rule&, const weighted_sum_rule&) = default;
};

/// Combination (kết hợp): the sum, the best or the worst of several rules. "35 + trường hợp có điểm cao nhất".
struct combine_rule {
    enum class method { sum, best, worst };
    method how = method::sum;
    std::vector<rule> rules;  ///< At least one.
    std::optional<rule_points> least;
    std::optional<rule_points> most;

    friend bool operator==(const combine_rule& a, const combine_rule& b);
};

/// Formula (công thức): the points themselves. A fixed number, a value that an appraiser is free to give, or an
/// expression.
struct formula_rule {
    formula points;
    std::optional<rule_points> least;
    std::optional<rule_points> most;

    friend bool operator==(const formula_rule&, const formula_rule&) = default;
};

/// One rule of any form.
struct rule {
    std::variant<levels_rule, cases_rule, steps_rule, linear_rule, weighted_sum_rule, combine_rule, formula_rule> form;
    std::string label;  ///< What it measures, as documents print it; may be empty.
    source_position where;
};

/// The form of a rule: "levels", "cases", "steps", "linear", "weighted_sum", "combine" or "formula", as in the JSON
/// format.
[[nodiscard]] std::string_view kind_of(const rule& each) noexcept;

/// What follows where a rule, or a rule within it whose points are needed, divides by zero: "không có hồ sơ phát sinh".
/// It holds for the criterion as a whole, and is not rounded. Real sets do all of these. Facts that are refused are
/// refused also where another rule divides by zero.
enum class zero_denominator_policy {
    full,            ///< The maximum of the criterion.
    zero,            ///< No points.
    not_applicable,  ///< The criterion does not apply to the unit.
    error,           ///< The facts are refused.
};

/// "full", "zero", "not_applicable" or "error".
[[nodiscard]] std::string_view to_string(zero_denominator_policy policy) noexcept;

/// What follows where a mark lacks a fact.
enum class missing_fact_policy {
    open,   ///< The criterion is not scored yet: its points are a range.
    zero,   ///< The fact counts as 0, or as no; a note says so. Not for dates and levels.
    error,  ///< The mark is refused.
};

/// "open", "zero" or "error".
[[nodiscard]] std::string_view to_string(missing_fact_policy policy) noexcept;

/// What rules leave to the set as a whole; each may say otherwise.
struct rule_policies {
    std::optional<zero_denominator_policy> zero_denominator;  ///< None: no rule may divide by what can be zero.
    std::optional<missing_fact_policy> missing_fact;          ///< None: open.
    std::optional<rounding> points_rounding;                  ///< Of the points of a leaf; none: exact.

    /// What holds for a rule that says `own`.
    [[nodiscard]] rule_policies overridden_by(const rule_policies& own) const;
    friend bool operator==(const rule_policies&, const rule_policies&) = default;
};

/// The rule of a leaf with the facts that it reads.
struct scoring_rule {
    std::vector<fact_declaration> facts;
    rule points;
    rule_policies policies;
    source_position where;

    /// The declaration of a fact; null where there is none of that name.
    [[nodiscard]] const fact_declaration* find(std::string_view name) const noexcept;

    /// Wherever they were read.
    friend bool operator==(const scoring_rule& a, const scoring_rule& b) {
        return a.facts == b.facts && a.points == b.points && a.policies == b.policies;
    }
};

}  // namespace parindex::inline v0
