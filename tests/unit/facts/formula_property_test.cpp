// Random formulas against an evaluation of their own: on points the same value, over ranges one that contains it.
#include "expectations.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <vector>

using namespace parindex;

namespace {

using number = std::optional<ratio>;  // nothing after a division by zero
using verdict = std::optional<bool>;

constexpr int fact_count = 3;
constexpr const char* fact_names[fact_count] = {"a", "bb", "c_1"};

/// A formula as the test knows it: how it is written, how tightly it binds, and what it gives.
struct expression {
    std::string text;
    int rank = 9;  // 1 or, 2 and, 3 not, 4 comparison, 5 sum, 6 product, 7 sign, 9 primary
    std::function<number(const std::vector<ratio>&)> value;
};
struct condition {
    std::string text;
    int rank = 9;
    std::function<verdict(const std::vector<ratio>&)> holds;
};

class random_formula {
public:
    explicit random_formula(std::uint64_t seed) : engine_(seed) {}

    int between(int low, int high) {
        return low + static_cast<int>(engine_() % static_cast<std::uint64_t>(high - low + 1));
    }

    expression a_number(int depth) {
        switch (depth == 0 ? between(0, 2) : between(0, 10)) {
            case 0: return literal();
            case 1:
            case 2: return a_fact();
            case 3: return sum(depth);
            case 4:
            case 5: return product(depth);
            case 6: return negative(depth);
            case 7: return extreme(depth);
            case 8: return rounding(depth);
            default: return choice(depth);
        }
    }

    condition a_condition(int depth) {
        switch (depth == 0 ? 0 : between(0, 4)) {
            case 1: return joined(depth, true);
            case 2: return joined(depth, false);
            case 3: {
                const condition inner = a_condition(depth - 1);
                return {"not " + wrapped(inner, 4), 3, [inner](const auto& facts) {
                            const verdict known = inner.holds(facts);
                            return known ? verdict(!*known) : known;
                        }};
            }
            default: return comparison(depth);
        }
    }

private:
    template <class Part>
    std::string wrapped(const Part& part, int rank) {
        return part.rank < rank || between(0, 9) == 0 ? '(' + part.text + ')' : part.text;
    }

    std::string space() { return between(0, 3) == 0 ? "" : " "; }

    expression literal() {
        static const std::pair<const char*, ratio> literals[] = {
            {"0", 0}, {"1", 1}, {"2", 2}, {"0.5", ratio(1, 2)}, {"80%", ratio(4, 5)}, {"1.25", ratio(5, 4)}};
        const auto& chosen = literals[between(0, 5)];
        return {chosen.first, 9, [value = chosen.second](const auto&) { return number(value); }};
    }

    expression a_fact() {
        const int index = between(0, fact_count - 1);
        return {fact_names[index], 9,
                [index](const auto& facts) { return number(facts[static_cast<std::size_t>(index)]); }};
    }

    expression sum(int depth) {
        const bool plus = between(0, 1) == 0;
        const expression left = a_number(depth - 1);
        const expression right = a_number(depth - 1);
        return {wrapped(left, 5) + space() + (plus ? "+" : "-") + space() + wrapped(right, 6), 5,
                [=](const auto& facts) {
                    const number x = left.value(facts);
                    const number y = right.value(facts);
                    if (!x || !y) return number();
                    return number(plus ? *x + *y : *x - *y);
                }};
    }

    expression product(int depth) {
        const bool times = between(0, 1) == 0;
        const expression left = a_number(depth - 1);
        const expression right = a_number(depth - 1);
        return {wrapped(left, 6) + space() + (times ? "*" : "/") + space() + wrapped(right, 7), 6,
                [=](const auto& facts) {
                    const number x = left.value(facts);
                    const number y = right.value(facts);
                    if (!x || !y || (!times && *y == 0)) return number();
                    return number(times ? *x * *y : *x / *y);
                }};
    }

    expression negative(int depth) {
        const expression inner = a_number(depth - 1);
        return {'-' + wrapped(inner, 8), 7, [inner](const auto& facts) {
                    const number x = inner.value(facts);
                    return x ? number(0 - *x) : x;
                }};
    }

    expression extreme(int depth) {
        const bool least = between(0, 1) == 0;
        std::vector<expression> arguments;
        std::string text = least ? "min(" : "max(";
        for (int count = between(2, 3); count > 0; --count) {
            arguments.push_back(a_number(depth - 1));
            text += arguments.back().text + (count > 1 ? "," + space() : ")");
        }
        return {text, 9, [=](const auto& facts) {
                    number best;
                    for (const expression& each : arguments) {
                        const number x = each.value(facts);
                        if (!x) return x;
                        if (!best || (least ? *x < *best : *best < *x)) best = x;
                    }
                    return best;
                }};
    }

