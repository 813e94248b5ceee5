#include "parindex/survey/confidence_interval.hpp"

#include "survey/precision/confidence_level.hpp"
#include "survey/precision/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace parindex::inline v0 {

namespace {

/// A share as the methods see it.
struct share {
    double value = 0;
    double variance = 0;
    double quantile = 0;  // of its error
};

[[noreturn]] void refuse(const char* why) {
    throw error(error_code::no_interval, why);
}

confidence_interval around(double value, double distance) {
    return {approximate(value - distance), approximate(value + distance)};
}

confidence_interval logit_interval(const share& of) {
    if (of.value == 0 || of.value == 1) refuse("a share of 0 or 1 has no logit interval: beta and wilson have one");
    const double logit = std::log(of.value / (1 - of.value));
    const double distance = of.quantile * std::sqrt(of.variance) / (of.value * (1 - of.value));
    const auto share_of = [](double at) { return approximate(1 / (1 + std::exp(-at))); };
    return {share_of(logit - distance), share_of(logit + distance)};
}

/// @param size  effective number of persons
confidence_interval wilson_interval(const share& of, double size) {
    const double square = of.quantile * of.quantile / size;
    const double centre = of.value + square / 2;
    const double distance = std::sqrt(square * (of.value * (1 - of.value) + square / 4));
    // At 0 and 1 an end is exact, whatever the rounding.
    return {approximate(of.value == 0 ? 0 : std::max(0.0, (centre - distance) / (1 + square))),
            approximate(of.value == 1 ? 1 : std::min(1.0, (centre + distance) / (1 + square)))};
}

/// @param size  effective number of persons
confidence_interval beta_interval(double value, double size, double tail) {
    const double hits = size * value;
    const double misses = size * (1 - value);
    return {approximate(hits == 0 ? 0 : distributions::beta_lower(tail, hits, misses + 1)),
            approximate(misses == 0 ? 1 : distributions::beta_upper(tail, hits + 1, misses))};
}

}  // namespace

std::string_view to_string(interval_method method) noexcept {
    switch (method) {
        case interval_method::mean: return "mean";
        case interval_method::logit: return "logit";
        case interval_method::wilson: return "wilson";
        case interval_method::beta: return "beta";
    }
    return {};
}

confidence_interval interval_of(const survey_estimate& estimate, interval_method method, decimal level) {
    const double tail = tail_of(level);
    if (estimate.clusters <= estimate.strata)
        refuse("there are no more clusters than strata, so no degrees of freedom");
    const auto freedom = static_cast<double>(estimate.degrees_of_freedom());
    const share of{estimate.value.value(), estimate.variance.value(), distributions::t_quantile(tail, freedom)};
    if (method == interval_method::mean) return around(of.value, of.quantile * std::sqrt(of.variance));

    if (!(of.value >= 0 && of.value <= 1)) refuse("not a share: only the method \"mean\" has an interval for it");
    if (method == interval_method::logit) return logit_interval(of);

    if (estimate.persons == 0 || (method == interval_method::beta && estimate.persons < 2)) {
        refuse("the number of persons is not known, or too small");
    }
    const auto persons = static_cast<double>(estimate.persons);
    const bool end = of.value == 0 || of.value == 1;
    if (!end && of.variance == 0) return around(of.value, 0);
    const double size = end ? persons : of.value * (1 - of.value) / of.variance;
    if (method == interval_method::wilson) return wilson_interval(of, size);
    const double factor = distributions::t_quantile(tail, persons - 1) / of.quantile;
    return beta_interval(of.value, size * factor * factor, tail);
}

confidence_interval interval_of_share(std::uint64_t satisfied, std::uint64_t persons, interval_method method,
                                      decimal level) {
    const double tail = tail_of(level);
    if (persons == 0 || satisfied > persons) {
        throw error(error_code::invalid_value, "a share of persons needs some, and no more satisfied ones than these");
    }
    const auto size = static_cast<double>(persons);
    share of{static_cast<double>(satisfied) / size, 0, distributions::normal_quantile(tail)};
    of.variance = of.value * (1 - of.value) / size;
    switch (method) {
        case interval_method::mean: break;
        case interval_method::logit: return logit_interval(of);
        case interval_method::wilson: return wilson_interval(of, size);
        case interval_method::beta: return beta_interval(of.value, size, tail);
    }
    return around(of.value, of.quantile * std::sqrt(of.variance));
}

}  // namespace parindex::inline v0
