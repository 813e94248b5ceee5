// Formulas beyond FX1, on counts made by hand.
#include "indices.hpp"

#include <array>

using namespace indices;

namespace {

void set_policy(questionnaire_description& form, answer_state state, missing_policy policy) {
    form.missing.of[static_cast<std::size_t>(state)] = policy;
}

/// Counts of the options, and of each state behind them.
std::vector<std::uint64_t> marks(std::vector<std::uint64_t> options, std::vector<std::pair<answer_state, int>> states) {
    const std::size_t first = options.size();
    options.resize(first + answer_states);
    for (const auto& [state, count] : states) {
        options[first + static_cast<std::size_t>(state)] = static_cast<std::uint64_t>(count);
    }
    return options;
}

/// A sheet of FX1 by levels; 0 is blank.
void add_sheet(tally& into, std::string_view unit, std::array<std::uint8_t, 3> levels,
               std::vector<std::uint16_t> categories = {}) {
    for (std::uint8_t& each : levels) {
        each = each == 0 ? static_cast<std::uint8_t>(into.form().questions()[0].place_of(answer_state::blank))
                         : static_cast<std::uint8_t>(each - 1);
    }
    into.add(into.unit(unit), {levels, {}, categories, {}, {}});
}

/// A/B/C/D worth 100/60/20/0, E of 12.5.
answer_scale weighted_scale() {
    answer_scale out;
    out.code = "abcde";
    for (const auto& [code, weight] :
         {std::pair("A", decimal(100)), std::pair("B", decimal(60)), std::pair("C", decimal(20)),
          std::pair("D", decimal(0)), std::pair("E", decimal::from_parts(125, 1))}) {
        answer_option option;
        option.code = code;
        option.weight = weight;
        out.options.push_back(option);
    }
    return out;
}

questionnaire_description one_question(answer_scale scale, std::vector<std::string> satisfied, bool multiple = false) {
    questionnaire_description form;
    form.code = "one";
    form.method = "test";
    const std::string code = scale.code;
    form.scales = {std::move(scale)};
    form.questions = {forms::question("q", code, std::move(satisfied))};
    form.questions.back().multiple = multiple;
    return form;
}

}  // namespace

TEST_CASE("only states whose policy says so count as the least favourable answer") {
    questionnaire_description form = one_question(forms::levels("hl", 5), {"4", "5"});
    const std::vector<std::uint64_t> counts = marks({1, 1, 1, 4, 3}, {{answer_state::blank, 1},
                                                                      {answer_state::dont_know, 2},
                                                                      {answer_state::not_applicable, 4},
                                                                      {answer_state::refused, 8},
                                                                      {answer_state::out_of_range, 16},
                                                                      {answer_state::several_marked, 32},
                                                                      {answer_state::skipped, 64},
                                                                      {answer_state::off_route, 128}});
    CHECK(compute(counted(form, {counts}), "F2").share == index_share{7, 10});
    int seen = 10;
    for (const auto& [state, more] :
         {std::pair(answer_state::blank, 1), std::pair(answer_state::dont_know, 2),
          std::pair(answer_state::not_applicable, 4), std::pair(answer_state::refused, 8),
          std::pair(answer_state::out_of_range, 16), std::pair(answer_state::several_marked, 32)}) {
        set_policy(form, state, missing_policy::least_favourable);
        seen += more;
        CHECK(compute(counted(form, {counts}), "F2").share == index_share{7, seen});
        CHECK(compute(counted(form, {counts}), "F7").share == index_share{37 + (seen - 10), seen});
    }
}

TEST_CASE("F1 is of any question, whatever its kind") {
    questionnaire_description form = forms::fx1_description();
    form.questions[0].kind = question_kind::need;
    form.questions[0].satisfied = {"5"};
    const tally counts = forms::fx1(questionnaire::create(form).value());
    CHECK(compute(counts, "F1", "c1", {"A"}).share == index_share{3, 10});
    CHECK(compute(counts, "F11", "", {"A"}).share == index_share{13, 16});  // c1 is no part of the whole
    CHECK(compute(counts, "F3", "f1", {"A"}).terms == std::vector<index_term>{{"c2", {6, 9}, 1}});
}

