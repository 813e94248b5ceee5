#include "../findings.hpp"
#include "../son_la.hpp"
#include "parindex/remediation/coverage.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

using codes_found = std::vector<error_code>;

plan accepting(error_code warning, const std::string& subject) {
    plan planned = son_la_plan();
    planned.accepted = {{warning, subject, "đã báo cáo lãnh đạo", {}}};
    return planned;
}

diagnostics covered(const plan& planned) {
    return cover(planned, evaluate(son_la_set(), son_la_assessment()).value()).findings;
}

}  // namespace

TEST_CASE("an accepted warning is a note that carries the reason") {
    plan planned = accepting(error_code::blank_number, "");
    planned.header.number.reset();
    const diagnostics found = covered(planned);
    REQUIRE(codes(found) == codes_found{error_code::blank_number});
    CHECK(found[0].level == severity::note);
    CHECK(found[0].message == "the number of the document is blank; accepted: \"đã báo cáo lãnh đạo\"");
}

TEST_CASE("an acceptance may name the criterion, shortfall or task that it is about") {
    assessment marks = son_la_assessment();
    mark_of(marks, "6.1") = scored("6.1", scoring_round::survey, "3");
    mark_of(marks, "2.1") = lost("2.1", scoring_round::survey, "0");
    const evaluation raised = evaluate(son_la_set(), marks).value();
    for (const std::string subject : {"6.1", "S6"}) {
        const diagnostics found = cover(accepting(error_code::shortfall_without_loss, subject), raised).findings;
        REQUIRE(codes(found) == codes_found(2, error_code::shortfall_without_loss));
        CHECK(found[0].criterion == "2.1");
        CHECK(found[0].level == severity::warning);
        CHECK(found[1].level == severity::note);
    }
    plan planned = accepting(error_code::deadline_before_issue, "T2");
    for (const std::size_t index : {1U, 2U}) {
        planned.sections[index].tasks[0].when = {timing_kind::on, std::nullopt, parse_iso_date("2022-02").value};
    }
    const diagnostics found = check(planned, son_la_set());
    REQUIRE(codes(found) == codes_found(2, error_code::deadline_before_issue));
    CHECK(found[0].level == severity::note);
    CHECK(found[1].level == severity::warning);
}

TEST_CASE("an acceptance that meets no warning is one itself, where the warning would have been given") {
    CHECK(codes(covered(accepting(error_code::blank_number, ""))) == codes_found{error_code::idle_acceptance});
    CHECK(check(accepting(error_code::blank_number, ""), son_la_set()).empty());
    plan planned = accepting(error_code::misleading_label, "");
    CHECK(covered(planned).empty());
    CHECK(codes(check(planned, son_la_set())) == codes_found{error_code::idle_acceptance});
    planned.labels.score_column = "Điểm thẩm định";
    CHECK(codes(check(planned, son_la_set())) == codes_found{error_code::misleading_label});
    planned.accepted[0].subject = "officials";
    CHECK(codes(check(planned, son_la_set())) ==
          codes_found{error_code::misleading_label, error_code::idle_acceptance});
}

TEST_CASE("errors and notes cannot be accepted, and no warning without a reason or twice") {
    for (const error_code code : {error_code::shortfall_without_task, error_code::improvement_task, error_code::none}) {
        CHECK(acceptance_word(code).empty());
        CHECK(codes(check(accepting(code, ""), son_la_set())) == codes_found{error_code::not_acceptable});
    }
    plan planned = accepting(error_code::blank_date, "");
    planned.accepted[0].reason = " ";
    CHECK(codes(check(planned, son_la_set())) == codes_found{error_code::invalid_value});
    planned.accepted.push_back({error_code::blank_date, "", "một lý do", {}});
    CHECK(count(check(planned, son_la_set()), error_code::duplicate_id) == 1);
}
