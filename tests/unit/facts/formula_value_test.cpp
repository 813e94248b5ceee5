// What formulas are worth: exactly, over ranges, and where they have no value.
#include "../findings.hpp"
#include "expectations.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace parindex;
using namespace parindex_test;

TEST_CASE("values are exact") {
    CHECK(value_text("(a / b) * 1 + (c / b) * 0.5", {{"a", "5"}, {"b", "7"}, {"c", "1"}}) == "11/14");
    CHECK(value_text("0.1 + 0.2") == "3/10");
    CHECK(value_text("0.1 + 0.2 = 0.3") == "1");
    CHECK(value_text("0.1 + 0.7 >= 0.8") == "1");
    CHECK(value_text("7 / 9") == "7/9");
    CHECK(value_text("7 / 9 * 9 = 7") == "1");
    CHECK(value_text("a / b >= 80%", {{"a", "4"}, {"b", "5"}}) == "1");
    CHECK(value_text("a / b > 80%", {{"a", "4"}, {"b", "5"}}) == "0");
    CHECK(value_text("a / b >= 80%", {{"a", "3999999999"}, {"b", "5000000000"}}) == "0");
    CHECK(value_text("1 / 3 + 1 / 3 + 1 / 3") == "1");
    CHECK(value_text("999999999999999999 * 999999999999999999") == "999999999999999998000000000000000001");
}

TEST_CASE("rounding functions") {
    CHECK(value_text("round(2 / 3, 2)") == "67/100");
    CHECK(value_text("round(0.5, 0)") == "1");
    CHECK(value_text("round(-0.5, 0)") == "-1");
    CHECK(value_text("round(1.005, 2)") == "101/100");
    CHECK(value_text("round(1 / 3, 18)") == "333333333333333333/1000000000000000000");
    CHECK(value_text("round(2.4, (0))") == "2");
    CHECK(value_text("round(2.44, 1.0)") == "12/5");
    CHECK(value_text("floor(2.9)") == "2");
    CHECK(value_text("floor(-2.1)") == "-3");
    CHECK(value_text("floor(3)") == "3");
    CHECK(value_text("ceil(2.1)") == "3");
    CHECK(value_text("ceil(-2.9)") == "-2");
    CHECK(value_text("round(a, 0)", {{"a", "-0.5..2.4"}}) == "[-1, 2]");
    CHECK(value_text("floor(a)", {{"a", "0.5.."}}) == "[0, none]");
    CHECK(value_text("ceil(a)", {{"a", "..0.5"}}) == "[none, 1]");
}

TEST_CASE("a number that no fraction may have passes through") {
    std::string text = "a";
    for (int factor = 0; factor < 1000; ++factor) text += " * a";
    CHECK(thrown_by([&] { return value_of(text, {{"a", "999999999999999999"}}); }) == error_code::ratio_too_large);
    CHECK(value_text(text, {{"a", "1"}}) == "1");
}

TEST_CASE("a division by zero has no value") {
    for (const char* text : {"b / a",
                             "1 + b / a",
                             "b / a + 1",
                             "2 * (b / a)",
                             "b / a * 0",
                             "b / a / 2",
                             "1 / (b / a)",
                             "-(b / a)",
                             "min(1, b / a)",
                             "max(b / a, 1)",
                             "round(b / a, 2)",
                             "floor(b / a)",
                             "ceil(b / a)",
                             "b / a > 1",
                             "1 > b / a",
                             "not b / a > 1",
                             "if(b / a > 1, 1, 2)",
                             "if(a = 0, b / a, 1)",
                             "if(a != 0, 1, b / a)",
                             "a = 0 and b / a > 1",
                             "a != 0 or b / a > 1",
                             "b / (a + a)",
                             "b / a > 1 and a != 0",
                             "b / a > 1 or a = 0",
                             "0 / a"}) {
        CAPTURE(text);
        const formula read = parsed(text);
        std::vector<range> values(read.names().size(), range(5));
        for (std::size_t index = 0; index < values.size(); ++index) {
            if (read.names()[index] == "a") values[index] = range(0);
        }
        CHECK(read.evaluate(values, 2).divided_by_zero);
        CHECK(read.failed(values, 2).empty());
    }
}

