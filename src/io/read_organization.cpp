#include "io/read_file.hpp"
#include "parindex/io/organization_file.hpp"

namespace parindex::inline v0 {

namespace {

using json::cursor;
using json::object;

unit_predecessor read_predecessor(const cursor& at) {
    object members(at);
    unit_predecessor out;
    out.where = at.where();
    out.code = members.required_string("code");
    if (const auto change = members.require("change")) {
        out.change = change->one_of<unit_change>({{"merged", unit_change::merged},
                                                  {"split", unit_change::split},
                                                  {"renamed", unit_change::renamed},
                                                  {"reorganised", unit_change::reorganised}});
    }
    members.finish();
    return out;
}

unit_kind read_kind(const cursor& at) {
    return at.one_of<unit_kind>({{"other", unit_kind::other},
                                 {"ministry", unit_kind::ministry},
                                 {"committee", unit_kind::committee},
                                 {"department", unit_kind::department},
                                 {"district", unit_kind::district},
                                 {"commune", unit_kind::commune},
                                 {"central_agency", unit_kind::central_agency},
                                 {"service_unit", unit_kind::service_unit},
                                 {"division", unit_kind::division},
                                 {"group", unit_kind::group}});
}

organization_unit read_unit(const cursor& at) {
    object members(at);
    organization_unit out;
    out.where = at.where();
    out.code = members.required_string("code");
    out.name = members.required_string("name");
    out.short_name = members.optional_string("short_name");
    out.aliases = members.readable_strings("aliases");
    if (const auto kind = members.require("kind")) out.kind = read_kind(*kind);
    if (const auto from = members.find("from")) out.from = from->date();
    if (const auto to = members.find("to")) out.to = to->date();
    if (const auto predecessors = members.find("predecessors")) {
        for (const cursor& each : predecessors->elements()) out.predecessors.push_back(read_predecessor(each));
    }
    out.members = members.readable_strings("members");
    out.parent = members.optional_string("parent");
    out.assumption = members.optional_string("assumption");
    members.finish();
    return out;
}

organization_description read_description(object& root) {
    organization_description out;
    out.where = root.where();
    out.source = root.optional_string("source");
    out.name = root.required_string("name");
    if (const auto codes = root.find("codes")) {
        out.codes_assigned = codes->one_of<bool>({{"printed", false}, {"assigned", true}});
    }
    if (const auto units = root.require("units")) {
        for (const cursor& each : units->elements()) out.units.push_back(read_unit(each));
    }
    root.finish();
    return out;
}

}  // namespace

result<organization_registry> read_organization(std::string_view json, std::string_view file, diagnostics* notes) {
    std::optional<organization_registry> registry;
    const auto read = [&registry](object& root, json::reading& state) {
        const organization_description description = read_description(root);
        // The checks run even over a file with errors of form, so that both are reported together.
        result<organization_registry> checked = organization_registry::create(description);
        if (checked) {
            registry = std::move(checked).value();
        } else {
            state.add_checked(std::move(checked).error());
        }
        return true;
    };
    const result<bool> done = json::read_file(json, file, "parindex.organization/1", notes, read);
    if (!done) return done.error();
    return *std::move(registry);
}

}  // namespace parindex::inline v0
