// Every version reads the files of surveys of the versions before it, and finds in them what was always there.
#include "frozen.hpp"
#include "parindex/io/answer_columns_file.hpp"
#include "parindex/io/questionnaire_file.hpp"
#include "parindex/io/survey_facts_file.hpp"
#include "parindex/io/tally_file.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace parindex;
using namespace parindex_test;

TEST_CASE("parindex.questionnaire/1") {
    diagnostics notes;
    const questionnaire form = read_questionnaire(frozen("questionnaire-1.json"), "f", &notes).value();
    CHECK(notes.empty());
    const questionnaire_description& read = form.description();
    CHECK(read.code == "PKS-2025");
    CHECK(read.method == "1001/QĐ-BNV 2023");
    CHECK(read.missing.at(answer_state::dont_know) == missing_policy::least_favourable);
    CHECK(read.missing.at(answer_state::out_of_range) == missing_policy::refuse);
    CHECK(read.missing.at(answer_state::blank) == missing_policy::exclude);
    CHECK(read.missing_words.size() == 5);
    CHECK(read.missing_words.at(answer_state::dont_know) == std::vector<std::string>{"99", "không biết"});
    CHECK(read.validity == sheet_validity{number("62.5"), {"c1"}});
    CHECK(read.scales.at(0).words == label_dictionary::satisfaction);
    CHECK(read.scales.at(0).options.at(2).also == std::vector<std::string>{"Tạm được"});
    CHECK(read.scales.at(0).options.at(3).level == 4);
    CHECK(read.scales.at(1).words == label_dictionary::yes_no);
    CHECK(read.scales.at(2).options.at(2).weight == number("20.5"));
    CHECK(read.factors.at(0).block == "dv");
    CHECK(read.blocks.at(1).name == "Dịch vụ");
    CHECK(read.groups.at(0).categories.at(1).also == std::vector<std::string>{"Phụ nữ"});
    CHECK(read.groups.at(1).categories.at(1).from == number("25"));
    CHECK(read.groups.at(1).categories.at(1).below == number("59.5"));
    const survey_question& asked = read.questions.at(1);
    CHECK(asked.number == 2);
    CHECK(asked.asked_if == std::vector<route_condition>{{"c0", {"1"}}});
    CHECK(asked.missing.at(answer_state::blank) == missing_policy::refuse);
    CHECK(form.questions()[1].missing.at(answer_state::dont_know) == missing_policy::exclude);
    CHECK(read.questions.at(0).kind == question_kind::perception);
    CHECK(read.questions.at(3).multiple);
    CHECK(read.questions.at(4).overall);
    const std::string again = write_questionnaire(form);
    CHECK(read_questionnaire(again, "again").value() == form);
}

TEST_CASE("parindex.questionnaire/1 of the ministry in 2022 is refused as it was printed") {
    const std::string text = frozen("questionnaire-1-ministry-2022.json");
    const diagnostics found = read_questionnaire(text, "f").error();
    REQUIRE(found.size() == 3);
    CHECK(found[0].code == error_code::duplicate_option);
    CHECK(found[0].where.pointer == "/scales/2");
    CHECK(found[0].message == "scale \"kenh\" has two options with the code \"2\"");
    CHECK(found[1].code == error_code::overlapping_bands);
    CHECK(found[1].where.pointer == "/groups/1");
    CHECK(found[1].message.find("share the number 25") != std::string::npos);
    CHECK(found[2].code == error_code::missing_item);
    CHECK(found[2].level == severity::warning);
    CHECK(found[2].message == "between items 7 and 9, number 8 is missing");

    // Mended, it is a questionnaire, of which the missing item is still said.
    std::string mended = text;
    const auto replace = [&mended](const std::string& from, const std::string& to) {
        mended.replace(mended.find(from), from.size(), to);
    };
    replace(R"("code": "2", "label": "Loa)", R"("code": "3", "label": "Loa)");
    replace(R"("below": 26)", R"("below": 25)");
    diagnostics notes;
    const questionnaire form = read_questionnaire(mended, "f", &notes).value();
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].code == error_code::missing_item);
    CHECK(form.questions().size() == 8 + 1 + 33 + 9);
    CHECK(form.questions_of(*form.find_scope("cs")).size() == 14);
    CHECK(form.questions_of(*form.find_scope("dv")).size() == 19);
}

