// What has no index by a formula, and what is said about it.
#include "indices.hpp"

using namespace indices;

namespace {

refusal refused_index(const tally& counts, std::string_view name, std::string_view of = "") {
    const refusal why = refused([&] { return compute(counts, name, of); });
    CHECK_MESSAGE(why.code == error_code::formula_not_applicable, name, ": ", why.words);
    if (index_formula_from(name)) CHECK(why.words.find(std::string(name) + " (") == 0);
    return why;
}

tally fx1_of(const questionnaire_description& form) {
    return forms::fx1(questionnaire::create(form).value());
}

}  // namespace

TEST_CASE("F1 is of one question") {
    CHECK(refused_index(forms::fx1(), "F1").says("the whole questionnaire has 3"));
    CHECK(refused_index(forms::fx1(), "F1", "f1").says("factor \"f1\" has 2"));
    CHECK(compute(forms::fx1(), "F1", "f2").share == index_share{9, 10});
}

TEST_CASE("formulas of shares need satisfied options") {
    questionnaire_description form = forms::fx1_description();
    form.questions[1].satisfied.clear();
    const tally counts = fx1_of(form);
    for (const char* formula : {"F2", "F3", "F4", "F6", "F11"}) {
        CHECK(refused_index(counts, formula).says("question \"c2\" says of no option that it is satisfied"));
    }
    CHECK(refused_index(counts, "F1", "c2").says("says of no option"));
    CHECK(value(counts, "F7", "", {"A"}) == "53/13");
}

TEST_CASE("F1 of several marks needs one satisfied option, other formulas need one mark") {
    questionnaire_description form = forms::fx1_description();
    form.questions[0].multiple = true;
    const tally counts(questionnaire::create(form).value());
    CHECK(refused_index(counts, "F1", "c1").says("of which more than one is satisfied"));
    for (const char* formula : {"F2", "F3", "F4", "F7", "F8", "F9", "F11"}) {
        CHECK(refused_index(counts, formula, "c1").says("takes several options: only F1 and F16"));
    }
}

TEST_CASE("a scope without questions of an index has none") {
    questionnaire_description form = forms::fx1_description();
    form.factors.push_back({"f3", "", "", {}});
    form.questions[2].kind = question_kind::need;
    const tally counts = fx1_of(form);
    CHECK(refused_index(counts, "F2", "f2").says("factor \"f2\" has no question that enters an index"));
    CHECK(refused_index(counts, "F3", "f3").says("factor \"f3\" has no question"));
}

TEST_CASE("F4 needs a factor of each question") {
    questionnaire_description form = forms::fx1_description();
    form.questions[1].factor.clear();
    CHECK(refused_index(fx1_of(form), "F4").says("question \"c2\" has no factor"));
}

TEST_CASE("F5 needs an overall question, and is about the whole") {
    CHECK(refused_index(forms::fx1(), "F5").says("no overall question"));
    questionnaire_description form = forms::fx1_description();
    form.questions[2].overall = true;
    const tally counts = fx1_of(form);
    CHECK(refused_index(counts, "F5", "f1").says("not about factor \"f1\""));
    CHECK(refused_index(counts, "F5", "c3").says("not about question \"c3\""));
    form.questions[2].satisfied.clear();
    CHECK(refused_index(fx1_of(form), "F5").says("says of no option"));
}

TEST_CASE("F6 needs sheets, and more than one question to be about") {
    CHECK(
        refused([] { return compute(forms::fx1(), "F6"); }).says("unit \"A\" has answers that were counted elsewhere"));
    CHECK(refused_index(tally(forms::fx1_form()), "F6", "c1").says("F1 gives its share"));
}

TEST_CASE("F7, F8 and F9 need levels of one range") {
    questionnaire_description form = forms::fx1_description();
    form.scales.push_back(forms::levels("four", 4));
    form.questions[1].scale = "four";
    form.questions[1].satisfied = {"3", "4"};
    tally counts(questionnaire::create(form).value());
    for (const char* formula : {"F7", "F8", "F9"}) {
        CHECK(refused_index(counts, formula)
                  .says("question \"c1\" has the levels 1 to 5, question \"c2\" the levels 1 to 4"));
    }
    for (answer_option& each : form.scales[1].options) each.level.reset();
    counts = tally(questionnaire::create(form).value());
    CHECK(refused_index(counts, "F7").says("question \"c2\" has options without a level"));
}

TEST_CASE("F9 needs two levels") {
    questionnaire_description form = yes_no_form();
    form.scales[0].options.resize(1);
    form.questions[0].satisfied = {"1"};
    CHECK(refused_index(counted(form, {{1}}), "F9").says("has one level only"));
    CHECK(value(counted(form, {{1}}), "F8") == "1");
}

TEST_CASE("F10 needs a weight of every option") {
    questionnaire_description form = forms::fx1_description();
    for (answer_option& each : form.scales[0].options) each.weight = 20;
    form.scales[0].options[3].weight.reset();
    CHECK(refused_index(fx1_of(form), "F10").says("option \"4\" of question \"c1\" has no weight"));
}

