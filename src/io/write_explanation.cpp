#include "io/json_values.hpp"
#include "parindex/criteria/rule_explanation.hpp"
#include "parindex/io/explanation_file.hpp"

#include <map>

namespace parindex::inline v0 {

namespace {

using json::put;
using json::tree;
using json::written;

std::string_view word(rule_state state) noexcept {
    switch (state) {
        case rule_state::scored: return "scored";
        case rule_state::open: return "open";
        case rule_state::not_applicable: return "not_applicable";
        case rule_state::refused: return "refused";
    }
    return "";
}

/// A number that is known, or what it lies between; no end where it has none.
tree written_range(const range& value) {
    if (value.is_point()) return written(*value.low);
    tree out = tree::object();
    if (value.low) out["lowest"] = written(*value.low);
    if (value.high) out["highest"] = written(*value.high);
    return out;
}

tree written_trace(const rule_trace& trace) {
    tree out{{"kind", kind_of(*trace.of)}};
    put(out, "label", trace.of->label);
    put(out, "quantity", trace.quantity);
    put(out, "values", trace.substituted);
    if (trace.value) out["value"] = written_range(*trace.value);
    if (trace.share_clamped) out["share_clamped"] = true;
    if (trace.below_cliff) out["below_cliff"] = true;
    put(out, "failed", trace.failed);
    if (trace.branch) out["branch"] = *trace.branch;
    out["exact"] = written_range(trace.exact);
    out["points"] = written_range(trace.points);
    if (!trace.within.empty()) {
        tree& within = out["within"] = tree::array();
        for (const rule_trace& each : trace.within) within.push_back(written_trace(each));
    }
    return out;
}

tree written_facts(const scoring_rule& rule, const std::vector<used_fact>& used) {
    tree out = tree::array();
    for (const used_fact& each : used) {
        const fact_declaration& declared = rule.facts[each.declared];
        tree& fact = out.push_back(tree{{"name", declared.name}});
        put(fact, "label", declared.label);
        fact["source"] = declared.source == fact_source::mark ? "mark" : "context";
        if (each.value) {
            fact["value"] = to_string(*each.value);
        } else if (each.counted_as_zero) {
            fact["counted_as_zero"] = true;
        } else {
            fact["missing"] = true;
        }
    }
    return out;
}

tree written_next(const std::vector<next_outcome>& found) {
    tree out = tree::array();
    for (const next_outcome& each : found) {
        tree& next = out.push_back(tree{{"reach", each.reach}});
        if (each.missing) next["missing"] = written(*each.missing);
        next["points"] = written(each.points);
    }
    return out;
}

/// What the rule of a leaf made of the facts of a mark.
void put_rule(tree& out, const scoring_rule& rule, const ratio& maximum, const rule_result& found,
              const rule_trace& trace, const std::vector<used_fact>& used) {
    out["facts"] = written_facts(rule, used);
    if (found.zero_denominator) out["zero_denominator"] = true;
    out["trace"] = written_trace(trace);
    out["vietnamese"] = explain(rule, found, trace, used, explanation_language::vietnamese);
    out["english"] = explain(rule, found, trace, used, explanation_language::english);
    const std::vector<next_outcome> next = next_better(trace, rule, maximum);
    if (!next.empty()) out["next"] = written_next(next);
}

/// @param before  points of the round before, if they are known; afterwards those of this one
tree written_mark(const evaluation& scored, std::size_t node, const mark& given, const evaluation_context& context,
                  std::optional<ratio>& before) {
    const criteria_set::node& leaf = scored.set().at(node);
    rule_trace trace;
    std::vector<used_fact> used;
    const rule_result found = points_of(given, leaf, context, &trace, &used);
    tree out{{"round", to_string(given.round)},
             {"counts", scored.counted_round(node) == given.round},
             {"state", word(found.state)}};
    if (found.state == rule_state::scored || found.state == rule_state::open) {
        out["points"] = written_range(found.points);
        if (found.points != found.exact) out["exact"] = written_range(found.exact);
    }
    const bool known = found.state == rule_state::scored;
    if (known && before) out["difference"] = written(*found.points.low - *before);
    before = known ? found.points.low : std::nullopt;
    if (given.not_applicable) out["reason"] = *given.not_applicable;
    if (given.facts && leaf.rule) put_rule(out, *leaf.rule, leaf.full_points(), found, trace, used);
    put(out, "explanation", given.explanation);
    return out;
}

}  // namespace

std::string write_explanation(const evaluation& scored, const assessment& marks, const evaluation_context& context,
                              std::size_t top) {
    const criteria_set& set = scored.set();
    std::multimap<std::pair<std::size_t, scoring_round>, const mark*> by_leaf;
    for (const mark& each : marks.marks) by_leaf.emplace(std::pair(set.find(each.criterion), each.round), &each);
    tree out{{"format", "parindex.explanation/1"},
             {"unit", {{"code", scored.unit().code}, {"name", scored.unit().name}}},
             {"year", scored.year()},
             {"criteria", tree::array()}};
    std::size_t last = criteria_set::none;
    tree* of_last = nullptr;
    std::optional<ratio> before;
    for (const auto& [place, each] : by_leaf) {
        const std::size_t node = place.first;
        if (node < top || node >= set.at(top).end) continue;
        if (node != last) {
            of_last = &out["criteria"].push_back({{"criterion", set.at(node).code},
                                                  {"name", set.at(node).name},
                                                  {"max", written(scored.at(node).maximum)},
                                                  {"score", written(scored.at(node).score)},
                                                  {"marks", tree::array()}});
            last = node;
            before.reset();
        }
        (*of_last)["marks"].push_back(written_mark(scored, node, *each, context, before));
    }
    return out.file_text();
}

}  // namespace parindex::inline v0
