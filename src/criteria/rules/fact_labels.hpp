// Formulas in the words of a set.
#pragma once

#include "parindex/criteria/rule_explanation.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// The declaration of a fact, or null.
inline const fact_declaration* find_declaration(const scoring_rule& rule, std::string_view name) {
    const auto found = std::find_if(rule.facts.begin(), rule.facts.end(),
                                    [name](const fact_declaration& each) { return each.name == name; });
    return found == rule.facts.end() ? nullptr : &*found;
}

/// A formula as it was written, or with the labels of its facts.
inline std::string named(const formula& of, const scoring_rule& rule, fact_naming naming) {
    if (naming == fact_naming::names) return of.text();
    std::vector<std::string> labels;
    for (const std::string& name : of.names()) {
        const fact_declaration* const fact = find_declaration(rule, name);
        labels.push_back(fact == nullptr || fact->label.empty() ? name : fact->label);
    }
    return of.substituted(labels, "max");
}

}  // namespace parindex::inline v0
