// What is a formula, how its parts bind, and what is said about a text that is none.
#include "../findings.hpp"
#include "expectations.hpp"
#include "parindex/support/limits.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace parindex;
using parindex_test::parsed;
using parindex_test::value_text;

namespace {

diagnostic refused(std::string_view text, const source_position& where = {}) {
    const result<formula> read = formula::parse(text, where);
    if (read) FAIL("accepted: " << std::string(text));
    REQUIRE(read.error().size() == 1);
    return read.error().front();
}

std::string repeated(std::size_t count, std::string_view text) {
    std::string out;
    for (std::size_t index = 0; index < count; ++index) out += text;
    return out;
}

}  // namespace

TEST_CASE("operators bind as in mathematics") {
    const std::pair<const char*, const char*> cases[] = {
        {"1 + 2 * 3", "7"},
        {"(1 + 2) * 3", "9"},
        {"10 - 4 - 3", "3"},
        {"10 - (4 - 3)", "9"},
        {"10 - 4 + 3", "9"},
        {"12 / 2 / 3", "2"},
        {"12 / (2 / 3)", "18"},
        {"12 / 2 * 3", "18"},
        {"2 * 12 / 3 * 2", "16"},
        {"-2 * 3", "-6"},
        {"2 * -3", "-6"},
        {"1 - -1", "2"},
        {"-(1 + 2)", "-3"},
        {"1+2*3-4/5", "31/5"},
        {"1 + 2 < 4", "1"},
        {"4 < 1 + 2", "0"},
        {"1 = 1 or 1 = 2 and 1 = 3", "1"},
        {"(1 = 1 or 1 = 2) and 1 = 3", "0"},
        {"not 1 = 2", "1"},
        {"not 1 = 2 and 1 = 3", "0"},
        {"not (1 = 2 and 1 = 3)", "1"},
        {"not (not 1 = 1)", "1"},
        {"1 = 2 or not 2 = 1", "1"},
        {"if(1 < 2, 3, 4) + 1", "4"},
        {"min(1 + 1, 3, 4) * 2", "4"},
        {"((((5))))", "5"},
        {"80%", "4/5"},
        {"80 %", "4/5"},
        {"-80% * 10", "-8"},
        {"100 * 12.5%", "25/2"},
        {" \t\r\n1\n+\t1 ", "2"},
        {"max", "2"},
        {"max * 50%", "1"},
        {"max(max, 7)", "7"},
        {"max (1, 2)", "2"},
        {"(max)", "2"},
        {"0", "0"},
        {"0.10", "1/10"},
        {"1 != 2", "1"},
        {"2 != 2", "0"},
        {"2 <= 2", "1"},
        {"2 < 2", "0"},
        {"2 >= 2", "1"},
        {"2 > 2", "0"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.first);
        CHECK(value_text(each.first) == each.second);
    }
}

TEST_CASE("a formula knows its text, its facts and whether it reads the maximum") {
    const formula read = parsed(" b / a * max + b ");
    CHECK(read.text() == " b / a * max + b ");
    CHECK(std::vector<std::string>(read.names().begin(), read.names().end()) == std::vector<std::string>{"b", "a"});
    CHECK(read.reads_maximum());
    CHECK_FALSE(parsed("max(a, b)").reads_maximum());
    CHECK(parsed("1 + 1").names().empty());
    const formula copy = read;  // NOLINT(performance-unnecessary-copy-initialization)
    CHECK(copy == read);
    CHECK_FALSE(parsed("a + b") == parsed("b + a"));
    // Words that only begin like a word of the language are names.
    CHECK(parsed("android + note + iffy + maximum").names().size() == 4);
}

