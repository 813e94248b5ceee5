// One sentence for a score, and what would have earned more.
#include "one_rule.hpp"
#include "parindex/assessment/deduction_cause.hpp"
#include "parindex/index/par_index.hpp"
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
    CHECK(rule.next(R"({"a": 8, "b": 7})") == "b/a ≥ 100% +0.125 = 2");
    CHECK(rule.next(R"({"a": 8, "b": 8})").empty());
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
    CHECK(rule.says(R"({"a": 10, "b": 9})") == "b/a = 9/10 = 90 %, từ 70 % đến dưới 100 % → 1 điểm");
    CHECK(rule.says(R"({"a": 10, "b": 9})", english) == "b/a = 9/10 = 90 %, from 70 % to below 100 % -> 1 point");
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
    CHECK(rule.says(R"({"issued": "2025-02-01"})", english) == "issued = 2025-02-01, after 2025-01-31 -> 0 points");
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
    CHECK(rule.says(R"({"x": true, "late": 0})") == "thuộc trường hợp \"x và late = 0\" (có và 0 = 0) → 1 điểm");
    CHECK(rule.says(R"({"x": true, "late": 2})") == "không đạt điều kiện \"late = 0\" → 0 điểm");
    CHECK(rule.says(R"({"x": false, "late": 2})", english) ==
          "does not meet the condition \"x\", \"late = 0\" -> 0 points");
    CHECK(rule.next(R"({"x": false, "late": 2})") == "x and late = 0 = 1");
}

TEST_CASE("a negation that fails is said as what holds") {
    const one_rule rule(
        R"({"facts": [{"name": "issued", "label": "đã ban hành", "kind": "yes_no"}, {"name": "overdue", "label": "còn nội dung quá hạn",
        "kind": "yes_no"}, {"name": "n", "label": "số văn bản"}], "kind": "cases", "cases": [{"if": "issued and not overdue and n >= 2",
        "points": 1}], "otherwise": {"points": 0}})");
    CHECK(rule.says(R"({"issued": true, "overdue": true, "n": 2})") == "thuộc trường hợp \"overdue\" → 0 điểm");
    CHECK(rule.says(R"({"issued": false, "overdue": true, "n": 1})") ==
          "thuộc trường hợp \"overdue\", không đạt điều kiện \"issued\", \"n ≥ 2\" → 0 điểm");
    CHECK(rule.says(R"({"issued": false, "overdue": true, "n": 1})", english) ==
          "meets the condition \"overdue\", does not meet the condition \"issued\", \"n ≥ 2\" -> 0 points");
    const std::string labelled = rule.says_with_labels(R"({"issued": true, "overdue": true, "n": 1})");
    CHECK(labelled == "thuộc trường hợp \"còn nội dung quá hạn\", không đạt điều kiện \"số văn bản ≥ 2\" → 0 điểm");
    CHECK(rule.next(R"({"issued": true, "overdue": true, "n": 2})") == "issued and not overdue and n >= 2 = 1");
}

TEST_CASE("a condition that several cases ask for is said once") {
    const one_rule rule(R"({"facts": [{"name": "x", "kind": "yes_no"}, {"name": "late"}], "kind": "cases", "cases": [
        {"if": "x and late = 0", "points": 1}, {"if": "x or late < 0", "points": 0.5}, {"if": "x", "points": 0.25}],
        "otherwise": {"points": 0}})");
    CHECK(rule.says(R"({"x": false, "late": 0})") == "không đạt điều kiện \"x\", \"x hoặc late < 0\" → 0 điểm");
}

TEST_CASE("intervals of dates are said in words") {
    const one_rule rule(R"({"facts": [{"name": "sent", "kind": "date"}], "kind": "steps", "of": "sent", "steps": [
        {"below": "2026-01-31", "points": 1}, {"from": "2026-01-31", "below": "2026-02-28", "points": 0.5},
        {"from": "2026-02-28", "points": 0}]})");
    CHECK(rule.says(R"({"sent": "2026-01-30"})") == "sent = 30/01/2026, trước 31/01/2026 → 1 điểm");
    CHECK(rule.says(R"({"sent": "2026-01-31"})") == "sent = 31/01/2026, từ 31/01/2026 đến trước 28/02/2026 → 0,5 điểm");
    CHECK(rule.says(R"({"sent": "2026-03-01"})") == "sent = 01/3/2026, từ 28/02/2026 → 0 điểm");
}

