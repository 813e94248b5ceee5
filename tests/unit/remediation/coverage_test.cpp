#include "parindex/remediation/coverage.hpp"

#include "../findings.hpp"
#include "../son_la.hpp"
#include "parindex/support/limits.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

using codes_found = std::vector<error_code>;

evaluation son_la() {
    return evaluate(son_la_set(), son_la_assessment()).value();
}

/// Every point that is lost is either covered or named.
void check_balance(const coverage& found) {
    ratio open;
    for (const uncovered_deduction& each : found.uncovered) open += each.amount;
    CHECK(found.covered + open == found.lost);
    CHECK(found.complete() == (found.covered == found.lost));
    part_coverage parts;
    for (const part_coverage& each : found.parts) {
        parts.lost += each.lost;
        parts.covered += each.covered;
    }
    CHECK(parts.lost == found.lost);
    CHECK(parts.covered == found.covered);
    field_coverage fields;
    for (const field_coverage& each : found.fields) {
        fields.lost += each.lost;
        fields.covered += each.covered;
    }
    CHECK(fields.lost == found.lost);
    CHECK(fields.covered == found.covered);
}

}  // namespace

TEST_CASE("every point that Sơn La lost has a task") {
    const coverage found = cover(son_la_plan(), son_la());
    CHECK(found.lost == exact("5.48"));
    CHECK(found.covered == exact("5.48"));
    CHECK(found.complete());
    CHECK(found.findings.empty());
    check_balance(found);
}

TEST_CASE("without the task of public finance 5.22 of 5.48 points are covered and the 0.26 is named") {
    plan planned = son_la_plan();
    section_of(planned, "6").tasks.clear();
    const coverage found = cover(planned, son_la());
    CHECK(found.covered == exact("5.22"));
    CHECK(found.lost == exact("5.48"));
    REQUIRE(found.uncovered.size() == 1);
    CHECK(found.uncovered[0].amount == exact("0.26"));
    CHECK(found.uncovered[0].node == son_la_set().find("6.1"));
    CHECK(found.uncovered[0].shortfall == "S6");
    REQUIRE(codes(found.findings) == codes_found{error_code::shortfall_without_task});
    CHECK(found.findings[0].level == severity::error);
    CHECK(found.findings[0].criterion == "6.1");
    CHECK(found.findings[0].message.find("0.26") != std::string::npos);
    check_balance(found);
}

TEST_CASE("a deduction that no shortfall names is uncovered") {
    plan planned = son_la_plan();
    section_of(planned, "6").shortfalls.clear();
    section_of(planned, "6").tasks[0].addresses.clear();
    const coverage found = cover(planned, son_la());
    REQUIRE(found.uncovered.size() == 1);
    CHECK(found.uncovered[0].shortfall.empty());
    CHECK(codes(found.findings) == codes_found{error_code::improvement_task, error_code::loss_without_shortfall});
    CHECK(found.findings[0].level == severity::note);
    check_balance(found);
}

TEST_CASE("a plan without sections covers nothing") {
    plan planned = son_la_plan();
    planned.sections.clear();
    const coverage found = cover(planned, son_la());
    CHECK(found.covered == 0);
    CHECK(found.uncovered.size() == 15);
    CHECK(count(found.findings, error_code::loss_without_shortfall) == 15);
    check_balance(found);
}

TEST_CASE("two tasks on one shortfall cover it once") {
    plan planned = son_la_plan();
    section_of(planned, "6").tasks.push_back(plan_task("T6b", {"S6", "S7"}));
    const coverage found = cover(planned, son_la());
    CHECK(found.covered == exact("5.48"));
    CHECK(found.findings.empty());
}

TEST_CASE("a task of another section or of the satisfaction chapter covers a shortfall") {
    plan planned = son_la_plan();
    section_of(planned, "6").tasks.clear();
    planned.satisfaction = satisfaction_chapter{"", {plan_task("T9", {"S6"})}};
    CHECK(cover(planned, son_la()).complete());
}

TEST_CASE("gains on one shortfall may reach its loss and not pass it") {
    plan planned = son_la_plan();
    section_of(planned, "6").tasks[0].addresses[0].gain = points("0.26");
    CHECK(cover(planned, son_la()).findings.empty());
    section_of(planned, "6").tasks.push_back(plan_task("T6b", {"S6"}));
    section_of(planned, "6").tasks[1].addresses[0].gain = points("0.01");
    const coverage found = cover(planned, son_la());
    REQUIRE(codes(found.findings) == codes_found{error_code::gain_above_loss});
    CHECK(found.findings[0].message == "tasks expect to win back 0.27 on shortfall \"S6\", which lost only 0.26");
    CHECK(found.findings[0].level == severity::error);
}

