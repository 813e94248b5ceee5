#include "dectest_arithmetic.hpp"

#include "parindex/numeric/number_text.hpp"
#include "parindex/numeric/ratio_text.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace dectest {

namespace {

using namespace parindex;

ratio ratio_of(const number& value) {
    const parsed_ratio parsed = parse_ratio(value.plain());
    if (!parsed.ok()) throw left_out{"more digits than a ratio holds"};
    return parsed.value;
}

/// The operand as a decimal of its own scale, where it has one.
std::optional<decimal> decimal_of(const number& value) {
    if (value.exponent < -decimal::max_scale || value.exponent > decimal::max_scale) return std::nullopt;
    const parsed_decimal parsed = parse_decimal(value.plain());
    if (!parsed.ok() || parsed.value.scale() != std::max(0, -value.exponent)) return std::nullopt;
    return parsed.value;
}

ratio power_of_ten(int exponent) {
    ratio out = 1;
    for (int step = std::abs(exponent); step > 0; step -= decimal::max_scale) {
        const decimal power = detail::powers_of_ten[std::min(step, decimal::max_scale)];
        out = exponent > 0 ? out * power : out / power;
    }
    return out;
}

/// Exponent of the first digit of a value that is not zero.
int adjusted(const ratio& value) {
    const std::string text = abs(value).to_string();
    const std::size_t slash = std::min(text.find('/'), text.size());
    const std::size_t below = slash == text.size() ? 1 : text.size() - slash - 1;
    const int guess = static_cast<int>(slash) - static_cast<int>(below);
    return abs(value) < power_of_ten(guess) ? guess - 1 : guess;
}

/// The place where a result is rounded: after `precision` digits, or at the smallest exponent of the format.
int places_of(const ratio& exact, const context& in) {
    if (exact.sign() == 0) return 0;
    const int smallest = in.smallest_exponent - (in.precision - 1);
    const int places = std::min(in.precision - 1 - adjusted(exact), -smallest);
    if (std::abs(places) > largest_exponent) throw left_out{"exponent beyond 400"};
    return places;
}

/// What an operation gives before the precision of the context is applied.
struct exact_result {
    ratio value;
    std::optional<decimal> on_decimal;  ///< The same, computed on decimals, where they and the result fit.
    bool keeps_scale = false;           ///< Whether the suite's exponent is the scale that `decimal` keeps.
};

template <class Operation>
std::optional<decimal> on_decimals(const std::vector<number>& operands, Operation operation) {
    std::vector<decimal> values;
    for (const number& one : operands) {
        const std::optional<decimal> value = decimal_of(one);
        if (!value) return std::nullopt;
        values.push_back(*value);
    }
    try {
        return operation(values);
    } catch (const error& problem) {
        if (problem.code() != error_code::overflow) throw;
        return std::nullopt;
    }
}

using decimals = std::vector<decimal>;
using ratios = std::vector<ratio>;

struct operation {
    std::size_t operands;
    ratio (*on_ratios)(const ratios&);
    decimal (*on_decimals)(const decimals&);
    bool keeps_scale;
};

template <class Number>
Number larger_magnitude(const std::vector<Number>& x) {
    if (abs(x[0]) == abs(x[1])) return std::max(x[0], x[1]);
    return abs(x[0]) > abs(x[1]) ? x[0] : x[1];
}
template <class Number>
Number smaller_magnitude(const std::vector<Number>& x) {
    if (abs(x[0]) == abs(x[1])) return std::min(x[0], x[1]);
    return abs(x[0]) < abs(x[1]) ? x[0] : x[1];
}
template <class Number>
Number order(const std::vector<Number>& x) {
    return (x[0] > x[1]) - (x[0] < x[1]);
}
ratio whole_quotient(const ratio& a, const ratio& b, rounding_mode mode) {
    return round_to(a / b, 0, mode).value;
}
decimal whole_quotient(decimal a, decimal b, rounding_mode mode) {
    return divide(a, b, 0, mode).value;
}
template <class Number>
Number remainder(const std::vector<Number>& x, rounding_mode mode) {
    return x[0] - x[1] * whole_quotient(x[0], x[1], mode);
}

/// Operations whose exact result is then rounded to the precision.
const std::map<std::string, operation>& operations() {
    constexpr auto down = rounding_mode::down;
    constexpr auto even = rounding_mode::half_even;
    static const std::map<std::string, operation> table{
        {"add", {2, [](const ratios& x) { return x[0] + x[1]; }, [](const decimals& x) { return x[0] + x[1]; }, true}},
        {"subtract",
         {2, [](const ratios& x) { return x[0] - x[1]; }, [](const decimals& x) { return x[0] - x[1]; }, true}},
        {"multiply",
         {2, [](const ratios& x) { return x[0] * x[1]; }, [](const decimals& x) { return x[0] * x[1]; }, true}},
        {"fma",
         {3, [](const ratios& x) { return x[0] * x[1] + x[2]; }, [](const decimals& x) { return x[0] * x[1] + x[2]; },
          true}},
        {"plus", {1, [](const ratios& x) { return x[0]; }, [](const decimals& x) { return +x[0]; }, true}},
        {"minus", {1, [](const ratios& x) { return -x[0]; }, [](const decimals& x) { return -x[0]; }, true}},
        {"abs", {1, [](const ratios& x) { return abs(x[0]); }, [](const decimals& x) { return abs(x[0]); }, true}},
        {"divide", {2, [](const ratios& x) { return x[0] / x[1]; }, nullptr, false}},
        {"divideint",
         {2, [](const ratios& x) { return whole_quotient(x[0], x[1], down); },
          [](const decimals& x) { return whole_quotient(x[0], x[1], down); }, false}},
        {"remainder",
         {2, [](const ratios& x) { return remainder(x, down); }, [](const decimals& x) { return remainder(x, down); },
          false}},
        {"remaindernear",
         {2, [](const ratios& x) { return remainder(x, even); }, [](const decimals& x) { return remainder(x, even); },
          false}},
        {"max",
         {2, [](const ratios& x) { return std::max(x[0], x[1]); },
          [](const decimals& x) { return std::max(x[0], x[1]); }, false}},
        {"min",
         {2, [](const ratios& x) { return std::min(x[0], x[1]); },
          [](const decimals& x) { return std::min(x[0], x[1]); }, false}},
        {"maxmag", {2, larger_magnitude<ratio>, larger_magnitude<decimal>, false}},
        {"minmag", {2, smaller_magnitude<ratio>, smaller_magnitude<decimal>, false}},
        {"compare", {2, order<ratio>, order<decimal>, true}},
        {"comparesig", {2, order<ratio>, order<decimal>, true}},
        {"iszero",
         {1, [](const ratios& x) { return ratio(x[0].sign() == 0 ? 1 : 0); },
          [](const decimals& x) { return decimal(x[0].sign() == 0 ? 1 : 0); }, true}},
        // A multiplication by a power of ten, which the second operand has been replaced by.
        {"scaleb",
         {2, [](const ratios& x) { return x[0] * x[1]; }, [](const decimals& x) { return x[0] * x[1]; }, false}},
        {"reduce",
         {1, [](const ratios& x) { return x[0]; }, [](const decimals& x) { return x[0].normalized(); }, true}},
        {"tosci", {1, [](const ratios& x) { return x[0]; }, [](const decimals& x) { return x[0]; }, true}},
        {"toeng", {1, [](const ratios& x) { return x[0]; }, [](const decimals& x) { return x[0]; }, true}},
        {"apply", {1, [](const ratios& x) { return x[0]; }, [](const decimals& x) { return x[0]; }, true}},
        {"copy", {1, [](const ratios& x) { return x[0]; }, [](const decimals& x) { return x[0]; }, true}},
        {"copyabs", {1, [](const ratios& x) { return abs(x[0]); }, [](const decimals& x) { return abs(x[0]); }, true}},
        {"copynegate", {1, [](const ratios& x) { return -x[0]; }, [](const decimals& x) { return -x[0]; }, true}},
    };
    return table;
}

bool is_text(const std::string& operation) {
    return operation == "tosci" || operation == "toeng" || operation == "apply";
}

/// Collects what disagrees.
class comparison {
public:
    void require(bool holds, const std::string& what) {
        if (holds) return;
        out_.right = false;
        out_.found += (out_.found.empty() ? "" : "; ") + what;
    }
    void computed_on_decimal() { out_.as_decimal = true; }
    [[nodiscard]] verdict result() const { return out_; }

private:
    verdict out_;
};

/// The text that the suite expects for a zero has a sign; parindex has none.
bool same_text(const std::string& got, const std::string& expected) {
    return got == expected || "-" + got == expected;
}

verdict run_exact(const test_case& one, const std::vector<number>& operands, const number& expected) {
    const operation& what = operations().at(one.operation);
    if (operands.size() != what.operands) throw left_out{"wrong number of operands"};
    ratios values;
    for (const number& operand : operands) values.push_back(ratio_of(operand));
    const ratio exact = what.on_ratios(values);
    const bool copies = one.operation.starts_with("copy");
    const int places = copies ? 0 : places_of(exact, one.in);
    const rounded<ratio> got = copies ? rounded<ratio>{exact, true} : round_to(exact, places, *one.in.mode);

    comparison check;
    check.require(got.value == ratio_of(expected), "ratio " + got.value.to_string());
    check.require(got.exact != one.raises("inexact"), got.exact ? "exact on ratio" : "inexact on ratio");

    const auto compare = [&](decimal value, bool exactly) {
        check.computed_on_decimal();
        check.require(value == got.value, "decimal " + to_string(value));
        check.require(exactly == got.exact, "decimal is " + std::string(exactly ? "exact" : "inexact"));
    };
    if (what.on_decimals == nullptr) {  // divide: the quotient exists only at a place
        if (places < 0 || places > decimal::max_scale) return check.result();
        bool exactly = true;
        const auto quotient = on_decimals(operands, [&](const decimals& x) {
            const rounded<decimal> out = divide(x[0], x[1], places, *one.in.mode);
            exactly = out.exact;
            return out.value;
        });
        if (quotient) compare(*quotient, exactly);
        return check.result();
    }
    const auto on_decimal = on_decimals(operands, what.on_decimals);
    if (!on_decimal) return check.result();
    if (places < -decimal::max_scale || places >= on_decimal->scale() || copies) {
        // Nothing to round away, or everything.
        if (got.exact) compare(*on_decimal, true);
    } else {
        const auto out =
            on_decimals({}, [&](const decimals&) { return round_to(*on_decimal, places, *one.in.mode).value; });
        if (out) compare(*out, round_to(*on_decimal, places, *one.in.mode).exact);
    }
    const bool moved = one.raises("rounded") || one.raises("clamped") || one.raises("subnormal");
    if (what.keeps_scale && !moved && one.expected.find_first_of("eE") == std::string::npos) {
        check.require(same_text(to_string(*on_decimal), one.expected), "written " + to_string(*on_decimal));
    }
    return check.result();
}

/// quantize, rescale, tointegral, tointegralx: rounding at a place.
verdict run_at_place(const test_case& one, const number& operand, int places, const number& expected) {
    if (std::abs(places) > largest_exponent) throw left_out{"exponent beyond 400"};
    const rounded<ratio> got = round_to(ratio_of(operand), places, *one.in.mode);
    comparison check;
    check.require(got.value == ratio_of(expected), "ratio " + got.value.to_string());
    if (one.operation != "tointegral") {  // which is silent by definition
        check.require(got.exact != one.raises("inexact"), got.exact ? "exact on ratio" : "inexact on ratio");
    }
    if (std::abs(places) > decimal::max_scale) return check.result();
    bool exactly = true;
    const auto on_decimal = on_decimals({operand}, [&](const decimals& x) {
        const rounded<decimal> out = round_to(x[0], places, *one.in.mode);
        exactly = out.exact;
        return out.value;
    });
    if (on_decimal) {
        check.computed_on_decimal();
        check.require(*on_decimal == got.value && exactly == got.exact, "decimal " + to_string(*on_decimal));
        if (one.expected.find_first_of("eE") == std::string::npos) {
            check.require(same_text(to_string(*on_decimal), one.expected), "written " + to_string(*on_decimal));
        }
    }
    return check.result();
}

/// A text that the suite refuses must be refused here too.
verdict run_refusal(const std::string& text) {
    comparison check;
    check.computed_on_decimal();
    check.require(!parse_decimal(text).ok() && !parse_ratio(text).ok(), "read as a number");
    return check.result();
}

verdict run_division_by_zero(const std::vector<number>& operands) {
    const auto refused = [](auto action) {
        try {
            action();
        } catch (const error& problem) {
            return problem.code() == error_code::division_by_zero;
        }
        return false;
    };
    comparison check;
    const ratio a = ratio_of(operands[0]);
    const ratio b = ratio_of(operands[1]);
    check.require(refused([&] { static_cast<void>(a / b); }), "ratio divided by zero");
    const auto x = decimal_of(operands[0]);
    const auto y = decimal_of(operands[1]);
    if (x && y) {
        check.computed_on_decimal();
        check.require(refused([&] { static_cast<void>(divide(*x, *y, 0)); }), "decimal divided by zero");
    }
    return check.result();
}

bool in_bounds(const number& value) {
    return std::abs(value.exponent) <= largest_exponent && std::abs(value.adjusted()) <= largest_exponent;
}

}  // namespace

