// The words of explanations.
#pragma once

#include "parindex/criteria/rule_explanation.hpp"

#include <string_view>

namespace parindex::inline v0 {

struct explanation_wording {
    char decimal_mark;
    std::string_view points;  // behind a number
    std::string_view point;   // behind 1
    std::string_view arrow;
    std::string_view sum;  // of several rules
    std::string_view best;
    std::string_view worst;
    std::string_view holds;  // a condition
    std::string_view does_not_hold;
    std::string_view no_condition;  // none of several holds
    std::string_view share_clamped;
    std::string_view limited;  // points cut to a limit
    std::string_view rounded;
    std::string_view zero_denominator;
    std::string_view full_points;
    std::string_view no_points;
    std::string_view not_applicable;
    std::string_view missing;          // before a list of facts
    std::string_view counted_as_zero;  // before a list of facts
    std::string_view from;             // a range of points
    std::string_view to;
    std::string_view needed;  // before what would have earned more
};

inline constexpr explanation_wording vietnamese_explanation{
    ',',
    " điểm",
    " điểm",
    " → ",
    "tổng",
    "lấy trường hợp có điểm cao nhất",
    "lấy trường hợp có điểm thấp nhất",
    "đúng với điều kiện",
    "không đạt điều kiện",
    "không thuộc trường hợp nào",
    ", tính bằng 100 %",
    "giới hạn còn ",
    "làm tròn thành ",
    "mẫu số bằng 0",
    "chấm điểm tối đa",
    "không có điểm",
    "không áp dụng đối với đơn vị",
    "còn thiếu số liệu",
    "số liệu không có được tính bằng 0",
    "từ ",
    " đến ",
    "; mức cao hơn cần đạt: ",
};

inline constexpr explanation_wording english_explanation{
    '.',
    " points",
    " point",
    " -> ",
    "sum",
    "the best of the cases counts",
    "the worst of the cases counts",
    "meets the condition",
    "does not meet the condition",
    "none of the cases holds",
    ", counted as 100 %",
    "limited to ",
    "rounded to ",
    "the denominator is 0",
    "full points",
    "no points",
    "does not apply to the unit",
    "facts are missing",
    "facts that are not given count as 0",
    "from ",
    " to ",
    "; for more: ",
};

inline const explanation_wording& wording_of(explanation_language language) noexcept {
    return language == explanation_language::vietnamese ? vietnamese_explanation : english_explanation;
}

}  // namespace parindex::inline v0
