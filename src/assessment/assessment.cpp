#include "parindex/assessment/assessment.hpp"

#include "assessment/chosen_marks.hpp"
#include "assessment/weights.hpp"
#include "criteria/code_hint.hpp"
#include "numeric/shortest_text.hpp"
#include "parindex/numeric/number_text.hpp"
#include "support/finding_list.hpp"
#include "text/blank.hpp"
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
    assessment_checker(const assessment& marks, const criteria_set& set)
        : marks_(marks), set_(set), remainders_(set), hints_(set) {}

    diagnostics run() {
        check_key();
        check_unit();
        for (const mark& each : marks_.marks) check_mark(each);
        chosen_ = choose_marks(marks_, set_);
        check_shared_losses();
        check_weights();
        check_evidence();
        check_published();
        return std::move(found_).take();
    }

private:
    void check_key() {
        if (marks_.set == set_.key()) return;
        std::string message = "the assessment belongs to the set of decision " + to_string(marks_.set) + ", not to " +
                              to_string(set_.key());
        if (set_.amends() && *set_.amends() == marks_.set) {
            message += ", which amends it: check the marks and name the newer decision";
        }
        message += decision_hint(marks_.set, set_.key());
        found_.add(error_code::set_mismatch, marks_.where, "", message);
    }

    void check_unit() {
        if (is_blank(marks_.unit.code) || is_blank(marks_.unit.name)) {
            found_.add(error_code::invalid_value, marks_.where, "", "the unit needs a code and a name");
        }
        if (set_.unit_groups().empty()) return;
        std::string known;
        std::string look_alike;
        for (const unit_group& group : set_.unit_groups()) {
            if (group.code == marks_.unit.group) return;
            known += (known.empty() ? "" : ", ") + quoted(group.code);
            if (look_alike.empty()) look_alike = look_alike_difference(marks_.unit.group, group.code);
        }
        found_.add(error_code::wrong_unit_group, marks_.where, "",
                   "the set is made for the unit groups " + known + ", not for " +
                       (marks_.unit.group.empty() ? "a unit without group" : quoted(marks_.unit.group)) +
                       look_alike_hint(look_alike));
    }

    void check_mark(const mark& each) {
        const auto add = [&](error_code code, const std::string& message) {
            found_.add(code, each.where, each.criterion, "criterion " + quoted(each.criterion) + ": " + message);
        };
        const std::size_t index = set_.find(each.criterion);
        if (index == criteria_set::none) {
            return add(error_code::unknown_code,
                       "the criteria set has no criterion with this code" + hints_.hint(each.criterion));
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
        for (const evidence& proof : each.proofs) {
            if (is_blank(proof.document)) add(error_code::invalid_value, "an evidence names no document");
        }
        const int given = (each.score ? 1 : 0) + (each.loss ? 1 : 0) + (each.not_applicable ? 1 : 0);
        if (given == 0) return add(error_code::invalid_value, "expected a score, or a loss, or why it does not apply");
        if (given != 1) {
            return add(error_code::invalid_value, "expected only one of a score, a loss and why it does not apply");
        }
        if (each.score) check_score(*each.score, node, add);
        if (each.loss) check_loss(*each.loss, index, add);
        if (each.not_applicable) check_not_applicable(*each.not_applicable, node, add);
    }

    template <class Add>
    static void check_score(const figure& score, const criteria_set::node& node, const Add& add) {
        check_assumption(score, "score", add);
        const std::string text = "the score " + to_shortest_string(score.value);
        if (!node.states_maximum) {
            add(error_code::score_without_maximum, "the set states no maximum; expected the loss, not " + text);
        }
        if (node.highest && ratio(score.value) > *node.highest) {
            add(error_code::score_above_maximum,
                text + " is above the maximum " + shortest_text(*node.highest) +
                    (node.points == point_kind::penalty ? "; write a penalty as a loss, or as a score below 0" : ""));
        }
        const ratio lowest = node.lowest.value_or(ratio());
        if ((node.lowest || !node.states_maximum) && ratio(score.value) < lowest) {
            add(error_code::score_below_minimum, text + " is below " + shortest_text(lowest));
        }
    }

    template <class Add>
    void check_loss(const figure& loss, std::size_t index, const Add& add) const {
        check_assumption(loss, "loss", add);
        const criteria_set::node& node = set_.at(index);
        const std::string text = "the loss " + to_shortest_string(loss.value);
        if (node.points == point_kind::bonus) {
            return add(error_code::invalid_value, "it gives bonus points; expected the score, not a loss");
        }
        if (loss.value.sign() < 0) add(error_code::score_above_maximum, text + " is below 0");
        const std::optional<ratio> bound = loss_bound(index);
        if (bound && ratio(loss.value) > *bound) {
            add(error_code::score_below_minimum, text + " is above what can be lost, " + shortest_text(*bound));
        }
    }

    template <class Add>
    static void check_not_applicable(const std::string& reason, const criteria_set::node& node, const Add& add) {
        if (is_blank(reason)) add(error_code::invalid_value, "expected the reason why it does not apply");
        if (node.points != point_kind::regular) {
            add(error_code::not_applicable_here,
                "it gives " + std::string(to_string(node.points)) + " points: leave the mark out where there are none");
        } else if (!node.states_maximum) {
            add(error_code::not_applicable_here, "the set states no maximum, so nothing could follow");
        } else if (node.not_applicable == not_applicable_policy::forbidden) {
            add(error_code::not_applicable_here,
                "the set lets it apply to every unit: its \"not_applicable\" is \"forbidden\"");
        }
    }

    template <class Add>
    static void check_assumption(const figure& value, const char* what, const Add& add) {
        if (value.origin == provenance::inferred && value.assumption.empty()) {
            add(error_code::missing_assumption, std::string("the ") + what + " is inferred and needs its assumption");
        }
    }

    /// What a leaf can lose: all between its bounds, or if it is known only by its loss the remainder that contains its
    /// maximum; nothing where there is no bound.
    [[nodiscard]] std::optional<ratio> loss_bound(std::size_t index) const {
        const criteria_set::node& node = set_.at(index);
        if (!node.states_maximum) return remainders_.beside(index).maximum;
        if (!node.lowest || !node.highest) return std::nullopt;
        return *node.highest - *node.lowest;
    }

    /// Leaves known only by their loss share the remainder beside them.
    void check_shared_losses() {
        std::vector<ratio> lost(chosen_.size());  // by group
        for (std::size_t index = 1; index < chosen_.size(); ++index) {
            const mark* const each = chosen_[index];
            if (each == nullptr || set_.at(index).states_maximum || !each->loss) continue;
            const ratio& bound = remainders_.beside(index).maximum;
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

    void check_weights() {
        try {
            const std::size_t stranded = weigh(set_, chosen_).stranded;
            if (stranded == criteria_set::none) return;
            found_.add(error_code::nothing_applies, chosen_[stranded]->where, set_.at(stranded).code,
                       "criterion " + quoted(set_.at(stranded).code) +
                           ": nothing that applies is left where its weight " + "would go (" +
                           std::string(to_string(set_.at(stranded).not_applicable)) + ')');
        } catch (const error& problem) {  // only a ratio that grew too large
            found_.add(error_code::marks_too_fine, marks_.where, "", problem.what());
        }
    }

    /// Evidence may stand in any round: what the unit handed in serves the appraiser.
    void check_evidence() {
        std::vector<bool> proven(chosen_.size(), false);
        for (const mark& each : marks_.marks) {
            const std::size_t index = set_.find(each.criterion);
            if (index == criteria_set::none) continue;
            if (!each.proofs.empty() || !is_blank(each.explanation)) proven[index] = true;
        }
        for (std::size_t index = 1; index < chosen_.size(); ++index) {
            if (chosen_[index] == nullptr || chosen_[index]->not_applicable) continue;
            if (set_.at(index).evidence.empty() || proven[index]) continue;
            found_.add(error_code::missing_evidence, chosen_[index]->where, set_.at(index).code,
                       "criterion " + quoted(set_.at(index).code) + ": expected evidence (" +
                           quoted(set_.at(index).evidence.front()) + ") or an explanation",
                       severity::warning);
        }
    }

    void check_published() {
        const published_figures& published = marks_.published;
        for (const auto& [code, value] : published.parts) {
            const auto same = [&code = code](const part& each) { return each.code == code; };
            if (std::none_of(set_.parts().begin(), set_.parts().end(), same)) {
                found_.add(error_code::unknown_code, published.where, "",
                           "a figure is published for the part " + quoted(code) + ", which the set does not declare" +
                               part_hint(code));
            }
        }
        for (const auto& [code, value] : published.fields) {
            const std::size_t index = set_.find(code);
            if (index == criteria_set::none || set_.at(index).level != 1) {
                found_.add(error_code::unknown_code, published.where, code,
                           "a figure is published for " + quoted(code) + ", which is not a field of the set" +
                               (index == criteria_set::none ? hints_.hint(code) : ""));
            }
        }
        check_rank(published.rank);
        check_rank(published.satisfaction_rank);
    }

    [[nodiscard]] std::string part_hint(std::string_view code) const {
        for (const part& each : set_.parts()) {
            const std::string difference = look_alike_difference(code, each.code);
            if (!difference.empty()) return look_alike_hint(difference);
        }
        return {};
    }

    void check_rank(const std::optional<published_rank>& rank) {
        if (!rank) return;
        const std::string text = std::to_string(rank->place) + " of " + std::to_string(rank->of);
        const auto add = [this](const std::string& message, severity level) {
            found_.add(error_code::invalid_value, marks_.published.where, "", message, level);
        };
        if (rank->place < 1 || rank->of < rank->place) {
            add("a rank lies between 1 and the number of units ranked, not " + text, severity::error);
        } else if (rank->change && rank->place + *rank->change < 1) {
            add("a unit at place " + text + " cannot have fallen by " + std::to_string(-*rank->change),
                severity::error);
        }
        if (!marks_.unit.outside_ranking.empty()) {
            add("a rank is published, place " + text + ", for a unit outside the ranking", severity::warning);
        }
    }

    const assessment& marks_;
    const criteria_set& set_;
    remainders remainders_;
    code_hints hints_;
    std::vector<const mark*> chosen_;  // by node
    std::set<std::pair<std::size_t, scoring_round>> seen_;
    finding_list found_;
};

}  // namespace

diagnostics check(const assessment& marks, const criteria_set& set) {
    return assessment_checker(marks, set).run();
}

}  // namespace parindex::inline v0
