#include "parindex/survey/moment_estimate.hpp"

#include "../numeric/expectations.hpp"
#include "samples.hpp"

#include <cstddef>
#include <utility>

using namespace parindex;
using namespace parindex_test;

namespace {

/// Answers of a stratum: for each unit drawn, a vector of whole numbers, and the sums that a tally would keep.
struct answers {
    std::vector<std::vector<std::uint64_t>> rows;
    std::vector<std::uint64_t> sums;
    std::vector<std::uint64_t> products;

    void add(std::vector<std::uint64_t> row) {
        sums.resize(row.size());
        products.resize(row.size() * (row.size() + 1) / 2);
        std::size_t place = 0;
        for (std::size_t i = 0; i < row.size(); ++i) {
            sums[i] += row[i];
            for (std::size_t j = i; j < row.size(); ++j) products[place++] += row[i] * row[j];
        }
        rows.push_back(std::move(row));
    }
    [[nodiscard]] stratum_moments moments(std::string_view name, ratio weight = 1,
                                          std::optional<std::uint64_t> population = std::nullopt) const {
        return {name, rows.size(), sums, products, population, std::move(weight)};
    }
};

/// Random sheets: satisfied and counted answers to each of `questions`, correlated within a sheet.
answers sheets(std::size_t count, std::size_t questions, std::uint64_t state) {
    answers out;
    for (std::size_t sheet = 0; sheet < count; ++sheet) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        const std::uint64_t mood = state >> 62;
        std::vector<std::uint64_t> row;
        for (std::size_t question = 0; question < questions; ++question) {
            state = state * 6364136223846793005U + 1442695040888963407U;
            const bool counted = sheet < questions || (state >> 60) != 0;
            row.push_back(counted && (state >> 40 & 3) <= mood ? 1 : 0);
            row.push_back(counted ? 1 : 0);
        }
        out.add(std::move(row));
    }
    return out;
}

survey_estimate by_respondent(const std::vector<std::pair<const answers*, double>>& strata, const sample_design& design,
                              std::size_t questions) {
    std::vector<std::vector<double>> numbers;
    for (const auto& [of, weight] : strata) {
        for (const std::vector<std::uint64_t>& row : of->rows) {
            for (const std::size_t first : {0U, 1U}) {
                numbers.emplace_back();
                for (std::size_t place = first; place < row.size(); place += 2) {
                    numbers.back().push_back(static_cast<double>(row[place]));
                }
            }
        }
    }
    std::vector<index_observation> sample;
    for (std::size_t stratum = 0; stratum < strata.size(); ++stratum) {
        for (std::size_t row = 0; row < strata[stratum].first->rows.size(); ++row) {
            const std::size_t at = sample.size();
            sample.push_back({stratum, at, strata[stratum].second, numbers[2 * at], numbers[2 * at + 1]});
        }
    }
    return estimate_index(design, std::vector<double>(questions, 1 / static_cast<double>(questions)), sample);
}

std::vector<moment_term> mean_of(std::size_t questions) {
    std::vector<moment_term> out;
    for (std::size_t at = 0; at < questions; ++at) out.push_back({ratio(1, questions), 2 * at, 2 * at + 1});
    return out;
}

}  // namespace

TEST_CASE("sums of a tally give what the respondents give") {
    for (const std::size_t questions : {1U, 3U, 22U}) {
        const answers first = sheets(60, questions, 1);
        const answers second = sheets(45, questions, 2);
        const std::vector<stratum_moments> strata{first.moments("a", ratio(5, 2), 150), second.moments("b", 7, 90)};
        const survey_estimate sums = estimate_index(strata, mean_of(questions), moment_unit::respondent);
        const survey_estimate persons =
            by_respondent({{&first, 2.5}, {&second, 7.0}}, {{{"a", 150}, {"b", 90}}}, questions);
        CHECK(sums.value.value() == near(persons.value.value()));
        CHECK(sums.variance.value() == near(persons.variance.value()));
        CHECK(sums.degrees_of_freedom() == 103);
        CHECK(sums.persons == 105);
        if (persons.persons != 105) continue;  // somebody answered nothing, who is no person of an effect
        CHECK(sums.design_effect->value() == near(persons.design_effect->value()));
        CHECK(sums.design_effect_with_replacement->value() == near(persons.design_effect_with_replacement->value()));
    }
}

