// Places in the file of a plan, its text, and JSON on a terminal.
#include "report_generator/json_text.hpp"
#include "report_generator/plan_pointer.hpp"
#include "report_generator/plan_text.hpp"
#include "sample_plan.hpp"

#include <doctest/doctest.h>

namespace {

using namespace parindex;
using report::plan_pointer;

}  // namespace

TEST_CASE("a place that is named by fields and ids has its JSON Pointer") {
    plan planned = sample::planned();
    planned.accepted = {{error_code::blank_number, "", "sau", {}}, {error_code::shortfall_without_loss, "S1", "x", {}}};
    planned.sections[1].tasks.push_back(sample::continuous_task("a/b~c", "Việc", {{"S2", std::nullopt, {}}}));
    CHECK(plan_pointer(planned, "/header/place") == "/header/place");
    CHECK(plan_pointer(planned, "/sections/2/tasks/T2/text") == "/sections/1/tasks/0/text");
    CHECK(plan_pointer(planned, "/sections/2/tasks/a~1b~0c/roles/lead") == "/sections/1/tasks/1/roles/lead");
    CHECK(plan_pointer(planned, "/sections/2/tasks/T2/addresses/S2/gain") == "/sections/1/tasks/0/addresses/0/gain");
    CHECK(plan_pointer(planned, "/sections/1/shortfalls/S1/deductions/1.2.2") ==
          "/sections/0/shortfalls/0/deductions/2");
    CHECK(plan_pointer(planned, "/satisfaction/tasks/T3") == "/satisfaction/tasks/0");
    CHECK(plan_pointer(planned, "/accepted_warnings/shortfall_without_loss S1/reason") ==
          "/accepted_warnings/1/reason");
}

TEST_CASE("the order of entries is a matter of their list, and what the plan does not have keeps its name") {
    plan planned = sample::planned();
    CHECK(plan_pointer(planned, "/sections/order") == "/sections");
    CHECK(plan_pointer(planned, "/sections/2/tasks/order") == "/sections/1/tasks");
    CHECK(plan_pointer(planned, "/sections/9/tasks/T9/text") == "/sections/9/tasks/T9/text");
    CHECK(plan_pointer(planned, "/sections/2/tasks/T9/text") == "/sections/1/tasks/T9/text");
    planned.satisfaction.reset();
    CHECK(plan_pointer(planned, "/satisfaction/tasks/T3") == "/satisfaction/tasks/T3");
    CHECK(plan_pointer(planned, "").empty());
}

TEST_CASE("a plan that is written again keeps the schema that its file names") {
    const plan planned = sample::planned();
    const std::string alone = report::write_plan_like(planned, "");
    CHECK(alone == report::write_plan_like(planned, R"({"sections": [{"$schema": "inner"}]})"));
    CHECK(alone == report::write_plan_like(planned, R"({"$schema": 1})"));
    CHECK(alone == report::write_plan_like(planned, R"({"$schema": )"));
    const std::string named = report::write_plan_like(planned, R"({"format": "x", "$schema": "a \"b\".json"})");
    CHECK(named == "{\n  \"$schema\": \"a \\\"b\\\".json\",\n" + alone.substr(2));
    CHECK(report::write_plan_like(planned, named) == named);
}

TEST_CASE("JSON holds no character that a terminal obeys") {
    CHECK(report::visible_json("{\"a\": \"\u009b31m\u202e\u061c\u2066\u2028\x7f\"}\n") ==
          "{\"a\": \"\\u009b31m\\u202e\\u061c\\u2066\\u2028\\u007f\"}\n");
    CHECK(report::visible_json("{\n\t\"Sở Nội vụ\": \"\\u001b 💧\"}\r\n") == "{\n\t\"Sở Nội vụ\": \"\\u001b 💧\"}\r\n");
    CHECK(report::visible_json("\xff") == "\xff");
    CHECK(report::json_string("a\u202e\x1b\"\\\n") == R"("a\u202e\u001b\"\\\u000a")");
}
