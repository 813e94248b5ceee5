#include "parindex/survey/answer_state.hpp"

#include "parindex/survey/questionnaire_description.hpp"
#include "parindex/survey/tally.hpp"

namespace parindex::inline v0 {

std::string_view to_string(answer_state state) noexcept {
    switch (state) {
        case answer_state::answered: return "answered";
        case answer_state::blank: return "blank";
        case answer_state::dont_know: return "dont_know";
        case answer_state::not_applicable: return "not_applicable";
        case answer_state::refused: return "refused";
        case answer_state::out_of_range: return "out_of_range";
        case answer_state::several_marked: return "several_marked";
        case answer_state::skipped: return "skipped";
        case answer_state::off_route: return "off_route";
    }
    return "";
}

std::optional<answer_state> answer_state_from(std::string_view name) noexcept {
    for (std::size_t index = 0; index < answer_states; ++index) {
        const auto state = static_cast<answer_state>(index);
        if (to_string(state) == name) return state;
    }
    return std::nullopt;
}

std::string_view to_string(missing_policy policy) noexcept {
    switch (policy) {
        case missing_policy::exclude: return "exclude";
        case missing_policy::least_favourable: return "least_favourable";
        case missing_policy::refuse: return "refuse";
    }
    return "";
}

std::string_view to_string(label_dictionary words) noexcept {
    switch (words) {
        case label_dictionary::none: return "none";
        case label_dictionary::satisfaction: return "satisfaction";
        case label_dictionary::yes_no: return "yes_no";
    }
    return "";
}

std::string_view to_string(question_kind kind) noexcept {
    switch (kind) {
        case question_kind::perception: return "perception";
        case question_kind::satisfaction: return "satisfaction";
        case question_kind::need: return "need";
    }
    return "";
}

std::string_view to_string(tally_precision kind) noexcept {
    switch (kind) {
        case tally_precision::none: return "none";
        case tally_precision::clusters: return "clusters";
        case tally_precision::respondents: return "respondents";
    }
    return "";
}

}  // namespace parindex::inline v0
