// The precision of an index from a tally against the same from respondents, one by one.
#include "parindex/survey/index_precision.hpp"
#include "../findings.hpp"
#include "../numeric/expectations.hpp"
#include "forms.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>

using namespace parindex;

namespace {

struct respondent {
    std::size_t unit = 0;
    std::size_t stratum = 0;
    std::uint64_t cluster = 0;
    std::array<std::uint8_t, 3> answers{};  // places; 6 is blank
};

std::vector<respondent> random_respondents(unsigned seed) {
    std::mt19937 random(seed);
    std::vector<respondent> out;
    for (int count = 0; count < 300; ++count) {
        respondent each{random() % 2, random() % 3, random() % 4, {}};
        const auto leaning = static_cast<unsigned>(random() % 3);
        for (std::uint8_t& answer : each.answers) {
            answer = random() % 6 == 0 ? 6 : static_cast<std::uint8_t>(random() % 3 + leaning);
        }
        out.push_back(each);
    }
    return out;
}

tally count(const std::vector<respondent>& sample, tally_precision precision) {
    tally out(forms::fx1_form(), {{}, precision});
    for (const respondent& each : sample) {
        out.add(out.unit(each.unit == 0 ? "A" : "B"), {each.answers,
                                                       {},
                                                       {},
                                                       std::string(1, static_cast<char>('s' + each.stratum)),
                                                       std::string(1, static_cast<char>('a' + each.cluster))});
    }
    return out;
}

index_request request_of(index_formula formula, std::vector<std::string> units = {}, std::string_view scope = "") {
    index_request out;
    out.method.formula = formula;
    out.units = std::move(units);
    out.scope = *forms::fx1_form().find_scope(scope);
    return out;
}

/// What the same sample gives respondent by respondent: one of one unit, or both units pooled.
survey_estimate one_by_one(const std::vector<respondent>& sample, bool clusters, bool mean_of_items, int unit) {
    sample_design design;
    for (const char* name : {"As", "At", "Au", "Bs", "Bt", "Bu"}) design.strata.push_back({name});
    std::vector<observation> pooled;
    std::vector<std::array<double, 6>> numbers;
    numbers.reserve(sample.size());
    std::vector<index_observation> items;
    std::uint64_t person = 0;
    for (const respondent& each : sample) {
        ++person;
        if (unit >= 0 && each.unit != static_cast<std::size_t>(unit)) continue;
        numbers.push_back({});
        std::array<double, 6>& own = numbers.back();
        double satisfied = 0;
        double counted = 0;
        for (std::size_t at = 0; at < 3; ++at) {
            own[at] = each.answers[at] == 3 || each.answers[at] == 4 ? 1 : 0;
            own[3 + at] = each.answers[at] == 6 ? 0 : 1;
            satisfied += own[at];
            counted += own[3 + at];
        }
        const std::size_t stratum = 3 * each.unit + each.stratum;
        const std::uint64_t cluster = clusters ? each.cluster : person;
        pooled.push_back({stratum, cluster, 1, satisfied, counted});
        items.push_back({stratum, cluster, 1, std::span(own).first(3), std::span(own).last(3)});
    }
    if (!mean_of_items) return estimate_ratio(design, pooled);
    const std::array<double, 3> coefficients{1.0 / 3, 1.0 / 3, 1.0 / 3};
    return estimate_index(design, coefficients, items);
}

void check_equal(const survey_estimate& a, const survey_estimate& b) {
    CHECK(a.value.value() == doctest::Approx(b.value.value()).epsilon(1e-12));
    CHECK(a.standard_error.value() == doctest::Approx(b.standard_error.value()).epsilon(1e-10));
    CHECK(a.strata == b.strata);
    CHECK(a.persons == b.persons);
    CHECK(a.degrees_of_freedom() == b.degrees_of_freedom());
}

}  // namespace

TEST_CASE("the precision of a tally is that of its respondents") {
    for (unsigned seed = 1; seed <= 5; ++seed) {
        const std::vector<respondent> sample = random_respondents(seed);
        for (const bool clusters : {false, true}) {
            const tally counts = count(sample, clusters ? tally_precision::clusters : tally_precision::respondents);
            for (const bool items : {false, true}) {
                const index_formula formula = items ? index_formula::mean_of_items : index_formula::pooled_answers;
                check_equal(estimate_precision(counts, request_of(formula)), one_by_one(sample, clusters, items, -1));
                const survey_estimate found = estimate_precision(counts, request_of(formula, {"B"}));
                const survey_estimate expected = one_by_one(sample, clusters, items, 1);
                check_equal(found, expected);
                if (clusters) continue;
                CHECK_FALSE(found.design_effect);  // no weights, so no population
                CHECK(found.design_effect_with_replacement->value() ==
                      doctest::Approx(expected.design_effect_with_replacement->value()).epsilon(1e-10));
            }
        }
    }
}

