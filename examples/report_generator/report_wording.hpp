/// @file
/// Every Vietnamese word that the report generator itself adds to a document, in one table. What a document says in
/// words of its own comes from its data.
#pragma once

#include <array>
#include <string_view>

namespace parindex::report::wording {

using text = std::string_view;

inline constexpr text language = "vi";

// First words of labels and names of parts that begin no proper name. In the middle of a sentence they are written
// small; what is not listed, such as "Sở" or "Hội", may be the name of a unit and stays as it is.
inline constexpr std::array<text, 10> common_words = {"Đánh", "Điểm", "Điều", "Kết", "Khảo",
                                                      "Phần", "Thẩm", "Tổng", "Tự",  "Ý"};

// The head, after Decree 30/2020/ND-CP, appendix I.
inline constexpr text state_name = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
inline constexpr text motto = "Độc lập - Tự do - Hạnh phúc";
inline constexpr text number = "Số:";

// Headings, in the order of the document.
inline constexpr text purposes_and_requirements = "MỤC ĐÍCH, YÊU CẦU";
inline constexpr text purposes = "Mục đích";
inline constexpr text requirements = "Yêu cầu";
inline constexpr text content = "NỘI DUNG";
inline constexpr text reform_index = "Chỉ số Cải cách hành chính";
inline constexpr text results = "Kết quả đánh giá";
inline constexpr text remedies = "Nhiệm vụ, giải pháp khắc phục tồn tại, hạn chế";
inline constexpr text satisfaction_index = "Chỉ số hài lòng về sự phục vụ hành chính";
inline constexpr text improvements = "Nhiệm vụ, giải pháp nâng cao";
inline constexpr text organisation = "TỔ CHỨC THỰC HIỆN";

// The result sentences.
inline constexpr text in_year = "Năm ";
inline constexpr text ranked = " xếp thứ ";
inline constexpr text places_gained = "tăng ";
inline constexpr text places_lost = "giảm ";
inline constexpr text places_against_year = " bậc so với năm ";
inline constexpr text place_kept_against_year = "giữ nguyên thứ hạng so với năm ";
inline constexpr text result_of = "kết quả đánh giá, chấm điểm của ";
inline constexpr text result_as_follows = " như sau: ";
inline constexpr text total_label = "Tổng điểm đạt được";
inline constexpr text interim_total_label = "Tổng điểm tạm tính";
inline constexpr text of_which_inline = ", trong đó ";
inline constexpr text of_which_bracketed = " (trong đó: ";
inline constexpr text survey_score = "điểm điều tra xã hội học";
inline constexpr text peers = "cơ quan, đơn vị";
inline constexpr text points = " điểm";
inline constexpr text unmarked_first = "Còn ";
inline constexpr text unmarked_range = " tiêu chí chưa có kết quả chấm điểm; tổng điểm có thể đạt được từ ";
inline constexpr text range_to = " đến ";
inline constexpr text table_follows = "Điểm cụ thể ở từng nội dung như sau:";
inline constexpr text index_of_unit = " của ";
inline constexpr text no_published_rank = "chưa có thứ hạng được công bố về ";

// The table of fields.
inline constexpr text table_caption = "Điểm đạt được theo từng nội dung đánh giá";
inline constexpr text column_ordinal = "TT";
inline constexpr text column_content = "Nội dung";
inline constexpr text column_maximum = "Điểm tối đa";
inline constexpr text column_score = "Điểm đạt được";
inline constexpr text column_note = "Ghi chú";
inline constexpr text grand_total = "Tổng cộng";
inline constexpr text unmarked_in_cell_first = " (còn ";
inline constexpr text unmarked_in_cell_last = " tiêu chí chưa chấm)";

// Shortfalls and tasks.
inline constexpr text shortfall = "Tồn tại";
inline constexpr text shortfall_in_text = "tồn tại";
inline constexpr text shortfall_above = " nêu trên";
inline constexpr text in_section = " mục ";
inline constexpr text reached = " đạt ";
inline constexpr text lost_first = "(trừ ";
inline constexpr text penalty_first = "(điểm phạt: ";
inline constexpr text lost_last = " điểm)";
inline constexpr text lost_inferred_last = " điểm, số liệu suy luận)";
inline constexpr text total_loss = "; tổng điểm trừ là ";
inline constexpr text total_of_section = "Tổng điểm trừ của nội dung này là ";
inline constexpr text nothing_lost = "Không có tiêu chí bị trừ điểm.";
inline constexpr text loss_unnamed_first = "Chưa nêu tồn tại, hạn chế đối với ";
inline constexpr text loss_unnamed_last = " điểm bị trừ.";
inline constexpr text unmarked_only_last = " tiêu chí chưa có kết quả chấm điểm.";
inline constexpr text improvements_number = "2.2";
inline constexpr text cause = "Nguyên nhân: ";
inline constexpr text tasks_label = "Nhiệm vụ, giải pháp khắc phục";
inline constexpr text no_task = "Chưa xác định nhiệm vụ, giải pháp.";
inline constexpr text tasks_elsewhere = "Thực hiện theo nhiệm vụ, giải pháp nêu tại mục ";
inline constexpr text lead = "Đơn vị chủ trì thực hiện: ";
inline constexpr text implementing = "Đơn vị thực hiện: ";
inline constexpr text coordinating = "Đơn vị phối hợp thực hiện: ";
inline constexpr text monitoring = "Đơn vị tham mưu theo dõi thực hiện: ";
inline constexpr text time = "Thời gian thực hiện: ";
inline constexpr text moved_deadlines = "Thời hạn trước khi điều chỉnh: ";
inline constexpr text moved_on = "điều chỉnh ";
inline constexpr text because = ", lý do: ";
inline constexpr text milestones = "Mốc thực hiện: ";
inline constexpr text done_on = "hoàn thành ";
inline constexpr text expected_gain = "Số điểm dự kiến khắc phục: ";
inline constexpr text status = "Tình trạng thực hiện: ";
inline constexpr text in_progress = "Đang thực hiện";
inline constexpr text done = "Đã hoàn thành";
inline constexpr text proofs = "Tài liệu kiểm chứng: ";
inline constexpr text answers = "Khắc phục: ";

// Placeholders of what a draft left to be written.
inline constexpr text blank_agency = "[tên cơ quan, đơn vị]";
inline constexpr text blank_issuer = "[tên cơ quan ban hành]";
inline constexpr text blank_symbol = "[ký hiệu]";
inline constexpr text blank_place = "[địa danh]";
inline constexpr text blank_title = "[tên loại văn bản]";
inline constexpr text blank_subject = "[trích yếu nội dung]";
inline constexpr text blank_post = "[chức vụ người ký]";
inline constexpr text blank_task = "[nội dung nhiệm vụ, giải pháp]";
inline constexpr text blank_unit = "[tên đơn vị]";

// Timing.
inline constexpr text continuous = "Thường xuyên";
inline constexpr text before = "Trước ";
inline constexpr text from = "Từ ";
inline constexpr text until = " đến ";
inline constexpr text monthly = "Hằng tháng";
inline constexpr text quarterly = "Hằng quý";
inline constexpr text half_yearly = "06 tháng một lần";
inline constexpr text yearly = "Hằng năm";
inline constexpr text day = "ngày ";
inline constexpr text month = "tháng ";
inline constexpr text year = "năm ";
inline constexpr text date_open = "Chưa xác định";

// The end.
inline constexpr text end_mark = "./.";
inline constexpr text recipients = "Nơi nhận:";

}  // namespace parindex::report::wording

