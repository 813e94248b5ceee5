// Satisfaction indices and their points through the C interface: FX1, and what the C++ library says of it.
#include "surveys.hpp"

#include "parindex/parindex.hpp"

using namespace parindex_test;

namespace {

std::string value_of(const owned_tally& tally, const parindex_index_request& asked) {
    return number_of(compute(tally, asked), PARINDEX_INDEX_VALUE);
}

std::string of_unit(const owned_tally& tally, const char* unit, const char* formula, const char* scope = nullptr) {
    parindex_index_request asked = request(formula, "pooled", scope);
    asked.units = &unit;
    asked.unit_count = 1;
    return value_of(tally, asked);
}

parindex_status refused(const owned_tally& tally, const parindex_index_request& asked) {
    parindex_satisfaction_index* none = nullptr;
    const parindex_status status = parindex_satisfaction_index_compute(tally.get(), &asked, &none, nullptr);
    CHECK(none == nullptr);
    return status;
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
    std::string out(text);
    const size_t at = out.find(from);
    REQUIRE(at != std::string::npos);
    return out.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("FX1: every formula and aggregation") {
    const owned_tally tally = fx1_of_sheets();
    struct row {
        const char* formula;
        const char* scope;
        const char* a;
        const char* b;
    };
    for (const row& each : {row{"F1", "c1", "0.8", "0.75"}, row{"F1", "c2", "2/3", "0.75"}, row{"F1", "c3", "1", "2/3"},
                            row{"F2", nullptr, "21/26", "8/11"}, row{"F3", nullptr, "37/45", "13/18"},
                            row{"F3", "f1", "11/15", "0.75"}, row{"mean_of_items", nullptr, "37/45", "13/18"},
                            row{"F4", nullptr, "13/15", "17/24"}, row{"F7", nullptr, "53/13", "43/11"},
                            row{"F8", nullptr, "53/65", "43/55"}, row{"F9", nullptr, "10/13", "8/11"}}) {
        CAPTURE(each.formula);
        CHECK(of_unit(tally, "A", each.formula, each.scope) == each.a);
        CHECK(of_unit(tally, "B", each.formula, each.scope) == each.b);
    }
    CHECK(value_of(tally, request("P1")) == "29/37");
    CHECK(value_of(tally, request("P2")) == "1082/1365");
    CHECK(value_of(tally, request("P3")) == "439/572");
    CHECK(value_of(tally, request("P4")) == "139/180");
    CHECK(value_of(tally, request("P6")) == "50/63");
    CHECK(value_of(tally, request("F3", "mean_of_units")) == "139/180");
    const char* const units[] = {"A", "B"};
    const int64_t populations[] = {9000, 1000};
    parindex_index_request by_population = request("P5");
    by_population.units = units;
    by_population.populations = populations;
    by_population.unit_count = 2;
    CHECK(value_of(tally, by_population) == "731/900");
    CHECK(value_of(fx1_tally(), request("P3")) == "439/572");
}

TEST_CASE("an index says how it came about") {
    const owned_tally tally = fx1_of_sheets();
    const owned_index mean = compute(tally, request("P3"));
    const auto* const of = mean.get();
    CHECK(text_of(parindex_satisfaction_index_text, of, PARINDEX_TEXT_CODE) == "FX1");
    CHECK(text_of(parindex_satisfaction_index_text, of, PARINDEX_TEXT_METHOD) == "test");
    CHECK(text_of(parindex_satisfaction_index_text, of, PARINDEX_TEXT_FORMULA) == "F2");
    CHECK(text_of(parindex_satisfaction_index_text, of, PARINDEX_TEXT_AGGREGATION) == "mean_of_units");
    CHECK(text_of(parindex_satisfaction_index_text, of, PARINDEX_TEXT_SCOPE).empty());
    CHECK(parindex_satisfaction_index_unit_count(of) == 2);
    REQUIRE(parindex_satisfaction_index_term_count(of) == 2);
    CHECK(text_of(parindex_satisfaction_index_term_code, of, 0) == "A");
    CHECK(number_of(mean, PARINDEX_INDEX_NUMERATOR, 0) == "21");
    CHECK(number_of(mean, PARINDEX_INDEX_DENOMINATOR, 0) == "26");
    CHECK(number_of(mean, PARINDEX_INDEX_VALUE, 1) == "8/11");
    CHECK(number_of(mean, PARINDEX_INDEX_WEIGHT, 1) == "1");
    CHECK(number_of(mean, PARINDEX_INDEX_PERCENT) == "10975/143");
    parindex_decimal printed{};
    const std::string percent = number_of(mean, PARINDEX_INDEX_PERCENT);
    REQUIRE(parindex_decimal_round(percent.data(), percent.size(), 2, PARINDEX_ROUNDING_HALF_UP, &printed, nullptr,
                                   nullptr) == PARINDEX_OK);
    CHECK(printed.coefficient == 7675);

    const owned_index pooled = compute(tally, request("F2", "pooled", "f1"));
    CHECK(number_of(pooled, PARINDEX_INDEX_NUMERATOR) == "20");
    CHECK(number_of(pooled, PARINDEX_INDEX_DENOMINATOR) == "27");
    CHECK(text_of(parindex_satisfaction_index_text, pooled.get(), PARINDEX_TEXT_SCOPE) == "f1");
    CHECK(parindex_satisfaction_index_term_count(pooled.get()) == 0);
    char buffer[8];
    CHECK(parindex_satisfaction_index_number(pooled.get(), PARINDEX_NONE, PARINDEX_INDEX_WEIGHT, buffer, sizeof buffer,
                                             nullptr, nullptr) == PARINDEX_E_INVALID_ARGUMENT);
    CHECK(parindex_satisfaction_index_number(pooled.get(), 0, 0, buffer, sizeof buffer, nullptr, nullptr) ==
          PARINDEX_E_OUT_OF_RANGE);
}

TEST_CASE("an index outlives its tally and does not see what is added later") {
    owned_tally tally = fx1_of_sheets();
    const owned_index before = compute(tally, request("P1"));
    REQUIRE(parindex_tally_add_answers(tally.get(), 0, 0, 0, 100, nullptr) == PARINDEX_OK);
    CHECK(value_of(tally, request("P1")) == "29/137");
    tally.reset();
    CHECK(number_of(before, PARINDEX_INDEX_VALUE) == "29/37");
}

TEST_CASE("indices of a category of respondents") {
    const owned_questionnaire form = read_form(groups_json);
    const owned_tally tally = empty_tally(form, {"gioi"});
    const int32_t unit = unit_of(tally, "A");
    for (const auto& [category, place] : {std::pair<int32_t, uint8_t>{0, 2}, {1, 0}, {1, 2}, {PARINDEX_NONE, 0}}) {
        const std::array<uint8_t, 3> places{place, 4, place};
        parindex_answer_sheet sheet{};
        sheet.struct_size = sizeof sheet;
        sheet.places = places.data();
        sheet.categories = &category;
        REQUIRE(parindex_tally_add_sheet(tally.get(), unit, &sheet, nullptr) == PARINDEX_OK);
    }
    const auto of = [&](const char* group, const char* category) {
        parindex_index_request asked = request("F2", "pooled");
        asked.group = group;
        asked.category = category;
        return asked;
    };
    CHECK(value_of(tally, of(nullptr, nullptr)) == "0.5");
    CHECK(value_of(tally, of("gioi", "nam")) == "1");
    CHECK(value_of(tally, of("gioi", "nu")) == "0.5");
    CHECK(value_of(tally, of("gioi", "")) == "0");
    CHECK(refused(tally, of("gioi", "x")) == PARINDEX_E_UNKNOWN_OPTION);
    CHECK(refused(tally, of("tuoi", "tre")) == PARINDEX_E_UNKNOWN_OPTION);
    CHECK(refused(tally, of("", "nam")) == PARINDEX_E_UNKNOWN_OPTION);
    CHECK(value_of(tally, request("F5", "pooled")) == "0.5");
}

TEST_CASE("requests that cannot be met") {
    const owned_tally tally = fx1_tally();
    CHECK(refused(tally, request(nullptr, "pooled")) == PARINDEX_E_INVALID_ARGUMENT);
    CHECK(refused(tally, request("F99", "pooled")) == PARINDEX_E_INVALID_ARGUMENT);
    CHECK(refused(tally, request("F3")) == PARINDEX_E_INVALID_ARGUMENT);  // no default
    CHECK(refused(tally, request("P3", "pooled")) == PARINDEX_E_INVALID_ARGUMENT);
    CHECK(refused(tally, request("F3", "pooled", "x")) == PARINDEX_E_UNKNOWN_OPTION);
    CHECK(refused(tally, request("F5", "pooled")) == PARINDEX_E_FORMULA_NOT_APPLICABLE);
    CHECK(refused(tally, request("F6", "pooled")) == PARINDEX_E_FORMULA_NOT_APPLICABLE);  // whose answers they are
    CHECK(refused(tally, request("P5")) == PARINDEX_E_POPULATION_MISSING);
    parindex_index_request asked = request("P1");
    asked.clamp_at_zero = 2;
    CHECK(refused(tally, asked) == PARINDEX_E_INVALID_ARGUMENT);
    asked.clamp_at_zero = 0;
    const char* units[] = {"A", "A", "B"};
    int64_t populations[] = {1, -1, 0};
    asked.units = units;
    asked.unit_count = 2;
    CHECK(refused(tally, asked) == PARINDEX_E_DUPLICATE_UNIT);
    asked.unit_count = 3;
    CHECK(refused(tally, asked) == PARINDEX_E_UNKNOWN_UNIT);
    asked.unit_count = 0;
    CHECK(refused(tally, asked) == PARINDEX_E_INVALID_ARGUMENT);
    units[1] = "C";
    asked.unit_count = 2;
    CHECK(refused(tally, asked) == PARINDEX_E_UNKNOWN_UNIT);
    units[1] = "\xC3";
    CHECK(refused(tally, asked) == PARINDEX_E_INVALID_UTF8);
    units[1] = "B";
    asked.formula = "P5";
    asked.populations = populations;
    CHECK(refused(tally, asked) == PARINDEX_E_INVALID_COUNT);
    asked.units = nullptr;
    CHECK(refused(tally, asked) == PARINDEX_E_NULL_POINTER);
    asked.struct_size = 8;
    CHECK(refused(tally, asked) == PARINDEX_E_STRUCT_SIZE);
}

TEST_CASE("an index that nobody answered has no value") {
    const owned_questionnaire form = read_form(fx1_json);
    const owned_tally tally = empty_tally(form);
    unit_of(tally, "A");
    const owned_index none = compute(tally, request("P1"));
    CHECK(number_of(none, PARINDEX_INDEX_DENOMINATOR) == "0");
    char buffer[16];
    for (const int32_t which : {PARINDEX_INDEX_VALUE, PARINDEX_INDEX_PERCENT}) {
        CHECK(parindex_satisfaction_index_number(none.get(), PARINDEX_NONE, which, buffer, sizeof buffer, nullptr,
                                                 nullptr) == PARINDEX_E_NOTHING_ANSWERED);
    }
}

TEST_CASE("indices are compared where they are the same quantity, or where that is asked for") {
    const owned_tally tally = fx1_of_sheets();
    const owned_tally old = fx1_tally(replaced(fx1_json, "\"method\":\"test\"", "\"method\":\"2640\""));
    const owned_index pooled = compute(tally, request("P1"));
    const owned_index mean = compute(tally, request("P3"));
    const owned_index other_method = compute(old, request("P1"));
    CHECK(text_of(parindex_satisfaction_index_difference, pooled.get(), pooled.get(), 0) == "0");
    char buffer[32];
    const auto compared = [&](const owned_index& later, const owned_index& earlier, int32_t across) {
        parindex_error error = error_report();
        const parindex_status status = parindex_satisfaction_index_difference(later.get(), earlier.get(), across,
                                                                              buffer, sizeof buffer, nullptr, &error);
        CHECK((status == PARINDEX_OK) == (error.message[0] == '\0'));
        return status;
    };
    CHECK(compared(pooled, mean, 0) == PARINDEX_E_METHODS_DIFFER);
    CHECK(compared(pooled, other_method, 0) == PARINDEX_E_METHODS_DIFFER);
    CHECK(compared(pooled, other_method, 2) == PARINDEX_E_INVALID_ARGUMENT);
    CHECK(compared(pooled, mean, 1) == PARINDEX_OK);
    CHECK(std::string(buffer) == "345/21164");  // 29/37 - 439/572
    CHECK(compared(pooled, other_method, 1) == PARINDEX_OK);
    CHECK(std::string(buffer) == "0");
}

TEST_CASE("points of an index") {
    parindex_points_method method{sizeof method, PARINDEX_NONE, 0, 2, PARINDEX_ROUNDING_HALF_UP, 0, {10, 0, 0}};
    parindex_decimal points{-7, 0, 0};
    int32_t exact = -7;
    const auto points_of = [&](std::string_view index) {
        return parindex_survey_points(index.data(), index.size(), &method, &points, &exact, nullptr);
    };
    REQUIRE(points_of("0.9117") == PARINDEX_OK);  // Hà Tĩnh 2021
    CHECK(points.coefficient == 912);
    CHECK(points.scale == 2);
    CHECK(exact == 0);
    REQUIRE(points_of("899/1000") == PARINDEX_OK);  // Sơn La 2021
    CHECK(points.coefficient == 899);
    CHECK(exact == 1);
    // 89.449999...: 8.94, and 8.95 where the percentage is rounded before.
    REQUIRE(points_of("0.89449") == PARINDEX_OK);
    CHECK(points.coefficient == 894);
    method.percent_places = 1;
    method.percent_rounding = PARINDEX_ROUNDING_UP;
    REQUIRE(points_of("0.89449") == PARINDEX_OK);
    CHECK(points.coefficient == 895);
    points.coefficient = -7;
    CHECK(points_of("1.01") == PARINDEX_E_INVALID_SURVEY_POINTS);
    CHECK(points_of("-0.1") == PARINDEX_E_INVALID_SURVEY_POINTS);
    CHECK(points_of("1/0") == PARINDEX_E_DIVISION_BY_ZERO);
    CHECK(points_of("x") == PARINDEX_E_INVALID_NUMBER);
    method.rounding = 7;
    CHECK(points_of("0.5") == PARINDEX_E_INVALID_ARGUMENT);
    method.rounding = 0;
    method.places = 19;
    CHECK(points_of("0.5") == PARINDEX_E_INVALID_SCALE);
    method.places = 2;
    method.percent_places = -2;
    CHECK(points_of("0.5") == PARINDEX_E_INVALID_SCALE);
    method.percent_places = PARINDEX_NONE;
    method.maximum = {0, 0, 0};
    CHECK(points_of("0.5") == PARINDEX_E_INVALID_SURVEY_POINTS);
    method.struct_size = 8;
    CHECK(points_of("0.5") == PARINDEX_E_STRUCT_SIZE);
    CHECK(points.coefficient == -7);
}