TEST_CASE("the value is the exact index, whatever the formula") {
    const tally counts = count(random_respondents(3), tally_precision::respondents);
    std::uint64_t persons = 0;
    for (const char* unit : {"A", "B"}) persons += counts.persons(counts.find_unit(unit), 0, 0).persons;
    REQUIRE(persons < 300);  // some answered nothing
    for (const index_formula formula :
         {index_formula::pooled_answers, index_formula::mean_of_items, index_formula::mean_of_factors,
          index_formula::mean_level, index_formula::mean_level_of_highest, index_formula::mean_level_linear,
          index_formula::own_satisfied_sets}) {
        for (const unit_aggregation units :
             {unit_aggregation::pooled, unit_aggregation::mean_of_units, unit_aggregation::by_sample}) {
            index_request request = request_of(formula);
            request.method.units = units;
            const survey_estimate found = estimate_precision(counts, request);
            CHECK(found.value == approximate(*compute_index(counts, request).value()));
            CHECK(found.standard_error.value() > 0);
            CHECK(found.persons == persons);
        }
    }
}

TEST_CASE("means of units add up the variances of the units") {
    const tally counts = count(random_respondents(4), tally_precision::respondents);
    index_request request = request_of(index_formula::mean_of_items);
    request.method.units = unit_aggregation::by_population;
    request.populations = {{"A", 9000}, {"B", 1000}};
    const survey_estimate both = estimate_precision(counts, request);
    const survey_estimate a = estimate_precision(counts, request_of(index_formula::mean_of_items, {"A"}));
    const survey_estimate b = estimate_precision(counts, request_of(index_formula::mean_of_items, {"B"}));
    CHECK(both.variance.value() ==
          doctest::Approx(0.81 * a.variance.value() + 0.01 * b.variance.value()).epsilon(1e-12));
    CHECK(both.degrees_of_freedom() == a.degrees_of_freedom() + b.degrees_of_freedom());
}

TEST_CASE("totals of clusters need no room for their products") {
    const tally counts = count(random_respondents(3), tally_precision::clusters);
    std::vector<unit_counts> contents = counts.contents();
    constexpr std::uint64_t times = 10'000'000'000;
    for (unit_counts& unit : contents) {
        unit.sheets = {0, times * unit.sheets.returned, times * unit.sheets.valid};
        for (std::uint64_t& each : unit.rows) each *= times;
        for (auto& [key, sums] : unit.clusters) {
            for (std::uint64_t& each : sums) each *= times;
        }
    }
    const tally large = tally::from_contents(counts.form(), counts.options(), std::move(contents));
    for (const index_formula formula : {index_formula::pooled_answers, index_formula::mean_of_items}) {
        survey_estimate found = estimate_precision(large, request_of(formula));
        CHECK(found.persons % times == 0);
        found.persons /= times;
        check_equal(found, estimate_precision(counts, request_of(formula)));
    }
}

TEST_CASE("a mean of units who are all satisfied is 1, and not a little less") {
    for (const std::size_t units : {3U, 10U, 49U}) {
        tally counts(forms::fx1_form(), {{}, tally_precision::respondents});
        for (std::size_t unit = 0; unit < units; ++unit) {
            for (std::size_t person = 0; person < 3 + unit; ++person) {
                counts.add(counts.unit(std::to_string(unit)), {std::array<std::uint8_t, 3>{4, 4, 4}, {}, {}, "", ""});
            }
        }
        for (const index_formula formula :
             {index_formula::pooled_answers, index_formula::mean_of_items, index_formula::mean_level_linear}) {
            for (const unit_aggregation how : {unit_aggregation::mean_of_units, unit_aggregation::by_sample}) {
                index_request request = request_of(formula);
                request.method.units = how;
                const survey_estimate found = estimate_precision(counts, request);
                CHECK(found.value == approximate(1));
                CHECK(found.standard_error == approximate(0));
            }
        }
    }
}