/// Words of the working notes, which are not part of the document.
namespace parindex::report::wording::notes {

inline constexpr text heading = "Ghi chú nghiệp vụ (không thuộc nội dung văn bản)";
inline constexpr text coverage_heading = "Mức độ bao phủ của nhiệm vụ, giải pháp";
inline constexpr text coverage_last = " điểm trừ đã có nhiệm vụ, giải pháp khắc phục.";
inline constexpr text gross_first = "Tổng các khoản điểm trừ và điểm phạt là ";
inline constexpr text gross_middle = " điểm, chưa bù trừ điểm thưởng và giới hạn điểm; tổng điểm trừ sau bù trừ là ";
inline constexpr text covered_of_part_middle = " điểm trừ thuộc phần ";
inline constexpr text covered_of_part_last = " đã có nhiệm vụ, giải pháp khắc phục.";
inline constexpr text uncovered_heading = "Điểm trừ chưa có nhiệm vụ, giải pháp";
inline constexpr text in_field = ", lĩnh vực ";
inline constexpr text no_shortfall = ": chưa được nêu thành tồn tại, hạn chế trong kế hoạch.";
inline constexpr text no_task = ": đã nêu tồn tại, hạn chế nhưng chưa có nhiệm vụ, giải pháp.";
inline constexpr text inferred_heading = "Số liệu suy luận, không có trong văn bản đã công bố";
inline constexpr text maximum_of = "Điểm tối đa của ";
inline constexpr text maximum_and_score_of = "Điểm tối đa, đồng thời là điểm đạt được của ";
inline constexpr text score_of = "Điểm đạt được của ";
inline constexpr text loss_of = "Điểm trừ của ";
inline constexpr text remainder_of = "các tiêu chí không được nêu riêng thuộc ";
inline constexpr text part_of = "phần ";
inline constexpr text assumption = "Căn cứ suy luận: ";
inline constexpr text parts_inferred_first = "Điểm của phần ";
inline constexpr text parts_inferred_last = " được tổng hợp từ các tiêu chí, trong đó có số liệu suy luận nêu trên";
inline constexpr text agrees_with_published = "; kết quả khớp với số liệu đã công bố.";
inline constexpr text set_key_of = "Số quyết định ban hành bộ tiêu chí được ghi là ";
inline constexpr text codes_assigned = "Mã tiêu chí do người lập dữ liệu đặt, không có trong văn bản đã công bố.";
inline constexpr text attention_heading = "Nội dung cần rà soát trước khi trình ký";
inline constexpr text about_criterion = "Tiêu chí ";
inline constexpr text no_mark = " chưa có kết quả chấm điểm.";
inline constexpr text published_total = "Tổng điểm";
inline constexpr text published_deductions = "Tổng điểm trừ";
inline constexpr text published_part = "Điểm của phần ";
inline constexpr text published_field = "Điểm của lĩnh vực ";
inline constexpr text published_differs = " đã công bố khác với số liệu tính được là ";
inline constexpr text gain_above_loss = "Số điểm dự kiến khắc phục đối với ";
inline constexpr text gain_is = " là ";
inline constexpr text gain_above = " điểm, lớn hơn số điểm bị trừ là ";
inline constexpr text no_evidence = " chưa có tài liệu kiểm chứng và chưa được giải trình.";
inline constexpr text other_year_first = "Kế hoạch được lập cho kết quả năm ";
inline constexpr text other_year_middle = " nhưng kết quả chấm điểm là của năm ";
inline constexpr text unfinished =
    "Kế hoạch còn nội dung chưa hoàn thiện về thể thức văn bản, nội dung nhiệm vụ hoặc đơn vị thực hiện; đề nghị bổ "
    "sung.";
inline constexpr text early_deadline = "Có nhiệm vụ mà thời hạn thực hiện trước ngày ban hành văn bản.";
inline constexpr text disordered_dates = "Có nhiệm vụ mà các mốc thời gian không theo đúng trình tự.";
inline constexpr text other_unit = "Kế hoạch nêu đơn vị khác với đơn vị được chấm điểm: ";
inline constexpr text other_unit_and = " và ";
inline constexpr text idle_acceptance = "Có nội dung được ghi là đã rà soát, chấp nhận nhưng không phát sinh.";
inline constexpr text unlisted = "Còn tiêu chí khác thuộc cùng nội dung rà soát chưa được liệt kê.";
inline constexpr text no_loss = " được nêu là tồn tại, hạn chế nhưng không bị trừ điểm.";
inline constexpr text only_continuous =
    "Tất cả nhiệm vụ, giải pháp đều có thời gian thực hiện là thường xuyên, không có mốc để kiểm tra tiến độ; đề nghị "
    "bổ sung mốc thời gian cụ thể.";
inline constexpr text number_blank = "Số của văn bản còn để trống.";
inline constexpr text date_blank = "Ngày, tháng ban hành văn bản còn để trống.";
inline constexpr text column = "Cột ";
inline constexpr text holds_total = " ghi tổng điểm của tất cả các phần, không phải điểm của riêng phần cùng tên.";
inline constexpr text other_finding_first = "Thông báo kiểm tra số ";
inline constexpr text other_finding_last = ": đề nghị xem nội dung chi tiết do chương trình thông báo khi chạy.";

}  // namespace parindex::report::wording::notes
