// Random cases over everything the numeric layer does, each decided by the oracle.
//   property_numeric [count] [seed]
#include "oracle.hpp"
#include "parindex/numeric/allocation.hpp"
#include "parindex/numeric/binary_number.hpp"
#include "parindex/numeric/ratio_text.hpp"
#include "parindex/numeric/sum.hpp"
#include "random_numbers.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <functional>
#include <iostream>
#include <sstream>
#include <vector>

using namespace parindex;

namespace {

/// One case: what was asked, for the report of a failure.
struct mismatch {
    std::string what;
};

template <class... Parts>
void require(bool holds, const Parts&... parts) {
    if (holds) return;
    std::ostringstream out;
    const auto print = [&](const auto& part) {
        if constexpr (std::is_same_v<std::decay_t<decltype(part)>, decimal>) {
            out << to_string(part) << ' ';
        } else if constexpr (std::is_same_v<std::decay_t<decltype(part)>, ratio>) {
            out << part.to_string() << ' ';
        } else if constexpr (std::is_same_v<std::decay_t<decltype(part)>, rounding_mode>) {
            out << "mode " << static_cast<int>(part) << ' ';
        } else {
            out << part << ' ';
        }
    };
    (print(parts), ...);
    throw mismatch{out.str()};
}

/// What `action` returns, or nothing if it throws parindex::error with `code`.
template <class Action>
auto unless(error_code code, Action action) -> std::optional<decltype(action())> {
    try {
        return action();
    } catch (const error& problem) {
        if (problem.code() != code) throw;
        return std::nullopt;
    }
}

bool same(const std::optional<decimal>& a, const std::optional<decimal>& b) {
    return a.has_value() == b.has_value() && (!a || (a->coefficient() == b->coefficient() && a->scale() == b->scale()));
}

void decimal_arithmetic(random_numbers& random) {
    const decimal a = random.decimal();
    const decimal b = random.near(a);
    const oracle::fraction x = oracle::value_of(a);
    const oracle::fraction y = oracle::value_of(b);
    const int larger = std::max(a.scale(), b.scale());
    const auto check = [&](const char* name, auto operation, const oracle::fraction& exact, int scale) {
        const auto got = unless(error_code::overflow, operation);
        require(same(got, oracle::as_decimal(exact, scale)), a, name, b, "gave", got ? to_string(*got) : "overflow");
    };
    check(
        "+", [&] { return a + b; }, x + y, larger);
    check(
        "-", [&] { return a - b; }, x - y, larger);
    check(
        "*", [&] { return a * b; }, x * y, a.scale() + b.scale());
    check(
        "negated", [&] { return -a; }, -x, a.scale());
    check(
        "abs", [&] { return abs(a); }, boost::multiprecision::abs(x), a.scale());
    require((a < b) == (x < y) && (a == b) == (x == y) && (a > b) == (x > y), a, "<=>", b);
    if (a == b) require(std::hash<decimal>()(a) == std::hash<decimal>()(b), "hash", a, b);
    require(a.normalized() == a && (a.normalized().scale() == 0 || a.normalized().coefficient() % 10 != 0), a);
}

void decimal_rounding(random_numbers& random) {
    const decimal a = random.decimal();
    const int places = random.between(-18, 18);
    const rounding_mode mode = random.mode();
    const oracle::fraction exact = oracle::value_of(a);
    const oracle::fraction expected = oracle::round_to(exact, places, mode);
    const auto got = unless(error_code::overflow, [&] { return round_to(a, places, mode); });
    const bool fits = oracle::fits_64(numerator(expected * oracle::power_of_ten(std::max(places, 0))));
    require(got.has_value() == fits, "round_to", a, places, mode);
    if (!got) return;
    require(oracle::value_of(got->value) == expected && got->value.scale() == std::max(places, 0) &&
                got->exact == (expected == exact),
            "round_to", a, places, mode, "gave", got->value);
}

void decimal_quotient(random_numbers& random) {
    const decimal a = random.decimal();
    const decimal b = random.near(a);
    const int places = random.between(0, 18);
    const rounding_mode mode = random.mode();
    if (b.sign() == 0) {
        require(!unless(error_code::division_by_zero, [&] { return divide(a, b, places, mode); }), a, "/ 0");
        return;
    }
    const oracle::fraction exact = oracle::value_of(a) / oracle::value_of(b);
    const oracle::fraction expected = oracle::round_to(exact, places, mode);
    const auto got = unless(error_code::overflow, [&] { return divide(a, b, places, mode); });
    require(got.has_value() == oracle::fits_64(numerator(expected * oracle::power_of_ten(places))), a, "/", b, places,
            mode);
    if (!got) return;
    require(
        oracle::value_of(got->value) == expected && got->value.scale() == places && got->exact == (expected == exact),
        a, "/", b, places, mode, "gave", got->value);
}

void ratio_arithmetic(random_numbers& random) {
    const ratio a = random.ratio();
    const ratio b = random.one_in(4) ? a : random.ratio();
    const oracle::fraction x = oracle::value_of(a);
    const oracle::fraction y = oracle::value_of(b);
    const auto check = [&](const char* name, const ratio& got, const oracle::fraction& expected) {
        require(oracle::value_of(got) == expected, a, name, b, "gave", got);
        const std::string lowest = numerator(expected).str() + "/" + denominator(expected).str();
        require(got.to_string() == (denominator(expected) == 1 ? numerator(expected).str() : lowest), a, name, b);
    };
    check("+", a + b, x + y);
    check("-", a - b, x - y);
    check("*", a * b, x * y);
    if (b.sign() != 0) check("/", a / b, x / y);
    check("negated", -a, -x);
    require((a < b) == (x < y) && (a == b) == (x == y) && (a > b) == (x > y), a, "<=>", b);
    require(a.sign() == (x > 0) - (x < 0) && a.is_integer() == (denominator(x) == 1), a);
    const auto text = parse_ratio(a.to_string());
    require(text.ok() && text.value == a, "parse_ratio", a);
}

void ratio_rounding(random_numbers& random) {
    const ratio a = random.ratio();
    const int places = random.one_in(2) ? random.between(-3, 19) : random.between(-60, 60);
    const rounding_mode mode = random.mode();
    const oracle::fraction exact = oracle::value_of(a);
    const oracle::fraction expected = oracle::round_to(exact, places, mode);
    const auto got = round_to(a, places, mode);
    require(oracle::value_of(got.value) == expected && got.exact == (expected == exact), "round_to", a, places, mode,
            "gave", got.value);
    if (places >= 0 && places <= decimal::max_scale) {
        const auto printed = unless(error_code::overflow, [&] { return a.to_decimal(places, mode); });
        const oracle::integer units = numerator(expected * oracle::power_of_ten(places));
        require(printed.has_value() == oracle::fits_64(units), "to_decimal", a, places, mode);
        if (printed) {
            require(printed->value.coefficient() == units && printed->value.scale() == places &&
                        printed->exact == got.exact,
                    "to_decimal", a, places, mode, "gave", printed->value);
        }
    }
    const auto shortest = a.exact_decimal();
    std::optional<decimal> fitting = oracle::as_decimal(exact, decimal::max_scale);
    if (fitting) fitting = fitting->normalized();
    require(same(shortest, fitting), "exact_decimal", a);
}

/// A random text that is a number more often than not, and what the strict grammar says of it.
void number_text(random_numbers& random) {
    std::string text = to_string(random.decimal());
    for (int change = random.between(0, 3); change > 0; --change) {
        constexpr std::string_view alphabet = "0000123456789.-+eE, /x";
        const auto at = static_cast<std::size_t>(random.between(0, static_cast<int>(text.size())));
        const char c = alphabet[static_cast<std::size_t>(random.between(0, static_cast<int>(alphabet.size()) - 1))];
        if (random.one_in(3)) {
            text.erase(std::min(at, text.size()), 1);
        } else {
            text.insert(at, static_cast<std::size_t>(random.one_in(20) ? random.between(1, 60) : 1), c);
        }
    }
    const std::size_t sign = text.starts_with('-') ? 1 : 0;
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string whole = text.substr(sign, point - std::min(sign, point));
    const std::string decimals = point == text.size() ? "" : text.substr(point + 1);
    const auto all_digits = [](const std::string& part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string::npos;
    };
    const bool strict = point >= sign && all_digits(whole) && (whole[0] != '0' || whole.size() == 1) &&
                        (point == text.size() || all_digits(decimals));
    const parsed_decimal got = parse_decimal(text);
    if (text.size() > 64) {
        require(got.code == error_code::number_too_long, "parse", text);
    } else if (!strict) {
        require(got.code == error_code::invalid_number && got.position <= text.size(), "parse", text);
    } else {
        oracle::fraction exact(oracle::integer_of(whole + decimals),
                               oracle::power_of_ten(static_cast<int>(decimals.size())));
        if (sign == 1) exact = -exact;
        const auto expected = oracle::as_decimal(exact, static_cast<int>(decimals.size()));
        require(got.code == (expected ? error_code::none : error_code::number_too_precise), "parse", text);
        if (expected) require(same(got.value, expected), "parse", text, "gave", got.value);
        const parsed_ratio fraction = parse_ratio(text);
        require(fraction.ok() && oracle::value_of(fraction.value) == exact, "parse_ratio", text);
    }
    const decimal value = random.decimal();
    require(same(parse_decimal(to_string(value)).value, value), "written and read", value);
}

void sums(random_numbers& random) {
    std::vector<decimal> column;
    std::vector<std::int64_t> coefficients;
    std::vector<ratio> fractions;
    oracle::fraction exact;
    oracle::fraction exact_coefficients;
    oracle::fraction exact_fractions;
    const int scale = random.between(0, 18);
    const bool one_scale = random.one_in(2);
    int largest = 0;
    for (int count = random.between(0, 12); count > 0; --count) {
        column.push_back(decimal::from_parts(random.coefficient(), one_scale ? scale : random.between(0, 18)));
        coefficients.push_back(column.back().coefficient());
        fractions.push_back(random.ratio());
        if (random.one_in(4)) fractions.push_back(-fractions.front());
        largest = std::max(largest, column.back().scale());
        exact += oracle::value_of(column.back());
        exact_coefficients += oracle::fraction(coefficients.back(), oracle::power_of_ten(scale));
    }
    for (const ratio& value : fractions) exact_fractions += oracle::value_of(value);
    const auto total = unless(error_code::overflow, [&] { return sum(column); });
    require(same(total, oracle::as_decimal(exact, largest)), "sum of decimals", exact);
    const auto plain = unless(error_code::overflow, [&] { return sum(coefficients, scale); });
    require(same(plain, oracle::as_decimal(exact_coefficients, scale)), "sum of coefficients", exact_coefficients);
    const ratio fraction = sum(fractions);
    require(oracle::value_of(fraction) == exact_fractions, "sum of fractions", exact_fractions, "gave", fraction);
    require(parse_ratio(fraction.to_string()).value == fraction, "lowest terms", fraction);
}

void allocation(random_numbers& random) {
    const int places = random.between(0, 6);
    const decimal total =
        decimal::from_parts(static_cast<std::int64_t>(random.bits() >> random.between(20, 63)) - 1'000, places);
    std::vector<ratio> weights;
    oracle::fraction whole;
    for (int count = random.between(1, 8); count > 0; --count) {
        weights.emplace_back(random.between(0, 30), random.between(1, 9));
        whole += oracle::value_of(weights.back());
    }
    if (whole == 0) return;
    const std::vector<decimal> shares = allocate(total, weights, places);
    require(shares.size() == weights.size() && sum(shares) == total, "allocate", total);
    // Hamilton: whoever was rounded away from zero lost at least as much by the cut as anyone who was not.
    oracle::fraction least_given = 2;
    oracle::fraction most_kept = -1;
    for (std::size_t index = 0; index < shares.size(); ++index) {
        const oracle::fraction exact =
            oracle::value_of(total) * oracle::value_of(weights[index]) / whole * oracle::power_of_ten(places);
        const oracle::integer cut = oracle::round_to_units(exact, rounding_mode::down);
        const oracle::integer moved = boost::multiprecision::abs(oracle::integer(shares[index].coefficient() - cut));
        const oracle::fraction loss = boost::multiprecision::abs(oracle::fraction(exact - cut));
        require(moved <= 1 && shares[index].scale() == places, "allocate", total, index);
        if (moved == 1) least_given = std::min(least_given, loss);
        if (moved == 0) most_kept = std::max(most_kept, loss);
    }
    require(least_given >= most_kept, "allocate", total);
}

/// What the contract of decimal_of_binary() says of a finite number, in fractions.
void check_binary(double value, int places) {
    int exponent = 0;
    const double half_open = std::frexp(value, &exponent);  // 0.5..1
    const auto power = [&](int bits) {
        const oracle::integer size = oracle::integer(1) << std::abs(bits);
        return bits < 0 ? oracle::fraction(1, size) : oracle::fraction(size);
    };
    const oracle::fraction exact =
        oracle::fraction(oracle::integer(static_cast<std::int64_t>(std::ldexp(half_open, 53)))) * power(exponent - 53);
    const oracle::fraction unit = power(value == 0 ? -1074 : std::max(exponent - 53, -1074));
    const oracle::fraction one = oracle::fraction(1, oracle::power_of_ten(places));
    const oracle::fraction nearest = oracle::round_to(exact, places, rounding_mode::half_up);
    error_code expected = error_code::none;
    if (!oracle::fits_64(numerator(oracle::fraction(nearest / one)))) {
        expected = error_code::overflow;
    } else if (128 * unit >= one / 1000) {
        expected = error_code::number_too_precise;
    } else if (boost::multiprecision::abs(oracle::fraction(exact - nearest)) > 128 * unit) {
        expected = error_code::invalid_number;
    }
    const binary_decimal found = decimal_of_binary(value, places);
    require(found.code == expected, "binary", value, places, "gave", static_cast<int>(found.code));
    if (!found.ok()) return;
    require(oracle::value_of(found.value) == nearest && found.value.scale() == places, "binary", value, places);
}

void binary_numbers(random_numbers& random) {
    const double any = std::bit_cast<double>(random.bits());
    if (std::isfinite(any)) check_binary(any, random.between(0, 18));
    // Around a decimal: often by fewer units than are tolerated, now and then by just as many.
    const int places = random.between(0, 18);
    const decimal near = decimal::from_parts(random.coefficient() >> random.between(0, 40), places);
    const std::string text = to_string(near);
    double kept = 0;
    std::from_chars(text.data(), text.data() + text.size(), kept);
    const binary_decimal back = decimal_of_binary(kept, places);
    require(back.ok() ? same(back.value, near) : back.code != error_code::invalid_number, "binary", near);
    const auto units =
        static_cast<std::uint64_t>(random.one_in(4) ? 128 + random.between(-2, 2) : random.between(0, 200));
    const double off = std::bit_cast<double>(std::bit_cast<std::uint64_t>(kept) + units);
    if (std::isfinite(off)) check_binary(off, places);
    // The sum of 200 scores is the decimal sum.
    std::int64_t exact = 0;
    double sum = 0;
    for (int count = 0; count < 200; ++count) {
        const int score = random.between(0, 1'000);
        exact += score;
        sum += score / 100.0;
    }
    require(same(decimal_of_binary(sum, 2).value, decimal::from_parts(exact, 2)), "sum in binary", sum);
}

struct property {
    const char* name;
    void (*check)(random_numbers&);
    int weight;  // how often, beside the others
};
constexpr property properties[] = {{"decimal arithmetic", decimal_arithmetic, 2},
                                   {"decimal rounding", decimal_rounding, 1},
                                   {"decimal quotient", decimal_quotient, 1},
                                   {"ratio arithmetic", ratio_arithmetic, 2},
                                   {"ratio rounding", ratio_rounding, 1},
                                   {"number text", number_text, 1},
                                   {"sums", sums, 1},
                                   {"allocation", allocation, 1},
                                   {"binary numbers", binary_numbers, 1}};

std::uint64_t argument(int argc, char** argv, int index, std::uint64_t fallback) {
    if (argc <= index) return fallback;
    std::uint64_t out = 0;
    const char* const end = argv[index] + std::strlen(argv[index]);
    if (std::from_chars(argv[index], end, out).ptr != end) throw mismatch{"not a number: " + std::string(argv[index])};
    return out;
}

}  // namespace

int main(int argc, char** argv) try {
    const std::uint64_t count = argument(argc, argv, 1, 100'000);
    const std::uint64_t seed = argument(argc, argv, 2, 20'261'125);
    std::cout << "property_numeric: " << count << " cases, seed " << seed << '\n';
    std::vector<const property*> turns;
    for (const property& one : properties) turns.insert(turns.end(), static_cast<std::size_t>(one.weight), &one);
    random_numbers random(seed);
    for (std::uint64_t index = 0; index < count; ++index) {
        const property& one = *turns[index % turns.size()];
        try {
            one.check(random);
        } catch (const mismatch& wrong) {
            std::cout << "case " << index << ", " << one.name << ": " << wrong.what << '\n';
            return 1;
        } catch (const error& thrown) {
            std::cout << "case " << index << ", " << one.name << ": unexpected " << thrown.what() << '\n';
            return 1;
        }
    }
    std::cout << "all agree with the oracle\n";
    return 0;
} catch (const mismatch& wrong) {
    std::cout << wrong.what << '\n';
    return 2;
}
