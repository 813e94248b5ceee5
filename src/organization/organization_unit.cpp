#include "parindex/organization/organization_unit.hpp"

#include "parindex/organization/unit_history.hpp"

namespace parindex::inline v0 {

std::string_view to_string(unit_kind kind) noexcept {
    switch (kind) {
        case unit_kind::ministry: return "ministry";
        case unit_kind::committee: return "committee";
        case unit_kind::department: return "department";
        case unit_kind::district: return "district";
        case unit_kind::commune: return "commune";
        case unit_kind::central_agency: return "central_agency";
        case unit_kind::service_unit: return "service_unit";
        case unit_kind::division: return "division";
        case unit_kind::group: return "group";
        case unit_kind::other: return "other";
    }
    return "";
}

std::string_view to_string(unit_change change) noexcept {
    switch (change) {
        case unit_change::renamed: return "renamed";
        case unit_change::reorganised: return "reorganised";
        case unit_change::split: return "split";
        case unit_change::merged: return "merged";
    }
    return "";
}

std::string_view to_string(comparison_base base) noexcept {
    switch (base) {
        case comparison_base::same: return "same";
        case comparison_base::renamed: return "renamed";
        case comparison_base::reorganised: return "reorganised";
        case comparison_base::split: return "split";
        case comparison_base::merged: return "merged";
        case comparison_base::created: return "created";
        case comparison_base::not_in_year: return "not_in_year";
    }
    return "";
}

}  // namespace parindex::inline v0