TEST_CASE("what is not read does not divide") {
    const named_ranges zero = {{"a", "0"}, {"b", "5"}};
    CHECK(value_text("a != 0 and b / a > 0.5", zero) == "0");
    CHECK(value_text("a = 0 or b / a > 0.5", zero) == "1");
    CHECK(value_text("if(a = 0, 1, b / a)", zero) == "1");
    CHECK(value_text("if(a != 0, b / a, 7)", zero) == "7");
    CHECK(value_text("if(a = 0, 1, b / a)", {{"a", "2"}, {"b", "5"}}) == "5/2");
    CHECK(value_text("b = 5 or a / a = 1", zero) == "1");
}

TEST_CASE("a divisor that may be zero is told") {
    CHECK(value_text("b / a", {{"a", "0..4"}, {"b", "1..2"}}) == "[1/4, none]?");
    CHECK(value_text("b / a", {{"a", "-1..4"}, {"b", "1..2"}}) == "[none, none]?");
    CHECK(value_text("b / a", {{"a", "1..4"}, {"b", "1..2"}}) == "[1/4, 2]");
    CHECK(value_text("min(1, b / a)", {{"a", "0.."}, {"b", "0.."}}) == "[0, 1]?");
    CHECK(value_text("b / a > 1", {{"a", "0..4"}, {"b", "8"}}) == "1?");
    CHECK(value_text("not b / a > 1", {{"a", "0..4"}, {"b", "8"}}) == "0?");
    // Which branch is taken is open, and one of them has no value.
    CHECK(value_text("if(b > 1, 3, 1 / a)", {{"a", "0"}, {"b", "0..2"}}) == "3?");
    CHECK(value_text("if(b > 1, 1 / a, 3)", {{"a", "0"}, {"b", "0..2"}}) == "3?");
    CHECK(value_text("if(b > 1, 1 / a, 2 / a)", {{"a", "0"}, {"b", "0..2"}}) == "divided by zero");
    CHECK(value_text("if(1 / a > b, 1, 2)", {{"a", "0..1"}, {"b", "0..9"}}) == "[1, 2]?");
    CHECK(value_text("if(1 / a >= 1, 1, 2)", {{"a", "0..1"}}) == "1?");
    CHECK(value_text("b > 1 and 1 / a > 0", {{"a", "0"}, {"b", "0..2"}}) == "[0, 1]?");
    CHECK(value_text("b > 1 or 1 / a > 0", {{"a", "0"}, {"b", "0..2"}}) == "[0, 1]?");
    CHECK(value_text("b > 1 and 1 / a > 0", {{"a", "0"}, {"b", "0..1"}}) == "0");
    CHECK(value_text("b > 1 and 1 / a > 0", {{"a", "0"}, {"b", "2..3"}}) == "divided by zero");
}

TEST_CASE("a condition on the divisor counts where the division is") {
    const named_ranges open = {{"a", "0..5"}, {"b", "0..5"}};
    for (const char* text :
         {"if(a = 0, 1, b / a)", "if(a != 0, b / a, 1)", "if(a > 0, b / a, 1)", "if(0 < a, b / a, 1)",
          "if(a >= 1, b / a, 1)", "if(a < 1, 1, b / a)", "if(a <= 0, 1, b / a)", "if(not a = 0, b / a, 1)",
          "if(b > 1 and a > 0, b / a, 1)", "if(b > 1 or a = 0, 1, b / a)", "if(not (b > 1 or a = 0), b / a, 1)",
          "if(a + b = 0, 1, b / (a + b))", "if(a+b=0.0, 1, b / ( a + b ))", "if(a = 0, 1, if(b > 1, 2, b / a))",
          "if(a = 0, 1, 1 + min(b / a, 1))", "if(a > 0 and b / a > 0.5, b / a, 2)", "if(a = 3, b / a, 2)"}) {
        CAPTURE(text);
        const formula_value value = value_of(text, open);
        CHECK_FALSE(value.divided_by_zero);
        CHECK_FALSE(value.may_divide_by_zero);
        CHECK_FALSE(value.value.is_point());
    }
    CHECK(value_text("a != 0 and b / a > 0.5", open) == "[0, 1]");
    CHECK(value_text("a = 0 or b / a > 0.5", open) == "[0, 1]");
    CHECK(value_text("a > 0 and b > 0 and a / b > b / a", open) == "[0, 1]");
    // Conditions that leave 0 possible, or say something about another part.
    for (const char* text :
         {"if(a >= 0.0, 1, 2) + b / a", "if(a = 0, b / a, 1)", "if(a < 1, b / a, 1)", "if(a <= 0, b / a, 1)",
          "if(a > 1, 1, b / a)", "if(a != 3, b / a, 2)", "if(b = 0, 1, b / a)", "if(b > 1 or a > 0, b / a, 1)",
          "if(b > 1 and a = 0, 1, b / a)", "if(a + b = 0, 1, b / a)", "if(a - b = 0, 1, b / (a + b))",
          "if(round(a, 1) = 0, 1, b / round(a, 0))", "if(a - b = 0, 1, b / (b - a))", "if(a = b, 1, b / a)",
          "(a != 0 and b > 1) and b > 2 or b / a > 1", "(a = 0 or b / a > 1) and b / a > 2",
          "if(a = 0, 1, 2) * (b / a)"}) {
        CAPTURE(text);
        CHECK(value_of(text, open).may_divide_by_zero);
    }
}

