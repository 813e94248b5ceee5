#include "remediation/accepted_warnings.hpp"

#include "text/quoted.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace parindex::inline v0 {

namespace {

constexpr std::array table = {
    acceptable_warning{error_code::shortfall_without_loss, "shortfall_without_loss", warning_source::cover},
    acceptable_warning{error_code::only_continuous_deadlines, "only_continuous_deadlines", warning_source::cover},
    acceptable_warning{error_code::blank_number, "blank_number", warning_source::cover},
    acceptable_warning{error_code::blank_date, "blank_date", warning_source::cover},
    acceptable_warning{error_code::misleading_label, "misleading_label", warning_source::check},
    acceptable_warning{error_code::deadline_before_issue, "deadline_before_issue", warning_source::check},
    acceptable_warning{error_code::dates_out_of_order, "dates_out_of_order", warning_source::check},
    acceptable_warning{error_code::agency_mismatch, "agency_mismatch", warning_source::cover},
};

const acceptable_warning* find_acceptable(error_code code) noexcept {
    const auto* found =
        std::find_if(table.begin(), table.end(), [code](const acceptable_warning& each) { return each.code == code; });
    return found == table.end() ? nullptr : found;
}

}  // namespace

std::span<const acceptable_warning> acceptable_warnings() noexcept {
    return table;
}

std::string_view acceptance_word(error_code warning) noexcept {
    const acceptable_warning* found = find_acceptable(warning);
    return found == nullptr ? std::string_view() : found->word;
}

acceptance_filter::acceptance_filter(const plan& planned, warning_source source, finding_list& found) : found_(found) {
    for (const accepted_warning& each : planned.accepted) {
        const acceptable_warning* known = find_acceptable(each.warning);
        if (known == nullptr || known->given_by != source) continue;
        by_subject_.emplace(std::pair(each.warning, std::string_view(each.subject)), all_.size());
        all_.push_back({&each, false});
    }
}

acceptance_filter::acceptance* acceptance_filter::find(error_code code, std::string_view subject) {
    const auto found = by_subject_.find({code, subject});
    return found == by_subject_.end() ? nullptr : &all_[found->second];
}

void acceptance_filter::warn(error_code code, const source_position& where, const std::string& criterion,
                             std::string_view id, std::string message) {
    acceptance* accepted = find(code, id);
    if (accepted == nullptr) accepted = find(code, criterion);
    if (accepted == nullptr) accepted = find(code, "");
    if (accepted == nullptr) return found_.add(code, where, criterion, std::move(message), severity::warning);
    accepted->used = true;
    found_.add(code, where, criterion, message + "; accepted: " + quoted(accepted->given->reason), severity::note);
}

void acceptance_filter::report_idle() {
    for (const acceptance& each : all_) {
        if (each.used) continue;
        const accepted_warning& given = *each.given;
        found_.add(error_code::idle_acceptance, given.where, "",
                   "the plan accepts " + std::string(acceptance_word(given.warning)) +
                       (given.subject.empty() ? "" : " about " + quoted(given.subject)) +
                       ", but there is no such warning",
                   severity::warning);
    }
}

}  // namespace parindex::inline v0
