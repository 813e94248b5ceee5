#include "../son_la.hpp"
#include "files.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

void check_error(std::string_view from, std::string_view to, error_code code, std::string_view pointer) {
    const marked_text text = marked(replaced(small_assessment, from, to));
    check_only_error(refused_assessment(text.text), text, code, pointer);
}

}  // namespace

TEST_CASE("the assessment file of Sơn La gives 94.52") {
    const criteria_set set = read_criteria_set(son_la_file("criteria.json"), "criteria.json").value();
    diagnostics notes;
    const assessment marks = read_assessment(son_la_file("assessment.json"), "assessment.json", &set, &notes).value();
    CHECK(notes.empty());
    CHECK(marks.unit.name == "Văn phòng UBND tỉnh");
    CHECK(marks.year == 2021);
    CHECK(marks.marks.size() == 15);
    CHECK(marks.published.rank->place == 6);
    CHECK(marks.published.rank->of == 20);
    CHECK(marks.published.rank->change == 4);
    CHECK(marks.published.satisfaction_rank->place == 15);
    CHECK_FALSE(marks.published.satisfaction_rank->change.has_value());
    const par_index index = compute_par_index(evaluate(set, marks).value());
    CHECK(index.total.score == exact("94.52"));
    CHECK(index.parts[0].score == exact("67.11"));
    CHECK(check_published(marks.published, index).empty());
}

TEST_CASE("the small assessment is accepted, with and without its set") {
    CHECK(refused_assessment(small_assessment).empty());
    CHECK(read_assessment(small_assessment, "f").has_value());
}

TEST_CASE("errors of form in an assessment have their place") {
    check_error(R"("parindex.assessment/1")", R"(§"parindex.criteria/1")", error_code::unsupported_format, "/format");
    check_error(R"("year": 2021)", R"("year": §1944)", error_code::invalid_value, "/year");
    check_error(R"("year": 2021)", R"("year": §10000)", error_code::invalid_value, "/year");
    check_error(R"("year": 2021)", R"("year": §2021.5)", error_code::invalid_value, "/year");
    check_error(R"("year": 2021)", R"("year": §"hai nghìn")", error_code::invalid_number, "/year");
    check_error(R"("year": 2021)", R"("year": §{})", error_code::wrong_type, "/year");
    check_error(R"("appraisal")", R"(§"thẩm định")", error_code::invalid_value, "/rounds/0/round");
    check_error(R"("score": "9.5")", R"("score": §"9,5")", error_code::invalid_number, "/rounds/0/marks/0/score");
    check_error(R"("score": "9.5")", R"("score": §"1e400")", error_code::invalid_number, "/rounds/0/marks/0/score");
    check_error(R"("score": "9.5")", R"("score": §1e400)", error_code::invalid_number, "/rounds/0/marks/0/score");
    check_error(R"("score": "9.5")", R"("score": §[1, {"a/b": 1e400}])", error_code::wrong_type,
                "/rounds/0/marks/0/score");
    check_error(R"({"criterion": "1", "score": "9.5"})", R"({"criterion": "1", "score": "9.5"}, §-1e400)",
                error_code::wrong_type, "/rounds/0/marks/1");
    check_error(R"("score": "9.5")", R"("score": "9.5", §"diem": 1)", error_code::unknown_key,
                "/rounds/0/marks/0/diem");
    check_error(R"("of": 20)", R"("of": §0)", error_code::invalid_value, "/published/rank/of");
    check_error(R"({"place": 6, "of": 20})", R"(§{"place": 6})", error_code::missing_key, "/published/rank");
    check_error(R"("total": "9.5")", R"("fields": {"1": 9, §"1": 9})", error_code::duplicate_key,
                "/published/fields/1");
    check_error(R"("total": "9.5")", R"("fields": {"1": §{}})", error_code::wrong_type, "/published/fields/1");
}

