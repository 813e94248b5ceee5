#include "parindex/survey/confidence_interval.hpp"

#include "../numeric/expectations.hpp"
#include "samples.hpp"

#include <string>

using namespace parindex;
using namespace parindex::literals;
using namespace parindex_test;

namespace {

std::string text(const confidence_interval& found, int places) {
    return to_fixed(found.lower, places) + " " + to_fixed(found.upper, places);
}

}  // namespace

TEST_CASE("G4: intervals of a share from a cluster sample") {
    const survey_estimate without = estimate_ratio(six_clusters_design(false), six_clusters());
    CHECK(text(interval_of(without, interval_method::mean), 9) == "0.441702906 1.058297094");
    CHECK(text(interval_of(without, interval_method::logit), 9) == "0.366876813 0.939509037");
    CHECK(text(interval_of(without, interval_method::beta), 9) == "0.360322773 0.965334753");
    const survey_estimate with = estimate_ratio(six_clusters_design(true), six_clusters());
    CHECK(text(interval_of(with, interval_method::mean), 9) == "0.485060708 1.014939292");
    CHECK(text(interval_of(with, interval_method::logit), 9) == "0.422041780 0.924952549");
    CHECK(text(interval_of(with, interval_method::beta), 9) == "0.419355097 0.948070271");
    // 4.1.1 does not have it: where (p-x)^2 = t^2 x(1-x)/n_eff, found in R by uniroot().
    const confidence_interval wilson = interval_of(without, interval_method::wilson);
    CHECK(text(wilson, 9) == "0.401049903 0.930753186");
}

TEST_CASE("G5: intervals of simple shares, to the printed digits") {
    CHECK(text(interval_of_share(71, 72, interval_method::mean), 5) == "0.95908 1.01314");
    CHECK(text(interval_of_share(71, 72, interval_method::wilson), 12) == "0.925433978525 0.997544048117");
    CHECK(text(interval_of_share(71, 72, interval_method::beta), 12) == "0.925028689146 0.999648425595");
    CHECK(text(interval_of_share(0, 30, interval_method::wilson), 12) == "0.000000000000 0.113513393174");
    CHECK(text(interval_of_share(0, 30, interval_method::beta), 12) == "0.000000000000 0.115703308222");
    CHECK(text(interval_of_share(480, 580, interval_method::wilson), 12) == "0.794714778073 0.856146845847");
    CHECK(text(interval_of_share(480, 580, interval_method::beta), 12) == "0.794334830142 0.857456984397");
}

TEST_CASE("shares of nobody and of everybody mirror each other, and have a width by wilson and beta only") {
    for (const interval_method method : {interval_method::wilson, interval_method::beta}) {
        const confidence_interval none = interval_of_share(0, 30, method);
        const confidence_interval all = interval_of_share(30, 30, method);
        CHECK(none.lower == approximate(0));
        CHECK(all.upper == approximate(1));
        CHECK(all.lower.value() == near(1 - none.upper.value()));
    }
    CHECK(text(interval_of_share(30, 30, interval_method::mean), 3) == "1.000 1.000");
    CHECK(thrown_by([] { return interval_of_share(0, 30, interval_method::logit); }) == error_code::no_interval);
    CHECK(thrown_by([] { return interval_of_share(30, 30, interval_method::logit); }) == error_code::no_interval);

    std::vector<observation> sample = six_clusters();
    for (observation& each : sample) each.numerator = 1;
    const survey_estimate all = estimate_ratio(six_clusters_design(false), sample);
    CHECK(thrown_by([&] { return interval_of(all, interval_method::logit); }) == error_code::no_interval);
    const confidence_interval beta = interval_of(all, interval_method::beta);
    CHECK(beta.upper == approximate(1));
    // Wider than of 24 persons drawn simply: there are 4 degrees of freedom only.
    CHECK(beta.lower < interval_of_share(24, 24, interval_method::beta).lower);
    CHECK(interval_of(all, interval_method::wilson).upper == approximate(1));
    CHECK(interval_of(all, interval_method::wilson).lower < approximate(1));
}

TEST_CASE("a higher level is a wider interval") {
    for (const interval_method method :
         {interval_method::mean, interval_method::logit, interval_method::wilson, interval_method::beta}) {
        const confidence_interval narrow = interval_of_share(480, 580, method, 0.9_dec);
        const confidence_interval wide = interval_of_share(480, 580, method, 0.99_dec);
        CHECK(wide.lower < narrow.lower);
        CHECK(wide.upper > narrow.upper);
        CHECK_FALSE(to_string(method).empty());
    }
    for (const decimal level : {0_dec, 1_dec, -0.5_dec, 95_dec}) {
        CHECK(thrown_by([&] { return interval_of_share(1, 2, interval_method::beta, level); }) ==
              error_code::invalid_value);
    }
    CHECK(thrown_by([] { return interval_of_share(1, 0, interval_method::beta); }) == error_code::invalid_value);
    CHECK(thrown_by([] { return interval_of_share(3, 2, interval_method::beta); }) == error_code::invalid_value);
}

TEST_CASE("intervals need degrees of freedom, and those of shares a share") {
    const std::vector<observation> pair{{0, 1, 1, 1}, {1, 2, 1, 0}};
    const survey_estimate lonely = estimate_ratio({{{"a"}, {"b"}}, single_cluster_policy::certainty}, pair);
    CHECK(thrown_by([&] { return interval_of(lonely, interval_method::mean); }) == error_code::no_interval);
    const survey_estimate level = estimate_ratio(eight_persons_design(false), eight_persons());
    CHECK(interval_of(level, interval_method::mean).lower.value() ==
          near(level.value.value() * 2 - interval_of(level, interval_method::mean).upper.value()));
    for (const interval_method method : {interval_method::logit, interval_method::wilson, interval_method::beta}) {
        CHECK(thrown_by([&] { return interval_of(level, method); }) == error_code::no_interval);
    }
}

TEST_CASE("5.3: the margin of a province and of the country") {
    const auto margin = [](std::uint64_t satisfied, std::uint64_t persons, int places) {
        const confidence_interval found = interval_of_share(satisfied, persons, interval_method::mean);
        return to_fixed(approximate((found.upper.value() - found.lower.value()) * 50), places);
    };
    CHECK(margin(466, 562, 2) == "3.11");
    CHECK(margin(30659, 36525, 3) == "0.377");
}