TEST_CASE("conditions over ranges hold, do not, or are open") {
    const named_ranges given = {{"a", "1..3"}, {"b", "3..5"}, {"c", "4.."}, {"d", "2"}};
    const std::pair<const char*, const char*> cases[] = {
        {"a < b", "[0, 1]"},
        {"a <= b", "1"},
        {"a > b", "0"},
        {"a >= b", "[0, 1]"},
        {"a = b", "[0, 1]"},
        {"a != b", "[0, 1]"},
        {"a < c", "1"},
        {"c < a", "0"},
        {"a = c", "0"},
        {"a != c", "1"},
        {"d = 2", "1"},
        {"d != 2", "0"},
        {"d < 2", "0"},
        {"d <= 2", "1"},
        {"a = 2", "[0, 1]"},
        {"c > 4", "[0, 1]"},
        {"c >= 4", "1"},
        {"not a < c", "0"},
        {"not a < b", "[0, 1]"},
        {"a < b and a < c", "[0, 1]"},
        {"a < b and c < a", "0"},
        {"c < a and a < b", "0"},
        {"a < b or a < c", "1"},
        {"a < b or c < a", "[0, 1]"},
        {"a <= b and a < c", "1"},
        {"a > b or c < a", "0"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.first);
        const formula read = parsed(each.first);
        std::vector<range> values;
        for (const std::string& name : read.names()) {
            for (const auto& one : given) {
                if (one.first == name) values.push_back(in(one.second));
            }
        }
        const range value = read.evaluate(values, 2).value;
        const char* const shown = value.is_point() ? (*value.low == 1 ? "1" : "0") : "[0, 1]";
        CHECK(std::string(shown) == each.second);
        CHECK((value.is_point() || value == in("0..1")));
    }
}

TEST_CASE("numbers over ranges") {
    CHECK(value_text("if(a > 1, b, 7)", {{"a", "0..2"}, {"b", "1..3"}}) == "[1, 7]");
    CHECK(value_text("if(a > 1, b, 7)", {{"a", "2..2"}, {"b", "1..3"}}) == "[1, 3]");
    CHECK(value_text("min(a, b)", {{"a", "0..9"}, {"b", "2..4"}}) == "[0, 4]");
    CHECK(value_text("max(a, b)", {{"a", "0..9"}, {"b", "2..4"}}) == "[2, 9]");
    CHECK(value_text("min(a, b)", {{"a", "0.."}, {"b", "2..4"}}) == "[0, 4]");
    CHECK(value_text("max(a, b)", {{"a", "0.."}, {"b", "2..4"}}) == "[2, none]");
    CHECK(value_text("min(a, 1) * max", {{"a", "0.."}}) == "[0, 2]");
    CHECK(value_text("max(a, b, 5)", {{"a", ".."}, {"b", "..9"}}) == "[5, none]");
    CHECK(value_text("max(b, 5)", {{"b", "..9"}}) == "[5, 9]");
    CHECK(value_text("-a", {{"a", "1.."}}) == "[none, -1]");
    CHECK(value_text("a - a", {{"a", "0..1"}}) == "[-1, 1]");
}