TEST_CASE("51 items in 63 strata, each with a weight N/n of its own") {
    std::vector<answers> samples;
    std::vector<stratum_moments> strata;
    std::vector<std::pair<const answers*, double>> weighted;
    sample_design design;
    for (std::size_t at = 0; at < 63; ++at) samples.push_back(sheets(53 + 2 * at, 51, at));
    for (const answers& each : samples) {
        const std::uint64_t population = 100'003 + 1'009 * strata.size();
        strata.push_back(each.moments("", ratio(population, each.rows.size()), population));
        weighted.emplace_back(&each, static_cast<double>(population) / static_cast<double>(each.rows.size()));
        design.strata.push_back({"", population});
    }
    const survey_estimate sums = estimate_index(strata, mean_of(51), moment_unit::respondent);
    const survey_estimate persons = by_respondent(weighted, design, 51);
    const auto close = [](approximate value) { return doctest::Approx(value.value()).epsilon(1e-9).scale(1e-30); };
    CHECK(sums.value.value() == close(persons.value));
    CHECK(sums.variance.value() == close(persons.variance));
    CHECK(sums.degrees_of_freedom() == persons.degrees_of_freedom());
    REQUIRE(persons.persons == sums.persons);
    CHECK(sums.design_effect->value() == close(*persons.design_effect));
    CHECK(sums.design_effect_with_replacement->value() == close(*persons.design_effect_with_replacement));
}

