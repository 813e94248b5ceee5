/// @file
/// The files of a new data folder. Every text in them is an example that an office replaces by its own.
#pragma once

#include <string_view>

namespace parindex::report::starter {

inline constexpr std::string_view criteria = R"json({
  "format": "parindex.criteria/1",
  "source": "An example: replace decision, names, parts, criteria and maxima by those of your criteria set. The maxima of the children of every criterion, and those of every part, must add up to its own.",
  "decision": {"number": "1/QĐ-UBND", "issuer": "UBND tỉnh", "date": "2025-01-02"},
  "name": "Bộ tiêu chí xác định Chỉ số cải cách hành chính của các sở, ban, ngành (ví dụ)",
  "maximum": "100",
  "parts": [
    {"code": "appraisal", "name": "Điểm thẩm định", "scored_by": ["unit", "appraiser"], "maximum": "80"},
    {"code": "survey", "name": "Điểm điều tra xã hội học", "scored_by": ["survey"], "maximum": "20"}
  ],
  "fields": [
    {
      "code": "1",
      "name": "Công tác chỉ đạo, điều hành cải cách hành chính",
      "maximum": "40",
      "children": [
        {
          "code": "1.1",
          "name": "Ban hành kế hoạch cải cách hành chính năm",
          "part": "appraisal",
          "maximum": "10",
          "evidence": ["Kế hoạch cải cách hành chính năm"],
          "source": {"document": "1/QĐ-UBND", "article": "Điều 1"}
        },
        {"code": "1.2", "name": "Mức độ hoàn thành kế hoạch", "part": "appraisal", "maximum": "30"}
      ]
    },
    {
      "code": "2",
      "name": "Cải cách thủ tục hành chính",
      "maximum": "60",
      "children": [
        {
          "code": "2.1",
          "name": "Giải quyết thủ tục hành chính",
          "maximum": "40",
          "children": [
            {"code": "2.1.1", "name": "Hồ sơ giải quyết đúng hạn", "part": "appraisal", "maximum": "25"},
            {
              "code": "2.1.2",
              "name": "Dịch vụ công trực tuyến",
              "part": "appraisal",
              "maximum": "15",
              "not_applicable": "smaller_maximum"
            }
          ]
        },
        {"code": "2.2", "name": "Mức độ hài lòng của người dân", "part": "survey", "maximum": "20"}
      ]
    },
    {"code": "T", "name": "Điểm thưởng: sáng kiến cải cách hành chính", "points": "bonus", "part": "appraisal", "maximum": "2"},
    {"code": "P", "name": "Điểm phạt: báo cáo chậm", "points": "penalty", "part": "appraisal", "maximum": "5"}
  ]
}
)json";

inline constexpr std::string_view assessment = R"json({
  "format": "parindex.assessment/1",
  "source": "An example: replace unit, year and marks by those of your office. A mark is a score, or a loss, or \"not_applicable\" with the reason. A criterion without a mark is still to be scored; a bonus or penalty without a mark is none. A penalty has its sign: \"-0.25\" takes a quarter of a point.",
  "set": {"number": "1/QĐ-UBND", "issuer": "UBND tỉnh", "date": "2025-01-02"},
  "unit": {"code": "DV01", "name": "Tên đơn vị"},
  "year": 2025,
  "rounds": [
    {
      "round": "self",
      "marks": [
        {"criterion": "1.1", "score": "10", "evidence": [{"document": "12/KH-DV", "place": "Mục II"}]},
        {"criterion": "1.2", "score": "29"},
        {"criterion": "2.1.1", "score": "25"},
        {"criterion": "2.1.2", "score": "14"}
      ]
    },
    {
      "round": "appraisal",
      "marks": [
        {"criterion": "1.1", "score": "10"},
        {"criterion": "1.2", "score": "27.5", "explanation": "Hai nhiệm vụ hoàn thành sau thời hạn."},
        {"criterion": "2.1.1", "score": "24.25"},
        {"criterion": "2.1.2", "score": "14"},
        {"criterion": "T", "score": "0.5"},
        {"criterion": "P", "score": "-0.25", "explanation": "Báo cáo quý I gửi chậm 05 ngày."}
      ]
    },
    {"round": "survey", "marks": [{"criterion": "2.2", "score": "17.84"}]}
  ]
}
)json";

}  // namespace parindex::report::starter