TEST_CASE("F12 needs three levels of which the upper two are satisfied") {
    const auto with = [](int highest, std::vector<std::string> satisfied) {
        questionnaire_description form = yes_no_form();
        form.scales = {forms::levels("yn", highest)};
        form.questions[0].satisfied = std::move(satisfied);
        return tally(questionnaire::create(form).value());
    };
    CHECK_FALSE(compute(with(3, {"2", "3"}), "F12").value());
    for (const tally& wrong : {with(3, {"3"}), with(3, {"1", "2", "3"}), with(4, {"3", "4"}), with(2, {"2"})}) {
        CHECK(refused_index(wrong, "F12").says("has not three levels"));
    }
    questionnaire_description form = yes_no_form();
    form.scales = {forms::levels("yn", 3)};
    for (answer_option& each : form.scales[0].options) each.level.reset();
    form.questions[0].satisfied = {"2", "3"};
    CHECK(refused_index(tally(questionnaire::create(form).value()), "F12").says("has not three levels"));
}

TEST_CASE("F13 needs two options of which one is satisfied") {
    CHECK(refused_index(forms::fx1(), "F13").says("question \"c1\" has not two options"));
    questionnaire_description form = yes_no_form();
    form.questions[0].satisfied = {"1", "2"};
    CHECK(refused_index(tally(questionnaire::create(form).value()), "F13").says("of which one is satisfied"));
}

TEST_CASE("F13 of issued sheets needs one question, and their number") {
    questionnaire_description form = yes_no_form();
    CHECK(refused([&] {
              return compute(counted(form, {{1, 2}}, {0, 3, 3}), "F13_issued");
          }).says("of unit \"U\" nobody said how many sheets were issued"));
    CHECK(refused([&] {
              return compute(counted(form, {{0, 3}}, {2, 2, 2}), "F13_issued");
          }).says("of unit \"U\" more said yes than sheets were issued"));
    form.groups = {{"gender", "", {{"m", "", {}, {}, {}}}, {}}};
    tally grouped(questionnaire::create(form).value(), {{"gender"}, tally_precision::none});
    grouped.add_sheets(grouped.unit("U"), {5, 0, 0});
    index_request request;
    request.method.formula = index_formula::yes_of_issued;
    CHECK_FALSE(!compute_index(grouped, request).value());
    request.row = 1;
    CHECK(refused([&] { return compute_index(grouped, request); }).says("of all respondents together only"));
    form.questions.push_back(forms::question("r", "yn", {"2"}));
    CHECK(refused_index(tally(questionnaire::create(form).value()), "F13_issued").says("has 2"));
}

TEST_CASE("F16 is of one question") {
    CHECK(refused_index(forms::fx1(), "F16").says("the whole questionnaire has 3"));
}

TEST_CASE("units are those of the tally, each once") {
    const refusal unknown = refused([] { return compute(forms::fx1(), "F2", "", {"A", "Z"}); });
    CHECK(unknown.code == error_code::unknown_unit);
    CHECK(unknown.says("no unit \"Z\""));
    const refusal twice = refused([] { return compute(forms::fx1(), "F2", "", {"B", "A", "B"}); });
    CHECK(twice.code == error_code::duplicate_unit);
    CHECK(twice.says("\"B\" twice"));
}

TEST_CASE("a mean by population needs that of every unit, also of one without answers") {
    index_request request;
    request.method = {index_formula::pooled_answers, unit_aggregation::by_population};
    request.populations = {{"A", 9000}};
    const refusal why = refused([&] { return compute_index(forms::fx1(), request); });
    CHECK(why.code == error_code::population_missing);
    CHECK(why.says("unit \"B\""));
    request.units = {"A"};
    CHECK(value(compute_index(forms::fx1(), request)) == "21/26");
    tally counts = forms::fx1();
    counts.unit("C");
    request.units = {"A", "C"};
    CHECK(refused([&] { return compute_index(counts, request); }).code == error_code::population_missing);
}

TEST_CASE("a mean by sample needs the valid sheets behind answers") {
    tally counts(forms::fx1_form());
    forms::add_counts(counts, "A", {{0, 1, 1, 5, 3, 0}, {1, 0, 2, 3, 3, 1}, {0, 0, 0, 3, 4, 3}});
    CHECK(refused_index(counts, "P6").says("unit \"A\" has answers, but nobody said of how many valid sheets"));
}

TEST_CASE("a scope or row that there is not is refused") {
    index_request request;
    for (const survey_scope& wrong :
         {survey_scope{survey_scope_kind::whole, 1}, survey_scope{survey_scope_kind::block, 0},
          survey_scope{survey_scope_kind::factor, 2}, survey_scope{survey_scope_kind::question, 3}}) {
        request.scope = wrong;
        CHECK(refused([&] { return compute_index(forms::fx1(), request); }).code == error_code::unknown_option);
    }
    request.scope = {};
    request.row = 1;
    CHECK(refused([&] { return compute_index(forms::fx1(), request); }).code == error_code::unknown_option);
}