TEST_CASE("F1 of a question of several marks is of the persons who answered") {
    const questionnaire_description form = one_question(forms::levels("channels", 3), {"3"}, true);
    const tally counts = counted(form, {marks({7, 9, 4}, {{answer_state::answered, 10}, {answer_state::blank, 3}})});
    CHECK(compute(counts, "F1", "q").share == index_share{4, 10});
}

TEST_CASE("F3 and F4 leave out what nobody answered, and say so") {
    tally counts(forms::fx1_form());
    counts.add_sheets(counts.unit("A"), {0, 3, 3});
    forms::add_counts(counts, "A", {{0, 0, 0, 2, 1, 0}, {1, 0, 0, 0, 0, 2}, {0, 0, 0, 0, 0, 3}});
    const satisfaction_index items = compute(counts, "F3");
    CHECK(value(items) == "1/2");
    CHECK(items.terms == std::vector<index_term>{{"c1", {3, 3}, 1}, {"c2", {0, 1}, 1}, {"c3", {0, 0}, 0}});
    const satisfaction_index factors = compute(counts, "F4");
    CHECK(value(factors) == "1/2");
    CHECK(factors.terms == std::vector<index_term>{{"f1", {exact("1/2"), 1}, 1}, {"f2", {0, 0}, 0}});
}

TEST_CASE("nobody answered: there is no index, by any formula") {
    tally counts(forms::fx1_form());
    counts.unit("A");
    for (const char* formula : {"F2", "F3", "F4", "F6", "F7", "F8", "F9", "F11", "P3", "P4", "P6"}) {
        CAPTURE(formula);
        const satisfaction_index index = compute(counts, formula);
        CHECK_FALSE(index.value());
        CHECK(index.share == index_share{0, 0});
        CHECK(index.units == 1);
    }
    CHECK_FALSE(compute(tally(forms::fx1_form()), "F2").value());
}

TEST_CASE("F5 is the overall question, and it enters nothing else") {
    questionnaire_description form = forms::fx1_description();
    form.questions[2].overall = true;
    const tally counts = forms::fx1(questionnaire::create(form).value());
    CHECK(compute(counts, "F5", "", {"A"}).share == index_share{7, 7});
    CHECK(compute(counts, "F5", "", {"B"}).share == index_share{2, 3});
    CHECK(compute(counts, "F2", "", {"A"}).share == index_share{14, 19});
}

TEST_CASE("F6 counts persons whose every answer is a satisfied one") {
    tally counts(forms::fx1_form());
    add_sheet(counts, "A", {4, 5, 4});
    add_sheet(counts, "A", {4, 0, 5});  // a blank that is excluded says nothing
    add_sheet(counts, "A", {4, 3, 4});
    add_sheet(counts, "A", {0, 0, 0});  // no answer: no person
    add_sheet(counts, "B", {1, 1, 5});
    CHECK(compute(counts, "F6").share == index_share{2, 4});
    CHECK(compute(counts, "F6", "f1").share == index_share{2, 4});
    CHECK(compute(counts, "F6", "f2").share == index_share{4, 4});
    CHECK(compute(counts, "F6", "f1", {"A"}).share == index_share{2, 3});

    questionnaire_description strict = forms::fx1_description();
    set_policy(strict, answer_state::blank, missing_policy::least_favourable);
    tally other(questionnaire::create(strict).value());
    add_sheet(other, "A", {4, 5, 4});
    add_sheet(other, "A", {4, 0, 5});
    CHECK(compute(other, "F6").share == index_share{1, 2});
}

TEST_CASE("F9 starts at the lowest level, F8 at 0") {
    answer_scale scale = forms::levels("hl", 3);
    const tally from_one = counted(one_question(scale, {"2", "3"}), {{1, 2, 5}});
    CHECK(compute(from_one, "F7").share == index_share{20, 8});
    CHECK(compute(from_one, "F8").share == index_share{20, 24});
    CHECK(compute(from_one, "F9").share == index_share{12, 16});
    for (answer_option& each : scale.options) each.level = *each.level + 2;
    const tally from_three = counted(one_question(scale, {"2", "3"}), {{1, 2, 5}});
    CHECK(compute(from_three, "F7").share == index_share{36, 8});
    CHECK(compute(from_three, "F8").share == index_share{36, 40});
    CHECK(compute(from_three, "F9").share == index_share{12, 16});
}

