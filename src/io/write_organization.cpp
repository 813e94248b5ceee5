#include "io/json_values.hpp"
#include "parindex/io/organization_file.hpp"

namespace parindex::inline v0 {

namespace {

using json::put;
using json::tree;

tree written_unit(const organization_unit& each) {
    tree out{{"code", each.code}, {"name", each.name}};
    put(out, "short_name", each.short_name);
    put(out, "aliases", each.aliases);
    out["kind"] = to_string(each.kind);
    if (each.from) out["from"] = to_iso_string(*each.from);
    if (each.to) out["to"] = to_iso_string(*each.to);
    if (!each.predecessors.empty()) {
        tree& before = out["predecessors"] = tree::array();
        for (const unit_predecessor& link : each.predecessors) {
            before.push_back({{"code", link.code}, {"change", to_string(link.change)}});
        }
    }
    put(out, "members", each.members);
    put(out, "parent", each.parent);
    put(out, "assumption", each.assumption);
    return out;
}

}  // namespace

std::string write_organization(const organization_registry& registry) {
    tree out{{"format", "parindex.organization/1"}};
    put(out, "source", registry.source());
    out["name"] = registry.name();
    if (registry.codes_assigned()) out["codes"] = "assigned";
    out["units"] = tree::array();
    for (const organization_unit& each : registry.units()) out["units"].push_back(written_unit(each));
    return out.file_text();
}

}  // namespace parindex::inline v0
