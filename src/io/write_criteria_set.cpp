#include "io/json_values.hpp"
#include "io/write_rule.hpp"
#include "parindex/io/criteria_file.hpp"

namespace parindex::inline v0 {

namespace {

using json::put;
using json::tree;
using json::written;

std::string_view word(scorer who) noexcept {
    switch (who) {
        case scorer::unit: return "unit";
        case scorer::appraiser: return "appraiser";
        case scorer::authority: return "authority";
        case scorer::survey: return "survey";
    }
    return "";
}

tree written_part(const part& each) {
    tree out{{"code", each.code}, {"name", each.name}, {"scored_by", tree::array()}};
    for (const scorer who : each.scored_by) out["scored_by"].push_back(word(who));
    put(out, "maximum", each.maximum);
    return out;
}

tree written_criterion(const criterion& each) {
    tree out{{"code", each.code}};
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
        tree& source = out["source"] = {{"document", each.source->document}};
        put(source, "article", each.source->article);
    }
    if (each.remainder) out["remainder"] = {{"assumption", each.assumption}};
    if (!each.children.empty()) {
        tree& children = out["children"] = tree::array();
        for (const criterion& child : each.children) children.push_back(written_criterion(child));
    }
    return out;
}

}  // namespace

std::string write_criteria_set(const criteria_set& set) {
    const criteria_description& from = set.description();
    tree out{{"format", "parindex.criteria/1"}};
    put(out, "source", from.source);
    out["decision"] = written(from.key);
    put(out, "amends", from.amends);
    out["name"] = from.name;
    if (!from.unit_groups.empty()) {
        tree& groups = out["unit_groups"] = tree::array();
        for (const unit_group& each : from.unit_groups) groups.push_back({{"code", each.code}, {"name", each.name}});
    }
    if (from.codes != provenance::printed) out["codes"] = to_string(from.codes);
    put(out, "maximum", from.maximum);
    put(out, "minimum", from.minimum);
    put(out, "cap", from.cap);
    if (from.not_applicable != not_applicable_policy::forbidden) {
        out["not_applicable"] = to_string(from.not_applicable);
    }
    if (const tree rules = json::written(from.rules); !rules.empty()) out["rules"] = rules;
    if (from.field_rounding || from.total_rounding) {
        tree& places = out["rounding"] = tree::object();
        if (from.field_rounding) places["field"] = written(*from.field_rounding);
        if (from.total_rounding) places["total"] = written(*from.total_rounding);
    }
    out["parts"] = tree::array();
    for (const part& each : from.parts) out["parts"].push_back(written_part(each));
    out["fields"] = tree::array();
    for (const criterion& each : from.fields) out["fields"].push_back(written_criterion(each));
    return out.file_text();
}

}  // namespace parindex::inline v0
