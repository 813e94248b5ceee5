#include "parindex/survey/sheet_quality.hpp"

#include "survey/answers/digest_set.hpp"

#include <map>

namespace parindex::inline v0 {

flagged_sheets& flagged_sheets::operator+=(const flagged_sheets& other) noexcept {
    sheets += other.sheets;
    straight_lines += other.straight_lines;
    duplicates += other.duplicates;
    too_fast += other.too_fast;
    return *this;
}

sheet_quality::sheet_quality(const questionnaire& form, const sheet_checks& checks)
    : checks_(checks), seen_(std::make_unique<digest_set>(checks.duplicate_sheets)) {
    std::map<std::size_t, std::vector<std::size_t>> by_scale;
    for (std::size_t at = 0; at < form.questions().size(); ++at) {
        options_.push_back(form.questions()[at].options);
        if (form.questions()[at].in_index) by_scale[form.questions()[at].scale].push_back(at);
    }
    for (auto& [scale, questions] : by_scale) by_scale_.push_back(std::move(questions));
}

sheet_quality::~sheet_quality() = default;
sheet_quality::sheet_quality(sheet_quality&&) noexcept = default;
sheet_quality& sheet_quality::operator=(sheet_quality&&) noexcept = default;

bool sheet_quality::is_straight(std::span<const std::uint8_t> answers) const noexcept {
    if (checks_.straight_line == 0) return false;
    std::size_t answered = 0;
    for (const std::vector<std::size_t>& questions : by_scale_) {
        std::size_t line = questionnaire::none;
        for (const std::size_t each : questions) {
            const std::size_t place = answers[each];
            if (place >= options_[each]) continue;
            if (line != questionnaire::none && line != place) return false;
            line = place;
            ++answered;
        }
    }
    return answered >= checks_.straight_line;
}

bool sheet_quality::is_duplicate(std::string_view unit, const answer_sheet& sheet) {
    if (!checks_.duplicates) return false;
    digest_builder made;
    made.add(unit);
    made.add(std::string_view(reinterpret_cast<const char*>(sheet.answers.data()), sheet.answers.size()));
    for (const std::uint64_t each : sheet.mentions) made.add(each);
    for (const std::uint16_t each : sheet.categories) made.add(std::uint64_t{each});
    const digest each = made.take();
    if (!seen_->full()) return !seen_->insert(each);
    forgot_ = true;
    return seen_->contains(each);
}

bool sheet_quality::flag(std::string_view unit, const answer_sheet& sheet, const std::optional<decimal>& seconds) {
    const bool straight = is_straight(sheet.answers);
    const bool duplicate = is_duplicate(unit, sheet);
    const bool fast = seconds && checks_.least_seconds && *seconds < *checks_.least_seconds;
    found_.straight_lines += straight ? 1 : 0;
    found_.duplicates += duplicate ? 1 : 0;
    found_.too_fast += fast ? 1 : 0;
    if (!straight && !duplicate && !fast) return false;
    ++found_.sheets;
    return true;
}

}  // namespace parindex::inline v0
