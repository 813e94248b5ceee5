// A small questionnaire, and tallies of it.
#pragma once

#include "parindex/io/questionnaire_file.hpp"
#include "parindex/io/tally_file.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace parindex_test {

using namespace parindex;

inline const std::string small_questionnaire = R"({
  "format": "parindex.questionnaire/1",
  "code": "PKS", "name": "Phiếu", "method": "M",
  "missing": {"blank": "least_favourable"},
  "scales": [
    {
      "code": "hl2",
      "options": [
        {"code": "1", "label": "Không", "level": 1, "weight": "0%"},
        {"code": "2", "label": "Hài lòng", "level": 2, "weight": "62.5%"}
      ]
    }
  ],
  "factors": [{"code": "f1", "name": "Yếu tố"}],
  "groups": [
    {"code": "tuoi", "name": "Tuổi", "categories": [{"code": "tre", "below": "60"}, {"code": "gia", "from": 60}]}
  ],
  "questions": [
    {"code": "c0", "scale": "hl2", "multiple": true, "kind": "perception"},
    {"code": "c1", "scale": "hl2", "number": 8, "satisfied": ["2"], "asked_if": [{"question": "c0", "any_of": ["2"]}]},
    {"code": "c2", "scale": "hl2", "satisfied": ["2"], "factor": "f1"}
  ]
})";

/// One respondent of the small questionnaire.
struct small_sheet {
    std::string unit;
    std::vector<std::uint8_t> answers;  // places; the first question takes several marks
    std::uint64_t mentions = 0;
    std::uint16_t age = 0;
    std::string stratum;
    std::string cluster;
};

/// All sorts of respondents, in an order of their own.
inline std::vector<small_sheet> small_sheets() {
    const std::string units[] = {"Sở Y tế", "B", "A", "A"};
    std::vector<small_sheet> out;
    for (unsigned each = 0; each < 60; ++each) {
        const bool marked = each % 7 != 0;
        const std::uint8_t first = marked ? 2 : 3;                                    // answered, or blank
        const auto second = static_cast<std::uint8_t>(each % 5 == 4 ? 4 : each % 2);  // not known, or an option
        const auto third = static_cast<std::uint8_t>(each % 3);
        out.push_back({units[each % 4],
                       {first, second, static_cast<std::uint8_t>(third == 2 ? 3 : third)},
                       marked ? 1 + each % 3 : 0,
                       static_cast<std::uint16_t>(each % 3 == 2 ? answer_sheet::no_category : each % 3),
                       each % 2 == 0 ? "TP" : "",
                       "V" + std::to_string(each % 6)});
    }
    return out;
}

inline void add(tally& into, const small_sheet& sheet) {
    const std::vector<std::uint64_t> mentions{sheet.mentions};
    const std::vector<std::uint16_t> categories{sheet.age};
    answer_sheet given;
    given.answers = sheet.answers;
    given.mentions = mentions;
    if (!into.options().by.empty()) given.categories = categories;
    given.stratum = sheet.stratum;
    given.cluster = sheet.cluster;
    into.add(into.unit(sheet.unit), given);
}

inline questionnaire small_form() {
    return read_questionnaire(small_questionnaire, "questionnaire.json").value();
}

inline tally small_tally(tally_precision precision, std::vector<std::string> by = {"tuoi"}) {
    tally out(small_form(), {std::move(by), precision});
    for (const small_sheet& each : small_sheets()) add(out, each);
    out.add_invalid_sheet(out.unit("A"));
    out.add_sheets(out.unit("Chưa có phiếu"), {12, 0, 0});
    return out;
}

/// CRC-32, bit by bit.
inline std::uint32_t crc_of(std::string_view bytes) {
    std::uint32_t rest = 0xFFFF'FFFFU;
    for (const char each : bytes) {
        rest ^= static_cast<unsigned char>(each);
        for (int bit = 0; bit < 8; ++bit) rest = (rest & 1U) != 0 ? (rest >> 1) ^ 0xEDB8'8320U : rest >> 1;
    }
    return ~rest;
}

/// The bytes with their checksum behind them.
inline std::string with_checksum(std::string bytes) {
    std::uint32_t sum = crc_of(bytes);
    for (int each = 0; each < 4; ++each, sum >>= 8) bytes += static_cast<char>(sum & 0xFFU);
    return bytes;
}

inline std::string leb128(std::uint64_t value) {
    std::string out;
    for (; value >= 0x80; value >>= 7) out += static_cast<char>(0x80U | (value & 0x7FU));
    return out + static_cast<char>(value);
}

}  // namespace parindex_test