    expression rounding(int depth) {
        const expression inner = a_number(depth - 1);
        switch (between(0, 2)) {
            case 0:
                return {"round(" + inner.text + ", 1)", 9, [inner](const auto& facts) {
                            const number x = inner.value(facts);
                            return x ? number(round_to(*x, 1).value) : x;
                        }};
            case 1:
                return {"floor(" + inner.text + ')', 9, [inner](const auto& facts) {
                            const number x = inner.value(facts);
                            return x ? number(round_to(*x, 0, rounding_mode::floor).value) : x;
                        }};
            default:
                return {"ceil(" + inner.text + ')', 9, [inner](const auto& facts) {
                            const number x = inner.value(facts);
                            return x ? number(round_to(*x, 0, rounding_mode::ceiling).value) : x;
                        }};
        }
    }

    /// A division where a condition on its divisor, and perhaps another one, decides whether it is read.
    expression guarded(int depth) {
        const expression divisor = a_number(depth / 2);
        const condition on_divisor = compared(divisor, literal());
        const condition when = between(0, 1) == 0 ? on_divisor : joint(on_divisor, a_condition(0), between(0, 1) == 0);
        const expression dividend = a_number(0);
        const expression quotient{wrapped(dividend, 6) + " / " + wrapped(divisor, 7), 6, [=](const auto& facts) {
                                      const number x = dividend.value(facts);
                                      const number y = divisor.value(facts);
                                      return !x || !y || *y == 0 ? number() : number(*x / *y);
                                  }};
        return between(0, 1) == 0 ? chosen(when, quotient, a_number(0)) : chosen(when, a_number(0), quotient);
    }

    expression choice(int depth) {
        if (between(0, 1) == 0) return guarded(depth);
        const condition when = a_condition(depth - 1);
        const expression yes = a_number(depth - 1);
        return chosen(when, yes, a_number(depth - 1));
    }

    expression chosen(const condition& when, const expression& yes, const expression& no) {
        return {"if(" + when.text + ',' + space() + yes.text + ',' + space() + no.text + ')', 9,
                [=](const auto& facts) {
                    const verdict known = when.holds(facts);
                    if (!known) return number();
                    return *known ? yes.value(facts) : no.value(facts);
                }};
    }

    condition comparison(int depth) {
        const int inner = depth == 0 ? 0 : depth - 1;
        const expression left = a_number(inner);
        return compared(left, a_number(inner));
    }

    condition compared(const expression& left, const expression& right) {
        static constexpr const char* signs[] = {"=", "!=", "<", "<=", ">", ">="};
        const int sign = between(0, 5);
        return {wrapped(left, 5) + space() + signs[sign] + space() + wrapped(right, 5), 4, [=](const auto& facts) {
                    const number x = left.value(facts);
                    const number y = right.value(facts);
                    if (!x || !y) return verdict();
                    switch (sign) {
                        case 0: return verdict(*x == *y);
                        case 1: return verdict(*x != *y);
                        case 2: return verdict(*x < *y);
                        case 3: return verdict(*x <= *y);
                        case 4: return verdict(*x > *y);
                        default: return verdict(*x >= *y);
                    }
                }};
    }

    condition joined(int depth, bool both) {
        const condition left = a_condition(depth - 1);
        return joint(left, a_condition(depth - 1), both);
    }

    condition joint(const condition& left, const condition& right, bool both) {
        const int rank = both ? 2 : 1;
        return {wrapped(left, rank) + (both ? " and " : " or ") + wrapped(right, rank + 1), rank,
                [=](const auto& facts) {
                    const verdict first = left.holds(facts);
                    if (!first || *first != both) return first;
                    return right.holds(facts);
                }};
    }

