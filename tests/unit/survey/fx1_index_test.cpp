// FX1: two units whose every index was derived by hand, in exact fractions.
#include "indices.hpp"

using namespace indices;

namespace {

std::string printed(const tally& counts, std::string_view name, std::vector<std::string> units = {}) {
    const ratio percent = ratio(100) * *compute(counts, name, "", std::move(units)).value();
    return to_string(percent.to_decimal(2).value);
}

index_request weighted(unit_aggregation how) {
    index_request request;
    request.method = {index_formula::mean_of_items, how};
    request.populations = {{"A", 9000}, {"B", 1000}};
    return request;
}

}  // namespace

TEST_CASE("FX1: items") {
    const tally counts = forms::fx1();
    CHECK(value(counts, "F1", "c1", {"A"}) == "4/5");
    CHECK(value(counts, "F1", "c2", {"A"}) == "2/3");
    CHECK(value(counts, "F1", "c3", {"A"}) == "1");
    CHECK(value(counts, "F1", "c1", {"B"}) == "3/4");
    CHECK(value(counts, "F1", "c2", {"B"}) == "3/4");
    CHECK(value(counts, "F1", "c3", {"B"}) == "2/3");
}

TEST_CASE("FX1: the formulas of both units, exactly and as printed") {
    const tally counts = forms::fx1();
    struct row {
        std::string_view formula;
        std::string_view a, a_printed, b, b_printed;
    };
    for (const row& each :
         {row{"F2", "21/26", "80.77", "8/11", "72.73"}, row{"F3", "37/45", "82.22", "13/18", "72.22"},
          row{"F4", "13/15", "86.67", "17/24", "70.83"}, row{"F7", "53/13", "407.69", "43/11", "390.91"},
          row{"F8", "53/65", "81.54", "43/55", "78.18"}, row{"F9", "10/13", "76.92", "8/11", "72.73"}}) {
        CAPTURE(each.formula);
        CHECK(value(counts, each.formula, "", {"A"}) == each.a);
        CHECK(value(counts, each.formula, "", {"B"}) == each.b);
        CHECK(printed(counts, each.formula, {"A"}) == each.a_printed);
        CHECK(printed(counts, each.formula, {"B"}) == each.b_printed);
    }
}

TEST_CASE("FX1: counts are kept where counts are divided") {
    const index_share pooled = compute(forms::fx1(), "F2", "", {"A"}).share;
    CHECK(pooled == index_share{21, 26});
    CHECK(compute(forms::fx1(), "F2", "f1", {"A"}).share == index_share{14, 19});
    CHECK(compute(forms::fx1(), "F7", "", {"A"}).share == index_share{106, 26});
    CHECK(compute(forms::fx1(), "F8", "", {"A"}).share == index_share{106, 130});
    CHECK(compute(forms::fx1(), "F9", "", {"A"}).share == index_share{80, 104});
    CHECK(compute(forms::fx1(), "F3", "", {"A"}).share == index_share{exact("37/45"), 1});
}

TEST_CASE("FX1: a mean says what it is the mean of") {
    const satisfaction_index items = compute(forms::fx1(), "F3", "", {"A"});
    CHECK(items.terms == std::vector<index_term>{{"c1", {8, 10}, 1}, {"c2", {6, 9}, 1}, {"c3", {7, 7}, 1}});
    const satisfaction_index factors = compute(forms::fx1(), "F4", "", {"A"});
    CHECK(factors.terms == std::vector<index_term>{{"f1", {exact("11/15"), 1}, 1}, {"f2", {1, 1}, 1}});
    CHECK(compute(forms::fx1(), "F2").terms.empty());
    CHECK(compute(forms::fx1(), "P3").terms == std::vector<index_term>{{"A", {21, 26}, 1}, {"B", {8, 11}, 1}});
}

TEST_CASE("FX1: blanks as unsatisfied") {
    questionnaire_description form = forms::fx1_description();
    form.missing.of[static_cast<std::size_t>(answer_state::blank)] = missing_policy::least_favourable;
    const tally counts = forms::fx1(questionnaire::create(form).value());
    CHECK(compute(counts, "F2", "", {"A"}).share == index_share{21, 30});
    CHECK(compute(counts, "F2", "", {"B"}).share == index_share{8, 12});
    CHECK(value(counts, "F7", "", {"A"}) == "11/3");  // (106 + 4) / 30
    CHECK(value(counts, "F9", "", {"A"}) == "2/3");   // 80 / 120
    CHECK(value(counts, "F1", "c3", {"A"}) == "7/10");
}

TEST_CASE("FX1: a question's own policy goes before the questionnaire's") {
    questionnaire_description form = forms::fx1_description();
    form.questions[2].missing[answer_state::blank] = missing_policy::least_favourable;
    const tally counts = forms::fx1(questionnaire::create(form).value());
    CHECK(compute(counts, "F2", "", {"A"}).share == index_share{21, 29});
}

TEST_CASE("FX1: two units become a group in six ways") {
    const tally counts = forms::fx1();
    CHECK(value(counts, "P1") == "29/37");
    CHECK(value(counts, "P2") == "1082/1365");
    CHECK(value(counts, "P3") == "439/572");
    CHECK(value(counts, "P4") == "139/180");
    CHECK(value(compute_index(counts, weighted(unit_aggregation::by_population))) == "731/900");
    CHECK(value(counts, "P6") == "50/63");
    for (const auto& [name, text] : {std::pair("P1", "78.38"), std::pair("P2", "79.27"), std::pair("P3", "76.75"),
                                     std::pair("P4", "77.22"), std::pair("P6", "79.37")}) {
        CHECK(printed(counts, name) == text);
    }
    CHECK(compute(counts, "P1").share == index_share{29, 37});
    CHECK(compute_index(counts, weighted(unit_aggregation::by_population)).terms ==
          std::vector<index_term>{{"A", {exact("37/45"), 1}, 9000}, {"B", {exact("13/18"), 1}, 1000}});
    CHECK(compute(counts, "P6").terms ==
          std::vector<index_term>{{"A", {exact("37/45"), 1}, 10}, {"B", {exact("13/18"), 1}, 4}});
}

TEST_CASE("FX1: an index says what it is") {
    const satisfaction_index index = compute(forms::fx1(), "P3", "f2");
    CHECK(index.questionnaire == "FX1");
    CHECK(index.survey_method == "test");
    CHECK(index.method == index_method{index_formula::pooled_answers, unit_aggregation::mean_of_units});
    CHECK(index.scope == "f2");
    CHECK(index.units == 2);
    CHECK_FALSE(index.clamped);
}

TEST_CASE("FX1: units are taken in the order in which they are named") {
    const satisfaction_index index = compute(forms::fx1(), "P3", "", {"B", "A"});
    REQUIRE(index.terms.size() == 2);
    CHECK(index.terms[0].code == "B");
    CHECK(value(index) == "439/572");
}
