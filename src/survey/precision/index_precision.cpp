#include "parindex/survey/index_precision.hpp"

#include "survey/index/index_plan.hpp"
#include "survey/precision/linearised_index.hpp"
#include "survey/tally/exact_count.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace parindex::inline v0 {

namespace {

/// A ratio that an index adds up: places of the tally's vectors whose sums are divided.
struct summed_term {
    ratio coefficient = 1;
    std::vector<std::size_t> numerator;
    std::vector<std::size_t> denominator;
};

/// The index as a sum of ratios, less what is the same for everybody.
struct ratio_sum {
    std::vector<summed_term> terms;
    ratio constant;
};

[[noreturn]] void refuse(const std::string& message) {
    throw error(error_code::formula_not_applicable, message);
}

/// Whether somebody of the units answered it: what nobody answered is no part of a mean.
bool answered(const tally& counts, const std::vector<std::size_t>& units, std::size_t place) {
    const auto sum_is_zero = [place](const auto& sums) { return sums[place] == 0; };
    return !std::all_of(units.begin(), units.end(), [&](std::size_t unit) {
        const unit_counts& of = counts.at(unit);
        return std::all_of(of.clusters.begin(), of.clusters.end(),
                           [&](const auto& each) { return sum_is_zero(each.second); }) &&
               std::all_of(of.strata.begin(), of.strata.end(),
                           [&](const auto& each) { return sum_is_zero(each.second.sums); });
    });
}

void add_checked(std::uint64_t& into, std::uint64_t count) {
    if (add_if_fits(into, count)) return;
    throw error(error_code::count_overflow, "the counts of a stratum add up to more than 64 bits hold");
}

class term_maker {
public:
    term_maker(const tally& counts, const index_request& request) : counts_(counts), request_(request) {
        for (const std::size_t question : index_questions_of(counts.form(), request.method.formula, request.scope)) {
            const auto known = counts.index_questions();
            const auto found = std::find(known.begin(), known.end(), question);
            if (found == known.end()) {
                refuse("question " + quoted(counts.form().texts()[question].code) +
                       " enters no index, so nothing is kept for its precision");
            }
            questions_.push_back(question);
            firsts_.push_back(3 * static_cast<std::size_t>(found - known.begin()));
        }
    }

    [[nodiscard]] ratio_sum make(const std::vector<std::size_t>& units) const {
        switch (request_.method.formula) {
            case index_formula::item_share:
            case index_formula::pooled_answers:
            case index_formula::own_satisfied_sets:
            case index_formula::top_two_of_three:
            case index_formula::yes_of_valid: return {{pooled(1)}, {}};
            case index_formula::mean_of_items: return {items(units), {}};
            case index_formula::mean_of_factors: return {factors(units), {}};
            case index_formula::mean_level: return {{pooled(2)}, {}};
            case index_formula::mean_level_of_highest: return levels(ratio(), ratio(highest()));
            case index_formula::mean_level_linear: return levels(ratio(lowest()), ratio(highest() - lowest()));
            default: break;
        }
        refuse("no standard error is known for " + std::string(to_string(request_.method.formula)));
    }

    /// Persons of a unit with an answer that counts.
    [[nodiscard]] std::uint64_t persons(std::size_t unit) const {
        if (questions_.size() == 1) return answers(counts_.at(unit), firsts_.front());
        const std::vector<survey_scope> scopes = counts_.form().scopes();
        const auto scope = std::find(scopes.begin(), scopes.end(), request_.scope) - scopes.begin();
        return counts_.persons(unit, 0, static_cast<std::size_t>(scope)).persons;
    }

    /// Of the respondents of a stratum, those with an answer that counts; nothing where the tally does not tell.
    [[nodiscard]] std::optional<std::uint64_t> observed(std::size_t unit, const moment_sums& stratum) const {
        if (questions_.size() == 1) return stratum.sums[firsts_.front()];
        if (counts_.at(unit).strata.size() == 1) return persons(unit);
        return std::nullopt;
    }

private:
    /// To one question, each by another person. @param place  of the tally's vectors
    static std::uint64_t answers(const unit_counts& of, std::size_t place) {
        std::uint64_t out = 0;
        for (const auto& [key, sums] : of.clusters) add_checked(out, sums[place]);
        for (const auto& [name, moments] : of.strata) add_checked(out, moments.sums[place]);
        return out;
    }

    /// @param part  1: satisfied answers, 2: levels
    [[nodiscard]] summed_term pooled(std::size_t part) const {
        summed_term out;
        for (const std::size_t first : firsts_) {
            out.numerator.push_back(first + part);
            out.denominator.push_back(first);
        }
        return out;
    }

    [[nodiscard]] std::vector<summed_term> items(const std::vector<std::size_t>& units) const {
        std::vector<summed_term> out;
        for (const std::size_t first : firsts_) {
            if (answered(counts_, units, first)) out.push_back({1, {first + 1}, {first}});
        }
        share_out(out, out.size());
        return out;
    }

