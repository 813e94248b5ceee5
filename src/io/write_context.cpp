#include "io/json_values.hpp"
#include "io/write_rule.hpp"
#include "parindex/io/context_file.hpp"

namespace parindex::inline v0 {

namespace {

using json::put;
using json::written;
using nlohmann::ordered_json;

ordered_json written_criteria(const std::vector<criterion_facts>& facts) {
    ordered_json out = ordered_json::array();
    for (const criterion_facts& each : facts) {
        ordered_json& added =
            out.emplace_back(ordered_json{{"criterion", each.criterion}, {"facts", written(each.facts)}});
        put(added, "explanation", each.explanation);
    }
    return out;
}

}  // namespace

std::string write_context(const context_description& given) {
    ordered_json out{{"format", "parindex.context/1"}};
    put(out, "source", given.source);
    out["set"] = written(given.set);
    out["year"] = given.year;
    if (!given.facts.empty()) out["facts"] = written_criteria(given.facts);
    if (given.units.empty()) return json::file_text(out);
    ordered_json& units = out["units"] = ordered_json::array();
    for (const unit_facts& each : given.units) {
        units.push_back({{"unit", each.unit}, {"facts", written_criteria(each.facts)}});
    }
    return json::file_text(out);
}

}  // namespace parindex::inline v0
