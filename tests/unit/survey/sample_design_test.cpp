#include "parindex/survey/sample_design.hpp"

#include "../numeric/expectations.hpp"
#include "samples.hpp"

#include <limits>

using namespace parindex;
using namespace parindex_test;

TEST_CASE("the variance of a sum needs the sums of each stratum only") {
    // z of 1, 2, 4 and of 3, 5: spreads 14/3 and 2.
    const std::vector<linearised_stratum> strata{linearised_stratum::from_sums("a", 3, 7, 21),
                                                 linearised_stratum::from_sums("b", 2, 8, 34)};
    const sampling_variance without = variance_of_sum(strata);
    CHECK(without.variance.value() == near(1.5 * 14 / 3 + 2 * 2));
    CHECK(without.degrees_of_freedom() == 3);
    std::vector<linearised_stratum> finite = strata;
    finite[0].population = 4;
    finite[1].population = 8;
    CHECK(variance_of_sum(finite).variance.value() == near(7.0 / 4 + 4 * 0.75));
    CHECK(variance_of_sum({}).variance == approximate(0));
    // What rounding makes of a spread of 0 is not below it.
    CHECK(linearised_stratum::from_sums("c", 3, 0.3, 0.03 - 1e-17).spread == 0);
}

TEST_CASE("single clusters: every policy") {
    const std::vector<linearised_stratum> strata{linearised_stratum::from_sums("a", 3, 7, 21),
                                                 linearised_stratum::from_sums("b", 1, 5, 25),
                                                 linearised_stratum::from_sums("c", 1, 2, 4)};
    CHECK(thrown_by([&] { return variance_of_sum(strata); }) == error_code::lonely_stratum);
    const auto variance = [&](single_cluster_policy policy) {
        return variance_of_sum(strata, policy).variance.value();
    };
    CHECK(variance(single_cluster_policy::remove) == near(7));
    CHECK(variance(single_cluster_policy::certainty) == near(7));
    CHECK(variance(single_cluster_policy::average) == near(21));
    // 14 over 5 clusters: 2.8 each.
    CHECK(variance(single_cluster_policy::adjust) == near(7 + 2.2 * 2.2 + 0.8 * 0.8));
    CHECK(variance_of_sum(strata, single_cluster_policy::adjust).degrees_of_freedom() == 2);
    CHECK(thrown_by([&] { return variance_of_sum(std::span(strata).subspan(1), single_cluster_policy::average); }) ==
          error_code::lonely_stratum);
    CHECK(to_string(single_cluster_policy::fail) == "fail");
    CHECK(to_string(single_cluster_policy::average) == "average");
}

TEST_CASE("sums that contradict each other are refused") {
    const auto code = [](linearised_stratum stratum) {
        return thrown_by([&] { return variance_of_sum(std::span(&stratum, 1)); });
    };
    CHECK(code({"a", 2, 2, 1, 1, 2}) == error_code::none);
    CHECK(code({"a", 2, 2, 1, 1, 1}) == error_code::population_below_sample);
    CHECK(code({"a", 2, 3, 1, 1}) == error_code::invalid_value);
    CHECK(code({"a", 2, 2, 1, -1}) == error_code::invalid_value);
    CHECK(code({"a", 2, 2, std::numeric_limits<double>::infinity(), 1}) == error_code::invalid_value);
    CHECK(code({"a", 2, 2, 1, std::numeric_limits<double>::max()}) == error_code::not_finite);
}
