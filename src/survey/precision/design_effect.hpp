/// What a simple random sample of as many persons would have given.
#pragma once

#include "parindex/survey/survey_estimate.hpp"

#include <cmath>

namespace parindex::inline v0 {

/// Sets variance, standard error, strata and clusters.
inline void set_variance(survey_estimate& out, const sampling_variance& found) {
    out.variance = found.variance;
    out.standard_error = approximate(std::sqrt(found.variance.value()));
    out.strata = found.strata;
    out.clusters = found.clusters;
}

/// Sets both design effects.
/// @param spread  sum of w (r - its mean)^2 over persons, r being linearised and not yet weighted
/// @param weight  sum of w
inline void set_design_effects(survey_estimate& out, double spread, double weight) {
    const auto n = static_cast<double>(out.persons);
    if (out.persons < 2 || !(spread > 0)) return;
    const double with_replacement = spread * weight / (n - 1);
    out.design_effect_with_replacement = approximate(out.variance.value() / with_replacement);
    if (weight > n) {
        out.design_effect = approximate(out.variance.value() / (with_replacement * (weight - n) / weight));
    }
}

}  // namespace parindex::inline v0