TEST_CASE("a text that is no formula is refused with the place and what was expected") {
    struct refusal {
        const char* text;
        std::size_t column;
        const char* message;
    };
    const refusal cases[] = {
        {"", 1, "expected a number, a name or \"(\", not the end of the formula"},
        {"  ", 3, "expected a number, a name or \"(\", not the end of the formula"},
        {"* 2", 1, "expected a number, a name or \"(\", not \"*\""},
        {"1 + * 2", 5, "expected a number, a name or \"(\", not \"*\""},
        {"1 +", 4, "expected a number, a name or \"(\", not the end of the formula"},
        {"+1", 1, "expected a number, a name or \"(\", not \"+\""},
        {"--1", 2, "expected a number, a name or \"(\", not \"-\""},
        {"a and", 6, "expected a number, a name or \"(\", not the end of the formula"},
        {"not not a", 5, "expected a number, a name or \"(\", not \"not\""},
        {"a = not b", 5, "expected a number, a name or \"(\", not \"not\""},
        {"a b", 3, "expected an operator or the end of the formula, not \"b\""},
        {"2 (3)", 3, "expected an operator or the end of the formula, not \"(\""},
        {"1e5", 2, "expected an operator or the end of the formula, not \"e5\""},
        {"a)", 2, "expected an operator or the end of the formula, not \")\""},
        {"(a", 3, "expected an operator or \")\", not the end of the formula"},
        {"(a b)", 4, "expected an operator or \")\", not \"b\""},
        {"()", 2, "expected a number, a name or \"(\", not \")\""},
        {"min(a b)", 7, "expected an operator, \",\" or \")\", not \"b\""},
        {"min(a, )", 8, "expected a number, a name or \"(\", not \")\""},
        {"min()", 5, "expected a number, a name or \"(\", not \")\""},
        {"min + 1", 5, "expected \"(\" behind \"min\", not \"+\""},
        {"if", 3, "expected \"(\" behind \"if\", not the end of the formula"},
        {"a < b < c", 7,
         "expected an operator or the end of the formula, not \"<\"; comparisons are joined by \"and\": a < b and b < "
         "c"},
        {"a, b", 2, "expected an operator or the end of the formula, not \",\""},
        {"a%", 2, "expected an operator or the end of the formula, not \"%\"; \"%\" stands behind a number"},
        {"(1)%", 4, "expected an operator or the end of the formula, not \"%\"; \"%\" stands behind a number"},
        {"%5", 1, "expected a number, a name or \"(\", not \"%\"; \"%\" stands behind a number"},
        {"5%%", 3, "expected an operator or the end of the formula, not \"%\"; \"%\" stands behind a number"},
        {"a ? b", 3, "expected an operator or the end of the formula, not \"?\""},
        {"a + \xFF", 5, "expected a number, a name or \"(\", not \"\\x{FF}\""},
        {"a \x1B", 3, "expected an operator or the end of the formula, not \"\\u{1B}\""},
        // Numbers
        {"1 + 007", 5, "expected a number without leading zeros in \"007\""},
        {"1.", 3, "expected a digit after the decimal point in \"1.\""},
        {".5", 1, "expected a digit in \".5\""},
        {"1.000.000", 6, "expected a digit in \"1.000.000\""},
        {"0.1234567890123456789", 1,
         "expected at most 18 decimals and a coefficient of 64 bits in \"0.1234567890123456789\""},
        // Functions
        {"rond(a, 1)", 1,
         "expected a function (\"min\", \"max\", \"round\", \"floor\", \"ceil\", \"if\"), not \"rond\"; did you mean "
         "\"round\"?"},
        {"2 * average(a, b)", 5,
         "expected a function (\"min\", \"max\", \"round\", \"floor\", \"ceil\", \"if\"), not \"average\""},
        {"1 + min(a)", 5, "\"min\" takes at least 2 arguments, not 1"},
        {"max(a)", 1, "\"max\" takes at least 2 arguments, not 1"},
        {"round(a)", 1, "\"round\" takes 2 arguments, not 1"},
        {"round(a, 1, 2)", 1, "\"round\" takes 2 arguments, not 3"},
        {"floor(a, 1)", 1, "\"floor\" takes 1 argument, not 2"},
        {"ceil(a, 1)", 1, "\"ceil\" takes 1 argument, not 2"},
        {"if(a, 1)", 1, "\"if\" takes 3 arguments, not 2"},
        {"round(a, b)", 10, "expected the places of \"round\" as a whole number from 0 to 18, not \"b\""},
        {"round(a, 19)", 10, "expected the places of \"round\" as a whole number from 0 to 18, not \"19\""},
        {"round(a, -1)", 10, "expected the places of \"round\" as a whole number from 0 to 18, not \"-1\""},
        {"round(a, 0.5)", 10, "expected the places of \"round\" as a whole number from 0 to 18, not \"0.5\""},
        {"round(a, 200%)", 10, "expected the places of \"round\" as a whole number from 0 to 18, not \"200%\""},
        {"round(a, (1 + 1))", 10, "expected the places of \"round\" as a whole number from 0 to 18, not \"(1 + 1)\""},
    };
    for (const refusal& each : cases) {
        CAPTURE(each.text);
        const diagnostic found = refused(each.text);
        CHECK(found.code == error_code::formula_syntax);
        CHECK(found.level == severity::error);
        CHECK(found.where.column == each.column);
        CHECK(found.message == each.message);
    }
}

