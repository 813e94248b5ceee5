#include "report_generator/compose_sections.hpp"

#include "report_generator/phrase.hpp"
#include "report_generator/report_wording.hpp"
#include "report_generator/vietnamese_case.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace parindex::report {

namespace {

bool all_printed(const evaluation& scored, std::size_t node) {
    const auto ledger = scored.ledger(node);
    return std::all_of(ledger.begin(), ledger.end(),
                       [](const ledger_entry& entry) { return entry.origin == provenance::printed; });
}

/// "<name> đạt 0,95/1 điểm (trừ 0,05 điểm)". The score is left out where it is not printed anywhere: a figure of ours
/// must not pass for a published one.
std::string deduction_phrase(const evaluation& scored, std::size_t node, const std::string& wording_of_plan) {
    const criteria_set::node& about = scored.set().at(node);
    std::string text = without_end_mark(wording_of_plan.empty() ? about.name : wording_of_plan);
    if (about.states_maximum && scored.score_origin(node) == provenance::printed) {
        text += text_from(wording::reached, points_text(scored.at(node).score), "/",
                          points_text(scored.at(node).maximum), wording::points);
    }
    return text_from(text, " ", loss_text(scored, node));
}

/// The deductions of one shortfall. Neighbours that belong to one criterion below the field are named under it, as in
/// section 1.2.1 of the Sơn La plan.
class shortfall_phrases {
public:
    shortfall_phrases(const evaluation& scored, const shortfall& source) : scored_(scored) {
        const std::span<const named_deduction> all = source.deductions;
        for (std::size_t first = 0; first < all.size();) {
            std::size_t last = first + 1;
            const std::size_t group = group_of(all[first]);
            while (last < all.size() && group != criteria_set::none && group_of(all[last]) == group) ++last;
            add(all.subspan(first, last - first), group);
            first = last;
        }
    }

    [[nodiscard]] const std::vector<std::string>& phrases() const noexcept { return phrases_; }
    [[nodiscard]] const ratio& loss() const noexcept { return loss_; }

private:
    /// The criterion between a leaf and its field, or none.
    [[nodiscard]] std::size_t group_of(const named_deduction& named) const {
        const std::size_t node = scored_.set().find(named.criterion);
        if (node == criteria_set::none) return node;
        const std::size_t parent = scored_.set().at(node).parent;
        return parent != criteria_set::none && scored_.set().at(parent).level > 1 ? parent : criteria_set::none;
    }

    void add(std::span<const named_deduction> neighbours, std::size_t group) {
        std::vector<std::string> found;
        for (const named_deduction& named : neighbours) {
            const std::size_t node = scored_.set().find(named.criterion);
            // A mark may have been raised since the plan was written: what lost nothing is no shortfall any more.
            if (node == criteria_set::none || loss_of(scored_, node).sign() <= 0) continue;
            loss_ += loss_of(scored_, node);
            found.push_back(deduction_phrase(scored_, node, named.wording));
        }
        if (found.empty()) return;
        if (neighbours.size() > 1 && group != criteria_set::none) {
            phrases_.push_back(text_from(scored_.set().at(group).name, " (", joined(found, "; "), ")"));
        } else {
            phrases_.insert(phrases_.end(), found.begin(), found.end());
        }
    }

    const evaluation& scored_;
    std::vector<std::string> phrases_;
    ratio loss_;
};

std::string when_text(const timing& when) {
    const std::string last = when.last ? dated_text(*when.last) : std::string();
    switch (when.kind) {
        case timing_kind::continuous: return std::string(wording::continuous);
        case timing_kind::on: return when.last ? last : std::string(wording::date_open);
        case timing_kind::before: return when.last ? text_from(wording::before, last) : std::string(wording::date_open);
        case timing_kind::within:
            if (!when.first || !when.last) return std::string(wording::date_open);
            return text_from(wording::from, dated_text(*when.first), wording::until, last);
        case timing_kind::monthly: return std::string(wording::monthly);
        case timing_kind::quarterly: return std::string(wording::quarterly);
        case timing_kind::half_yearly: return std::string(wording::half_yearly);
        case timing_kind::yearly: return std::string(wording::yearly);
    }
    return std::string(wording::date_open);
}

/// What a section without tasks of its own says: where its tasks stand, or that there are none.
std::string tasks_elsewhere(const std::vector<std::string>& places) {
    if (places.empty()) return std::string(wording::no_task);
    return text_from(wording::tasks_elsewhere, joined(places, ", "), ".");
}

/// What a section says besides its shortfalls, so that it never contradicts the table: points that no shortfall names,
/// or why it has none. Empty where the shortfalls say it all.
std::string besides_shortfalls(const evaluation& scored, const plan_section& section, const ratio& named, bool none) {
    const std::size_t field = scored.set().find(section.field);
    if (field == criteria_set::none) return {};
    const ratio open = loss_of(scored, field) - named;
    if (open.sign() > 0) return text_from(wording::loss_unnamed_first, points_text(open), wording::loss_unnamed_last);
    if (!none) return {};
    const std::size_t unmarked = scored.at(field).unmarked;
    if (unmarked == 0) return std::string(wording::nothing_lost);
    return text_from(wording::unmarked_first, std::to_string(unmarked), wording::unmarked_only_last);
}

}  // namespace

