#include "parindex/survey/survey_estimate.hpp"

#include "survey/precision/compensated_sum.hpp"
#include "survey/precision/design_effect.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace parindex::inline v0 {

namespace {

/// A respondent as the variance sees him.
struct linearised {
    std::size_t stratum = 0;
    std::uint64_t cluster = 0;
    double weight = 0;
    double value = 0;  // r, before the weight
    std::uint64_t persons = 0;
    bool counts = false;
};

[[noreturn]] void refuse(std::size_t row, const char* what) {
    throw error(error_code::invalid_value, "observation " + std::to_string(row + 1) + ": " + what);
}

template <class Observation>
void check(const sample_design& design, const Observation& each, std::size_t row) {
    if (each.stratum >= design.strata.size()) refuse(row, "the design has no such stratum");
    if (each.persons == 0) refuse(row, "at least one person is needed");
    if (!std::isfinite(each.weight) || each.weight < 0) refuse(row, "a weight is a number of at least 0");
}

void check_answer(double numerator, double denominator, std::size_t row) {
    if (!std::isfinite(denominator) || denominator < 0) refuse(row, "a denominator is a number of at least 0");
    if (!std::isfinite(numerator)) refuse(row, "a numerator is a number");
    if (denominator == 0 && numerator != 0) refuse(row, "a numerator of nothing: its denominator is 0");
}

/// y - R x, where what rounding leaves of an exact 0 is 0: sheets that are all alike have no error.
double residual(double numerator, double ratio, double denominator) {
    const double expected = ratio * denominator;
    const double difference = numerator - expected;
    const double noise =
        8 * std::numeric_limits<double>::epsilon() * std::max(std::fabs(numerator), std::fabs(expected));
    return std::fabs(difference) <= noise ? 0 : difference;
}

/// The moments of each stratum, from the totals of its clusters.
std::vector<linearised_stratum> moments(const sample_design& design, std::vector<linearised>& rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const linearised& a, const linearised& b) {
        return a.stratum != b.stratum ? a.stratum < b.stratum : a.cluster < b.cluster;
    });
    std::vector<linearised_stratum> out(design.strata.size());
    for (std::size_t stratum = 0; stratum < out.size(); ++stratum) {
        out[stratum].name = design.strata[stratum].name;
        out[stratum].population = design.strata[stratum].population;
    }
    std::vector<double> totals;
    for (auto row = rows.begin(); row != rows.end();) {
        const std::size_t stratum = row->stratum;
        linearised_stratum& of = out[stratum];
        totals.clear();
        compensated_sum sum;
        while (row != rows.end() && row->stratum == stratum) {
            const std::uint64_t cluster = row->cluster;
            compensated_sum total;
            bool observed = false;
            for (; row != rows.end() && row->stratum == stratum && row->cluster == cluster; ++row) {
                total.add(row->weight * row->value);
                observed = observed || row->counts;
            }
            totals.push_back(total.value());
            sum.add(total.value());
            of.observed += observed ? 1 : 0;
        }
        of.clusters = totals.size();
        of.sum = sum.value();
        compensated_sum spread;
        for (const double total : totals) {
            const double distance = total - of.sum / static_cast<double>(totals.size());
            spread.add(distance * distance);
        }
        of.spread = spread.value();
    }
    return out;
}

survey_estimate finish(const sample_design& design, std::vector<linearised>& rows, double value) {
    survey_estimate out;
    out.value = approximate(value);
    set_variance(out, variance_of_sum(moments(design, rows), design.policy));

    bool single = true;  // every row is one person
    compensated_sum weight;
    compensated_sum weighted;
    for (const linearised& row : rows) {
        if (!row.counts) continue;
        out.persons += row.persons;
        single = single && row.persons == 1;
        weight.add(row.weight);
        weighted.add(row.weight * row.value);
    }
    if (!single || out.persons == 0) return out;
    const double mean = weighted.value() / weight.value();
    compensated_sum spread;
    for (const linearised& row : rows) {
        if (row.counts) spread.add(row.weight * (row.value - mean) * (row.value - mean));
    }
    set_design_effects(out, spread.value(), weight.value());
    return out;
}

}  // namespace

survey_estimate estimate_ratio(const sample_design& design, std::span<const observation> sample) {
    std::vector<index_observation> rows;
    rows.reserve(sample.size());
    for (const observation& each : sample) {
        rows.push_back({each.stratum, each.cluster, each.weight, std::span(&each.numerator, 1),
                        std::span(&each.denominator, 1), each.persons});
    }
    constexpr double one = 1;
    return estimate_index(design, std::span(&one, 1), rows);
}

survey_estimate estimate_total(const sample_design& design, std::span<const observation> sample) {
    std::vector<linearised> rows;
    rows.reserve(sample.size());
    compensated_sum total;
    bool any = false;
    for (const observation& each : sample) {
        check(design, each, rows.size());
        check_answer(each.numerator, each.denominator, rows.size());
        const bool counts = each.denominator > 0 && each.weight > 0;
        any = any || counts;
        rows.push_back({each.stratum, each.cluster, each.weight, each.numerator, each.persons, counts});
        total.add(each.weight * each.numerator);
    }
    if (!any) throw error(error_code::nothing_answered, "a total of nobody");
    return finish(design, rows, total.value());
}

survey_estimate estimate_index(const sample_design& design, std::span<const double> coefficients,
                               std::span<const index_observation> sample) {
    const std::size_t questions = coefficients.size();
    if (questions == 0) throw error(error_code::nothing_answered, "an index of no questions");
    std::vector<compensated_sum> above(questions);
    std::vector<compensated_sum> below(questions);
    for (std::size_t row = 0; row < sample.size(); ++row) {
        const index_observation& each = sample[row];
        check(design, each, row);
        if (each.numerators.size() != questions || each.denominators.size() != questions) {
            refuse(row, "a numerator and a denominator are needed for each coefficient");
        }
        for (std::size_t question = 0; question < questions; ++question) {
            check_answer(each.numerators[question], each.denominators[question], row);
            above[question].add(each.weight * each.numerators[question]);
            below[question].add(each.weight * each.denominators[question]);
        }
    }

    compensated_sum value;
    std::vector<double> ratios(questions);
    for (std::size_t question = 0; question < questions; ++question) {
        if (!(below[question].value() > 0)) {
            throw error(error_code::nothing_answered,
                        "question " + std::to_string(question + 1) + " of the index has no answer that counts");
        }
        ratios[question] = above[question].value() / below[question].value();
        value.add(coefficients[question] * ratios[question]);
    }

    std::vector<linearised> rows;
    rows.reserve(sample.size());
    for (const index_observation& each : sample) {
        linearised row{each.stratum, each.cluster, each.weight, 0, each.persons, false};
        compensated_sum sum;
        for (std::size_t question = 0; question < questions; ++question) {
            if (each.denominators[question] == 0) continue;
            row.counts = row.counts || each.weight > 0;
            sum.add(coefficients[question] *
                    residual(each.numerators[question], ratios[question], each.denominators[question]) /
                    below[question].value());
        }
        row.value = sum.value();
        rows.push_back(row);
    }
    return finish(design, rows, value.value());
}

}  // namespace parindex::inline v0
