#include "../findings.hpp"
#include "forms.hpp"
#include "parindex/support/limits.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace parindex;

namespace {

bool finds(const questionnaire_description& form, error_code code, const std::string& part) {
    const auto made = questionnaire::create(form);
    const diagnostics& found = made.has_value() ? made->warnings() : made.error();
    return std::any_of(found.begin(), found.end(), [&](const diagnostic& each) {
        return each.code == code && each.message.find(part) != std::string::npos;
    });
}

respondent_category band(std::string code, std::optional<decimal> from, std::optional<decimal> below) {
    return {std::move(code), "", {}, from, below};
}

}  // namespace

TEST_CASE("a questionnaire resolves its references and lays out its counts") {
    questionnaire_description form = forms::fx1_description();
    form.blocks = {{"service", "", {}}};
    form.factors[0].block = "service";
    form.questions[1].missing[answer_state::blank] = missing_policy::least_favourable;
    form.questions[2].kind = question_kind::need;
    form.questions[2].asked_if = {{"c1", {"1", "2"}}};
    const questionnaire made = questionnaire::create(form).value();
    CHECK(made.row_places() == 3 * (5 + answer_states));
    CHECK(made.questions()[1].first_place == 14);
    CHECK(made.questions()[1].place_of(answer_state::blank) == 6);
    CHECK(made.questions()[0].block == 0);
    CHECK(made.questions()[2].block == questionnaire::none);
    CHECK(made.questions()[0].missing.at(answer_state::blank) == missing_policy::exclude);
    CHECK(made.questions()[1].missing.at(answer_state::blank) == missing_policy::least_favourable);
    CHECK(made.questions()[0].satisfied == std::vector<bool>{false, false, false, true, true});
    CHECK(made.questions()[2].asked_if.at(0).any_of == std::vector<bool>{true, true, false, false, false});
    CHECK(made.questions()[0].highest_level == 5);
    CHECK(made.questions_of(*made.find_scope("")) == std::vector<std::size_t>{0, 1});
    CHECK(made.questions_of(*made.find_scope("service")) == std::vector<std::size_t>{0, 1});
    CHECK(made.questions_of(*made.find_scope("f2")).empty());
    CHECK(made.questions_of(*made.find_scope("c3")) == std::vector<std::size_t>{2});
    CHECK_FALSE(made.find_scope("c4").has_value());
    CHECK(made.code_of(*made.find_scope("f2")) == "f2");
    CHECK(made.scopes().size() == 4);
    CHECK(made.find_option(0, "5") == 4);
    CHECK(made.find_option(0, "6") == questionnaire::none);
}

// Traps of the ministry's form of 2022: 25 in two age bands, two options with the code 2, no item 8.
TEST_CASE("the traps of a real form are found") {
    questionnaire_description form = forms::fx1_description();
    form.groups = {{"age", "", {band("18-25", decimal(18), decimal(26)), band("25-34", decimal(25), decimal(35))}, {}}};
    CHECK(finds(form, error_code::overlapping_bands, "share the number 25"));
    form.groups[0].categories = {band("35+", decimal(35), {}), band("-25", {}, decimal(25)),
                                 band("25", decimal(25), decimal(34))};
    CHECK(finds(form, error_code::missing_item, "numbers from 34 to below 35"));
    CHECK(questionnaire::create(form).has_value());
    form = forms::fx1_description();
    form.scales[0].options[2].code = "2";
    CHECK(finds(form, error_code::duplicate_option, "two options with the code \"2\""));
    form = forms::fx1_description();
    form.questions[0].number = 7;
    form.questions[1].number = 9;
    form.questions[2].number = 1;  // of the next part
    CHECK(finds(form, error_code::missing_item, "number 8 is missing"));
    CHECK(questionnaire::create(form)->warnings().size() == 1);
    form = forms::fx1_description();
    form.scales[0].options[4].level.reset();
    CHECK(finds(form, error_code::option_without_level, "option \"5\""));
}

TEST_CASE("words that mean two things are found") {
    questionnaire_description form = forms::fx1_description();
    form.scales[0].options[0].label = "Hài lòng";
    form.scales[0].options[1].also = {"hài  LÒNG"};
    CHECK(finds(form, error_code::duplicate_option, "means option \"1\" and option \"2\""));
    form = forms::fx1_description();
    form.missing_words[answer_state::dont_know] = {"5"};
    CHECK(finds(form, error_code::duplicate_option, "dont_know"));
    form.missing_words = {{answer_state::dont_know, {"99"}}, {answer_state::refused, {"99"}}};
    CHECK(finds(form, error_code::duplicate_option, "refused"));
    form.missing_words = {{answer_state::dont_know, {"KHÁC"}}};
    form.groups = {{"job", "", {{"other", "Khác", {}, {}, {}}}, {}}};
    CHECK(finds(form, error_code::duplicate_option, "group \"job\": \"Khác\" means dont_know and category \"other\""));
    form.groups = {{"age", "", {band("60+", decimal(60), {})}, {}}};
    form.missing_words = {{answer_state::refused, {"99"}}};
    CHECK(questionnaire::create(form).has_value());
    form.missing_words = {{answer_state::skipped, {"x"}}};
    CHECK(finds(form, error_code::invalid_question, "no word means"));
    form.missing_words = {{answer_state::blank, {""}}};
    CHECK(finds(form, error_code::invalid_question, "an empty cell is blank"));
}

