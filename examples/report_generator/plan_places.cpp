#include "report_generator/plan_places.hpp"

#include "report_generator/report_wording.hpp"
#include "report_generator/text_from.hpp"

#include <algorithm>
#include <utility>

namespace parindex::report {

namespace {

/// A mark may have been raised since the plan was written: what lost nothing is no shortfall any more.
bool is_printed(const evaluation& scored, const shortfall& source) {
    return std::any_of(source.deductions.begin(), source.deductions.end(), [&scored](const named_deduction& named) {
        const std::size_t node = scored.set().find(named.criterion);
        return node != criteria_set::none && loss_of(scored, node).sign() > 0;
    });
}

}  // namespace

ratio loss_of(const evaluation& scored, std::size_t node) {
    ratio sum;
    for (const ledger_entry& entry : scored.ledger(node)) {
        const bool taken = entry.kind == ledger_kind::loss || entry.kind == ledger_kind::penalty;
        if (taken && entry.amount.sign() > 0) sum += entry.amount;
    }
    return sum;
}

plan_places::plan_places(const plan& planned, const evaluation& scored, std::string number)
    : number_(std::move(number)), sections_(planned.sections.size()) {
    for (std::size_t index = 0; index < sections_; ++index) {
        add_shortfalls(planned.sections[index], scored, index);
        add_tasks(planned.sections[index].tasks, index);
    }
    if (planned.satisfaction) add_tasks(planned.satisfaction->tasks, sections_);
}

void plan_places::add_shortfalls(const plan_section& section, const evaluation& scored, std::size_t place) {
    std::vector<std::string_view> printed;
    for (const shortfall& each : section.shortfalls) {
        if (is_printed(scored, each)) printed.emplace_back(each.id);
    }
    for (std::size_t index = 0; index < printed.size(); ++index) {
        homes_[printed[index]] = {place, printed.size() == 1 ? 0 : index + 1};
    }
}

void plan_places::add_tasks(const std::vector<task>& tasks, std::size_t place) {
    for (const task& each : tasks) {
        if (each.status == task_status::dropped) continue;
        for (const task_link& link : each.addresses) tasks_[link.shortfall].insert(place);
    }
}

std::string plan_places::number_of(std::size_t place) const {
    return place == sections_ ? std::string(wording::improvements_number) : number_ + std::to_string(place + 1);
}

std::size_t plan_places::ordinal(std::string_view shortfall) const {
    const auto found = homes_.find(shortfall);
    return found == homes_.end() ? 0 : found->second.ordinal;
}

bool plan_places::has_task_at(std::string_view shortfall, std::size_t place) const {
    const auto found = tasks_.find(shortfall);
    return found != tasks_.end() && found->second.count(place) != 0;
}

std::vector<std::string> plan_places::of_tasks(const std::vector<shortfall>& shortfalls) const {
    std::set<std::size_t> found;
    for (const shortfall& each : shortfalls) {
        const auto places = tasks_.find(each.id);
        if (places != tasks_.end()) found.insert(places->second.begin(), places->second.end());
    }
    std::vector<std::string> out;
    for (const std::size_t place : found) out.push_back(number_of(place));
    return out;
}

std::string plan_places::answered_by(const task& each, std::size_t place) const {
    std::string out;
    bool is_plain = true;
    for (const task_link& link : each.addresses) {
        const auto found = homes_.find(link.shortfall);
        if (found == homes_.end()) continue;
        const home& stands = found->second;
        const bool is_here = stands.section == place;
        is_plain = is_plain && is_here && stands.ordinal == 0;
        out += text_from(out.empty() ? "" : ", ", wording::shortfall_in_text,
                         stands.ordinal == 0 ? std::string() : text_from(" ", std::to_string(stands.ordinal)),
                         is_here && stands.ordinal == 0 ? wording::shortfall_above : std::string_view(),
                         is_here ? std::string() : text_from(wording::in_section, number_of(stands.section)));
    }
    return is_plain ? std::string() : out;
}

}  // namespace parindex::report
