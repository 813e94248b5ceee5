// The words for points without a rule. Those of rules are in criteria/rules/explanation_wording.hpp.
#pragma once

#include "parindex/criteria/rule_explanation.hpp"

#include <string_view>

namespace parindex::inline v0 {

struct points_wording {
    std::string_view reached;        // before "3,61/4 điểm"
    std::string_view so_far;         // likewise, while marks are missing
    std::string_view of;             // between score and maximum
    std::string_view so_far_behind;  // behind all that
    std::string_view lost;           // before a number of points
    std::string_view lost_behind;
    std::string_view note_points;  // behind such a number in brackets
    std::string_view nothing_lost;
    std::string_view bonus;  // before points, as the next
    std::string_view penalty;
    std::string_view above_cap;
    std::string_view below_minimum;
    std::string_view rounded_down;
    std::string_view rounded_up;
    std::string_view not_scored;
    std::string_view unmarked;         // before a count
    std::string_view unmarked_behind;  // behind a count
    std::string_view unmarked_one;     // behind 1
    std::string_view attainable;       // before a range
    std::string_view inferred;
    std::string_view not_applicable;
    std::string_view outside_maximum;  // it leaves the maximum of the unit
    std::string_view shared_out;       // its weight went to others
    std::string_view counted;          // before what a weight or rounding makes of the points of a rule
};

inline constexpr points_wording vietnamese_points{
    "đạt ",
    "tạm tính ",
    "/",
    "",
    "trừ ",
    "",
    " điểm",
    "không bị trừ điểm",
    "điểm thưởng: ",
    "điểm phạt: ",
    "không tính do vượt mức tối đa: ",
    "tính thêm để đạt mức tối thiểu: ",
    "giảm do làm tròn: ",
    "tăng do làm tròn: ",
    "chưa chấm",
    "còn ",
    " tiêu chí chưa chấm",
    " tiêu chí chưa chấm",
    "có thể đạt được ",
    "số liệu suy luận",
    "không áp dụng",
    "không tính vào điểm tối đa của đơn vị",
    "điểm tối đa được phân bổ cho các tiêu chí khác",
    "điểm được tính: ",
};

inline constexpr points_wording english_points{
    "",
    "",
    " of ",
    " so far",
    "",
    " lost",
    "",
    "nothing lost",
    "bonus: ",
    "penalty: ",
    "cut off by the cap: ",
    "given back by the minimum: ",
    "lost in rounding: ",
    "won in rounding: ",
    "not scored yet",
    "",
    " criteria not scored yet",
    " criterion not scored yet",
    "possible: ",
    "inferred",
    "does not apply",
    "left out of the maximum of the unit",
    "its maximum is shared out among other criteria",
    "what counts: ",
};

}  // namespace parindex::inline v0
