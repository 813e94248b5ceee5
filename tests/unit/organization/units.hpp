// Units written in a test, and the departments of a province before and after the mergers of March 2025.
#pragma once

#include "../findings.hpp"
#include "parindex/organization/organization_registry.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parindex::inline v0 {

inline std::ostream& operator<<(std::ostream& out, lookup_status status) {
    return out << static_cast<int>(status);
}

inline std::ostream& operator<<(std::ostream& out, comparison_base base) {
    return out << to_string(base);
}

}  // namespace parindex::inline v0

namespace parindex_test {

using namespace parindex;

inline date day(std::string_view iso) {
    return parse_iso_date(iso).value;
}

/// `from` and `to` in ISO form; empty for open ends.
inline organization_unit unit(std::string code, std::string name, std::string_view from = "",
                              std::string_view to = "") {
    organization_unit out;
    out.code = std::move(code);
    out.name = std::move(name);
    out.kind = unit_kind::department;
    if (!from.empty()) out.from = day(from);
    if (!to.empty()) out.to = day(to);
    return out;
}

inline organization_unit below(std::string parent, organization_unit child) {
    child.parent = std::move(parent);
    return child;
}

inline organization_unit successor(organization_unit of, unit_change change, const std::vector<std::string>& formers) {
    for (const std::string& code : formers) of.predecessors.push_back({code, change, {}});
    return of;
}

inline organization_unit group_of(std::string code, std::string name, std::vector<std::string> members) {
    organization_unit out = unit(std::move(code), std::move(name));
    out.kind = unit_kind::group;
    out.members = std::move(members);
    return out;
}

inline organization_description described(std::vector<organization_unit> units) {
    organization_description out;
    out.name = "units of a test";
    out.units = std::move(units);
    return out;
}

inline organization_registry registered(std::vector<organization_unit> units) {
    return organization_registry::create(described(std::move(units))).value();
}

/// What create() says; empty if it accepts.
inline diagnostics refused(std::vector<organization_unit> units) {
    result<organization_registry> made = organization_registry::create(described(std::move(units)));
    return made ? diagnostics{} : std::move(made).error();
}

/// The mergers of departments in operation from 1 March 2025: some keep their names and are new units nevertheless.
inline std::vector<organization_unit> merged_departments() {
    constexpr std::string_view change = "2025-03-01";
    const auto before = [&](const char* code, const char* name) { return unit(code, name, "", change); };
    const auto after = [&](const char* code, const char* name, const std::vector<std::string>& formers) {
        return successor(unit(code, name, change), unit_change::merged, formers);
    };
    return {
        before("GTVT", "Sở Giao thông vận tải"),
        before("XD", "Sở Xây dựng"),
        before("KHDT", "Sở Kế hoạch và Đầu tư"),
        before("TC", "Sở Tài chính"),
        before("TNMT", "Sở Tài nguyên và Môi trường"),
        before("NN", "Sở Nông nghiệp và Phát triển nông thôn"),
        before("TTTT", "Sở Thông tin và Truyền thông"),
        before("KHCN", "Sở Khoa học và Công nghệ"),
        before("LDTBXH", "Sở Lao động - Thương binh và Xã hội"),
        before("NV", "Sở Nội vụ"),
        after("XD2025", "Sở Xây dựng", {"GTVT", "XD"}),
        after("TC2025", "Sở Tài chính", {"KHDT", "TC"}),
        after("NNMT", "Sở Nông nghiệp và Môi trường", {"TNMT", "NN"}),
        after("KHCN2025", "Sở Khoa học và Công nghệ", {"TTTT", "KHCN"}),
        after("NV2025", "Sở Nội vụ", {"LDTBXH", "NV"}),
        unit("TP", "Sở Tư pháp"),
    };
}

inline std::size_t index_of(const organization_registry& registry, std::string_view code) {
    return registry.find(code).value();
}

/// The codes of the candidates, in order: "NV NV2025".
inline std::string codes_of(const organization_registry& registry, const name_lookup& answer) {
    std::string out;
    for (const name_candidate& each : answer.candidates) {
        if (!out.empty()) out += ' ';
        out += registry.at(each.unit).code;
    }
    return out;
}

/// "=" and the code of the unit found, "?" and those of an ambiguous name, "!" and those outside, "" if unknown.
inline std::string answer(const organization_registry& registry, std::string_view text, const name_query& query = {}) {
    const name_lookup found = registry.look_up(text, query);
    constexpr const char* marks[] = {"=", "?", "!", ""};
    return marks[static_cast<int>(found.status)] + codes_of(registry, found);
}

}  // namespace parindex_test