TEST_CASE("parindex.tally/1, and its bytes") {
    for (const std::string name : {"tally-1", "tally-1-strata", "tally-1-aggregates"}) {
        diagnostics notes;
        const tally counts = read_tally(frozen((name + ".json").c_str()), "f", &notes).value();
        CHECK(notes.empty());
        const std::string bytes = frozen((name + ".tally").c_str());
        CHECK(read_tally(bytes, "f").value() == counts);
        CHECK(write_tally(counts) == bytes);
        CHECK(read_tally(write_tally_json(counts), "f").value() == counts);
    }
    const tally counts = read_tally(frozen("tally-1.tally"), "f").value();
    CHECK(counts.form().code() == "PKS");
    CHECK(counts.options() == tally_options{{"tuoi"}, tally_precision::clusters});
    const std::size_t unit = counts.find_unit("A");
    CHECK(counts.at(unit).sheets == sheet_counts{0, 31, 30});
    CHECK(counts.counts(unit, 0, 1)[1] == 12);
    CHECK(counts.respondents(unit, counts.row_of("tuoi", "gia")) == 10);
    CHECK(counts.at(unit).clusters.size() == 6);
    const tally strata = read_tally(frozen("tally-1-strata.json"), "f").value();
    CHECK(strata.at(strata.find_unit("A")).strata.at("TP").respondents == 15);
    const tally others = read_tally(frozen("tally-1-aggregates.json"), "f").value();
    CHECK(others.at(0).has_aggregates);
    CHECK(others.counts(0, 0, 1)[1] == 70'000'000'000);
}

TEST_CASE("parindex.answer_columns/1") {
    diagnostics notes;
    const answer_columns wide = read_answer_columns(frozen("answer_columns-1.json"), "f", &notes).value();
    CHECK(notes.empty());
    CHECK(wide.layout == answers_layout::wide);
    CHECK(wide.unit == "Đơn vị");
    CHECK(wide.stratum == "Huyện");
    CHECK(wide.groups.at(1).second == "Tuổi");
    CHECK(wide.questions.at(0) == std::pair<std::string, std::string>("c1", "question91"));
    CHECK(wide.options.at(1) == option_column{"c3", "B", "kenh/B"});
    CHECK(wide.seconds == "duration");
    CHECK(wide.separator == ", ");
    CHECK(wide.words.at("").at("Tốt") == "4");
    CHECK(wide.words.at("c1").at("Tốt") == "5");
    const answer_columns rows = read_answer_columns(frozen("answer_columns-1-long.json"), "f").value();
    CHECK(rows.layout == answers_layout::long_rows);
    CHECK(rows.unit_code == "SNV");
    CHECK(rows.respondent == "vote_id");
    CHECK(rows.answer == "answer");
    const answer_columns counts = read_answer_columns(frozen("answer_columns-1-aggregate.json"), "f").value();
    CHECK(counts.layout == answers_layout::aggregate);
    CHECK(counts.count == "so_luong");
    CHECK(counts.valid == "so_phieu_hop_le");
}

TEST_CASE("parindex.survey_facts/1") {
    diagnostics notes;
    const std::vector<survey_fact_link> links = read_survey_facts(frozen("survey_facts-1.json"), "f", &notes).value();
    CHECK(notes.empty());
    REQUIRE(links.size() == 8);
    CHECK(links[0].criterion == "2.3");
    CHECK(links[0].fact == "index");
    CHECK(links[0].formula == index_formula::mean_of_items);
    CHECK(links[0].scope == "dv");
    CHECK(links[0].group == "gioi");
    CHECK(links[0].category == "nu");
    CHECK(links[1].quantity == survey_quantity::numerator);
    CHECK(links[1].clamp_at_zero);
    CHECK(links[3].option == "5");
    CHECK(links[5].quantity == survey_quantity::satisfied);
    CHECK(links[6].printed == rounding{4, rounding_mode::half_up});
    CHECK(links[7].quantity == survey_quantity::valid_sheets);
    const std::string again = write_survey_facts(links);
    CHECK(write_survey_facts(read_survey_facts(again, "again").value()) == again);
}
