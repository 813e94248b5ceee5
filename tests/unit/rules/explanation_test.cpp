// One sentence for a score, and what would have earned more.
#include "one_rule.hpp"
#include "parindex/assessment/deduction_cause.hpp"
#include "parindex/remediation/draft.hpp"

using namespace parindex_test;

namespace {

constexpr explanation_language english = explanation_language::english;

const std::string counts =
    R"("facts": [{"name": "a", "label": "số nhiệm vụ được giao"}, {"name": "b", "label": "số nhiệm vụ hoàn thành"}], )";

}  // namespace

TEST_CASE("a proportion below its cliff") {
    const one_rule rule(
        "{" + counts + R"("zero_denominator": "full", "kind": "linear", "of": "b/a", "share": "clamp", "points": "100%",
        "fails": {"below": "80%", "points": 0}})",
        {"2", "", ""});
    CHECK(rule.says(R"({"a": 7, "b": 5})") == "b/a = 5/7 = 71,43 % < 80 % → 0 điểm");
    CHECK(rule.says(R"({"a": 7, "b": 5})", english) == "b/a = 5/7 = 71.43 % < 80 % -> 0 points");
    CHECK(rule.next(R"({"a": 7, "b": 5})") == "b/a ≥ 80% +3/35 = 1.6");
    CHECK(rule.says(R"({"a": 8, "b": 7})") == "b/a = 7/8 = 87,5 % → 1,75 điểm");
    CHECK(rule.next(R"({"a": 8, "b": 7})").empty());
    CHECK(rule.says(R"({"a": 8, "b": 9})") == "b/a = 9/8 = 112,5 %, tính bằng 100 % → 2 điểm");
    CHECK(rule.says(R"({"a": 0, "b": 0})") == "b/a = 0/0: mẫu số bằng 0, chấm điểm tối đa → 2 điểm");
    CHECK(rule.says(R"({"b": 9})") == "còn thiếu số liệu: số nhiệm vụ được giao → từ 0 đến 2 điểm");
    CHECK(rule.says(R"({"b": 9})", english) == "facts are missing: số nhiệm vụ được giao -> from 0 to 2 points");
}

TEST_CASE("steps name the interval, and the nearest better one") {
    const one_rule rule(
        "{" + counts + R"("zero_denominator": "zero", "kind": "steps", "of": "b/a", "share": "reject", "steps": [
        {"at": "100%", "points": 2}, {"from": "70%", "below": "100%", "points": 1}, {"below": "70%", "points": 0}]})",
        {"2", "", ""});
    CHECK(rule.says(R"({"a": 10, "b": 9})") == "b/a = 9/10 = 90 % ≥ 70 %, < 100 % → 1 điểm");
    CHECK(rule.next(R"({"a": 10, "b": 9})") == "b/a ≥ 100% +0.1 = 2");
    CHECK(rule.says(R"({"a": 10, "b": 6})", english) == "b/a = 6/10 = 60 % < 70 % -> 0 points");
    CHECK(rule.next(R"({"a": 10, "b": 6})") == "b/a ≥ 70% +0.1 = 1");
    CHECK(rule.says(R"({"a": 10, "b": 10})") == "b/a = 10/10 = 100 % → 2 điểm");
    CHECK(rule.next(R"({"a": 10, "b": 10})").empty());
    CHECK(rule.says(R"({"a": 0, "b": 0})") == "b/a = 0/0: mẫu số bằng 0, không có điểm → 0 điểm");
}

TEST_CASE("dates are printed as documents print them") {
    const one_rule rule(R"({"facts": [{"name": "issued", "kind": "date"}], "kind": "steps", "of": "issued", "steps": [
        {"to": "2025-01-31", "points": 1}, {"above": "2025-01-31", "points": 0}]})");
    CHECK(rule.says(R"({"issued": "2025-01-20"})") == "issued = 20/01/2025 ≤ 31/01/2025 → 1 điểm");
    CHECK(rule.says(R"({"issued": "2025-02-01"})", english) == "issued = 2025-02-01 > 2025-01-31 -> 0 points");
    CHECK(rule.next(R"({"issued": "2025-02-01"})") == "issued ≤ 2025-01-31 +1 = 1");
}

TEST_CASE("levels are said in the words of the set") {
    const one_rule rule(
        R"({"label": "Kế hoạch", "facts": [{"name": "plan", "label": "Ban hành kế hoạch", "kind": "level", "levels": [
            {"code": "in_time", "label": "kịp thời"}, {"code": "late", "label": "chậm"}, {"code": "none"}]}],
        "kind": "levels", "fact": "plan", "levels": [{"level": "in_time", "points": 1}, {"level": "late", "points": 0.5},
            {"level": "none", "points": 0}]})");
    CHECK(rule.says(R"({"plan": "late"})") == "Kế hoạch: Ban hành kế hoạch: chậm → 0,5 điểm");
    CHECK(rule.says(R"({"plan": "none"})", english) == "Kế hoạch: Ban hành kế hoạch: none -> 0 points");
    CHECK(rule.next(R"({"plan": "none"})") == "chậm = 0.5");
    CHECK(rule.next(R"({"plan": "late"})") == "kịp thời = 1");
    CHECK(rule.next(R"({"plan": "in_time"})").empty());
}

