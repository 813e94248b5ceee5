// What a naive program gets wrong: those of the known edge cases that rules decide and the catalogue does not show.
#include "one_rule.hpp"
#include "parindex/text/vietnamese_number.hpp"

using namespace parindex_test;
using namespace parindex::literals;

namespace {

std::string share_steps(const std::string& rows) {
    return R"({"facts": [{"name": "r", "kind": "percent", "least": 0, "most": 100}], "kind": "steps", "of": "r",
        "steps": [)" +
           rows + "]}";
}

}  // namespace

TEST_CASE("0.1 + 0.7 reaches 0.8, which binary floating point denies") {
    const one_rule rule(R"({"facts": [{"name": "x", "kind": "number", "least": 0, "most": 1},
        {"name": "y", "kind": "number", "least": 0, "most": 1}], "kind": "cases",
        "cases": [{"if": "x + y >= 0.8", "points": 1}], "otherwise": {"points": 0}})");
    CHECK(rule.earns(R"({"x": 0.1, "y": 0.7})") == "1");
    CHECK(rule.earns(R"({"x": 0.1, "y": "0.699999999999999999"})") == "0");
}

TEST_CASE("100 % is a point: 99.995 % does not become it by being printed") {
    const one_rule rule(share_steps(R"({"at": "100%", "points": 1}, {"below": "100%", "points": 0.5})"));
    CHECK(print_number(99.995_dec, rounding{2}).text == "100,00");
    CHECK(rule.earns(R"({"r": "99.995"})") == "0.5");
    CHECK(rule.earns(R"({"r": "100.00"})") == "1");
}

TEST_CASE("above 90 % and from 90 % are two rules: 89.996 % prints as 90.00 and is below both") {
    const one_rule from(share_steps(R"({"from": "90%", "points": 1}, {"below": "90%", "points": 0})"));
    const one_rule above(share_steps(R"({"above": "90%", "points": 1}, {"to": "90%", "points": 0})"));
    CHECK(print_number(89.996_dec, rounding{2}).text == "90,00");
    CHECK(from.earns(R"({"r": "89.996"})") == "0");
    CHECK(from.earns(R"({"r": 90})") == "1");
    CHECK(above.earns(R"({"r": 90})") == "0");
    CHECK(above.earns(R"({"r": "90.004"})") == "1");
}

TEST_CASE("SIPAS enters as printed or exactly, and the set says where its points are rounded") {
    const auto of = [](const std::string& rounding) {
        return R"({"facts": [{"name": "s", "kind": "percent", "source": "context", "least": 0, "most": 100}], )" +
               rounding + R"("kind": "linear", "of": "s", "points": "100%"})";
    };
    const auto sipas = [](decimal percent) { return evaluation_context{{{"1.1", {{"s", percent}}}}}; };
    const one_rule exact(of(""), {"10", "", ""});
    const one_rule printed(of(R"("rounding": {"places": 2}, )"), {"10", "", ""});
    CHECK(exact.earns("{}", sipas(91.17_dec)) == "9.117");
    CHECK(printed.earns("{}", sipas(91.17_dec)) == "9.12");
    CHECK(exact.earns("{}", sipas(91.1688_dec)) == "9.11688");  // what 91.17 was printed from
    CHECK(printed.earns("{}", sipas(91.145_dec)) == "9.11");
    CHECK(printed.earns("{}", sipas(91.15_dec)) == "9.12");
}

TEST_CASE("last year's value is an input: restated, it gives another score, and nobody computes it again") {
    const one_rule rule(R"({"facts": [{"name": "now", "kind": "number", "least": 0},
        {"name": "before", "kind": "number", "source": "context", "least": 0}], "kind": "cases",
        "cases": [{"if": "now > before", "points": 1}], "otherwise": {"points": 0}})");
    const auto last_year = [](decimal value) { return evaluation_context{{{"1.1", {{"before", value}}}}}; };
    CHECK(rule.earns(R"({"now": "88.33"})", last_year(88.33_dec)) == "0");
    CHECK(rule.earns(R"({"now": "88.33"})", last_year(88.32_dec)) == "1");
    CHECK(rule.earns(R"({"now": "88.33"})") == "0..1");  // a new unit has no base
}
