#include "parindex/survey/moment_estimate.hpp"

#include "parindex/numeric/ratio_text.hpp"
#include "survey/compensated_sum.hpp"
#include "survey/design_effect.hpp"
#include "survey/exact_count.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace parindex::inline v0 {

namespace {

/// A linear combination with whole coefficients, all divided by one denominator; places with 0 are left out.
struct whole_combination {
    std::vector<std::pair<std::size_t, ratio>> terms;
    ratio denominator = 1;
};

ratio denominator_of(const ratio& value) {
    const std::string text = value.to_string();
    const std::size_t slash = text.find('/');
    return slash == std::string::npos ? ratio(1) : parse_ratio(std::string_view(text).substr(slash + 1)).value;
}

whole_combination over_one_denominator(std::span<const ratio> combination) {
    whole_combination out;
    for (const ratio& each : combination) out.denominator *= denominator_of(each * out.denominator);
    for (std::size_t place = 0; place < combination.size(); ++place) {
        if (combination[place].sign() != 0) out.terms.emplace_back(place, combination[place] * out.denominator);
    }
    return out;
}

/// What a stratum has of a combination c'v, exactly and without its weight.
struct exact_moments {
    ratio sum;
    ratio squares;  // sum of (c'v)^2
    ratio spread;   // of c'v about its mean
};

exact_moments moments_of(const stratum_moments& stratum, const whole_combination& combination) {
    // Row i of the products begins behind the i rows before it, of size, size - 1, ... places.
    const std::size_t size = stratum.sums.size();
    const auto product = [&](std::size_t i, std::size_t j) {
        return exact_count(stratum.products[i * size - i * (i + 1) / 2 + j]);
    };
    exact_moments out;
    for (std::size_t i = 0; i < combination.terms.size(); ++i) {
        const auto& [place, coefficient] = combination.terms[i];
        out.sum += coefficient * exact_count(stratum.sums[place]);
        ratio row = coefficient * product(place, place);
        for (std::size_t j = i + 1; j < combination.terms.size(); ++j) {
            row += combination.terms[j].second * product(place, combination.terms[j].first) * 2;
        }
        out.squares += coefficient * row;
    }
    out.sum /= combination.denominator;
    out.squares /= combination.denominator * combination.denominator;
    out.spread = stratum.drawn == 0 ? ratio() : out.squares - out.sum * out.sum / exact_count(stratum.drawn);
    return out;
}

void check(const stratum_moments& stratum, std::size_t size) {
    const auto refuse = [&](const char* what) {
        throw error(error_code::invalid_value, "stratum \"" + std::string(stratum.name) + "\": " + what);
    };
    if (stratum.sums.size() != size) refuse("a sum is needed for each part of the combination");
    if (stratum.products.size() != size * (size + 1) / 2) refuse("a product is needed for each pair of sums");
    if (stratum.weight.sign() <= 0) refuse("a weight is above 0");
}

/// The estimate, and the squares of w c'v divided by w, which design effects need.
struct combined {
    survey_estimate estimate;
    double squares = 0;
};

combined combine(std::span<const stratum_moments> strata, std::span<const ratio> combination,
                 single_cluster_policy policy) {
    const whole_combination whole = over_one_denominator(combination);
    std::vector<linearised_stratum> found;
    compensated_sum sum;
    compensated_sum squares;
    for (const stratum_moments& stratum : strata) {
        check(stratum, combination.size());
        const exact_moments of = moments_of(stratum, whole);
        if (of.spread.sign() < 0) {
            throw error(error_code::invalid_value,
                        "stratum \"" + std::string(stratum.name) + "\": no numbers have these sums and products");
        }
        found.push_back({std::string(stratum.name), stratum.drawn, stratum.drawn,
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
    return combine(strata, combination, policy).estimate;
}

survey_estimate estimate_index(std::span<const stratum_moments> strata, std::span<const moment_term> terms,
                               moment_unit unit, single_cluster_policy policy) {
    if (strata.empty() || terms.empty()) throw error(error_code::nothing_answered, "an index of nothing");
    std::vector<ratio> combination(strata.front().sums.size());
    for (const stratum_moments& stratum : strata) check(stratum, combination.size());
    ratio value;
    for (const moment_term& term : terms) {
        if (term.numerator >= combination.size() || term.denominator >= combination.size()) {
            throw error(error_code::invalid_value, "a term of the index stands outside the sums");
        }
        ratio above;
        ratio below;
        for (const stratum_moments& stratum : strata) {
            above += stratum.weight * exact_count(stratum.sums[term.numerator]);
            below += stratum.weight * exact_count(stratum.sums[term.denominator]);
        }
        if (below.sign() == 0) throw error(error_code::nothing_answered, "a question of the index has no answers");
        const ratio share = above / below;
        value += term.coefficient * share;
        combination[term.numerator] += term.coefficient / below;
        combination[term.denominator] -= term.coefficient * share / below;
    }

    // A stratum in which nobody answered is not there, as for respondents.
    std::vector<stratum_moments> answered;
    std::copy_if(strata.begin(), strata.end(), std::back_inserter(answered), [&](const stratum_moments& stratum) {
        return std::any_of(terms.begin(), terms.end(),
                           [&](const moment_term& term) { return stratum.sums[term.denominator] != 0; });
    });
    combined out = combine(answered, combination, policy);
    out.estimate.value = approximate(value);
    if (unit == moment_unit::respondent) {
        ratio weight;
        for (const stratum_moments& stratum : answered) {
            out.estimate.persons += stratum.drawn;
            weight += stratum.weight * exact_count(stratum.drawn);
        }
        set_design_effects(out.estimate, out.squares, approximate(weight).value());
    }
    return out.estimate;
}

}  // namespace parindex::inline v0
