// Facts against the rule that reads them, wherever they come from.
#pragma once

#include "criteria/code_hint.hpp"
#include "parindex/criteria/criteria_set.hpp"
#include "parindex/criteria/rule_result.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// How a finding about some criterion is added.
using add_finding = std::function<void(error_code, const std::string&)>;

/// Whether `given` are facts that the rule reads from `source`, each once, each of its kind and within its bounds.
/// @param hints  whether what is meant by an unknown name is looked for, which is costly: not for what is only counted
void check_facts(const scoring_rule& rule, fact_source source, std::span<const fact> given, bool hints,
                 const add_finding& add);

/// Whether `given` are facts that the rule of a criterion reads from outside the unit.
/// @param hints  null: for nothing that is unknown is looked for what is meant
void check_context_facts(std::string_view criterion, std::span<const fact> given, const criteria_set& set,
                         code_hints* hints, const add_finding& add);

/// Indices into the facts of the rule: those that a mark lacks, and no policy lets count as 0.
[[nodiscard]] std::vector<std::size_t> missing_facts(std::span<const used_fact> used);

/// "a, before (of the context)": a few of many.
[[nodiscard]] std::string missing_text(const scoring_rule& rule, std::span<const std::size_t> missing);

}  // namespace parindex::inline v0
