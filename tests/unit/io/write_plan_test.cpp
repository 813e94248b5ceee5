#include "../son_la.hpp"
#include "files.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

plan reread(const plan& planned) {
    return read_plan(write_plan(planned), "again.json").value();
}

void check_error(std::string_view from, std::string_view to, error_code code, std::string_view pointer) {
    const marked_text text = marked(replaced(small_plan, from, to));
    check_only_error(refused_plan(text.text), text, code, pointer);
}

/// An error in the one task of the small plan.
void check_task_error(const std::string& members, error_code code, const std::string& pointer) {
    check_error(R"("timing": {"kind": "monthly"})", R"("timing": {"kind": "monthly"}, )" + members, code,
                "/sections/0/tasks/0" + pointer);
}

}  // namespace

TEST_CASE("a plan that was written is read back as it was, and written again byte for byte") {
    const plan planned = read_plan(son_la_file("plan.json"), "plan.json").value();
    const std::string written = write_plan(planned);
    CHECK(reread(planned) == planned);
    CHECK(write_plan(reread(planned)) == written);
    CHECK(written.starts_with("{\n  \"format\": \"parindex.plan/1\",\n  \"source\": "));
    CHECK(written.ends_with("\n}\n"));
    CHECK(planned.source == reread(planned).source);
    CHECK(planned.set.origin == reread(planned).set.origin);
}

TEST_CASE("a task is written with all that came of it, in a fixed order and numbers in shortest form") {
    plan planned;
    planned.set = son_la_key();
    planned.set.origin = provenance::assigned;
    planned.set.assumption = "đặt theo quyết định công bố";
    planned.year = 2021;
    planned.header.issued.year = 2022;
    plan_section& section = planned.sections.emplace_back();
    section.field = "1";
    task& each = section.tasks.emplace_back(plan_task("T1", {"S1"}));
    each.addresses[0].gain = points("0.50");
    each.when = {timing_kind::within, parse_iso_date("2022-04").value, parse_iso_date("2022-06-30").value};
    each.status = task_status::done;
    each.milestones = {{"Dự thảo", parse_iso_date("2022-05").value, parse_iso_date("2022-05-04").value, {}}};
    each.completed = completion{parse_iso_date("2022-06-01").value, {{"12/BC-VPUB", "mục 2"}, {"13/BC-VPUB", ""}}};
    each.moved = {{{timing_kind::quarterly, std::nullopt, std::nullopt}, "lý do", parse_iso_date("2022-04").value, {}}};
    section.tasks.emplace_back().id = "T2";
    planned.accepted = {{error_code::blank_number, "", "chưa ban hành", {}}};
    CHECK(write_plan(planned) == R"({
  "format": "parindex.plan/1",
  "set": {
    "number": "134/QĐ-UBND",
    "issuer": "UBND tỉnh Sơn La",
    "date": "2022-01-20",
    "provenance": "assigned",
    "assumption": "đặt theo quyết định công bố"
  },
  "year": 2021,
  "agency": "",
  "header": {
    "agency": "",
    "symbol": "",
    "place": "",
    "issued": "2022",
    "title": "",
    "subject": ""
  },
  "sections": [
    {
      "field": "1",
      "tasks": [
        {
          "id": "T1",
          "text": "task T1",
          "roles": {
            "lead": [
              "Văn phòng"
            ]
          },
          "timing": {
            "kind": "within",
            "first": "2022-04",
            "last": "2022-06-30"
          },
          "addresses": [
            {
              "shortfall": "S1",
              "gain": "0.5"
            }
          ],
          "status": "done",
          "milestones": [
            {
              "text": "Dự thảo",
              "due": "2022-05",
              "done": "2022-05-04"
            }
          ],
          "completion": {
            "date": "2022-06-01",
            "evidence": [
              {
                "document": "12/BC-VPUB",
                "place": "mục 2"
              },
              {
                "document": "13/BC-VPUB"
              }
            ]
          },
          "moved_deadlines": [
            {
              "from": {
                "kind": "quarterly"
              },
              "reason": "lý do",
              "decided": "2022-04"
            }
          ]
        },
        {
          "id": "T2",
          "text": "",
          "roles": {
            "lead": []
          },
          "timing": {
            "kind": "continuous"
          }
        }
      ]
    }
  ],
  "signatory": {
    "post": ""
  },
  "accepted_warnings": [
    {
      "warning": "blank_number",
      "reason": "chưa ban hành"
    }
  ]
}
)");
    CHECK(reread(planned) == planned);
}

