// The members of a questionnaire file, which a tally file has within it.
#pragma once

#include "io/json_reader.hpp"
#include "io/json_tree.hpp"
#include "parindex/survey/questionnaire.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace parindex::inline v0::json {

inline constexpr std::string_view questionnaire_tag = "parindex.questionnaire/1";

/// States for which a questionnaire has a policy.
inline constexpr auto states_with_policy = [] {
    std::array<answer_state, answer_states - 3> out{};
    std::size_t size = 0;
    for (std::size_t at = 0; at < answer_states; ++at) {
        if (has_policy(static_cast<answer_state>(at))) out.at(size++) = static_cast<answer_state>(at);
    }
    return out;
}();

/// States that words of the data may mean; the others follow from the sheet.
inline constexpr std::array states_with_words = {answer_state::blank, answer_state::dont_know,
                                                 answer_state::not_applicable, answer_state::refused,
                                                 answer_state::out_of_range};

/// The questionnaire in an object of its format; nothing, with findings, if it is refused.
[[nodiscard]] std::optional<questionnaire> read_questionnaire(object& root, reading& state);

/// The whole object, with its format.
[[nodiscard]] tree written(const questionnaire& form);

}  // namespace parindex::inline v0::json
