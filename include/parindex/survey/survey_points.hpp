/// @file
/// From a satisfaction index to points (điểm điều tra xã hội học), and back: which answers give these points.
#pragma once

#include "parindex/numeric/rounding_interval.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace parindex::inline v0 {

/// How an index becomes points: index x maximum. Points that step or drop with the index are rules of the criteria set
/// (criteria/rule.hpp), which read the index as a fact; nothing of them is repeated here.
struct points_method {
    decimal maximum;                        ///< Above 0.
    std::optional<rounding> percent_first;  ///< The percentage is rounded before, as it is printed; nothing: exact.
    rounding points;                        ///< How the points are printed.
};

/// Points with every step to them: 91.17 % of 10 is 9.117, printed 9.12 (Hà Tĩnh 2021).
struct survey_points {
    ratio index;                              ///< 0..1
    std::optional<rounded<decimal>> percent;  ///< As printed, where it was rounded first.
    ratio exact;                              ///< Points before they are rounded.
    rounded<decimal> points;                  ///< As printed.
};

/// @throws error_code::invalid_survey_points unless 0 <= index <= 1 and the maximum is above 0;
///         error_code::invalid_scale or error_code::overflow for places that no decimal has
[[nodiscard]] survey_points points_of_index(const ratio& index, const points_method& method);

/// Answers of one option and what the option is worth in percent of the maximum: A to D count 100, 60, 20 and 0 in the
/// survey program of Yên Bái. An option without a weight is left out by the caller, and with it its answers.
struct weighted_answers {
    std::int64_t count = 0;
    decimal weight;  ///< Percent, 0..100.
};

/// Σ count x weight / (100 Σ count), from counts alone; of a tally see index_formula::option_weights.
/// @throws error_code::invalid_survey_points for negative counts, weights outside 0..100, and no answers
[[nodiscard]] ratio index_of_weighted_answers(std::span<const weighted_answers> options);

/// What the mean level is measured from.
enum class level_origin {
    zero,          ///< mean / L: 4.04 of 5 was published as 80.8 %; the worst answers still give 1/L.
    lowest_level,  ///< (mean - 1) / (L - 1)
};

/// The mean level as an index, from counts alone; of a tally see index_formula::mean_level_of_highest and
/// mean_level_linear.
/// @param counts  answers at the levels 1 .. L, worst first
/// @param from    what is 0
/// @throws error_code::invalid_survey_points for negative counts, no answers, and a single level measured from itself
[[nodiscard]] ratio index_of_levels(std::span<const std::int64_t> counts, level_origin from);

/// The indices that print as these points: 8.99 of 10 comes from [0.8985, 0.8995). Nothing where no index does: more
/// decimals than points have, points above the maximum, points that a percentage rounded before jumps over.
/// @throws error_code::invalid_survey_points unless the maximum is above 0; error_code::invalid_scale
[[nodiscard]] std::optional<value_interval> indices_earning(decimal points, const points_method& method);

/// Points that a count of satisfied answers gives.
struct reached_points {
    std::int64_t count = 0;
    decimal points;
};

/// Which counts of satisfied among all answers print as given points.
struct answers_earning {
    std::optional<count_range> counts;    ///< Nothing: impossible with so many answers.
    std::optional<reached_points> below;  ///< The nearest lower points, by the largest count that gives them.
    std::optional<reached_points> above;  ///< The nearest higher points, by the smallest count that gives them.
};

/// Of 1,000 answers exactly 899 give 8.99 of 10; of 580 none do: 521 give 8.98 and 522 give 9.00.
/// @throws error_code::invalid_survey_points unless answers >= 1 and the maximum is above 0; error_code::invalid_scale
///         or error_code::overflow for places that no decimal has
[[nodiscard]] answers_earning answers_earning_points(decimal points, std::int64_t answers, const points_method& method);

/// What is needed for points that are aimed at.
struct target_need {
    std::int64_t least = 0;  ///< The smallest count of satisfied answers that earns the target.
    std::int64_t more = 0;  ///< least - satisfied: from 899 of 1,000 to 9.10 of 10 it is 11; below 0: so many to spare.
    decimal points;         ///< What `least` earns: the target or the next points above it.
};

/// Nothing where not even all answers earn the target.
/// @throws error_code::invalid_survey_points unless 0 <= satisfied <= answers, answers >= 1 and the maximum is above 0;
///         error_code::invalid_scale or error_code::overflow for places that no decimal has
[[nodiscard]] std::optional<target_need> needed_for(decimal target, std::int64_t satisfied, std::int64_t answers,
                                                    const points_method& method);

}  // namespace parindex::inline v0
