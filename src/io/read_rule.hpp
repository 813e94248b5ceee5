// Rules as JSON.
#pragma once

#include "io/json_reader.hpp"
#include "parindex/criteria/rule.hpp"

namespace parindex::inline v0::json {

/// The rule of a leaf: its facts and policies beside the members of its form.
[[nodiscard]] scoring_rule read_scoring_rule(const cursor& at);

/// What a set says for all its rules.
[[nodiscard]] rule_policies read_rule_policies(const cursor& at);

/// {"places", "mode"}
[[nodiscard]] rounding read_rounding(const cursor& at);

/// Facts of a mark or of a context: an object with their names as keys.
[[nodiscard]] std::vector<fact> read_facts(const cursor& at);

}  // namespace parindex::inline v0::json
