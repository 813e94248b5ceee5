#include "parindex/survey/significance.hpp"

#include "survey/precision/distributions.hpp"

#include <cmath>

namespace parindex::inline v0 {

namespace {

/// @param freedom  nothing: the normal distribution
difference_test test(double difference, double variance, std::optional<double> freedom) {
    difference_test out;
    out.difference = approximate(difference);
    out.standard_error = approximate(std::sqrt(variance));
    if (variance == 0) {
        out.p_value = approximate(difference == 0 ? 1.0 : 0.0);
        return out;
    }
    out.statistic = approximate(difference / std::sqrt(variance));
    const double distance = std::fabs(out.statistic->value());
    out.p_value = approximate(freedom ? distributions::t_two_tails(distance, *freedom)
                                      : distributions::normal_two_tails(distance));
    return out;
}

/// deff p(1-p)/n.
ratio variance_of(const published_share& of) {
    if (of.share.sign() < 0 || of.share > 1 || of.persons == 0 || of.design_effect.sign() <= 0) {
        throw error(error_code::invalid_value,
                    "a published share lies from 0 to 1, of at least one person, with a design effect above 0");
    }
    return of.share * (ratio(1) - of.share) / of.persons * of.design_effect;
}

}  // namespace

difference_test test_difference(const survey_estimate& first, const survey_estimate& second,
                                reference_distribution reference) {
    std::optional<double> freedom;
    if (reference == reference_distribution::student) {
        const std::uint64_t clusters = first.clusters + second.clusters;
        const std::uint64_t strata = first.strata + second.strata;
        if (clusters <= strata) throw error(error_code::no_interval, "two samples without degrees of freedom");
        freedom = static_cast<double>(clusters - strata);
    }
    return test(first.value.value() - second.value.value(), first.variance.value() + second.variance.value(), freedom);
}

difference_test test_difference(const published_share& first, const published_share& second) {
    const ratio variance = variance_of(first) + variance_of(second);
    return test(approximate(first.share - second.share).value(), approximate(variance).value(), std::nullopt);
}

}  // namespace parindex::inline v0