// A description made in C++ has its texts as they were typed; files are brought to normal form C by their reader.
TEST_CASE("words in another normal form mean two things, and words that are no text are found") {
    questionnaire_description form = forms::fx1_description();
    form.scales[0].options[0].label = "H\u00E0i l\u00F2ng";
    form.scales[0].options[1].label = "Ha\u0300i lo\u0300ng";
    CHECK(finds(form, error_code::duplicate_option, "means option \"1\" and option \"2\""));
    form = forms::fx1_description();
    form.scales[0].options[0].also = {"\xC3"};
    CHECK(finds(form, error_code::invalid_utf8, "option \"1\" is not UTF-8"));
    form = forms::fx1_description();
    form.missing_words[answer_state::dont_know] = {"\xC3"};
    CHECK(finds(form, error_code::invalid_utf8, "dont_know is not UTF-8"));
}

TEST_CASE("everything that is wrong is said at once") {
    questionnaire_description form = forms::fx1_description();
    form.questions[0].scale = "x";
    form.questions[1].factor = "y";
    form.questions[1].satisfied = {"4", "6"};
    form.questions[2].code = "f1";
    form.questions[2].asked_if = {{"c9", {"1"}}};
    form.questions[2].overall = true;
    form.questions[2].multiple = true;
    form.factors[1].block = "z";
    form.validity.minimum_answered = decimal(101);
    form.validity.required = {"c8"};
    const diagnostics found = questionnaire::create(form).error();
    CHECK(found.size() == 10);
    CHECK(finds(form, error_code::duplicate_code, "\"f1\" of a question"));
    CHECK(finds(form, error_code::invalid_question, "overall"));
}

TEST_CASE("a questionnaire is refused for members that contradict each other") {
    const auto wrong = [](auto change, error_code code, const std::string& part) {
        questionnaire_description form = forms::fx1_description();
        change(form);
        CHECK(finds(form, code, part));
        CHECK_FALSE(questionnaire::create(form).has_value());
    };
    wrong([](auto& f) { f.questions.clear(); }, error_code::invalid_question, "at least one question");
    wrong([](auto& f) { f.code = ""; }, error_code::invalid_question, "code of the questionnaire");
    wrong([](auto& f) { f.questions[0].satisfied = {"3", "5"}; }, error_code::invalid_question, "of a higher level");
    wrong([](auto& f) { f.questions[0].satisfied = {"5", "5"}; }, error_code::invalid_question, "named twice");
    wrong(
        [](auto& f) {
            f.questions[0].asked_if = {{"c2", {"1"}}};
        },
        error_code::invalid_question, "does not come before");
    wrong([](auto& f) { f.questions[1].asked_if = {{"c1", {}}}; }, error_code::invalid_question, "names no option");
    wrong([](auto& f) { f.missing.of[7] = missing_policy::refuse; }, error_code::invalid_question, "\"skipped\"");
    wrong([](auto& f) { f.questions[0].overall = f.questions[1].overall = true; }, error_code::invalid_question,
          "both");
    wrong([](auto& f) { f.questions[0].number = f.questions[1].number = 3; }, error_code::invalid_question,
          "used twice");
    wrong([](auto& f) { f.scales[0].options[0].level = 0; }, error_code::invalid_question, "1 to 1000");
    wrong([](auto& f) { f.scales[0].options[0].level = 2; }, error_code::duplicate_option, "level 2");
    wrong([](auto& f) { f.scales[0].options[0].weight = decimal(-1); }, error_code::invalid_question, "weight");
    wrong([](auto& f) { f.scales[0].words = label_dictionary::yes_no; }, error_code::invalid_question, "two options");
    wrong([](auto& f) { f.scales.push_back({"none", {}, {}, {}}); }, error_code::invalid_question, "no options");
    wrong([](auto& f) { f.groups = {{"g", "", {}, {}}}; }, error_code::invalid_question, "no categories");
    wrong(
        [](auto& f) {
            f.groups = {{"g", "", {band("b", decimal(2), decimal(2))}, {}}};
        },
        error_code::invalid_question, "is empty");
    wrong([](auto& f) { f.questions.resize(limits::survey_questions + 1); }, error_code::survey_too_large,
          "1000 questions");
    wrong([](auto& f) { f.scales[0] = forms::levels("hl", 201); }, error_code::survey_too_large, "200 options");
    wrong(
        [](auto& f) {
            f.groups = {{"g", "", {band("b", decimal(2), {})}, {}}};
            f.groups[0].categories[0].also.resize(limits::survey_spellings / 2, "x");
            f.scales[0].options[0].also.resize(limits::survey_spellings / 2 - 1, "y");
            CHECK(questionnaire::create(f).has_value());
            f.missing_words[answer_state::refused] = {"r"};
            CHECK(questionnaire::create(f).has_value());
            f.missing_words[answer_state::blank] = {"b"};
        },
        error_code::survey_too_large, "10000 spellings");
    wrong(
        [](auto& f) {
            f.scales[0] = forms::levels("hl", 65);
            f.questions[0].multiple = true;
        },
        error_code::survey_too_large, "64 options");
}