TEST_CASE("F8: a mean of 4.04 was published as 80.8 %") {
    const tally counts = counted(one_question(forms::levels("hl", 5), {"4", "5"}), {{0, 0, 10, 76, 14}});
    CHECK(*compute(counts, "F7").value() == exact("4.04"));
    CHECK(*compute(counts, "F8").value() == exact("0.808"));
}

TEST_CASE("F10 weighs options, and what is missing as the lowest weight") {
    questionnaire_description form = one_question(weighted_scale(), {"A", "B"});
    form.questions.push_back(forms::question("r", "abcde", {"A"}));
    const std::vector<std::vector<std::uint64_t>> counts{marks({10, 5, 3, 1, 1}, {{answer_state::blank, 4}}),
                                                         {0, 0, 0, 0, 2}};
    CHECK(compute(counted(form, counts), "F10").share == index_share{exact("1397.5"), 2200});
    CHECK(compute(counted(form, counts), "F10", "r").share == index_share{25, 200});
    set_policy(form, answer_state::blank, missing_policy::least_favourable);
    CHECK(compute(counted(form, counts), "F10").share == index_share{exact("1397.5"), 2600});
}

TEST_CASE("F11 pools questions of different scales with satisfied sets of their own") {
    questionnaire_description form = one_question(forms::levels("inpatient", 5), {"4", "5"});
    form.scales.push_back(forms::levels("outpatient", 4));
    form.questions.push_back(forms::question("r", "outpatient", {"3", "4"}));
    const tally counts = counted(form, {{1, 1, 1, 1, 1}, {1, 2, 3, 4}});
    CHECK(compute(counts, "F11").share == index_share{9, 15});
    const refusal why = refused([&] { return compute(counts, "F2"); });
    CHECK(why.code == error_code::formula_not_applicable);
    CHECK(why.says("question \"q\" and question \"r\" have different levels or satisfied options: F11"));
}

TEST_CASE("F2 pools scales of other codes with the same levels and the same satisfied levels") {
    questionnaire_description form = one_question(forms::levels("one", 5), {"4", "5"});
    form.scales.push_back(forms::levels("two", 5));
    std::swap(form.scales[1].options[0], form.scales[1].options[4]);  // the other way round on the sheet
    form.questions.push_back(forms::question("r", "two", {"5", "4"}));
    CHECK(compute(counted(form, {{1, 1, 1, 1, 1}, {6, 0, 0, 2, 2}}), "F2").share == index_share{10, 15});
    form.questions[1].satisfied = {"5"};
    CHECK(refused([&] { return compute(counted(form, {{1}, {1}}), "F2"); }).code == error_code::formula_not_applicable);
}

TEST_CASE("F12 takes the upper two of three levels") {
    const tally counts = counted(one_question(forms::levels("kqgq", 3), {"2", "3"}), {{2, 5, 13}});
    CHECK(compute(counts, "F12").share == index_share{18, 20});
}

TEST_CASE("F13 is yes of the valid, or yes of the issued") {
    const tally counts = counted(yes_no_form(), {marks({20, 60}, {{answer_state::blank, 10}})}, {100, 90, 90});
    CHECK(compute(counts, "F13").share == index_share{60, 80});
    CHECK(compute(counts, "F13_issued").share == index_share{60, 100});
    questionnaire_description strict = yes_no_form();
    set_policy(strict, answer_state::blank, missing_policy::least_favourable);
    const tally other = counted(strict, {marks({20, 60}, {{answer_state::blank, 10}})}, {100, 90, 90});
    CHECK(compute(other, "F13").share == index_share{60, 90});
    CHECK(compute(other, "F13_issued").share == index_share{60, 100});
}

