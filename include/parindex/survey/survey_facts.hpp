/// @file
/// Facts (số liệu) for the survey leaves of assessments, out of the counts of a survey.
#pragma once

#include "parindex/numeric/rounding.hpp"
#include "parindex/support/result.hpp"
#include "parindex/survey/satisfaction_index.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// What of a survey becomes a fact.
enum class survey_quantity {
    percent,       ///< An index in percent, rounded as it is printed: 91.17.
    numerator,     ///< Of the exact index: a rule that divides it by the denominator loses nothing.
    denominator,   ///< As above.
    option_count,  ///< Marks of one option of a question.
    answered,      ///< Persons who answered a question with an option.
    satisfied,     ///< Marks of the satisfied options of a question.
    mean_level,    ///< The mean level of a scope (F7), rounded.
    valid_sheets,  ///< Valid sheets; of a category of respondents those that are in it.
};

/// "percent", "numerator", ...: the words of the JSON format.
[[nodiscard]] std::string_view to_string(survey_quantity quantity) noexcept;
/// The quantity of that name.
[[nodiscard]] std::optional<survey_quantity> survey_quantity_from(std::string_view name) noexcept;

/// Which fact of which leaf comes from what of a survey. Several groups of respondents each feed a leaf of their own
/// through links with a group and a category.
struct survey_fact_link {
    std::string criterion;
    std::string fact;
    survey_quantity quantity = survey_quantity::percent;
    index_formula formula = index_formula::pooled_answers;  ///< Of percent, numerator and denominator.
    std::string scope;           ///< Code, of what has a formula and of mean_level; empty for the whole.
    bool clamp_at_zero = false;  ///< Of F16.
    rounding printed;            ///< Of percent and mean_level: 0 to 16 places.
    std::string question;        ///< Code, of option_count, answered and satisfied.
    std::string option;          ///< Code, of option_count.
    std::string group;           ///< Of respondents, one of tally_options::by; empty: all respondents.
    std::string category;        ///< Of the group; empty: those of whom it is not known.
    source_position where;
};

/// A fact of a unit, with the way to it.
struct survey_fact {
    std::string unit;
    std::string criterion;
    std::string fact;
    decimal value;
    bool exact = true;   ///< Whether rounding lost nothing.
    std::string origin;  ///< "F2 of f1, 21/26 = 80.77 %".

    friend bool operator==(const survey_fact&, const survey_fact&) = default;
};

/// The facts of every unit, by unit and within a unit in the order of the links.
///
/// Numerator and denominator are the counts that the formula divides; where they are no whole numbers, as of a mean,
/// they are those of the index in lowest terms.
/// @return the facts, or every finding at once, with the place of the link: what the questionnaire or tally does not
///         have, a formula that does not apply, a fact twice, places outside of 0 to 16, and for each unit what has no
///         value because nobody answered or does not fit a decimal
[[nodiscard]] result<std::vector<survey_fact>> survey_facts(const tally& counts,
                                                            std::span<const survey_fact_link> links);

}  // namespace parindex::inline v0
