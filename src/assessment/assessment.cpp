#include "parindex/assessment/assessment.hpp"

#include "assessment/chosen_marks.hpp"
#include "numeric/shortest_text.hpp"
#include "parindex/numeric/number_text.hpp"
#include "support/finding_list.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace parindex::inline v0 {

std::string_view to_string(scoring_round round) noexcept {
    switch (round) {
        case scoring_round::self: return "self";
        case scoring_round::appraisal: return "appraisal";
        case scoring_round::re_appraisal: return "re_appraisal";
        case scoring_round::survey: return "survey";
        case scoring_round::authority: return "authority";
    }
    return "";
}

namespace {

scorer scorer_of(scoring_round round) noexcept {
    switch (round) {
        case scoring_round::self: return scorer::unit;
        case scoring_round::appraisal:
        case scoring_round::re_appraisal: return scorer::appraiser;
        case scoring_round::survey: return scorer::survey;
        case scoring_round::authority: return scorer::authority;
    }
    return scorer::unit;
}

class assessment_checker {
public:
    assessment_checker(const assessment& marks, const criteria_set& set) : marks_(marks), set_(set), remainders_(set) {}

    diagnostics run() {
        if (!(marks_.set == set_.key())) {
            found_.add(
                error_code::set_mismatch, marks_.where, "",
                "the assessment belongs to the set of decision " + name(marks_.set) + ", not to " + name(set_.key()));
        }
        for (const mark& each : marks_.marks) check_mark(each);
        check_shared_losses();
        check_published();
        return std::move(found_).take();
    }

private:
    static std::string name(const decision& key) {
        return key.number + " of " + key.issuer + " (" + to_iso_string(key.issued) + ')';
    }

    void check_mark(const mark& each) {
        const auto add = [&](error_code code, const std::string& message) {
            found_.add(code, each.where, each.criterion, "criterion " + quoted(each.criterion) + ": " + message);
        };
        const std::size_t index = set_.find(each.criterion);
        if (index == criteria_set::none) {
            return add(error_code::unknown_code, "the criteria set has no criterion with this code");
        }
        const criteria_set::node& node = set_.at(index);
        if (!seen_.emplace(index, each.round).second) {
            add(error_code::duplicate_mark, "a second mark in the round \"" + std::string(to_string(each.round)) + '"');
        }
        if (node.kind != criteria_set::kind::leaf) {
            return add(error_code::not_a_leaf, node.kind == criteria_set::kind::group
                                                   ? "its score is the sum of its children and cannot be given"
                                                   : "a remainder stands at full marks and cannot be given a mark");
        }
        const auto& scorers = set_.parts()[node.part].scored_by;
        if (std::find(scorers.begin(), scorers.end(), scorer_of(each.round)) == scorers.end()) {
            add(error_code::wrong_scorer, "its part " + quoted(set_.parts()[node.part].code) +
                                              " is not scored in the round \"" + std::string(to_string(each.round)) +
                                              '"');
        }
        if (each.score.has_value() == each.loss.has_value()) {
            return add(error_code::invalid_value, "expected either a score or a loss");
        }
        if (each.score) check_score(*each.score, node, add);
        if (each.loss) check_loss(*each.loss, index, add);
    }

    template <class Add>
    static void check_score(const figure& score, const criteria_set::node& node, const Add& add) {
        check_assumption(score, "score", add);
        const std::string text = to_shortest_string(score.value);
        if (!node.states_maximum) {
            add(error_code::score_without_maximum,
                "the set states no maximum; expected the loss, not the score " + text);
        } else if (ratio(score.value) > node.maximum) {
            add(error_code::score_above_maximum,
                "the score " + text + " is above the maximum " + shortest_text(node.maximum));
        }
        if (score.value.sign() < 0) add(error_code::score_below_minimum, "the score " + text + " is below 0");
    }

    template <class Add>
    void check_loss(const figure& loss, std::size_t index, const Add& add) const {
        check_assumption(loss, "loss", add);
        const std::string text = to_shortest_string(loss.value);
        const ratio bound = loss_bound(index);
        if (loss.value.sign() < 0) add(error_code::score_above_maximum, "the loss " + text + " is below 0");
        if (ratio(loss.value) > bound) {
            add(error_code::score_below_minimum,
                "the loss " + text + " is above what can be lost, " + shortest_text(bound));
        }
    }

    template <class Add>
    static void check_assumption(const figure& value, const char* what, const Add& add) {
        if (value.origin == provenance::inferred && value.assumption.empty()) {
            add(error_code::missing_assumption, std::string("the ") + what + " is inferred and needs its assumption");
        }
    }

    /// The maximum, or for a leaf known only by its loss the remainder that contains its maximum.
    [[nodiscard]] const ratio& loss_bound(std::size_t index) const {
        const criteria_set::node& node = set_.at(index);
        return node.states_maximum ? node.maximum : remainders_.beside(index).maximum;
    }

    /// Leaves known only by their loss share the remainder beside them.
    void check_shared_losses() {
        const std::vector<const mark*> chosen = choose_marks(marks_, set_);
        std::vector<ratio> lost(chosen.size());  // by group
        for (std::size_t index = 1; index < chosen.size(); ++index) {
            const mark* const each = chosen[index];
            if (each == nullptr || set_.at(index).states_maximum || !each->loss) continue;
            const ratio& bound = loss_bound(index);
            if (each->loss->value.sign() < 0 || ratio(each->loss->value) > bound) continue;  // reported alone
            ratio& sum = lost[set_.at(index).parent];
            const bool within = sum <= bound;
            sum += each->loss->value;
            if (!within || sum <= bound) continue;
            found_.add(error_code::score_below_minimum, each->where, each->criterion,
                       "criterion " + quoted(each->criterion) + ": with it the losses beside the remainder " +
                           quoted(remainders_.beside(index).code) + " add up to " + shortest_text(sum) +
                           ", more than the " + shortest_text(bound) + " that it contains");
        }
    }

    void check_published() {
        const published_figures& published = marks_.published;
        for (const auto& [code, value] : published.parts) {
            const auto same = [&code = code](const part& each) { return each.code == code; };
            if (std::none_of(set_.parts().begin(), set_.parts().end(), same)) {
                found_.add(error_code::unknown_code, published.where, "",
                           "a figure is published for the part " + quoted(code) + ", which the set does not declare");
            }
        }
        for (const auto& [code, value] : published.fields) {
            const std::size_t index = set_.find(code);
            if (index == criteria_set::none || set_.at(index).level != 1) {
                found_.add(error_code::unknown_code, published.where, code,
                           "a figure is published for " + quoted(code) + ", which is not a field of the set");
            }
        }
        check_rank(published.rank);
        check_rank(published.satisfaction_rank);
    }

    void check_rank(const std::optional<published_rank>& rank) {
        if (rank && (rank->place < 1 || rank->of < rank->place)) {
            found_.add(error_code::invalid_value, marks_.published.where, "",
                       "a rank lies between 1 and the number of units ranked, not " + std::to_string(rank->place) +
                           " of " + std::to_string(rank->of));
        }
    }

    const assessment& marks_;
    const criteria_set& set_;
    remainders remainders_;
    std::set<std::pair<std::size_t, scoring_round>> seen_;
    finding_list found_;
};

}  // namespace

diagnostics check(const assessment& marks, const criteria_set& set) {
    return assessment_checker(marks, set).run();
}

}  // namespace parindex::inline v0
