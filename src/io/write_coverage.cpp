#include "io/json_values.hpp"
#include "parindex/io/coverage_file.hpp"

namespace parindex::inline v0 {

namespace {

using json::written;
using nlohmann::ordered_json;

template <class Line>
ordered_json line(const std::string& code, const Line& each) {
    return {{"code", code}, {"lost", written(each.lost)}, {"covered", written(each.covered)}};
}

}  // namespace

std::string write_coverage(const coverage& covered, const evaluation& scored) {
    const criteria_set& set = scored.set();
    ordered_json out{{"complete", covered.complete()},      {"lost", written(covered.lost)},
                     {"covered", written(covered.covered)}, {"parts", ordered_json::array()},
                     {"fields", ordered_json::array()},     {"uncovered", ordered_json::array()}};
    for (std::size_t part = 0; part < covered.parts.size(); ++part) {
        out["parts"].push_back(line(set.parts()[part].code, covered.parts[part]));
    }
    for (const field_coverage& each : covered.fields) out["fields"].push_back(line(set.at(each.field).code, each));
    for (const uncovered_deduction& each : covered.uncovered) {
        ordered_json& open = out["uncovered"].emplace_back(
            ordered_json{{"criterion", set.at(each.node).code}, {"amount", written(each.amount)}});
        json::put(open, "shortfall", each.shortfall);
    }
    return json::file_text(out);
}

}  // namespace parindex::inline v0
