#include "../findings.hpp"
#include "../son_la.hpp"
#include "parindex/remediation/plan.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

using codes_found = std::vector<error_code>;

date day(std::string_view text) {
    return parse_iso_date(text).value;
}

/// What is found when one task of the plan of Sơn La, dated 2022-03-01, is changed.
template <class Change>
diagnostics found_after(const Change& change) {
    plan planned = son_la_plan();
    change(planned.sections[1].tasks[0]);
    return check(planned, son_la_set());
}

codes_found with_timing(const timing& when) {
    return codes(found_after([&](task& each) { each.when = when; }));
}

}  // namespace

TEST_CASE("a timing has the dates that its kind needs and no others") {
    const auto refused = codes_found{error_code::invalid_value};
    CHECK(with_timing({timing_kind::continuous, std::nullopt, std::nullopt}).empty());
    CHECK(with_timing({timing_kind::continuous, std::nullopt, day("2022-05-01")}) == refused);
    CHECK(with_timing({timing_kind::monthly, day("2022-05-01"), std::nullopt}) == refused);
    CHECK(with_timing({timing_kind::on, std::nullopt, day("2022-05-01")}).empty());
    CHECK(with_timing({timing_kind::on, std::nullopt, std::nullopt}) == refused);
    CHECK(with_timing({timing_kind::before, std::nullopt, day("2022-05")}).empty());
    CHECK(with_timing({timing_kind::before, std::nullopt, std::nullopt}) == refused);
    CHECK(with_timing({timing_kind::before, day("2022"), day("2022-05")}) == refused);
    CHECK(with_timing({timing_kind::within, day("2022-04-30"), day("2022-05-01")}).empty());
    CHECK(with_timing({timing_kind::within, day("2022-05-01"), day("2022-05-01")}).empty());
    CHECK(with_timing({timing_kind::within, day("2022-05-02"), day("2022-05-01")}) == refused);
    CHECK(with_timing({timing_kind::within, day("2022"), day("2022-05-01")}).empty());
    CHECK(with_timing({timing_kind::within, std::nullopt, day("2022-05-01")}) == refused);
    CHECK(with_timing({timing_kind::within, day("2022-05-01"), std::nullopt}) == refused);
}

TEST_CASE("a span of dates of different precision is reversed only if no day of its start lies before its end") {
    const auto refused = codes_found{error_code::invalid_value};
    CHECK(with_timing({timing_kind::within, day("2022-05"), day("2022-05-02")}).empty());
    CHECK(with_timing({timing_kind::within, day("2022-05-02"), day("2022")}).empty());
    CHECK(with_timing({timing_kind::within, day("2022-06"), day("2022-05-31")}) == refused);
    CHECK(with_timing({timing_kind::within, day("2023"), day("2022-12")}) == refused);
    CHECK(with_timing({timing_kind::on, std::nullopt, date{2022, 13, std::nullopt}}) ==
          codes_found{error_code::invalid_date});
}

TEST_CASE("a deadline before the date of the document is a warning") {
    const auto late = codes_found{error_code::deadline_before_issue};
    CHECK(with_timing({timing_kind::on, std::nullopt, day("2022-02-28")}) == late);
    CHECK(with_timing({timing_kind::before, std::nullopt, day("2021")}) == late);
    CHECK(with_timing({timing_kind::on, std::nullopt, day("2022-03-01")}).empty());
    CHECK(with_timing({timing_kind::on, std::nullopt, day("2022")}).empty());
    const diagnostics found = found_after([](task& each) {
        each.milestones = {{"Dự thảo", day("2022-01"), std::nullopt, {}}};
    });
    REQUIRE(codes(found) == late);
    CHECK(found[0].level == severity::warning);
    CHECK(found[0].message == "task \"T2\": a milestone, 2022-01, lies before the date of the document, 2022-03-01");
}

