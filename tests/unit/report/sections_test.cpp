// What the sections say about several shortfalls, penalties, and tasks that are under way or still to be written.
#include "sample_plan.hpp"

#include <doctest/doctest.h>

#include <cstddef>

namespace {

using namespace parindex;
using sample::text_lines;
using sample::world;

text_lines body(const world& each) {
    return text_lines(each.compose().body);
}

/// The first section with a shortfall for each of its three deductions.
world split() {
    world each;
    plan_section& section = each.answer.sections[0];
    section.shortfalls = {{"S1", "1", {{"1.1", "", {}}}, "", {}},
                          {"S1b", "1", {{"1.2.1", "", {}}, {"1.2.2", "", {}}}, "Thiếu nhân lực", {}}};
    return each;
}

/// With a penalty of one point beside the fields.
world with_penalty() {
    world each;
    criterion late = sample::leaf("P", "Báo cáo chậm", "council", sample::printed("5"));
    late.points = point_kind::penalty;
    each.described.fields.push_back(late);
    each.given.marks.push_back(sample::scored("P", scoring_round::appraisal, "-1"));
    each.answer.sections.push_back({"P", "", "", {{"SP", "P", {{"P", "", {}}}, "", {}}}, {}, {}});
    each.answer.sections[2].tasks = {sample::continuous_task("TP", "Báo cáo đúng hạn", {{"SP", std::nullopt, {}}})};
    return each;
}

}  // namespace

TEST_CASE("several shortfalls of a section are numbered, and every task says which of them it answers") {
    world each = split();
    plan_section& section = each.answer.sections[0];
    section.tasks = {sample::continuous_task("T1", "Việc một", {{"S1b", std::nullopt, {}}}),
                     sample::continuous_task("T2", "Việc hai", {{"S1", std::nullopt, {}}, {"S1b", std::nullopt, {}}}),
                     sample::continuous_task("T3", "Việc ba", {})};
    const text_lines lines = body(each);
    CHECK(lines.has("Tồn tại 1: Sáng kiến (trừ 0,5 điểm)."));
    CHECK(
        lines.has("Tồn tại 2: Sự năng động của lãnh đạo (Đôn đốc thực hiện đạt 0,95/1 điểm (trừ 0,05 điểm); Chất lượng "
                  "văn bản đạt 0,94/1 điểm (trừ 0,06 điểm)); tổng điểm trừ là 0,11 điểm."));
    CHECK(lines.has("Nguyên nhân: Thiếu nhân lực."));
    CHECK(lines.has("Tổng điểm trừ của nội dung này là 0,61 điểm."));
    CHECK(lines.has("Nhiệm vụ, giải pháp khắc phục (tồn tại 2): Việc một."));
    CHECK(lines.has("Nhiệm vụ, giải pháp khắc phục (tồn tại 1, tồn tại 2): Việc hai."));
    CHECK(lines.has("Nhiệm vụ, giải pháp khắc phục: Việc ba."));
    CHECK(!lines.mentions("Chưa xác định nhiệm vụ"));
}

TEST_CASE("a shortfall that no task of its section answers says so, or where its tasks stand") {
    world each = split();
    each.answer.sections[0].tasks = {sample::continuous_task("T1", "Việc một", {{"S1b", std::nullopt, {}}})};
    CHECK(body(each).has("Nhiệm vụ, giải pháp khắc phục (tồn tại 1): Chưa xác định nhiệm vụ, giải pháp."));
    each.answer.sections[1].tasks[0].addresses.push_back({"S1", std::nullopt, {}});
    const text_lines lines = body(each);
    CHECK(
        lines.has("Nhiệm vụ, giải pháp khắc phục (tồn tại 1): Thực hiện theo nhiệm vụ, giải pháp nêu tại mục 1.2.2."));
    CHECK(lines.has("Giải pháp (tồn tại nêu trên, tồn tại 1 mục 1.2.1): Rà soát văn bản."));
    each.answer.satisfaction->tasks[0].addresses = {{"S2", std::nullopt, {}}, {"S1b", std::nullopt, {}}};
    CHECK(body(each).has("Khắc phục: tồn tại mục 1.2.2, tồn tại 2 mục 1.2.1."));
}

TEST_CASE("a shortfall that lost nothing any more takes no number") {
    world each = split();
    each.given.marks[0].loss = sample::printed("0");
    each.answer.sections[0].tasks[0].addresses = {{"S1", std::nullopt, {}}, {"S1b", std::nullopt, {}}};
    const text_lines lines = body(each);
    CHECK(lines.mentions("Tồn tại: Sự năng động của lãnh đạo ("));
    CHECK(lines.has("Nhiệm vụ, giải pháp khắc phục: Nâng cao trách nhiệm."));
    CHECK(!lines.mentions("Tổng điểm trừ của nội dung này"));
}

