#include "parindex/numeric/allocation.hpp"

#include "expectations.hpp"

#include "parindex/numeric/sum.hpp"

#include <string>

using namespace parindex;
using namespace parindex::literals;

namespace {

/// The shares as one line.
std::string shares(decimal total, std::vector<ratio> weights, int places) {
    std::string out;
    for (const decimal share : allocate(total, weights, places)) out += to_string(share) + " ";
    return out;
}

}  // namespace

TEST_CASE("PAR-T11: shares rounded one by one miss 100, allocated ones do not") {
    const std::vector<ratio> weights{9, 62, 41, 24};
    decimal rounded_sum;
    std::string alone;
    for (const ratio& weight : weights) {
        const decimal share = (weight * 100 / 136).to_decimal(2).value;
        alone += to_string(share) + " ";
        rounded_sum += share;
    }
    CHECK(alone == "6.62 45.59 30.15 17.65 ");
    CHECK(rounded_sum == 100.01_dec);
    // 41 and 24 lose the same 12/17 of a unit: the larger weight comes first.
    CHECK(shares(100, weights, 2) == "6.62 45.59 30.15 17.64 ");
}

TEST_CASE("ties go to the larger weight, then to the earlier position") {
    CHECK(shares(1, {1, 1, 1}, 0) == "1 0 0 ");
    CHECK(shares(2, {1, 1, 1}, 0) == "1 1 0 ");
    CHECK(shares(100, {1, 1, 1}, 2) == "33.34 33.33 33.33 ");
    CHECK(shares(2, {1, 3}, 0) == "0 2 ");
    CHECK(shares(2, {3, 1}, 0) == "2 0 ");
    CHECK(shares(0.01_dec, {ratio(1, 3), ratio(2, 3), ratio(2, 3)}, 2) == "0.00 0.01 0.00 ");
    CHECK(shares(10, {1, 2, 2, 1}, 0) == "2 3 3 2 ");
    CHECK(shares(5, {1, 2, 2, 1}, 0) == "1 2 1 1 ");
}

TEST_CASE("shares are exact where they can be") {
    CHECK(shares(10, {1, 4}, 2) == "2.00 8.00 ");
    CHECK(shares(10.00_dec, {1, 4}, 0) == "2 8 ");
    CHECK(shares(7, {5}, 1) == "7.0 ");
    CHECK(shares(7, {0, 5, 0}, 1) == "0.0 7.0 0.0 ");
    CHECK(shares(0, {0, 0}, 1) == "0.0 0.0 ");
    CHECK(shares(0.00_dec, {}, 1).empty());
    CHECK(shares(-100, {9, 62, 41, 24}, 2) == "-6.62 -45.59 -30.15 -17.64 ");
}

TEST_CASE("what cannot be split is refused") {
    CHECK(thrown_by([] { return shares(1, {}, 2); }) == error_code::division_by_zero);
    CHECK(thrown_by([] { return shares(1, {0, 0}, 2); }) == error_code::division_by_zero);
    CHECK(thrown_by([] { return shares(1, {1, -1}, 2); }) == error_code::invalid_value);
    CHECK(thrown_by([] { return shares(0.001_dec, {1, 1}, 2); }) == error_code::invalid_scale);
    CHECK(thrown_by([] { return shares(1, {1, 1}, -1); }) == error_code::invalid_scale);
    CHECK(thrown_by([] { return shares(1, {1, 1}, 19); }) == error_code::invalid_scale);
    CHECK(thrown_by([] { return shares(100, {1, 1}, 17); }) == error_code::overflow);
    CHECK(shares(9, {1, 2}, 18) == "3.000000000000000000 6.000000000000000000 ");
    CHECK(shares(9.000_dec, {1, 1}, 18) == "4.500000000000000000 4.500000000000000000 ");
}

TEST_CASE("shares always add up, and none is a unit away from its exact value") {
    std::uint64_t state = 7;
    for (int round = 0; round < 200; ++round) {
        std::vector<ratio> weights;
        for (int index = 0; index <= round % 17; ++index) {
            state = state * 6364136223846793005U + 1442695040888963407U;
            weights.emplace_back(state >> 54, 1 + (state >> 20) % 9);
        }
        weights.emplace_back(1);
        const decimal total = decimal::from_parts(static_cast<std::int64_t>(state >> 40) - 8'000'000, round % 4);
        const int places = round % 4 + round % 3;
        const std::vector<decimal> out = allocate(total, weights, places);
        REQUIRE(sum(out) == total);
        for (std::size_t index = 0; index < out.size(); ++index) {
            REQUIRE(abs(out[index] - total * weights[index] / sum(weights)) < decimal::from_parts(1, places));
        }
    }
}
