#include "parindex/survey/survey_facts.hpp"

#include "../findings.hpp"
#include "indices.hpp"

using namespace indices;
using parindex_test::codes;
using parindex_test::listed;

namespace {

survey_fact_link link(survey_quantity quantity, std::string_view formula = "F2", std::string of = "") {
    survey_fact_link out;
    out.criterion = "8.1";
    out.fact = "index";
    out.quantity = quantity;
    out.formula = *index_formula_from(formula);
    out.scope = std::move(of);
    out.where = {"links.json", 7, 3, "/links/0"};
    return out;
}

survey_fact_link of_question(survey_quantity quantity, std::string question, std::string option = "") {
    survey_fact_link out = link(quantity);
    out.question = std::move(question);
    out.option = std::move(option);
    return out;
}

/// What the link gives for FX1's units A and B.
std::vector<survey_fact> facts(const tally& counts, const survey_fact_link& each) {
    const result<std::vector<survey_fact>> found = survey_facts(counts, {&each, 1});
    REQUIRE_MESSAGE(found, listed(found.error()));
    return *found;
}

std::string text(const survey_fact& each) {
    return to_string(each.value) + (each.exact ? "" : " rounded") + " <- " + each.origin;
}

diagnostics refused_links(const tally& counts, std::vector<survey_fact_link> links) {
    const result<std::vector<survey_fact>> found = survey_facts(counts, links);
    REQUIRE_FALSE(found);
    return found.error();
}

/// FX1 with a group of respondents: of unit A one man and two women, of B nobody but a man.
tally grouped() {
    questionnaire_description form = forms::fx1_description();
    form.groups = {{"gender", "", {{"m", "", {}, {}, {}}, {"f", "", {}, {}, {}}}, {}}};
    tally counts(questionnaire::create(form).value(), {{"gender"}, tally_precision::none});
    const auto add = [&](const char* unit, std::vector<std::uint8_t> levels, std::uint16_t category) {
        for (std::uint8_t& each : levels) --each;
        counts.add(counts.unit(unit), {levels, {}, {&category, 1}, {}, {}});
    };
    add("A", {5, 5, 5}, 0);
    add("A", {4, 4, 1}, 1);
    add("A", {4, 3, 3}, 1);
    add("B", {1, 1, 4}, 0);
    return counts;
}

}  // namespace

TEST_CASE("quantities of a survey by name") {
    for (int each = 0; each <= static_cast<int>(survey_quantity::valid_sheets); ++each) {
        const auto quantity = static_cast<survey_quantity>(each);
        CHECK(!to_string(quantity).empty());
        CHECK(survey_quantity_from(to_string(quantity)) == quantity);
    }
    CHECK(to_string(survey_quantity::option_count) == "option_count");
    CHECK_FALSE(survey_quantity_from("index"));
    CHECK(to_string(static_cast<survey_quantity>(99)).empty());
}

TEST_CASE("an index in percent, as it is printed") {
    const std::vector<survey_fact> found = facts(forms::fx1(), link(survey_quantity::percent));
    REQUIRE(found.size() == 2);
    CHECK(found[0] ==
          survey_fact{"A", "8.1", "index", decimal::from_parts(8077, 2), false, "F2 of the whole, 21/26 = 80.77 %"});
    CHECK(text(found[1]) == "72.73 rounded <- F2 of the whole, 8/11 = 72.73 %");
    CHECK(found[1].unit == "B");
    CHECK(text(facts(forms::fx1(), link(survey_quantity::percent, "F3"))[0]) ==
          "82.22 rounded <- F3 of the whole, 37/45 = 82.22 %");
    CHECK(text(facts(forms::fx1(), link(survey_quantity::percent, "F1", "c1"))[0]) ==
          "80.00 <- F1 of c1, 8/10 = 80.00 %");
    survey_fact_link places = link(survey_quantity::percent, "F4", "f1");
    places.printed = {16, rounding_mode::down};
    CHECK(text(facts(forms::fx1(), places)[0]) ==
          "73.3333333333333333 rounded <- F4 of f1, 11/15 = 73.3333333333333333 %");
    places.printed = {0, rounding_mode::up};
    CHECK(facts(forms::fx1(), places)[0].value == 74);
}

