#include "parindex/survey/moment_estimate.hpp"

#include "survey/precision/compensated_sum.hpp"
#include "survey/precision/design_effect.hpp"
#include "survey/precision/linearised_index.hpp"
#include "survey/tally/exact_count.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

namespace parindex::inline v0 {

namespace {

[[noreturn]] void refuse(const stratum_moments& stratum, const char* what) {
    throw error(error_code::invalid_value, "stratum \"" + std::string(stratum.name) + "\": " + what);
}

void check(const stratum_moments& stratum, std::size_t size) {
    if (stratum.sums.size() != size) refuse(stratum, "a sum is needed for each part of the combination");
    if (stratum.weight.sign() <= 0) refuse(stratum, "a weight is above 0");
}

moment_source from_products(std::span<const stratum_moments> strata) {
    return [strata](std::size_t at, const whole_combination& combination) {
        const stratum_moments& stratum = strata[at];
        const std::size_t size = stratum.sums.size();
        if (stratum.products.size() != size * (size + 1) / 2) {
            refuse(stratum, "a product is needed for each pair of sums");
        }
        return moments_of(stratum.drawn, stratum.sums, stratum.products, combination);
    };
}

/// The estimate, and the squares of w c'v divided by w, which design effects need.
struct combined {
    survey_estimate estimate;
    double squares = 0;
};

/// @param chosen  places of the strata that count
combined combine(std::span<const stratum_moments> strata, const std::vector<std::size_t>& chosen,
                 std::span<const ratio> combination, single_cluster_policy policy, const moment_source& moments) {
    const whole_combination whole = over_one_denominator(combination);
    std::vector<linearised_stratum> found;
    compensated_sum sum;
    compensated_sum squares;
    for (const std::size_t at : chosen) {
        const stratum_moments& stratum = strata[at];
        const exact_moments of = moments(at, whole);
        if (of.spread.sign() < 0) refuse(stratum, "no numbers have these sums and products");
        found.push_back({std::string(stratum.name), stratum.drawn, stratum.observed.value_or(stratum.drawn),
                         approximate(stratum.weight * of.sum).value(),
                         approximate(stratum.weight * stratum.weight * of.spread).value(), stratum.population});
        sum.add(found.back().sum);
        squares.add(approximate(stratum.weight * of.squares).value());
    }
    combined out;
    out.estimate.value = approximate(sum.value());
    set_variance(out.estimate, variance_of_sum(found, policy));
    out.squares = squares.value();
    return out;
}

}  // namespace

survey_estimate estimate_combination(std::span<const stratum_moments> strata, std::span<const ratio> combination,
                                     single_cluster_policy policy) {
    for (const stratum_moments& stratum : strata) check(stratum, combination.size());
    std::vector<std::size_t> all(strata.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return combine(strata, all, combination, policy, from_products(strata)).estimate;
}

survey_estimate estimate_index(std::span<const stratum_moments> strata, std::span<const moment_term> terms,
                               moment_unit unit, single_cluster_policy policy, std::optional<std::uint64_t> persons) {
    return linearise_index(strata, terms, unit, policy, persons, from_products(strata)).estimate;
}

exact_estimate linearise_index(std::span<const stratum_moments> strata, std::span<const moment_term> terms,
                               moment_unit unit, single_cluster_policy policy, std::optional<std::uint64_t> persons,
                               const moment_source& moments) {
    if (strata.empty() || terms.empty()) throw error(error_code::nothing_answered, "an index of nothing");
    std::vector<ratio> combination(strata.front().sums.size());
    for (const stratum_moments& stratum : strata) check(stratum, combination.size());
    std::vector<ratio> weights;
    for (const stratum_moments& stratum : strata) weights.push_back(stratum.weight);
    const whole_combination whole = over_one_denominator(weights);
    ratio value;
    for (const moment_term& term : terms) {
        if (term.numerator >= combination.size() || term.denominator >= combination.size()) {
            throw error(error_code::invalid_value, "a term of the index stands outside the sums");
        }
        ratio above;
        ratio below;
        for (const auto& [stratum, weight] : whole.terms) {
            above += weight * exact_count(strata[stratum].sums[term.numerator]);
            below += weight * exact_count(strata[stratum].sums[term.denominator]);
        }
        if (below.sign() == 0) throw error(error_code::nothing_answered, "a question of the index has no answers");
        const ratio share = above / below;
        const ratio each = term.coefficient * whole.denominator / below;
        value = of_bounded_length(value + term.coefficient * share);
        ratio& numerator = combination[term.numerator];
        ratio& denominator = combination[term.denominator];
        numerator = of_bounded_length(numerator + each);
        denominator = of_bounded_length(denominator - each * share);
    }

    // A stratum in which nobody answered is not there, as for respondents.
    std::vector<std::size_t> answered;
    for (std::size_t at = 0; at < strata.size(); ++at) {
        if (std::any_of(terms.begin(), terms.end(),
                        [&](const moment_term& term) { return strata[at].sums[term.denominator] != 0; })) {
            answered.push_back(at);
        }
    }
    combined out = combine(strata, answered, combination, policy, moments);
    out.estimate.value = approximate(value);
    if (unit == moment_unit::cluster) {
        out.estimate.persons = persons.value_or(0);
        return {out.estimate, value};
    }
    ratio weight;
    for (const std::size_t at : answered) {
        const std::uint64_t observed = strata[at].observed.value_or(strata[at].drawn);
        weight = of_bounded_length(weight + strata[at].weight * exact_count(observed));
    }
    if (persons) {
        if (*persons > out.estimate.clusters || *persons < out.estimate.strata) {
            throw error(error_code::invalid_value, "an index of more persons than respondents, or fewer than strata");
        }
        // Whoever answered nothing is no cluster of its own, and nobody knows which stratum's weight was his.
        weight *= exact_count(*persons) / exact_count(out.estimate.clusters);
        out.estimate.clusters = *persons;
    }
    out.estimate.persons = out.estimate.clusters;
    set_design_effects(out.estimate, out.squares, approximate(weight).value());
    return {out.estimate, value};
}

}  // namespace parindex::inline v0
