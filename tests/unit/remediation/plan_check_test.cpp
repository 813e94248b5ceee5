#include "../findings.hpp"
#include "../son_la.hpp"
#include "parindex/remediation/plan.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

using codes_found = std::vector<error_code>;

codes_found codes_of(const plan& planned) {
    return codes(check(planned, son_la_set()));
}

}  // namespace

TEST_CASE("the plan of Sơn La has nothing that contradicts its set") {
    CHECK(codes_of(son_la_plan()).empty());
}

TEST_CASE("a plan about another set is refused and both sets are named") {
    plan planned = son_la_plan();
    planned.set.issuer = "UBND tỉnh Quảng Nam";
    const diagnostics found = check(planned, son_la_set());
    REQUIRE(codes(found) == codes_found{error_code::set_mismatch});
    CHECK(found[0].message.find("UBND tỉnh Quảng Nam") != std::string::npos);
    CHECK(found[0].message.find("UBND tỉnh Sơn La") != std::string::npos);
}

TEST_CASE("a section speaks about a field of the set") {
    plan planned = son_la_plan();
    planned.sections.push_back(son_la_section("9", {}));
    CHECK(codes_of(planned) == codes_found{error_code::unknown_code});
    planned.sections.back() = son_la_section("1.2", {});
    CHECK(codes_of(planned) == codes_found{error_code::unknown_code});
    planned.sections.back() = son_la_section("1", {});
    planned.sections.back().shortfalls[0].id = "another";
    planned.sections.back().tasks = {plan_task("another", {"another"})};
    CHECK(codes_of(planned) == codes_found{error_code::duplicate_code});
}

TEST_CASE("a shortfall names leaves of its field") {
    plan planned = son_la_plan();
    auto& named = section_of(planned, "6").shortfalls[0].deductions;
    named = {{"6.9", "", {}}};
    CHECK(codes_of(planned) == codes_found{error_code::unknown_code});
    named = {{"6", "", {}}};
    CHECK(codes_of(planned) == codes_found{error_code::not_a_leaf});
    named = {{"6.R", "", {}}};
    CHECK(codes_of(planned) == codes_found{error_code::not_a_leaf});
    section_of(planned, "8").shortfalls[0].deductions.clear();
    named = {{"8.1", "", {}}};
    CHECK(codes_of(planned) == codes_found{error_code::invalid_value});
}

TEST_CASE("a deduction belongs to one shortfall") {
    plan planned = son_la_plan();
    plan_section& section = section_of(planned, "7");
    section.shortfalls.push_back({"S7b", "7", {{"7.4", "", {}}}, "", {}});
    const diagnostics found = check(planned, son_la_set());
    CHECK(codes(found) == codes_found{error_code::deduction_in_two_shortfalls});
    CHECK(found[0].message == "criterion \"7.4\" of shortfall \"S7b\": the shortfall \"S7\" names it too");
    section.shortfalls = {{"S7", "7", {{"7.4", "", {}}, {"7.4", "", {}}}, "", {}}};
    CHECK(codes_of(planned) == codes_found{error_code::deduction_in_two_shortfalls});
}

TEST_CASE("shortfalls and tasks have ids of their own") {
    plan planned = son_la_plan();
    section_of(planned, "7").shortfalls.push_back({"S8", "7", {}, "", {}});
    CHECK(codes_of(planned) == codes_found{error_code::duplicate_id});
    planned = son_la_plan();
    section_of(planned, "7").tasks.push_back(plan_task("T1", {"S7"}));
    CHECK(codes_of(planned) == codes_found{error_code::duplicate_id});
    planned = son_la_plan();
    planned.satisfaction = satisfaction_chapter{"", {plan_task("T1", {})}};
    CHECK(codes_of(planned) == codes_found{error_code::duplicate_id});
    planned = son_la_plan();
    section_of(planned, "7").tasks.push_back(plan_task("", {"S7"}));
    section_of(planned, "7").shortfalls.push_back({"", "7", {}, "", {}});
    CHECK(codes_of(planned) == codes_found{error_code::invalid_value, error_code::invalid_value});
}

TEST_CASE("a task addresses shortfalls of the plan, of any section, each once") {
    plan planned = son_la_plan();
    section_of(planned, "1").tasks[0].addresses.push_back({"S8", std::nullopt, {}});
    CHECK(codes_of(planned).empty());
    section_of(planned, "1").tasks[0].addresses.push_back({"S9", std::nullopt, {}});
    CHECK(codes_of(planned) == codes_found{error_code::unknown_shortfall});
    planned = son_la_plan();
    section_of(planned, "1").tasks[0].addresses.push_back({"S1", std::nullopt, {}});
    CHECK(codes_of(planned) == codes_found{error_code::duplicate_id});
}

TEST_CASE("an expected gain is not below zero") {
    plan planned = son_la_plan();
    section_of(planned, "1").tasks[0].addresses[0].gain = points("0");
    CHECK(codes_of(planned).empty());
    section_of(planned, "1").tasks[0].addresses[0].gain = points("-0.1");
    CHECK(codes_of(planned) == codes_found{error_code::invalid_value});
}

TEST_CASE("an entry of a list says something, and so does a text that is not left to be written") {
    plan planned = son_la_plan();
    planned.purposes = {"Khắc phục", ""};
    planned.recipients = {" \u00A0"};
    planned.agency = "  ";
    planned.header.title = "\t";
    const diagnostics found = check(planned, son_la_set());
    CHECK(codes(found) == codes_found(4, error_code::invalid_value));
    std::vector<std::string> places;
    for (const diagnostic& each : found) places.push_back(each.where.pointer);
    CHECK(places == std::vector<std::string>{"/agency", "/header/title", "/purposes/1", "/recipients/0"});
    planned = son_la_plan();
    planned.agency.clear();
    planned.header.title.clear();
    CHECK(codes_of(planned).empty());
}

TEST_CASE("a column that is headed with the name of one part misleads") {
    plan planned = son_la_plan();
    planned.labels.score_column = "Điểm thẩm định";
    const diagnostics found = check(planned, son_la_set());
    CHECK(codes(found) == codes_found{error_code::misleading_label});
    CHECK(found[0].level == severity::warning);
    planned.labels.score_column = "Điểm đạt được";
    CHECK(codes_of(planned).empty());
}

TEST_CASE("a code that only looks like one of the set is shown with its odd character") {
    plan planned = son_la_plan();
    planned.set.number = "134/Q\u00D0-UBND";
    planned.set.issuer = "UBND\u00A0tỉnh Sơn La";
    planned.sections.push_back(son_la_section("1 ", {}));
    section_of(planned, "6").shortfalls[0].deductions = {{"6\u20241", "", {}}};
    section_of(planned, "6").tasks[0].addresses[0].shortfall += '\t';
    const diagnostics found = check(planned, son_la_set());
    const auto shown = [&found](std::string_view text) {
        return std::any_of(found.begin(), found.end(),
                           [&](const diagnostic& each) { return each.message.find(text) != std::string::npos; });
    };
    CAPTURE(listed(found));
    CHECK(
        shown("; its number looks like \"134/QĐ-UBND\", but has U+00D0 where U+0110 is expected; its issuer "
              "looks like \"UBND tỉnh Sơn La\", but has U+00A0 where U+0020 is expected"));
    CHECK(shown("not a field of the set; it looks like \"1\", but has U+0020 where nothing is expected"));
    CHECK(shown("with this code; it looks like \"6.1\", but has U+2024 where U+002E is expected"));
    CHECK(shown("no shortfall of the plan; it looks like"));
}
