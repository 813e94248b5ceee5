// What a checked register holds.
#pragma once

#include "organization/validity.hpp"
#include "parindex/organization/organization_registry.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parindex::inline v0 {

struct organization_registry::contents {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// A code or name under its folded form.
    struct name_entry {
        std::string key;
        std::size_t unit = 0;
        name_kind kind = name_kind::official;
        std::size_t alias = 0;  ///< Index into the aliases, of the kind alias.

        friend bool operator<(const name_entry& a, const name_entry& b) {
            if (const int order = a.key.compare(b.key); order != 0) return order < 0;
            return std::pair(a.unit, a.kind) < std::pair(b.unit, b.kind);
        }
    };

    std::string name;
    std::string source;
    bool codes_assigned = false;
    std::vector<organization_unit> units;
    std::vector<day_range> validity;
    std::vector<std::size_t> by_code;  ///< Sorted by code.
    std::vector<std::size_t> parents;  ///< Or none.
    /// Places in the order that puts each unit before those that belong to it, and the last place of these: whether a
    /// unit belongs to another is then told at once, however long the chain of parents is.
    std::vector<std::size_t> places;
    std::vector<std::size_t> last_places;
    std::vector<std::vector<std::size_t>> members;
    std::vector<std::vector<link>> predecessors;
    std::vector<std::vector<link>> successors;
    std::vector<name_entry> names;  ///< Sorted.

    /// The entry as registered.
    [[nodiscard]] const std::string& text_of(const name_entry& entry) const noexcept {
        const organization_unit& unit = units[entry.unit];
        switch (entry.kind) {
            case name_kind::code: return unit.code;
            case name_kind::official: return unit.name;
            case name_kind::short_name: return unit.short_name;
            case name_kind::alias: break;
        }
        return unit.aliases[entry.alias];
    }

    [[nodiscard]] std::size_t find(std::string_view code) const noexcept {
        const auto at = std::lower_bound(
            by_code.begin(), by_code.end(), code,
            [this](std::size_t unit, std::string_view wanted) { return std::string_view(units[unit].code) < wanted; });
        return at != by_code.end() && units[*at].code == code ? *at : none;
    }

    /// The entries with a folded form.
    [[nodiscard]] std::span<const name_entry> named(std::string_view key) const noexcept {
        const auto begin = std::lower_bound(
            names.begin(), names.end(), key,
            [](const name_entry& entry, std::string_view wanted) { return std::string_view(entry.key) < wanted; });
        auto end = begin;
        while (end != names.end() && end->key == key) ++end;
        return {begin, end};
    }
};

/// Runs the static checks: the contents, or every finding.
[[nodiscard]] result<std::shared_ptr<const organization_registry::contents>> check_registry(
    const organization_description& description);

}  // namespace parindex::inline v0
