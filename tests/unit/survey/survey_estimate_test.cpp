#include "samples.hpp"

#include "../numeric/expectations.hpp"

#include <cmath>
#include <limits>
#include <string>

using namespace parindex;
using namespace parindex_test;

TEST_CASE("G1: mean of a stratified sample, without and with the finite population") {
    const survey_estimate without = estimate_ratio(eight_persons_design(false), eight_persons());
    CHECK(without.value.value() == near(1471.0 / 270));
    CHECK(printed(without.standard_error, 7, "0.7412683"));
    CHECK(without.degrees_of_freedom() == 6);
    const survey_estimate with = estimate_ratio(eight_persons_design(true), eight_persons());
    CHECK(with.value == without.value);
    CHECK(with.standard_error.value() == near(std::sqrt(1537.0 / 4050)));
    CHECK(printed(with.standard_error, 7, "0.6160407"));
}

TEST_CASE("G2: a stratum with one cluster fails until somebody decides") {
    const auto variance = [](single_cluster_policy policy) {
        return estimate_total(lonely_design(policy), lonely_persons()).variance.value();
    };
    try {
        variance(single_cluster_policy::fail);
        FAIL("no error");
    } catch (const error& problem) {
        CHECK(problem.code() == error_code::lonely_stratum);
        CHECK(std::string(problem.what()).find("\"3\"") != std::string::npos);
    }
    CHECK(variance(single_cluster_policy::remove) == near(126625));
    CHECK(variance(single_cluster_policy::certainty) == near(126625));
    CHECK(variance(single_cluster_policy::average) == near(189937.5));
    // As survey 4.5. The installed 4.1.1 takes the distance from 0: 126625 + 660^2 = 562225.
    CHECK(variance(single_cluster_policy::adjust) == near(126625 + 30.9 * 30.9));
    CHECK(printed(approximate(variance(single_cluster_policy::adjust)), 2, "127579.81"));
}

TEST_CASE("G4: share of a cluster sample: standard error, design effects, degrees of freedom") {
    const survey_estimate without = estimate_ratio(six_clusters_design(false), six_clusters());
    CHECK(without.value.value() == near(0.75));
    CHECK(printed(without.standard_error, 15, "0.111040226822486"));
    CHECK(printed(*without.design_effect, 8, "1.51970836"));
    CHECK(printed(*without.design_effect_with_replacement, 8, "1.51247166"));
    CHECK(without.degrees_of_freedom() == 4);
    CHECK(without.persons == 24);

    const survey_estimate with = estimate_ratio(six_clusters_design(true), six_clusters());
    CHECK(printed(with.standard_error, 13, "0.0954239258445"));
    CHECK(printed(*with.design_effect, 8, "1.12231336"));
    CHECK(printed(*with.design_effect_with_replacement, 8, "1.11696901"));
}

TEST_CASE("clusters that were drawn but did not answer count in the variance, not in the degrees of freedom") {
    std::vector<observation> sample = six_clusters();
    for (observation& each : sample) {
        if (each.cluster == 1) each.numerator = each.denominator = 0;
    }
    const survey_estimate part = estimate_ratio(six_clusters_design(false), sample);
    CHECK(part.persons == 20);
    CHECK(part.clusters == 5);
    CHECK(part.degrees_of_freedom() == 3);
    // svymean(~y, subset(design, psu != 2), deff = TRUE)
    CHECK(part.value.value() == near(0.7236842105263157));
    CHECK(part.standard_error.value() == near(0.1166707407845020));
    CHECK(part.design_effect->value() == near(1.2990674523714174));
    std::vector<observation> less = sample;
    std::erase_if(less, [](const observation& each) { return each.denominator == 0; });
    CHECK(estimate_ratio(six_clusters_design(false), less).value == part.value);
    CHECK(estimate_ratio(six_clusters_design(false), less).variance != part.variance);

    // A stratum in which nobody answered is not there, also if it has one cluster.
    sample.push_back({2, 99, 5, 0, 0});
    sample_design three = six_clusters_design(false);
    three.strata.push_back({"none"});
    const survey_estimate same = estimate_ratio(three, sample);
    CHECK(same.variance == part.variance);
    CHECK(same.degrees_of_freedom() == 3);
}

TEST_CASE("a stratum that was drawn whole has no error") {
    const sample_design whole{{{"TP", 3}, {"H", 3}}};
    CHECK(estimate_ratio(whole, six_clusters()).variance == approximate(0));
    CHECK(thrown_by([] {
              return estimate_ratio({{{"TP", 2}, {"H", 12}}}, six_clusters());
          }) == error_code::population_below_sample);
    sample_design lonely = lonely_design(single_cluster_policy::fail);
    lonely.strata[2].population = 1;
    CHECK(estimate_total(lonely, lonely_persons()).variance.value() == near(126625));
}

