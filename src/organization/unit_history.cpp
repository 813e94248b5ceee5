#include "parindex/organization/unit_history.hpp"

#include "organization/registry_contents.hpp"
#include "parindex/support/error.hpp"

#include <algorithm>
#include <map>

namespace parindex::inline v0 {

namespace {

comparison_base base_of(unit_change change) noexcept {
    switch (change) {
        case unit_change::renamed: return comparison_base::renamed;
        case unit_change::reorganised: return comparison_base::reorganised;
        case unit_change::split: return comparison_base::split;
        case unit_change::merged: break;
    }
    return comparison_base::merged;
}

}  // namespace

std::vector<unit_origin> organization_registry::origins_on(std::size_t unit, const date& on) const {
    const day_number day = to_day(on);
    static_cast<void>(at(unit));
    // Level by level, so that each unit is met first at its smallest number of steps. What several ways lead to takes
    // the gravest change of them, and is walked through again only when that grew: at most once for each kind of
    // change, even in a cycle.
    std::map<std::size_t, unit_origin> met{{unit, {unit, unit_change::renamed, 0}}};
    std::vector<std::size_t> level{unit};
    std::vector<unit_origin> out;
    for (std::size_t steps = 1; !level.empty(); ++steps) {
        std::vector<std::size_t> before;
        for (const std::size_t next : level) {
            const day_range& validity = data_->validity[next];
            // A unit that had ended by then leaves a gap: what came before it did not exist on the day either.
            if (validity.first <= day) continue;
            for (const link& each : data_->predecessors[next]) {
                const unit_change gravest = std::max(each.change, met.at(next).change);
                const auto [found, added] = met.try_emplace(each.unit, unit_origin{each.unit, gravest, steps});
                if (!added && found->second.change >= gravest) continue;
                found->second.change = gravest;
                before.push_back(each.unit);
            }
        }
        level = std::move(before);
    }
    for (const auto& [index, origin] : met) {
        const day_range& validity = data_->validity[index];
        if (validity.first <= day && day < validity.end) out.push_back(origin);
    }
    return out;
}

year_comparison organization_registry::comparable_with_last_year(std::size_t unit, int year) const {
    if (year < 2 || year > 9999) throw error(error_code::invalid_date, "expected a year from 2 to 9999");
    year_comparison out;
    if (!exists_on(unit, date{year, {}, {}})) {
        out.base = comparison_base::not_in_year;
        return out;
    }
    out.origins = origins_on(unit, date{year - 1, 12, 31});
    if (out.origins.empty()) return out;
    const auto by_change = [](const unit_origin& a, const unit_origin& b) { return a.change < b.change; };
    const unit_change gravest = std::max_element(out.origins.begin(), out.origins.end(), by_change)->change;
    // Several units of last year have no single base, whatever the changes that led from them are called.
    out.base = out.origins.size() > 1 ? comparison_base::merged : base_of(gravest);
    if (out.base == comparison_base::renamed) {
        out.last_year = out.origins.front().unit;
        if (*out.last_year == unit) out.base = comparison_base::same;
    }
    return out;
}

}  // namespace parindex::inline v0
