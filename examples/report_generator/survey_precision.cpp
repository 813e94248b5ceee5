#include "report_generator/survey_precision.hpp"

#include "parindex/survey/moment_estimate.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

namespace parindex::report {

namespace {

constexpr std::size_t numbers_each = 3;  // of a question: counted, satisfied, level
constexpr std::size_t satisfied_at = 1;
constexpr std::size_t level_at = 2;

/// What is divided by what: sums over places of the vector that a tally keeps, and the terms of the index in them.
struct ratio_plan {
    std::vector<std::vector<std::size_t>> sums;  ///< Places that are added up, of each number of the smaller vector.
    std::vector<moment_term> terms;
};

/// Where the numbers of a question begin, by question.
std::map<std::size_t, std::size_t> places_of(const tally& counts) {
    std::map<std::size_t, std::size_t> out;
    for (const std::size_t each : counts.index_questions()) out.emplace(each, out.size() * numbers_each);
    return out;
}

/// One ratio: sums over all questions.
ratio_plan pooled(const std::vector<std::size_t>& places, std::size_t numerator_at) {
    ratio_plan out;
    out.sums.resize(2);
    for (const std::size_t each : places) {
        out.sums[0].push_back(each + numerator_at);
        out.sums[1].push_back(each);
    }
    out.terms.push_back({1, 0, 1});
    return out;
}

std::optional<ratio_plan> plan_of(const tally& counts, index_formula formula, const survey_scope& scope) {
    const std::map<std::size_t, std::size_t> known = places_of(counts);
    const std::vector<std::size_t> questions = counts.form().questions_of(scope);
    std::vector<std::size_t> places;
    std::map<std::size_t, std::size_t> in_factor;  // questions of each factor
    for (const std::size_t each : questions) {
        const auto found = known.find(each);
        if (found == known.end()) return std::nullopt;
        places.push_back(found->second);
        ++in_factor[counts.form().questions()[each].factor];
    }
    if (places.empty()) return std::nullopt;
    switch (formula) {
        case index_formula::item_share:
        case index_formula::pooled_answers:
        case index_formula::own_satisfied_sets:
        case index_formula::top_two_of_three:
        case index_formula::yes_of_valid: return pooled(places, satisfied_at);
        case index_formula::mean_level: return pooled(places, level_at);
        case index_formula::mean_of_items:
        case index_formula::mean_of_factors: break;
        default: return std::nullopt;
    }
    ratio_plan out;
    for (std::size_t at = 0; at < places.size(); ++at) {
        const std::size_t factor = counts.form().questions()[questions[at]].factor;
        const bool by_factor = formula == index_formula::mean_of_factors;
        const std::size_t share = by_factor ? in_factor.size() * in_factor[factor] : places.size();
        out.terms.push_back({ratio(1) / ratio(share), out.sums.size(), out.sums.size() + 1});
        out.sums.push_back({places[at] + satisfied_at});
        out.sums.push_back({places[at]});
    }
    return out;
}

/// Moments of the smaller vector.
struct moments {
    std::string name;
    std::uint64_t drawn = 0;
    std::vector<std::uint64_t> sums;
    std::vector<std::uint64_t> products;
};

std::vector<std::uint64_t> added(const std::vector<std::uint64_t>& of, const ratio_plan& plan) {
    std::vector<std::uint64_t> out;
    for (const auto& places : plan.sums) {
        std::uint64_t sum = 0;
        for (const std::size_t each : places) sum += of[each];
        out.push_back(sum);
    }
    return out;
}

moments of_respondents(std::string name, const moment_sums& of, const ratio_plan& plan) {
    moments out{std::move(name), of.respondents, added(of.sums, plan), {}};
    const std::size_t size = of.sums.size();
    const auto product = [&](std::size_t a, std::size_t b) {
        const auto [low, high] = std::minmax(a, b);
        return of.products[low * size - low * (low + 1) / 2 + high];
    };
    for (std::size_t a = 0; a < plan.sums.size(); ++a) {
        for (std::size_t b = a; b < plan.sums.size(); ++b) {
            std::uint64_t sum = 0;
            for (const std::size_t i : plan.sums[a]) {
                for (const std::size_t j : plan.sums[b]) sum += product(i, j);
            }
            out.products.push_back(sum);
        }
    }
    return out;
}

void add_cluster(moments& to, const std::vector<std::uint64_t>& v) {
    ++to.drawn;
    to.sums.resize(v.size());
    to.products.resize(v.size() * (v.size() + 1) / 2);
    auto product = to.products.begin();
    for (std::size_t a = 0; a < v.size(); ++a) {
        to.sums[a] += v[a];
        for (std::size_t b = a; b < v.size(); ++b) *product++ += v[a] * v[b];
    }
}

std::deque<moments> strata_of(const tally& counts, const ratio_plan& plan) {
    std::deque<moments> out;
    for (const std::string& unit : counts.units()) {
        const unit_counts& of = counts.at(counts.find_unit(unit));
        for (const auto& [stratum, sums] : of.strata) out.push_back(of_respondents(unit + "/" + stratum, sums, plan));
        const std::string* last = nullptr;
        for (const auto& [key, sums] : of.clusters) {
            if (last == nullptr || *last != key.first) out.push_back({unit + "/" + key.first, 0, {}, {}});
            last = &key.first;
            add_cluster(out.back(), added(sums, plan));
        }
    }
    return out;
}

}  // namespace

std::optional<index_precision> precision_of(const tally& counts, const index_method& method, const survey_scope& scope,
                                            single_cluster_policy policy) {
    const tally_precision kept = counts.options().precision;
    if (kept == tally_precision::none || method.units != unit_aggregation::pooled) return std::nullopt;
    const std::optional<ratio_plan> plan = plan_of(counts, method.formula, scope);
    if (!plan) return std::nullopt;
    const std::deque<moments> kept_moments = strata_of(counts, *plan);
    std::vector<stratum_moments> strata;
    for (const moments& each : kept_moments) {
        stratum_moments& stratum = strata.emplace_back();
        stratum.name = each.name;
        stratum.drawn = each.drawn;
        stratum.sums = each.sums;
        stratum.products = each.products;
    }
    const moment_unit unit = kept == tally_precision::clusters ? moment_unit::cluster : moment_unit::respondent;
    index_precision out;
    try {
        out.estimate = estimate_index(strata, plan->terms, unit, policy);
    } catch (const error& problem) {
        if (problem.code() == error_code::nothing_answered) return std::nullopt;
        throw;
    }
    if (method.formula == index_formula::mean_level) return out;
    try {
        out.interval = interval_of(out.estimate, interval_method::logit);
    } catch (const error& problem) {
        if (problem.code() != error_code::no_interval) throw;
    }
    return out;
}

}  // namespace parindex::report
