#include "parindex/assessment/explanation.hpp"

#include "../rules/one_rule.hpp"
#include "../son_la.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

constexpr explanation_language english = explanation_language::english;
constexpr explanation_language vietnamese = explanation_language::vietnamese;
constexpr scoring_round appraisal = scoring_round::appraisal;

/// The sentence about a node, found by its code; empty: the total.
std::string said(const criteria_set& set, const assessment& marks, std::string_view code,
                 explanation_language language = vietnamese) {
    const evaluation scored = evaluate(set, marks).value();
    return explain_points(scored, marks, {}, code.empty() ? 0 : set.find(code), language);
}

std::string said_of_son_la(std::string_view code, explanation_language language = vietnamese) {
    return said(son_la_set(), son_la_assessment(), code, language);
}

/// Fields of leaves scored by the council alone.
criteria_description described(std::vector<criterion> fields) {
    criteria_description out;
    out.key = son_la_key();
    out.name = "explained";
    out.parts = {{"a", "appraised", {scorer::appraiser}, std::nullopt, {}}};
    out.fields = std::move(fields);
    return out;
}

assessment marked(std::vector<mark> marks) {
    assessment out;
    out.set = son_la_key();
    out.unit = {"VPUB", "Văn phòng", {}, {}};
    out.year = 2021;
    out.marks = std::move(marks);
    return out;
}

std::string said(const criteria_description& described, std::vector<mark> marks, std::string_view code,
                 explanation_language language = vietnamese) {
    return said(criteria_set::create(described).value(), marked(std::move(marks)), code, language);
}

criterion with(criterion each, point_kind points) {
    each.points = points;
    return each;
}

mark absent(std::string criterion) {
    mark out;
    out.criterion = std::move(criterion);
    out.not_applicable = "không phát sinh";
    return out;
}

}  // namespace

TEST_CASE("nodes without a rule say what they reached and what they lost") {
    CHECK(said_of_son_la("") == "đạt 94,52/100 điểm (trừ 5,48 điểm)");
    CHECK(said_of_son_la("", english) == "94.52 of 100 points (5.48 lost)");
    CHECK(said_of_son_la("4.1") == "đạt 3,61/4 điểm (trừ 0,39 điểm)");
    CHECK(said_of_son_la("4") == "đạt 10,35/11 điểm (trừ 0,65 điểm)");
    CHECK(said_of_son_la("3") == "đạt 15,5/15,5 điểm");
    CHECK(said_of_son_la("3", english) == "15.5 of 15.5 points");
    CHECK(said_of_son_la("7.1") == "đạt 0,95/1 điểm (trừ 0,05 điểm)");
    CHECK(said_of_son_la("7.1", english) == "0.95 of 1 point (0.05 lost)");
    CHECK(said_of_son_la("1.1") == "trừ 0,5 điểm");
    CHECK(said_of_son_la("1.1", english) == "0.5 points lost");
    CHECK(said_of_son_la("2.1") == "đạt 3,72/4 điểm (trừ 0,28 điểm; số liệu suy luận)");
    CHECK(said_of_son_la("3.R") == "đạt 15,5/15,5 điểm (số liệu suy luận)");
}

TEST_CASE("a leaf known by its loss may have lost nothing, or by inference") {
    assessment marks = son_la_assessment();
    mark_of(marks, "1.1").loss = printed("0");
    CHECK(said(son_la_set(), marks, "1.1") == "không bị trừ điểm");
    mark_of(marks, "1.1").loss = inferred("0.5");
    CHECK(said(son_la_set(), marks, "1.1") == "trừ 0,5 điểm (số liệu suy luận)");
    CHECK(said(son_la_set(), marks, "1.1", english) == "0.5 points lost (inferred)");
}