TEST_CASE("whoever gave no answer that counts is no person and no degree of freedom") {
    // Of 40 persons, 10 leave the first question blank and 4 of these everything.
    const auto blank = static_cast<std::uint8_t>(6);
    for (const tally_precision kept : {tally_precision::respondents, tally_precision::clusters}) {
        tally counts(forms::fx1_form(), {{}, kept});
        for (std::size_t person = 0; person < 40; ++person) {
            const auto level = static_cast<std::uint8_t>(person % 5);
            const std::uint8_t other = person < 4 ? blank : level;
            counts.add(counts.unit("A"),
                       {std::array{person < 10 ? blank : level, other, other}, {}, {}, "", std::to_string(person)});
        }
        const survey_estimate question = estimate_precision(counts, request_of(index_formula::item_share, {}, "c1"));
        CHECK(question.persons == 30);
        CHECK(question.degrees_of_freedom() == 29);
        const survey_estimate factor = estimate_precision(counts, request_of(index_formula::mean_of_items, {}, "f1"));
        CHECK(factor.persons == 36);
        CHECK(factor.degrees_of_freedom() == 35);
        // 12 of 30, among 40 who were drawn.
        CHECK(question.variance.value() == doctest::Approx(0.4 * 0.6 / 30 * 40 / 39).epsilon(1e-12));
        if (kept == tally_precision::clusters) continue;
        CHECK(question.design_effect_with_replacement->value() == doctest::Approx(40.0 / 39 * 29 / 30).epsilon(1e-12));
    }
}

TEST_CASE("a finite population makes an index more precise, and weights move it") {
    const tally counts = count(random_respondents(4), tally_precision::respondents);
    const index_request request = request_of(index_formula::pooled_answers, {"A"});
    const survey_estimate endless = estimate_precision(counts, request);
    index_design design;
    for (const char* stratum : {"s", "t", "u"}) {
        design.strata[{"A", stratum}].population = counts.at(counts.find_unit("A")).strata.at(stratum).respondents;
    }
    CHECK(estimate_precision(counts, request, design).standard_error.value() == 0);  // everybody was asked
    design.strata[{"A", "s"}] = {ratio(5), {}};
    CHECK(estimate_precision(counts, request, design).value != endless.value);
}

TEST_CASE("a finer difference: pooled answers of one person are no independent persons") {
    // 100 persons who answer all three questions alike: 300 answers, but the error is that of 100 persons.
    tally counts(forms::fx1_form(), {{}, tally_precision::respondents});
    for (int person = 0; person < 100; ++person) {
        const std::uint8_t answer = person < 80 ? 4 : 0;
        counts.add(counts.unit("A"), {std::array{answer, answer, answer}, {}, {}, "", ""});
    }
    const survey_estimate found = estimate_precision(counts, request_of(index_formula::pooled_answers));
    CHECK(found.variance.value() == doctest::Approx(0.8 * 0.2 / 99).epsilon(1e-12));
    CHECK(found.persons == 100);
}

TEST_CASE("a design of strata that there are not is refused") {
    for (const tally_precision kept : {tally_precision::respondents, tally_precision::clusters}) {
        const tally counts = count(random_respondents(4), kept);
        const auto code = [&](const char* unit, const char* stratum, std::vector<std::string> units) {
            index_design design;
            design.strata[{unit, stratum}] = {ratio(2), {}};
            const index_request request = request_of(index_formula::pooled_answers, std::move(units));
            return thrown_by([&] { (void)estimate_precision(counts, request, design); });
        };
        for (const char* stratum : {"s", "t", "u"}) CHECK(code("A", stratum, {}) == error_code::none);
        for (const char* stratum : {"", "S", "s ", "v"}) CHECK(code("A", stratum, {}) == error_code::invalid_value);
        CHECK(code("A", "S", {"B"}) == error_code::none);  // another index's
        CHECK(code("a", "s", {}) == error_code::unknown_unit);
        CHECK(code("a", "s", {"B"}) == error_code::unknown_unit);
    }
}

TEST_CASE("what has no standard error is refused") {
    const tally plain = count(random_respondents(1), tally_precision::none);
    const tally counts = count(random_respondents(1), tally_precision::respondents);
    CHECK(thrown_by([&] { (void)estimate_precision(plain, request_of(index_formula::pooled_answers)); }) ==
          error_code::formula_not_applicable);
    CHECK(thrown_by([&] { (void)estimate_precision(counts, request_of(index_formula::every_answer)); }) ==
          error_code::formula_not_applicable);
    CHECK(thrown_by([&] { (void)estimate_precision(counts, request_of(index_formula::pooled_answers, {"C"})); }) ==
          error_code::unknown_unit);
    CHECK(thrown_by([] {
              (void)estimate_precision(tally(forms::fx1_form(), {{}, tally_precision::respondents}),
                                       request_of(index_formula::pooled_answers));
          }) == error_code::nothing_answered);
    tally lonely(forms::fx1_form(), {{}, tally_precision::clusters});
    lonely.add(lonely.unit("A"), {std::array<std::uint8_t, 3>{4, 4, 0}, {}, {}, "s", "village"});
    CHECK(thrown_by([&] { (void)estimate_precision(lonely, request_of(index_formula::pooled_answers)); }) ==
          error_code::lonely_stratum);
}
