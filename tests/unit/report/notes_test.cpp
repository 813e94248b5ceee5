// The working notes are Vietnamese whatever was found; the messages of findings are English.
#include "sample_plan.hpp"

#include <doctest/doctest.h>

#include <set>

namespace {

using namespace parindex;
using sample::text_lines;
using sample::world;

constexpr const char* other_finding = "Thông báo kiểm tra số ";

/// Everything in which the parts of a world can contradict each other, with the findings of the library about it.
struct scored_world {
    world source;
    criteria_set set = criteria_set::create(source.described).value();
    evaluation scored = evaluate(set, source.given).value();
    par_index index = compute_par_index(scored);
    coverage covered = cover(source.answer, scored);

    explicit scored_world(world from) : source(std::move(from)) {}

    [[nodiscard]] diagnostics found() const {
        diagnostics out = covered.findings;
        for (const diagnostics& more : {check_complete(scored), check_published(source.given.published, index)}) {
            out.insert(out.end(), more.begin(), more.end());
        }
        return out;
    }
    [[nodiscard]] text_lines notes(const diagnostics& findings) const {
        return text_lines(
            report::compose_plan({source.answer, scored, index, source.given.published, covered, findings})
                .working_notes);
    }
};

world faulty() {
    world each;
    each.answer.year = 2020;
    each.answer.agency = "Sở Nội vụ";
    each.given.published.total = sample::number("15.2");
    each.given.published.deductions = sample::number("0.8");
    each.given.published.parts = {{"council", sample::number("7.5")}, {"citizens", sample::number("1.9")}};
    each.given.published.fields = {{"2", sample::number("5.73")}};
    each.answer.sections[0].tasks[0].addresses[0].gain = sample::number("0.7");
    each.answer.sections[1].tasks.clear();
    each.answer.sections[0].shortfalls[0].deductions.pop_back();
    return each;
}

world unwritten() {
    world each;
    each.answer.unit = "other";
    each.answer.header.symbol.clear();
    each.answer.accepted.push_back({error_code::shortfall_without_loss, "S9", "nobody knows", {}});
    return each;
}

world incomplete() {
    world each;
    each.given.marks.erase(each.given.marks.begin() + 1);
    return each;
}

}  // namespace

TEST_CASE("no message of a finding reaches the notes") {
    std::set<error_code> seen;
    for (const world& each : {faulty(), incomplete(), unwritten(), world{}}) {
        const scored_world all(each);
        const diagnostics findings = all.found();
        const text_lines lines = all.notes(findings);
        CHECK(!lines.mentions(other_finding));
        for (const diagnostic& finding : findings) {
            seen.insert(finding.code);
            CHECK_MESSAGE(!lines.mentions(finding.message), finding.message);
        }
    }
    // Everything that cover(), check_complete() and check_published() can find.
    const std::set<error_code> known = {error_code::published_mismatch,     error_code::incomplete,
                                        error_code::gain_above_loss,        error_code::loss_without_shortfall,
                                        error_code::shortfall_without_task, error_code::shortfall_without_loss,
                                        error_code::improvement_task,       error_code::only_continuous_deadlines,
                                        error_code::blank_number,           error_code::blank_date,
                                        error_code::year_mismatch,          error_code::unfinished,
                                        error_code::agency_mismatch,        error_code::unit_mismatch,
                                        error_code::idle_acceptance};
    CHECK(seen == known);
}

TEST_CASE("a finding of any code, with or without a criterion, is told in Vietnamese or not at all") {
    constexpr int numbers = 1000;
    const scored_world all{world{}};
    for (const severity level : {severity::note, severity::warning, severity::error}) {
        for (const char* criterion : {"", "2.1", "unknown code"}) {
            diagnostics findings;
            for (int number = 0; number < numbers; ++number) {
                findings.push_back({static_cast<error_code>(number), level, {}, criterion, "an English message"});
            }
            const text_lines lines = all.notes(findings);
            CHECK(!lines.mentions("English"));
            CHECK(!lines.mentions("Tiêu chí  "));
        }
    }
    CHECK(all.notes({{error_code::overflow, severity::warning, {}, "", "x"}}).mentions(other_finding));
}

TEST_CASE("the notes name the figures that differ") {
    const text_lines lines = scored_world(faulty()).notes({});
    CHECK(lines.has("Tổng điểm đã công bố khác với số liệu tính được là 15,11 điểm."));
    CHECK(lines.has("Tổng điểm trừ đã công bố khác với số liệu tính được là 0,89 điểm."));
    CHECK(lines.has("Điểm của phần “Khảo sát người dân” đã công bố khác với số liệu tính được là 2 điểm."));
    CHECK(
        lines.has("Điểm của lĩnh vực “Cải cách thể chế” đã công bố khác với số liệu tính được là 5,72 "
                  "điểm."));
    CHECK(!lines.mentions("“Điểm thẩm định” đã công bố khác"));
    CHECK(
        lines.has("Số điểm dự kiến khắc phục đối với “Sáng kiến; Đôn đốc thực hiện” là 0,7 điểm, lớn hơn số điểm bị "
                  "trừ là 0,55 điểm."));
}

TEST_CASE("a figure that rounding explains, or of an incomplete total, is not told") {
    world each;
    each.given.published.total = sample::number("15.1");
    CHECK(!scored_world(each).notes({}).mentions("đã công bố khác"));
    each = incomplete();
    each.given.published.fields = {{"2", sample::number("1")}};
    const scored_world all(each);
    CHECK(all.notes({}).mentions("đã công bố khác") == !check_published(each.given.published, all.index).empty());
}

TEST_CASE("the notes say what a finding is about, once") {
    const scored_world all(faulty());
    const diagnostic finding{error_code::missing_evidence, severity::warning, {}, "2.1", "x"};
    const text_lines lines = all.notes({finding, finding, {error_code::year_mismatch, severity::error, {}, "", "y"}});
    const std::string about = "Tiêu chí “Tác động đến văn bản” chưa có tài liệu kiểm chứng và chưa được giải trình.";
    CHECK(std::count(lines.all().begin(), lines.all().end(), about) == 1);
    CHECK(lines.has("Kế hoạch được lập cho kết quả năm 2020 nhưng kết quả chấm điểm là của năm 2021."));
}
