#include "parindex/criteria/set_changes.hpp"

#include "../findings.hpp"
#include "../son_la.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

criteria_description described() {
    criteria_description out;
    out.key = son_la_key();
    out.name = "set";
    out.parts = {{"a", "appraised", {scorer::appraiser}, std::nullopt, {}},
                 {"s", "surveyed", {scorer::survey}, std::nullopt, {}}};
    out.fields = {group("1", "", {leaf("1.1", "a", "2"), leaf("1.2", "s", "10.05")}),
                  group("2", "", {leaf("2.1", "a", "1")})};
    return out;
}

std::vector<std::string> told(const criteria_description& before, const criteria_description& after) {
    std::vector<std::string> out;
    for (const set_change& each :
         compare_sets(criteria_set::create(before).value(), criteria_set::create(after).value())) {
        out.push_back(std::to_string(static_cast<int>(each.kind)) + ' ' + each.criterion + ": " + each.before + " -> " +
                      each.after);
    }
    return out;
}

using lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a set compared with itself has no change") {
    CHECK(told(described(), described()).empty());
}

TEST_CASE("a misprinted maximum is corrected, and the sums above it follow") {
    criteria_description after = described();
    after.key.number = "1692/QĐ-UBND";
    after.amends = son_la_key();
    after.fields[0].children[1].maximum = printed("10.5");
    CHECK(told(described(), after) == lines{"4 : 13.05 -> 13.5", "4 1: 12.05 -> 12.5", "4 1.2: 10.05 -> 10.5"});
}

TEST_CASE("criteria that come, go, move and change") {
    criteria_description after = described();
    criterion moved = after.fields[1].children[0];
    moved.name = "another name";
    moved.part = "s";
    moved.evidence = {"Báo cáo"};
    moved.not_applicable = not_applicable_policy::full;
    moved.minimum = printed("-1");
    after.fields[0].children = {leaf("1.1", "a", "2"), leaf("1.3", "s", "10.05"), moved};
    after.fields.pop_back();
    CHECK(told(described(), after) == lines{"4 1: 12.05 -> 13.05", "0 1.3:  -> criterion 1.3",
                                            "2 2.1: criterion 2.1 -> another name", "3 2.1: 2 -> 1", "5 2.1:  -> -1..",
                                            "6 2.1: a -> s", "7 2.1: forbidden -> full", "8 2.1:  -> Báo cáo",
                                            "1 1.2: criterion 1.2 -> ", "1 2: criterion 2 -> "});
}
