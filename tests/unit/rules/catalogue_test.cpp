// Rules of published criteria sets, each at its boundaries. The sources are named in each test; what a source leaves
// open is said there too.
#include "one_rule.hpp"

using namespace parindex_test;

namespace {

/// Facts b of a.
std::string share(const std::string& b, const std::string& a) {
    return R"({"a": )" + a + R"(, "b": )" + b + "}";
}

const std::string counts = R"("facts": [{"name": "a", "label": "tổng số"}, {"name": "b", "label": "số đạt"}], )";

std::string yes_no(const std::string& names) {
    std::string out = R"("facts": [)";
    for (std::size_t at = 0; at < names.size(); ++at) {
        out += (at == 0 ? "" : ", ") + std::string(R"({"name": ")") + names[at] + R"(", "kind": "yes_no"})";
    }
    return out + "], ";
}

}  // namespace

TEST_CASE("Cà Mau 2013, 1.1.1: a plan issued in time, late, or not at all") {
    const one_rule rule(R"({"facts": [{"name": "plan", "label": "Ban hành kế hoạch", "kind": "level", "levels": [
            {"code": "in_time", "label": "kịp thời"}, {"code": "late", "label": "chậm"}, {"code": "none", "label": "không ban hành"}]}],
        "kind": "levels", "fact": "plan", "levels": [{"level": "in_time", "points": 1}, {"level": "late", "points": 0.5},
            {"level": "none", "points": 0}]})");
    CHECK(rule.earns(R"({"plan": "in_time"})") == "1");
    CHECK(rule.earns(R"({"plan": "late"})") == "0.5");
    CHECK(rule.earns(R"({"plan": "none"})") == "0");
    CHECK(rule.earns("{}") == "0..1");
    CHECK(rule.earns(R"({"plan": "kịp thời"})").starts_with("criterion \"1.1\": the fact \"plan\": expected"));
}

TEST_CASE("Cà Mau 2013, 1.1.2: all tasks are listed and money is allotted, or nothing") {
    const one_rule rule("{" + yes_no("tm") +
                        R"("kind": "cases", "cases": [{"if": "t and m", "points": 1}], "otherwise": {"points": 0}})");
    CHECK(rule.earns(R"({"t": true, "m": true})") == "1");
    CHECK(rule.earns(R"({"t": true, "m": false})") == "0");
    CHECK(rule.earns(R"({"t": false, "m": true})") == "0");
    CHECK(rule.earns(R"({"t": false})") == "0");  // the other fact can no longer help
    CHECK(rule.earns(R"({"t": true})") == "0..1");
}

TEST_CASE("Cà Mau 2013, 1.2.1 and 1.2.2: all reports in time, or nothing, one late or missing is enough") {
    const one_rule rule(
        "{" + std::string(R"("facts": [{"name": "late"}, {"name": "absent"}], )") +
        R"("kind": "cases", "cases": [{"if": "late = 0 and absent = 0", "points": "100%"}], "otherwise": {"points": 0}})");
    CHECK(rule.earns(R"({"late": 0, "absent": 0})") == "1");
    CHECK(rule.earns(R"({"late": 1, "absent": 0})") == "0");
    CHECK(rule.earns(R"({"late": 0, "absent": 1})") == "0");
    CHECK(rule.earns(R"({"late": -1, "absent": 0})").find("expected a whole number from 0") != std::string::npos);
}

TEST_CASE("Tiền Giang 2022: a plan that was not issued earns -1") {
    const std::string text =
        R"({"facts": [{"name": "plan", "kind": "level", "levels": [{"code": "good"}, {"code": "late"}, {"code": "none"}]}],
        "kind": "levels", "fact": "plan", "levels": [{"level": "good", "points": 1}, {"level": "late", "points": 0},
            {"level": "none", "points": -1}]})";
    const one_rule rule(text, {"1", R"("minimum": -1, )", ""});
    CHECK(rule.earns(R"({"plan": "good"})") == "1");
    CHECK(rule.earns(R"({"plan": "late"})") == "0");
    CHECK(rule.earns(R"({"plan": "none"})") == "-1");
    CHECK(rule.earns("{}") == "-1..1");
    // Without its minimum the leaf could not hold that.
    CHECK(only(findings_of(text), error_code::maximum_exceeded).message.find("below 0") != std::string::npos);
}

