#include "numeric/natural.hpp"

#include <doctest/doctest.h>

#include <initializer_list>
#include <vector>

using namespace parindex;

namespace {

constexpr std::uint64_t all = ~std::uint64_t{0};
constexpr std::uint64_t top = std::uint64_t{1} << 63;

bool is(const natural& value, std::initializer_list<std::uint64_t> words) {
    return std::vector<std::uint64_t>(value.words().begin(), value.words().end()) == std::vector<std::uint64_t>(words);
}

/// 2^(64 * zeros) * value, least words first.
natural shifted(std::uint64_t value, int zeros) {
    natural out(value);
    for (int step = 0; step < zeros; ++step) {
        out.multiply(top);
        out.multiply(2);
    }
    return out;
}

}  // namespace

TEST_CASE("zero has no words") {
    CHECK(is(natural(), {}));
    CHECK(is(natural(0), {}));
    CHECK(is(natural(1), {1}));
    natural value(5);
    value.subtract(natural(5));
    CHECK(is(value, {}));
    value.multiply(7);
    CHECK(is(value, {}));
    CHECK(value.divide(7) == 0);
    CHECK(value.remainder(7) == 0);
    value.add_product(natural(3), 0);
    CHECK(is(value, {}));
}

TEST_CASE("products grow by a word exactly when they carry") {
    natural value(top);
    value.multiply(1);
    CHECK(is(value, {top}));
    value.multiply(2);
    CHECK(is(value, {0, 1}));
    value.multiply(3);
    CHECK(is(value, {0, 3}));
    natural square(all);
    square.multiply(all);
    CHECK(is(square, {1, all - 1}));
    square.multiply(all);
    CHECK(is(square, {all, 2, all - 2}));
}

TEST_CASE("quotients and remainders carry from word to word") {
    natural value = shifted(3, 2);
    CHECK(value.remainder(7) == 5);
    CHECK(value.divide(7) == 5);
    value.multiply(7);
    value.add_product(natural(5), 1);
    CHECK(is(value, {0, 0, 3}));
    CHECK(value.divide(4) == 0);
    CHECK(is(value, {0, std::uint64_t{3} << 62}));
    CHECK(value.remainder(1) == 0);
}

TEST_CASE("sums of products") {
    natural value(all);
    value.add_product(natural(1), 1);
    CHECK(is(value, {0, 1}));
    value.add_product(shifted(1, 2), all);
    CHECK(is(value, {0, 1, all}));
    value.add_product(shifted(1, 2), 1);
    CHECK(is(value, {0, 1, 0, 1}));
    natural full(all);
    full.multiply(all);                   // 2^128 - 2^65 + 1
    full.add_product(natural(all), all);  // twice that
    CHECK(is(full, {2, all - 3, 1}));
}

TEST_CASE("differences borrow") {
    natural value = shifted(1, 2);
    value.subtract(natural(1));
    CHECK(is(value, {all, all}));
    value.subtract(shifted(1, 1));
    CHECK(is(value, {all, all - 1}));
    natural equal_words = shifted(5, 1);
    equal_words.subtract(natural(1));
    equal_words.subtract(shifted(3, 1));
    CHECK(is(equal_words, {all, 1}));
    equal_words.subtract(shifted(1, 1));
    CHECK(is(equal_words, {all}));
}

TEST_CASE("order") {
    CHECK(natural() < natural(1));
    CHECK_FALSE(natural() < natural());
    CHECK_FALSE(natural(1) < natural());
    CHECK(natural(all) < shifted(1, 1));
    CHECK_FALSE(shifted(1, 1) < natural(all));
    CHECK(shifted(1, 2) < shifted(2, 2));
    CHECK_FALSE(shifted(2, 2) < shifted(1, 2));
    natural larger = shifted(1, 2);
    larger.add_product(natural(1), 1);
    CHECK(shifted(1, 2) < larger);
    CHECK_FALSE(larger < shifted(1, 2));
    CHECK_FALSE(larger < larger);
    natural highest_first = shifted(1, 2);
    highest_first.add_product(shifted(9, 1), 1);
    CHECK(larger < highest_first);
}
