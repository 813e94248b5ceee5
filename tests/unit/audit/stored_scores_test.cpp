#include "parindex/audit/stored_scores.hpp"
#include "parindex/io/assessment_file.hpp"
#include "parindex/io/criteria_file.hpp"

#include "../findings.hpp"
#include "../rules/one_rule.hpp"
#include "../son_la.hpp"

#include <charconv>
#include <cmath>
#include <map>

using namespace parindex;
using namespace parindex_test;

namespace {

using code_text = std::pair<std::string, std::string>;

/// What is found about stored scores, by code of the node; "" is the total.
diagnostics compared(const criteria_set& set, const assessment& marks, const std::vector<code_text>& stored) {
    std::vector<stored_score> scores;
    for (const auto& [code, score] : stored) scores.push_back({code.empty() ? 0 : set.find(code), points(score)});
    return compare_stored(scores, evaluate(set, marks).value(), marks);
}

/// The code found about one leaf of `maximum` whose exact score is `exact`.
error_code found(std::string_view exact, const std::string& stored, const std::string& beside = "") {
    criteria_description described;
    described.key = son_la_key();
    described.name = "stored";
    described.parts = {{"a", "appraised", {scorer::appraiser}, std::nullopt, {}}};
    described.fields = {leaf("1", "a", "10"), leaf("2", "a", "10")};
    assessment marks;
    marks.set = son_la_key();
    marks.unit = {"VPUB", "Văn phòng", {}, {}};
    marks.year = 2021;
    marks.marks = {scored("1", scoring_round::appraisal, exact),
                   scored("2", scoring_round::appraisal, beside.empty() ? "0" : beside)};
    std::vector<code_text> all = {{"1", stored}};
    if (!beside.empty()) all.push_back({"2", beside});
    const diagnostics out = compared(criteria_set::create(described).value(), marks, all);
    REQUIRE(out.size() <= 1);
    if (!out.empty()) CHECK(out[0].level == severity::warning);
    return out.empty() ? error_code::none : out[0].code;
}

/// The finding about "1.1", scored by a rule from facts.
diagnostic by_rule(const std::string& rule, const leaf_form& form, const std::string& facts,
                   const std::string& stored) {
    const one_rule made(rule, form);
    const assessment marks = read_assessment(marks_text(facts), "a.json", &made.set()).value();
    const diagnostics out = compared(made.set(), marks, {{"1.1", stored}});
    REQUIRE(out.size() <= 1);
    return out.empty() ? diagnostic() : out[0];
}

constexpr const char* two_numbers =
    R"({"facts": [{"name": "x", "kind": "number", "least": 0, "most": 0.5}, {"name": "y", "kind": "number", "least": 0, "most": 0.9}],)";

/// A number of another program, as it prints it.
std::string printed_double(double value) {
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed).ptr;
    return {text, end};
}

}  // namespace

TEST_CASE("a stored score that is exact is no finding, whatever its zeros") {
    CHECK(found("3.61", "3.61") == error_code::none);
    CHECK(found("3.6", "3.600") == error_code::none);
    CHECK(compared(son_la_set(), son_la_assessment(), {{"", "94.52"}, {"4", "10.35"}, {"4.1", "3.61"}}).empty());
}

TEST_CASE("lost decimals are told apart by how they were lost") {
    CHECK(found("3.617", "3.62") == error_code::stored_rounded);
    CHECK(found("3.614", "3.61") == error_code::stored_rounded);
    CHECK(found("3.615", "3.62") == error_code::stored_rounded);
    CHECK(found("3.617", "3.61") == error_code::stored_truncated);
    CHECK(found("3.617", "3.610") == error_code::stored_truncated);
    CHECK(found("3.615", "3.61") == error_code::stored_tie);
    CHECK(found("1.005", "1.00") == error_code::stored_tie);
    CHECK(found("3.617", "3.6200") == error_code::stored_rounded);  // in a column of four decimals
    CHECK(found("3.617", "4") == error_code::stored_rounded);
    CHECK(found("3.61", "3.62") == error_code::stored_differs);
    CHECK(found("3.617", "3.63") == error_code::stored_differs);
    CHECK(found("0.8", "0.00") == error_code::stored_differs);  // that is not 0.8 cut off after no decimals
}