TEST_CASE("Tiền Giang 2022: a document counts only if it is dated in the first quarter") {
    const one_rule rule(R"({"facts": [{"name": "issued", "kind": "date"}], "kind": "steps", "of": "issued", "steps": [
        {"below": "2022-01-01", "points": 0}, {"from": "2022-01-01", "to": "2022-03-31", "points": 1},
        {"above": "2022-03-31", "points": 0}]})");
    CHECK(rule.earns(R"({"issued": "2021-12-31"})") == "0");
    CHECK(rule.earns(R"({"issued": "2022-01-01"})") == "1");
    CHECK(rule.earns(R"({"issued": "2022-03-31"})") == "1");
    CHECK(rule.earns(R"({"issued": "2022-04-01"})") == "0");
    CHECK(rule.earns(R"({"issued": "2022-03"})").find("complete date") != std::string::npos);
    CHECK(rule.earns("{}") == "0..1");
}

TEST_CASE("Tiền Giang 2022: a self-scoring report, complete and in time, 0.5") {
    const one_rule rule(
        "{" + yes_no("ci") +
            R"("kind": "cases", "cases": [{"if": "c and i", "points": 0.5}], "otherwise": {"points": 0}})",
        {"0.5", "", ""});
    CHECK(rule.earns(R"({"c": true, "i": true})") == "0.5");
    CHECK(rule.earns(R"({"c": true, "i": false})") == "0");
}

TEST_CASE("Phú Thọ 2025, 3.1.1: yes, no, or not applicable, 4.1 in shares of the maximum") {
    const std::string text =
        "{" + yes_no("x") + R"("kind": "cases", "cases": [{"if": "x", "points": "100%"}], "otherwise": {"points": 0}})";
    const one_rule rule(text, {"0.5", "", ""});
    CHECK(rule.earns(R"({"x": true})") == "0.5");
    CHECK(rule.earns(R"({"x": false})") == "0");

    const one_rule shares(
        R"({"facts": [{"name": "done", "kind": "level", "levels": [{"code": "excellent"}, {"code": "good"}, {"code": "done"}]}],
        "kind": "levels", "fact": "done", "levels": [{"level": "excellent", "points": "100%"}, {"level": "good", "points": "75%"},
            {"level": "done", "points": "50%"}]})",
        {"2", "", ""});
    CHECK(shares.earns(R"({"done": "excellent"})") == "2");
    CHECK(shares.earns(R"({"done": "good"})") == "1.5");
    CHECK(shares.earns(R"({"done": "done"})") == "1");
}

TEST_CASE("Phú Thọ 2025, labour discipline: no violation gives all, otherwise what the appraiser leaves") {
    const one_rule rule(
        R"({"facts": [{"name": "violation", "kind": "yes_no"}, {"name": "left", "kind": "number", "least": 0, "most": 3}],
        "kind": "cases", "cases": [{"if": "not violation", "points": "100%"}],
        "otherwise": {"rule": {"kind": "formula", "points": "left"}}})",
        {"3", "", ""});
    CHECK(rule.earns(R"({"violation": false})") == "3");
    CHECK(rule.earns(R"({"violation": true, "left": "1.75"})") == "1.75");
    CHECK(rule.earns(R"({"violation": true})") == "0..3");
    CHECK(rule.earns(R"({"violation": true, "left": "3.01"})").find("3") != std::string::npos);
    CHECK(rule.earns(R"({"violation": true, "left": "3.01"})").starts_with("criterion \"1.1\": the fact \"left\""));
}

TEST_CASE("commune table of legal access: nothing missing gives all, one missing gives nothing") {
    const one_rule rule(R"({"facts": [{"name": "n"}], "kind": "steps", "of": "n", "steps": [
        {"at": 0, "points": 2}, {"from": 1, "points": 0}]})",
                        {"2", "", ""});
    CHECK(rule.earns(R"({"n": 0})") == "2");
    CHECK(rule.earns(R"({"n": 1})") == "0");
    CHECK(rule.earns(R"({"n": 17})") == "0");
}

TEST_CASE("Cà Mau 2013, 1.1.4: above 90 % 2, from 70 to 90 % 1, below 70 % 0: exactly 90 % gets 1") {
    const one_rule rule(
        "{" + counts + R"("zero_denominator": "zero", "kind": "steps", "of": "b/a", "share": "reject", "steps": [
        {"above": "90%", "points": 2}, {"from": "70%", "to": "90%", "points": 1}, {"below": "70%", "points": 0}]})",
        {"2", "", ""});
    CHECK(rule.earns(share("9000", "10000")) == "1");
    CHECK(rule.earns(share("9001", "10000")) == "2");
    CHECK(rule.earns(share("7000", "10000")) == "1");
    CHECK(rule.earns(share("6999", "10000")) == "0");
    CHECK(rule.earns(share("10000", "10000")) == "2");
    CHECK(rule.earns(share("10001", "10000")).find("above 100 %") != std::string::npos);
    CHECK(rule.earns(share("0", "0")) == "0");
    CHECK(rule.earns(R"({"a": 10})") == "0..2");
}

