#include "report_generator/compose_sections.hpp"

#include "report_generator/compose_tasks.hpp"
#include "report_generator/phrase.hpp"
#include "report_generator/report_wording.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parindex::report {

namespace {

bool all_printed(const evaluation& scored, std::size_t node) {
    const auto ledger = scored.ledger(node);
    return std::all_of(ledger.begin(), ledger.end(),
                       [](const ledger_entry& entry) { return entry.origin == provenance::printed; });
}

bool is_penalty(const evaluation& scored, std::size_t node) {
    return scored.set().at(node).points == point_kind::penalty;
}

/// "<name> đạt 0,95/1 điểm (trừ 0,05 điểm)". The score is left out where it is not printed anywhere: a figure of ours
/// must not pass for a published one. A penalty is no score out of a maximum: "<name> (điểm phạt: 0,5 điểm)".
std::string deduction_phrase(const evaluation& scored, std::size_t node, const std::string& wording_of_plan) {
    const criteria_set::node& about = scored.set().at(node);
    std::string text = without_end_mark(wording_of_plan.empty() ? about.name : wording_of_plan);
    const bool has_score = about.states_maximum && !is_penalty(scored, node);
    if (has_score && scored.score_origin(node) == provenance::printed) {
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
    [[nodiscard]] std::size_t count() const noexcept { return count_; }
    [[nodiscard]] bool only_penalties() const noexcept { return penalties_ == count_; }

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
            ++count_;
            if (is_penalty(scored_, node)) ++penalties_;
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
    std::size_t count_ = 0;
    std::size_t penalties_ = 0;
};

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

/// One section. Where it prints several shortfalls they are numbered, and every task says which of them it answers.
class section_composer {
public:
    section_composer(const plan_material& material, std::size_t index, const plan_places& places)
        : scored_(material.scored), section_(material.planned.sections[index]), index_(index), places_(places) {}

    list run() {
        add_shortfalls();
        add_tasks();
        return std::move(out_);
    }

private:
    void add(std::string text, std::vector<list_item> details = {}) {
        out_.items.push_back({plain(std::move(text)), std::move(details)});
    }

    void add_shortfalls() {
        ratio named;
        for (const shortfall& each : section_.shortfalls) {
            const shortfall_phrases said(scored_, each);
            if (said.phrases().empty()) continue;
            named += said.loss();
            add(shortfall_text(said, places_.ordinal(each.id)));
            if (!each.cause.empty()) add(ended(text_from(wording::cause, each.cause)));
            printed_.push_back(&each);
        }
        if (printed_.size() > 1) {
            add(text_from(wording::total_of_section, points_text(named), wording::points, "."));
        }
        const std::string besides = besides_shortfalls(scored_, section_, named, printed_.empty());
        if (!besides.empty()) add(text_from(wording::shortfall, ": ", besides));
    }

    /// With the sum of its deductions, unless that would say once more what its only one cost.
    static std::string shortfall_text(const shortfall_phrases& said, std::size_t ordinal) {
        std::string out = text_from(wording::shortfall, ordinal == 0 ? "" : " " + std::to_string(ordinal), ": ",
                                    joined(said.phrases(), "; "));
        const bool is_said = said.count() == 1 && (ordinal != 0 || said.only_penalties());
        if (!is_said) out += text_from(wording::total_loss, points_text(said.loss()), wording::points);
        return out + ".";
    }

    void add_tasks() {
        bool none = true;
        for (const task& each : section_.tasks) {
            if (each.status == task_status::dropped) continue;  // given up: no task of this document
            none = false;
            add(ended(text_from(label(places_.answered_by(each, index_)), each.text)), task_details(each));
        }
        if (none) return add(text_from(label({}), tasks_elsewhere(places_.of_tasks(section_.shortfalls))));
        for (const shortfall* each : printed_) {
            if (places_.has_task_at(each->id, index_)) continue;
            const std::size_t ordinal = places_.ordinal(each->id);
            const std::string which =
                text_from(wording::shortfall_in_text, ordinal == 0 ? wording::shortfall_above : std::string_view(),
                          ordinal == 0 ? std::string() : text_from(" ", std::to_string(ordinal)));
            add(text_from(label(which), tasks_elsewhere(places_.of_tasks({*each}))));
        }
    }

    /// "Nhiệm vụ, giải pháp khắc phục (tồn tại 1): "
    [[nodiscard]] std::string label(const std::string& answered) const {
        const std::string own = without_end_mark(section_.tasks_label, ".;:");
        return text_from(own.empty() ? wording::tasks_label : std::string_view(own),
                         answered.empty() ? std::string() : text_from(" (", answered, ")"), ": ");
    }

    const evaluation& scored_;
    const plan_section& section_;
    std::size_t index_;
    const plan_places& places_;
    std::vector<const shortfall*> printed_;
    list out_;
};

}  // namespace

std::string loss_text(const evaluation& scored, std::size_t node) {
    return text_from(is_penalty(scored, node) ? wording::penalty_first : wording::lost_first,
                     points_text(loss_of(scored, node)),
                     all_printed(scored, node) ? wording::lost_last : wording::lost_inferred_last);
}

list section_list(const plan_material& material, std::size_t section, const plan_places& places) {
    return section_composer(material, section, places).run();
}

}  // namespace parindex::report