TEST_CASE("what is not scored yet says so, with what may still be reached") {
    assessment marks = son_la_assessment();
    std::erase_if(marks.marks, [](const mark& each) { return each.criterion == "4.1" || each.criterion == "7.4"; });
    CHECK(said(son_la_set(), marks, "4.1") == "chưa chấm (có thể đạt được từ 0 đến 4 điểm)");
    CHECK(said(son_la_set(), marks, "7.4", english) == "not scored yet (possible: from 0 to 1 point)");
    CHECK(said(son_la_set(), marks, "4") ==
          "tạm tính 6,74/11 điểm (trừ 0,26 điểm; còn 1 tiêu chí chưa chấm; có thể đạt được từ 6,74 đến 10,74 điểm)");
    CHECK(said(son_la_set(), marks, "", english) ==
          "90.13 of 100 points so far (4.87 lost; 2 criteria not scored yet; possible: from 90.13 to 95.13 points)");
    std::erase_if(marks.marks, [](const mark& each) { return each.criterion == "1.1"; });
    CHECK(said(son_la_set(), marks, "1.1") == "chưa chấm");
}

TEST_CASE("bonus points, penalties, caps and minima are told apart from losses") {
    criterion rewards = with(group("B", "", {leaf("B.1", "a", "2"), leaf("B.2", "a", "4")}), point_kind::bonus);
    rewards.cap = printed("3");
    criterion field = group("2", "2", {leaf("2.1", "a", "2"), with(leaf("2.P", "a", "5"), point_kind::penalty)});
    field.minimum = printed("0");
    const criteria_description set = described({group("1", "10", {leaf("1.1", "a", "10")}), rewards, field});
    const std::vector<mark> marks = {scored("1.1", appraisal, "9"), scored("B.1", appraisal, "1"),
                                     scored("B.2", appraisal, "4"), scored("2.1", appraisal, "1"),
                                     scored("2.P", appraisal, "-1.5")};
    CHECK(said(set, marks, "B.1") == "điểm thưởng: 1 điểm");
    CHECK(said(set, marks, "B.1", english) == "bonus: 1 point");
    CHECK(said(set, marks, "2.P") == "điểm phạt: 1,5 điểm");
    CHECK(said(set, marks, "2.P", english) == "penalty: 1.5 points");
    CHECK(said(set, marks, "B") == "điểm thưởng: 3 điểm (không tính do vượt mức tối đa: 2 điểm)");
    CHECK(said(set, marks, "2") ==
          "đạt 0/2 điểm (trừ 1 điểm; điểm phạt: 1,5 điểm; tính thêm để đạt mức tối thiểu: 0,5 điểm)");
    CHECK(said(set, marks, "", english) ==
          "12 of 12 points (2 lost; bonus: 5 points; penalty: 1.5 points; cut off by the cap: 2 points; given back by "
          "the minimum: 0.5 points)");
    CHECK(said(set, {scored("1.1", appraisal, "9"), scored("2.1", appraisal, "1")}, "B.1") == "điểm thưởng: 0 điểm");
}

TEST_CASE("rounding of a field is no loss") {
    criteria_description set = described({group("1", "3", {leaf("1.1", "a", "3")}), leaf("2", "a", "1")});
    set.field_rounding = rounding{1, rounding_mode::half_up};
    const std::vector<mark> marks = {scored("1.1", appraisal, "2.75"), scored("2", appraisal, "0.33")};
    CHECK(said(set, marks, "1") == "đạt 2,8/3 điểm (trừ 0,25 điểm; tăng do làm tròn: 0,05 điểm)");
    CHECK(said(set, marks, "2", english) == "0.3 of 1 point (0.67 lost; lost in rounding: 0.03 points)");
}

TEST_CASE("what does not apply says why and what follows") {
    const auto leaf_text = [](not_applicable_policy policy, explanation_language language = vietnamese) {
        criterion excused = leaf("1.2", "a", "2");
        excused.not_applicable = policy;
        return said(described({group("1", "6", {leaf("1.1", "a", "4"), excused})}),
                    {scored("1.1", appraisal, "4"), absent("1.2")}, "1.2", language);
    };
    CHECK(leaf_text(not_applicable_policy::full) == "không áp dụng (không phát sinh): đạt 2/2 điểm");
    CHECK(leaf_text(not_applicable_policy::zero) == "không áp dụng (không phát sinh): đạt 0/2 điểm (trừ 2 điểm)");
    CHECK(leaf_text(not_applicable_policy::smaller_maximum) ==
          "không áp dụng (không phát sinh): không tính vào điểm tối đa của đơn vị");
    CHECK(leaf_text(not_applicable_policy::rescale_field, english) ==
          "does not apply (không phát sinh): its maximum is shared out among other criteria");
}