TEST_CASE("Tiền Giang 2022, 1.4.1: from 30 % 1, from 20 % 0.5, below 0: the ends belong to the step above") {
    const one_rule rule("{" + counts +
                        R"("zero_denominator": "zero", "kind": "steps", "of": "b/a", "share": "clamp", "steps": [
        {"from": "30%", "points": 1}, {"from": "20%", "below": "30%", "points": 0.5}, {"below": "20%", "points": 0}]})");
    CHECK(rule.earns(share("3000", "10000")) == "1");
    CHECK(rule.earns(share("2999", "10000")) == "0.5");
    CHECK(rule.earns(share("2000", "10000")) == "0.5");
    CHECK(rule.earns(share("1999", "10000")) == "0");
    CHECK(rule.earns(share("12", "10")) == "1");  // more units inspected than planned
}

TEST_CASE("100 % is a point of its own: 1, from 80 % 0.5, below 0") {
    const one_rule rule("{" + counts +
                        R"("zero_denominator": "full", "kind": "steps", "of": "b/a", "share": "reject", "steps": [
        {"at": "100%", "points": 1}, {"from": "80%", "below": "100%", "points": 0.5}, {"below": "80%", "points": 0}]})");
    CHECK(rule.earns(share("10000", "10000")) == "1");
    CHECK(rule.earns(share("9999", "10000")) == "0.5");
    CHECK(rule.earns(share("8000", "10000")) == "0.5");
    CHECK(rule.earns(share("7999", "10000")) == "0");
    CHECK(rule.earns(share("0", "0")) == "1");
}

TEST_CASE("the one-stop rating of 2024 has holes between its bands, which whole totals do not show") {
    const std::string bands = R"("kind": "steps", "of": "t", "steps": [{"from": 90, "to": 100, "points": 4},
        {"from": 80, "to": 89, "points": 3}, {"from": 65, "to": 79, "points": 2}, {"from": 50, "to": 64, "points": 1},
        {"below": 50, "points": 0}]})";
    const leaf_form form{"4", "", ""};
    const diagnostics holes =
        findings_of(R"({"facts": [{"name": "t", "kind": "number", "least": 0, "most": 100}], )" + bands, form);
    CHECK(count(holes, error_code::step_gap) == 3);
    CHECK(holes.size() == 3);
    CHECK(holes[0].message.find("between the steps from 50 to 64 and from 65 to 79") != std::string::npos);
    CHECK(findings_of(R"({"facts": [{"name": "t", "most": 100}], )" + bands, form).empty());
}

TEST_CASE("unit classification 2025: class I from 75, II from 60, III below") {
    const one_rule rule(
        R"({"facts": [{"name": "t", "kind": "number", "least": 0, "most": 100}], "kind": "steps", "of": "round(t, 2) ", "steps": [
        {"from": 75, "points": 3}, {"from": 60, "below": 75, "points": 2}, {"below": 60, "points": 1}]})",
        {"3", "", ""});
    CHECK(rule.earns(R"({"t": "75"})") == "3");
    CHECK(rule.earns(R"({"t": "74.995"})") == "3");  // rounded to two places first
    CHECK(rule.earns(R"({"t": "74.994"})") == "2");
    CHECK(rule.earns(R"({"t": "60"})") == "2");
    CHECK(rule.earns(R"({"t": "59.99"})") == "1");
}

TEST_CASE("Tiền Giang 2022: from 80 % in proportion, below it nothing") {
    const one_rule rule(
        "{" + counts + R"("zero_denominator": "zero", "kind": "linear", "of": "b/a", "share": "clamp", "points": "100%",
        "fails": {"below": "80%", "points": 0}})",
        {"2", "", ""});
    CHECK(rule.earns(share("8000", "10000")) == "1.6");
    CHECK(rule.earns(share("7999", "10000")) == "0");
    CHECK(rule.earns(share("9000", "10000")) == "1.8");
    CHECK(rule.earns(share("10000", "10000")) == "2");
    CHECK(rule.earns(share("11", "10")) == "2");
    CHECK(rule.earns(R"({"b": 8})") == "0..2");
}

