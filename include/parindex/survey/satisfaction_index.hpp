/// @file
/// The satisfaction index (chỉ số hài lòng, SIPAS) of a tally, by a formula that is named.
#pragma once

#include "parindex/numeric/ratio.hpp"
#include "parindex/survey/tally.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// How answers become a number. None is the default: published reports use all of them, and they differ by several
/// points on the same answers. Satisfied is what each question says that it is.
enum class index_formula {
    item_share,             ///< F1: of one question, satisfied / answers; of several marks, one of them satisfied.
    pooled_answers,         ///< F2: Σ satisfied / Σ answers, over questions of one scale and one satisfied set.
    mean_of_items,          ///< F3: mean of the shares of the questions.
    mean_of_factors,        ///< F4: mean over factors of their F3.
    overall_question,       ///< F5: share of the one overall question (pilot of 2013-2015).
    every_answer,           ///< F6: persons whose every answer is a satisfied one / persons.
    mean_level,             ///< F7: mean of the levels of all answers, 1 to the highest.
    mean_level_of_highest,  ///< F8: F7 / highest level (4.04 of 5 was published as 80.8 %).
    mean_level_linear,      ///< F9: (F7 - lowest) / (highest - lowest).
    option_weights,         ///< F10: mean of the weights of the options.
    own_satisfied_sets,     ///< F11: as F2, over questions of different scales.
    top_two_of_three,       ///< F12: as F2, over questions of three levels, the top two of which are satisfied.
    yes_of_valid,           ///< F13: as F2, over yes/no questions.
    yes_of_issued,          ///< F13: yes / sheets issued, of one yes/no question.
    complement,             ///< F16: 1 - Σ mentions of what is wrong / respondents, of one question; may be below 0.
};

/// "F1" .. "F13", "F13_issued", "F16".
[[nodiscard]] std::string_view to_string(index_formula formula) noexcept;
/// By "F3" or by the name of the enumerator, "mean_of_items".
[[nodiscard]] std::optional<index_formula> index_formula_from(std::string_view name) noexcept;
/// One line of English that says what is divided by what.
[[nodiscard]] std::string_view describe(index_formula formula) noexcept;

/// How units become a group of units. P1 is pooled of F2, P2 pooled of F3, P3 and P4 the mean of units of F2 and F3, P5
/// and P6 that of F3 weighted by population and by valid sheets.
enum class unit_aggregation {
    pooled,         ///< The answers of all units together.
    mean_of_units,  ///< The mean of the indices of the units.
    by_population,  ///< Weighted by populations that are given.
    by_sample,      ///< Weighted by valid sheets.
};

/// "pooled", "mean_of_units", "by_population" or "by_sample".
[[nodiscard]] std::string_view to_string(unit_aggregation how) noexcept;
/// The aggregation of that name.
[[nodiscard]] std::optional<unit_aggregation> unit_aggregation_from(std::string_view name) noexcept;

/// A formula and how it goes over units.
struct index_method {
    index_formula formula = index_formula::pooled_answers;
    unit_aggregation units = unit_aggregation::pooled;

    friend bool operator==(const index_method&, const index_method&) = default;
};

/// "P1" .. "P6".
[[nodiscard]] std::optional<index_method> index_method_from(std::string_view name) noexcept;

/// What an index is about.
struct index_request {
    index_method method;
    survey_scope scope;
    std::vector<std::string> units;                    ///< Codes, each once; none: all units of the tally.
    std::size_t row = 0;                               ///< tally::row_of(); 0: all respondents.
    std::map<std::string, std::uint64_t> populations;  ///< By unit, for by_population.
    bool clamp_at_zero = false;                        ///< Of F16.
};

/// What is divided by what. `numerator / denominator` where the denominator is not 0.
struct index_share {
    ratio numerator;
    ratio denominator;

    [[nodiscard]] std::optional<ratio> value() const {
        if (denominator.sign() == 0) return std::nullopt;
        return numerator / denominator;
    }
    friend bool operator==(const index_share&, const index_share&) = default;
};

/// A part that an index is made of: an item, a factor, a unit.
struct index_term {
    std::string code;
    index_share share;
    ratio weight;  ///< 1, or the population or valid sheets of the unit; 0 where the term has no value.

    friend bool operator==(const index_term&, const index_term&) = default;
};

/// An exact index with the way to it.
struct satisfaction_index {
    std::string questionnaire;
    std::string survey_method;  ///< questionnaire::method()
    index_method method;
    std::string scope;  ///< Code; empty for the whole.
    std::size_t units = 0;
    /// What is divided: counts where the formula divides counts (for F7 to F10 levels or weights of all answers, over
    /// answers times the highest level, the range of levels or 100); otherwise the index itself, over 1. A denominator
    /// of 0 says that nobody answered: there is no index then.
    index_share share;
    std::vector<index_term> terms;  ///< What it is the mean of; none where it divides counts.
    bool clamped = false;           ///< It, or that of a unit that it is the mean of, was below 0.

    [[nodiscard]] std::optional<ratio> value() const { return share.value(); }
};

/// Computes an index exactly.
/// @throws error_code::formula_not_applicable where the questionnaire or tally has not what the formula needs
///         (satisfied options, levels, weights, an overall question, one scale, persons behind the answers, sheets
///         issued or valid); error_code::population_missing, also of a unit without answers; error_code::unknown_unit
///         and error_code::duplicate_unit for what units name; error_code::unknown_option for a scope or row that
///         there is not; error_code::count_overflow; error_code::ratio_too_large where the exact mean of very many
///         items or units of very many respondents would need more than limits::ratio_bits
[[nodiscard]] satisfaction_index compute_index(const tally& counts, const index_request& request);

/// Whether two indices may be compared at all, as a sentence about why not; empty: they may. Indices of other formulas,
/// aggregations, scopes or methods of the survey are other quantities: the national index fell from 87.16 (2021) to
/// 80.08 (2022) because the method was changed. Questionnaires of one method are compared, whatever their codes; one
/// that names no method is compared with none.
[[nodiscard]] std::string why_not_comparable(const satisfaction_index& a, const satisfaction_index& b);

/// later - earlier. @throws error_code::methods_differ unless they are comparable or `across_methods` asks for it;
/// error_code::nothing_answered
[[nodiscard]] ratio difference(const satisfaction_index& later, const satisfaction_index& earlier,
                               bool across_methods = false);

}  // namespace parindex::inline v0
