#include "parindex/io/questionnaire_file.hpp"
#include "files.hpp"
#include "survey_files.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

diagnostics refused(const std::string& text) {
    return refusal(read_questionnaire(text, "questionnaire.json"));
}

/// The small questionnaire with its only `from` replaced by `to`, in which "§" marks the one error.
void check_error(std::string_view from, std::string_view to, error_code code, std::string_view pointer) {
    const marked_text expected = marked(replaced(small_questionnaire, from, to));
    check_only_error(refused(expected.text), expected, code, pointer);
}

}  // namespace

TEST_CASE("a questionnaire is read, written and read again") {
    diagnostics notes;
    const questionnaire form = read_questionnaire(small_questionnaire, "f", &notes).value();
    CHECK(notes.empty());
    CHECK(form.questions().size() == 3);
    const std::string text = write_questionnaire(form);
    const questionnaire again = read_questionnaire(text, "f", &notes).value();
    CHECK(notes.empty());
    CHECK(again == form);
    CHECK(write_questionnaire(again) == text);
}

TEST_CASE("equal questionnaires give equal bytes, however their numbers were spelled") {
    const std::string spelled = replaced(replaced(small_questionnaire, R"("weight": "62.5%")", R"("weight": "62.50%")"),
                                         R"("from": 60)", R"("from": "60.0")");
    const questionnaire form = read_questionnaire(small_questionnaire, "f").value();
    const questionnaire same = read_questionnaire(spelled, "f").value();
    CHECK(form == same);
    CHECK(write_questionnaire(form) == write_questionnaire(same));
}

TEST_CASE("errors of form in a questionnaire have their places, and nothing follows from them") {
    check_error(R"("level": 1,)", R"("level": §0,)", error_code::invalid_value, "/scales/0/options/0/level");
    check_error(R"("level": 1,)", R"("level": §"eins",)", error_code::invalid_number, "/scales/0/options/0/level");
    check_error(R"("weight": "62.5%")", R"("weight": §"62.5")", error_code::invalid_number,
                "/scales/0/options/1/weight");
    check_error(R"("weight": "62.5%")", R"("weight": §"62,5%")", error_code::invalid_number,
                "/scales/0/options/1/weight");
    check_error(R"("weight": "62.5%")", R"("weight": §62.5)", error_code::wrong_type, "/scales/0/options/1/weight");
    check_error(R"("satisfied": ["2"], "asked_if")", R"("satisfied": [§2], "asked_if")", error_code::wrong_type,
                "/questions/1/satisfied/0");
    check_error(R"("blank": "least_favourable")", R"(§"blnk": "least_favourable")", error_code::unknown_key,
                "/missing/blnk");
    check_error(R"("blank": "least_favourable")", R"("blank": §"zero")", error_code::invalid_value, "/missing/blank");
    check_error(R"("any_of": ["2"])", R"("any_of": §"2")", error_code::wrong_type, "/questions/1/asked_if/0/any_of");
    check_error(R"("question": "c0", )", R"("question": §7, )", error_code::wrong_type,
                "/questions/1/asked_if/0/question");
    check_error(R"("from": 60)", R"("from": §"6o")", error_code::invalid_number, "/groups/0/categories/1/from");
    check_error(R"("number": 8)", R"("number": §-8)", error_code::invalid_value, "/questions/1/number");
}

TEST_CASE("what the checks of a questionnaire find has the place of its scale, group or question") {
    check_error(R"({
      "code": "hl2",
      "options": [
        {"code": "1", "label": "Không",)",
                R"(§{
      "code": "hl2",
      "options": [
        {"code": "1", "label": "HÀI  LÒNG",)",
                error_code::duplicate_option, "/scales/0");
    check_error(R"({"code": "c2", )", R"(§{"code": "c1", )", error_code::duplicate_code, "/questions/2");
    check_error(R"({"code": "c2", "scale": "hl2")", R"(§{"code": "c2", "scale": "hl3")", error_code::unknown_option,
                "/questions/2");
    check_error(R"({"code": "tuoi")", R"(§{"code": "")", error_code::invalid_question, "/groups/0");
}

TEST_CASE("errors of form and of meaning are found together, in the order of the text") {
    const diagnostics found = refused(replaced(replaced(small_questionnaire, R"("level": 1,)", R"("level": [],)"),
                                               R"("factor": "f1"})", R"("factor": "f9"})"));
    REQUIRE(found.size() == 2);
    CHECK(found[0].code == error_code::wrong_type);
    CHECK(found[1].code == error_code::unknown_option);
    CHECK(found[1].where.pointer == "/questions/2");
}

TEST_CASE("texts of a questionnaire come to normal form C") {
    diagnostics notes;
    const std::string decomposed = "Ha\u0300i lo\u0300ng";
    const questionnaire form =
        read_questionnaire(replaced(small_questionnaire, "Hài lòng", decomposed), "f", &notes).value();
    CHECK(form == read_questionnaire(small_questionnaire, "f").value());
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].code == error_code::name_normalized);
    CHECK(notes[0].where.pointer == "/scales/0/options/1/label");
}

TEST_CASE("a policy that says nothing is none") {
    questionnaire_description made = read_questionnaire(small_questionnaire, "f").value().description();
    made.questions[1].missing[answer_state::skipped] = missing_policy::exclude;  // no file can say so
    made.questions[2].number = -1;
    const diagnostics found = questionnaire::create(made).error();
    REQUIRE(found.size() == 2);
    CHECK(found[0].message.find("\"skipped\"") != std::string::npos);
    CHECK(found[1].message.find("number of an item") != std::string::npos);
}