TEST_CASE("F13 of the issued sheets of several units") {
    tally counts(questionnaire::create(yes_no_form()).value());
    counts.add_sheets(counts.unit("A"), {10, 8, 8});
    counts.add_answers(counts.unit("A"), 0, 1, 5);
    counts.add_sheets(counts.unit("B"), {40, 30, 30});
    counts.add_answers(counts.unit("B"), 0, 1, 30);
    CHECK(compute(counts, "F13_issued").share == index_share{35, 50});
    index_request request;
    request.method = {index_formula::yes_of_issued, unit_aggregation::mean_of_units};
    CHECK(value(compute_index(counts, request)) == "5/8");
}

TEST_CASE("F16 takes off what is wrong, and may fall below 0") {
    questionnaire_description form = one_question(forms::levels("faults", 4), {"4"}, true);
    const auto with = [&](std::vector<std::uint64_t> options, int answered) {
        return counted(form, {marks(std::move(options), {{answer_state::answered, answered}})});
    };
    CHECK(compute(with({1, 2, 0, 17}, 20), "F16", "q").share == index_share{17, 20});
    const satisfaction_index below = compute(with({5, 5, 5, 0}, 6), "F16", "q");
    CHECK(below.share == index_share{-9, 6});
    CHECK_FALSE(below.clamped);

    index_request request;
    request.method.formula = index_formula::complement;
    request.scope = {survey_scope_kind::question, 0};
    request.clamp_at_zero = true;
    const satisfaction_index clamped = compute_index(with({5, 5, 5, 0}, 6), request);
    CHECK(clamped.share == index_share{0, 6});
    CHECK(clamped.clamped);
    CHECK_FALSE(compute_index(with({1, 2, 0, 17}, 20), request).clamped);
}

TEST_CASE("F16 of a question that takes one option is the share of the satisfied") {
    questionnaire_description form = one_question(forms::levels("hl", 5), {"4", "5"});
    set_policy(form, answer_state::blank, missing_policy::least_favourable);
    const tally counts = counted(form, {marks({1, 2, 3, 4, 5}, {{answer_state::blank, 6}})});
    CHECK(compute(counts, "F16").share == index_share{9, 21});
    CHECK(compute(counts, "F16").share == compute(counts, "F2").share);
}

TEST_CASE("clamped units make the mean of units a clamped one") {
    questionnaire_description form = one_question(forms::levels("faults", 3), {}, true);
    tally counts(questionnaire::create(form).value());
    for (const auto& [unit, mentions] : {std::pair("A", 1U), std::pair("B", 3U)}) {
        const std::size_t at = counts.unit(unit);
        counts.add_answers(at, 0, 0, mentions);
        counts.add_answers(at, 0, counts.form().questions()[0].place_of(answer_state::answered), 2);
    }
    index_request request;
    request.method = {index_formula::complement, unit_aggregation::mean_of_units};
    request.scope = {survey_scope_kind::question, 0};
    CHECK(value(compute_index(counts, request)) == "0");  // 1/2 and -1/2
    request.clamp_at_zero = true;
    const satisfaction_index clamped = compute_index(counts, request);
    CHECK(value(clamped) == "1/4");
    CHECK(clamped.clamped);
}

TEST_CASE("a unit without answers weighs nothing in a mean of units") {
    tally counts = forms::fx1();
    counts.add_sheets(counts.unit("C"), {0, 5, 5});
    CHECK(value(counts, "P3") == "439/572");
    CHECK(value(counts, "P6") == "50/63");
    CHECK(compute(counts, "P6").terms[2] == index_term{"C", {0, 0}, 0});
    CHECK(compute(counts, "P6").units == 3);
}

TEST_CASE("a population may need all of its 64 bits") {
    index_request request;
    request.method = {index_formula::pooled_answers, unit_aggregation::by_population};
    const tally counts = forms::fx1();
    request.populations = {{"A", ~std::uint64_t{0}}, {"B", ~std::uint64_t{0}}};
    const satisfaction_index alike = compute_index(counts, request);
    request.method.units = unit_aggregation::mean_of_units;
    CHECK(alike.value() == compute_index(counts, request).value());
    CHECK(alike.terms.front().weight.to_string() == "18446744073709551615");
}

