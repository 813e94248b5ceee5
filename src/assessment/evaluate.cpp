#include "parindex/assessment/evaluation.hpp"

#include "assessment/chosen_marks.hpp"
#include "assessment/fact_checks.hpp"
#include "assessment/settled_marks.hpp"

#include <gsl/assert>

#include <algorithm>
#include <iterator>
#include <utility>

namespace parindex::inline v0 {

std::span<const ledger_entry> evaluation::ledger(std::size_t node) const noexcept {
    const auto before = [](const ledger_entry& entry, std::size_t index) { return entry.node < index; };
    const auto first = std::lower_bound(ledger_.begin(), ledger_.end(), node, before);
    const auto last = std::lower_bound(first, ledger_.end(), set_.at(node).end, before);
    return {first, last};
}

std::span<const std::size_t> evaluation::missing_facts(std::size_t node) const noexcept {
    const auto found = missing_facts_.find(node);
    return found == missing_facts_.end() ? std::span<const std::size_t>() : std::span(found->second);
}

std::vector<ledger_entry> evaluation::deductions() const {
    std::vector<ledger_entry> out;
    std::copy_if(ledger_.begin(), ledger_.end(), std::back_inserter(out),
                 [](const ledger_entry& entry) { return entry.is_deduction(); });
    return out;
}

std::string_view to_string(ledger_kind kind) noexcept {
    switch (kind) {
        case ledger_kind::loss: return "loss";
        case ledger_kind::bonus: return "bonus";
        case ledger_kind::penalty: return "penalty";
        case ledger_kind::limit: return "limit";
        case ledger_kind::rescale: return "rescale";
        case ledger_kind::rounding: return "rounding";
    }
    return "";
}

class evaluator {
public:
    evaluator(const criteria_set& set, const assessment& marks, const evaluation_context& context,
              const settled_marks& settled)
        : set_(set),
          marks_(marks),
          context_(context),
          leaves_(settled.leaves),
          weights_(settled.weights),
          remainders_(set),
          out_(set) {}

    evaluation run() {
        const std::size_t count = set_.nodes().size();
        out_.unit_ = marks_.unit;
        out_.year_ = marks_.year;
        out_.points_.resize(count);
        out_.parts_.resize(set_.parts().size());
        out_.counted_rounds_.resize(count);
        out_.score_origin_.resize(count, provenance::printed);
        loss_inferred_.resize(count, false);
        remainder_lost_.resize(count, false);
        add_shared_losses();
        note_inferred_maxima();
        for (std::size_t node = 1; node < count; ++node) score(node);
        // Children lie behind their parent, so going backwards every sum is complete when it is handed up.
        for (std::size_t node = count - 1; node > 0; --node) hand_up(node);
        apply_bounds(0);
        round_points(0);
        settle_origin(0);
        std::stable_sort(out_.ledger_.begin(), out_.ledger_.end(),
                         [](const ledger_entry& a, const ledger_entry& b) { return a.node < b.node; });
        Ensures(identity_holds(0));
        return std::move(out_);
    }

private:
    using kind = criteria_set::kind;
    using points = evaluation::points;

    void note_inferred_maxima() {
        for (std::size_t index = 0; index < set_.parts().size(); ++index) {
            const std::optional<figure>& maximum = set_.parts()[index].maximum;
            if (maximum && maximum->origin == provenance::inferred) {
                out_.inferred_.push_back(
                    {criteria_set::none, index, inferred_figure::what::maximum, maximum->value, maximum->assumption});
            }
        }
        for (std::size_t node = 0; node < set_.nodes().size(); ++node) {
            if (set_.at(node).maximum_origin != provenance::inferred) continue;
            if (set_.at(node).assumption.empty()) continue;  // a sum of its children, where the assumptions stand
            out_.inferred_.push_back({node, criteria_set::none, inferred_figure::what::maximum, set_.at(node).maximum,
                                      set_.at(node).assumption});
        }
    }

    void score(std::size_t index) {
        const criteria_set::node& node = set_.at(index);
        if (node.kind == kind::group) return;
        points& own = out_.points_[index];
        own.maximum = weights_.of(index, node.maximum);
        enter(ledger_kind::rescale, index, node.maximum - own.maximum, node.maximum_origin);
        if (node.kind == kind::remainder) {
            own.score = own.lowest = own.highest = own.maximum;
            out_.score_origin_[index] = provenance::inferred;
        } else if (leaves_[index].from == nullptr) {
            leave_open(index, own);
        } else {
            out_.counted_rounds_[index] = leaves_[index].from->round;
            switch (leaves_[index].given.state) {
                case rule_state::scored: count_mark(index, own); break;
                case rule_state::open: count_what_is_lost(index, own); break;
                default: leave_out(index, own);  // refused marks do not get here
            }
        }
        points& part = out_.parts_[node.part];
        part.maximum += own.maximum;
        part.unmarked += own.unmarked;
        if (node.states_maximum) {
            add_range(part, own);
        } else {  // shares a remainder: what the leaves beside it may lose is known at the group
            part.score += own.score;
            part.highest += own.highest;
        }
    }

