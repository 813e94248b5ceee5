/// @file
/// Units (đơn vị) as a register writes them down: departments, communes, divisions of an office, groups of units.
#pragma once

#include "parindex/support/diagnostic.hpp"
#include "parindex/text/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// What sort of unit it is (loại đơn vị).
enum class unit_kind : std::uint8_t {
    ministry,        ///< bộ, cơ quan ngang bộ
    committee,       ///< ủy ban nhân dân
    department,      ///< sở, ban, ngành; also the office of a provincial people's committee
    district,        ///< huyện; abolished in 2025
    commune,         ///< xã, phường, đặc khu
    central_agency,  ///< cơ quan trung ương đóng trên địa bàn
    service_unit,    ///< đơn vị sự nghiệp
    division,        ///< phòng, ban of an office
    group,           ///< Several units under one name: "Các phòng, ban, đơn vị".
    other,
};

/// "ministry", "central_agency", ...: as in JSON.
[[nodiscard]] std::string_view to_string(unit_kind kind) noexcept;

/// How a unit came out of a former one (hình thức tổ chức lại).
enum class unit_change : std::uint8_t {
    renamed,      ///< đổi tên: the same unit goes on under another name.
    reorganised,  ///< tổ chức lại: a new unit, although perhaps under the same name.
    split,        ///< chia, tách: a new unit out of part of the former one, which may go on.
    merged,       ///< sáp nhập, hợp nhất: the former unit went into this one.
};

/// "renamed", "reorganised", "split" or "merged".
[[nodiscard]] std::string_view to_string(unit_change change) noexcept;

/// A link to a former unit.
struct unit_predecessor {
    std::string code;
    unit_change change = unit_change::merged;
    source_position where;
};

/// A unit as it is written down. Two units may bear one name one after the other: Sở Nội vụ before and after March 2025
/// are two units with two codes.
struct organization_unit {
    std::string code;
    std::string name;        ///< Official name (tên chính thức).
    std::string short_name;  ///< "Phòng TCHCQT"; may be empty.
    /// Further names that documents use, as printed. Case, spaces, hyphens and tone placement need no alias of their
    /// own.
    std::vector<std::string> aliases;
    unit_kind kind = unit_kind::other;
    std::optional<date> from;  ///< First day; nothing if it is not known. Required of a unit with predecessors.
    std::optional<date> to;    ///< The day after the last one; nothing for a unit that still exists.
    std::vector<unit_predecessor> predecessors;
    std::vector<std::string> members;  ///< Codes; of a group only. Empty where no document lists them.
    std::string parent;                ///< Code of the unit it belongs to; may be empty.
    std::string assumption;            ///< What the entry states beyond the document, and why; may be empty.
    source_position where;
};

/// A register as it is written down.
struct organization_description {
    std::string source;  ///< Free text: where the data come from; may be empty.
    std::string name;
    bool codes_assigned = false;  ///< Whether the codes were given by us, because no document prints them.
    std::vector<organization_unit> units;
    source_position where;
};

}  // namespace parindex::inline v0
