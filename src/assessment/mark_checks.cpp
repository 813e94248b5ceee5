#include "assessment/mark_checks.hpp"

#include "numeric/shortest_text.hpp"
#include "parindex/numeric/number_text.hpp"
#include "text/blank.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <functional>
#include <vector>

namespace parindex::inline v0 {

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

void check_assumption(const figure& value, const char* what, const add_finding& add) {
    if (value.origin == provenance::inferred && value.assumption.empty()) {
        add(error_code::missing_assumption, std::string("the ") + what + " is inferred and needs its assumption");
    }
}

void check_score(const figure& score, const criteria_set::node& node, const add_finding& add) {
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

void check_not_applicable(const std::string& reason, const criteria_set::node& node, const add_finding& add) {
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

}  // namespace

std::optional<rule_result> mark_checker::check(const mark& each, std::size_t index) {
    bool sound = true;
    const auto report = [&](error_code code, const std::string& message) {
        sound = false;
        found_.add(code, each.where, each.criterion, "criterion " + quoted(each.criterion) + ": " + message);
    };
    const add_finding add = std::ref(report);  // a reference needs no memory of its own
    if (!check_leaf(each, index, add)) return std::nullopt;
    const criteria_set::node& node = set_.at(index);
    for (const evidence& proof : each.proofs) {
        if (is_blank(proof.document)) add(error_code::invalid_value, "an evidence names no document");
    }
    const int given = (each.score ? 1 : 0) + (each.loss ? 1 : 0) + (each.not_applicable ? 1 : 0) + (each.facts ? 1 : 0);
    if (given != 1) {
        add(error_code::invalid_value, given == 0
                                           ? "expected a score, a loss, facts, or why it does not apply"
                                           : "expected only one of a score, a loss, facts and why it does not apply");
        return std::nullopt;
    }
    if (each.score) check_score(*each.score, node, add);
    if (each.loss) check_loss(*each.loss, index, add);
    if (each.not_applicable) check_not_applicable(*each.not_applicable, node, add);
    if (each.facts && !node.rule)
        add(error_code::facts_without_rule, "it has no rule that reads facts; expected a score");
    if (each.facts && node.rule) check_facts(*node.rule, fact_source::mark, *each.facts, !found_.full(), add);
    return sound ? points(each, node, add) : std::nullopt;
}

bool mark_checker::check_leaf(const mark& each, std::size_t index, const add_finding& add) {
    if (index == criteria_set::none) {
        add(error_code::unknown_code, "the criteria set has no criterion with this code" + hints_.hint(each.criterion));
        return false;
    }
    const criteria_set::node& node = set_.at(index);
    const auto this_round = static_cast<unsigned char>(1U << static_cast<unsigned>(each.round));
    if ((rounds_seen_[index] & this_round) != 0) {
        add(error_code::duplicate_mark, "a second mark in the round \"" + std::string(to_string(each.round)) + '"');
    }
    rounds_seen_[index] |= this_round;
    if (node.kind != criteria_set::kind::leaf) {
        add(error_code::not_a_leaf, node.kind == criteria_set::kind::group
                                        ? "its score is the sum of its children and cannot be given"
                                        : "a remainder stands at full marks and cannot be given a mark");
        return false;
    }
    const part& owner = set_.parts()[node.part];
    if (!owner.is_scored_by(scorer_of(each.round))) {
        add(error_code::wrong_scorer, "its part " + quoted(owner.code) + " is not scored in the round \"" +
                                          std::string(to_string(each.round)) + '"');
    }
    return true;
}

void mark_checker::check_loss(const figure& loss, std::size_t index, const add_finding& add) const {
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

/// What a leaf can lose: all between its bounds, or if it is known only by its loss the remainder that contains its
/// maximum; nothing where there is no bound.
std::optional<ratio> mark_checker::loss_bound(std::size_t index) const {
    const criteria_set::node& node = set_.at(index);
    if (!node.states_maximum) return remainders_.beside(index).maximum;
    if (!node.lowest || !node.highest) return std::nullopt;
    return *node.highest - *node.lowest;
}

std::optional<rule_result> mark_checker::points(const mark& each, const criteria_set::node& node,
                                                const add_finding& add) const {
    try {
        rule_result out = points_of(each, node, context_);
        if (out.state == rule_state::refused) {
            rule_trace trace;  // with it, the problem says what was found
            out = points_of(each, node, context_, &trace);
            add(out.zero_denominator ? error_code::undefined_points : error_code::ratio_above_one, out.problem);
            return std::nullopt;
        }
        if (out.state == rule_state::open && node.policies.missing_fact == missing_fact_policy::error) {
            std::vector<used_fact> used;
            static_cast<void>(points_of(each, node, context_, nullptr, &used));
            add(error_code::missing_fact, "its rule lacks facts: " + missing_text(*node.rule, missing_facts(used)));
            return std::nullopt;
        }
        return out;
    } catch (const error& problem) {  // only a ratio that grew too large
        add(error_code::marks_too_fine, problem.what());
        return std::nullopt;
    }
}

}  // namespace parindex::inline v0