TEST_CASE("sheets that are all alike have no error, also where coefficients were rounded") {
    // Of every item, all answer the same share; it is another for each item.
    std::vector<answers> samples(21);
    std::vector<stratum_moments> strata;
    for (std::size_t at = 0; at < samples.size(); ++at) {
        for (std::uint64_t person = 0; person < 3 + at % 7; ++person) {
            std::vector<std::uint64_t> row;
            for (std::uint64_t item = 0; item < 51; ++item) {
                const std::uint64_t times = 1 + (person + item + at) % 5;
                row.push_back(times * (item + 1));
                row.push_back(times * (2 * item + 3));
            }
            samples[at].add(std::move(row));
        }
        strata.push_back(samples[at].moments("", ratio(100'003 + 1'009 * at, 1'000 + 17 * at)));
    }
    const survey_estimate found = estimate_index(strata, mean_of(51), moment_unit::respondent);
    CHECK(found.variance == approximate(0));
    CHECK(found.standard_error == approximate(0));
    ratio mean;
    for (std::uint64_t item = 0; item < 51; ++item) mean += ratio(item + 1, 2 * item + 3) / 51;
    CHECK(found.value.value() == near(approximate(mean).value()));
}

TEST_CASE("the variance of a simple random sample is p(1-p)/(n-1), exactly") {
    answers sample;
    for (std::uint64_t person = 0; person < 562; ++person) sample.add({person < 466 ? 1U : 0U, 1});
    const std::vector<stratum_moments> one{sample.moments("province")};
    const std::vector<moment_term> share{{1, 0, 1}};
    const survey_estimate found = estimate_index(one, share, moment_unit::respondent);
    CHECK(found.variance == approximate(ratio(466, 562) * ratio(96, 562) / 561));
    CHECK(found.design_effect_with_replacement->value() == near(1));
    CHECK_FALSE(found.design_effect);  // the weights say nothing of a population
    CHECK(estimate_index(one, share, moment_unit::cluster).persons == 0);
    CHECK(estimate_index(one, share, moment_unit::cluster, single_cluster_policy::fail, 5'000).persons == 5'000);
    const survey_estimate fewer = estimate_index(one, share, moment_unit::respondent, single_cluster_policy::fail, 560);
    CHECK(fewer.persons == 560);
    CHECK(fewer.degrees_of_freedom() == 559);
    CHECK(fewer.variance == found.variance);
    for (const std::uint64_t wrong : {0U, 563U}) {
        CHECK(thrown_by([&] {
                  return estimate_index(one, share, moment_unit::respondent, single_cluster_policy::fail, wrong);
              }) == error_code::invalid_value);
    }

    // Its finite population, as of a ballot in which 562 of 750 took part.
    const std::vector<stratum_moments> ballot{sample.moments("commune", 1, 750)};
    CHECK(estimate_index(ballot, share, moment_unit::respondent).variance.value() ==
          near(466.0 / 562 * 96 / 562 / 561 * 188 / 750));
}

TEST_CASE("sheets that are all alike have no error, though a third is no binary number") {
    answers sample;
    for (std::uint64_t person = 1; person < 50; ++person) sample.add({person % 7, person % 7 * 3});
    const std::vector<stratum_moments> one{sample.moments("a", ratio(1, 3))};
    const survey_estimate found = estimate_index(one, std::vector<moment_term>{{1, 0, 1}}, moment_unit::respondent);
    CHECK(found.value == approximate(ratio(1, 3)));
    CHECK(found.variance == approximate(0));
    CHECK_FALSE(found.design_effect_with_replacement);
}

TEST_CASE("a combination adds up over strata, and strata of one unit follow the policy") {
    answers first;
    first.add({1, 2});
    first.add({3, 1});
    answers second;
    second.add({5, 5});
    const std::vector<stratum_moments> strata{first.moments("a"), second.moments("b", 2)};
    const std::vector<ratio> combination{ratio(1, 2), ratio(-1, 3)};
    // c'v of -1/6, 7/6 and 2 * 5/6; mean 8/9.
    const survey_estimate found = estimate_combination(strata, combination, single_cluster_policy::adjust);
    CHECK(found.value.value() == near(8.0 / 3));
    CHECK(found.variance.value() == near(16.0 / 9 + 49.0 / 81));
    CHECK(thrown_by([&] { return estimate_combination(strata, combination); }) == error_code::lonely_stratum);
}

TEST_CASE("sums and products may need all of their 64 bits") {
    answers sample;
    sample.add({3'500'000'000, 3'600'000'000});
    sample.add({1, 2});
    REQUIRE(sample.products.front() > ~std::uint64_t{0} / 2);
    const std::vector<stratum_moments> one{sample.moments("a")};
    const survey_estimate found = estimate_index(one, std::vector<moment_term>{{1, 0, 1}}, moment_unit::cluster);
    const survey_estimate rows =
        estimate_ratio({{{"a"}}}, std::vector<observation>{{0, 0, 1, 3.5e9, 3.6e9}, {0, 1, 1, 1, 2}});
    CHECK(found.value.value() == near(rows.value.value()));
    CHECK(found.variance.value() == doctest::Approx(rows.variance.value()).epsilon(1e-6).scale(1e-30));
}

TEST_CASE("a stratum in which nobody answered is not there, also if only one was asked") {
    answers some;
    some.add({1, 1});
    some.add({0, 1});
    answers silent;
    silent.add({0, 0});
    const std::vector<stratum_moments> both{some.moments("a"), silent.moments("b")};
    const survey_estimate found = estimate_index(both, std::vector<moment_term>{{1, 0, 1}}, moment_unit::respondent);
    CHECK(found.variance == approximate(0.25));
    CHECK(found.persons == 2);
    CHECK(found.strata == 1);
}

TEST_CASE("sums that no numbers have, or that do not fit together, are refused") {
    const std::vector<std::uint64_t> sums{3, 4};
    const std::vector<std::uint64_t> products{5, 6, 8};
    const std::vector<std::uint64_t> impossible{4, 6, 8};
    const std::vector<ratio> combination{1, 0};
    const auto code = [&](stratum_moments stratum) {
        return thrown_by([&] { return estimate_combination(std::span(&stratum, 1), combination); });
    };
    CHECK(code({"a", 2, sums, products}) == error_code::none);
    CHECK(code({"a", 2, sums, impossible}) == error_code::invalid_value);
    CHECK(code({"a", 2, sums, std::span(products).first(2)}) == error_code::invalid_value);
    CHECK(code({"a", 2, std::span(sums).first(1), products}) == error_code::invalid_value);
    CHECK(code({"a", 2, sums, products, std::nullopt, 0}) == error_code::invalid_value);
    CHECK(code({"a", 2, sums, products, 1}) == error_code::population_below_sample);
    const std::vector<stratum_moments> good{{"a", 2, sums, products}};
    const auto index = [&](moment_term term) {
        return thrown_by([&] { return estimate_index(good, std::span(&term, 1), moment_unit::respondent); });
    };
    CHECK(index({1, 0, 1}) == error_code::none);
    CHECK(index({1, 0, 2}) == error_code::invalid_value);
    CHECK(index({1, 2, 0}) == error_code::invalid_value);
    CHECK(thrown_by([&] { return estimate_index(good, {}, moment_unit::respondent); }) == error_code::nothing_answered);
    const std::vector<std::uint64_t> nothing(3);
    const std::vector<stratum_moments> silent{{"a", 2, std::span(nothing).first(2), nothing}};
    CHECK(thrown_by([&] {
              return estimate_index(silent, std::vector<moment_term>{{1, 0, 1}}, moment_unit::respondent);
          }) == error_code::nothing_answered);
}
