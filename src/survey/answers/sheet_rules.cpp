#include "survey/answers/sheet_rules.hpp"

#include "parindex/numeric/ratio.hpp"

namespace parindex::inline v0 {

sheet_rules::sheet_rules(const questionnaire& form) : form_(form) {
    for (std::size_t at = 0; at < form.questions().size(); ++at) {
        const questionnaire::question& asked = form.questions()[at];
        mentions_.push_back(form.texts()[at].multiple ? multiple_++ : questionnaire::none);
        if (!asked.asked_if.empty()) routes_.push_back(at);
        for (const std::size_t place : asked.places_with(missing_policy::refuse)) {
            refused_.emplace_back(at, static_cast<std::uint8_t>(place));
        }
    }
    const sheet_validity& validity = form.description().validity;
    for (const std::string& each : validity.required) required_.push_back(form.find_question(each));
    // The least whole number of answers that reaches the share, decided once and exactly.
    const ratio share = ratio(validity.minimum_answered) / ratio(100);
    std::size_t answers = 0;
    for (std::size_t asked = 0; asked <= form.questions().size(); ++asked) {
        while (ratio(static_cast<std::int64_t>(answers)) < share * ratio(static_cast<std::int64_t>(asked))) ++answers;
        needed_.push_back(answers);
    }
}

bool sheet_rules::holds(const questionnaire::question::condition& condition, std::span<const std::uint8_t> answers,
                        std::span<const std::uint64_t> mentions) const noexcept {
    const std::size_t place = answers[condition.question];
    const std::size_t marks = mentions_[condition.question];
    if (marks == questionnaire::none) return place < condition.any_of.size() && condition.any_of[place];
    if (place != form_.questions()[condition.question].place_of(answer_state::answered)) return false;
    for (std::size_t option = 0; option < condition.any_of.size(); ++option) {
        if (condition.any_of[option] && (mentions[marks] >> option & 1) != 0) return true;
    }
    return false;
}

void sheet_rules::follow_routes(std::span<std::uint8_t> answers, std::span<std::uint64_t> mentions) const {
    for (const std::size_t at : routes_) {
        const questionnaire::question& asked = form_.questions()[at];
        bool is_asked = true;
        for (const auto& condition : asked.asked_if) is_asked = is_asked && holds(condition, answers, mentions);
        if (is_asked) continue;
        const bool is_blank = answers[at] == asked.place_of(answer_state::blank);
        answers[at] =
            static_cast<std::uint8_t>(asked.place_of(is_blank ? answer_state::skipped : answer_state::off_route));
        if (mentions_[at] != questionnaire::none) mentions[mentions_[at]] = 0;
    }
}

std::size_t sheet_rules::find_refused(std::span<const std::uint8_t> answers) const noexcept {
    for (const auto& [question, place] : refused_) {
        if (answers[question] == place) return question;
    }
    return questionnaire::none;
}

sheet_rules::outcome sheet_rules::outcome_of(std::size_t question, std::uint8_t place) const noexcept {
    const questionnaire::question& asked = form_.questions()[question];
    if (place <= asked.place_of(answer_state::answered)) return outcome::answered;
    return place >= asked.place_of(answer_state::skipped) ? outcome::left_out : outcome::missing;
}

bool sheet_rules::is_valid(std::span<const std::uint8_t> answers) const noexcept {
    if (always_valid()) return true;
    std::size_t asked = 0;
    std::size_t answered = 0;
    for (std::size_t at = 0; at < answers.size(); ++at) {
        const outcome each = outcome_of(at, answers[at]);
        asked += each != outcome::left_out ? 1 : 0;
        answered += each == outcome::answered ? 1 : 0;
    }
    if (answered < needed_[asked]) return false;
    for (const std::size_t each : required_) {
        if (outcome_of(each, answers[each]) == outcome::missing) return false;
    }
    return true;
}

}  // namespace parindex::inline v0
