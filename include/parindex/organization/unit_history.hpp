/// @file
/// Where a unit comes from (lịch sử đơn vị), and what its figures of last year may be compared with.
#pragma once

#include "parindex/organization/organization_unit.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace parindex::inline v0 {

/// A unit that another came out of.
struct unit_origin {
    std::size_t unit = 0;                       ///< Index into organization_registry::units().
    unit_change change = unit_change::renamed;  ///< The gravest change on the way; renamed only if every step was.
    std::size_t steps = 0;                      ///< Changes in between; 0 for the unit itself.

    friend bool operator==(const unit_origin&, const unit_origin&) = default;
};

/// What a unit was in the year before (kỳ gốc so sánh).
enum class comparison_base : std::uint8_t {
    same,         ///< The same unit.
    renamed,      ///< The same unit under another name.
    reorganised,  ///< A new unit in the place of one former unit, perhaps with its name: no base.
    split,        ///< A new unit out of part of a former one: no base.
    merged,       ///< A new unit out of several: no single base.
    created,      ///< No predecessor existed at the end of last year: no base.
    not_in_year,  ///< The unit did not exist in the year asked about.
};

/// "same", "renamed", ...
[[nodiscard]] std::string_view to_string(comparison_base base) noexcept;

/// Whether a unit's figures of one year may be compared with those of the year before.
struct year_comparison {
    comparison_base base = comparison_base::created;
    std::optional<std::size_t> last_year;  ///< The unit to compare with: of same and renamed only.
    std::vector<unit_origin> origins;      ///< All units of last year that it came out of.

    [[nodiscard]] bool comparable() const noexcept { return last_year.has_value(); }
};

}  // namespace parindex::inline v0
