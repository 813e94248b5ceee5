#include "parindex/survey/satisfaction_index.hpp"

#include "survey/index/index_plan.hpp"
#include "survey/tally/exact_count.hpp"
#include "text/quoted.hpp"

#include <algorithm>

namespace parindex::inline v0 {

namespace {

/// Indices of the units that are asked for.
std::vector<std::size_t> chosen_units(const tally& counts, const std::vector<std::string>& codes) {
    std::vector<std::string> seen = codes;
    std::sort(seen.begin(), seen.end());
    const auto twice = std::adjacent_find(seen.begin(), seen.end());
    if (twice != seen.end()) {
        throw error(error_code::duplicate_unit, "an index is asked for of unit " + quoted(*twice) + " twice");
    }
    std::vector<std::size_t> out;
    for (const std::string& code : codes.empty() ? counts.units() : codes) {
        out.push_back(counts.find_unit(code));
        if (out.back() == questionnaire::none) {
            throw error(error_code::unknown_unit, "the tally has no unit " + quoted(code));
        }
    }
    return out;
}

class unit_weights {
public:
    unit_weights(const tally& counts, const index_request& request) : counts_(counts), request_(request) {}

    /// A population is asked for even where nobody answered: whoever gives all but one has forgotten it.
    [[nodiscard]] ratio of(std::size_t unit, bool has_value) const {
        ratio weight = 1;
        if (request_.method.units == unit_aggregation::by_population)
            weight = exact_count(population(counts_.at(unit).unit));
        if (!has_value) return 0;
        return request_.method.units == unit_aggregation::by_sample ? exact_count(sample(unit)) : weight;
    }

private:
    [[nodiscard]] std::uint64_t population(const std::string& code) const {
        const auto found = request_.populations.find(code);
        if (found == request_.populations.end()) {
            throw error(error_code::population_missing, "unit " + quoted(code) + " has no population to weigh it with");
        }
        return found->second;
    }

    /// Counts that come without sheets must not leave a unit out of the mean unnoticed.
    [[nodiscard]] std::uint64_t sample(std::size_t unit) const {
        const std::uint64_t sheets =
            request_.row == 0 ? counts_.at(unit).sheets.valid : counts_.respondents(unit, request_.row);
        if (sheets == 0) {
            throw error(
                error_code::formula_not_applicable,
                "unit " + quoted(counts_.at(unit).unit) + " has answers, but nobody said of how many valid sheets");
        }
        return sheets;
    }

    const tally& counts_;
    const index_request& request_;
};

}  // namespace

satisfaction_index compute_index(const tally& counts, const index_request& request) {
    const questionnaire& form = counts.form();
    const index_plan plan(form, request.method.formula, request.scope, request.clamp_at_zero);
    if (request.row >= counts.rows()) {
        throw error(error_code::unknown_option,
                    "an index is asked for of respondents whom the tally does not tell apart");
    }
    const std::vector<std::size_t> units = chosen_units(counts, request.units);
    satisfaction_index out;
    out.questionnaire = form.code();
    out.survey_method = form.method();
    out.method = request.method;
    out.scope = form.code_of(request.scope);
    out.units = units.size();
    if (request.method.units == unit_aggregation::pooled) {
        pooled_index pooled = plan.apply(counts, units, request.row);
        out.share = std::move(pooled.share);
        out.terms = std::move(pooled.terms);
        out.clamped = pooled.clamped;
        return out;
    }
    const unit_weights weights(counts, request);
    for (const std::size_t& unit : units) {
        pooled_index own = plan.apply(counts, {&unit, 1}, request.row);
        ratio weight = weights.of(unit, own.share.denominator.sign() != 0);
        out.terms.push_back({counts.at(unit).unit, std::move(own.share), std::move(weight)});
        out.clamped = out.clamped || own.clamped;
    }
    out.share = mean_share(out.terms);
    return out;
}

}  // namespace parindex::inline v0
