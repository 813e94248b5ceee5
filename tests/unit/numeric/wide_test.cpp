// Compiled twice: with the compiler's 128-bit integer, and with PARINDEX_PORTABLE_WIDE.
#include "parindex/numeric/wide.hpp"

#include <doctest/doctest.h>

#include <initializer_list>

using namespace parindex;

namespace {
constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
constexpr std::uint64_t all = ~std::uint64_t{0};
constexpr std::uint64_t top = std::uint64_t{1} << 63;

bool is(wide::uint128 value, std::uint64_t high, std::uint64_t low) {
    return value.high == high && value.low == low;
}
}  // namespace

#ifdef PARINDEX_PORTABLE_WIDE
static_assert(PARINDEX_NATIVE_WIDE == 0);
#endif

TEST_CASE("magnitudes") {
    CHECK(wide::magnitude(0) == 0);
    CHECK(wide::magnitude(-1) == 1);
    CHECK(wide::magnitude(highest) == top - 1);
    CHECK(wide::magnitude(lowest) == top);
}

TEST_CASE("products of 64 by 64 bits") {
    CHECK(is(wide::multiply(std::uint64_t{0}, all), 0, 0));
    CHECK(is(wide::multiply(std::uint64_t{3}, std::uint64_t{5}), 0, 15));
    CHECK(is(wide::multiply(all, all), all - 1, 1));
    CHECK(is(wide::multiply(all, std::uint64_t{2}), 1, all - 1));
    CHECK(is(wide::multiply(top, top), top / 2, 0));
    CHECK(is(wide::multiply(std::uint64_t{0x1'0000'0000}, std::uint64_t{0x1'0000'0000}), 1, 0));
    CHECK(is(wide::multiply(std::uint64_t{0xffff'ffff}, std::uint64_t{0xffff'ffff}), 0, 0xffff'fffe'0000'0001));
    CHECK(is(wide::multiply(std::uint64_t{0x0123'4567'89ab'cdef}, std::uint64_t{0xfedc'ba98'7654'3210}),
             0x0121'fa00'ad77'd742, 0x2236'd88f'e561'8cf0));
}

TEST_CASE("sums and differences carry") {
    CHECK(is(wide::add(wide::uint128{0, all}, {0, 1}), 1, 0));
    CHECK(is(wide::add(wide::uint128{1, 2}, {3, 4}), 4, 6));
    CHECK(is(wide::add(wide::uint128{all, all}, {0, 1}), 0, 0));
    CHECK(is(wide::add(wide::uint128{0, all}, {0, all}), 1, all - 1));
    CHECK(is(wide::subtract(wide::uint128{1, 0}, {0, 1}), 0, all));
    CHECK(is(wide::subtract(wide::uint128{4, 6}, {3, 4}), 1, 2));
    CHECK(is(wide::subtract(wide::uint128{0, 5}, {0, 5}), 0, 0));
    CHECK(is(wide::subtract(wide::uint128{0, 0}, {0, 1}), all, all));
}

TEST_CASE("quotients of 128 by 64 bits") {
    const auto check = [](wide::uint128 value, std::uint64_t divisor) {
        const wide::division out = wide::divide(value, divisor);
        CHECK(out.remainder < divisor);
        const wide::uint128 low = wide::multiply(out.quotient.low, divisor);
        const wide::uint128 high = wide::multiply(out.quotient.high, divisor);
        CHECK(high.high == 0);
        CHECK(wide::add(wide::add({high.low, 0}, low), {0, out.remainder}) == value);
    };
    for (const std::uint64_t high : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{9}, top - 1, top, all}) {
        for (const std::uint64_t low : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{12345}, top, all}) {
            for (const std::uint64_t divisor :
                 {std::uint64_t{1}, std::uint64_t{2}, std::uint64_t{10}, std::uint64_t{1'000'000'007},
                  std::uint64_t{1'000'000'000'000'000'000}, top - 1, top, top + 1, all}) {
                check({high, low}, divisor);
            }
        }
    }
    const wide::division tenth = wide::divide({1, 0}, 10);
    CHECK(is(tenth.quotient, 0, 1'844'674'407'370'955'161));
    CHECK(tenth.remainder == 6);
}

TEST_CASE("64-bit arithmetic says when it overflows") {
    std::int64_t out = 0;
    CHECK_FALSE(wide::add_overflows(highest - 1, 1, out));
    CHECK(out == highest);
    CHECK(wide::add_overflows(highest, 1, out));
    CHECK_FALSE(wide::add_overflows(lowest, highest, out));
    CHECK(out == -1);
    CHECK(wide::add_overflows(lowest, -1, out));
    CHECK(wide::add_overflows(lowest, lowest, out));
    CHECK_FALSE(wide::subtract_overflows(lowest + 1, 1, out));
    CHECK(out == lowest);
    CHECK(wide::subtract_overflows(lowest, 1, out));
    CHECK(wide::subtract_overflows(0, lowest, out));
    CHECK(wide::subtract_overflows(highest, -1, out));
    CHECK_FALSE(wide::subtract_overflows(-1, lowest, out));
    CHECK(out == highest);
    CHECK_FALSE(wide::subtract_overflows(5, 7, out));
    CHECK(out == -2);
    CHECK_FALSE(wide::multiply_overflows(-3, 5, out));
    CHECK(out == -15);
    CHECK_FALSE(wide::multiply_overflows(-3, -5, out));
    CHECK(out == 15);
    CHECK_FALSE(wide::multiply_overflows(std::int64_t{1} << 32, -(std::int64_t{1} << 31), out));
    CHECK(out == lowest);
    CHECK(wide::multiply_overflows(std::int64_t{1} << 32, std::int64_t{1} << 31, out));
    CHECK(wide::multiply_overflows(lowest, -1, out));
    CHECK(wide::multiply_overflows(lowest, lowest, out));
    CHECK(wide::multiply_overflows(highest, -2, out));
    CHECK_FALSE(wide::multiply_overflows(highest, 1, out));
    CHECK(out == highest);
    CHECK_FALSE(wide::multiply_overflows(lowest, 1, out));
    CHECK(out == lowest);
    CHECK_FALSE(wide::multiply_overflows(lowest, 0, out));
    CHECK(out == 0);
}

TEST_CASE("signed magnitudes") {
    using value = wide::signed_magnitude;
    const auto equal = [](value a, value b) { return wide::compare(a, b) == 0; };
    CHECK(equal(wide::add(value{false, {0, 5}}, value{true, {0, 7}}), value{true, {0, 2}}));
    CHECK(equal(wide::add(value{true, {0, 5}}, value{false, {0, 7}}), value{false, {0, 2}}));
    CHECK(equal(wide::add(value{true, {0, 7}}, value{false, {0, 5}}), value{true, {0, 2}}));
    CHECK(equal(wide::add(value{true, {0, 7}}, value{true, {0, 5}}), value{true, {0, 12}}));
    CHECK(equal(wide::add(value{true, {0, 7}}, value{false, {0, 7}}), value{}));
    CHECK(equal(value{true, {}}, value{false, {}}));
    CHECK(wide::compare(value{true, {0, 1}}, value{false, {}}) < 0);
    CHECK(wide::compare(value{false, {}}, value{true, {0, 1}}) > 0);
    CHECK(wide::compare(value{true, {}}, value{false, {0, 1}}) < 0);
    CHECK(wide::compare(value{false, {0, 1}}, value{true, {}}) > 0);
    CHECK(wide::compare(value{false, {1, 0}}, value{false, {0, all}}) > 0);
    CHECK(wide::compare(value{true, {1, 0}}, value{true, {0, all}}) < 0);
    CHECK(equal(wide::multiply(lowest, std::uint64_t{10}), value{true, {5, 0}}));
    CHECK(equal(wide::multiply(std::int64_t{7}, std::uint64_t{10}), value{false, {0, 70}}));

    CHECK(value{false, {0, top - 1}}.fits_int64());
    CHECK(value{true, {0, top}}.fits_int64());
    CHECK_FALSE(value{false, {0, top}}.fits_int64());
    CHECK_FALSE(value{true, {0, top + 1}}.fits_int64());
    CHECK_FALSE(value{false, {1, 0}}.fits_int64());
    CHECK_FALSE(value{true, {1, 0}}.fits_int64());
    CHECK(value{true, {0, top}}.to_int64() == lowest);
    CHECK(value{true, {0, 5}}.to_int64() == -5);
    CHECK(value{false, {0, 5}}.to_int64() == 5);
    CHECK(wide::uint128{0, all}.fits_64());
    CHECK_FALSE(wide::uint128{1, 0}.fits_64());
}