TEST_CASE("populations of 0 give no index") {
    index_request request;
    request.method = {index_formula::pooled_answers, unit_aggregation::by_population};
    request.populations = {{"A", 0}, {"B", 0}};
    CHECK_FALSE(compute_index(forms::fx1(), request).value());
    request.populations["B"] = 7;
    CHECK(value(compute_index(forms::fx1(), request)) == "8/11");
}

TEST_CASE("an index of a group of respondents, weighted by those respondents") {
    questionnaire_description form = forms::fx1_description();
    form.groups = {{"gender", "", {{"m", "", {}, {}, {}}, {"f", "", {}, {}, {}}}, {}}};
    tally counts(questionnaire::create(form).value(), {{"gender"}, tally_precision::none});
    add_sheet(counts, "A", {4, 5, 4}, {0});
    add_sheet(counts, "A", {1, 5, 4}, {0});
    add_sheet(counts, "A", {1, 1, 1}, {1});
    add_sheet(counts, "B", {3, 3, 4}, {0});
    add_sheet(counts, "B", {3, 3, 4}, {answer_sheet::no_category});
    index_request request;
    request.method = *index_method_from("P1");
    request.row = counts.row_of("gender", "m");
    CHECK(compute_index(counts, request).share == index_share{6, 9});
    request.method = *index_method_from("P6");
    const satisfaction_index weighted = compute_index(counts, request);
    CHECK(value(weighted) == "2/3");  // (2 * 5/6 + 1/3) / 3
    REQUIRE(weighted.terms.size() == 2);
    CHECK(weighted.terms[0].weight == 2);
    CHECK(weighted.terms[1].weight == 1);
    request.method = *index_method_from("P1");
    request.row = counts.row_of("gender", "");
    CHECK(compute_index(counts, request).share == index_share{1, 3});
}

TEST_CASE("a mean of 51 items and 63 units with denominators of their own is exact") {
    questionnaire_description form;
    form.code = "51";
    form.method = "test";
    form.scales = {forms::levels("hl", 5)};
    for (int item = 0; item < 51; ++item) {
        form.questions.push_back(forms::question("c" + std::to_string(item), "hl", {"4", "5"}));
    }
    tally counts(questionnaire::create(form).value());
    ratio by_hand;
    ratio of_one;
    for (std::uint64_t unit = 0; unit < 63; ++unit) {
        const std::size_t at = counts.unit("U" + std::to_string(unit));
        for (std::uint64_t item = 0; item < 51; ++item) {
            const std::uint64_t answers = 500 + (unit * 7 + item * 11) % 60;
            const std::uint64_t satisfied = answers - 90 - (unit + item) % 13;
            counts.add_answers(at, item, 3, satisfied);
            counts.add_answers(at, item, 0, answers - satisfied);
            by_hand += ratio(satisfied) / ratio(answers);
            if (unit == 0) of_one += ratio(satisfied) / ratio(answers);
        }
    }
    CHECK(*compute(counts, "P4").value() == by_hand / ratio(51 * 63));
    CHECK(*compute(counts, "F3", "", {"U0"}).value() == of_one / ratio(51));
    CHECK(compute(counts, "F3", "", {"U0"}).terms.size() == 51);
}

TEST_CASE("counts beyond 63 bits are exact, beyond 64 bits refused") {
    constexpr std::uint64_t large = std::uint64_t{1} << 63;
    tally counts(questionnaire::create(yes_no_form()).value());
    counts.add_answers(counts.unit("A"), 0, 1, large);
    CHECK(value(compute(counts, "F2")) == "1");
    CHECK(compute(counts, "F2").share.denominator == ratio(large / 2) * 2);
    counts.add_answers(counts.unit("A"), 0, 0, large - 1);
    CHECK(value(counts, "F2") == "9223372036854775808/18446744073709551615");
    CHECK(value(counts, "F7") == "27670116110564327423/18446744073709551615");
    counts.add_answers(counts.unit("B"), 0, 0, 1);
    CHECK(refused([&] { return compute(counts, "F2"); }).code == error_code::count_overflow);
    CHECK(refused([&] { return compute(counts, "F7"); }).code == error_code::count_overflow);
    CHECK(value(counts, "P3") == "4611686018427387904/18446744073709551615");
}
