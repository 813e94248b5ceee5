/// @file
/// Facts (số liệu): what was found at a unit, by name. A criterion says which facts its rule reads; an assessment
/// gives them.
#pragma once

#include "parindex/facts/range.hpp"
#include "parindex/numeric/decimal.hpp"
#include "parindex/numeric/ratio.hpp"
#include "parindex/text/date.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace parindex::inline v0 {

/// What kind of thing a fact is.
enum class fact_kind {
    count,    ///< A whole number from 0.
    number,   ///< Any number within its bounds.
    percent,  ///< A percentage as it is printed: 91.17 is worth 0.9117 to a rule.
    date,     ///< A complete date; worth its day, so that dates are compared and their difference is in days.
    yes_no,   ///< Worth 1 or 0.
    level,    ///< One of the codes that are declared; read by levels only.
};

/// "count", "number", "percent", "date", "yes_no" or "level": the words of the JSON format.
[[nodiscard]] std::string_view to_string(fact_kind kind) noexcept;

/// Where a fact comes from.
enum class fact_source {
    mark,     ///< The mark of the leaf: what the unit, the appraiser or the survey found.
    context,  ///< Outside the unit: last year's value, the best of its peers, an index that others publish.
};

/// A value of a level fact.
struct fact_level {
    std::string code;
    std::string label;  ///< As documents print it; may be empty.

    friend bool operator==(const fact_level&, const fact_level&) = default;
};

/// A fact as the rule of a criterion declares it.
struct fact_declaration {
    std::string name;   ///< As formulas write it: a small letter, then small letters, digits and underscores.
    std::string label;  ///< As documents print it; may be empty.
    fact_kind kind = fact_kind::count;
    fact_source source = fact_source::mark;
    /// Bounds of a count, number or percent, in the unit it is entered in. None: 0 for a count, otherwise no bound.
    std::optional<decimal> least;
    std::optional<decimal> most;
    std::vector<fact_level> levels;  ///< Of a level fact: at least two.

    friend bool operator==(const fact_declaration&, const fact_declaration&) = default;
};

/// The value of a fact: a number (count, number, percent), a date, a yes or no, or the code of a level.
using fact_value = std::variant<decimal, date, bool, std::string>;

/// A fact as it was found.
struct fact {
    std::string name;
    fact_value value;

    friend bool operator==(const fact&, const fact&) = default;
};

/// Whether `name` can be written in a formula: a small ASCII letter, then small letters, digits and underscores, at
/// most limits::fact_name_bytes, and none of the words of the language (and, or, not, if, min, max, round, floor,
/// ceil).
[[nodiscard]] bool is_fact_name(std::string_view name) noexcept;

/// The value as a text of the strict forms: "7", "91.17", "2022-01-20", "yes", "no", or the code of the level.
[[nodiscard]] std::string to_string(const fact_value& value);

/// What is wrong with `value` as the value of `declared`: "expected a whole number from 0, not 2.5". Empty: nothing.
[[nodiscard]] std::string mismatch(const fact_value& value, const fact_declaration& declared);

/// What `value` is worth to a rule: the number, a hundredth of a percentage, 1 or 0 for yes or no, and for a date the
/// days since 0001-01-01 of the Gregorian calendar. @pre mismatch(value, declared).empty(), and it is no level
[[nodiscard]] ratio worth(const fact_value& value, const fact_declaration& declared);

/// What a fact may still be worth while it is not known: its bounds, [0, 1] for a yes or no, the days of the years 1 to
/// 9999 for a date. Without bounds for a level, which is worth nothing to a formula.
[[nodiscard]] range attainable(const fact_declaration& declared);

}  // namespace parindex::inline v0