TEST_CASE("Tiền Giang 2022, 1.4.2: (b/a) x 1 + (c/a) x 0.5") {
    const std::string text =
        R"({"facts": [{"name": "a"}, {"name": "b"}, {"name": "c"}], "zero_denominator": "not_applicable", "rounding": {"places": 2},
        "kind": "weighted_sum", "terms": [{"of": "b", "points": 1}, {"of": "c", "points": 0.5}], "over": "a", "share": "reject"})";
    const one_rule rule(text, {"1", R"("not_applicable": "full", )", ""});
    CHECK(rule.earns(R"({"a": 7, "b": 5, "c": 1})") == "0.79");  // 11/14
    CHECK(rule.earns(R"({"a": 3, "b": 1, "c": 1})") == "0.5");
    CHECK(rule.earns(R"({"a": 9, "b": 4, "c": 3})") == "0.61");  // 11/18
    CHECK(rule.earns(R"({"a": 7, "b": 7, "c": 0})") == "1");
    CHECK(rule.earns(R"({"a": 7, "b": 0, "c": 7})") == "0.5");
    CHECK(rule.earns(R"({"a": 0, "b": 0, "c": 0})") == "n/a");
    CHECK(rule.earns(R"({"a": 7, "b": 5, "c": 3})").find("above 100 %") != std::string::npos);
    std::string exact = text;
    exact.erase(exact.find(R"("rounding": {"places": 2},)"), 26);
    CHECK(one_rule(exact, {"1", R"("not_applicable": "full", )", ""}).earns(R"({"a": 7, "b": 5, "c": 1})") == "11/14");
}

TEST_CASE("the three rows of that rule as a formula") {
    const one_rule rule(R"({"facts": [{"name": "a"}, {"name": "b"}, {"name": "c"}], "zero_denominator": "zero",
        "kind": "formula", "points": "(b/a)*1 + (c/a)*0.5", "least": 0, "most": 1})");
    CHECK(rule.earns(R"({"a": 7, "b": 5, "c": 1})") == "11/14");
    CHECK(rule.earns(R"({"a": 3, "b": 1, "c": 1})") == "0.5");
    CHECK(rule.earns(R"({"a": 9, "b": 4, "c": 3})") == "11/18");
}

TEST_CASE("commune table: what was right and in time of all, petitions, and full points where there were none") {
    const std::string text =
        "{" + counts +
        R"("zero_denominator": "full", "kind": "linear", "of": "b/a", "share": "reject", "points": "100%"})";
    const one_rule procedures(text, {"10", "", ""});
    CHECK(procedures.earns(share("987", "1000")) == "9.87");
    CHECK(procedures.earns(share("2", "3")) == "20/3");
    const one_rule petitions(text, {"2", "", ""});
    CHECK(petitions.earns(share("0", "0")) == "2");
    CHECK(petitions.earns(share("0", "1")) == "0");
}

TEST_CASE("Sơn La 2021: 3.61 of 4 for the use of assigned staff is a proportion") {
    const one_rule rule(
        R"({"facts": [{"name": "r", "kind": "percent", "least": 0, "most": 100}], "kind": "linear", "of": "r", "points": "100%"})",
        {"4", "", ""});
    CHECK(rule.earns(R"({"r": "90.25"})") == "3.61");
    CHECK(rule.earns(R"({"r": 100})") == "4");
    CHECK(rule.earns(R"({"r": 0})") == "0");
    CHECK(rule.earns(R"({"r": "100.01"})").find("100") != std::string::npos);
}

TEST_CASE("ICT annex: relative to the best of all peers, which comes from outside the unit") {
    const one_rule rule(
        R"({"facts": [{"name": "x", "kind": "number", "least": 0}, {"name": "best", "kind": "number", "source": "context", "least": 0}],
        "zero_denominator": "zero", "kind": "linear", "of": "x/best", "share": "clamp", "points": "100%"})",
        {"40", "", ""});
    const evaluation_context peers{{{"1.1", {{"best", decimal(200)}}}}};
    CHECK(rule.earns(R"({"x": 50})", peers) == "10");
    CHECK(rule.earns(R"({"x": 200})", peers) == "40");
    CHECK(rule.earns(R"({"x": 0})", peers) == "0");
    CHECK(rule.earns(R"({"x": 50})", {{{"1.1", {{"best", decimal(0)}}}}}) == "0");
    CHECK(rule.earns(R"({"x": 50})") == "0..40");  // the peers are not known yet
    CHECK(rule.earns(R"({"x": 50, "best": 200})", peers).find("of the context") != std::string::npos);
}

