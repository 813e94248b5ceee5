#include "parindex/survey/questionnaire.hpp"

#include <algorithm>

namespace parindex::inline v0 {

bool operator==(const survey_question& a, const survey_question& b) {
    return a.code == b.code && a.text == b.text && a.number == b.number && a.scale == b.scale &&
           a.multiple == b.multiple && a.satisfied == b.satisfied && a.kind == b.kind && a.factor == b.factor &&
           a.overall == b.overall && a.asked_if == b.asked_if && a.missing == b.missing;
}

bool operator==(const questionnaire_description& a, const questionnaire_description& b) {
    return a.code == b.code && a.name == b.name && a.method == b.method && a.source == b.source &&
           a.scales == b.scales && a.blocks == b.blocks && a.factors == b.factors && a.questions == b.questions &&
           a.groups == b.groups && a.missing == b.missing && a.missing_words == b.missing_words &&
           a.validity == b.validity;
}

namespace {

template <class Items>
std::size_t find_code(const Items& items, std::string_view code) noexcept {
    const auto found = std::find_if(items.begin(), items.end(), [code](const auto& each) { return each.code == code; });
    return found == items.end() ? questionnaire::none : static_cast<std::size_t>(found - items.begin());
}

}  // namespace

std::vector<std::size_t> questionnaire::question::places_with(missing_policy policy) const {
    std::vector<std::size_t> out;
    for (std::size_t index = 0; index < answer_states; ++index) {
        const auto state = static_cast<answer_state>(index);
        if (has_policy(state) && missing.at(state) == policy) out.push_back(place_of(state));
    }
    return out;
}

std::size_t questionnaire::find_question(std::string_view code) const noexcept {
    return find_code(description().questions, code);
}

std::size_t questionnaire::find_group(std::string_view code) const noexcept {
    return find_code(description().groups, code);
}

std::size_t questionnaire::find_option(std::size_t asked, std::string_view code) const noexcept {
    return find_code(scale_of(asked).options, code);
}

std::optional<survey_scope> questionnaire::find_scope(std::string_view code) const noexcept {
    if (code.empty()) return survey_scope{};
    if (const std::size_t at = find_code(blocks(), code); at != none) return survey_scope{survey_scope_kind::block, at};
    if (const std::size_t at = find_code(factors(), code); at != none) {
        return survey_scope{survey_scope_kind::factor, at};
    }
    if (const std::size_t at = find_question(code); at != none) return survey_scope{survey_scope_kind::question, at};
    return std::nullopt;
}

std::string_view questionnaire::code_of(const survey_scope& scope) const noexcept {
    switch (scope.kind) {
        case survey_scope_kind::whole: return "";
        case survey_scope_kind::block: return blocks()[scope.index].code;
        case survey_scope_kind::factor: return factors()[scope.index].code;
        case survey_scope_kind::question: return texts()[scope.index].code;
    }
    return "";
}

std::vector<std::size_t> questionnaire::questions_of(const survey_scope& scope) const {
    if (scope.kind == survey_scope_kind::question) return {scope.index};
    std::vector<std::size_t> out;
    for (std::size_t at = 0; at < data_->questions.size(); ++at) {
        const question& each = data_->questions[at];
        const bool inside = scope.kind == survey_scope_kind::whole ||
                            (scope.kind == survey_scope_kind::block ? each.block : each.factor) == scope.index;
        if (each.in_index && inside) out.push_back(at);
    }
    return out;
}

std::vector<survey_scope> questionnaire::scopes() const {
    std::vector<survey_scope> out{{}};
    for (std::size_t at = 0; at < blocks().size(); ++at) out.push_back({survey_scope_kind::block, at});
    for (std::size_t at = 0; at < factors().size(); ++at) out.push_back({survey_scope_kind::factor, at});
    return out;
}

}  // namespace parindex::inline v0