TEST_CASE("differences of dates are days") {
    fact_declaration date_fact;
    date_fact.kind = fact_kind::date;
    const auto days = [&](date from, date to) {
        const formula read = parsed("b - a");
        const std::vector<range> values{worth(to, date_fact), worth(from, date_fact)};  // by names(): b, a
        return *read.evaluate(values, 2).value.low;
    };
    CHECK(days({2024, 2, 28}, {2024, 3, 1}) == 2);
    CHECK(days({2023, 2, 28}, {2023, 3, 1}) == 1);
    CHECK(days({1900, 2, 28}, {1900, 3, 1}) == 1);
    CHECK(days({2000, 2, 28}, {2000, 3, 1}) == 2);
    CHECK(days({2020, 1, 1}, {2021, 1, 1}) == 366);
    CHECK(days({2021, 12, 31}, {2021, 12, 1}) == -30);
    CHECK(days({2022, 1, 20}, {2022, 1, 20}) == 0);
}

TEST_CASE("a formula is shown with values in the place of its facts") {
    const auto shown = [](std::string_view text, std::vector<std::string> values, std::string_view maximum = "2") {
        return parsed(text).substituted(values, maximum);
    };
    CHECK(shown("(a/b) * 1 + (c/b) * 0.5", {"5", "7", "1"}) == "(5/7) * 1 + (1/7) * 0.5");
    CHECK(shown(" max * aa + a ", {"91.17%", "x"}, "1.50") == " 1.50 * 91.17% + x ");
    CHECK(shown("max(a, max)", {"7"}) == "max(7, 2)");
    CHECK(shown("if(ready and not a = b, min(a, 1), 0)", {"yes", "1", "2"}) == "if(yes and not 1 = 2, min(1, 1), 0)");
    CHECK(shown("3 - a", {"-2"}) == "3 - (-2)");
    CHECK(shown("a - a", {"-2"}) == "-2 - (-2)");
    CHECK(shown("-a", {"-2"}) == "-(-2)");
    CHECK(shown("2 * a / a", {"-2"}) == "2 * (-2) / (-2)");
    CHECK(shown("(a) < a", {"-2"}) == "(-2) < -2");
    CHECK(shown("a - b", {"", "chưa có"}) == " - chưa có");
    CHECK(shown("1 + 1", {}) == "1 + 1");
}

TEST_CASE("a condition that does not hold names the parts that fail") {
    using parts = std::vector<std::string>;
    const auto failed = [](std::string_view text, named_ranges given) {
        const formula read = parsed(text);
        return read.failed(ranges_for(read, given), 2);
    };
    const named_ranges one = {{"a", "1"}, {"b", "2"}};
    CHECK(failed("a > 1 and b > 1 and  b>2 ", one) == parts{"a > 1", "b>2"});
    CHECK(failed("a = 1 and b = 2", one) == parts{});
    CHECK(failed("a > 1 or b > 2", one) == parts{"a > 1 or b > 2"});
    CHECK(failed("  a > 1 ", {{"a", "1"}}) == parts{"a > 1"});
    CHECK(failed("(a > 1 or b > 2) and a = 1", one) == parts{"a > 1 or b > 2"});
    CHECK(failed("(a + 1) * 2 > 9 and b = 2", one) == parts{"(a + 1) * 2 > 9"});
    CHECK(failed("a = 1 and (b = 3 and (a = 4 and b = 2))", one) == parts{"b = 3", "a = 4"});
    CHECK(failed("not (a = 1) and b = 2", one) == parts{"not (a = 1)"});
    CHECK(failed("ok and a = 1", {{"ok", "0"}, {"a", "1"}}) == parts{"ok"});
    CHECK(failed("if(a = 1, b = 3, b = 2)", one) == parts{"if(a = 1, b = 3, b = 2)"});
    // Open parts do not fail, nor do those that have no value because another part fails.
    CHECK(failed("a > 1 and b > 1", {{"a", "1"}, {"b", "0..5"}}) == parts{"a > 1"});
    CHECK(failed("b > 1 and a > 1", {{"a", "1"}, {"b", "0..5"}}) == parts{"a > 1"});
    CHECK(failed("b > 1", {{"b", "0..5"}}) == parts{});
    CHECK(failed("a != 0 and b / a > 0.5 and b = 3", {{"a", "0"}, {"b", "2"}}) == parts{"a != 0", "b = 3"});
    CHECK(failed("b / a > 0.5 and b = 3", {{"a", "0..1"}, {"b", "2"}}) == parts{});
}