TEST_CASE("against last year, where a merged unit has no base: the missing fact keeps the leaf open, or counts as 0") {
    const std::string text =
        R"({"facts": [{"name": "now", "kind": "number", "least": 0, "most": 100}, {"name": "before", "kind": "number", "source": "context", "least": 0, "most": 100}],
        "kind": "cases", "cases": [{"if": "now > before", "points": 1}], "otherwise": {"points": 0}})";
    const one_rule rule(text);
    const evaluation_context last{{{"1.1", {{"before", parse_decimal("91.87").value}}}}};
    CHECK(rule.earns(R"({"now": "96.17"})", last) == "1");
    CHECK(rule.earns(R"({"now": "91.87"})", last) == "0");
    CHECK(rule.earns(R"({"now": "96.17"})") == "0..1");
    std::string zero = text;
    zero.insert(1, R"("missing_fact": "zero", )");
    CHECK(one_rule(zero).earns(R"({"now": "96.17"})") == "1");
    std::string strict = text;
    strict.insert(1, R"("missing_fact": "error", )");
    CHECK(one_rule(strict).earns(R"({"now": "96.17"})") ==
          "criterion \"1.1\": its rule lacks facts: before (of the context)");
}

TEST_CASE("ICT annex: a proportion of 45 and a capped count of 5") {
    const one_rule rule(
        R"({"facts": [{"name": "a"}, {"name": "b"}, {"name": "n"}], "zero_denominator": "zero", "kind": "combine", "how": "sum", "rules": [
        {"kind": "linear", "of": "b/a", "share": "clamp", "points": 45}, {"kind": "linear", "of": "n", "points": 1, "most": 5}]})",
        {"50", "", ""});
    CHECK(rule.earns(R"({"a": 10, "b": 5, "n": 3})") == "25.5");
    CHECK(rule.earns(R"({"a": 10, "b": 10, "n": 5})") == "50");
    CHECK(rule.earns(R"({"a": 10, "b": 10, "n": 6})") == "50");
    CHECK(rule.earns(R"({"a": 10, "b": 10})") == "45..50");
    CHECK(rule.earns(R"({"n": 9})") == "0..50");  // a may still be 0, and the whole rule then earns nothing
    CHECK(rule.earns(R"({"a": 10, "n": 9})") == "5..50");
}

TEST_CASE("decision 766: in time or early of all received, and the complement of the unhappy or overdue") {
    const one_rule in_time(
        "{" + counts +
            R"("zero_denominator": "full", "kind": "linear", "of": "b/a", "share": "reject", "points": "100%"})",
        {"18", "", ""});
    CHECK(in_time.earns(share("9", "10")) == "16.2");
    const one_rule complement(
        R"({"facts": [{"name": "all"}, {"name": "bad"}], "zero_denominator": "full", "kind": "linear", "of": "(all - bad) / all",
        "share": "reject", "points": "100%", "least": 0})",
        {"18", "", ""});
    CHECK(complement.earns(R"({"all": 10, "bad": 1})") == "16.2");
    CHECK(complement.earns(R"({"all": 10, "bad": 10})") == "0");
    CHECK(complement.earns(R"({"all": 0, "bad": 0})") == "18");
}

TEST_CASE("a provincial program: several formulas, of which the assessment chooses one") {
    const one_rule rule(
        R"({"facts": [{"name": "method", "kind": "level", "levels": [{"code": "documents"}, {"code": "none"}, {"code": "flat"}]},
        {"name": "a"}, {"name": "b"}], "zero_denominator": "zero", "kind": "levels", "fact": "method", "levels": [
        {"level": "documents", "rule": {"kind": "formula", "points": "b / a * max", "least": 0, "most": "100%"}},
        {"level": "none", "points": "100%"}, {"level": "flat", "points": 0.5}]})",
        {"2", "", ""});
    CHECK(rule.earns(R"({"method": "documents", "a": 4, "b": 3})") == "1.5");
    CHECK(rule.earns(R"({"method": "documents", "a": 4})") == "0..2");
    CHECK(rule.earns(R"({"method": "none"})") == "2");
    CHECK(rule.earns(R"({"method": "flat", "a": 0, "b": 0})") == "0.5");
    CHECK(rule.earns(R"({"method": "documents", "a": 0, "b": 0})") == "0");
}

