#include "parindex/organization/organization_registry.hpp"

#include "organization/registry_contents.hpp"
#include "parindex/support/error.hpp"

namespace parindex::inline v0 {

namespace {

constexpr std::size_t none = organization_registry::contents::none;

void require_unit(const organization_registry::contents& data, std::size_t unit) {
    if (unit < data.units.size()) return;
    throw error(error_code::unknown_unit, "the register has no unit number " + std::to_string(unit));
}

}  // namespace

result<organization_registry> organization_registry::create(const organization_description& description) {
    result<std::shared_ptr<const contents>> checked = check_registry(description);
    if (!checked) return std::move(checked).error();
    return organization_registry(std::move(checked).value());
}

const std::string& organization_registry::name() const noexcept {
    return data_->name;
}

const std::string& organization_registry::source() const noexcept {
    return data_->source;
}

bool organization_registry::codes_assigned() const noexcept {
    return data_->codes_assigned;
}

std::span<const organization_unit> organization_registry::units() const noexcept {
    return data_->units;
}

const organization_unit& organization_registry::at(std::size_t unit) const {
    require_unit(*data_, unit);
    return data_->units[unit];
}

std::optional<std::size_t> organization_registry::find(std::string_view code) const noexcept {
    const std::size_t unit = data_->find(code);
    if (unit == none) return std::nullopt;
    return unit;
}

bool organization_registry::exists_on(std::size_t unit, const date& on) const {
    require_unit(*data_, unit);
    return data_->validity[unit].overlaps(to_days(on));
}

bool organization_registry::is_within(std::size_t unit, std::size_t ancestor) const {
    require_unit(*data_, unit);
    require_unit(*data_, ancestor);
    const std::size_t place = data_->places[unit];
    return place >= data_->places[ancestor] && place <= data_->last_places[ancestor];
}

std::optional<std::size_t> organization_registry::parent(std::size_t unit) const {
    require_unit(*data_, unit);
    if (data_->parents[unit] == none) return std::nullopt;
    return data_->parents[unit];
}

std::span<const std::size_t> organization_registry::members(std::size_t unit) const {
    require_unit(*data_, unit);
    return data_->members[unit];
}

std::vector<std::size_t> organization_registry::resolve(std::size_t unit) const {
    require_unit(*data_, unit);
    std::vector<std::size_t> out;
    std::vector<bool> seen(data_->units.size());
    std::vector<std::size_t> open{unit};  // the next one last
    while (!open.empty()) {
        const std::size_t next = open.back();
        open.pop_back();
        if (seen[next]) continue;
        seen[next] = true;
        const std::vector<std::size_t>& listed = data_->members[next];
        open.insert(open.end(), listed.rbegin(), listed.rend());
        if (data_->units[next].kind != unit_kind::group) out.push_back(next);
    }
    return out;
}

std::span<const organization_registry::link> organization_registry::predecessors(std::size_t unit) const {
    require_unit(*data_, unit);
    return data_->predecessors[unit];
}

std::span<const organization_registry::link> organization_registry::successors(std::size_t unit) const {
    require_unit(*data_, unit);
    return data_->successors[unit];
}

}  // namespace parindex::inline v0
