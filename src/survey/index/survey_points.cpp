#include "parindex/survey/survey_points.hpp"

#include <algorithm>

namespace parindex::inline v0 {

namespace {

void require(bool holds, const char* otherwise) {
    if (!holds) throw error(error_code::invalid_survey_points, otherwise);
}

void require_maximum(const points_method& method) {
    require(method.maximum > 0, "points need a maximum above 0");
}

/// The exact values whose rounding lies among `printed`. Rounding keeps the order, so these are one interval.
std::optional<value_interval> before_rounding(const value_interval& printed, const rounding& how) {
    const std::optional<multiple_range> figures = multiples_within(printed, how.places);
    if (!figures) return std::nullopt;
    const value_interval first = values_printed_as(figures->first, how);
    const value_interval last = values_printed_as(figures->last, how);
    return value_interval{first.low, last.high, first.low_included, last.high_included};
}

/// The indices whose printed points lie among `points`.
std::optional<value_interval> indices_of(const value_interval& points, const points_method& method) {
    std::optional<value_interval> out = before_rounding(points, method.points);
    if (out) out = *out * (100 / ratio(method.maximum));
    if (out && method.percent_first) out = before_rounding(*out, *method.percent_first);
    if (out) out = intersection(*out * ratio(1, 100), {0, 1});
    return out && !out->empty() ? out : std::nullopt;
}

/// All points that are printed above or below any target: rounding adds less than 1 to what an index can earn.
ratio beyond(const points_method& method) {
    return ratio(method.maximum) + 2;
}

value_interval below(decimal points) {
    return {std::min(ratio(-1), ratio(points)), points, true, false};
}

value_interval above(decimal points, const points_method& method) {
    return {points, std::max(beyond(method), ratio(points)), false, true};
}

std::optional<count_range> counts_of(const std::optional<value_interval>& indices, std::int64_t answers) {
    return indices ? counts_within(*indices, answers) : std::nullopt;
}

reached_points reached(std::int64_t count, std::int64_t answers, const points_method& method) {
    return {count, points_of_index(ratio(count, answers), method).points.value};
}

}  // namespace

survey_points points_of_index(const ratio& index, const points_method& method) {
    require_maximum(method);
    require(index >= 0 && index <= 1, "an index lies between 0 and 1; 89.9 % is 0.899");
    survey_points out{index, std::nullopt, index * method.maximum, {}};
    if (method.percent_first) {
        out.percent = (index * 100).to_decimal(method.percent_first->places, method.percent_first->mode);
        out.exact = ratio(out.percent->value) * method.maximum / 100;
    }
    out.points = out.exact.to_decimal(method.points.places, method.points.mode);
    return out;
}

ratio index_of_weighted_answers(std::span<const weighted_answers> options) {
    ratio worth;
    ratio answers;
    for (const weighted_answers& each : options) {
        require(each.count >= 0, "an option was not chosen less than 0 times");
        require(each.weight >= 0 && each.weight <= 100, "the weight of an option lies between 0 and 100 %");
        worth += ratio(each.weight) * each.count;
        answers += each.count;
    }
    require(answers.sign() != 0, "no answers have no index");
    return worth / (answers * 100);
}

ratio index_of_levels(std::span<const std::int64_t> counts, level_origin from) {
    ratio sum;
    ratio answers;
    for (std::size_t level = 0; level < counts.size(); ++level) {
        require(counts[level] >= 0, "a level was not chosen less than 0 times");
        sum += ratio(counts[level]) * (level + 1);
        answers += counts[level];
    }
    require(answers.sign() != 0, "no answers have no index");
    const ratio mean = sum / answers;
    if (from == level_origin::zero) return mean / counts.size();
    require(counts.size() >= 2, "a single level is not measured from itself");
    return (mean - 1) / (counts.size() - 1);
}

std::optional<value_interval> indices_earning(decimal points, const points_method& method) {
    require_maximum(method);
    return indices_of({points, points}, method);
}

answers_earning answers_earning_points(decimal points, std::int64_t answers, const points_method& method) {
    require_maximum(method);
    require(answers >= 1, "points come from at least one answer");
    answers_earning out{counts_of(indices_of({points, points}, method), answers), std::nullopt, std::nullopt};
    if (const auto lower = counts_of(indices_of(below(points), method), answers)) {
        out.below = reached(lower->last, answers, method);
    }
    if (const auto higher = counts_of(indices_of(above(points, method), method), answers)) {
        out.above = reached(higher->first, answers, method);
    }
    return out;
}

std::optional<target_need> needed_for(decimal target, std::int64_t satisfied, std::int64_t answers,
                                      const points_method& method) {
    require_maximum(method);
    require(answers >= 1 && satisfied >= 0 && satisfied <= answers,
            "the satisfied are some of the answers, of which there is at least one");
    value_interval reaching = above(target, method);
    reaching.low_included = true;
    const std::optional<count_range> found = counts_of(indices_of(reaching, method), answers);
    if (!found) return std::nullopt;
    return target_need{found->first, found->first - satisfied, reached(found->first, answers, method).points};
}

}  // namespace parindex::inline v0