TEST_CASE("Tiền Giang 2022, reports: 2, less for each late, missing quarterly and annual report") {
    const std::string start =
        R"({"facts": [{"name": "late"}, {"name": "quarterly"}, {"name": "annual", "most": 1}], "kind": "weighted_sum", "start": 2, "terms": [
        {"of": "late", "points": -0.25}, {"of": "quarterly", "points": -0.5}, {"of": "annual", "points": -1}])";
    const one_rule no_floor(start + R"(, "least": -2})", {"2", R"("minimum": -2, )", ""});
    CHECK(no_floor.earns(R"({"late": 0, "quarterly": 3, "annual": 1})") == "-0.5");
    CHECK(no_floor.earns(R"({"late": 0, "quarterly": 0, "annual": 0})") == "2");
    CHECK(no_floor.earns(R"({"late": 1, "quarterly": 1, "annual": 0})") == "1.25");
    CHECK(no_floor.earns(R"({"late": 0, "quarterly": 3})") == "-0.5..0.5");
    const one_rule floor(start + R"(, "least": 0})", {"2", "", ""});
    CHECK(floor.earns(R"({"late": 0, "quarterly": 3, "annual": 1})") == "0");
    CHECK(floor.earns(R"({"late": 0, "quarterly": 2, "annual": 1})") == "0");
    CHECK(floor.earns(R"({"late": 3, "quarterly": 0, "annual": 1})") == "0.25");
    // No floor is printed, so that nothing bounds the points: the set must say which.
    CHECK(only(findings_of(start + "}", {"2", "", ""}), error_code::maximum_exceeded).message.find("any number") !=
          std::string::npos);
}

TEST_CASE("commune table: not met earns nothing, and a further 0.25 is taken") {
    const one_rule rule(
        "{" + yes_no("x") + R"("kind": "cases", "cases": [{"if": "x", "points": 1}], "otherwise": {"points": -0.25}})",
        {"1", R"("minimum": -0.25, )", ""});
    CHECK(rule.earns(R"({"x": true})") == "1");
    CHECK(rule.earns(R"({"x": false})") == "-0.25");
}

TEST_CASE("decree 335/2025: each serious error takes 25 % of the points of the item") {
    const one_rule rule(
        R"({"facts": [{"name": "errors"}], "kind": "weighted_sum", "start": "100%", "terms": [{"of": "errors", "points": "-25%"}], "least": 0})",
        {"8", "", ""});
    CHECK(rule.earns(R"({"errors": 0})") == "8");
    CHECK(rule.earns(R"({"errors": 1})") == "6");
    CHECK(rule.earns(R"({"errors": 4})") == "0");
    CHECK(rule.earns(R"({"errors": 5})") == "0");
}

TEST_CASE("unit classification: 10 and 0.5 for each further 100 inhabitants, whole or in proportion, at most 35") {
    const auto text = [](const std::string& whole) {
        return R"({"facts": [{"name": "x"}], "kind": "linear", "of": "x", "start": 10, "from": 3500, "per": 100, "points": 0.5, )" +
               whole + R"("least": 0, "most": 35})";
    };
    const one_rule whole(text(R"("whole_units": true, )"), {"35", "", ""});
    CHECK(whole.earns(R"({"x": 3500})") == "10");
    CHECK(whole.earns(R"({"x": 3599})") == "10");
    CHECK(whole.earns(R"({"x": 3600})") == "10.5");
    CHECK(whole.earns(R"({"x": 8500})") == "35");
    CHECK(whole.earns(R"({"x": 8600})") == "35");
    CHECK(whole.earns(R"({"x": 3450})") == "10");  // half a hundred below the start is not a whole one either
    CHECK(whole.earns(R"({"x": 3400})") == "9.5");
    const one_rule proportional(text(""), {"35", "", ""});
    CHECK(proportional.earns(R"({"x": 3550})") == "10.25");
    CHECK(proportional.earns(R"({"x": 3599})") == "10.495");

    const one_rule area(
        R"({"facts": [{"name": "km", "kind": "number", "least": 0}], "kind": "linear", "of": "km", "start": 10, "from": 10, "per": 0.5, "points": 0.5,
        "whole_units": true, "least": 0, "most": 30})",
        {"30", "", ""});
    CHECK(area.earns(R"({"km": "10.49"})") == "10");
    CHECK(area.earns(R"({"km": "10.5"})") == "10.5");
    CHECK(area.earns(R"({"km": 99})") == "30");
}

