#include "../son_la.hpp"
#include "files.hpp"
#include "parindex/remediation/coverage.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

void check_error(std::string_view from, std::string_view to, error_code code, std::string_view pointer) {
    const marked_text text = marked(replaced(small_plan, from, to));
    check_only_error(refused_plan(text.text), text, code, pointer);
}

}  // namespace

TEST_CASE("the plan file of Sơn La covers 5.48 of 5.48 points and its warnings are known") {
    const criteria_set set = read_criteria_set(son_la_file("criteria.json"), "criteria.json").value();
    const assessment marks = read_assessment(son_la_file("assessment.json"), "assessment.json", &set).value();
    diagnostics notes;
    const plan planned = read_plan(son_la_file("plan.json"), "plan.json", &set, &notes).value();
    CHECK(codes(notes) == std::vector{error_code::misleading_label});
    const coverage found = cover(planned, evaluate(set, marks).value());
    CHECK(found.lost == exact("5.48"));
    CHECK(found.covered == exact("5.48"));
    CHECK(codes(found.findings) == std::vector{error_code::improvement_task, error_code::only_continuous_deadlines,
                                               error_code::blank_number, error_code::blank_date});
    CHECK(planned.sections.size() == 7);
    CHECK(planned.satisfaction->tasks.size() == 1);
    CHECK(planned.signed_by.name == "Nguyễn Huy Anh");
}

TEST_CASE("the small plan is accepted, with and without its set") {
    CHECK(refused_plan(small_plan).empty());
    CHECK(read_plan(small_plan, "f").has_value());
}

TEST_CASE("errors of form in a plan have their place") {
    check_error(R"("parindex.plan/1")", R"(§"parindex.plan/2")", error_code::unsupported_format, "/format");
    check_error(R"({"agency": "Văn phòng", "symbol")", R"(§{"symbol")", error_code::missing_key, "/header");
    check_error(R"("issued": "2022")", R"("issued": §"2022-13")", error_code::invalid_date, "/header/issued");
    check_error(R"("issued": "2022")", R"("issued": §2022)", error_code::wrong_type, "/header/issued");
    check_error(R"("symbol": "KH-VP")", R"("number": §0, "symbol": "KH-VP")", error_code::invalid_value,
                "/header/number");
    check_error(R"({"kind": "monthly"})", R"({"kind": §"hằng tháng"})", error_code::invalid_value,
                "/sections/0/tasks/0/timing/kind");
    check_error(R"({"lead": ["Phòng"]})", R"({"lead": ["Phòng", §5]})", error_code::wrong_type,
                "/sections/0/tasks/0/roles/lead/1");
    check_error(R"({"shortfall": "S1"})", R"({"shortfall": "S1", "gain": §"nhiều"})", error_code::invalid_number,
                "/sections/0/tasks/0/addresses/0/gain");
    check_error(R"({"post": "CHÁNH VĂN PHÒNG"})", R"({"post": "CHÁNH VĂN PHÒNG", §"tên": ""})", error_code::unknown_key,
                "/signatory/tên");
}

TEST_CASE("errors of content in a plan have the place of what they are about") {
    check_error(R"({"field": "1")", R"(§{"field": "2")", error_code::unknown_code, "/sections/0");
    check_error(R"({"criterion": "1"})", R"(§{"criterion": "1.9"})", error_code::unknown_code,
                "/sections/0/shortfalls/0/deductions/0");
    check_error(R"({"shortfall": "S1"})", R"(§{"shortfall": "S2"})", error_code::unknown_shortfall,
                "/sections/0/tasks/0/addresses/0");
    check_error(R"({"id": "T1", "text": "Rà soát", "roles": {"lead": ["Phòng"]}, "timing": {"kind": "monthly"})",
                R"(§{"id": "T1", "text": "Rà soát", "roles": {"lead": ["Phòng"]}, "timing": {"kind": "on"})",
                error_code::invalid_value, "/sections/0/tasks/0");
}
