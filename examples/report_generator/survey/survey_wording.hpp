/// @file
/// Every Vietnamese word that the command `survey` adds to its tables, in one place.
#pragma once

#include "parindex/survey/answer_state.hpp"
#include "parindex/survey/satisfaction_index.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace parindex::report::survey_wording {

using text = std::string_view;

inline constexpr text language = "vi";
inline constexpr text title = "KẾT QUẢ KHẢO SÁT";

// What stands above the tables.
inline constexpr text questionnaire = "Phiếu khảo sát: ";
inline constexpr text method = "Phương pháp khảo sát: ";
inline constexpr text formula = "Công thức tính chỉ số: ";
inline constexpr text aggregation = "Tổng hợp các đơn vị: ";
inline constexpr text no_index =
    "Chưa tính chỉ số chung vì chưa chọn công thức; bảng dưới đây nêu tỷ lệ hài lòng (F1) của từng nội dung.";
inline constexpr text hidden_first = "Ô ghi dấu * không công bố số liệu: nhóm có dưới ";
inline constexpr text hidden_last = " người trả lời, hoặc số liệu có thể làm lộ nhóm đó.";
inline constexpr text mean_has_no_parts =
    "Ghi chú: dấu “-” ở cột “Tử số” và cột “Mẫu số” cho biết chỉ số được tính bằng trung bình của các tỷ lệ nên không "
    "có "
    "tử số và mẫu số.";
inline constexpr text hidden = "*";
inline constexpr text nothing = "-";

// Names of tables.
inline constexpr text sheets = "Số phiếu";
inline constexpr text answers = "Tỷ lệ trả lời theo từng phương án";
inline constexpr text indices = "Chỉ số theo nội dung";
inline constexpr text units = "Chỉ số theo đơn vị";
inline constexpr text ranks = "Độ chính xác và thứ hạng của đơn vị: ";
inline constexpr text ranks_note =
    "Ghi chú: chỉ xếp hạng các đơn vị được công bố chỉ số; với độ tin cậy 95 % cho tất cả các đơn vị, thứ hạng thực "
    "của mỗi đơn vị nằm giữa thứ hạng cao nhất và thứ "
    "hạng thấp nhất có thể.";
inline constexpr text groups = "Chỉ số theo nhóm đối tượng: ";
inline constexpr text quality = "Phiếu cần xem xét";
inline constexpr text continued = " (tiếp theo)";

// Columns and rows.
inline constexpr text unit = "Đơn vị";
inline constexpr text issued = "Phát ra";
inline constexpr text returned = "Thu về";
inline constexpr text valid = "Hợp lệ";
inline constexpr text valid_share = "Tỷ lệ hợp lệ";
inline constexpr text return_rate = "Tỷ lệ thu về";
inline constexpr text yield = "Tỷ lệ hợp lệ trên phát ra";
inline constexpr text total = "Tổng cộng";
inline constexpr text code = "Mã";
inline constexpr text content = "Nội dung";
inline constexpr text answered = "Số người trả lời";
inline constexpr text satisfied = "Tỷ lệ hài lòng (F1)";
inline constexpr text index = "Chỉ số";
inline constexpr text numerator = "Tử số";
inline constexpr text denominator = "Mẫu số";
inline constexpr text whole = "Chung";
inline constexpr text category_name = "Tên nhóm đối tượng";
inline constexpr text unknown_category = "Không rõ";
inline constexpr text which_sheets = "Phạm vi";
inline constexpr text sheet_count = "Số phiếu";
inline constexpr text all_sheets = "Tất cả phiếu hợp lệ";
inline constexpr text straight_lines = "Chọn một phương án cho mọi nội dung";
inline constexpr text duplicates = "Trùng với phiếu khác của đơn vị";
inline constexpr text too_fast = "Trả lời quá nhanh";
inline constexpr text flagged = "Phiếu cần xem xét (tổng)";
inline constexpr text without_flagged = "Không tính phiếu cần xem xét";
inline constexpr text count_suffix = " (số phiếu)";
inline constexpr text standard_error = "Sai số chuẩn";
inline constexpr text lower = "Cận dưới 95 %";
inline constexpr text upper = "Cận trên 95 %";
inline constexpr text design_effect = "Hệ số thiết kế";
inline constexpr text degrees = "Bậc tự do";
inline constexpr text rank = "Thứ hạng";
inline constexpr text best_rank = "Thứ hạng cao nhất";
inline constexpr text worst_rank = "Thứ hạng thấp nhất";

/// By answer_state.
inline constexpr std::array<text, answer_states> states = {"Trả lời",
                                                           "Bỏ trống",
                                                           "Không biết",
                                                           "Không áp dụng",
                                                           "Từ chối",
                                                           "Ngoài thang đo",
                                                           "Đánh dấu nhiều phương án",
                                                           "Không thuộc diện hỏi",
                                                           "Trả lời ngoài diện hỏi"};

/// What a formula divides by what.
inline constexpr std::array<std::pair<index_formula, text>, 15> formulas = {{
    {index_formula::item_share, "số câu trả lời hài lòng trên số câu trả lời của từng nội dung"},
    {index_formula::pooled_answers, "tổng số câu trả lời hài lòng trên tổng số câu trả lời của tất cả nội dung"},
    {index_formula::mean_of_items, "trung bình cộng tỷ lệ hài lòng của các nội dung"},
    {index_formula::mean_of_factors, "trung bình cộng chỉ số của các yếu tố"},
    {index_formula::overall_question, "tỷ lệ hài lòng ở câu hỏi đánh giá chung"},
    {index_formula::every_answer, "số người hài lòng với mọi nội dung trên số người trả lời"},
    {index_formula::mean_level, "mức trung bình của các câu trả lời"},
    {index_formula::mean_level_of_highest, "mức trung bình so với mức cao nhất"},
    {index_formula::mean_level_linear, "mức trung bình quy về thang từ 0 đến 100 %"},
    {index_formula::option_weights, "trung bình trọng số của các phương án trả lời"},
    {index_formula::own_satisfied_sets,
     "tổng số câu trả lời hài lòng (theo quy định riêng của từng nội dung) trên tổng số câu trả lời"},
    {index_formula::top_two_of_three, "số câu trả lời ở hai mức cao của thang ba mức trên tổng số câu trả lời"},
    {index_formula::yes_of_valid, "số câu trả lời “có” trên số câu trả lời hợp lệ"},
    {index_formula::yes_of_issued, "số câu trả lời “có” trên số phiếu phát ra"},
    {index_formula::complement, "phần còn lại sau khi trừ tỷ lệ phản ánh không hài lòng"},
}};

inline constexpr std::array<std::pair<unit_aggregation, text>, 4> aggregations = {{
    {unit_aggregation::pooled, "gộp tất cả câu trả lời của các đơn vị"},
    {unit_aggregation::mean_of_units, "trung bình cộng của các đơn vị"},
    {unit_aggregation::by_population, "trung bình có trọng số theo dân số của các đơn vị"},
    {unit_aggregation::by_sample, "trung bình có trọng số theo số phiếu hợp lệ của các đơn vị"},
}};

/// The second of the pair whose first is `key`.
template <class Pairs, class Key>
constexpr text of(const Pairs& pairs, const Key& key) {
    for (const auto& [each, words] : pairs) {
        if (each == key) return words;
    }
    return {};
}

}  // namespace parindex::report::survey_wording