TEST_CASE("zeros that were dropped are told by the other stored scores") {
    CHECK(found("0.709", "0.7") == error_code::stored_rounded);
    CHECK(found("0.709", "0.7", "3.61") == error_code::stored_truncated);
    CHECK(found("1.005", "1") == error_code::stored_rounded);
    CHECK(found("1.005", "1", "3.61") == error_code::stored_tie);
    CHECK(found("3.9", "3", "3.61") == error_code::stored_differs);
}

TEST_CASE("what binary floating point leaves behind is no other cause") {
    CHECK(found("3.61", "3.6100000000000003") == error_code::stored_float_residue);
    CHECK(found("3.61", "3.609999999") == error_code::stored_differs);  // nine decimals are not of a binary number
    CHECK(found("3.61", "3.6100000011") == error_code::stored_differs);
    CHECK(found("3.617", "3.6200000000000001") == error_code::stored_rounded);
    CHECK(found("3.617", "3.6099999999999999") == error_code::stored_truncated);
}

TEST_CASE("a finding names both scores, their difference and the cause") {
    const std::string thirds =
        R"({"facts": [{"name": "a", "least": 1}, {"name": "b"}], "kind": "linear", "of": "b/a", "share": "clamp", "points": "100%"})";
    const diagnostic rounded = by_rule(thirds, {"1", "", ""}, R"({"a": 7, "b": 5})", "0.71");
    CHECK(rounded.code == error_code::stored_rounded);
    CHECK(rounded.level == severity::warning);
    CHECK(rounded.criterion == "1.1");
    CHECK(rounded.message ==
          "stored 0.71, exact 5/7 (about 0.714286), difference -3/700 (about -0.004286): the exact score was rounded "
          "to 2 "
          "decimals");
    CHECK(by_rule(thirds, {"1", "", ""}, R"({"a": 3, "b": 2})", "0.66").code == error_code::stored_truncated);
    CHECK(by_rule(thirds, {"1", "", ""}, R"({"a": 3, "b": 2})", "0.6666666666666666").code ==
          error_code::stored_float_residue);
    CHECK(by_rule(thirds, {"1", "", ""}, R"({"a": 3, "b": 2})", "0.6666666667").code == error_code::stored_rounded);
}

TEST_CASE("where the set rounds points, what they were before counts too") {
    const std::string thirds =
        R"({"facts": [{"name": "a", "least": 1}, {"name": "b"}], "rounding": {"places": 2}, "kind": "linear", "of": "b/a", "share": "clamp", "points": "100%"})";
    const diagnostic cut = by_rule(thirds, {"1", "", ""}, R"({"a": 3, "b": 2})", "0.66");
    CHECK(cut.code == error_code::stored_truncated);
    CHECK(cut.message.find("before the set rounds it, 2/3 (about 0.666667), was cut off after 2 decimals") !=
          std::string::npos);
    CHECK(by_rule(thirds, {"1", "", ""}, R"({"a": 200, "b": 1})", "0.00").code == error_code::stored_tie);

    criteria_description described = son_la_criteria();
    described.total_rounding = rounding{1, rounding_mode::half_up};
    const diagnostics out = compared(criteria_set::create(described).value(), son_la_assessment(), {{"", "94.52"}});
    REQUIRE(out.size() == 1);
    CHECK(out[0].code == error_code::stored_differs);
    CHECK(out[0].criterion.empty());
    CHECK(out[0].message.find("before the set rounds it, 94.52, was stored") != std::string::npos);
}

