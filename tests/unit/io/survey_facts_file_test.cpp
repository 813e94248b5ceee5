#include "parindex/io/survey_facts_file.hpp"
#include "files.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

const std::string links_text = R"({"format": "parindex.survey_facts/1", "links": [
  {"criterion": "1", "fact": "a", "is": {"percent": {"formula": "F13_issued", "rounding": {"places": 2, "mode": "down"}}}},
  {"criterion": "1", "fact": "b", "is": {"option_count": {"question": "c1", "option": "5"}}, "group": "g"},
  {"criterion": "2", "fact": "n", "is": {"valid_sheets": {}}, "group": "g", "category": "nữ"}]})";

void check_error(std::string_view from, std::string_view to, error_code code, std::string_view pointer) {
    const marked_text expected = marked(replaced(links_text, from, to));
    check_only_error(refusal(read_survey_facts(expected.text, "facts.json")), expected, code, pointer);
}

}  // namespace

TEST_CASE("links from facts to a survey are read, written and read again") {
    const std::vector<survey_fact_link> links = read_survey_facts(links_text, "f").value();
    REQUIRE(links.size() == 3);
    CHECK(links[0].formula == index_formula::yes_of_issued);
    CHECK(links[0].printed == rounding{2, rounding_mode::down});
    CHECK(links[1].quantity == survey_quantity::option_count);
    CHECK(links[1].where.line == 3);
    CHECK(links[2].category == "nữ");
    const std::string text = write_survey_facts(links);
    CHECK(write_survey_facts(read_survey_facts(text, "f").value()) == text);
}

TEST_CASE("every formula has its word in the file of links") {
    for (int each = 0; each <= static_cast<int>(index_formula::complement); ++each) {
        survey_fact_link link;
        link.criterion = "1";
        link.fact = "a";
        link.formula = static_cast<index_formula>(each);
        CHECK(read_survey_facts(write_survey_facts({&link, 1}), "f").value().at(0).formula == link.formula);
    }
}

TEST_CASE("what a link to a survey lacks or has too much of is found") {
    check_error(R"("F13_issued")", R"(§"F14")", error_code::invalid_value, "/links/0/is/percent/formula");
    check_error(R"("places": 2)", R"("places": §19)", error_code::invalid_value, "/links/0/is/percent/rounding/places");
    check_error(R"({"valid_sheets": {}})", "§{}", error_code::invalid_value, "/links/2/is");
    check_error(R"({"valid_sheets": {}})", R"({"satisfied": {"question": "c"}, "valid_sheets": §{}})",
                error_code::invalid_value, "/links/2/is/valid_sheets");
    check_error(R"({"valid_sheets": {}})", R"({"valid_sheets": {§"scope": "c"}})", error_code::unknown_key,
                "/links/2/is/valid_sheets/scope");
    check_error(R"({"question": "c1", "option": "5"})", R"(§{"question": "c1"})", error_code::missing_key,
                "/links/1/is/option_count");
}