    std::mt19937_64 engine_;
};

/// The values of three facts in the order in which the formula reads them.
template <class Value>
std::vector<range> by_names(const formula& of, const std::vector<Value>& values) {
    std::vector<range> out;
    for (const std::string& name : of.names()) {
        const auto* const found = std::find(std::begin(fact_names), std::end(fact_names), name);
        REQUIRE(found != std::end(fact_names));
        out.emplace_back(values[static_cast<std::size_t>(found - std::begin(fact_names))]);
    }
    return out;
}

/// What the formulas of a run showed, so that a run that only saw one kind is noticed.
struct seen {
    int points = 0;
    int without_value = 0;
    int maybe = 0;
    int open = 0;
    int narrow = 0;
};

/// One formula over one box of ranges: every point of a grid in the box gives the value of `expected`, and the value
/// over the box contains all of them.
template <class Expected>
void compare(const std::string& text, const std::vector<std::vector<ratio>>& grid, Expected expected,
             seen& statistics) {
    CAPTURE(text);
    const result<formula> read = formula::parse(text);
    REQUIRE(read);
    std::vector<range> box;
    for (const std::vector<ratio>& each : grid) box.emplace_back(each.front(), each.back());
    const formula_value whole = read->evaluate(by_names(*read, box), 2);
    statistics.maybe += whole.may_divide_by_zero ? 1 : 0;
    statistics.open += whole.value.is_point() ? 0 : 1;
    statistics.narrow += whole.value.low && whole.value.high ? 1 : 0;

    for (const ratio& a : grid[0]) {
        for (const ratio& b : grid[1]) {
            for (const ratio& c : grid[2]) {
                const std::vector<ratio> facts{a, b, c};
                const number wanted = expected(facts);
                const formula_value point = read->evaluate(by_names(*read, facts), 2);
                ++statistics.points;
                REQUIRE_FALSE(point.may_divide_by_zero);
                REQUIRE(point.divided_by_zero == !wanted.has_value());
                if (!wanted) {
                    ++statistics.without_value;
                    REQUIRE((whole.divided_by_zero || whole.may_divide_by_zero));
                    continue;
                }
                REQUIRE(point.value == range(*wanted));
                REQUIRE_FALSE(whole.divided_by_zero);
                REQUIRE_MESSAGE(whole.value.contains(*wanted), doctest::toString(whole.value), *wanted);
            }
        }
    }
}

std::vector<std::vector<ratio>> random_grid(random_formula& random) {
    std::vector<std::vector<ratio>> out;
    for (int fact = 0; fact < fact_count; ++fact) {
        const int low = random.between(-2, 2);
        const int steps = random.between(0, 2);
        std::vector<ratio> each;
        for (int step = 0; step <= steps; ++step) each.emplace_back(ratio(low) + ratio(step, 2));
        out.push_back(std::move(each));
    }
    return out;
}

}  // namespace

TEST_CASE("random numbers are exact on points and sound over ranges") {
    random_formula random(20'210'131);
    seen statistics;
    for (int run = 0; run < 3000; ++run) {
        const expression one = random.a_number(random.between(1, 4));
        compare(one.text, random_grid(random), one.value, statistics);
    }
    CHECK(statistics.points > 10'000);
    CHECK(statistics.without_value > 500);
    CHECK(statistics.maybe > 100);
    CHECK(statistics.open > 1000);
    CHECK(statistics.narrow > 1000);
}

TEST_CASE("random conditions hold on points and are sound over ranges") {
    random_formula random(20'220'120);
    seen statistics;
    for (int run = 0; run < 3000; ++run) {
        const condition one = random.a_condition(random.between(1, 4));
        const auto value = [&one](const std::vector<ratio>& facts) {
            const verdict known = one.holds(facts);
            return known ? number(*known ? 1 : 0) : number();
        };
        compare(one.text, random_grid(random), value, statistics);
    }
    CHECK(statistics.points > 10'000);
    CHECK(statistics.without_value > 500);
    CHECK(statistics.maybe > 50);
    CHECK(statistics.open > 500);
}

TEST_CASE("random formulas keep their text and their type") {
    random_formula random(7);
    std::vector<fact_declaration> facts;
    for (const char* name : fact_names) {
        facts.emplace_back();
        facts.back().name = name;
        facts.back().kind = fact_kind::number;
    }
    for (int run = 0; run < 1000; ++run) {
        const std::string number_text = random.a_number(4).text;
        const std::string condition_text = random.a_condition(4).text;
        CAPTURE(number_text);
        CAPTURE(condition_text);
        const formula a_number = parindex_test::parsed(number_text);
        const formula a_condition = parindex_test::parsed(condition_text);
        CHECK(a_number.substituted({a_number.names().data(), a_number.names().size()}, "max") == number_text);
        CHECK(a_number.check(facts).value() == formula_type::number);
        CHECK(a_condition.check(facts).value() == formula_type::condition);
    }
}