TEST_CASE("a difference of numbers that could be a date is none") {
    const one_rule rule(
        R"({"facts": [{"name": "a"}, {"name": "b"}, {"name": "c"}], "kind": "steps", "of": "a-b-c", "steps": [
        {"from": 1, "points": 1}, {"below": 1, "points": 0}]})");
    CHECK(rule.says(R"({"a": 2025, "b": 12, "c": 15})") == "a-b-c = 2025-12-15 = 1998 ≥ 1 → 1 điểm");
}

TEST_CASE("a percentage is said once, and the maximum in words") {
    const one_rule index(R"({"facts": [{"name": "sipas", "kind": "percent", "least": 0, "most": 100}],
        "kind": "linear", "of": "sipas", "points": "100%"})",
                         {"10", "", ""});
    CHECK(index.says(R"({"sipas": "89.28"})") == "sipas = 89,28 % → 8,928 điểm");
    CHECK(index.next(R"({"sipas": "89.28"})") == "sipas ≥ 100% +0.1072 = 10");
    const one_rule quota(R"({"facts": [{"name": "a", "least": 1}, {"name": "b"}], "kind": "formula",
        "points": "min(b / a, 1) * max"})",
                         {"4", "", ""});
    CHECK(quota.says(R"({"a": 8, "b": 7})") == "min(b / a, 1) × điểm tối đa = min(7 / 8, 1) × 4 → 3,5 điểm");
    CHECK(quota.says(R"({"a": 8, "b": 7})", english) ==
          "min(b / a, 1) × the maximum = min(7 / 8, 1) × 4 -> 3.5 points");
}

TEST_CASE("a line says how units become points, and where it gives its most") {
    const one_rule whole(
        R"({"facts": [{"name": "a", "least": 1}, {"name": "b"}], "kind": "linear", "of": "b/a", "share": "reject",
        "start": 0.6, "from": "80%", "points": 0.1, "per": "5%", "whole_units": true, "fails": {"below": "80%", "points": 0}})");
    CHECK(whole.says(R"({"a": 100, "b": 98})") == "b/a = 98/100 = 98 %: 0,6 + 3 × 0,1 → 0,9 điểm");
    CHECK(whole.next(R"({"a": 100, "b": 98})") == "b/a ≥ 100% +0.02 = 1");
    CHECK(whole.next(R"({"a": 100, "b": 79})") == "b/a ≥ 80% +0.01 = 0.6");
    const one_rule each(R"({"facts": [{"name": "n"}], "kind": "linear", "of": "n", "points": 0.25, "most": 1})");
    CHECK(each.says(R"({"n": 3})") == "n = 3: 3 × 0,25 → 0,75 điểm");
    CHECK(each.next(R"({"n": 3})") == "n ≥ 4 +1 = 1");
    CHECK(each.next(R"({"n": 4})").empty());
    const one_rule fewer(
        R"({"facts": [{"name": "n"}], "kind": "linear", "of": "n", "start": 1, "points": -0.25, "least": 0})");
    CHECK(fewer.says(R"({"n": 3})") == "n = 3: 1 - 3 × 0,25 → 0,25 điểm");
    CHECK(fewer.next(R"({"n": 3})").empty());
    const one_rule tens(R"({"facts": [{"name": "n"}], "kind": "linear", "of": "n", "points": 0.3, "per": 10,
        "whole_units": true, "most": 1})");
    CHECK(tens.next(R"({"n": 25})") == "n ≥ 40 +15 = 1");  // a fourth whole ten, and not 33 and a third
}

TEST_CASE("a step and the line within it name their quantity once") {
    const one_rule rule(
        R"({"facts": [{"name": "a", "least": 1}, {"name": "b"}], "kind": "steps", "of": "b/a", "share": "reject",
        "steps": [{"from": "95%", "points": 2}, {"from": "70%", "below": "95%", "rule": {"kind": "linear", "of": "b/a",
        "points": 0.1, "start": 1, "from": "70%", "per": "5%", "most": 2, "least": 0}}, {"below": "70%", "points": 0}]})",
        {"2", "", ""});
    CHECK(rule.says(R"({"a": 10, "b": 9})") == "b/a = 9/10 = 90 %, từ 70 % đến dưới 95 %: 1 + 4 × 0,1 → 1,4 điểm");
    CHECK(rule.next(R"({"a": 10, "b": 9})") == "b/a ≥ 95% +0.05 = 2");
}

