#include "parindex/assessment/evaluation.hpp"

#include "assessment/chosen_marks.hpp"

#include <gsl/assert>

#include <algorithm>
#include <iterator>

namespace parindex::inline v0 {

std::span<const ledger_entry> evaluation::ledger(std::size_t node) const noexcept {
    const auto before = [](const ledger_entry& entry, std::size_t index) { return entry.node < index; };
    const auto first = std::lower_bound(ledger_.begin(), ledger_.end(), node, before);
    const auto last = std::lower_bound(first, ledger_.end(), set_.at(node).end, before);
    return {first, last};
}

std::vector<ledger_entry> evaluation::deductions() const {
    std::vector<ledger_entry> out;
    std::copy_if(ledger_.begin(), ledger_.end(), std::back_inserter(out),
                 [](const ledger_entry& entry) { return entry.kind == ledger_kind::loss && entry.amount.sign() > 0; });
    return out;
}

class evaluator {
public:
    evaluator(const criteria_set& set, const assessment& marks)
        : set_(set), marks_(marks), remainders_(set), out_(set) {}

    evaluation run() {
        const std::size_t count = set_.nodes().size();
        out_.unit_ = marks_.unit;
        out_.year_ = marks_.year;
        out_.points_.resize(count);
        out_.score_origin_.resize(count, provenance::printed);
        loss_inferred_.resize(count, false);
        remainder_lost_.resize(count, false);
        chosen_ = choose_marks(marks_, set_);
        add_shared_losses();
        note_inferred_maxima();
        for (std::size_t node = 1; node < count; ++node) score(node);
        // Children lie behind their parent, so going backwards every sum is complete when it is handed up.
        for (std::size_t node = count - 1; node > 0; --node) hand_up(node);
        settle_origin(0);
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
        own.maximum = node.maximum;
        if (node.kind == kind::remainder) {
            own.score = own.lowest = own.highest = node.maximum;
            out_.score_origin_[index] = provenance::inferred;
            return;
        }
        const mark* chosen = chosen_[index];
        if (chosen == nullptr) return leave_open(index, own);
        const figure& given = chosen->score ? *chosen->score : *chosen->loss;
        const ratio loss = chosen->score ? node.maximum - ratio(given.value) : ratio(given.value);
        own.score = own.lowest = own.highest = node.maximum - loss;
        const bool loss_printed =
            given.origin == provenance::printed && (chosen->loss || node.maximum_origin == provenance::printed);
        const bool score_printed =
            given.origin == provenance::printed && node.maximum_origin == provenance::printed && node.states_maximum;
        if (!score_printed) out_.score_origin_[index] = provenance::inferred;
        loss_inferred_[index] = !loss_printed;
        if (given.origin == provenance::inferred) {
            out_.inferred_.push_back({index, criteria_set::none,
                                      chosen->score ? inferred_figure::what::score : inferred_figure::what::loss,
                                      ratio(given.value), given.assumption});
        } else if (!score_printed && node.states_maximum && chosen->loss) {
            out_.inferred_.push_back(
                {index, criteria_set::none, inferred_figure::what::score, own.score, node.assumption});
        }
        if (loss.sign() == 0) return;
        out_.ledger_.push_back(
            {ledger_kind::loss, index, loss, loss_printed ? provenance::printed : provenance::inferred});
    }

    /// What leaves known only by their loss have lost together, by their group.
    void add_shared_losses() {
        shared_losses_.resize(set_.nodes().size());
        for (std::size_t index = 1; index < chosen_.size(); ++index) {
            if (chosen_[index] == nullptr || set_.at(index).states_maximum) continue;
            shared_losses_[set_.at(index).parent] += chosen_[index]->loss->value;
        }
    }

    /// A leaf without a mark may still earn anything from nothing to its maximum. A leaf known only by its loss may
    /// lose what is left of the remainder beside it.
    void leave_open(std::size_t index, points& own) {
        const criteria_set::node& node = set_.at(index);
        own.unmarked = 1;
        own.highest = node.maximum;
        out_.unmarked_.push_back(index);
        if (!node.states_maximum) own.lowest = shared_losses_[node.parent] - remainders_.beside(index).maximum;
    }

    void hand_up(std::size_t index) {
        if (set_.at(index).kind == kind::group) settle_origin(index);
        const points& own = out_.points_[index];
        const std::size_t group = set_.at(index).parent;
        points& parent = out_.points_[group];
        parent.maximum += own.maximum;
        parent.score += own.score;
        parent.highest += own.highest;
        parent.unmarked += own.unmarked;
        loss_inferred_[group] = loss_inferred_[group] || loss_inferred_[index];
        // What is left of a remainder is lost at most once, however many leaves share it.
        const bool shares = !set_.at(index).states_maximum && own.unmarked != 0;
        if (!shares || !remainder_lost_[group]) parent.lowest += own.lowest;
        if (shares) remainder_lost_[group] = true;
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
        return own.maximum - own.highest == sum && own.maximum == set_.at(node).maximum;
    }

    const criteria_set& set_;
    const assessment& marks_;
    remainders remainders_;
    evaluation out_;
    std::vector<const mark*> chosen_;   // by node
    std::vector<ratio> shared_losses_;  // by group
    std::vector<bool> loss_inferred_;   // by node
    std::vector<bool> remainder_lost_;  // by group: whether its lowest counts what is left of the remainder as lost
};

result<evaluation> evaluate(const criteria_set& set, const assessment& marks) {
    diagnostics findings = check(marks, set);
    if (has_error(findings)) return findings;
    return evaluator(set, marks).run();
}

}  // namespace parindex::inline v0
