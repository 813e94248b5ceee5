#include "parindex/survey/satisfaction_index.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace parindex;

TEST_CASE("every formula has an id, a name and a line that says what it divides") {
    std::set<std::string_view> ids;
    std::set<std::string_view> lines;
    for (int each = 0; each <= static_cast<int>(index_formula::complement); ++each) {
        const auto formula = static_cast<index_formula>(each);
        CHECK(index_formula_from(to_string(formula)) == formula);
        ids.insert(to_string(formula));
        lines.insert(describe(formula));
    }
    CHECK(ids == std::set<std::string_view>{"F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12",
                                            "F13", "F13_issued", "F16"});
    CHECK(lines.size() == ids.size());
    CHECK(index_formula_from("mean_of_items") == index_formula::mean_of_items);
    CHECK(index_formula_from("complement") == index_formula::complement);
    for (const char* unknown : {"", "F0", "F14", "F15", "f3", "F3 ", "P1"}) CHECK_FALSE(index_formula_from(unknown));
    CHECK(to_string(static_cast<index_formula>(99)).empty());
    CHECK(describe(static_cast<index_formula>(99)).empty());
}

TEST_CASE("aggregations by name, methods by P1 to P6") {
    for (const char* name : {"pooled", "mean_of_units", "by_population", "by_sample"}) {
        REQUIRE(unit_aggregation_from(name));
        CHECK(to_string(*unit_aggregation_from(name)) == name);
    }
    CHECK_FALSE(unit_aggregation_from("mean"));
    CHECK(to_string(static_cast<unit_aggregation>(9)).empty());
    CHECK(index_method_from("P2") == index_method{index_formula::mean_of_items, unit_aggregation::pooled});
    CHECK(index_method_from("P5") == index_method{index_formula::mean_of_items, unit_aggregation::by_population});
    for (const char* unknown : {"", "P0", "P7", "F2"}) CHECK_FALSE(index_method_from(unknown));
}
