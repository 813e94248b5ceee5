#include "parindex/numeric/sum.hpp"

#include "expectations.hpp"

#include "parindex/support/limits.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

using namespace parindex;
using namespace parindex::literals;

namespace {

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
constexpr decimal parts(std::int64_t coefficient, int scale) {
    return decimal::from_parts(coefficient, scale);
}

decimal column(const std::vector<decimal>& values) {
    return sum(values);
}
ratio fractions(const std::vector<ratio>& values) {
    return sum(values);
}

/// The sum, one `+` after the other.
template <class Number>
Number one_by_one(const std::vector<Number>& values) {
    return std::accumulate(values.begin(), values.end(), Number{});
}

}  // namespace

TEST_CASE("a column sum keeps the largest scale") {
    CHECK(to_string(column(std::vector<decimal>{})) == "0");
    CHECK(to_string(column({12_dec, 11.72_dec, 0.5_dec})) == "24.22");
    CHECK(to_string(column({0.95_dec, 0.93_dec, 0.95_dec, 0.78_dec})) == "3.61");
    CHECK(to_string(column({1.00_dec, 1.00_dec})) == "2.00");
    CHECK(to_string(column({-1.5_dec, 1.5_dec})) == "0.0");
    CHECK(to_string(column({-1.5_dec, -2.25_dec})) == "-3.75");
    CHECK(to_string(column({parts(1, 18), 1_dec})) == "1.000000000000000001");
}

