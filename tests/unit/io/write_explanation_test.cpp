#include "parindex/io/explanation_file.hpp"

#include "../rules/one_rule.hpp"

#include <nlohmann/json.hpp>

using namespace parindex_test;
using nlohmann::json;

namespace {

json explained(const one_rule& rule, const std::string& rounds) {
    std::string text = marks_text("{}");
    const std::size_t first = text.find(R"("rounds": )");
    text = text.substr(0, first) + R"("rounds": )" + rounds + "}";
    const result<assessment> marks = read_assessment(text, "assessment.json", &rule.set());
    INFO(listed(marks ? diagnostics() : marks.error()));
    REQUIRE(marks);
    return json::parse(write_explanation(evaluate(rule.set(), *marks).value(), *marks));
}

}  // namespace

TEST_CASE("the rounds of a leaf stand side by side, each with its facts, its trace and its sentence") {
    const one_rule rule(
        R"({"facts": [{"name": "a", "label": "được giao"}, {"name": "b"}], "zero_denominator": "full", "rounding": {"places": 2},
        "kind": "linear", "of": "b/a", "share": "clamp", "points": "100%", "fails": {"below": "50%", "points": 0}})",
        {"2", "", ""});
    const json out = explained(rule, R"([{"round": "self", "marks": [{"criterion": "1.1", "facts": {"a": 7, "b": 7}}]},
        {"round": "appraisal", "marks": [{"criterion": "1.1", "facts": {"a": 7, "b": 5}}, {"criterion": "2", "score": 1}]},
        {"round": "re_appraisal", "marks": [{"criterion": "1.1", "facts": {"a": 7, "b": 3}, "explanation": "Đã rà soát"}]}])");
    CHECK(out["format"] == "parindex.explanation/1");
    REQUIRE(out["criteria"].size() == 2);
    const json& leaf = out["criteria"][0];
    CHECK(leaf["criterion"] == "1.1");
    CHECK(leaf["score"] == "0");
    REQUIRE(leaf["marks"].size() == 3);
    CHECK(leaf["marks"][0]["round"] == "self");
    CHECK(leaf["marks"][0]["counts"] == false);
    CHECK(leaf["marks"][0]["points"] == "2");
    const json& first = leaf["marks"][1];
    CHECK(!leaf["marks"][0].contains("difference"));
    CHECK(first["points"] == "1.43");
    CHECK(first["difference"] == "-0.57");
    CHECK(leaf["marks"][2]["difference"] == "-1.43");
    CHECK(first["exact"]["exact"] == "10/7");
    CHECK(first["facts"][0] == json({{"name", "a"}, {"label", "được giao"}, {"source", "mark"}, {"value", "7"}}));
    CHECK(first["trace"]["kind"] == "linear");
    CHECK(first["trace"]["quantity"] == "b/a");
    CHECK(first["trace"]["values"] == "5/7");
    CHECK(first["trace"]["value"]["exact"] == "5/7");
    CHECK(first["vietnamese"] == "b/a = 5/7 = 71,43 % → 10/7 ≈ 1,4286 điểm, làm tròn thành 1,43 điểm");
    const json& last = leaf["marks"][2];
    CHECK(last["counts"] == true);
    CHECK(last["trace"]["below_cliff"] == true);
    CHECK(last["english"] == "b/a = 3/7 = 42.86 % < 50 % -> 0 points");
    CHECK(last["next"][0]["reach"] == "b/a ≥ 50%");
    CHECK(last["next"][0]["missing"]["exact"] == "1/14");
    CHECK(last["explanation"] == "Đã rà soát");
    CHECK(out["criteria"][1]["marks"][0] ==
          json({{"round", "appraisal"}, {"counts", true}, {"state", "scored"}, {"points", "1"}}));
}

TEST_CASE("what is missing, zero and not applicable is said in words of its own") {
    const one_rule rule(
        R"({"facts": [{"name": "a"}, {"name": "b"}], "zero_denominator": "not_applicable", "kind": "linear", "of": "b/a",
        "share": "clamp", "points": "100%"})",
        {"2", R"("not_applicable": "full", )", ""});
    const auto mark_of = [&rule](const std::string& mark) {
        return explained(rule, R"([{"round": "appraisal", "marks": [{"criterion": "1.1", )" + mark +
                                   "}]}]")["criteria"][0]["marks"][0];
    };
    const json open = mark_of(R"("facts": {"a": 4})");
    CHECK(open["state"] == "open");
    CHECK(open["points"] == json({{"lowest", "0"}, {"highest", "2"}}));
    CHECK(open["facts"][1]["missing"] == true);
    const json zero = mark_of(R"("facts": {"a": 0, "b": 0})");
    CHECK(zero["state"] == "not_applicable");
    CHECK(zero["zero_denominator"] == true);
    CHECK(!zero.contains("points"));
    CHECK(mark_of(R"("not_applicable": "Không được giao")")["reason"] == "Không được giao");
}
