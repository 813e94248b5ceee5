// Rules as JSON: what read_rule.hpp reads, without what is the default.
#pragma once

#include "parindex/criteria/rule.hpp"

#include <nlohmann/json.hpp>

#include <span>

namespace parindex::inline v0::json {

[[nodiscard]] nlohmann::ordered_json written(const scoring_rule& value);
/// Empty where nothing is said.
[[nodiscard]] nlohmann::ordered_json written(const rule_policies& value);
[[nodiscard]] nlohmann::ordered_json written(const rounding& value);
[[nodiscard]] nlohmann::ordered_json written(std::span<const fact> facts);

}  // namespace parindex::inline v0::json