TEST_CASE("deadlines that are all continuous, a blank number and a blank date are warnings") {
    plan planned = son_la_plan();
    planned.sections[0].tasks[0].when.kind = timing_kind::continuous;
    planned.header.number.reset();
    planned.header.issued = parse_iso_date("2022").value;
    const coverage found = cover(planned, son_la());
    CHECK(codes(found.findings) ==
          codes_found{error_code::only_continuous_deadlines, error_code::blank_number, error_code::blank_date});
    for (const diagnostic& each : found.findings) CHECK(each.level == severity::warning);
    CHECK(found.complete());
}

TEST_CASE("a plan without tasks has no deadlines to warn about") {
    plan planned = son_la_plan();
    for (plan_section& each : planned.sections) each.tasks.clear();
    CHECK(count(cover(planned, son_la()).findings, error_code::only_continuous_deadlines) == 0);
}

TEST_CASE("a mark that was raised to the maximum leaves an idle shortfall") {
    assessment marks = son_la_assessment();
    mark_of(marks, "6.1") = scored("6.1", scoring_round::survey, "3");
    const coverage found = cover(son_la_plan(), evaluate(son_la_set(), marks).value());
    CHECK(found.lost == exact("5.22"));
    CHECK(found.complete());
    REQUIRE(codes(found.findings) == codes_found{error_code::shortfall_without_loss});
    CHECK(found.findings[0].level == severity::warning);
    CHECK(found.findings[0].criterion == "6.1");
}

TEST_CASE("a criterion without a mark is no idle shortfall") {
    assessment marks = son_la_assessment();
    std::erase_if(marks.marks, [](const mark& each) { return each.criterion == "6.1"; });
    const coverage found = cover(son_la_plan(), evaluate(son_la_set(), marks).value());
    CHECK(found.lost == exact("5.22"));
    CHECK(found.findings.empty());
}

TEST_CASE("a criterion known only by its loss is no idle shortfall while it has no mark") {
    assessment marks = son_la_assessment();
    std::erase_if(marks.marks, [](const mark& each) { return each.criterion == "1.1"; });
    CHECK(cover(son_la_plan(), evaluate(son_la_set(), marks).value()).findings.empty());
    marks.marks.push_back(lost("1.1", scoring_round::appraisal, "0"));
    CHECK(codes(cover(son_la_plan(), evaluate(son_la_set(), marks).value()).findings) ==
          codes_found{error_code::shortfall_without_loss});
}

TEST_CASE("an improvement task is noted") {
    plan planned = son_la_plan();
    planned.satisfaction = satisfaction_chapter{"", {plan_task("T9", {})}};
    const coverage found = cover(planned, son_la());
    REQUIRE(codes(found.findings) == codes_found{error_code::improvement_task});
    CHECK(found.findings[0].level == severity::note);
    CHECK(found.complete());
}

TEST_CASE("a plan for another year than the marks is an error") {
    plan planned = son_la_plan();
    planned.year = 2022;
    const coverage found = cover(planned, son_la());
    CHECK(codes(found.findings) == codes_found{error_code::year_mismatch});
    CHECK(found.complete());
}

TEST_CASE("what each part and field lost is attributed, and what surveys found is no matter of documents") {
    plan planned = son_la_plan();
    section_of(planned, "5").tasks.clear();
    const coverage found = cover(planned, son_la());
    check_balance(found);
    REQUIRE(found.parts.size() == 3);
    CHECK(found.parts[0].lost == exact("2.89"));
    CHECK(found.parts[0].covered == exact("0.89"));
    CHECK(found.parts[0].mendable_by_document);
    CHECK(found.parts[1].lost == exact("1.58"));
    CHECK_FALSE(found.parts[1].mendable_by_document);
    CHECK(found.parts[2].lost == exact("1.01"));
    CHECK_FALSE(found.parts[2].mendable_by_document);
    REQUIRE(found.fields.size() == 8);
    CHECK(found.fields[4].field == son_la_set().find("5"));
    CHECK(found.fields[4].lost == exact("2.28"));
    CHECK(found.fields[4].covered == 0);
    CHECK(found.fields[4].lost_in_surveys == exact("0.28"));
    CHECK(found.fields[2].lost == 0);
}

