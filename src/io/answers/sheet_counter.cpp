#include "io/answers/sheet_counter.hpp"

#include <algorithm>

namespace parindex::inline v0 {

namespace {

constexpr std::size_t block_sheets = 1024;

}  // namespace

sheet_counter::sheet_counter(const questionnaire& form, const tally_options& counted, const sheet_checks& checks)
    : valid_(form, counted), flagged_(form, counted), rules_(form), quality_(form, checks) {
    by_blocks_ = rules_.multiple() == 0 && counted.by.empty() && counted.precision == tally_precision::none;
    for (const questionnaire::question& each : form.questions()) {
        blank_.push_back(static_cast<std::uint8_t>(each.place_of(answer_state::blank)));
    }
    answers_.resize((by_blocks_ ? block_sheets : 1) * blank_.size());
    units_.reserve(block_sheets);
    sheet_.mentions.resize(rules_.multiple());
    sheet_.categories.resize(counted.by.size());
    outside_bands_.resize(counted.by.size());
    start_sheet();
    clear();
}

void sheet_counter::start_sheet() {
    sheet_.answers = std::span(answers_).subspan(units_.size() * blank_.size(), blank_.size());
}

void sheet_counter::clear() {
    std::copy(blank_.begin(), blank_.end(), sheet_.answers.begin());
    std::fill(sheet_.mentions.begin(), sheet_.mentions.end(), std::uint64_t{0});
    std::fill(sheet_.categories.begin(), sheet_.categories.end(), answer_sheet::no_category);
    sheet_.unit = questionnaire::none;
    sheet_.stratum.clear();
    sheet_.cluster.clear();
    sheet_.seconds.reset();
}

bool sheet_counter::is_blank() const noexcept {
    return std::equal(blank_.begin(), blank_.end(), sheet_.answers.begin());
}

std::size_t sheet_counter::settle() {
    if (rules_.idle()) return questionnaire::none;
    rules_.follow_routes(sheet_.answers, sheet_.mentions);
    return rules_.find_refused(sheet_.answers);
}

void sheet_counter::count() {
    if (!rules_.is_valid(sheet_.answers)) return valid_.add_invalid_sheet(sheet_.unit);
    for (std::size_t group = 0; group < outside_bands_.size(); ++group) {
        if (sheet_.categories[group] != encoded_sheet::outside_bands) continue;
        sheet_.categories[group] = answer_sheet::no_category;
        ++outside_bands_[group];
    }
    const answer_sheet sheet{sheet_.answers, sheet_.mentions, sheet_.categories, sheet_.stratum, sheet_.cluster};
    const std::string& unit = valid_.at(sheet_.unit).unit;
    if (quality_.flag(unit, sheet, sheet_.seconds)) flagged_.add(flagged_.unit(unit), sheet);
    if (!by_blocks_) return valid_.add(sheet_.unit, sheet);
    units_.push_back(static_cast<std::uint32_t>(sheet_.unit));
    if (units_.size() == block_sheets) flush();
    start_sheet();
}

void sheet_counter::flush() {
    valid_.add_block(units_, std::span(answers_).first(units_.size() * blank_.size()));
    units_.clear();
}

sheet_counter::outcome sheet_counter::take() {
    if (by_blocks_) flush();
    return {std::move(valid_), std::move(flagged_), quality_.found(), quality_.forgot_sheets(),
            std::move(outside_bands_)};
}

}  // namespace parindex::inline v0
