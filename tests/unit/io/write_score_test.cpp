#include "../son_la.hpp"
#include "files.hpp"
#include "parindex/text/utf8.hpp"

#include <nlohmann/json.hpp>

using namespace parindex;
using namespace parindex_test;
using nlohmann::ordered_json;

namespace {

ordered_json written(const evaluation& scored, const diagnostics& findings = {}) {
    const std::string text = write_score(scored, compute_par_index(scored), findings);
    CHECK(text.back() == '\n');
    return ordered_json::parse(text);
}

}  // namespace

TEST_CASE("the score of Sơn La is written with total, deductions, parts and fields") {
    const ordered_json score = written(evaluate(son_la_set(), son_la_assessment()).value());
    CHECK(score["format"] == "parindex.score/1");
    CHECK(score["unit"]["code"] == "VPUB");
    CHECK(score["year"] == 2021);
    CHECK(score["complete"] == true);
    CHECK(score["total"] == "94.52");
    CHECK(score["max"] == "100");
    CHECK(score["deductions"] == "5.48");
    CHECK_FALSE(score.contains("range"));
    REQUIRE(score["parts"].size() == 3);
    CHECK(score["parts"][0] == ordered_json{{"code", "appraisal"},
                                            {"name", "Điểm thẩm định"},
                                            {"max", "70"},
                                            {"score", "67.11"},
                                            {"provenance", "inferred"}});
    CHECK(score["parts"][1]["score"] == "18.42");
    CHECK(score["parts"][2]["score"] == "8.99");
    REQUIRE(score["fields"].size() == 8);
    CHECK(score["fields"][2] ==
          ordered_json{{"code", "3"}, {"name", "criterion 3"}, {"max", "15.5"}, {"score", "15.5"}, {"deduction", "0"}});
    CHECK(score["fields"][6]["deduction"] == "0.39");
    CHECK(score["inferred"].size() == 12);
    CHECK(score["warnings"].empty());
}

TEST_CASE("an incomplete score is written with its range") {
    assessment marks = son_la_assessment();
    std::erase_if(marks.marks, [](const mark& each) { return each.criterion == "7.4"; });
    const evaluation scored = evaluate(son_la_set(), marks).value();
    const ordered_json score = written(scored, check_complete(scored));
    CHECK(score["complete"] == false);
    CHECK(score["total"] == "93.74");
    CHECK(score["unmarked"] == 1);
    CHECK(score["range"] == ordered_json{{"lowest", "93.74"}, {"highest", "94.74"}});
    REQUIRE(score["warnings"].size() == 1);
    CHECK(score["warnings"][0]["code"] == static_cast<int>(error_code::incomplete));
    CHECK(score["warnings"][0]["criterion"] == "7.4");
}

TEST_CASE("warnings are written with their place and notes are not") {
    const evaluation scored = evaluate(son_la_set(), son_la_assessment()).value();
    const ordered_json score =
        written(scored, {{error_code::blank_date, severity::warning, {"plan.json", 3, 4, ""}, "", "ngày"},
                         {error_code::improvement_task, severity::note, {}, "", "note"}});
    REQUIRE(score["warnings"].size() == 1);
    CHECK(score["warnings"][0] ==
          ordered_json{{"code", 509}, {"message", "ngày"}, {"file", "plan.json"}, {"line", 3}, {"column", 4}});
}

TEST_CASE("a score beyond what a decimal holds is written all the same") {
    criteria_description description;
    description.key = son_la_key();
    description.name = "n";
    description.parts = {{"a", "a", {scorer::appraiser}, std::nullopt, {}}};
    description.fields = {leaf("1", "a", "1000000")};
    assessment marks;
    marks.set = son_la_key();
    marks.unit = {"VP", "Văn phòng", {}, {}};
    marks.marks = {lost("1", scoring_round::appraisal, "0.000000000000000001")};
    const ordered_json score = written(evaluate(criteria_set::create(description).value(), marks).value());
    CHECK(score["total"]["exact"] == "999999999999999999999999/1000000000000000000");
    CHECK(score["total"]["printed"] == "1000000.00");
    CHECK(score["fields"][0]["deduction"] == "0.000000000000000001");
}

TEST_CASE("names that are not UTF-8 are written as UTF-8") {
    assessment marks = son_la_assessment();
    marks.unit.name = "V\xE3n ph\xF2ng";
    const evaluation scored = evaluate(son_la_set(), marks).value();
    CHECK_FALSE(find_invalid_utf8(write_score(scored, compute_par_index(scored), {})).has_value());
}
