#include "parindex/survey/tally.hpp"

#include "parindex/support/limits.hpp"
#include "survey/tally/tally_layout.hpp"
#include "survey/tally/tally_sum.hpp"
#include "text/quoted.hpp"

#include <algorithm>

namespace parindex::inline v0 {

namespace {

[[noreturn]] void refuse(error_code code, const std::string& message) {
    throw error(code, message);
}

}  // namespace

tally::tally(questionnaire form, tally_options options)
    : form_(std::move(form)), options_(std::move(options)), layout_(std::make_shared<const tally_layout>(form_)) {
    for (std::size_t at = 0; at < options_.by.size(); ++at) {
        const std::size_t group = form_.find_group(options_.by[at]);
        if (group == questionnaire::none) {
            refuse(error_code::unknown_option, "the questionnaire has no group " + quoted(options_.by[at]));
        }
        if (std::find(options_.by.begin(), options_.by.begin() + static_cast<std::ptrdiff_t>(at), options_.by[at]) !=
            options_.by.begin() + static_cast<std::ptrdiff_t>(at)) {
            refuse(error_code::unknown_option, "group " + quoted(options_.by[at]) + " is named twice");
        }
        first_row_.push_back(rows_);
        categories_.push_back(form_.groups()[group].categories.size());
        rows_ += categories_.back() + 1;  // the last: unknown
    }
}

std::size_t tally::row_size() const noexcept {
    return layout_->row_size;
}

std::span<const std::size_t> tally::index_questions() const noexcept {
    return layout_->index_questions;
}

void tally::reserve(std::uint64_t cells) {
    if (cells > limits::survey_counts || cells_ + cells > limits::survey_counts) {
        refuse(error_code::survey_too_large, "a tally has at most " + std::to_string(limits::survey_counts) +
                                                 " counts: fewer groups, clusters or units");
    }
    cells_ += cells;
}

std::size_t tally::find_unit(std::string_view code) const {
    const auto found = by_code_.find(std::string(code));
    return found == by_code_.end() ? questionnaire::none : found->second;
}

std::size_t tally::unit(std::string_view code) {
    const std::size_t known = find_unit(code);
    return known != questionnaire::none ? known : new_unit(code);
}

std::size_t tally::new_unit(std::string_view code) {
    if (code.empty()) refuse(error_code::invalid_answer, "expected the code of the unit");
    if (code.size() > limits::unit_name_bytes) {
        refuse(error_code::unit_name_too_long,
               "a code of a unit has at most " + std::to_string(limits::unit_name_bytes) + " bytes");
    }
    reserve(std::uint64_t{rows_} * row_size());
    unit_counts fresh;
    fresh.unit = code;
    fresh.rows.resize(rows_ * row_size());
    units_.push_back(std::move(fresh));
    try {
        by_code_.emplace(code, units_.size() - 1);
    } catch (...) {  // memory is exhausted: a unit that is not found would be one twice
        units_.pop_back();
        throw;
    }
    return units_.size() - 1;
}

void tally::require_room() const {
    if (!is_full_) return;
    refuse(error_code::count_overflow,
           "a count is above 2^62: count sheets into a tally of their own, and merge the two");
}

void tally::require(std::size_t unit) const {
    if (unit >= units_.size()) refuse(error_code::unknown_unit, "the tally has no unit " + std::to_string(unit));
}

namespace {

void require_sheet(const tally_layout& layout, const std::vector<std::size_t>& categories, const answer_sheet& sheet) {
    const auto wrong = [](const std::string& message) { refuse(error_code::invalid_answer, message); };
    if (sheet.answers.size() != layout.places.size()) {
        wrong("expected " + std::to_string(layout.places.size()) + " answers, not " +
              std::to_string(sheet.answers.size()));
    }
    if (sheet.mentions.size() != layout.multiple.size()) {
        wrong("expected the mentions of " + std::to_string(layout.multiple.size()) + " questions, not of " +
              std::to_string(sheet.mentions.size()));
    }
    if (sheet.categories.size() != categories.size()) {
        wrong("expected the categories of " + std::to_string(categories.size()) + " groups, not of " +
              std::to_string(sheet.categories.size()));
    }
    std::size_t mentions = 0;
    for (std::size_t at = 0; at < sheet.answers.size(); ++at) {
        const std::size_t place = sheet.answers[at];
        const std::size_t answered = layout.options[at];
        bool known = place < layout.places[at];
        if (layout.mentions[at] == 0) {
            known = known && place != answered;
        } else {
            const std::uint64_t marks = sheet.mentions[mentions++];
            known = known && place >= answered && (marks & ~layout.mentions[at]) == 0 &&
                    (marks != 0) == (place == answered);
        }
        if (!known) wrong("the answer to question " + std::to_string(at) + " of the sheet is none of its places");
    }
    for (std::size_t at = 0; at < categories.size(); ++at) {
        if (sheet.categories[at] >= categories[at] && sheet.categories[at] != answer_sheet::no_category) {
            wrong("group " + std::to_string(at) + " has no category " + std::to_string(sheet.categories[at]));
        }
    }
}

/// Adds a sheet to a row. @param judged scratch memory of layout.slots
void count_sheet(const tally_layout& layout, std::span<const std::uint8_t> answers,
                 std::span<const std::uint64_t> mentions, std::uint64_t* row, std::span<std::uint8_t> judged) {
    std::fill(judged.begin(), judged.end(), std::uint8_t{0});
    ++row[0];
    const std::size_t* first_place = layout.first_place.data();
    const std::uint8_t* meaning = layout.judged.data();
    std::size_t at = 0;
    for (const tally_layout::run& run : layout.runs) {
        unsigned all = 0;
        for (; at < run.end; ++at) {
            const std::size_t place = first_place[at] + answers[at];
            ++row[place];
            all |= meaning[place];
        }
        judged[run.slot] = static_cast<std::uint8_t>(judged[run.slot] | all);
    }
    for (std::size_t each = 0; each < mentions.size(); ++each) {
        std::uint64_t* options = row + layout.first_place[layout.multiple[each]];
        for (std::uint64_t marks = mentions[each]; marks != 0; marks >>= 1, ++options) *options += marks & 1;
    }
    std::uint64_t* persons = row + 1;
    for (const std::vector<std::uint32_t>& scope : layout.slots_of_scope) {
        std::uint8_t all = 0;
        for (const std::uint32_t each : scope) all = static_cast<std::uint8_t>(all | judged[each]);
        persons[0] += all != 0 ? 1 : 0;
        persons[1] += all == judgement::counted ? 1 : 0;
        persons += 2;
    }
}

}  // namespace

void tally::count_precision(unit_counts& into, const answer_sheet& sheet) {
    if (std::max(sheet.stratum.size(), sheet.cluster.size()) > limits::unit_name_bytes) {
        refuse(error_code::unit_name_too_long,
               "a code of a stratum or cluster has at most " + std::to_string(limits::unit_name_bytes) + " bytes");
    }
    const std::size_t width = 3 * layout_->index_questions.size();
    std::vector<std::uint32_t> vector(width);
    for (std::size_t at = 0; at < layout_->index_questions.size(); ++at) {
        const std::size_t question = layout_->index_questions[at];
        const std::size_t place = layout_->first_place[question] + sheet.answers[question];
        const std::uint8_t judged = layout_->judged[place];
        vector[3 * at] = judged & judgement::counted;
        vector[3 * at + 1] = judged == judgement::counted ? 1 : 0;
        vector[3 * at + 2] = layout_->levels[place];
    }
    if (options_.precision == tally_precision::clusters) {
        const cluster_key key{std::string(sheet.stratum), std::string(sheet.cluster)};
        auto found = into.clusters.find(key);
        if (found == into.clusters.end()) {
            reserve(cells_of_cluster(width));
            found = into.clusters.emplace(key, std::vector<std::uint64_t>(width)).first;
        }
        for (std::size_t at = 0; at < width; ++at) found->second[at] += vector[at];
        return;
    }
    auto found = into.strata.find(std::string(sheet.stratum));
    if (found == into.strata.end()) {
        reserve(width + width * (width + 1) / 2);
        moment_sums fresh;
        fresh.sums.resize(width);
        fresh.products.resize(width * (width + 1) / 2);
        found = into.strata.emplace(sheet.stratum, std::move(fresh)).first;
    }
    ++found->second.respondents;
    std::uint64_t* products = found->second.products.data();
    for (std::size_t at = 0; at < width; ++at) {
        found->second.sums[at] += vector[at];
        if (vector[at] != 0) {
            for (std::size_t other = at; other < width; ++other) {
                products[other - at] += std::uint64_t{vector[at]} * vector[other];
            }
        }
        products += width - at;
    }
}

void tally::add(std::size_t unit, const answer_sheet& sheet) {
    require(unit);
    require_room();
    require_sheet(*layout_, categories_, sheet);
    unit_counts& into = units_[unit];
    std::vector<std::uint8_t> judged(layout_->slots);  // the last but count_precision() that can fail
    if (options_.precision != tally_precision::none) count_precision(into, sheet);
    ++into.sheets.returned;
    ++into.sheets.valid;
    const auto count = [&](std::size_t row) {
        count_sheet(*layout_, sheet.answers, sheet.mentions, into.rows.data() + row * row_size(), judged);
    };
    count(0);
    for (std::size_t at = 0; at < categories_.size(); ++at) {
        count(first_row_[at] + std::min<std::size_t>(sheet.categories[at], categories_[at]));
    }
}

void tally::add_block(std::span<const std::uint32_t> units, std::span<const std::uint8_t> answers) {
    const std::size_t questions = layout_->places.size();
    if (!layout_->multiple.empty() || rows_ != 1 || options_.precision != tally_precision::none) {
        refuse(error_code::invalid_answer,
               "blocks are for questionnaires without questions of several marks and tallies without groups and "
               "precision");
    }
    if (answers.size() / questions != units.size() || answers.size() % questions != 0) {
        refuse(error_code::invalid_answer, "expected " + std::to_string(questions) + " answers for each sheet");
    }
    require_room();
    const std::uint8_t* places = layout_->places.data();
    const std::uint8_t* options = layout_->options.data();
    for (std::size_t sheet = 0; sheet < units.size(); ++sheet) {
        // Without branches: nearly all answers are right.
        unsigned wrong = units[sheet] < units_.size() ? 0 : 1;
        const std::uint8_t* given = answers.data() + sheet * questions;
        for (std::size_t at = 0; at < questions; ++at) {
            wrong |= static_cast<unsigned>(given[at] >= places[at]) | static_cast<unsigned>(given[at] == options[at]);
        }
        if (wrong != 0) {
            refuse(error_code::invalid_answer,
                   "sheet " + std::to_string(sheet) + " of the block has a unit or answer that is none");
        }
    }
    std::vector<std::uint8_t> judged(layout_->slots);
    for (std::size_t sheet = 0; sheet < units.size(); ++sheet) {
        unit_counts& into = units_[units[sheet]];
        ++into.sheets.returned;
        ++into.sheets.valid;
        count_sheet(*layout_, answers.subspan(sheet * questions, questions), {}, into.rows.data(), judged);
    }
}

void tally::add_invalid_sheet(std::size_t unit) {
    add_sheets(unit, {0, 1, 0});
}

void tally::add_sheets(std::size_t unit, const sheet_counts& sheets) {
    require(unit);
    if (sheets.valid > sheets.returned) {
        refuse(error_code::invalid_answer, "of " + std::to_string(sheets.returned) + " returned sheets of unit " +
                                               quoted(units_[unit].unit) + ", " + std::to_string(sheets.valid) +
                                               " cannot be valid");
    }
    unit_counts& into = units_[unit];
    is_full_ = sums_fit(words(into.sheets), words(sheets), into.unit) || is_full_;
    into.sheets.issued += sheets.issued;
    into.sheets.returned += sheets.returned;
    into.sheets.valid += sheets.valid;
    into.has_aggregates = into.has_aggregates || sheets.valid != 0;
}

void tally::add_answers(std::size_t unit, std::size_t question, std::size_t place, std::uint64_t count) {
    require(unit);
    if (question >= layout_->places.size() || place >= layout_->places[question] ||
        (layout_->mentions[question] == 0 && place == layout_->options[question])) {
        refuse(error_code::invalid_answer, "there is no such place for an answer");
    }
    if (options_.precision != tally_precision::none) {
        refuse(error_code::invalid_answer, "precision needs respondents, not answers that were counted already");
    }
    unit_counts& into = units_[unit];
    const std::size_t at = layout_->first_place[question] + place;
    const auto each_row = [&](auto use) {
        use(into.rows[at]);
        for (std::size_t group = 0; group < categories_.size(); ++group) {
            use(into.rows[(first_row_[group] + categories_[group]) * row_size() + at]);
        }
    };
    bool is_large = false;
    each_row([&](std::uint64_t cell) {
        is_large = sums_fit(std::span(&cell, 1), std::span(&count, 1), into.unit) || is_large;
    });
    is_full_ = is_full_ || is_large;
    each_row([&](std::uint64_t& cell) { cell += count; });
    into.has_aggregates = true;
}

std::vector<std::string> tally::units() const {
    std::vector<std::string> out;
    for (const unit_counts& each : units_) out.push_back(each.unit);
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<unit_counts> tally::contents() const {
    std::vector<unit_counts> out = units_;
    std::sort(out.begin(), out.end(), [](const unit_counts& a, const unit_counts& b) { return a.unit < b.unit; });
    return out;
}

std::size_t tally::row_of(std::string_view group, std::string_view category) const {
    const auto by = std::find(options_.by.begin(), options_.by.end(), group);
    if (by == options_.by.end()) {
        refuse(error_code::unknown_option, "the tally has no counts by group " + quoted(group));
    }
    const auto at = static_cast<std::size_t>(by - options_.by.begin());
    if (category.empty()) return first_row_[at] + categories_[at];
    const auto& known = form_.groups()[form_.find_group(group)].categories;
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const auto& each) { return each.code == category; });
    if (found == known.end()) {
        refuse(error_code::unknown_option, "group " + quoted(group) + " has no category " + quoted(category));
    }
    return first_row_[at] + static_cast<std::size_t>(found - known.begin());
}

void tally::require_row(std::size_t unit, std::size_t row) const {
    require(unit);
    if (row >= rows_) refuse(error_code::unknown_option, "the tally has no row " + std::to_string(row));
}

std::span<const std::uint64_t> tally::counts(std::size_t unit, std::size_t row, std::size_t question) const {
    require_row(unit, row);
    return std::span(units_[unit].rows)
        .subspan(row * row_size() + layout_->first_place.at(question), layout_->places.at(question));
}

std::uint64_t tally::respondents(std::size_t unit, std::size_t row) const {
    require_row(unit, row);
    return units_[unit].rows[row * row_size()];
}

person_counts tally::persons(std::size_t unit, std::size_t row, std::size_t scope) const {
    require_row(unit, row);
    if (scope >= layout_->slots_of_scope.size()) {
        refuse(error_code::unknown_option, "the questionnaire has no scope " + std::to_string(scope));
    }
    const std::size_t at = row * row_size() + 1 + 2 * scope;
    return {units_[unit].rows[at], units_[unit].rows[at + 1]};
}

bool operator==(const tally& a, const tally& b) {
    return a.form_ == b.form_ && a.options_ == b.options_ && a.contents() == b.contents();
}

}  // namespace parindex::inline v0
