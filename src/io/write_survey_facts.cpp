#include "io/json_values.hpp"
#include "io/write_rule.hpp"
#include "parindex/io/survey_facts_file.hpp"

namespace parindex::inline v0 {

namespace {

using json::put;
using json::tree;

tree written_index(const survey_fact_link& link) {
    tree out{{"formula", to_string(link.formula)}};
    put(out, "scope", link.scope);
    if (link.clamp_at_zero) out["clamp_at_zero"] = true;
    return out;
}

tree written_quantity(const survey_fact_link& link) {
    tree out = tree::object();
    switch (link.quantity) {
        case survey_quantity::percent:
            out = written_index(link);
            out["rounding"] = json::written(link.printed);
            break;
        case survey_quantity::numerator:
        case survey_quantity::denominator: out = written_index(link); break;
        case survey_quantity::option_count: out = {{"question", link.question}, {"option", link.option}}; break;
        case survey_quantity::answered:
        case survey_quantity::satisfied: out = {{"question", link.question}}; break;
        case survey_quantity::mean_level:
            put(out, "scope", link.scope);
            out["rounding"] = json::written(link.printed);
            break;
        case survey_quantity::valid_sheets: break;
    }
    return {{std::string(to_string(link.quantity)), std::move(out)}};
}

}  // namespace

std::string write_survey_facts(std::span<const survey_fact_link> links) {
    tree out{{"format", "parindex.survey_facts/1"}, {"links", tree::array()}};
    for (const survey_fact_link& each : links) {
        tree& link = out["links"].push_back(
            {{"criterion", each.criterion}, {"fact", each.fact}, {"is", written_quantity(each)}});
        put(link, "group", each.group);
        put(link, "category", each.category);
    }
    return out.file_text();
}

}  // namespace parindex::inline v0