TEST_CASE("numerator and denominator of the exact index") {
    const auto pair = [](std::string_view formula, std::size_t unit = 0) {
        return std::pair(facts(forms::fx1(), link(survey_quantity::numerator, formula))[unit].value,
                         facts(forms::fx1(), link(survey_quantity::denominator, formula))[unit].value);
    };
    CHECK(pair("F2") == std::pair<decimal, decimal>(21, 26));
    CHECK(pair("F3") == std::pair<decimal, decimal>(37, 45));
    CHECK(pair("F8", 1) == std::pair<decimal, decimal>(43, 55));
    CHECK(text(facts(forms::fx1(), link(survey_quantity::numerator, "F3"))[0]) ==
          "37 <- numerator of F3 of the whole, 37/45");
    CHECK(text(facts(forms::fx1(), link(survey_quantity::denominator, "F2", "f1"))[0]) ==
          "19 <- denominator of F2 of f1, 14/19");
    CHECK(facts(forms::fx1(), link(survey_quantity::numerator, "F3", "f2"))[0].value == 1);
    CHECK(facts(forms::fx1(), link(survey_quantity::denominator, "F3", "f2"))[0].value == 1);
}

TEST_CASE("weights with decimals give a fraction of whole numbers") {
    questionnaire_description form = yes_no_form();
    form.scales[0].options[0].weight = decimal::from_parts(125, 1);
    form.scales[0].options[1].weight = 100;
    const tally counts = counted(form, {{1, 2}});
    CHECK(facts(counts, link(survey_quantity::numerator, "F10"))[0].value == 17);  // 212.5 / 300
    CHECK(facts(counts, link(survey_quantity::denominator, "F10"))[0].value == 24);
}

TEST_CASE("counts of a question, mean level and valid sheets") {
    const tally counts = forms::fx1();
    CHECK(text(facts(counts, of_question(survey_quantity::option_count, "c2", "5"))[0]) == "3 <- option 5 of c2");
    CHECK(text(facts(counts, of_question(survey_quantity::answered, "c2"))[0]) == "9 <- answers to c2");
    CHECK(text(facts(counts, of_question(survey_quantity::satisfied, "c2"))[0]) == "6 <- satisfied answers to c2");
    CHECK(text(facts(counts, link(survey_quantity::valid_sheets))[1]) == "4 <- valid sheets");
    CHECK(text(facts(counts, link(survey_quantity::mean_level))[0]) ==
          "4.08 rounded <- F7 of the whole, 106/26 = 4.08");
}

TEST_CASE("a question of several marks was answered by persons") {
    questionnaire_description form = yes_no_form();
    form.questions[0].multiple = true;
    const tally counts = counted(form, {{5, 6, 8}});  // mentions, and 8 persons who answered
    CHECK(facts(counts, of_question(survey_quantity::answered, "q"))[0].value == 8);
    CHECK(facts(counts, of_question(survey_quantity::satisfied, "q"))[0].value == 6);
}

TEST_CASE("several groups of respondents each feed a leaf of their own") {
    std::vector<survey_fact_link> links(3, link(survey_quantity::percent));
    links[0].criterion = "8.2";
    links[0].group = links[1].group = "gender";
    links[0].category = "m";
    links[1].quantity = survey_quantity::valid_sheets;
    links[1].category = "f";
    links[2].fact = "unknown";
    links[2].group = "gender";
    links[2].quantity = survey_quantity::valid_sheets;
    const result<std::vector<survey_fact>> found = survey_facts(grouped(), links);
    REQUIRE_MESSAGE(found, listed(found.error()));
    std::vector<std::string> lines;
    for (const survey_fact& each : *found) {
        lines.push_back(each.unit + ' ' + each.criterion + ' ' + each.fact + ' ' + text(each));
    }
    CHECK(lines == std::vector<std::string>{
                       "A 8.2 index 100.00 <- F2 of the whole, 3/3 = 100.00 %, gender = m",
                       "A 8.1 index 2 <- valid sheets, gender = f",
                       "A 8.1 unknown 0 <- valid sheets, gender = unknown",
                       "B 8.2 index 33.33 rounded <- F2 of the whole, 1/3 = 33.33 %, gender = m",
                       "B 8.1 index 0 <- valid sheets, gender = f",
                       "B 8.1 unknown 0 <- valid sheets, gender = unknown",
                   });
}