TEST_CASE("unit classification, budget: balanced 10, up to 30 % 3, each further 5 % 0.5, at most 8") {
    const one_rule rule(
        R"({"facts": [{"name": "balanced", "kind": "yes_no"}, {"name": "r", "kind": "percent", "least": 0, "most": 100}],
        "kind": "cases", "cases": [{"if": "balanced", "points": 10}], "otherwise": {"rule": {"kind": "linear", "of": "r", "start": 3, "from": "30%",
        "per": "5%", "points": 0.5, "whole_units": true, "least": 3, "most": 8}}})",
        {"10", "", ""});
    CHECK(rule.earns(R"({"balanced": true})") == "10");
    CHECK(rule.earns(R"({"balanced": false, "r": 30})") == "3");
    CHECK(rule.earns(R"({"balanced": false, "r": "34.99"})") == "3");
    CHECK(rule.earns(R"({"balanced": false, "r": 35})") == "3.5");
    CHECK(rule.earns(R"({"balanced": false, "r": 0})") == "3");
    CHECK(rule.earns(R"({"balanced": false, "r": 90})") == "8");
    CHECK(rule.earns(R"({"r": 35})") == "3.5..10");
}

TEST_CASE(
    "Phú Thọ 2025, 3.2: 0.5 for each set of internal rules, at most 2, ICT annex: 1 for each application, at most 5") {
    const one_rule rules(R"({"facts": [{"name": "n"}], "kind": "linear", "of": "n", "points": 0.5, "most": 2})",
                         {"2", "", ""});
    CHECK(rules.earns(R"({"n": 0})") == "0");
    CHECK(rules.earns(R"({"n": 3})") == "1.5");
    CHECK(rules.earns(R"({"n": 4})") == "2");
    CHECK(rules.earns(R"({"n": 5})") == "2");
    const one_rule applications(R"({"facts": [{"name": "n"}], "kind": "linear", "of": "n", "points": 1, "most": 5})",
                                {"5", "", ""});
    CHECK(applications.earns(R"({"n": 4})") == "4");
    CHECK(applications.earns(R"({"n": 9})") == "5");
}

TEST_CASE("ICT annex, data centre: 35 and the case with the highest score") {
    const one_rule rule(
        "{" + yes_no("xyz") + R"("kind": "combine", "how": "sum", "rules": [{"kind": "formula", "points": "35"},
        {"kind": "combine", "how": "best", "rules": [
            {"kind": "cases", "cases": [{"if": "x", "points": 25}], "otherwise": {"points": 0}},
            {"kind": "cases", "cases": [{"if": "y", "points": 15}], "otherwise": {"points": 0}},
            {"kind": "cases", "cases": [{"if": "z", "points": 5}], "otherwise": {"points": 0}}]}]})",
        {"60", "", ""});
    CHECK(rule.earns(R"({"x": false, "y": true, "z": true})") == "50");
    CHECK(rule.earns(R"({"x": true, "y": true, "z": false})") == "60");
    CHECK(rule.earns(R"({"x": false, "y": false, "z": false})") == "35");
    CHECK(rule.earns(R"({"x": true})") == "60");  // nothing can be better
    CHECK(rule.earns(R"({"y": true})") == "50..60");
}

TEST_CASE("unit classification: recognised as new-rural 20, otherwise 1 for each criterion met") {
    const one_rule rule(
        R"({"facts": [{"name": "recognised", "kind": "yes_no"}, {"name": "n", "most": 19}], "kind": "cases",
        "cases": [{"if": "recognised", "points": 20}], "otherwise": {"rule": {"kind": "linear", "of": "n", "points": 1}}})",
        {"20", "", ""});
    CHECK(rule.earns(R"({"recognised": true})") == "20");
    CHECK(rule.earns(R"({"recognised": false, "n": 13})") == "13");
    CHECK(rule.earns(R"({"recognised": false})") == "0..19");
    CHECK(rule.earns("{}") == "0..20");
}