TEST_CASE("tasks that are blank or dropped cover nothing, and those to be written are reported") {
    plan planned = son_la_plan();
    task& only_task = section_of(planned, "6").tasks[0];
    only_task.text = " ";
    only_task.roles = {};
    coverage found = cover(planned, son_la());
    CHECK(found.covered == exact("5.22"));
    CHECK(codes(found.findings) == codes_found{error_code::unfinished, error_code::shortfall_without_task});
    CHECK(found.findings[0].level == severity::error);
    CHECK(found.findings[0].message == "task \"T6\" is still to be written: its text, and who leads or implements it");
    CHECK(found.findings[1].message.find("only blank or dropped tasks") != std::string::npos);

    only_task.status = task_status::dropped;
    only_task.addresses[0].gain = points("3");
    CHECK(codes(cover(planned, son_la()).findings) == codes_found{error_code::shortfall_without_task});

    planned = son_la_plan();
    section_of(planned, "6").tasks[0].roles = {{}, {}, {}, {"Phòng A"}};
    found = cover(planned, son_la());
    CHECK(found.complete());
    CHECK(codes(found.findings) == codes_found{error_code::unfinished});
}

TEST_CASE("texts of the head that are to be written are reported") {
    plan planned = son_la_plan();
    planned.agency.clear();
    planned.header.symbol.clear();
    planned.signed_by.post.clear();
    const diagnostics found = cover(planned, son_la()).findings;
    REQUIRE(codes(found) == codes_found(3, error_code::unfinished));
    CHECK(found[1].level == severity::error);
    CHECK(found[1].message == "the symbol of the header is still to be written");
    CHECK(found[1].where.pointer == "/header/symbol");
}

TEST_CASE("milestones make a continuous task one that can be checked") {
    plan planned = son_la_plan();
    planned.sections[0].tasks[0].when.kind = timing_kind::continuous;
    planned.sections[3].tasks[0].milestones = {{"Dự thảo", parse_iso_date("2022-06").value, std::nullopt, {}}};
    CHECK(cover(planned, son_la()).findings.empty());
}

TEST_CASE("a plan of another unit is noticed, by its code or by a name that cannot be the unit's") {
    const auto found = [](const std::string& agency, const std::string& unit, const std::string& code = "") {
        assessment marks = son_la_assessment();
        marks.unit.name = unit;
        plan planned = son_la_plan();
        planned.agency = agency;
        planned.unit = code;
        return codes(cover(planned, evaluate(son_la_set(), marks).value()).findings);
    };
    const std::string office = "Văn phòng Ủy ban nhân dân tỉnh Sơn La";
    CHECK(found("Văn phòng UBND tỉnh", office).empty());
    CHECK(found(office, "VP UBND tỉnh").empty());
    CHECK(found("VP UBND tỉnh Sơn La", "Văn phòng Ủy ban nhân dân tỉnh").empty());
    CHECK(found("VĂN PHÒNG UỶ BAN NHÂN DÂN", office).empty());
    CHECK(found("Sở Nội vụ tỉnh Sơn La", "Sở Nội vụ").empty());
    const auto other = codes_found{error_code::agency_mismatch};
    CHECK(found("Sở Nội vụ", office) == other);
    CHECK(found("Sở Tài chính", "Sở Tư pháp") == other);
    CHECK(found("Văn phòng HĐND tỉnh", office) == other);
    CHECK(found("UBND huyện Mai Sơn", "UBND huyện Yên Châu") == other);
    CHECK(found("Sở Nội vụ", office, "VPUB").empty());
    CHECK(found("Văn phòng UBND tỉnh", office, "SNV") == codes_found{error_code::unit_mismatch});
}

TEST_CASE("no number of notes and warnings crowds out an error") {
    plan planned = son_la_plan();
    satisfaction_chapter& chapter = planned.satisfaction.emplace();
    for (int index = 0; index < 1000; ++index) chapter.tasks.push_back(plan_task("N" + std::to_string(index), {}));
    planned.header.number.reset();
    section_of(planned, "6").tasks.clear();
    const diagnostics found = cover(planned, son_la()).findings;
    REQUIRE(found.size() == limits::diagnostics + 1);
    CHECK(only(found, error_code::shortfall_without_task).level == severity::error);
    CHECK(found[limits::diagnostics - 1].code == error_code::blank_number);
    CHECK(found[limits::diagnostics - 1].level == severity::warning);
    CHECK(found.back().message == "802 further findings are not listed");
    CHECK(found.back().level == severity::error);
}

TEST_CASE("a list of notes alone stays one of notes") {
    plan planned = son_la_plan();
    satisfaction_chapter& chapter = planned.satisfaction.emplace();
    for (int index = 0; index < 300; ++index) chapter.tasks.push_back(plan_task("N" + std::to_string(index), {}));
    const diagnostics found = cover(planned, son_la()).findings;
    CHECK(found.back().message == "100 further findings are not listed");
    CHECK(found.back().level == severity::note);
}