TEST_CASE("answers that are all alike have no error and no design effect") {
    std::vector<observation> sample = six_clusters();
    for (const double value : {0.0, 1.0, 3.0, 0.1}) {
        for (observation& each : sample) {
            each.weight = 0.1 + 0.7 * static_cast<double>(each.cluster);
            each.denominator = 1 + static_cast<double>(each.cluster % 3);
            each.numerator = value * each.denominator;
        }
        const survey_estimate alike = estimate_ratio(six_clusters_design(false), sample);
        CHECK(alike.value.value() == near(value));
        CHECK(alike.standard_error == approximate(0));
        CHECK_FALSE(alike.design_effect);
        CHECK_FALSE(alike.design_effect_with_replacement);
    }
}

TEST_CASE("the order of respondents and the numbers of clusters change nothing") {
    std::vector<observation> sample = six_clusters();
    std::uint64_t state = 11;
    for (observation& each : sample) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        each.weight = 1 + static_cast<double>(state >> 40) / 1e3;
        each.numerator += static_cast<double>(state >> 60);
    }
    const survey_estimate before = estimate_ratio(six_clusters_design(true), sample);
    for (int turn = 0; turn < 20; ++turn) {
        for (std::size_t at = sample.size(); at > 1; --at) {
            state = state * 6364136223846793005U + 1442695040888963407U;
            std::swap(sample[at - 1], sample[(state >> 33) % at]);
        }
        for (observation& each : sample) each.cluster = ~each.cluster * 7;
        const survey_estimate after = estimate_ratio(six_clusters_design(true), sample);
        CHECK(after.value.value() == near(before.value.value()));
        CHECK(after.variance.value() == near(before.variance.value()));
        CHECK(after.design_effect->value() == near(before.design_effect->value()));
    }
}

TEST_CASE("persons that were added up give the same error, and no design effect") {
    std::vector<observation> sums;
    for (const observation& each : six_clusters()) {
        if (sums.empty() || sums.back().cluster != each.cluster) {
            sums.push_back(each);
            continue;
        }
        sums.back().numerator += each.numerator;
        sums.back().denominator += each.denominator;
        ++sums.back().persons;
    }
    const survey_estimate by_person = estimate_ratio(six_clusters_design(true), six_clusters());
    const survey_estimate by_cluster = estimate_ratio(six_clusters_design(true), sums);
    CHECK(by_cluster.persons == 24);
    CHECK(by_cluster.variance.value() == near(by_person.variance.value()));
    CHECK_FALSE(by_cluster.design_effect);
}

TEST_CASE("an index of one question is its ratio, the answers of a person are not independent") {
    // Everybody answers ten questions alike: the index is as uncertain as one question, not a tenth of that.
    const std::vector<double> coefficients(10, 0.1);
    std::vector<std::vector<double>> rows;
    for (const observation& each : six_clusters()) rows.emplace_back(10, each.numerator);
    const std::vector<double> ones(10, 1);
    std::vector<index_observation> sample;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const observation one = six_clusters()[at];
        sample.push_back({one.stratum, one.cluster, one.weight, rows[at], ones});
    }
    const survey_estimate index = estimate_index(six_clusters_design(false), coefficients, sample);
    const survey_estimate share = estimate_ratio(six_clusters_design(false), six_clusters());
    CHECK(index.persons == 24);
    CHECK(index.value.value() == near(share.value.value()));
    CHECK(index.variance.value() == near(share.variance.value()));
    CHECK(index.design_effect->value() == near(share.design_effect->value()));
}

TEST_CASE("observations that cannot be are refused") {
    const auto code = [](observation each) {
        std::vector<observation> sample = six_clusters();
        sample.push_back(each);
        return thrown_by([&] { return estimate_ratio(six_clusters_design(false), sample); });
    };
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(code({0, 0, 1, 1, 1}) == error_code::none);
    CHECK(code({2, 0, 1, 1, 1}) == error_code::invalid_value);
    CHECK(code({0, 0, -1, 1, 1}) == error_code::invalid_value);
    CHECK(code({0, 0, nan, 1, 1}) == error_code::invalid_value);
    CHECK(code({0, 0, 1, nan, 1}) == error_code::invalid_value);
    CHECK(code({0, 0, 1, 1, nan}) == error_code::invalid_value);
    CHECK(code({0, 0, 1, 1, -1}) == error_code::invalid_value);
    CHECK(code({0, 0, 1, 1, 0}) == error_code::invalid_value);
    CHECK(code({0, 0, 1, 1, 1, 0}) == error_code::invalid_value);
    CHECK(thrown_by([] { return estimate_ratio({{{"1"}}}, {}); }) == error_code::nothing_answered);
    CHECK(thrown_by([] { return estimate_total({{{"1"}}}, {}); }) == error_code::nothing_answered);
    CHECK(thrown_by([] { return estimate_index({{{"1"}}}, {}, {}); }) == error_code::nothing_answered);
    const std::vector<observation> nobody{{0, 0, 1, 0, 0}};
    CHECK(thrown_by([&] { return estimate_ratio({{{"1"}}}, nobody); }) == error_code::nothing_answered);
    const std::vector<double> one{1};
    const std::vector<index_observation> uneven{{0, 0, 1, one, {}}};
    CHECK(thrown_by([&] { return estimate_index({{{"1"}}}, one, uneven); }) == error_code::invalid_value);
}