TEST_CASE("errors of content in an assessment have the place of the mark") {
    check_error(R"({"criterion": "1", "score": "9.5"})", R"(§{"criterion": "1", "score": "10.01"})",
                error_code::score_above_maximum, "/rounds/0/marks/0");
    check_error(R"({"criterion": "1", "score": "9.5"})", R"(§{"criterion": "2", "score": "9.5"})",
                error_code::unknown_code, "/rounds/0/marks/0");
    check_error(R"({"criterion": "1", "score": "9.5"})",
                R"({"criterion": "1", "score": "9.5"}, §{"criterion": "1", "score": "9.5"})",
                error_code::duplicate_mark, "/rounds/0/marks/1");
    check_error(R"({"criterion": "1", "score": "9.5"})", R"(§{"criterion": "1"})", error_code::invalid_value,
                "/rounds/0/marks/0");
    check_error(R"({"criterion": "1", "score": "9.5"})", R"(§{"criterion": "1", "score": 0, "loss": 10})",
                error_code::invalid_value, "/rounds/0/marks/0");
    check_error(R"({"total": "9.5")", R"(§{"fields": {"2": "9.5"})", error_code::unknown_code, "/published");
    check_error(R"({"total": "9.5", "rank": {"place": 6, "of": 20}})", R"(§{"rank": {"place": 21, "of": 20}})",
                error_code::invalid_value, "/published");
}

TEST_CASE("an assessment of another set is refused at its start") {
    const diagnostics found = refused_assessment(replaced(small_assessment, "2022-01-20", "2022-01-21"));
    REQUIRE(codes(found) == std::vector{error_code::set_mismatch});
    CHECK(found[0].where.line == 1);
    CHECK(found[0].where.column == 1);
}

TEST_CASE("errors of form and of content in an assessment are reported together") {
    const std::string text = replaced(replaced(small_assessment, R"("year": 2021)", R"("year": "x")"),
                                      R"("score": "9.5")", R"("score": "10.5")");
    CHECK(codes(refused_assessment(text)) == std::vector{error_code::invalid_number, error_code::score_above_maximum});
}

TEST_CASE("marks of a round that is unknown are not said to be of the wrong round") {
    const criteria_set surveyed =
        read_criteria_set(replaced(small_criteria, R"("appraiser")", R"("survey")"), "f").value();
    const marked_text text = marked(replaced(small_assessment, R"("appraisal")", R"(§"khảo sát")"));
    check_only_error(refusal(read_assessment(text.text, "f", &surveyed)), text, error_code::invalid_value,
                     "/rounds/0/round");
}

TEST_CASE("published codes match in whatever form they were typed") {
    const std::string composed = replaced(small_criteria, R"({"code": "1")", "{\"code\": \"\u1ebf\"");
    const criteria_set set = read_criteria_set(composed, "f").value();
    std::string text = replaced(small_assessment, R"("criterion": "1")", "\"criterion\": \"\u1ebf\"");
    text = replaced(text, R"("total": "9.5")", "\"fields\": {\"e\u0302\u0301\": \"9.5\"}");
    diagnostics notes;
    const result<assessment> marks = read_assessment(text, "f", &set, &notes);
    REQUIRE(marks.has_value());
    CHECK(marks->published.fields.contains("\u1ebf"));
    CHECK(codes(notes) == std::vector{error_code::name_normalized});
    const std::string twice = replaced(text, "\"fields\": {", "\"fields\": {\"\u1ebf\": 1, ");
    const result<assessment> both = read_assessment(twice, "f", &set);
    REQUIRE_FALSE(both.has_value());
    CHECK(codes(both.error()) == std::vector{error_code::duplicate_key});
}

TEST_CASE("a number that no double holds hides nothing behind it") {
    for (const std::string& number : {std::string("1e400"), std::string("-1.5E+999"), std::string(400, '9')}) {
        CAPTURE(number);
        const std::string text = replaced(replaced(small_assessment, R"("year": 2021)", "\"year\": " + number),
                                          R"("total": "9.5")", R"("total": "9,5 \\\" 1e400", "diem": 1)");
        const diagnostics found = refused_assessment(text);
        REQUIRE(found.size() == 3);
        CHECK(found[0].where.pointer == "/year");
        CHECK(found[0].message.starts_with("expected a number such as 12 or 0.95, not \"" + number.substr(0, 5)));
        CHECK(found[1].where.pointer == "/published/total");
        CHECK(found[2].code == error_code::unknown_key);
    }
    // What is no number stays what it is, where it is.
    const diagnostics broken =
        refused_assessment(replaced(small_assessment, R"("total": "9.5")", R"("total": 1e400.5)"));
    REQUIRE(broken.size() == 1);
    CHECK(broken[0].code == error_code::json_syntax);
}
