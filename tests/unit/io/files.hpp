// Texts for the readers: the files of Sơn La, small valid ones, and small ones with an error at a marked place.
#pragma once

#include "../findings.hpp"
#include "parindex/io/assessment_file.hpp"
#include "parindex/io/criteria_file.hpp"
#include "parindex/io/plan_file.hpp"
#include "parindex/io/score_file.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace parindex_test {

using namespace parindex;

inline std::string son_la_file(const std::string& name) {
    std::ifstream in(PARINDEX_SON_LA_DIR "/" + name, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + name);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// `text` with its only `from` replaced.
inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos || text.find(from, at + 1) != std::string::npos) {
        throw std::logic_error("expected once in the text: " + std::string(from));
    }
    return text.replace(at, from.size(), to);
}

inline const std::string small_criteria = R"({
  "format": "parindex.criteria/1",
  "decision": {"number": "134/QĐ-UBND", "issuer": "UBND tỉnh Sơn La", "date": "2022-01-20"},
  "name": "Bộ chỉ số",
  "parts": [{"code": "a", "name": "Thẩm định", "scored_by": ["appraiser"]}],
  "fields": [{"code": "1", "name": "Chỉ đạo", "part": "a", "maximum": "10"}]
})";

inline const std::string small_assessment = R"({
  "format": "parindex.assessment/1",
  "set": {"number": "134/QĐ-UBND", "issuer": "UBND tỉnh Sơn La", "date": "2022-01-20"},
  "unit": {"code": "VP", "name": "Văn phòng"},
  "year": 2021,
  "rounds": [{"round": "appraisal", "marks": [{"criterion": "1", "score": "9.5"}]}],
  "published": {"total": "9.5", "rank": {"place": 6, "of": 20}}
})";

inline const std::string small_plan = R"({
  "format": "parindex.plan/1",
  "set": {"number": "134/QĐ-UBND", "issuer": "UBND tỉnh Sơn La", "date": "2022-01-20"},
  "year": 2021,
  "agency": "Văn phòng",
  "header": {"agency": "Văn phòng", "symbol": "KH-VP", "place": "Sơn La", "issued": "2022", "title": "KẾ HOẠCH", "subject": "Khắc phục"},
  "sections": [{"field": "1", "shortfalls": [{"id": "S1", "deductions": [{"criterion": "1"}]}],
    "tasks": [{"id": "T1", "text": "Rà soát", "roles": {"lead": ["Phòng"]}, "timing": {"kind": "monthly"}, "addresses": [{"shortfall": "S1"}]}]}],
  "signatory": {"post": "CHÁNH VĂN PHÒNG"}
})";

/// A text whose expected error is marked with "§" at its first byte. Line and column are counted here, naively.
struct marked_text {
    std::string text;
    std::size_t line = 1;
    std::size_t column = 1;
};

inline marked_text marked(std::string text) {
    constexpr std::string_view mark = "§";
    marked_text out;
    const std::size_t at = text.find(mark);
    if (at == std::string::npos) throw std::logic_error("no mark in the text");
    for (std::size_t byte = 0; byte < at; ++byte) {
        if (text[byte] == '\n') {
            ++out.line;
            out.column = 1;
        } else if ((static_cast<unsigned char>(text[byte]) & 0xC0U) != 0x80U) {
            ++out.column;
        }
    }
    out.text = text.erase(at, mark.size());
    return out;
}

/// What a reader says about a text it refuses; nothing if it accepts it.
template <class T>
diagnostics refusal(const result<T>& read) {
    if (read) return {};
    CHECK(has_error(read.error()));
    for (const diagnostic& each : read.error()) CHECK_FALSE(each.message.empty());
    return read.error();
}

inline criteria_set small_set() {
    return read_criteria_set(small_criteria, "criteria.json").value();
}
inline diagnostics refused_criteria(std::string_view text) {
    return refusal(read_criteria_set(text, "criteria.json"));
}
inline diagnostics refused_assessment(std::string_view text) {
    const criteria_set set = small_set();
    return refusal(read_assessment(text, "assessment.json", &set));
}
inline diagnostics refused_plan(std::string_view text) {
    const criteria_set set = small_set();
    return refusal(read_plan(text, "plan.json", &set));
}

/// Checks that exactly one error is found, at the mark.
inline void check_only_error(const diagnostics& found, const marked_text& expected, error_code code,
                             std::string_view pointer) {
    INFO(expected.text);
    INFO(listed(found));
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == code);
    CHECK(found[0].level == severity::error);
    CHECK(found[0].where.line == expected.line);
    CHECK(found[0].where.column == expected.column);
    CHECK(found[0].where.pointer == pointer);
    CHECK_FALSE(found[0].where.file.empty());
}

}  // namespace parindex_test