TEST_CASE("only the whole sum has to fit") {
    CHECK(column({decimal(highest), decimal(1), decimal(-1)}) == decimal(highest));
    CHECK(column({decimal(highest), decimal(highest), decimal(lowest), decimal(lowest)}) == -2);
    CHECK(column({decimal(lowest), decimal(lowest), decimal(highest), decimal(highest), 2.5_dec}) == 0.5_dec);
    CHECK(column({decimal(lowest)}) == decimal(lowest));
    CHECK(column({parts(highest, 1), parts(3, 1)}) == parts(922'337'203'685'477'581, 0));
    CHECK(column({parts(1, 18), decimal(highest), parts(-1, 18)}).scale() == 0);
    CHECK(thrown_by([] { return column({decimal(highest), decimal(1)}); }) == error_code::overflow);
    CHECK(thrown_by([] { return column({decimal(lowest), decimal(-1)}); }) == error_code::overflow);
    CHECK(thrown_by([] { return column({decimal(highest), parts(1, 18)}); }) == error_code::overflow);
    CHECK(thrown_by([] { return column({decimal(highest), parts(1, 1)}); }) == error_code::overflow);
    CHECK(thrown_by([] { return sum(std::vector<decimal>(3'000, decimal(highest))); }) == error_code::overflow);
    // Totals of single scales beyond 64 bits that cancel.
    std::vector<decimal> cancelling(3, decimal(highest));
    cancelling.insert(cancelling.end(), 30, parts(-highest, 1));
    CHECK(to_string(sum(cancelling)) == "0.0");
    for (decimal& value : cancelling) value = -value;
    cancelling.push_back(0.25_dec);
    CHECK(to_string(sum(cancelling)) == "0.25");
    // Blocks of one scale whose halves leave 32 bits, and cancel only in the total.
    std::vector<decimal> blocks(3 * 1'024);
    for (const std::size_t at : {0U, 1U, 2U, 1'024U, 1'025U, 1'026U}) blocks[at] = decimal(highest);
    for (std::size_t at = 2'048; at < 2'054; ++at) blocks[at] = decimal(-highest);
    blocks.push_back(decimal(7));
    CHECK(to_string(sum(blocks)) == "7");
    // So large that the partial sum has to stop before it leaves 128 bits.
    std::vector<decimal> enormous(100'000, decimal(highest));
    enormous.push_back(parts(1, 18));
    CHECK(thrown_by([&] { return sum(enormous); }) == error_code::overflow);
    for (decimal& value : enormous) value = value.scale() == 0 ? decimal(lowest) : value;
    CHECK(thrown_by([&] { return sum(enormous); }) == error_code::overflow);
}

TEST_CASE("column sums of every length agree with one addition after the other") {
    std::vector<decimal> same_scale;
    std::vector<decimal> mixed;
    std::vector<std::int64_t> coefficients;
    decimal expected_same;
    decimal expected_mixed;
    std::uint64_t state = 12345;
    for (int length = 1; length <= 5'000; ++length) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        const auto coefficient = static_cast<std::int64_t>(state >> 20) - (std::int64_t{1} << 43);
        same_scale.push_back(parts(coefficient, 2));
        mixed.push_back(parts(coefficient / 1'000, static_cast<int>(state >> 60) % 5));
        coefficients.push_back(coefficient);
        expected_same += same_scale.back();
        expected_mixed += mixed.back();
        if (length > 40 && length % 97 != 0 && length % 1024 > 2 && length % 1024 < 1022) continue;
        REQUIRE(sum(same_scale) == expected_same);
        REQUIRE(sum(mixed) == expected_mixed);
        REQUIRE(sum(coefficients, 2) == expected_same);
    }
}

TEST_CASE("a column of coefficients") {
    const std::vector<std::int64_t> edges{highest, highest, lowest, lowest, -1, 4};
    CHECK(to_string(sum(edges, 2)) == "0.01");
    CHECK(to_string(sum(std::span<const std::int64_t>(), 2)) == "0.00");
    CHECK(thrown_by([&] { return sum(edges, 19); }) == error_code::invalid_scale);
    CHECK(thrown_by([&] { return sum(edges, -1); }) == error_code::invalid_scale);
    const std::vector<std::int64_t> large{highest, 3};
    CHECK(thrown_by([&] { return sum(large, 0); }) == error_code::overflow);
    CHECK(sum(large, 1) == parts(922'337'203'685'477'581, 0));
}

TEST_CASE("the sum of fractions is in lowest terms") {
    CHECK(fractions(std::vector<ratio>{}).to_string() == "0");
    CHECK(fractions({ratio(1, 2), ratio(1, 3), ratio(1, 6)}).to_string() == "1");
    CHECK(fractions({ratio(1, 6), ratio(1, 6)}).to_string() == "1/3");
    CHECK(fractions({ratio(1, 2), ratio(-1, 2)}).to_string() == "0");
    CHECK(fractions({ratio(-1, 2), ratio(-1, 3)}).to_string() == "-5/6");
    CHECK(fractions({ratio(0), ratio(5, 7), ratio(0)}).to_string() == "5/7");
    CHECK(fractions({ratio(highest), ratio(highest), ratio(2)}).to_string() == "18446744073709551616");
    CHECK(fractions({ratio(lowest), ratio(lowest), ratio(highest), ratio(highest)}).to_string() == "-2");
    CHECK(fractions({ratio(lowest), ratio(highest)}).to_string() == "-1");
    CHECK(fractions({ratio(1, highest), ratio(1, highest - 1)}) == ratio(1, highest) + ratio(1, highest - 1));
    CHECK(fractions({ratio(1, highest), ratio(1, highest - 1), ratio(-1, highest), ratio(1, 1 - highest)}) == 0);
    CHECK(fractions({ratio(lowest, highest), ratio(lowest, highest)}) == ratio(lowest, highest) * 2);
}

TEST_CASE("big values join the sum") {
    const ratio big = ratio(highest) * highest;
    CHECK(fractions({big, ratio(1, 2), -big}) == ratio(1, 2));
    CHECK(fractions({big, ratio(1, 2), big / 3}) == big + ratio(1, 2) + big / 3);
}

TEST_CASE("hundreds of different denominators") {
    std::vector<ratio> values;
    for (int denominator = 1; denominator <= 400; ++denominator) {
        values.emplace_back(denominator % 7 - 3, denominator);
        values.emplace_back(denominator * 3 + 1, 401 - denominator);
    }
    CHECK(sum(values) == one_by_one(values));
    // 1/(k (k+1)) telescopes.
    values.clear();
    for (int k = 1; k <= 400; ++k) values.emplace_back(1, k * (k + 1));
    CHECK(sum(values).to_string() == "400/401");
    // Powers of one prime, where several steps are needed to reach lowest terms.
    values.clear();
    for (int repeat = 0; repeat < 1'024; ++repeat) values.emplace_back(1, std::int64_t{1} << 62);
    CHECK(sum(values).to_string() == "1/4503599627370496");
    values.assign(9, ratio(highest / 7 / 7 / 73 * 2, highest));
    CHECK(sum(values) == one_by_one(values));
}

TEST_CASE("a common denominator beyond the limit is refused") {
    // Denominators of 63 bits without a common factor: 260 of them have a product of 16,380 bits, one more is too many.
    std::vector<std::int64_t> denominators;
    for (std::int64_t next = highest; denominators.size() < 261; --next) {
        const bool coprime = std::all_of(denominators.begin(), denominators.end(),
                                         [&](std::int64_t before) { return std::gcd(before, next) == 1; });
        if (coprime) denominators.push_back(next);
    }
    std::vector<ratio> values;
    for (const std::int64_t denominator : denominators) values.emplace_back(1, denominator);
    CHECK(thrown_by([&] { return sum(values); }) == error_code::ratio_too_large);
    values.pop_back();
    CHECK(sum(values) == one_by_one(values));
}