TEST_CASE("options of a survey: what divides is in brackets, and labels stand behind their terms") {
    const one_rule survey(R"({"facts": [{"name": "a", "label": "phiếu tốt"}, {"name": "b", "label": "phiếu kém"}],
        "zero_denominator": "full", "kind": "weighted_sum", "terms": [{"of": "a", "points": "100%"}, {"of": "b", "points": "20%"}],
        "over": "a + b", "share": "reject"})");
    CHECK(survey.says(R"({"a": 3, "b": 1})") == "(3 × 100 % + 1 × 20 %) / (3 + 1) → 0,8 điểm");
    CHECK(survey.says_with_labels(R"({"a": 3, "b": 1})") ==
          "(3 × 100 % (phiếu tốt) + 1 × 20 % (phiếu kém)) / (3 + 1) → 0,8 điểm");
    CHECK(survey.says_with_labels(R"({"a": 0, "b": 0})") ==
          "phiếu tốt + phiếu kém = 0 + 0: mẫu số bằng 0, chấm điểm tối đa → 1 điểm");
    const one_rule differences(R"({"facts": [{"name": "a"}, {"name": "b"}], "kind": "weighted_sum",
        "terms": [{"of": "a - b", "points": 0.5}], "least": 0, "most": 1})");
    CHECK(differences.says(R"({"a": 3, "b": 1})") == "(3 - 1) × 0,5 → 1 điểm");
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
          "(5 × 1 + 1 × 0,5) / 7 → 11/14 ≈ 0,7857 điểm, làm tròn thành 0,79 điểm");
    CHECK(weighted.says(R"({"a": 7, "b": 5, "c": 1})", english) ==
          "(5 × 1 + 1 × 0.5) / 7 -> 11/14 ≈ 0.7857 points, rounded to 0.79 points");
    CHECK(weighted.says(R"({"a": 7, "b": 7, "c": 0})", english) == "(7 × 1 + 0 × 0.5) / 7 -> 1 point");
}

TEST_CASE("a missing fact that counts as zero is said") {
    const one_rule rule(
        R"({"facts": [{"name": "n", "label": "số sáng kiến"}], "missing_fact": "zero", "kind": "linear", "of": "n", "points": 0.5, "most": 1})");
    CHECK(rule.says("{}") == "n = 0: 0 × 0,5 → 0 điểm (số liệu không có được tính bằng 0: số sáng kiến)");
}

TEST_CASE("rules within rules say what decided") {
    const one_rule rule(
        R"({"facts": [{"name": "none", "kind": "yes_no"}, {"name": "a", "least": 1}, {"name": "b"}], "kind": "combine", "how": "sum", "rules": [
        {"label": "Cơ bản", "kind": "formula", "points": "0.5"},
        {"label": "Tỷ lệ", "kind": "cases", "cases": [{"if": "none", "points": 1.5}], "otherwise": {"rule": {"kind": "linear", "of": "b/a",
            "share": "clamp", "points": 1.5, "fails": {"below": "50%", "points": 0}}}}]})",
        {"2", "", ""});
    CHECK(rule.says(R"({"none": false, "a": 4, "b": 3})") ==
          "Cơ bản: 0,5 → 0,5 điểm; Tỷ lệ: không thuộc trường hợp \"none\"; b/a = 3/4 = 75 %: 0,75 × 1,5 → 1,125 điểm; "
          "tổng → 1,625 "
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
        "số nhiệm vụ hoàn thành / số nhiệm vụ được giao = 5/7 = 71,43 % < 80 % → 0 điểm; mức cao hơn cần đạt: "
        "số nhiệm vụ hoàn thành / số nhiệm vụ được giao ≥ 80 %";
    CHECK(causes == std::map<std::string, std::string>{{"1.1", cause}});
    draft_options options;
    options.causes = causes;
    const plan drafted = draft_plan(scored, options);
    CHECK(drafted.sections[0].shortfalls[0].cause == cause);
    CHECK(redraft(drafted, scored, {{"1.1", "other"}}).updated == drafted);  // what is there stays
}