TEST_CASE(
    "Hà Tĩnh 2021: SIPAS 91.17 % of 10 is 9.117, printed 9.12, Sơn La 2021: 8.99 comes from 89.85 up to below 89.95") {
    const std::string facts =
        R"({"facts": [{"name": "sipas", "kind": "percent", "source": "mark", "least": 0, "most": 100}], )";
    const std::string form = R"("kind": "linear", "of": "sipas", "points": "100%"})";
    CHECK(one_rule(facts + form, {"10", "", ""}).earns(R"({"sipas": "91.17"})") == "9.117");
    const one_rule rounded(facts + R"("rounding": {"places": 2}, )" + form, {"10", "", ""});
    CHECK(rounded.earns(R"({"sipas": "91.17"})") == "9.12");
    CHECK(rounded.earns(R"({"sipas": "89.85"})") == "8.99");
    CHECK(rounded.earns(R"({"sipas": "89.849"})") == "8.98");
    CHECK(rounded.earns(R"({"sipas": "89.949"})") == "8.99");
    CHECK(rounded.earns(R"({"sipas": "89.95"})") == "9");
}

TEST_CASE("Yên Bái: options A to D weigh 100, 60, 20 and 0 % of the leaf") {
    const std::string text =
        R"({"facts": [{"name": "n_a"}, {"name": "n_b"}, {"name": "n_c"}, {"name": "n_d"}], "zero_denominator": "not_applicable",
        "kind": "weighted_sum", "terms": [{"of": "n_a", "points": "100%"}, {"of": "n_b", "points": "60%"}, {"of": "n_c", "points": "20%"},
            {"of": "n_d", "points": "0%"}], "over": "n_a + n_b + n_c + n_d", "share": "reject")";
    const leaf_form form{"1", R"("not_applicable": "rescale_total", )", ""};
    const one_rule exact(text + "}", form);
    CHECK(exact.earns(R"({"n_a": 120, "n_b": 60, "n_c": 15, "n_d": 5})") == "0.795");
    CHECK(exact.earns(R"({"n_a": 0, "n_b": 0, "n_c": 0, "n_d": 9})") == "0");
    CHECK(exact.earns(R"({"n_a": 9, "n_b": 0, "n_c": 0, "n_d": 0})") == "1");
    CHECK(exact.earns(R"({"n_a": 0, "n_b": 0, "n_c": 0, "n_d": 0})") == "n/a");
    CHECK(exact.earns(R"({"n_a": 1, "n_b": 1, "n_c": 1})") == "0..0.6");  // more of D can only lower it
    const one_rule rounded(text + R"(, "rounding": {"places": 2}})", form);
    CHECK(rounded.earns(R"({"n_a": 120, "n_b": 60, "n_c": 15, "n_d": 5})") == "0.8");
}

TEST_CASE("an index from outside by rank bands: a rank is a count") {
    const one_rule rule(
        R"({"facts": [{"name": "rank", "source": "context", "least": 1, "most": 34}], "kind": "steps", "of": "rank", "steps": [
        {"to": 10, "points": 2}, {"from": 11, "to": 20, "points": 1}, {"from": 21, "points": 0}]})",
        {"2", "", ""});
    const auto ranked = [&rule](int rank) { return rule.earns("{}", {{{"1.1", {{"rank", decimal(rank)}}}}}); };
    CHECK(ranked(1) == "2");
    CHECK(ranked(10) == "2");
    CHECK(ranked(11) == "1");
    CHECK(ranked(20) == "1");
    CHECK(ranked(34) == "0");
    CHECK(ranked(35).find("34") != std::string::npos);
}

TEST_CASE("fixed points, and a value that an appraiser is free to give") {
    CHECK(one_rule(R"({"kind": "formula", "points": "1.5"})", {"1.5", "", ""}).earns("{}") == "1.5");
    const one_rule free(
        R"({"facts": [{"name": "given", "kind": "number", "least": 0, "most": 8}], "kind": "formula", "points": "given"})",
        {"8", "", ""});
    CHECK(free.earns(R"({"given": "6.75"})") == "6.75");
    CHECK(free.earns("{}") == "0..8");
}

TEST_CASE("what other numbers of the catalogue need is that nothing is rounded on the way") {
    // 9, 62, 41 and 24 of 136 (Huế 2021): 6.62, 45.59, 30.15 and 17.65 %, which add up to 100.01.
    const one_rule rule(
        "{" + counts +
            R"("zero_denominator": "zero", "kind": "linear", "of": "b/a", "share": "reject", "points": "100%", "rounding": {"places": 2}})",
        {"100", "", ""});
    CHECK(rule.earns(share("9", "136")) == "6.62");
    CHECK(rule.earns(share("62", "136")) == "45.59");
    CHECK(rule.earns(share("41", "136")) == "30.15");
    CHECK(rule.earns(share("24", "136")) == "17.65");
}