    /// What a difference from the maximum weighs. Bonus points and penalties are never scaled.
    [[nodiscard]] ratio weighed(std::size_t index, const ratio& difference) const {
        return set_.at(index).points == point_kind::regular ? weights_.of(index, difference) : difference;
    }

    void count_mark(std::size_t index, points& own) {
        const criteria_set::node& node = set_.at(index);
        const rule_result& given = leaves_[index].given;
        const ratio loss = weighed(index, node.maximum - *given.points.low);
        own.score = own.lowest = own.highest = own.maximum - loss;
        const bool loss_printed = note_origin(index, own);
        enter(kind_of_entry(node.points), index, loss, loss_printed ? provenance::printed : provenance::inferred);
    }

    /// What a score rests on. @return whether the loss is printed
    bool note_origin(std::size_t index, const points& own) {
        const criteria_set::node& node = set_.at(index);
        const mark& counts = *leaves_[index].from;
        const figure* const given = counts.score ? &*counts.score : counts.loss ? &*counts.loss : nullptr;
        const bool given_printed = given == nullptr || given->origin == provenance::printed;  // facts were found
        const bool loss_printed = given_printed && (counts.loss || node.maximum_origin == provenance::printed);
        const bool score_printed = given_printed && node.maximum_origin == provenance::printed && node.states_maximum;
        if (!score_printed) out_.score_origin_[index] = provenance::inferred;
        loss_inferred_[index] = !loss_printed;
        if (!given_printed) {
            out_.inferred_.push_back({index, criteria_set::none,
                                      counts.score ? inferred_figure::what::score : inferred_figure::what::loss,
                                      ratio(given->value), given->assumption});
        } else if (!score_printed && node.states_maximum && counts.loss) {
            out_.inferred_.push_back(
                {index, criteria_set::none, inferred_figure::what::score, own.score, node.assumption});
        }
        return loss_printed;
    }

    /// A leaf whose facts are not all known may still earn what they leave open; the rest is lost already.
    void count_what_is_lost(std::size_t index, points& own) {
        const criteria_set::node& node = set_.at(index);
        const range& open = leaves_[index].given.points;
        std::vector<used_fact> used;
        static_cast<void>(points_of(*leaves_[index].from, node, context_, nullptr, &used));
        out_.missing_facts_.emplace(index, missing_facts(used));
        own.unmarked = 1;
        own.highest = own.maximum - weighed(index, node.maximum - *open.high);
        own.lowest = own.maximum - weighed(index, node.maximum - *open.low);
        out_.unmarked_.push_back(index);
        if (may_not_apply(index)) out_.may_not_apply_.push_back(index);
        enter(kind_of_entry(node.points), index, own.maximum - own.highest, node.maximum_origin);
    }

    /// Whether a leaf may yet be found not to apply, and not stay what it weighs.
    [[nodiscard]] bool may_not_apply(std::size_t index) const {
        const criteria_set::node& node = set_.at(index);
        return leaves_[index].given.may_divide_by_zero &&
               node.policies.zero_denominator == zero_denominator_policy::not_applicable &&
               (set_.rescale_scope(index) != criteria_set::none ||
                node.not_applicable == not_applicable_policy::smaller_maximum);
    }

    static ledger_kind kind_of_entry(point_kind points) noexcept {
        switch (points) {
            case point_kind::regular: return ledger_kind::loss;
            case point_kind::bonus: return ledger_kind::bonus;
            case point_kind::penalty: return ledger_kind::penalty;
        }
        return ledger_kind::loss;
    }

    /// A leaf that does not apply. One whose weight was shared out, or taken from the maximum, has nothing left to
    /// earn.
    void leave_out(std::size_t index, points& own) {
        const criteria_set::node& node = set_.at(index);
        const mark& counts = *leaves_[index].from;
        out_.not_applicable_.push_back(
            {index, node.not_applicable, counts.not_applicable.value_or(std::string()), !counts.not_applicable});
        if (node.not_applicable == not_applicable_policy::full) {
            own.score = own.lowest = own.highest = own.maximum;
        } else {
            enter(ledger_kind::loss, index, own.maximum, node.maximum_origin);
        }
    }

    void enter(ledger_kind what, std::size_t node, const ratio& amount, provenance origin) {
        if (amount.sign() != 0) out_.ledger_.push_back({what, node, amount, origin});
    }

    static bool is_known(const points& of) { return of.lowest == of.highest && of.score == of.highest; }

    static void add_range(points& to, const points& from) {
        const bool known = is_known(to) && is_known(from);
        to.score += from.score;
        if (known) {  // one sum is all three
            to.lowest = to.highest = to.score;
            return;
        }
        to.lowest += from.lowest;
        to.highest += from.highest;
    }

