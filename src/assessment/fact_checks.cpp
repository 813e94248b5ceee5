#include "assessment/fact_checks.hpp"

#include "parindex/support/limits.hpp"
#include "parindex/text/nearest_word.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <bitset>
#include <set>

namespace parindex::inline v0 {

namespace {

std::string unknown_fact_text(const scoring_rule& rule, fact_source source, std::string_view name, bool hints) {
    if (!hints) return "its rule reads no fact " + quoted(name);
    std::vector<std::string_view> known;
    for (const fact_declaration& each : rule.facts) {
        if (each.source == source) known.push_back(each.name);
    }
    std::string out = "its rule reads no fact " + quoted(name);
    if (rule.find(name) != nullptr) {
        return out +
               (source == fact_source::mark ? " of the mark, but of the context" : " of the context, but of the mark");
    }
    const std::string_view nearest = nearest_word(name, known);
    if (!nearest.empty()) return out + "; did you mean " + quoted(nearest) + '?';
    for (std::size_t index = 0; index < known.size(); ++index) {
        out += (index == 0 ? "; expected " : ", ") + std::string(known[index]);
    }
    return out;
}

}  // namespace

void check_facts(const scoring_rule& rule, fact_source source, std::span<const fact> given, bool hints,
                 const add_finding& add) {
    std::bitset<limits::facts> seen;  // by declaration
    std::set<std::string_view> unknown;
    for (const fact& each : given) {
        const fact_declaration* declared = rule.find(each.name);
        if (declared != nullptr && declared->source != source) declared = nullptr;
        bool twice = false;
        if (declared == nullptr) {
            twice = !unknown.insert(each.name).second;
        } else {
            const auto index = static_cast<std::size_t>(declared - rule.facts.data());
            twice = seen[index];
            seen.set(index);
        }
        if (twice) add(error_code::duplicate_fact, "the fact " + quoted(each.name) + " is given twice");
        if (declared == nullptr) {
            add(error_code::unknown_fact, unknown_fact_text(rule, source, each.name, hints));
            continue;
        }
        const std::string problem = mismatch(each.value, *declared);
        if (!problem.empty()) add(error_code::wrong_fact, "the fact " + quoted(each.name) + ": " + problem);
    }
}

void check_context_facts(std::string_view criterion, std::span<const fact> given, const criteria_set& set,
                         code_hints* hints, const add_finding& add) {
    const std::size_t index = set.find(criterion);
    if (index == criteria_set::none) {
        add(error_code::unknown_code, "the criteria set has no criterion with this code" +
                                          (hints == nullptr ? std::string() : hints->hint(criterion)));
    } else if (!set.at(index).rule) {
        add(error_code::facts_without_rule, "it has no rule that reads facts");
    } else {
        check_facts(*set.at(index).rule, fact_source::context, given, hints != nullptr, add);
    }
}

std::vector<std::size_t> missing_facts(std::span<const used_fact> used) {
    std::vector<std::size_t> out;
    for (const used_fact& each : used) {
        if (!each.value && !each.counted_as_zero) out.push_back(each.declared);
    }
    return out;
}

std::string missing_text(const scoring_rule& rule, std::span<const std::size_t> missing) {
    constexpr std::size_t shown = 8;
    std::string out;
    for (const std::size_t index : missing.first(std::min(missing.size(), shown))) {
        const fact_declaration& each = rule.facts[index];
        out += (out.empty() ? "" : ", ") + each.name + (each.source == fact_source::context ? " (of the context)" : "");
    }
    if (missing.size() > shown) out += " and " + std::to_string(missing.size() - shown) + " more";
    return out;
}

}  // namespace parindex::inline v0
