#include "io/json_values.hpp"
#include "io/write_rule.hpp"
#include "parindex/io/criteria_file.hpp"

namespace parindex::inline v0 {

namespace {

using json::put;
using json::written;
using nlohmann::ordered_json;

std::string_view word(scorer who) noexcept {
    switch (who) {
        case scorer::unit: return "unit";
        case scorer::appraiser: return "appraiser";
        case scorer::authority: return "authority";
        case scorer::survey: return "survey";
    }
    return "";
}

ordered_json written_part(const part& each) {
    ordered_json out{{"code", each.code}, {"name", each.name}, {"scored_by", ordered_json::array()}};
    for (const scorer who : each.scored_by) out["scored_by"].push_back(word(who));
    put(out, "maximum", each.maximum);
    return out;
}

ordered_json written_criterion(const criterion& each) {
    ordered_json out{{"code", each.code}};
    put(out, "name", each.name);
    put(out, "part", each.part);
    if (each.points != point_kind::regular) out["points"] = to_string(each.points);
    put(out, "maximum", each.maximum);
    put(out, "minimum", each.minimum);
    put(out, "cap", each.cap);
    if (each.not_applicable) out["not_applicable"] = to_string(*each.not_applicable);
    if (each.scoring) out["rule"] = json::written(*each.scoring);
    put(out, "evidence", each.evidence);
    if (each.source) {
        ordered_json& source = out["source"] = {{"document", each.source->document}};
        put(source, "article", each.source->article);
    }
    if (each.remainder) out["remainder"] = {{"assumption", each.assumption}};
    if (!each.children.empty()) {
        ordered_json& children = out["children"] = ordered_json::array();
        for (const criterion& child : each.children) children.push_back(written_criterion(child));
    }
    return out;
}

}  // namespace

std::string write_criteria_set(const criteria_set& set) {
    const criteria_description& from = set.description();
    ordered_json out{{"format", "parindex.criteria/1"}};
    put(out, "source", from.source);
    out["decision"] = written(from.key);
    put(out, "amends", from.amends);
    out["name"] = from.name;
    if (!from.unit_groups.empty()) {
        ordered_json& groups = out["unit_groups"] = ordered_json::array();
        for (const unit_group& each : from.unit_groups) groups.push_back({{"code", each.code}, {"name", each.name}});
    }
    if (from.codes != provenance::printed) out["codes"] = to_string(from.codes);
    put(out, "maximum", from.maximum);
    put(out, "minimum", from.minimum);
    put(out, "cap", from.cap);
    if (from.not_applicable != not_applicable_policy::forbidden) {
        out["not_applicable"] = to_string(from.not_applicable);
    }
    if (const ordered_json rules = json::written(from.rules); !rules.empty()) out["rules"] = rules;
    if (from.field_rounding || from.total_rounding) {
        ordered_json& places = out["rounding"] = ordered_json::object();
        if (from.field_rounding) places["field"] = written(*from.field_rounding);
        if (from.total_rounding) places["total"] = written(*from.total_rounding);
    }
    out["parts"] = ordered_json::array();
    for (const part& each : from.parts) out["parts"].push_back(written_part(each));
    out["fields"] = ordered_json::array();
    for (const criterion& each : from.fields) out["fields"].push_back(written_criterion(each));
    return json::file_text(out);
}

}  // namespace parindex::inline v0