TEST_CASE("a threshold that is met exactly may have been missed") {
    const auto crossed = [](const std::string& form, const std::string& stored, const char* facts) {
        return by_rule(two_numbers + form, {"2", "", ""}, facts, stored);
    };
    const char* const eight_tenths = R"({"x": 0.1, "y": 0.7})";
    const diagnostic step = crossed(
        R"("kind": "steps", "of": "x + y", "steps": [{"below": 0.3, "points": 0}, {"from": 0.3, "below": 0.8, "points": 1}, {"from": 0.8, "points": "100%"}]})",
        "1", eight_tenths);
    CHECK(step.code == error_code::stored_float_threshold);
    CHECK(step.message.find("(x + y = 0.8)") != std::string::npos);
    const std::string doubled =
        R"("kind": "linear", "of": "x + y", "points": 2, "fails": {"below": "80%", "points": 0}, "most": "100%"})";
    CHECK(crossed(doubled, "0", eight_tenths).code == error_code::stored_float_threshold);
    CHECK(crossed(doubled, "0", R"({"x": 0.1, "y": 0.71})").code != error_code::stored_float_threshold);
    const std::string cases =
        R"("kind": "cases", "cases": [{"if": "x + y >= 0.8", "points": 2}, {"if": "0.5 <= x + y", "points": 1.5}], "otherwise": {"points": 0}})";
    CHECK(crossed(cases, "1.5", eight_tenths).code == error_code::stored_float_threshold);
    CHECK(crossed(cases, "0", eight_tenths).code == error_code::stored_differs);
    CHECK(crossed(cases, "0", R"({"x": 0.1, "y": 0.4})").code == error_code::stored_float_threshold);
    const std::string formula = R"x("kind": "formula", "points": "if(x + y > 0.8, 2, if(x + y = 0.8, 1, 0))"})x";
    CHECK(crossed(formula, "2", eight_tenths).code == error_code::stored_float_threshold);
    const std::string units =
        R"("kind": "linear", "of": "x + y", "per": 0.1, "whole_units": true, "points": 0.2, "most": 2})";
    CHECK(crossed(units, "1.4", eight_tenths).code == error_code::stored_float_threshold);
    CHECK(crossed(units, "1.6", R"({"x": 0.1, "y": 0.75})").code == error_code::none);
    CHECK(crossed(units, "1.4", R"({"x": 0.1, "y": 0.75})").code == error_code::stored_differs);
}

TEST_CASE("several conditions on one quantity are crossed together") {
    const std::string cases =
        R"("kind": "cases", "cases": [{"if": "x + y >= 0.8", "points": 2}, {"if": "x + y < 0.8", "points": 1.5}], "otherwise": {"points": 0}})";
    const diagnostic both = by_rule(two_numbers + cases, {"2", "", ""}, R"({"x": 0.1, "y": 0.7})", "1.5");
    CHECK(both.code == error_code::stored_float_threshold);
    CHECK(both.message.find("meet a threshold exactly, and") != std::string::npos);
}

TEST_CASE("the other side of a threshold is weighed as the leaf is") {
    const one_rule made(
        std::string(two_numbers) +
            R"("kind": "cases", "cases": [{"if": "x + y >= 0.8", "points": 2}], "otherwise": {"points": 0.5}})",
        {"2", "", R"("not_applicable": "rescale_total", )"});
    assessment marks = read_assessment(marks_text(R"({"x": 0.1, "y": 0.7})"), "a.json", &made.set()).value();
    mark& other = mark_of(marks, "2");
    other.score.reset();
    other.not_applicable = "không phát sinh";
    CHECK(evaluate(made.set(), marks).value().at(made.set().find("1.1")).score == 3);
    CHECK(codes(compared(made.set(), marks, {{"1.1", "0.75"}})) ==
          std::vector<error_code>{error_code::stored_float_threshold});
    CHECK(codes(compared(made.set(), marks, {{"1.1", "0.5"}})) == std::vector<error_code>{error_code::stored_differs});
}

TEST_CASE("a total is the sum of what was stored, or of something else") {
    const assessment marks = son_la_assessment();
    const auto of_field = [&](const std::string& total, const std::string& first) {
        return codes(compared(son_la_set(), marks, {{"4", total}, {"4.1", first}, {"4.2", "1.74"}}));
    };
    using found_codes = std::vector<error_code>;
    CHECK(of_field("10.34", "3.6") == found_codes{error_code::stored_sum_of_rounded, error_code::stored_rounded});
    CHECK(of_field("10.34", "3.61") == found_codes{error_code::stored_differs});
    CHECK(of_field("10.3400000000000016", "3.6").front() == error_code::stored_sum_of_rounded);
    const diagnostics missing = compared(son_la_set(), marks, {{"4", "10.34"}, {"4.1", "3.6"}});
    CHECK(codes(missing).front() == error_code::stored_differs);
}

