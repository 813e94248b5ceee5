#include "report_generator/survey/survey_precision.hpp"

#include "parindex/survey/confidence_interval.hpp"
#include "parindex/survey/index_precision.hpp"
#include "report_generator/survey/survey_cells.hpp"
#include "report_generator/survey/survey_wording.hpp"

#include <optional>
#include <string>

namespace parindex::report {

namespace {

namespace words = survey_wording;

/// Nothing where the formula has no standard error, or nobody answered.
std::optional<survey_estimate> estimate_of(const tally& counts, const index_request& request,
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

/// The interval of a share; none of 0 and 1, or without degrees of freedom.
std::optional<confidence_interval> interval_by_logit(const survey_estimate& of) {
    try {
        return interval_of(of, interval_method::logit);
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

std::vector<survey_value> precision_cells(const tally& counts, const index_request& request,
                                          single_cluster_policy policy) {
    const std::optional<survey_estimate> found = estimate_of(counts, request, policy);
    if (!found) return {};
    const bool is_level = request.method.formula == index_formula::mean_level;
    const auto points = [is_level](approximate value) {
        return measure(approximate(value.value() * (is_level ? 1 : 100)));
    };
    const std::optional<confidence_interval> interval = is_level ? std::nullopt : interval_by_logit(*found);
    // Without weights nobody knows how many persons there were to draw from.
    const std::optional<approximate>& effect = found->design_effect_with_replacement;
    return {points(found->standard_error), interval ? points(interval->lower) : survey_value(),
            interval ? points(interval->upper) : survey_value(), effect ? measure(*effect) : survey_value(),
            count_of(found->degrees_of_freedom())};
}

}  // namespace parindex::report