TEST_CASE("a text of the caller that is not UTF-8 is still written as JSON") {
    plan planned = son_la_plan();
    planned.introduction = "\xff";
    CHECK(reread(planned).introduction == "\uFFFD");
}

TEST_CASE("an empty text of a draft is accepted, one of spaces is not") {
    std::string draft = replaced(small_plan,
                                 R"("agency": "Văn phòng",)"
                                 "\n",
                                 R"("agency": "",)"
                                 "\n");
    draft =
        replaced(draft, R"("text": "Rà soát", "roles": {"lead": ["Phòng"]})", R"("text": "", "roles": {"lead": []})");
    draft = replaced(draft, R"("post": "CHÁNH VĂN PHÒNG")", R"("post": "")");
    CHECK(refused_plan(draft).empty());
    check_error(R"("title": "KẾ HOẠCH")", R"("title": §"  ")", error_code::invalid_value, "/header/title");
    check_error(R"("post": "CHÁNH VĂN PHÒNG")", R"("post": §" ")", error_code::invalid_value, "/signatory/post");
    check_error(R"({"lead": ["Phòng"]})", R"({"lead": ["Phòng", §""]})", error_code::invalid_value,
                "/sections/0/tasks/0/roles/lead/1");
    check_error(R"("year": 2021)", R"("year": 2021, "recipients": ["Sở", §" "])", error_code::invalid_value,
                "/recipients/1");
    check_error(R"("year": 2021)", R"("year": 2021, "purposes": [§""])", error_code::invalid_value, "/purposes/0");
    check_error(R"("year": 2021)", R"("year": 2021, "unit": §" ")", error_code::invalid_value, "/unit");
}

TEST_CASE("errors of form in what came of a task have their place") {
    check_task_error(R"("status": §"xong")", error_code::invalid_value, "/status");
    check_task_error(R"("milestones": [{"text": §" ", "due": "2022-06"}])", error_code::invalid_value,
                     "/milestones/0/text");
    check_task_error(R"("milestones": [§{"text": "Dự thảo"}])", error_code::missing_key, "/milestones/0");
    check_task_error(R"("status": "done", "completion": {"date": §"06/2022"})", error_code::invalid_date,
                     "/completion/date");
    check_task_error(R"("status": "done", "completion": {"date": "2022-06", "evidence": [{"document": §""}]})",
                     error_code::invalid_value, "/completion/evidence/0/document");
    check_task_error(R"("moved_deadlines": [{"from": {"kind": "yearly"}, "reason": §"", "decided": "2022-06"}])",
                     error_code::invalid_value, "/moved_deadlines/0/reason");
    check_task_error(
        R"("moved_deadlines": [{"from": {"kind": "yearly"}, "reason": "r", "decided": "2022-06", §"by": 1}])",
        error_code::unknown_key, "/moved_deadlines/0/by");
}

TEST_CASE("only warnings of a plan are accepted, with a reason") {
    const std::string_view year = R"("year": 2021)";
    check_error(year, R"("year": 2021, "accepted_warnings": [{"warning": §"unfinished", "reason": "r"}])",
                error_code::not_acceptable, "/accepted_warnings/0/warning");
    check_error(year, R"("year": 2021, "accepted_warnings": [{"warning": "blank_number", "reason": §" "}])",
                error_code::invalid_value, "/accepted_warnings/0/reason");
    check_error(year, R"("year": 2021, "accepted_warnings": [§{"warning": "blank_number"}])", error_code::missing_key,
                "/accepted_warnings/0");
}