    /// What leaves known only by their loss have lost together, by their group.
    void add_shared_losses() {
        shared_losses_.resize(set_.nodes().size());
        for (std::size_t index = 1; index < leaves_.size(); ++index) {
            if (leaves_[index].from == nullptr || set_.at(index).states_maximum) continue;
            shared_losses_[set_.at(index).parent] += leaves_[index].from->loss->value;
        }
    }

    /// A leaf without a mark may still earn anything between its bounds. A leaf known only by its loss may lose what is
    /// left of the remainder beside it. Bonus and penalty points that nobody gave are none.
    void leave_open(std::size_t index, points& own) {
        const criteria_set::node& node = set_.at(index);
        if (node.points != point_kind::regular) return;
        own.unmarked = 1;
        own.highest = own.maximum;
        out_.unmarked_.push_back(index);
        if (node.states_maximum) {
            own.lowest = weights_.of(index, *node.lowest);
        } else {
            own.lowest = weights_.of(index, shared_losses_[node.parent] - remainders_.beside(index).maximum);
        }
    }

    void hand_up(std::size_t index) {
        if (set_.at(index).kind == kind::group) {
            apply_bounds(index);
            settle_origin(index);
        }
        round_points(index);
        const points& own = out_.points_[index];
        const std::size_t group = set_.at(index).parent;
        points& parent = out_.points_[group];
        parent.maximum += own.maximum;
        parent.unmarked += own.unmarked;
        loss_inferred_[group] = loss_inferred_[group] || loss_inferred_[index];
        if (set_.at(index).states_maximum) return add_range(parent, own);
        // What is left of a remainder is lost at most once, however many leaves share it.
        parent.score += own.score;
        parent.highest += own.highest;
        points& part = out_.parts_[set_.at(index).part];
        const bool open = own.unmarked != 0;
        if (!open || !remainder_lost_[group]) {
            parent.lowest += own.lowest;
            part.lowest += own.lowest;
        }
        if (open) remainder_lost_[group] = true;
    }

    /// Changes what a node counts as, and a part with it or none. Bounds and roundings are monotone, so the changed
    /// ends of a range are the ends of the changed range.
    template <class Change>
    void change(std::size_t index, ledger_kind what, std::size_t part, const Change& changed) {
        points& own = out_.points_[index];
        const auto apply = [&](ratio points::*member) {
            ratio& value = own.*member;
            const ratio before = std::exchange(value, changed(value));
            if (part != criteria_set::none) out_.parts_[part].*member += value - before;
            return before - value;
        };
        apply(&points::score);
        apply(&points::lowest);
        enter(what, index, apply(&points::highest), provenance::printed);
    }

    void apply_bounds(std::size_t group) {
        const criteria_set::node& node = set_.at(group);
        if (!node.lowest && !node.highest) return;
        change(group, ledger_kind::limit, node.part, [&node](const ratio& value) {
            if (node.lowest && value < *node.lowest) return *node.lowest;
            return node.highest && value > *node.highest ? *node.highest : value;
        });
    }

    void round_points(std::size_t index) {
        const std::optional<rounding>& how =
            index == 0 ? set_.description().total_rounding : set_.description().field_rounding;
        if (!how || set_.at(index).level > 1) return;
        change(index, ledger_kind::rounding, criteria_set::none,
               [&how](const ratio& value) { return round_to(value, how->places, how->mode).value; });
    }

    /// The score of a group is its maximum less the losses below: what is inferred in the split of a printed maximum
    /// cancels out.
    void settle_origin(std::size_t group) {
        const bool printed = set_.at(group).maximum_origin == provenance::printed && !loss_inferred_[group];
        out_.score_origin_[group] = printed ? provenance::printed : provenance::inferred;
    }

    [[nodiscard]] bool identity_holds(std::size_t node) const {
        ratio sum;
        for (const ledger_entry& entry : out_.ledger(node)) sum += entry.amount;
        const points& own = out_.points_[node];
        return set_.at(node).maximum - own.highest == sum;
    }

    const criteria_set& set_;
    const assessment& marks_;
    const evaluation_context& context_;
    const std::vector<leaf_points>& leaves_;  // by node
    const leaf_weights& weights_;
    remainders remainders_;
    evaluation out_;
    std::vector<ratio> shared_losses_;  // by group
    std::vector<bool> loss_inferred_;   // by node
    std::vector<bool> remainder_lost_;  // by group: whether its lowest counts what is left of the remainder as lost
};

result<evaluation> evaluate(const criteria_set& set, const assessment& marks, const evaluation_context& context) {
    settled_marks settled = settle_marks(marks, set, context);
    if (has_error(settled.findings)) return std::move(settled.findings);
    try {
        return evaluator(set, marks, context, settled).run();
    } catch (const error& problem) {  // only a ratio that grew too large
        return diagnostics{{error_code::marks_too_fine, severity::error, marks.where, "", problem.what()}};
    }
}

}  // namespace parindex::inline v0
