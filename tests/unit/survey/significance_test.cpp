#include "parindex/survey/significance.hpp"

#include "../numeric/expectations.hpp"
#include "samples.hpp"

using namespace parindex;
using namespace parindex::literals;
using namespace parindex_test;

TEST_CASE("5.3: the national rise of 2024 is real, that of one city may be chance") {
    const difference_test nation = test_difference({0.8394_dec, 36'525}, {0.8266_dec, 39'765});
    CHECK(printed(nation.difference, 4, "0.0128"));
    CHECK(printed(*nation.statistic, 2, "4.74"));
    CHECK(nation.p_value < approximate(1e-5));
    CHECK(printed(*test_difference({0.8394_dec, 36'525, 2}, {0.8266_dec, 39'765, 2}).statistic, 2, "3.35"));
    const difference_test city = test_difference({0.9059_dec, 580}, {0.8890_dec, 580});
    CHECK(printed(*city.statistic, 2, "0.95"));
    CHECK(printed(city.p_value, 2, "0.34"));
    CHECK(printed(test_difference({0.83_dec, 562}, {0, 1}).standard_error, 4, "0.0158"));
}

TEST_CASE("a difference without error is certain, none is none") {
    const difference_test certain = test_difference({1, 10}, {0, 10});
    CHECK_FALSE(certain.statistic);
    CHECK(certain.p_value == approximate(0));
    CHECK(test_difference({1, 10}, {1, 20}).p_value == approximate(1));
    CHECK(thrown_by([] { return test_difference({2, 10}, {1, 20}); }) == error_code::invalid_value);
    CHECK(thrown_by([] { return test_difference({-1, 10}, {1, 20}); }) == error_code::invalid_value);
    CHECK(thrown_by([] { return test_difference({1, 10}, {1, 0}); }) == error_code::invalid_value);
    CHECK(thrown_by([] { return test_difference({1, 10}, {1, 20, 0}); }) == error_code::invalid_value);
}

TEST_CASE("two designs are compared with the degrees of freedom of both") {
    const survey_estimate share = estimate_ratio(six_clusters_design(false), six_clusters());
    std::vector<observation> worse = six_clusters();
    for (observation& each : worse) each.numerator = each.cluster == 5 ? 0 : each.numerator;
    const survey_estimate other = estimate_ratio(six_clusters_design(false), worse);
    const difference_test student = test_difference(share, other);
    const difference_test normal = test_difference(share, other, reference_distribution::normal);
    CHECK(student.statistic == normal.statistic);
    CHECK(student.difference.value() == near(share.value.value() - other.value.value()));
    CHECK(student.p_value > normal.p_value);
    // 2 * pt() and 2 * pnorm() of R at this statistic.
    CHECK(student.statistic->value() == near(1.2082441866603542));
    CHECK(student.p_value.value() == near(0.2614538764504424));
    CHECK(normal.p_value.value() == near(0.2269533499794493));
    CHECK(test_difference(share, share).p_value == approximate(1));
    CHECK(test_difference(other, share).p_value == student.p_value);

    const std::vector<observation> one{{0, 1, 1, 1}};
    const survey_estimate alone = estimate_ratio({{{"a"}}, single_cluster_policy::certainty}, one);
    CHECK(thrown_by([&] { return test_difference(alone, alone); }) == error_code::no_interval);
}