task_places::task_places(const plan& planned, std::string number)
    : number_(std::move(number)), sections_(planned.sections.size()) {
    for (std::size_t index = 0; index < sections_; ++index) add(planned.sections[index].tasks, index);
    if (planned.satisfaction) add(planned.satisfaction->tasks, sections_);
}

void task_places::add(const std::vector<task>& tasks, std::size_t place) {
    for (const task& each : tasks) {
        if (each.status == task_status::dropped) continue;
        for (const task_link& link : each.addresses) places_[link.shortfall].insert(place);
    }
}

std::vector<std::string> task_places::of(const std::vector<shortfall>& shortfalls) const {
    std::set<std::size_t> found;
    for (const shortfall& each : shortfalls) {
        const auto places = places_.find(each.id);
        if (places != places_.end()) found.insert(places->second.begin(), places->second.end());
    }
    std::vector<std::string> out;
    for (const std::size_t place : found) {
        out.push_back(place == sections_ ? std::string(wording::improvements_number)
                                         : number_ + std::to_string(place + 1));
    }
    return out;
}

ratio loss_of(const evaluation& scored, std::size_t node) {
    ratio sum;
    for (const ledger_entry& entry : scored.ledger(node)) {
        const bool taken = entry.kind == ledger_kind::loss || entry.kind == ledger_kind::penalty;
        if (taken && entry.amount.sign() > 0) sum += entry.amount;
    }
    return sum;
}

std::string loss_text(const evaluation& scored, std::size_t node) {
    return text_from(wording::lost_first, points_text(loss_of(scored, node)),
                     all_printed(scored, node) ? wording::lost_last : wording::lost_inferred_last);
}

list section_list(const plan_material& material, const plan_section& section, const task_places& places) {
    list out;
    ratio named;
    for (const shortfall& each : section.shortfalls) {
        const shortfall_phrases said(material.scored, each);
        if (said.phrases().empty()) continue;
        named += said.loss();
        out.items.push_back({plain(text_from(wording::shortfall, joined(said.phrases(), "; "), wording::total_loss,
                                             points_text(said.loss()), wording::points, ".")),
                             {}});
        if (!each.cause.empty()) out.items.push_back({plain(ended(text_from(wording::cause, each.cause))), {}});
    }
    const std::string besides = besides_shortfalls(material.scored, section, named, out.items.empty());
    if (!besides.empty()) out.items.push_back({plain(text_from(wording::shortfall, besides)), {}});
    const std::string own_label = without_end_mark(section.tasks_label, ".;:");
    const std::string label = text_from(own_label.empty() ? wording::tasks_label : std::string_view(own_label), ": ");
    bool none = true;
    for (const task& each : section.tasks) {
        if (each.status == task_status::dropped) continue;  // given up: no task of this document
        none = false;
        out.items.push_back({plain(ended(text_from(label, each.text))), task_details(each)});
    }
    if (none) {
        out.items.push_back({plain(text_from(label, tasks_elsewhere(places.of(section.shortfalls)))), {}});
    }
    return out;
}

std::vector<list_item> task_details(const task& each) {
    std::vector<list_item> out;
    const auto add = [&](std::string_view label, const std::string& text) {
        out.push_back({plain(ended(text_from(label, text))), {}});
    };
    const auto add_units = [&](std::string_view label, const std::vector<std::string>& units) {
        const std::string names = joined(units, "; ");
        if (!names.empty()) add(label, names);
    };
    add_units(wording::lead, each.roles.lead);
    add_units(wording::implementing, each.roles.implementing);
    add_units(wording::coordinating, each.roles.coordinating);
    add_units(wording::monitoring, each.roles.monitoring);
    add(wording::time, with_capital_first_letter(when_text(each.when)));
    std::vector<std::string> steps;
    for (const milestone& step : each.milestones) {
        steps.push_back(text_from(without_end_mark(step.text), " (", dated_text(step.due), ")"));
    }
    if (!steps.empty()) add(wording::milestones, joined(steps, "; "));
    std::optional<ratio> gain;
    for (const task_link& link : each.addresses) {
        if (link.gain) gain = gain.value_or(ratio()) + ratio(*link.gain);
    }
    if (gain) add(wording::expected_gain, text_from(points_text(*gain), wording::points));
    return out;
}

}  // namespace parindex::report
