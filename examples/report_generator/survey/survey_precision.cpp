#include "report_generator/survey/survey_precision.hpp"

#include "parindex/survey/confidence_interval.hpp"
#include "parindex/survey/index_precision.hpp"
#include "parindex/survey/rank_interval.hpp"
#include "report_generator/survey/survey_cells.hpp"
#include "report_generator/survey/survey_wording.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace parindex::report {

namespace {

namespace words = survey_wording;

/// Where all answered alike, nothing is known of the error: larger than any difference, so that none is sure.
constexpr double unknown_error = 1e12;

/// None of the shares 0 and 1, or without degrees of freedom.
std::optional<confidence_interval> interval_by(interval_method method, const survey_estimate& of) {
    try {
        return interval_of(of, method);
    } catch (const error& problem) {
        if (problem.code() != error_code::no_interval) throw;
        return std::nullopt;
    }
}

}  // namespace

std::vector<survey_column> precision_columns() {
    return {{"standard_error", std::string(words::standard_error)},
            {"lower", std::string(words::lower)},
            {"upper", std::string(words::upper)},
            {"design_effect", std::string(words::design_effect)},
            {"degrees_of_freedom", std::string(words::degrees)}};
}

std::optional<survey_estimate> precision_of(const tally& counts, const index_request& request,
                                            single_cluster_policy policy) {
    index_design design;
    design.policy = policy;
    try {
        return estimate_precision(counts, request, design);
    } catch (const error& problem) {
        if (problem.code() == error_code::formula_not_applicable || problem.code() == error_code::nothing_answered) {
            return std::nullopt;
        }
        throw;
    }
}

std::vector<survey_value> precision_cells(const survey_estimate& found, index_formula formula) {
    const bool is_level = formula == index_formula::mean_level;
    const auto points = [is_level](approximate value) {
        return is_level ? measure(value, 4) : measure(approximate(value.value() * 100));
    };
    const std::optional<confidence_interval> interval =
        interval_by(is_level ? interval_method::mean : interval_method::logit, found);
    // Without weights nobody knows how many persons there were to draw from.
    const std::optional<approximate>& effect = found.design_effect_with_replacement;
    return {points(found.standard_error), interval ? points(interval->lower) : survey_value(),
            interval ? points(interval->upper) : survey_value(), effect ? measure(*effect) : survey_value(),
            count_of(found.degrees_of_freedom())};
}

std::vector<survey_column> rank_columns() {
    return {{"rank", std::string(words::rank)},
            {"best_rank", std::string(words::best_rank)},
            {"worst_rank", std::string(words::worst_rank)}};
}

std::vector<std::vector<survey_value>> rank_cells(const std::vector<std::optional<survey_estimate>>& units) {
    std::vector<ranked_estimate> ranked;
    for (const std::optional<survey_estimate>& each : units) {
        if (!each) continue;
        const bool is_known = each->standard_error.value() > 0;
        ranked.push_back({each->value, is_known ? each->standard_error : approximate(unknown_error)});
    }
    const std::vector<rank_interval> intervals = rank_intervals(ranked, rank_confidence::ranking);
    std::vector<std::vector<survey_value>> out;
    std::size_t at = 0;
    for (const std::optional<survey_estimate>& each : units) {
        if (!each) {
            out.emplace_back(3);
            continue;
        }
        const auto higher = std::count_if(ranked.begin(), ranked.end(), [&each](const ranked_estimate& other) {
            return other.value.value() > each->value.value();
        });
        out.push_back({count_of(static_cast<std::uint64_t>(higher) + 1), count_of(intervals[at].best),
                       count_of(intervals[at].worst)});
        ++at;
    }
    return out;
}

}  // namespace parindex::report
