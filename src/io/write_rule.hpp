// Rules as JSON: what read_rule.hpp reads, without what is the default.
#pragma once

#include "io/json_tree.hpp"
#include "parindex/criteria/rule.hpp"

#include <span>

namespace parindex::inline v0::json {

[[nodiscard]] tree written(const scoring_rule& value);
/// Empty where nothing is said.
[[nodiscard]] tree written(const rule_policies& value);
[[nodiscard]] tree written(const rounding& value);
[[nodiscard]] tree written(std::span<const fact> facts);

}  // namespace parindex::inline v0::json