TEST_CASE("entries that cannot be compared are errors, and the others are compared") {
    assessment marks = son_la_assessment();
    std::erase_if(marks.marks, [](const mark& each) { return each.criterion == "7.4"; });
    const criteria_set set = son_la_set();
    const evaluation scored = evaluate(set, marks).value();
    const std::vector<stored_score> stored = {{set.nodes().size(), points("1")},
                                              {set.find("4.1"), points("3.6")},
                                              {set.find("4.1"), points("3.61")},
                                              {0, points("94.52")},
                                              {criteria_set::none, points("0")}};
    const diagnostics out = compare_stored(stored, scored, marks);
    CHECK(codes(out) == std::vector<error_code>{error_code::out_of_range, error_code::stored_rounded,
                                                error_code::duplicate_mark, error_code::incomplete,
                                                error_code::out_of_range});
    CHECK(out[2].level == severity::error);
    CHECK(out[2].criterion == "4.1");
    CHECK(compare_stored({}, scored, marks).empty());
}

// A province moves from a program that computes in `double`, rounds every leaf half up to two decimals as such programs
// do, and adds those up.
TEST_CASE("a migration: every difference of a program in binary floating point has its cause") {
    std::string leaves;
    std::string marks;
    std::vector<code_text> stored;
    std::map<std::string, error_code> expected = {{"", error_code::stored_sum_of_rounded}};
    double total = 0;
    for (int number = 0; number < 96; ++number) {
        const std::string code = "1." + std::to_string(number);
        const int first = number % 5;        // tenths
        const int second = number / 5 % 10;  // tenths
        const int limit = number % 2 == 0 ? 8 : 3;
        leaves += (number > 0 ? R"(, {"code": ")" : R"({"code": ")") + code +
                  R"(", "name": "Tiêu chí", "part": "a", "maximum": 1.495, "rule": {"facts": [)"
                  R"({"name": "x", "kind": "number", "least": 0, "most": 0.4},)"
                  R"({"name": "y", "kind": "number", "least": 0, "most": 0.9}],)"
                  R"("kind": "linear", "of": "x + y", "points": 1.15, "fails": {"points": 0, "below": 0.)" +
                  std::to_string(limit) + "}}}";
        marks += (number > 0 ? R"(, {"criterion": ")" : R"({"criterion": ")") + code + R"(", "facts": {"x": 0.)" +
                 std::to_string(first) + R"(, "y": 0.)" + std::to_string(second) + "}}";
        // The other program.
        const double sum = first / 10.0 + second / 10.0;
        const double kept = sum < limit / 10.0 ? 0 : std::floor(sum * 1.15 * 100 + 0.5) / 100;
        total += kept;
        stored.emplace_back(code, printed_double(kept));
        // The same in whole numbers: thousandths of a point.
        const int exact = first + second >= limit ? (first + second) * 115 : 0;
        const int cents = static_cast<int>(std::lround(kept * 100));
        if (cents * 10 == exact) continue;
        expected[code] = cents == 0                  ? error_code::stored_float_threshold
                         : cents == (exact + 5) / 10 ? error_code::stored_rounded
                                                     : error_code::stored_tie;
    }
    stored.emplace_back("", printed_double(total));
    const std::string key = R"({"number": "1/QĐ-UBND", "issuer": "UBND tỉnh", "date": "2025-01-02"})";
    const criteria_set set =
        read_criteria_set(R"({"format": "parindex.criteria/1", "name": "Bộ tiêu chí", "decision": )" + key +
                              R"(, "parts": [{"code": "a", "name": "Thẩm định", "scored_by": ["appraiser"]}],
                              "fields": [{"code": "1", "name": "Lĩnh vực", "children": [)" +
                              leaves + "]}]}",
                          "criteria.json")
            .value();
    const assessment read =
        read_assessment(R"({"format": "parindex.assessment/1", "unit": {"code": "U", "name": "Đơn vị"}, "year": 2025,
                            "rounds": [{"round": "appraisal", "marks": [)" +
                            marks + R"(]}], "set": )" + key + "}",
                        "assessment.json", &set)
            .value();
    std::map<std::string, error_code> seen;
    std::map<error_code, int> how_often;
    for (const diagnostic& each : compared(set, read, stored)) {
        seen[each.criterion] = each.code;
        ++how_often[each.code];
    }
    CHECK(seen == expected);
    CHECK(how_often[error_code::stored_float_threshold] > 0);
    CHECK(how_often[error_code::stored_tie] > 0);
    CHECK(how_often[error_code::stored_rounded] > 0);
}
