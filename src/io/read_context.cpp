#include "io/read_file.hpp"
#include "io/read_rule.hpp"
#include "parindex/io/context_file.hpp"
#include "parindex/support/limits.hpp"

#include <algorithm>

namespace parindex::inline v0 {

namespace {

using json::cursor;
using json::object;

criterion_facts read_criterion(const cursor& at) {
    object members(at);
    criterion_facts out;
    out.where = at.where();
    out.criterion = members.required_string("criterion");
    if (const auto facts = members.require("facts")) out.facts = json::read_facts(*facts);
    out.explanation = members.optional_string("explanation");
    members.finish();
    return out;
}

std::vector<criterion_facts> read_criteria(const cursor& at) {
    std::vector<criterion_facts> out;
    for (const cursor& each : at.elements()) out.push_back(read_criterion(each));
    return out;
}

unit_facts read_unit(const cursor& at) {
    object members(at);
    unit_facts out;
    out.where = at.where();
    out.unit = members.required_string("unit");
    if (const auto facts = members.require("facts")) out.facts = read_criteria(*facts);
    members.finish();
    return out;
}

bool has_value(const std::vector<criterion_facts>& facts) {
    return std::any_of(facts.begin(), facts.end(), [](const criterion_facts& each) { return !each.facts.empty(); });
}

bool has_value(const context_description& read) {
    return has_value(read.facts) || std::any_of(read.units.begin(), read.units.end(),
                                                [](const unit_facts& each) { return has_value(each.facts); });
}

context_description read_description(object& root, json::reading& state) {
    context_description out;
    out.where = root.where();
    out.source = root.optional_string("source");
    if (const auto set = root.require("set")) out.set = set->decision();
    if (const auto year = root.require("year")) out.year = year->year();
    const auto facts = root.find("facts");
    const auto units = root.find("units");
    if (facts) out.facts = read_criteria(*facts);
    if (units) {
        const std::vector<cursor> elements = units->elements();
        if (elements.size() > limits::assessed_units) {
            units->fail(error_code::too_many_assessments,
                        "at most " + std::to_string(limits::assessed_units) + " units in one file");
        } else {
            for (const cursor& each : elements) out.units.push_back(read_unit(each));
        }
    }
    root.finish();
    if (!facts && !units) {
        root.at().fail(error_code::missing_key, "expected the key \"facts\" or \"units\"");
    } else if (!state.found().has_error() && !has_value(out)) {
        root.at().fail(error_code::invalid_value, "expected at least one fact, of every unit or of one");
    }
    return out;
}

}  // namespace

result<context_description> read_context(std::string_view json, std::string_view file, const criteria_set* set,
                                         diagnostics* notes) {
    return json::read_file(json, file, "parindex.context/1", notes, [set](object& root, json::reading& state) {
        context_description out = read_description(root, state);
        if (set != nullptr) state.add_checked(check(out, *set));
        return out;
    });
}

}  // namespace parindex::inline v0