TEST_CASE("a task is done if and only if it says when") {
    const completion done{day("2022-05-06"), {{"12/BC-VPUB", "mục 2"}}};
    CHECK(found_after([&](task& each) {
              each.status = task_status::done;
              each.completed = done;
          }).empty());
    CHECK(codes(found_after([](task& each) { each.status = task_status::done; })) ==
          codes_found{error_code::completion_mismatch});
    const diagnostics found = found_after([&](task& each) {
        each.status = task_status::dropped;
        each.completed = done;
    });
    REQUIRE(codes(found) == codes_found{error_code::completion_mismatch});
    CHECK(found[0].message == "task \"T2\": it says when it was done, but is \"dropped\"");
}

TEST_CASE("dates lie in the calendar and not before the year that the plan answers") {
    const auto refused = codes_found{error_code::invalid_date};
    const auto with_milestone = [](date due, std::optional<date> done) {
        return codes(found_after([&](task& each) { each.milestones = {{"Dự thảo", due, done, {}}}; }));
    };
    CHECK(with_milestone(day("2022-06"), day("2022-05-31")).empty());
    CHECK(with_milestone(day("2022-06"), day("0001-01-01")) == refused);
    CHECK(with_milestone(date{2022, 2, 30}, std::nullopt) == refused);
    CHECK(codes(found_after([](task& each) {
              each.status = task_status::done;
              each.completed = completion{day("2020-12-31"), {}};
          })) == codes_found{error_code::invalid_date, error_code::dates_out_of_order});
    CHECK(codes(found_after([](task& each) { each.moved = {{{}, "lý do", day("2020"), {}}}; })) == refused);
}

TEST_CASE("dates of a task that contradict each other are a warning") {
    const auto strange = codes_found{error_code::dates_out_of_order};
    CHECK(codes(found_after([](task& each) {
              each.when = {timing_kind::before, std::nullopt, day("2022-06-30")};
              each.milestones = {{"Dự thảo", day("2022-06"), std::nullopt, {}},
                                 {"Trình ký", day("2022-07"), std::nullopt, {}}};
          })) == strange);
    CHECK(codes(found_after([](task& each) {
              each.status = task_status::done;
              each.completed = completion{day("2022-05"), {}};
              each.milestones = {{"Dự thảo", day("2022-04"), day("2022-06"), {}}};
          })) == strange);
    CHECK(codes(found_after([](task& each) {
              each.moved = {{{}, "thiếu kinh phí", day("2022-06"), {}}, {{}, "dịch bệnh", day("2022-05"), {}}};
          })) == strange);
}

TEST_CASE("milestones, reasons, proofs and roles say something") {
    const auto refused = codes_found{error_code::invalid_value};
    CHECK(codes(found_after([](task& each) {
              each.milestones = {{" ", day("2022-06"), std::nullopt, {}}};
          })) == refused);
    CHECK(codes(found_after([](task& each) { each.moved = {{{}, "", day("2022-06"), {}}}; })) == refused);
    CHECK(codes(found_after([](task& each) {
              each.moved = {{{timing_kind::on, std::nullopt, std::nullopt}, "lý do", day("2022-06"), {}}};
          })) == refused);
    CHECK(codes(found_after([](task& each) {
              each.status = task_status::done;
              each.completed = completion{day("2022-06"), {{"", "mục 1"}}};
          })) == refused);
    const diagnostics found = found_after([](task& each) { each.roles.coordinating = {"Phòng A", ""}; });
    REQUIRE(codes(found) == refused);
    CHECK(found[0].where.pointer == "/roles/coordinating/1");
}

TEST_CASE("what a draft leaves to be written is not refused") {
    CHECK(found_after([](task& each) {
              each.text.clear();
              each.roles = {};
          }).empty());
}

TEST_CASE("the words of the timings are those of the format") {
    CHECK(to_string(timing_kind::continuous) == "continuous");
    CHECK(to_string(timing_kind::on) == "on");
    CHECK(to_string(timing_kind::before) == "before");
    CHECK(to_string(timing_kind::within) == "within");
    CHECK(to_string(timing_kind::monthly) == "monthly");
    CHECK(to_string(timing_kind::quarterly) == "quarterly");
    CHECK(to_string(timing_kind::half_yearly) == "half_yearly");
    CHECK(to_string(timing_kind::yearly) == "yearly");
}
