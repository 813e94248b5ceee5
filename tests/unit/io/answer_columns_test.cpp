#include "files.hpp"
#include "parindex/io/answer_columns_file.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

const std::string wide_columns = R"({
  "format": "parindex.answer_columns/1",
  "layout": "wide",
  "unit": "Đơn vị", "respondent": "KEY", "stratum": "Huyện", "cluster": "Thôn",
  "groups": {"gioi": "Giới tính", "tuoi": "Tuổi"},
  "questions": {"c1": "question91", "c2": "question92"},
  "options": [{"question": "c3", "option": "A", "column": "kenh/A"}],
  "seconds": "duration",
  "separator": ", ",
  "words": {"": {"Tốt": "4"}, "c1": {"Tốt": "5"}}
})";
const std::string long_columns = R"({"format": "parindex.answer_columns/1", "layout": "long", "unit_code": "SNV",
  "respondent": "vote_id", "question": "question_id", "answer": "answer"})";
const std::string aggregate_columns = R"({"format": "parindex.answer_columns/1", "layout": "aggregate", "unit": "u",
  "question": "q", "option": "o", "count": "n", "issued": "i", "returned": "r", "valid": "v"})";

diagnostics refused(const std::string& text) {
    return refusal(read_answer_columns(text, "columns.json"));
}

void check_error(const std::string& text, std::string_view from, std::string_view to, error_code code,
                 std::string_view pointer) {
    const marked_text expected = marked(replaced(text, from, to));
    check_only_error(refused(expected.text), expected, code, pointer);
}

}  // namespace

TEST_CASE("columns of answers are read, written and read again") {
    for (const std::string& text : {wide_columns, long_columns, aggregate_columns}) {
        diagnostics notes;
        const answer_columns read = read_answer_columns(text, "f", &notes).value();
        CHECK(notes.empty());
        const std::string written = write_answer_columns(read);
        CHECK(read_answer_columns(written, "f").value() == read);
        CHECK(write_answer_columns(read_answer_columns(written, "f").value()) == written);
    }
    const answer_columns wide = read_answer_columns(wide_columns, "f").value();
    CHECK(wide.questions ==
          std::vector<std::pair<std::string, std::string>>{{"c1", "question91"}, {"c2", "question92"}});
    CHECK(wide.words.at("c1").at("Tốt") == "5");
    CHECK(wide.separator == ", ");
    const answer_columns rows = read_answer_columns(long_columns, "f").value();
    CHECK(rows.layout == answers_layout::long_rows);
    CHECK(rows.separator == ";");
}

TEST_CASE("a column is named once, but by stratum and cluster") {
    check_error(wide_columns, R"("c2": "question92")", R"("c2": §"question91")", error_code::unknown_column,
                "/questions/c2");
    check_error(wide_columns, R"("kenh/A")", R"(§"question91")", error_code::unknown_column, "/options/0/column");
    check_error(wide_columns, R"("tuoi": "Tuổi")", R"("tuoi": §"KEY")", error_code::unknown_column, "/groups/tuoi");
    check_error(aggregate_columns, R"("count": "n")", R"("count": §"o")", error_code::unknown_column, "/count");
    CHECK(read_answer_columns(replaced(wide_columns, "\"Huyện\"", "\"Đơn vị\""), "f"));
    check_error(wide_columns, R"("c2": "question92")", R"(§"c1": "question92")", error_code::duplicate_key,
                "/questions/c1");
}

TEST_CASE("a layout has the columns that it needs, and no others") {
    check_error(wide_columns, R"("layout": "wide")", R"("layout": §"wdie")", error_code::invalid_value, "/layout");
    check_error(replaced(long_columns, R"({"format")", R"(§{"format")"), R"("respondent": "vote_id", )", "",
                error_code::missing_key, "");
    check_error(replaced(long_columns, R"({"format")", R"(§{"format")"), R"("answer": "answer")", R"("separator": ",")",
                error_code::missing_key, "");
    check_error(long_columns, R"("answer": "answer")", R"("answer": "answer", "count": §"n")",
                error_code::invalid_value, "/count");
    check_error(aggregate_columns, R"("unit": "u",)", R"("unit": "u", "groups": §{"gioi": "g"},)",
                error_code::invalid_value, "/groups");
    check_error(wide_columns, R"("unit": "Đơn vị",)", R"("unit": "Đơn vị", "unit_code": §"SNV",)",
                error_code::invalid_value, "/unit_code");
    check_error(replaced(long_columns, R"({"format")", R"(§{"format")"), R"("unit_code": "SNV",)", "",
                error_code::missing_key, "");
}

TEST_CASE("names, words and separators of answers say something") {
    check_error(long_columns, R"("SNV")", R"(§"")", error_code::invalid_value, "/unit_code");
    check_error(wide_columns, R"("separator": ", ")", R"("separator": §"")", error_code::invalid_value, "/separator");
    check_error(wide_columns, R"("": {"Tốt": "4"})", R"("": {"": §"4"})", error_code::invalid_value, "/words//");
    check_error(wide_columns, R"("": {"Tốt": "4"})", R"("": {"Tốt": §4})", error_code::wrong_type, "/words//Tốt");
    check_error(wide_columns, R"("seconds": "duration")", R"("seconds": §"")", error_code::invalid_value, "/seconds");
}
