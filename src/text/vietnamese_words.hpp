/// @file
/// The Vietnamese words that numbers and dates of documents are written with: normal form C, lower case. They are
/// compared with case ignored and accents kept: "trừ" (to deduct) is not "trù" or "trữ".
#pragma once

#include "parindex/text/document_number.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace parindex::inline v0::words {

// Dates and periods.
inline constexpr std::string_view day = "ngày";
inline constexpr std::string_view month = "tháng";
inline constexpr std::string_view quarter = "quý";
inline constexpr std::string_view quarter_other_spelling = "quí";
inline constexpr std::string_view year = "năm";
inline constexpr std::string_view first_half = "đầu";
inline constexpr std::string_view second_half = "cuối";
inline constexpr std::string_view before = "trước";
inline constexpr std::string_view until = "đến";
inline constexpr std::string_view until_end = "hết";

// A cell that says there is no number.
inline constexpr std::string_view not_available = "n/a";
inline constexpr std::string_view not_applicable = "không áp dụng";

/// Words before a number.
struct lead_phrase {
    std::string_view phrase;
    number_lead lead;
};
inline constexpr std::size_t longest_lead = 4;
inline constexpr std::array leads{
    lead_phrase{"thứ", number_lead::rank},
    lead_phrase{"xếp", number_lead::rank},
    lead_phrase{"xếp thứ", number_lead::rank},
    lead_phrase{"xếp hạng", number_lead::rank},
    lead_phrase{"hạng", number_lead::rank},
    lead_phrase{"vị thứ", number_lead::rank},
    lead_phrase{"tăng", number_lead::rise},
    lead_phrase{"giảm", number_lead::fall},
    lead_phrase{"tụt", number_lead::fall},
    lead_phrase{"trừ", number_lead::deduction},
    lead_phrase{"bị trừ", number_lead::deduction},
    lead_phrase{"điểm trừ", number_lead::deduction},
    lead_phrase{"điểm trừ là", number_lead::deduction},
    lead_phrase{"tổng điểm trừ", number_lead::deduction},
    lead_phrase{"tổng điểm trừ là", number_lead::deduction},
    lead_phrase{"mất", number_lead::deduction},
    lead_phrase{"mất điểm", number_lead::deduction},
    lead_phrase{"bị mất", number_lead::deduction},
    lead_phrase{"bị mất điểm", number_lead::deduction},
    lead_phrase{"đạt", number_lead::reached},
};

/// Words behind a number.
struct unit_phrase {
    std::string_view phrase;
    number_unit unit;
};
inline constexpr std::size_t longest_unit = 3;
inline constexpr std::array units{
    unit_phrase{"điểm", number_unit::points},
    unit_phrase{"phần trăm", number_unit::percent},
    unit_phrase{"điểm phần trăm", number_unit::percentage_points},
    unit_phrase{"bậc", number_unit::places},
    unit_phrase{"đơn vị", number_unit::other},
    unit_phrase{"tiêu chí", number_unit::other},
    unit_phrase{"phiếu", number_unit::other},
    unit_phrase{"hồ sơ", number_unit::other},
    unit_phrase{"người", number_unit::other},
    unit_phrase{"thủ tục", number_unit::other},
};

}  // namespace parindex::inline v0::words
