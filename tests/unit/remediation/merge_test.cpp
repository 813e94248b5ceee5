#include "parindex/remediation/merge.hpp"

#include "../findings.hpp"
#include "../son_la.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

/// A plan of which two people make their own editions.
struct editions {
    plan base = son_la_plan();
    plan mine = base;
    plan theirs = base;

    [[nodiscard]] merged_plan merge() const { return merge_plans(base, mine, theirs); }
    /// Merges where no conflict is expected.
    [[nodiscard]] plan agreed() const {
        const merged_plan out = merge();
        CHECK(out.conflicts.empty());
        return out.merged;
    }
};

std::vector<std::string> ids(const std::vector<task>& tasks) {
    std::vector<std::string> out;
    for (const task& each : tasks) out.push_back(each.id);
    return out;
}

using id_list = std::vector<std::string>;

}  // namespace

TEST_CASE("an edit of one side only is the result") {
    editions made;
    made.mine.sections[0].tasks[0].text = "Văn bản mới";
    std::swap(made.mine.sections[1], made.mine.sections[2]);
    made.mine.set.assumption = "chưa công bố";
    CHECK(merge_plans(made.base, made.base, made.mine).merged == made.mine);
    CHECK(merge_plans(made.base, made.base, made.mine).merged.set.assumption == "chưa công bố");
    CHECK(merge_plans(made.base, made.mine, made.base).merged == made.mine);
    const merged_plan alike = merge_plans(made.base, made.mine, made.mine);
    CHECK(alike.merged == made.mine);
    CHECK(alike.conflicts.empty());
}

TEST_CASE("edits of different values come together, also within one task") {
    editions made;
    made.mine.header.title = "KẾ HOẠCH KHẮC PHỤC";
    made.mine.sections[0].tasks[0].text = "Văn bản mới";
    made.mine.sections[0].tasks[0].roles.coordinating = {"Phòng A"};
    made.theirs.header.symbol = "KH-VP";
    made.theirs.sections[0].tasks[0].roles.lead = {"Phòng B"};
    made.theirs.sections[0].tasks[0].addresses[0].gain = points("0.5");
    made.theirs.sections[0].shortfalls[0].deductions[0].wording = "sáng kiến";
    const plan merged = made.agreed();
    CHECK(merged.header.title == "KẾ HOẠCH KHẮC PHỤC");
    CHECK(merged.header.symbol == "KH-VP");
    const task& both = merged.sections[0].tasks[0];
    CHECK(both.text == "Văn bản mới");
    CHECK(both.roles.coordinating == id_list{"Phòng A"});
    CHECK(both.roles.lead == id_list{"Phòng B"});
    CHECK(both.addresses[0].gain == points("0.5"));
    CHECK(merged.sections[0].shortfalls[0].deductions[0].wording == "sáng kiến");
}

TEST_CASE("what either side added stands behind the entry that it follows") {
    editions made;
    for (plan* each : {&made.base, &made.mine, &made.theirs}) each->sections[0].tasks.push_back(plan_task("Z", {"S1"}));
    made.mine.sections[0].tasks.push_back(plan_task("M", {"S1"}));
    auto& theirs = made.theirs.sections[0].tasks;
    theirs.insert(theirs.begin() + 1, plan_task("N", {"S1"}));
    theirs.insert(theirs.begin(), plan_task("F", {"S1"}));
    CHECK(ids(made.agreed().sections[0].tasks) == id_list{"F", "T1", "N", "Z", "M"});
}

TEST_CASE("what either side deleted is gone, and an order that one side changed holds") {
    editions made;
    std::reverse(made.mine.sections.begin(), made.mine.sections.end());
    std::erase_if(made.theirs.sections, [](const plan_section& each) { return each.field == "4"; });
    made.theirs.sections.push_back(son_la_section("3", {}));
    id_list fields;
    for (const plan_section& each : made.agreed().sections) fields.push_back(each.field);
    CHECK(fields == id_list{"8", "3", "7", "6", "5", "2", "1"});
    std::swap(made.mine, made.theirs);
    fields.clear();
    for (const plan_section& each : made.agreed().sections) fields.push_back(each.field);
    CHECK(fields == id_list{"8", "3", "7", "6", "5", "2", "1"});
}

