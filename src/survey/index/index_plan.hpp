// What a formula reads of a questionnaire, checked once, so that it goes over the counts of many units at the cost of
// their counts alone.
#pragma once

#include "parindex/survey/satisfaction_index.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace parindex::inline v0 {

/// An index of some answers taken together.
struct pooled_index {
    index_share share;
    std::vector<index_term> terms;
    bool clamped = false;
};

/// A question as a formula reads it.
struct index_item {
    std::size_t question = 0;
    bool multiple = false;
    std::vector<std::size_t> unfavourable;  ///< Places of the states that count as the least favourable option.
    std::vector<decimal> worth;             ///< Of each option where levels or weights are summed; otherwise none.
    decimal least_worth;                    ///< Of the least favourable option.
};

class index_plan {
public:
    /// @throws error_code::formula_not_applicable where the questionnaire lacks what the formula needs;
    ///         error_code::unknown_option for a scope that it does not have
    /// @pre `form` outlives the plan
    index_plan(const questionnaire& form, index_formula formula, const survey_scope& scope, bool clamp_at_zero = false);

    /// The index of the answers of these units together.
    /// @throws error_code::formula_not_applicable where a unit lacks what the formula needs, or for sheets issued in a
    ///         row of some respondents; error_code::count_overflow
    [[nodiscard]] pooled_index apply(const tally& counts, std::span<const std::size_t> units, std::size_t row) const;

private:
    struct pool;
    struct counted {
        std::uint64_t satisfied = 0;    // mentions of satisfied options
        std::uint64_t unsatisfied = 0;  // mentions of others, and what counts as the least favourable
        std::uint64_t answers = 0;      // persons, with those who count as the least favourable
    };

    [[nodiscard]] counted count(pool& from, const index_item& item) const;
    [[nodiscard]] index_share share_of_all(pool& from) const;
    [[nodiscard]] pooled_index mean_of_items(pool& from) const;
    [[nodiscard]] pooled_index mean_of_factors(pool& from) const;
    [[nodiscard]] index_share mean_worth(pool& from) const;
    [[nodiscard]] index_share persons(pool& from) const;
    [[nodiscard]] index_share of_issued(pool& from) const;
    [[nodiscard]] pooled_index complement(pool& from) const;

    const questionnaire& form_;
    index_formula formula_;
    survey_scope scope_;
    bool clamp_at_zero_;
    std::vector<index_item> items_;
    decimal divisor_ = 1;           // of the worth of answers
    std::size_t person_scope_ = 0;  // for persons(): index in questionnaire::scopes()
};

/// The questions that a formula reads of a scope, after every check that needs no counts.
/// @throws as the constructor of index_plan
[[nodiscard]] std::vector<std::size_t> index_questions_of(const questionnaire& form, index_formula formula,
                                                          const survey_scope& scope);

/// The weighted mean of the terms, over 1; nothing where every weight is 0. @pre a term without a value has weight 0
[[nodiscard]] index_share mean_share(std::span<const index_term> terms);

}  // namespace parindex::inline v0
