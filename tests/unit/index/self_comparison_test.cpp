#include "parindex/index/self_comparison.hpp"

#include "../findings.hpp"
#include "../son_la.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

constexpr scoring_round self = scoring_round::self;
constexpr scoring_round appraisal = scoring_round::appraisal;

criteria_description described(std::vector<criterion> fields) {
    criteria_description out;
    out.key = son_la_key();
    out.name = "self";
    out.parts = {{"a", "appraised", {scorer::unit, scorer::appraiser}, std::nullopt, {}},
                 {"s", "surveyed", {scorer::survey}, std::nullopt, {}},
                 {"u", "the unit alone", {scorer::unit}, std::nullopt, {}}};
    out.fields = std::move(fields);
    return out;
}

self_comparison compared(const criteria_description& set, const assessment& marks) {
    return compare_self(evaluate(criteria_set::create(set).value(), marks).value(), marks);
}

assessment marked(std::vector<mark> marks) {
    assessment out;
    out.set = son_la_key();
    out.unit = {"HT", "Hà Tĩnh", {}, {}};
    out.year = 2021;
    out.marks = std::move(marks);
    return out;
}

}  // namespace

TEST_CASE("self and counted marks are compared over the leaves that both may score") {
    const criteria_description set = described({leaf("1", "a", "10"), leaf("2", "a", "5"), leaf("3", "a", "4"),
                                                leaf("4", "s", "8"), leaf("5", "u", "2"), leaf("6", "a", "1")});
    const self_comparison found = compared(
        set,
        marked({scored("1", self, "10"), scored("1", appraisal, "7.5"), scored("1", scoring_round::re_appraisal, "8"),
                lost("2", self, "0"), lost("2", appraisal, "0"), scored("3", self, "4"),
                scored("4", scoring_round::survey, "6"), scored("5", self, "2"), scored("6", appraisal, "1")}));
    CHECK(found.leaves == 2);
    CHECK(found.maximum == exact("15"));
    CHECK(found.self == exact("15"));
    CHECK(found.counted == exact("13"));
    REQUIRE(found.differing.size() == 1);
    CHECK(found.differing[0].self == exact("10"));
    CHECK(found.differing[0].counted == exact("8"));
    CHECK(found.only_self == 1);
    CHECK(found.only_counted == 1);
    CHECK(found.self_total == exact("21"));
}

TEST_CASE("a printed self score over lines that add up to less is reported, not mended") {
    // Hà Tĩnh 2021: 83.05 of 85 is printed; its seven lines add up to 83.0.
    criteria_description set = described({leaf("s", "s", "15"), leaf("u", "u", "0")});
    assessment marks = marked({});
    const char* const maxima[] = {"11", "10.5", "13", "10", "14.5", "9.5", "16.5"};
    const char* const scores[] = {"11", "10.5", "12", "10", "13.5", "9.5", "16.5"};
    for (std::size_t field = 0; field < 7; ++field) {
        const std::string code = std::to_string(field + 1);
        set.fields.push_back(leaf(code, "a", maxima[field]));
        marks.marks.push_back(scored(code, self, scores[field]));
    }
    marks.published.self_total = points("83.05");
    const self_comparison found = compared(set, marks);
    CHECK(found.self_total == exact("83"));
    const diagnostics told = check_self_total(marks, found);
    REQUIRE(codes(told) == std::vector{error_code::published_mismatch});
    CHECK(told[0].level == severity::warning);
    CHECK(told[0].message == "the self score is published as 83.05 but its marks add up to 83");
    marks.published.self_total = points("83");
    CHECK(check_self_total(marks, found).empty());
}