TEST_CASE("what other languages write is refused with the spelling of this one") {
    struct foreign {
        const char* text;
        std::size_t column;
        const char* hint;
    };
    const foreign cases[] = {
        {"0,5 * a", 2, "a decimal is written with a point, as 0.5"},
        {"(a + 0,5)", 7, "a decimal is written with a point, as 0.5"},
        {"round(0,5, 1)", 1, "a decimal is written with a point, as 0.5"},
        {"if(a > 0,5, 1, 0)", 1, "a decimal is written with a point, as 0.5"},
        {"a == b", 3, "\"is equal to\" is written \"=\""},
        {"a && b", 3, "it is written \"and\""},
        {"a & b", 3, "conditions are joined by \"and\""},
        {"a || b", 3, "it is written \"or\""},
        {"!a", 1, "it is written \"not\""},
        {"a <> b", 3, "\"is not equal to\" is written \"!=\""},
        {"a => b", 3, "\"is at least\" is written \">=\""},
        {"a =< b", 3, "\"is at most\" is written \"<=\""},
        {"a × b", 3, "a multiplication is written \"*\""},
        {"a ÷ b", 3, "a division is written \"/\""},
        {"a : b", 3, "a division is written \"/\""},
        {"a ≤ b", 3, "it is written \"<=\""},
        {"a ≥ b", 3, "it is written \">=\""},
        {"a ≠ b", 3, "it is written \"!=\""},
        {"a − b", 3, "minus is written \"-\""},
        {"a – b", 3, "minus is written \"-\""},
        {"a ^ 2", 3, "a formula has no powers"},
        {"a ** 2", 3, "a formula has no powers"},
        {"[a]", 1, "brackets are \"(\" and \")\""},
        {"min(a; b)", 6, "arguments are separated by \",\""},
        {"a\u00A0+ b", 2, "it is not the space of a keyboard"},
        {"a AND b", 3, "it is written in small letters"},
        {"IF(a, 1, 2)", 1, "it is written in small letters"},
        {"Max", 1, "it is written in small letters"},
        {"số_hồ_sơ + 1", 1, "a name has small letters without diacritics, digits and underscores, a letter first"},
        {"onTime", 1, "a name has small letters without diacritics, digits and underscores, a letter first"},
        {"_a", 1, "a name has small letters without diacritics, digits and underscores, a letter first"},
    };
    for (const foreign& each : cases) {
        CAPTURE(each.text);
        const diagnostic found = refused(each.text);
        CHECK(found.code == error_code::formula_syntax);
        CHECK(found.where.column == each.column);
        CHECK(found.message.ends_with(std::string("; ") + each.hint));
        CHECK(found.message.find("; ") == found.message.rfind("; "));
    }
    CHECK(refused("a × b").message ==
          "expected an operator or the end of the formula, not \"×\" (U+00D7); a multiplication is written \"*\"");
    CHECK(refused("số + 1").message.find("not \"số\";") != std::string::npos);
    // In a list of arguments a comma separates, whatever stands around it.
    CHECK(value_text("max(0,5)") == "5");
    CHECK(refused("floor(1, 2)").message == "\"floor\" takes 1 argument, not 2");
}