TEST_CASE("a cause that a rule gave is stale once the facts give another, words of one's own never are") {
    const one_rule rule(
        "{" + counts +
            R"("zero_denominator": "full", "kind": "linear", "of": "b/a", "share": "clamp", "points": "100%"})",
        {"2", "", ""});
    const auto drafted_from = [&rule](const std::string& facts) {
        const assessment marks = read_assessment(marks_text(facts), "assessment.json", &rule.set()).value();
        const evaluation scored = evaluate(rule.set(), marks).value();
        draft_options options;
        options.causes = deduction_causes(scored, marks);
        return std::pair(draft_plan(scored, options), options.causes);
    };
    auto [planned, causes] = drafted_from(R"({"a": 4, "b": 3})");
    const auto now = drafted_from(R"({"a": 4, "b": 1})").second;
    CHECK(check_causes(planned, causes).empty());
    const diagnostics found = check_causes(planned, now);
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == error_code::stale_cause);
    CHECK(found[0].level == severity::warning);
    CHECK(found[0].criterion == "1.1");
    CHECK(found[0].message.find("= 1/4 = 25 %") != std::string::npos);
    std::string& cause = planned.sections[0].shortfalls[0].cause;
    cause = "Do thiếu nhân lực. " + now.at("1.1");
    CHECK(check_causes(planned, now).empty());
    cause = "Do thiếu nhân lực.";
    CHECK(check_causes(planned, now).empty());
    CHECK(check_causes(planned, {}).empty());
}

TEST_CASE("a share is not printed as the threshold that it does not reach") {
    const one_rule rule(
        R"({"facts": [{"name": "a", "least": 1}, {"name": "b"}], "kind": "steps", "of": "b/a", "share": "clamp",
        "steps": [{"from": "66.67%", "points": 1}, {"below": "66.67%", "points": 0}]})");
    CHECK(rule.says(R"({"a": 3, "b": 2})") == "b/a = 2/3 = 66,667 % < 66,67 % → 0 điểm");
    CHECK(rule.says(R"({"a": 7, "b": 5})") == "b/a = 5/7 = 71,43 % ≥ 66,67 % → 1 điểm");
}

TEST_CASE("facts from outside the unit are named as such") {
    const one_rule rule(
        R"({"facts": [{"name": "x"}, {"name": "best", "label": "giá trị cao nhất", "source": "context"}],
        "zero_denominator": "zero", "kind": "linear", "of": "x/best", "share": "clamp", "points": "100%"})",
        {"2", "", ""});
    const evaluation_context peers{{{"1.1", {{"best", decimal(25)}}}}};
    const evaluation_context nothing{{{"1.1", {{"best", decimal(0)}}}}};
    const explanation_language vietnamese = explanation_language::vietnamese;
    CHECK(rule.says(R"({"x": 20})", vietnamese, peers) ==
          "x/best = 20/25 = 80 % → 1,6 điểm (số liệu ngoài đơn vị: giá trị cao nhất)");
    CHECK(rule.says(R"({"x": 20})", english, peers) ==
          "x/best = 20/25 = 80 % -> 1.6 points (from outside the unit: giá trị cao nhất)");
    CHECK(rule.says(R"({"x": 20})", english, nothing) ==
          "x/best = 20/0: the denominator is 0, no points -> 0 points (from outside the unit: giá trị cao nhất)");
    CHECK(rule.says(R"({})") == "còn thiếu số liệu: x, giá trị cao nhất (số liệu ngoài đơn vị) → từ 0 đến 2 điểm");
    CHECK(rule.says(R"({})", english, peers) == "facts are missing: x -> from 0 to 2 points");
}

TEST_CASE("a warning names the facts that are missing, a few of many") {
    const auto warned = [](const std::string& rule_text, const std::string& facts) {
        const one_rule rule(rule_text, {"1", "", ""});
        const assessment marks = read_assessment(marks_text(facts), "assessment.json").value();
        return only(check_complete(evaluate(rule.set(), marks).value()), error_code::incomplete).message;
    };
    const std::string grown = R"({"facts": [{"name": "now"}, {"name": "before", "source": "context"}], "kind": "cases",
        "cases": [{"if": "now > before", "points": 1}], "otherwise": {"points": 0}})";
    CHECK(warned(grown, "{}") ==
          R"(criterion "1.1" lacks the facts now, before (of the context) for its rule: Tiêu chí)");
    CHECK(warned(grown, R"({"now": 1})") ==
          R"(criterion "1.1" lacks the fact before (of the context) for its rule: Tiêu chí)");
    std::string many;
    std::string sum;
    for (const char* const name : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"}) {
        many += std::string(many.empty() ? "" : ", ") + "{\"name\": \"" + name + "\", \"most\": 1}";
        sum += (sum.empty() ? "" : " + ") + std::string(name);
    }
    CHECK(warned("{\"facts\": [" + many + R"(], "kind": "formula", "points": "()" + sum + ") / 10\"}", "{}") ==
          R"(criterion "1.1" lacks the facts a, b, c, d, e, f, g, h and 2 more for its rule: Tiêu chí)");
}

