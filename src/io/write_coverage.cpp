#include "io/json_values.hpp"
#include "parindex/io/coverage_file.hpp"

namespace parindex::inline v0 {

namespace {

using json::tree;
using json::written;

template <class Line>
tree line(const std::string& code, const Line& each) {
    return {{"code", code}, {"lost", written(each.lost)}, {"covered", written(each.covered)}};
}

}  // namespace

std::string write_coverage(const coverage& covered, const evaluation& scored) {
    const criteria_set& set = scored.set();
    tree out{{"complete", covered.complete()}, {"lost", written(covered.lost)}, {"covered", written(covered.covered)},
             {"parts", tree::array()},         {"fields", tree::array()},       {"uncovered", tree::array()}};
    for (std::size_t part = 0; part < covered.parts.size(); ++part) {
        out["parts"].push_back(line(set.parts()[part].code, covered.parts[part]));
    }
    for (const field_coverage& each : covered.fields) out["fields"].push_back(line(set.at(each.field).code, each));
    for (const uncovered_deduction& each : covered.uncovered) {
        tree& open =
            out["uncovered"].push_back({{"criterion", set.at(each.node).code}, {"amount", written(each.amount)}});
        json::put(open, "shortfall", each.shortfall);
    }
    return out.file_text();
}

}  // namespace parindex::inline v0