TEST_CASE("two edits of one value are a conflict and mine is kept") {
    editions made;
    made.mine.sections[1].tasks[0].when = {timing_kind::on, std::nullopt, parse_iso_date("2022-05").value};
    made.theirs.sections[1].tasks[0].when = {timing_kind::quarterly, std::nullopt, std::nullopt};
    made.mine.purposes = {"Một", "Hai"};
    made.theirs.purposes = {"Ba"};
    made.theirs.header.number = 13;
    made.mine.header.number.reset();
    const merged_plan out = made.merge();
    CHECK(out.merged == made.mine);
    REQUIRE(out.conflicts.size() == 3);
    CHECK(out.conflicts[0].what == "/header/number");
    CHECK(out.conflicts[0].base == "12");
    CHECK(out.conflicts[0].mine == "");
    CHECK(out.conflicts[0].theirs == "13");
    CHECK(out.conflicts[1].what == "/purposes");
    CHECK(out.conflicts[1].mine == "[Một; Hai]");
    CHECK(out.conflicts[2].what == "/sections/2/tasks/T2/timing");
    CHECK(out.conflicts[2].base == "{kind: continuous}");
    CHECK(out.conflicts[2].mine == "{kind: on, last: 2022-05}");
    CHECK(out.conflicts[2].theirs == "{kind: quarterly}");
}

TEST_CASE("deleting what the other side changed is a conflict") {
    editions made;
    made.mine.sections[0].tasks.clear();
    made.theirs.sections[0].tasks[0].text = "Văn bản mới";
    merged_plan out = made.merge();
    CHECK(out.merged.sections[0].tasks.empty());
    REQUIRE(out.conflicts.size() == 1);
    CHECK(out.conflicts[0].what == "/sections/1/tasks/T1");
    CHECK(out.conflicts[0].base.has_value());
    CHECK_FALSE(out.conflicts[0].mine.has_value());
    CHECK(out.conflicts[0].theirs->find("text: Văn bản mới") != std::string::npos);

    out = merge_plans(made.base, made.theirs, made.mine);
    CHECK(out.merged == made.theirs);
    REQUIRE(out.conflicts.size() == 1);
    CHECK_FALSE(out.conflicts[0].theirs.has_value());
}

TEST_CASE("two additions with one id are a conflict unless they are the same") {
    editions made;
    made.mine.sections[0].tasks.push_back(plan_task("T/~", {"S1"}));
    made.theirs = made.mine;
    made.mine.introduction = "Mở đầu";
    CHECK(made.agreed().sections[0].tasks.size() == 2);
    made.theirs.sections[0].tasks[1].text = "khác";
    const merged_plan out = made.merge();
    CHECK(out.merged == made.mine);
    REQUIRE(out.conflicts.size() == 1);
    CHECK(out.conflicts[0].what == "/sections/1/tasks/T~1~0");
    CHECK_FALSE(out.conflicts[0].base.has_value());
}

TEST_CASE("two different orders are a conflict") {
    editions made;
    std::swap(made.mine.sections[0], made.mine.sections[1]);
    std::swap(made.theirs.sections[1], made.theirs.sections[2]);
    const merged_plan out = made.merge();
    CHECK(out.merged == made.mine);
    REQUIRE(out.conflicts.size() == 1);
    CHECK(out.conflicts[0].what == "/sections/order");
    CHECK(out.conflicts[0].theirs == "1, 4, 2, 5, 6, 7, 8");
}

TEST_CASE("a chapter that both sides added or one deleted") {
    editions made;
    made.mine.satisfaction = satisfaction_chapter{"", {plan_task("A", {})}};
    made.theirs.satisfaction = satisfaction_chapter{"Chỉ số hài lòng", {plan_task("B", {})}};
    CHECK(made.agreed().satisfaction->title == "Chỉ số hài lòng");
    CHECK(ids(made.agreed().satisfaction->tasks) == id_list{"B", "A"});
    made.base.satisfaction = made.mine.satisfaction;
    made.mine.satisfaction.reset();
    const merged_plan out = made.merge();
    CHECK_FALSE(out.merged.satisfaction);
    REQUIRE(out.conflicts.size() == 1);
    CHECK(out.conflicts[0].what == "/satisfaction");
}

TEST_CASE("entries with one id, which no checked plan has, are not lost") {
    editions made;
    made.base.sections[0].tasks.push_back(plan_task("T1", {}));
    made.mine = made.theirs = made.base;
    made.mine.sections[0].tasks[1].text = "khác";
    made.theirs.sections[0].tasks[0].text = "mới";
    const plan merged = made.agreed();
    REQUIRE(merged.sections[0].tasks.size() == 2);
    CHECK(merged.sections[0].tasks[0].text == "mới");
    CHECK(merged.sections[0].tasks[1].text == "khác");
}