TEST_CASE("the place of a refusal is that of the text that the formula stands in") {
    source_position where{"criteria.json", 12, 30, "/criteria/0/rule/formula"};
    diagnostic found = refused("a × b", where);
    CHECK(found.where.file == "criteria.json");
    CHECK(found.where.line == 12);
    CHECK(found.where.column == 32);
    CHECK(found.where.pointer == "/criteria/0/rule/formula");
    CHECK(found.criterion.empty());
    // Columns are code points, not bytes: everything before the second sign is one column each.
    where.column = 0;
    CHECK(refused("1 + 2 +\n ốố", where).where.column == 10);
    where.column = 1;
    CHECK(refused("", where).where.column == 1);
}

TEST_CASE("a long name is refused") {
    CHECK(parsed(std::string(64, 'a')).names().size() == 1);
    const diagnostic found = refused("1 + " + std::string(65, 'a'));
    CHECK(found.where.column == 5);
    CHECK(found.message.ends_with("; a name has at most 64 letters"));
    CHECK(refused("1 + " + std::string(4000, 'a')).message.size() < 300);
}

TEST_CASE("a formula above the limits is refused") {
    const std::string longest = "1" + repeated(2047, "+1") + " ";
    REQUIRE(longest.size() == limits::formula_bytes);
    CHECK(value_text(longest) == "2048");
    const diagnostic found = refused(longest + " ", {"f", 3, 7, "/x"});
    CHECK(found.code == error_code::formula_too_large);
    CHECK(found.where.column == 7);
    CHECK(found.message == "a formula has at most 4096 bytes, not 4097");
    CHECK(refused(repeated(500'000, "1+")).code == error_code::formula_too_large);
    CHECK(refused(repeated(10'000, "(") + "1" + repeated(10'000, ")")).code == error_code::formula_too_large);
}

TEST_CASE("brackets within brackets are bounded") {
    const auto nested = [](std::size_t depth, std::string_view open, std::string_view close) {
        return repeated(depth, open) + "1" + repeated(depth, close);
    };
    CHECK(value_text(nested(limits::formula_depth, "(", ")")) == "1");
    CHECK(value_text(nested(limits::formula_depth, "floor(", ")")) == "1");
    // With operators of every rank at each of them.
    CHECK(value_text(nested(limits::formula_depth, "1 - 2 * -(", ")")) == "36893488147419103231");  // 2^65 - 1
    CHECK(value_text(nested(limits::formula_depth / 2, "if(not 1 - 2 * -(", ") < 0 and 1 = 1 or 1 = 2, 1, 0)")) == "1");
    const diagnostic found = refused(nested(limits::formula_depth + 1, "(", ")"));
    CHECK(found.code == error_code::formula_too_large);
    CHECK(found.where.column == 65);
    CHECK(found.message == "brackets within brackets are more than 64 deep");
    CHECK(refused(nested(limits::formula_depth + 1, "floor(", ")")).code == error_code::formula_too_large);
    CHECK(refused(repeated(4096, "(")).code == error_code::formula_too_large);
    // Brackets one behind the other are none within each other.
    CHECK(value_text("(1)" + repeated(500, "+(1)")) == "501");
}

TEST_CASE("long chains of every rank are read and evaluated") {
    CHECK(value_text("1" + repeated(1000, " * 1")) == "1");
    CHECK(value_text("1" + repeated(1000, " - 1")) == "-999");
    CHECK(value_text("1 = 1" + repeated(400, " and 1=1")) == "1");
    CHECK(value_text("1 = 2" + repeated(400, " or 1=2")) == "0");
    CHECK(value_text("min(1" + repeated(1000, ", 1") + ")") == "1");
}