TEST_CASE("points that do not terminate are a fraction and nearly a number, an endless fraction is the number only") {
    const one_rule rule(R"({"facts": [{"name": "a", "least": 1}, {"name": "b"}], "kind": "linear", "of": "b/a",
        "share": "clamp", "points": "100%"})");
    CHECK(rule.says(R"({"a": 7, "b": 3})") == "b/a = 3/7 = 42,86 % → 3/7 ≈ 0,4286 điểm");
    const std::string text = rule.says(R"({"a": 99999999999999999, "b": 33333333333333332})");
    CHECK(text.ends_with("→ 33333333333333332/99999999999999999 ≈ 0,3333 điểm"));
    const one_rule cubed(R"({"facts": [{"name": "a", "least": 1}, {"name": "b"}], "kind": "formula",
        "points": "min(b/a * b/a * b/a, 1) "
})");
    CHECK(cubed.says(R"({"a": 99999999999999999, "b": 33333333333333332})").ends_with("→ ≈ 0,037 điểm"));
}

TEST_CASE("advice is a case that was tried and did not hold, never one that holds already") {
    const one_rule rule(R"({"facts": [{"name": "early", "kind": "yes_no"}, {"name": "late", "kind": "yes_no"},
        {"name": "sent", "kind": "yes_no"}], "kind": "cases", "cases": [{"if": "early", "points": 1},
        {"if": "late", "points": 0.5}, {"if": "sent", "points": 0.75}], "otherwise": {"points": 0}})");
    CHECK(rule.next(R"({"early": false, "late": true, "sent": true})") == "early = 1");
    CHECK(rule.next(R"({"early": false, "late": false, "sent": false})") == "late = 0.5");
    const one_rule worse(R"({"facts": [{"name": "late", "kind": "yes_no"}], "kind": "cases",
        "cases": [{"if": "late", "points": 0}], "otherwise": {"points": 1}})");
    CHECK(worse.next(R"({"late": true})").empty());
}

TEST_CASE("units below the start of a line are in brackets") {
    const one_rule rule(R"({"facts": [{"name": "x", "kind": "number", "least": 0, "most": 20}], "kind": "linear",
        "of": "x", "start": 1, "from": 10, "points": "0.2", "per": 5, "most": 1})",
                        {"1", "", ""});
    CHECK(rule.says(R"({"x": 0})") == "x = 0: 1 + (-2) × 0,2 → 0,6 điểm");
}

TEST_CASE("advice promises nothing: not at the most of a combination, not of one of several worst") {
    const auto combined = [](const std::string& how, const std::string& more) {
        return R"({"facts": [{"name": "a"}, {"name": "b"}], "kind": "combine", "how": ")" + how + "\", " + more +
               R"("rules": [{"kind": "linear", "of": "a", "points": 1, "most": 2},
            {"kind": "linear", "of": "b", "points": 1, "most": 2}]})";
    };
    const one_rule worst(combined("worst", ""), {"2", "", ""});
    CHECK(worst.next(R"({"a": 0, "b": 0})").empty());
    CHECK(worst.next(R"({"a": 0, "b": 1})") == "a ≥ 2 +2 = 2");
    const one_rule sum(combined("sum", R"("most": 2, )"), {"2", "", ""});
    CHECK(sum.next(R"({"a": 1, "b": 1})").empty());
    CHECK(sum.next(R"({"a": 1, "b": 0})") == "a ≥ 2 +1 = 2; b ≥ 2 +2 = 2");
}

TEST_CASE("a weighted sum says which of its quantities divides by zero, and what divides more than the whole") {
    const std::string facts =
        R"({"facts": [{"name": "a"}, {"name": "b"}, {"name": "c"}], "zero_denominator": "zero", )";
    const one_rule terms(facts + R"("kind": "weighted_sum", "start": 2, "least": 0, "most": 2,
        "terms": [{"of": "c", "points": 0}, {"of": "b/a", "points": -1}]})",
                         {"2", "", ""});
    CHECK(terms.says(R"({"a": 0, "b": 2, "c": 1})") == "b/a = 2/0: mẫu số bằng 0, không có điểm → 0 điểm");
    const one_rule shares(facts + R"("kind": "weighted_sum", "over": "a", "share": "clamp",
        "terms": [{"of": "b", "points": 2}, {"of": "c", "points": 1}]})",
                          {"2", "", ""});
    CHECK(shares.says(R"({"a": 2, "b": 2, "c": 1})") ==
          "(2 × 2 + 1 × 1) / (2 + 1), tính bằng 100 % → 5/3 ≈ 1,6667 điểm");
}