TEST_CASE("conditions say which of them failed") {
    const one_rule rule(R"({"facts": [{"name": "x", "kind": "yes_no"}, {"name": "late"}], "kind": "cases",
        "cases": [{"if": "x and late = 0", "points": 1}], "otherwise": {"points": 0}})");
    CHECK(rule.says(R"({"x": true, "late": 0})") == "đúng với điều kiện \"x and late = 0\" (yes and 0 = 0) → 1 điểm");
    CHECK(rule.says(R"({"x": true, "late": 2})") == "không đạt điều kiện \"late = 0\" → 0 điểm");
    CHECK(rule.says(R"({"x": false, "late": 2})", english) ==
          "does not meet the condition \"x\", \"late = 0\" -> 0 points");
    CHECK(rule.next(R"({"x": false, "late": 2})") == "x and late = 0 = 1");
}

TEST_CASE("sums show their terms, limits and roundings") {
    const one_rule reports(
        R"({"facts": [{"name": "late"}, {"name": "absent"}], "kind": "weighted_sum", "start": 2, "terms": [
        {"of": "late", "points": -0.25}, {"of": "absent", "points": -0.5}], "least": 0})",
        {"2", "", ""});
    CHECK(reports.says(R"({"late": 1, "absent": 1})") == "2 - 1 × 0,25 - 1 × 0,5 → 1,25 điểm");
    CHECK(reports.says(R"({"late": 1, "absent": 9})") == "2 - 1 × 0,25 - 9 × 0,5 → -2,75 điểm, giới hạn còn 0 điểm");
    const one_rule weighted(
        R"({"facts": [{"name": "a"}, {"name": "b"}, {"name": "c"}], "zero_denominator": "zero", "rounding": {"places": 2},
        "kind": "weighted_sum", "terms": [{"of": "b", "points": 1}, {"of": "c", "points": 0.5}], "over": "a", "share": "reject"})");
    CHECK(weighted.says(R"({"a": 7, "b": 5, "c": 1})") ==
          "(5 × 1 + 1 × 0,5) / 7 → 11/14 điểm, làm tròn thành 0,79 điểm");
    CHECK(weighted.says(R"({"a": 7, "b": 5, "c": 1})", english) ==
          "(5 × 1 + 1 × 0.5) / 7 -> 11/14 points, rounded to 0.79 points");
    CHECK(weighted.says(R"({"a": 7, "b": 7, "c": 0})", english) == "(7 × 1 + 0 × 0.5) / 7 -> 1 point");
}

TEST_CASE("a missing fact that counts as zero is said") {
    const one_rule rule(
        R"({"facts": [{"name": "n", "label": "số sáng kiến"}], "missing_fact": "zero", "kind": "linear", "of": "n", "points": 0.5, "most": 1})");
    CHECK(rule.says("{}") == "n = 0 → 0 điểm (số liệu không có được tính bằng 0: số sáng kiến)");
}

TEST_CASE("rules within rules say what decided") {
    const one_rule rule(
        R"({"facts": [{"name": "none", "kind": "yes_no"}, {"name": "a", "least": 1}, {"name": "b"}], "kind": "combine", "how": "sum", "rules": [
        {"label": "Cơ bản", "kind": "formula", "points": "0.5"},
        {"label": "Tỷ lệ", "kind": "cases", "cases": [{"if": "none", "points": 1.5}], "otherwise": {"rule": {"kind": "linear", "of": "b/a",
            "share": "clamp", "points": 1.5, "fails": {"below": "50%", "points": 0}}}}]})",
        {"2", "", ""});
    CHECK(rule.says(R"({"none": false, "a": 4, "b": 3})") ==
          "Cơ bản: 0,5 → 0,5 điểm; Tỷ lệ: không đạt điều kiện \"none\"; b/a = 3/4 = 75 % → 1,125 điểm; tổng → 1,625 "
          "điểm");
    CHECK(rule.next(R"({"none": false, "a": 4, "b": 1})") == "none = 1.5; b/a ≥ 50% +0.25 = 0.75");
}

TEST_CASE("a deduction carries its cause in the words of the set, and a draft takes it over") {
    const one_rule rule(
        "{" + counts + R"("zero_denominator": "full", "kind": "linear", "of": "b/a", "share": "clamp", "points": "100%",
        "fails": {"below": "80%", "points": 0}})",
        {"2", "", ""});
    const assessment marks = read_assessment(marks_text(R"({"a": 7, "b": 5})"), "assessment.json", &rule.set()).value();
    const evaluation scored = evaluate(rule.set(), marks).value();
    const std::map<std::string, std::string> causes = deduction_causes(scored, marks);
    const std::string cause =
        "số nhiệm vụ hoàn thành/số nhiệm vụ được giao = 5/7 = 71,43 % < 80 % → 0 điểm; mức cao hơn cần đạt: "
        "số nhiệm vụ hoàn thành/số nhiệm vụ được giao ≥ 80%";
    CHECK(causes == std::map<std::string, std::string>{{"1.1", cause}});
    draft_options options;
    options.causes = causes;
    const plan drafted = draft_plan(scored, options);
    CHECK(drafted.sections[0].shortfalls[0].cause == cause);
    CHECK(redraft(drafted, scored, {{"1.1", "other"}}).updated == drafted);  // what is there stays
}