TEST_CASE("what nobody answered is found with the place of the link and the unit") {
    survey_fact_link women = link(survey_quantity::percent);
    women.group = "gender";
    women.category = "f";
    const diagnostics found = refused_links(grouped(), {women});
    REQUIRE(codes(found) == std::vector{error_code::nothing_answered});
    CHECK(found[0].where.line == 7);
    CHECK(found[0].criterion == "8.1");
    CHECK(found[0].message == "fact \"index\" of unit \"B\": nobody answered what F2 of the whole, gender = f is of");
}

TEST_CASE("a fraction that no decimal holds is found, its percentage is not") {
    questionnaire_description form;
    form.code = "many";
    form.scales = {forms::levels("yn", 2)};
    std::vector<std::vector<std::uint64_t>> marks;
    for (const std::uint64_t prime : {101U, 103U, 107U, 109U, 113U, 127U, 131U, 137U, 139U, 149U, 151U}) {
        form.questions.push_back(forms::question("c" + std::to_string(prime), "yn", {"2"}));
        marks.push_back({prime - 1, 1});
    }
    const tally counts = counted(form, marks);
    const diagnostics found = refused_links(counts, {link(survey_quantity::denominator, "F3")});
    CHECK(codes(found) == std::vector{error_code::overflow});
    CHECK(text(facts(counts, link(survey_quantity::percent, "F3"))[0]) == "0.82 rounded <- F3 of the whole = 0.82 %");
}

TEST_CASE("every link that cannot be followed is found at once") {
    std::vector<survey_fact_link> links(13, link(survey_quantity::percent));
    for (std::size_t at = 0; at < links.size(); ++at) links[at].fact += std::to_string(at);
    links[0].scope = "f9";
    links[1].formula = index_formula::item_share;
    links[2].formula = index_formula::mean_level;
    links[3].printed.places = 17;
    links[4].printed.places = -1;
    links[5] = of_question(survey_quantity::option_count, "c9", "1");
    links[6] = of_question(survey_quantity::option_count, "c1", "6");
    links[6].fact = "other";
    links[7].group = "gender";
    links[8].category = "f";
    links[9].quantity = survey_quantity::mean_level;
    links[9].printed.places = 17;
    links[10].fact = links[11].fact = "twice";
    links[12] = of_question(survey_quantity::answered, "");
    links[12].fact = "none";
    const diagnostics found = refused_links(forms::fx1(), links);
    CHECK(codes(found) == std::vector{error_code::unknown_option, error_code::formula_not_applicable,
                                      error_code::formula_not_applicable, error_code::invalid_scale,
                                      error_code::invalid_scale, error_code::unknown_option, error_code::unknown_option,
                                      error_code::unknown_option, error_code::unknown_option, error_code::invalid_scale,
                                      error_code::duplicate_fact, error_code::unknown_option});
    for (const diagnostic& each : found) CHECK(each.where.pointer == "/links/0");
}

TEST_CASE("a satisfied count needs satisfied options") {
    questionnaire_description form = forms::fx1_description();
    form.questions[0].satisfied.clear();
    CHECK(codes(refused_links(forms::fx1(questionnaire::create(form).value()),
                              {of_question(survey_quantity::satisfied, "c1")})) ==
          std::vector{error_code::formula_not_applicable});
}

TEST_CASE("no links and no units give no facts") {
    CHECK(survey_facts(forms::fx1(), {}).value().empty());
    const survey_fact_link each = link(survey_quantity::percent);
    CHECK(survey_facts(tally(forms::fx1_form()), {&each, 1}).value().empty());
}