    [[nodiscard]] std::vector<summed_term> factors(const std::vector<std::size_t>& units) const {
        std::map<std::size_t, std::vector<summed_term>> by_factor;
        for (std::size_t at = 0; at < firsts_.size(); ++at) {
            if (!answered(counts_, units, firsts_[at])) continue;
            by_factor[counts_.form().questions()[questions_[at]].factor].push_back(
                {1, {firsts_[at] + 1}, {firsts_[at]}});
        }
        std::vector<summed_term> out;
        for (auto& [factor, terms] : by_factor) {
            share_out(terms, terms.size() * by_factor.size());
            out.insert(out.end(), terms.begin(), terms.end());
        }
        return out;
    }

    static void share_out(std::vector<summed_term>& terms, std::size_t parts) {
        for (summed_term& each : terms) each.coefficient = ratio(1) / ratio(parts);
    }

    [[nodiscard]] ratio_sum levels(const ratio& from, const ratio& divisor) const {
        ratio_sum out{{pooled(2)}, from / divisor};
        out.terms.front().coefficient = ratio(1) / divisor;
        return out;
    }

    [[nodiscard]] int lowest() const { return *counts_.form().questions()[questions_.front()].lowest_level; }
    [[nodiscard]] int highest() const { return *counts_.form().questions()[questions_.front()].highest_level; }

    const tally& counts_;
    const index_request& request_;
    std::vector<std::size_t> questions_;
    std::vector<std::size_t> firsts_;  // places of the tally's vectors
};

/// What there is of a stratum. Vectors hold a numerator and a denominator for each term of the index.
struct index_stratum {
    std::string name;
    stratum_design design;
    std::uint64_t drawn = 0;
    std::optional<std::uint64_t> observed = std::nullopt;
    std::vector<std::uint64_t> sums{};
    const moment_sums* respondents = nullptr;                   // where the tally keeps them
    std::vector<const std::vector<std::uint64_t>*> clusters{};  // as the tally has them
};

class moment_reducer {
public:
    explicit moment_reducer(const ratio_sum& index) {
        for (const summed_term& each : index.terms) {
            places_.push_back(each.numerator);
            places_.push_back(each.denominator);
        }
    }

    void add(index_stratum& into, const std::vector<std::uint64_t>& sums) const {
        const std::vector<std::uint64_t> own = reduced(sums);
        into.sums.resize(own.size());
        for (std::size_t at = 0; at < own.size(); ++at) add_checked(into.sums[at], own[at]);
    }

    void add_cluster(index_stratum& into, const std::vector<std::uint64_t>& sums) const {
        ++into.drawn;
        into.clusters.push_back(&sums);
        into.observed = into.observed.value_or(0) + (has_answers(sums) ? 1U : 0U);
        add(into, sums);
    }

    /// Products of respondents are reduced for one stratum at a time. Clusters have none: with 1,000 questions, those
    /// of a stratum would be millions.
    [[nodiscard]] exact_moments moments(const index_stratum& of, const whole_combination& combination) const {
        if (of.respondents != nullptr) {
            return moments_of(of.drawn, of.sums, reduced_products(*of.respondents), combination);
        }
        moment_adder adder(combination);
        for (const std::vector<std::uint64_t>* const each : of.clusters) adder.add(reduced(*each));
        return adder.moments();
    }

private:
    /// Denominators stand behind their numerators.
    [[nodiscard]] bool has_answers(const std::vector<std::uint64_t>& sums) const {
        for (std::size_t at = 1; at < places_.size(); at += 2) {
            for (const std::size_t place : places_[at]) {
                if (sums[place] != 0) return true;
            }
        }
        return false;
    }
    [[nodiscard]] std::vector<std::uint64_t> reduced_products(const moment_sums& moments) const {
        std::vector<std::uint64_t> out(places_.size() * (places_.size() + 1) / 2);
        const std::size_t size = moments.sums.size();
        const auto at = [&](std::size_t i, std::size_t j) {
            if (i > j) std::swap(i, j);
            return moments.products[i * size - i * (i + 1) / 2 + j];
        };
        std::size_t product = 0;
        for (std::size_t a = 0; a < places_.size(); ++a) {
            for (std::size_t b = a; b < places_.size(); ++b, ++product) {
                for (const std::size_t i : places_[a]) {
                    for (const std::size_t j : places_[b]) add_checked(out[product], at(i, j));
                }
            }
        }
        return out;
    }
    [[nodiscard]] std::vector<std::uint64_t> reduced(const std::vector<std::uint64_t>& sums) const {
        std::vector<std::uint64_t> out(places_.size());
        for (std::size_t at = 0; at < places_.size(); ++at) {
            for (const std::size_t place : places_[at]) add_checked(out[at], sums[place]);
        }
        return out;
    }

