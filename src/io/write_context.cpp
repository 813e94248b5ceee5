#include "io/json_values.hpp"
#include "io/write_rule.hpp"
#include "parindex/io/context_file.hpp"

namespace parindex::inline v0 {

namespace {

using json::put;
using json::tree;
using json::written;

tree written_criteria(const std::vector<criterion_facts>& facts) {
    tree out = tree::array();
    for (const criterion_facts& each : facts) {
        tree& added = out.push_back(tree{{"criterion", each.criterion}, {"facts", written(each.facts)}});
        put(added, "explanation", each.explanation);
    }
    return out;
}

}  // namespace

std::string write_context(const context_description& given) {
    tree out{{"format", "parindex.context/1"}};
    put(out, "source", given.source);
    out["set"] = written(given.set);
    out["year"] = given.year;
    if (!given.facts.empty()) out["facts"] = written_criteria(given.facts);
    if (given.units.empty()) return out.file_text();
    tree& units = out["units"] = tree::array();
    for (const unit_facts& each : given.units) {
        units.push_back({{"unit", each.unit}, {"facts", written_criteria(each.facts)}});
    }
    return out.file_text();
}

}  // namespace parindex::inline v0