TEST_CASE("points that do not terminate are shown with two decimals, never as full marks or none") {
    const auto third_of = [](std::string_view maximum, std::string_view score) {
        criterion gone = leaf("1.3", "a", "1");
        gone.not_applicable = not_applicable_policy::rescale_criterion;
        return said(described({group("1", "4", {leaf("1.1", "a", maximum), leaf("1.2", "a", maximum), gone})}),
                    {scored("1.1", appraisal, score), scored("1.2", appraisal, "0"), absent("1.3")}, "1.1");
    };
    CHECK(third_of("1.5", "1") == "đạt 1,33/2 điểm (trừ 0,67 điểm)");
    CHECK(third_of("1.5", "1.4999") == "đạt 1,9999/2 điểm (trừ 0,0001 điểm)");
    CHECK(third_of("1.5", "0.0001") == "đạt 0,0001/2 điểm (trừ 1,9999 điểm)");
}

TEST_CASE("a leaf with facts is explained by its rule, without advice") {
    const std::string counts = R"({"facts": [{"name": "a", "label": "số hồ sơ"},
        {"name": "b", "label": "số hồ sơ đúng hạn"}], )";
    const std::string linear =
        counts + R"("zero_denominator": "not_applicable", "kind": "linear", "of": "b/a", "share": "clamp",
        "points": "100%", "fails": {"below": "80%", "points": 0}})";
    const auto of_facts = [&](const std::string& facts, const leaf_form& form, explanation_language language) {
        const one_rule rule(linear, form);
        return said(rule.set(), read_assessment(marks_text(facts), "a.json", &rule.set()).value(), "1.1", language);
    };
    const leaf_form plain{"2", R"("not_applicable": "full", )", ""};
    CHECK(of_facts(R"({"a": 7, "b": 5})", plain, vietnamese) ==
          "số hồ sơ đúng hạn / số hồ sơ = 5/7 = 71,43 % < 80 % → 0 điểm");
    CHECK(of_facts(R"({"a": 7, "b": 5})", plain, english) ==
          "số hồ sơ đúng hạn / số hồ sơ = 5/7 = 71.43 % < 80 % -> 0 points");
    CHECK(of_facts(R"({"b": 5})", plain, vietnamese) == "còn thiếu số liệu: số hồ sơ → từ 0 đến 2 điểm");
    CHECK(of_facts(R"({"a": 0, "b": 0})", plain, vietnamese) ==
          "số hồ sơ đúng hạn / số hồ sơ = 0/0: mẫu số bằng 0, không áp dụng đối với đơn vị; đạt 2/2 điểm");
    const one_rule rule(linear, plain);
    const assessment marks = read_assessment(marks_text(R"({"a": 10, "b": 9})"), "a.json", &rule.set()).value();
    CHECK(said(rule.set(), marks, "1") == "đạt 1,8/2 điểm (trừ 0,2 điểm)");
}

TEST_CASE("where a rounding changes the points of a rule, what counts is said too") {
    const one_rule rule(
        R"({"facts": [{"name": "x", "kind": "number", "least": 0, "most": 1}], "kind": "formula", "points": "x"})",
        {"1", "", ""});
    criteria_description rounded = rule.set().description();
    rounded.field_rounding = rounding{1, rounding_mode::half_up};
    rounded.fields[1].scoring = rounded.fields[0].children[0].scoring;
    const criteria_set set = criteria_set::create(rounded).value();
    assessment marks = marked({});
    marks.set = set.key();
    mark given;
    given.facts = std::vector<fact>{{"x", points("0.25")}};
    for (const char* const code : {"1.1", "2"}) {
        given.criterion = code;
        marks.marks.push_back(given);
    }
    CHECK(said(set, marks, "1.1") == "x = 0,25 → 0,25 điểm");
    CHECK(said(set, marks, "2") ==
          "x = 0,25 → 0,25 điểm; điểm được tính: đạt 0,3/1 điểm (trừ 0,75 điểm; tăng do làm tròn: 0,05 điểm)");
}