    std::vector<std::vector<std::size_t>> places_;
};

/// The index of units whose answers are taken together.
exact_estimate estimate_pooled(const tally& counts, const term_maker& maker, const std::vector<std::size_t>& units,
                               const index_design& design) {
    const ratio_sum index = maker.make(units);
    if (index.terms.empty()) throw error(error_code::nothing_answered, "nobody answered a question of the index");
    const moment_reducer reducer(index);
    std::vector<index_stratum> strata;
    std::uint64_t persons = 0;
    for (const std::size_t unit : units) {
        add_checked(persons, maker.persons(unit));
        const unit_counts& of = counts.at(unit);
        // Strata are told by their number: what a file of answers has in that column may be anything.
        const std::size_t before = strata.size();
        const auto add = [&](const std::string& name) -> index_stratum& {
            const auto told = design.strata.find({of.unit, name});
            const std::size_t number = strata.size() - before + 1;
            strata.push_back({name.empty() ? of.unit : of.unit + ", number " + std::to_string(number),
                              told == design.strata.end() ? stratum_design{} : told->second});
            return strata.back();
        };
        const std::string* stratum = nullptr;
        for (const auto& [key, sums] : of.clusters) {
            if (stratum == nullptr || *stratum != key.first) add(key.first);  // keys are sorted
            stratum = &key.first;
            reducer.add_cluster(strata.back(), sums);
        }
        for (const auto& [name, moments] : of.strata) {
            index_stratum& own = add(name);
            own.drawn = moments.respondents;
            own.observed = maker.observed(unit, moments);
            own.respondents = &moments;
            reducer.add(own, moments.sums);
        }
    }
    std::vector<stratum_moments> moments;
    for (const index_stratum& each : strata) {
        moments.push_back(
            {each.name, each.drawn, each.sums, {}, each.design.population, each.design.weight, each.observed});
    }
    std::vector<moment_term> terms;
    for (const summed_term& each : index.terms)
        terms.push_back({each.coefficient, 2 * terms.size(), 2 * terms.size() + 1});
    exact_estimate out = linearise_index(
        moments, terms,
        counts.options().precision == tally_precision::clusters ? moment_unit::cluster : moment_unit::respondent,
        design.policy, persons,
        [&](std::size_t at, const whole_combination& combination) { return reducer.moments(strata[at], combination); });
    out.value -= index.constant;
    out.estimate.value = approximate(out.value);
    return out;
}

/// A stratum that is written in another way would have weight 1, and nobody would notice.
void check_strata(const tally& counts, const std::vector<std::size_t>& asked, const index_design& design) {
    for (const auto& [key, told] : design.strata) {
        const auto& [code, name] = key;
        const std::size_t unit = counts.find_unit(code);
        if (unit == questionnaire::none) {
            throw error(error_code::unknown_unit,
                        "the design has strata of unit " + quoted(code) + ", which the tally does not have");
        }
        if (std::find(asked.begin(), asked.end(), unit) == asked.end()) continue;
        const unit_counts& of = counts.at(unit);
        // The clusters of a stratum stand together, the first of them at or behind one without a name.
        const auto cluster = of.clusters.lower_bound({name, ""});
        if (of.strata.contains(name) || (cluster != of.clusters.end() && cluster->first.first == name)) continue;
        throw error(error_code::invalid_value,
                    "unit " + quoted(code) + " has no stratum " + quoted(name) + ", of which the design tells");
    }
}

}  // namespace

survey_estimate estimate_precision(const tally& counts, const index_request& request, const index_design& design) {
    if (counts.options().precision == tally_precision::none) {
        refuse("the tally was made without what precision needs: respondents or clusters");
    }
    if (request.row != 0) refuse("precision is kept of all respondents, not of some of them");
    const satisfaction_index exact = compute_index(counts, request);
    if (!exact.value()) throw error(error_code::nothing_answered, "nobody answered a question of the index");
    const term_maker maker(counts, request);
    std::vector<std::size_t> units;
    for (const std::string& code : request.units.empty() ? counts.units() : request.units) {
        units.push_back(counts.find_unit(code));
    }
    check_strata(counts, units, design);
    if (request.method.units == unit_aggregation::pooled) {
        return estimate_pooled(counts, maker, units, design).estimate;
    }
    // The weighted mean of indices of units, which were drawn independently.
    ratio weights;
    for (const index_term& each : exact.terms) weights += each.weight;
    survey_estimate out;
    ratio value;
    double variance = 0;
    for (std::size_t at = 0; at < units.size(); ++at) {
        if (exact.terms[at].weight.sign() == 0) continue;
        const std::vector<std::size_t> unit{units[at]};
        const auto [own, own_value] = estimate_pooled(counts, maker, unit, design);
        const ratio share = exact.terms[at].weight / weights;
        value = of_bounded_length(value + share * own_value);
        variance += approximate(share * share).value() * own.variance.value();
        out.persons += own.persons;
        out.clusters += own.clusters;
        out.strata += own.strata;
    }
    out.value = approximate(value);
    out.variance = approximate(variance);
    out.standard_error = approximate(std::sqrt(variance));
    return out;
}

}  // namespace parindex::inline v0