verdict run(const test_case& one) {
    const bool places = one.operation == "quantize" || one.operation == "rescale";
    const bool integral = one.operation == "tointegral" || one.operation == "tointegralx";
    const bool same_quantum = one.operation == "samequantum";
    if (!places && !integral && !same_quantum && !operations().contains(one.operation)) {
        throw left_out{"no such operation in parindex"};
    }
    if (!one.in.mode) throw left_out{"rounding mode 05up"};
    if (!one.in.extended) throw left_out{"subset arithmetic"};

    std::vector<number> operands;
    for (const std::string& text : one.operands) {
        if (text.find('#') != std::string::npos) throw left_out{"encoded or null operand"};
        const std::optional<number> operand = read_number(text);
        if (!operand && one.raises("conversion_syntax") && is_text(one.operation)) return run_refusal(text);
        if (!operand) throw left_out{"NaN or infinity"};
        if (!in_bounds(*operand)) throw left_out{"exponent beyond 400"};
        operands.push_back(*operand);
    }
    if (one.raises("division_by_zero") || one.raises("division_undefined")) return run_division_by_zero(operands);
    if (one.expected.find('#') != std::string::npos) throw left_out{"encoded or null operand"};
    const std::optional<number> expected = read_number(one.expected);
    if (!expected) throw left_out{"result is not a finite number, by the limits of a format"};
    if (!in_bounds(*expected)) throw left_out{"exponent beyond 400"};
    if (one.raises("overflow")) throw left_out{"result is the largest number of a format"};

    if (same_quantum) {
        const auto a = decimal_of(operands.at(0));
        const auto b = decimal_of(operands.at(1));
        if (!a || !b || operands[0].exponent > 0 || operands[1].exponent > 0) {
            throw left_out{"an exponent that a decimal does not keep"};
        }
        comparison check;
        check.computed_on_decimal();
        check.require((a->scale() == b->scale()) == (one.expected == "1"), "scales differ");
        return check.result();
    }
    if (one.operation == "quantize") return run_at_place(one, operands.at(0), -operands.at(1).exponent, *expected);
    if (one.operation == "rescale") {
        const number& exponent = operands.at(1);
        const std::optional<decimal> places_wanted = decimal_of(exponent);
        if (!places_wanted) throw left_out{"exponent beyond 400"};
        return run_at_place(one, operands.at(0), -static_cast<int>(places_wanted->normalized().coefficient()),
                            *expected);
    }
    if (integral) return run_at_place(one, operands.at(0), 0, *expected);
    if (one.operation == "scaleb") {
        const std::optional<decimal> exponent = decimal_of(operands.at(1));
        if (!exponent || abs(*exponent) > largest_exponent) throw left_out{"exponent beyond 400"};
        operands[1] = {false, "1", static_cast<int>(exponent->coefficient())};
    }
    return run_exact(one, operands, *expected);
}

}  // namespace dectest
