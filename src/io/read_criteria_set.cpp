#include "io/read_file.hpp"
#include "io/read_rule.hpp"
#include "parindex/io/criteria_file.hpp"

namespace parindex::inline v0 {

namespace {

using json::cursor;
using json::object;

part read_part(const cursor& at) {
    object members(at);
    part out;
    out.where = at.where();
    out.code = members.required_string("code");
    out.name = members.required_string("name");
    if (const auto scorers = members.require("scored_by")) {
        for (const cursor& each : scorers->elements()) {
            out.scored_by.push_back(each.one_of<scorer>({{"unit", scorer::unit},
                                                         {"appraiser", scorer::appraiser},
                                                         {"authority", scorer::authority},
                                                         {"survey", scorer::survey}}));
        }
    }
    if (const auto maximum = members.find("maximum")) out.maximum = maximum->figure();
    members.finish();
    return out;
}

not_applicable_policy read_policy(const cursor& at) {
    using policy = not_applicable_policy;
    return at.one_of<policy>({{to_string(policy::forbidden), policy::forbidden},
                              {to_string(policy::full), policy::full},
                              {to_string(policy::zero), policy::zero},
                              {to_string(policy::smaller_maximum), policy::smaller_maximum},
                              {to_string(policy::rescale_criterion), policy::rescale_criterion},
                              {to_string(policy::rescale_field), policy::rescale_field},
                              {to_string(policy::rescale_total), policy::rescale_total}});
}

legal_source read_source(const cursor& at) {
    object members(at);
    legal_source out;
    out.document = members.required_string("document");
    out.article = members.optional_string("article");
    members.finish();
    return out;
}

std::vector<unit_group> read_unit_groups(const cursor& at) {
    std::vector<unit_group> out;
    for (const cursor& each : at.elements()) {
        object members(each);
        unit_group& added = out.emplace_back();
        added.code = members.required_string("code");
        added.name = members.required_string("name");
        members.finish();
    }
    return out;
}

criterion read_criterion(const cursor& at) {
    object members(at);
    criterion out;
    out.where = at.where();
    out.code = members.required_string("code");
    const auto name = members.find("name");
    if (name) out.name = name->string();
    out.part = members.optional_string("part");
    if (const auto maximum = members.find("maximum")) out.maximum = maximum->figure();
    if (const auto points = members.find("points")) {
        out.points = points->one_of<point_kind>({{to_string(point_kind::regular), point_kind::regular},
                                                 {to_string(point_kind::bonus), point_kind::bonus},
                                                 {to_string(point_kind::penalty), point_kind::penalty}});
    }
    if (const auto minimum = members.find("minimum")) out.minimum = minimum->figure();
    if (const auto cap = members.find("cap")) out.cap = cap->figure();
    if (const auto policy = members.find("not_applicable")) out.not_applicable = read_policy(*policy);
    if (const auto rule = members.find("rule")) out.scoring = json::read_scoring_rule(*rule);
    out.evidence = members.optional_strings("evidence");
    if (const auto source = members.find("source")) out.source = read_source(*source);
    if (const auto remainder = members.find("remainder")) {
        // {"assumption": ...}: a remainder is always inferred, so it is spelled with what it rests on.
        object details(*remainder);
        out.remainder = true;
        out.assumption = details.required_string("assumption");
        details.finish();
    }
    if (const auto children = members.find("children")) {
        for (const cursor& child : children->elements()) out.children.push_back(read_criterion(child));
    }
    if (!name && !out.remainder && at.kind() == json::kind::object) {
        at.fail(error_code::missing_key, "expected the key \"name\"");
    }
    members.finish();
    return out;
}

criteria_description read_description(object& root) {
    criteria_description out;
    out.where = root.where();
    out.source = root.optional_string("source");
    if (const auto key = root.require("decision")) out.key = key->decision();
    if (const auto amended = root.find("amends")) out.amends = amended->decision();
    out.name = root.required_string("name");
    if (const auto groups = root.find("unit_groups")) out.unit_groups = read_unit_groups(*groups);
    if (const auto codes = root.find("codes")) {
        out.codes = codes->one_of<provenance>({{"printed", provenance::printed}, {"assigned", provenance::assigned}});
    }
    if (const auto maximum = root.find("maximum")) out.maximum = maximum->figure();
    if (const auto minimum = root.find("minimum")) out.minimum = minimum->figure();
    if (const auto cap = root.find("cap")) out.cap = cap->figure();
    if (const auto policy = root.find("not_applicable")) out.not_applicable = read_policy(*policy);
    if (const auto rules = root.find("rules")) out.rules = json::read_rule_policies(*rules);
    if (const auto places = root.find("rounding")) {
        object members(*places);
        if (const auto field = members.find("field")) out.field_rounding = json::read_rounding(*field);
        if (const auto total = members.find("total")) out.total_rounding = json::read_rounding(*total);
        members.finish();
    }
    if (const auto parts = root.require("parts")) {
        for (const cursor& each : parts->elements()) out.parts.push_back(read_part(each));
    }
    if (const auto fields = root.require("fields")) {
        for (const cursor& each : fields->elements()) out.fields.push_back(read_criterion(each));
    }
    root.finish();
    return out;
}

}  // namespace

result<criteria_set> read_criteria_set(std::string_view json, std::string_view file, diagnostics* notes) {
    std::optional<criteria_set> set;
    const auto read = [&set](object& root, json::reading& state) {
        const criteria_description description = read_description(root);
        // The checks run even over a file with errors of form, so that both are reported together.
        result<criteria_set> checked = criteria_set::create(description);
        if (checked) {
            set = std::move(checked).value();
            state.add_checked(set->warnings());
        } else {
            state.add_checked(std::move(checked).error());
        }
        return true;
    };
    const result<bool> done = json::read_file(json, file, "parindex.criteria/1", notes, read);
    if (!done) return done.error();
    return *std::move(set);
}

}  // namespace parindex::inline v0
