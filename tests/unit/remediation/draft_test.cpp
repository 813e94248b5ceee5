#include "parindex/remediation/draft.hpp"

#include "../findings.hpp"
#include "../son_la.hpp"
#include "parindex/remediation/coverage.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

evaluation evaluated(const assessment& marks) {
    return evaluate(son_la_set(), marks).value();
}
evaluation son_la() {
    return evaluated(son_la_assessment());
}

std::vector<std::string> fields_of(const plan& planned) {
    std::vector<std::string> out;
    for (const plan_section& each : planned.sections) out.push_back(each.field);
    return out;
}

}  // namespace

TEST_CASE("a draft has a section for each field that lost points and a shortfall and task for each deduction") {
    const plan drafted = draft_plan(son_la());
    CHECK(drafted.set == son_la_key());
    CHECK(drafted.year == 2021);
    CHECK(drafted.unit == "VPUB");
    CHECK(drafted.agency == "Văn phòng UBND tỉnh");
    CHECK(drafted.header.issued == date{2022, {}, {}});
    CHECK(fields_of(drafted) == std::vector<std::string>{"1", "2", "4", "5", "6", "7", "8"});
    const plan_section& first = drafted.sections[0];
    REQUIRE(first.shortfalls.size() == 3);
    CHECK(first.shortfalls[1] == shortfall{"S1.2.1", "1", {{"1.2.1", "", {}}}, "", {}});
    REQUIRE(first.tasks.size() == 3);
    CHECK(first.tasks[1].id == "T1.2.1");
    CHECK(first.tasks[1].text.empty());
    CHECK(first.tasks[1].addresses == std::vector<task_link>{{"S1.2.1", std::nullopt, {}}});
}

TEST_CASE("a draft is no bad plan, but covers nothing until its texts are written") {
    plan drafted = draft_plan(son_la());
    CHECK(check(drafted, son_la_set()).empty());
    const coverage blank = cover(drafted, son_la());
    CHECK(blank.covered == 0);
    CHECK(count(blank.findings, error_code::shortfall_without_task) == 15);
    CHECK(count(blank.findings, error_code::unfinished) == 15 + 6);

    drafted.header = son_la_plan().header;
    drafted.signed_by = son_la_plan().signed_by;
    for (plan_section& section : drafted.sections) {
        for (task& each : section.tasks) {
            each.text = "Rà soát";
            each.roles.lead = {"Phòng A"};
            each.when.kind = timing_kind::quarterly;
        }
    }
    const coverage written = cover(drafted, son_la());
    CHECK(written.complete());
    CHECK(written.findings.empty());
}

TEST_CASE("what is known of a plan ahead is in its draft") {
    draft_options options;
    options.agency = "Văn phòng";
    options.header = son_la_plan().header;
    options.signed_by = {"Chánh Văn phòng", "Nguyễn Văn A"};
    const plan drafted = draft_plan(son_la(), options);
    CHECK(drafted.agency == "Văn phòng");
    CHECK(drafted.header == options.header);
    CHECK(drafted.signed_by == options.signed_by);
}

TEST_CASE("a unit that lost nothing has a plan without sections") {
    assessment marks = son_la_assessment();
    for (mark& each : marks.marks) {
        each.score.reset();
        each.loss = printed("0");
    }
    CHECK(draft_plan(evaluated(marks)).sections.empty());
}

TEST_CASE("drafting again changes nothing, of a draft and of a plan that people wrote") {
    for (const plan& planned : {draft_plan(son_la()), son_la_plan()}) {
        const redrafted_plan again = redraft(planned, son_la());
        CHECK(again.updated == planned);
        CHECK(again.added.empty());
        CHECK(again.orphaned.empty());
    }
}

TEST_CASE("after a change of marks the texts stay, and what is new and what has lost its object is listed") {
    plan planned = son_la_plan();
    std::erase_if(planned.sections, [](const plan_section& each) { return each.field == "4" || each.field == "8"; });
    section_of(planned, "7").shortfalls[0].deductions.pop_back();  // 7.4
    section_of(planned, "6").shortfalls[0].cause = "Nguyên nhân do người viết";
    assessment marks = son_la_assessment();
    mark_of(marks, "6.1") = scored("6.1", scoring_round::survey, "3");
    redrafted_plan again = redraft(planned, evaluated(marks));

    CHECK(fields_of(again.updated) == std::vector<std::string>{"1", "2", "4", "5", "6", "7", "8"});
    std::vector<std::string> added;
    for (const drafted_deduction& each : again.added) added.push_back(son_la_set().at(each.node).code);
    CHECK(added == std::vector<std::string>{"4.1", "4.2", "7.4", "8.1"});
    CHECK(again.added[2].amount == exact("0.22"));
    REQUIRE(again.orphaned.size() == 1);
    CHECK(again.orphaned[0].shortfall == "S6");
    CHECK(section_of(again.updated, "6") == section_of(planned, "6"));  // its texts stay although it lost nothing
    const plan_section& last = section_of(again.updated, "7");
    REQUIRE(last.shortfalls.size() == 2);
    CHECK(last.shortfalls[0] == section_of(planned, "7").shortfalls[0]);
    CHECK(last.shortfalls[1].id == "S7.4");
    CHECK(last.tasks[1].id == "T7.4");
    CHECK(check(again.updated, son_la_set()).empty());
    CHECK(redraft(again.updated, evaluated(marks)).updated == again.updated);
}

TEST_CASE("sections that people put into another order stay in it") {
    plan planned = son_la_plan();
    std::reverse(planned.sections.begin(), planned.sections.end());
    std::erase_if(planned.sections, [](const plan_section& each) { return each.field == "5"; });
    CHECK(fields_of(redraft(planned, son_la()).updated) == std::vector<std::string>{"5", "8", "7", "6", "4", "2", "1"});
}

TEST_CASE("an id that people gave to something else is not given again") {
    plan planned = son_la_plan();
    section_of(planned, "6").shortfalls[0].id = "S7.4";
    section_of(planned, "6").tasks[0].id = "T7.4";
    section_of(planned, "6").tasks[0].addresses[0].shortfall = "S7.4";
    section_of(planned, "7").shortfalls[0].deductions.pop_back();
    const redrafted_plan again = redraft(planned, son_la());
    REQUIRE(again.added.size() == 1);
    CHECK(again.added[0].shortfall == "S7.4-2");
    CHECK(check(again.updated, son_la_set()).empty());
}

TEST_CASE("a shortfall has not lost its object while its criterion has no mark") {
    assessment marks = son_la_assessment();
    std::erase_if(marks.marks, [](const mark& each) { return each.criterion == "6.1" || each.criterion == "1.1"; });
    CHECK(redraft(son_la_plan(), evaluated(marks)).orphaned.empty());
}
