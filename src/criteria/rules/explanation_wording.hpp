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
    std::string_view other_case;    // before a condition that does not hold, where another rule follows
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
    std::string_view outside;          // before a list of facts of the context, or behind one of them
    std::string_view from;             // a range of points or values
    std::string_view to;
    std::string_view above;     // a value that does not belong to the range
    std::string_view to_below;  // likewise
    std::string_view after;     // a day
    std::string_view before;
    std::string_view to_before;
    std::string_view maximum;  // of the criterion
    std::string_view conjunction;
    std::string_view disjunction;
    std::string_view negation;
    std::string_view yes;
    std::string_view no;
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
    "thuộc trường hợp",
    "không đạt điều kiện",
    "không thuộc trường hợp",
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
    "số liệu ngoài đơn vị",
    "từ ",
    " đến ",
    "trên ",
    " đến dưới ",
    "sau ",
    "trước ",
    " đến trước ",
    "điểm tối đa",
    "và",
    "hoặc",
    "không",
    "có",
    "không",
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
    "not the case",
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
    "from outside the unit",
    "from ",
    " to ",
    "above ",
    " to below ",
    "after ",
    "before ",
    " to before ",
    "the maximum",
    "and",
    "or",
    "not",
    "yes",
    "no",
    "; for more: ",
};

inline const explanation_wording& wording_of(explanation_language language) noexcept {
    return language == explanation_language::vietnamese ? vietnamese_explanation : english_explanation;
}

}  // namespace parindex::inline v0
