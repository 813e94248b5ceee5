#include "sample_plan.hpp"

#include <doctest/doctest.h>

namespace {

using parindex::scoring_round;
using parindex::timing;
using parindex::timing_kind;
using sample::text_lines;
using sample::world;

text_lines body(const world& each) {
    return text_lines(each.compose().body);
}
text_lines notes(const world& each) {
    return text_lines(each.compose().working_notes);
}

/// The timing as the document words it.
std::string worded(const timing& when) {
    world each;
    each.answer.sections[0].tasks[0].when = when;
    const text_lines lines = body(each);
    for (const std::string& line : lines.all()) {
        if (line.starts_with("Thời gian thực hiện: ")) return line.substr(std::string("Thời gian thực hiện: ").size());
    }
    return {};
}

}  // namespace

TEST_CASE("the head has blanks where the draft has none of the fields") {
    const text_lines lines = body({});
    CHECK(lines.has("ỦY BAN NHÂN DÂN TỈNH"));
    CHECK(lines.has("VĂN PHÒNG"));
    CHECK(lines.has("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
    CHECK(lines.has("Độc lập - Tự do - Hạnh phúc"));
    CHECK(lines.has("Số: /KH-VPUB"));
    CHECK(lines.has("Sơn La, ngày tháng năm 2022"));
    CHECK(lines.has("Thực hiện Quyết định số 1; Căn cứ Công văn số 2. Văn phòng xây dựng kế hoạch như sau:"));
}

TEST_CASE("number and date are padded as the decree says") {
    world each;
    each.answer.header.number = 5;
    each.answer.header.issued = {2022, 2, 3};
    CHECK(body(each).has("Số: 05/KH-VPUB"));
    CHECK(body(each).has("Sơn La, ngày 03 tháng 02 năm 2022"));
}

TEST_CASE("the result sentence splits the total by parts and adds up the surveys") {
    CHECK(
        body({}).has("Năm 2021, Văn phòng UBND tỉnh xếp thứ 06/20 cơ quan, đơn vị (tăng 04 bậc so với năm 2020). "
                     "Tổng điểm đạt được 15,11 điểm, trong đó điểm thẩm định: 7,5 điểm; điểm điều tra xã hội học: "
                     "7,61 điểm (trong đó: khảo sát công chức: 5,61 điểm; khảo sát người dân: 2 điểm). Điểm cụ thể ở "
                     "từng nội dung như sau:"));
}

TEST_CASE("a rank may have fallen, stayed, or not been published") {
    world each;
    each.given.published.rank->change = -3;
    CHECK(body(each).mentions("(giảm 03 bậc so với năm 2020)"));
    each.given.published.rank->change = 0;
    CHECK(body(each).mentions("(giữ nguyên thứ hạng so với năm 2020)"));
    each.given.published.rank->change.reset();
    CHECK(body(each).mentions("xếp thứ 06/20 cơ quan, đơn vị. Tổng"));
    each.given.published.rank.reset();
    CHECK(
        body(each).mentions("Năm 2021, kết quả đánh giá, chấm điểm của Văn phòng UBND tỉnh như sau: tổng điểm đạt "
                            "được 15,11 điểm"));
    each.given.published.satisfaction_rank.reset();
    CHECK(body(each).mentions("Năm 2021, chưa có thứ hạng được công bố về Chỉ số hài lòng"));
}

TEST_CASE("labels of the document replace the usual ones") {
    world each;
    each.answer.labels = {"Điểm trung bình chung đạt được", "Điểm thẩm định", "sở, ban, ngành", "các sở, ban, ngành"};
    const text_lines lines = body(each);
    CHECK(lines.mentions("06/20 sở, ban, ngành (tăng 04 bậc"));
    CHECK(lines.mentions("Điểm trung bình chung đạt được 15,11 điểm"));
    CHECK(lines.has("Điểm thẩm định"));
    CHECK(!lines.has("Điểm đạt được"));
    CHECK(lines.mentions("xếp thứ 15/20 các sở, ban, ngành."));
    CHECK(body({}).has("Điểm đạt được"));
}

TEST_CASE("an incomplete assessment is called interim and gives the attainable range") {
    world each;
    each.given.marks.pop_back();
    const text_lines lines = body(each);
    CHECK(lines.mentions("tổng điểm tạm tính 13,11 điểm"));
    CHECK(!lines.mentions("06/20"));  // a published rank belongs to a final total
    CHECK(
        lines.mentions("Còn 1 tiêu chí chưa có kết quả chấm điểm; tổng điểm có thể đạt được từ 13,11 đến 15,11 điểm."));
    CHECK(lines.has("-0,28 (còn 1 tiêu chí chưa chấm)"));
    CHECK(notes(each).has("Tiêu chí “Hài lòng của người dân” chưa có kết quả chấm điểm."));
}

TEST_CASE("shortfalls print scores only where they are printed figures") {
    const text_lines lines = body({});
    CHECK(lines.has("1.2.1. Chỉ đạo điều hành"));
    CHECK(
        lines.has("Tồn tại: Sáng kiến (trừ 0,5 điểm); Sự năng động của lãnh đạo (Đôn đốc thực hiện đạt 0,95/1 điểm "
                  "(trừ 0,05 điểm); Chất lượng văn bản đạt 0,94/1 điểm (trừ 0,06 điểm)); tổng điểm trừ là 0,61 điểm."));
    // 3,72/4 would be ours, not the document's; 2.2 lost nothing.
    CHECK(lines.has("Tồn tại: tác động (trừ 0,28 điểm); tổng điểm trừ là 0,28 điểm."));
    CHECK(!lines.mentions("3,72"));
    CHECK(lines.has("Giải pháp: Rà soát văn bản."));
}

TEST_CASE("an inferred loss does not pass for a printed one") {
    world each;
    each.given.marks[0].loss = sample::inferred("0.5");
    CHECK(body(each).mentions("Sáng kiến (trừ 0,5 điểm, số liệu suy luận);"));
}

TEST_CASE("a group keeps its name when only one of its criteria still loses points") {
    world each;
    each.given.marks[1].score = sample::printed("1");
    CHECK(body(each).mentions("Sự năng động của lãnh đạo (Chất lượng văn bản đạt 0,94/1 điểm (trừ 0,06 điểm)); tổng"));
}

TEST_CASE("a section may have nothing left to mend, a cause, no task, or tasks elsewhere") {
    world each;
    each.given.marks[3].loss = sample::printed("0");
    each.answer.sections[0].shortfalls[0].cause = "Thiếu nhân lực";
    each.answer.sections[0].tasks.clear();
    CHECK(body(each).has("Tồn tại: Không có tiêu chí bị trừ điểm."));
    CHECK(body(each).has("Nguyên nhân: Thiếu nhân lực."));
    CHECK(body(each).has("Nhiệm vụ, giải pháp khắc phục: Chưa xác định nhiệm vụ, giải pháp."));
    each.answer.sections[1].tasks[0].addresses.push_back({"S1", std::nullopt, {}});
    CHECK(body(each).has("Nhiệm vụ, giải pháp khắc phục: Thực hiện theo nhiệm vụ, giải pháp nêu tại mục 1.2.2."));
}

TEST_CASE("tasks list their roles and what they are to win back") {
    world each;
    each.answer.sections[0].tasks[0].addresses[0].gain = sample::number("0.3");
    each.answer.sections[0].tasks[0].roles.monitoring = {"Phòng C"};
    const text_lines lines = body(each);
    CHECK(lines.has("Nhiệm vụ, giải pháp khắc phục: Nâng cao trách nhiệm."));
    CHECK(lines.has("Đơn vị chủ trì thực hiện: Phòng A; Phòng B."));
    CHECK(lines.has("Đơn vị tham mưu theo dõi thực hiện: Phòng C."));
    CHECK(!lines.mentions("Đơn vị phối hợp"));
    CHECK(lines.has("Số điểm dự kiến khắc phục: 0,3 điểm."));
}

TEST_CASE("every timing is worded, with as much of its date as is known") {
    CHECK(worded({}) == "Thường xuyên.");
    CHECK(worded({timing_kind::on, {}, {{2023, 9, 5}}}) == "Ngày 05/9/2023.");
    CHECK(worded({timing_kind::before, {}, {{2023, 11, 30}}}) == "Trước ngày 30/11/2023.");
    CHECK(worded({timing_kind::before, {}, {{2023, 1, {}}}}) == "Trước tháng 01/2023.");
    CHECK(worded({timing_kind::within, {{2022, {}, {}}}, {{2023, {}, {}}}}) == "Từ năm 2022 đến năm 2023.");
    CHECK(worded({timing_kind::monthly, {}, {}}) == "Hằng tháng.");
    CHECK(worded({timing_kind::quarterly, {}, {}}) == "Hằng quý.");
    CHECK(worded({timing_kind::half_yearly, {}, {}}) == "06 tháng một lần.");
    CHECK(worded({timing_kind::yearly, {}, {}}) == "Hằng năm.");
}

TEST_CASE("the end has one end mark, recipients with their marks, and a post in capitals") {
    world each;
    for (const char* last : {"Các phòng thực hiện", "Các phòng thực hiện.", "Các phòng thực hiện./."}) {
        each.answer.organisation.back() = last;
        CHECK(body(each).has("Các phòng thực hiện./."));
    }
    const text_lines lines = body(each);
    CHECK(lines.has("Phòng A theo dõi."));
    CHECK(lines.has("Lãnh đạo;"));
    CHECK(lines.has("Lưu: VT."));
    CHECK(lines.has("CHÁNH VĂN PHÒNG"));
}

TEST_CASE("the notes name what is inferred and what has no task") {
    world each;
    const text_lines clean = notes(each);
    CHECK(clean.has("0,89/0,89 điểm trừ đã có nhiệm vụ, giải pháp khắc phục."));
    CHECK(clean.has("Căn cứ suy luận: a test assumes it."));
    CHECK(clean.has("Điểm đạt được của “Tác động đến văn bản”: 3,72 điểm."));
    CHECK(clean.has("Số của văn bản còn để trống."));
    each.answer.sections.pop_back();
    each.answer.sections[0].tasks.clear();
    const text_lines lines = notes(each);
    CHECK(lines.has("0/0,89 điểm trừ đã có nhiệm vụ, giải pháp khắc phục."));
    CHECK(
        lines.has("Sáng kiến (trừ 0,5 điểm), lĩnh vực “Chỉ đạo điều hành”: đã nêu tồn tại, hạn chế nhưng chưa có "
                  "nhiệm vụ, giải pháp."));
    CHECK(
        lines.has("Tác động đến văn bản (trừ 0,28 điểm), lĩnh vực “Cải cách thể chế”: chưa được nêu thành tồn tại, "
                  "hạn chế trong kế hoạch."));
}

TEST_CASE("a set with one part needs no split, and one survey is not added up") {
    world each;
    each.described.parts[2].scored_by = {parindex::scorer::appraiser};
    each.given.marks.back().round = scoring_round::appraisal;
    CHECK(
        body(each).mentions("trong đó điểm thẩm định: 7,5 điểm; khảo sát công chức: 5,61 điểm; khảo sát người dân: 2 "
                            "điểm. Điểm cụ thể"));
}

TEST_CASE("texts that were entered with end marks do not get a second one") {
    world each;
    parindex::plan& answer = each.answer;
    answer.bases = {"Quyết định số 1;", "Công văn số 2. "};
    answer.purposes = {"Khắc phục tồn tại; ", "Nâng cao chất lượng.."};
    answer.sections[0].tasks_label = "Giải pháp:";
    answer.sections[0].tasks[0].text = "Nâng cao trách nhiệm;";
    answer.sections[0].tasks[0].roles.lead = {"Phòng A;", "Phòng B.", " "};
    answer.sections[0].shortfalls[0].cause = "Thiếu nhân lực. ";
    answer.recipients = {"Lãnh đạo;", "Phòng C.", "Lưu: VT;"};
    answer.organisation = {"Phòng A theo dõi;", "Các phòng thực hiện; "};
    const text_lines lines = body(each);
    CHECK(lines.has("Quyết định số 1; Công văn số 2. Văn phòng xây dựng kế hoạch như sau:"));
    for (const char* line : {"Khắc phục tồn tại.", "Nâng cao chất lượng.", "Giải pháp: Nâng cao trách nhiệm.",
                             "Đơn vị chủ trì thực hiện: Phòng A; Phòng B.", "Nguyên nhân: Thiếu nhân lực.", "Lãnh đạo;",
                             "Phòng C;", "Lưu: VT.", "Phòng A theo dõi.", "Các phòng thực hiện./."}) {
        CHECK_MESSAGE(lines.has(line), line);
    }
}

TEST_CASE("the names of units keep their capitals in the middle of a sentence") {
    world each;
    each.described.parts[0].name = "Sở Nội vụ chấm";
    each.answer.header.subject = "Sơn La khắc phục tồn tại";
    CHECK(body(each).mentions("trong đó Sở Nội vụ chấm: 7,5 điểm; điểm điều tra"));
    CHECK(each.compose().title == "KẾ HOẠCH: Sơn La khắc phục tồn tại");
}

TEST_CASE("a section without tasks names every place that has some, in the order of the document") {
    world each;
    each.answer.sections[0].tasks.clear();
    each.answer.sections[0].shortfalls.push_back({"S3", "1", {}, "", {}});
    each.answer.satisfaction->tasks[0].addresses = {{"S3", std::nullopt, {}}, {"S1", std::nullopt, {}}};
    each.answer.sections[1].tasks[0].addresses.push_back({"S1", std::nullopt, {}});
    CHECK(body(each).mentions("nêu tại mục 1.2.2, 2.2."));
}

TEST_CASE("figures are listed once under the assumption they share") {
    world each;
    each.described.fields[1].children[1].maximum->assumption = "another assumption";
    const text_lines lines = notes(each);
    const auto all = lines.all();
    CHECK(std::count(all.begin(), all.end(), "Căn cứ suy luận: a test assumes it.") == 1);
    CHECK(std::count(all.begin(), all.end(), "Căn cứ suy luận: another assumption.") == 1);
    CHECK(lines.has("Điểm tối đa của “Tác động đến văn bản”: 4 điểm."));
    CHECK(lines.has("Điểm tối đa của “Hài lòng của người dân”: 2 điểm."));
}