TEST_CASE("a penalty is called one, is no score out of nothing, and is not added up alone") {
    world each = with_penalty();
    CHECK(body(each).has("Tồn tại: Báo cáo chậm (điểm phạt: 1 điểm)."));
    CHECK(!body(each).mentions("-1/0"));
    each.answer.sections.pop_back();
    const text_lines notes(each.compose().working_notes);
    CHECK(notes.has("Báo cáo chậm (điểm phạt: 1 điểm): chưa được nêu thành tồn tại, hạn chế trong kế hoạch."));
}

TEST_CASE("the notes explain a coverage that counts more than the deductions, and split it where something is open") {
    world each = with_penalty();
    CHECK(!text_lines(each.compose().working_notes).mentions("chưa bù trừ"));
    criterion reward = sample::leaf("B", "Sáng kiến mới", "council", sample::printed("2"));
    reward.points = point_kind::bonus;
    each.described.fields.push_back(reward);
    each.given.marks.push_back(sample::scored("B", scoring_round::appraisal, "0.5"));
    const text_lines covered(each.compose().working_notes);
    CHECK(
        covered.has("Tổng các khoản điểm trừ và điểm phạt là 1,89 điểm, chưa bù trừ điểm thưởng và giới hạn điểm; tổng "
                    "điểm trừ sau bù trừ là 1,39 điểm."));
    CHECK(!covered.mentions("điểm trừ thuộc phần"));
    each.answer.sections.pop_back();
    const text_lines open(each.compose().working_notes);
    CHECK(open.has("0,5/1,5 điểm trừ thuộc phần “Điểm thẩm định” đã có nhiệm vụ, giải pháp khắc phục."));
    CHECK(open.has("0,39/0,39 điểm trừ thuộc phần “Khảo sát công chức” đã có nhiệm vụ, giải pháp khắc phục."));
}

TEST_CASE("a task tells how far it is, what proves it, and from when it was moved") {
    world each;
    task& done = each.answer.sections[0].tasks[0];
    done.status = task_status::done;
    done.when = {timing_kind::before, {}, {{2022, 9, 30}}};
    done.completed = completion{{2022, 9, 20}, {{"Báo cáo số 15/BC-VP", "mục II"}, {"Quyết định số 20/QĐ-VP", ""}}};
    done.moved = {{{timing_kind::before, {}, {{2022, 6, 30}}}, "Chờ hướng dẫn.", {2022, 6, 1}, {}}};
    done.milestones = {{"Sơ kết", {2022, 6, 30}, {{2022, 6, 28}}, {}}, {"Tổng kết", {2022, 9, 1}, {}, {}}};
    each.answer.sections[1].tasks[0].status = task_status::in_progress;
    const text_lines lines = body(each);
    CHECK(lines.has("Tình trạng thực hiện: Đã hoàn thành ngày 20/9/2022."));
    CHECK(lines.has("Tài liệu kiểm chứng: Báo cáo số 15/BC-VP, mục II; Quyết định số 20/QĐ-VP."));
    CHECK(
        lines.has("Thời hạn trước khi điều chỉnh: trước ngày 30/6/2022 (điều chỉnh ngày 01/6/2022, lý do: Chờ hướng "
                  "dẫn)."));
    CHECK(lines.has("Mốc thực hiện: Sơ kết (ngày 30/6/2022; hoàn thành ngày 28/6/2022); Tổng kết (ngày 01/9/2022)."));
    CHECK(lines.has("Tình trạng thực hiện: Đang thực hiện."));
    for (const char* label : {"Tình trạng", "Tài liệu kiểm chứng", "điều chỉnh", "Mốc thực hiện"}) {
        CHECK_MESSAGE(!body(world{}).mentions(label), label);
    }
}

TEST_CASE("what a draft left to be written is a visible placeholder") {
    world each;
    each.answer.agency.clear();
    each.answer.header = {"", "", std::nullopt, "", "", {2022, {}, {}}, "", ""};
    each.answer.signed_by = {};
    each.answer.sections[0].tasks[0].text.clear();
    each.answer.sections[0].tasks[0].roles = {};
    each.answer.satisfaction->tasks[0].text = " ";
    const text_lines lines = body(each);
    for (const char* line : {"[TÊN CƠ QUAN BAN HÀNH]", "Số: /[ký hiệu]", "[địa danh], ngày tháng năm 2022",
                             "[TÊN LOẠI VĂN BẢN]", "[trích yếu nội dung]", "[CHỨC VỤ NGƯỜI KÝ]",
                             "Nhiệm vụ, giải pháp khắc phục: [nội dung nhiệm vụ, giải pháp].",
                             "Đơn vị chủ trì thực hiện: [tên đơn vị].", "[nội dung nhiệm vụ, giải pháp]."}) {
        CHECK_MESSAGE(lines.has(line), line);
    }
    CHECK(lines.mentions("Năm 2021, [tên cơ quan, đơn vị] xếp thứ 06/20"));
    CHECK(!body(world{}).mentions("["));
}
