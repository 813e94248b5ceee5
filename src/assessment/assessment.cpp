#include "parindex/assessment/assessment.hpp"

#include "assessment/chosen_marks.hpp"
#include "assessment/mark_checks.hpp"
#include "assessment/settled_marks.hpp"
#include "criteria/code_hint.hpp"
#include "numeric/shortest_text.hpp"
#include "support/finding_list.hpp"
#include "text/blank.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <string_view>
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

class assessment_checker {
public:
    assessment_checker(const assessment& marks, const criteria_set& set, const evaluation_context& context)
        : marks_(marks), set_(set), context_(context), remainders_(set), hints_(set) {}

    settled_marks run() {
        check_key();
        check_unit();
        check_context();
        nodes_ = nodes_of_marks(marks_, set_);
        chosen_ = choose_marks(marks_, set_, nodes_);
        settle_leaves();
        check_shared_losses();
        check_weights();
        check_evidence();
        check_published();
        out_.findings = std::move(found_).take();
        return std::move(out_);
    }

private:
    void check_key() {
        if (marks_.set == set_.key()) return;
        found_.add(error_code::set_mismatch, marks_.where, "", other_set_text("assessment", marks_.set, set_));
    }

    void check_unit() {
        if (is_blank(marks_.unit.code) || is_blank(marks_.unit.name)) {
            found_.add(error_code::invalid_value, marks_.where, "", "the unit needs a code and a name");
        } else if (has_blank_edge(marks_.unit.code)) {
            found_.add(error_code::invalid_value, marks_.where, "",
                       "the code of the unit, " + quoted(marks_.unit.code) + ", begins or ends with a space");
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

    /// Every mark is checked, also those that do not count.
    void settle_leaves() {
        mark_checker checker(set_, context_, remainders_, hints_, found_);
        out_.leaves.resize(chosen_.size());
        for (std::size_t index = 0; index < nodes_.size(); ++index) {
            const mark& each = marks_.marks[index];
            const std::size_t node = nodes_[index];
            std::optional<rule_result> points = checker.check(each, node);
            if (points && chosen_[node] == &each) out_.leaves[node] = {&each, *std::move(points)};
        }
    }

    void check_context() {
        for (const auto& each : context_.facts) {
            check_context_facts(each.first, each.second, set_, found_.full() ? nullptr : &hints_,
                                [&](error_code code, const std::string& message) {
                                    found_.add(code, marks_.where, each.first,
                                               "facts of the context for " + quoted(each.first) + ": " + message);
                                });
        }
    }

    void check_weights() {
        try {
            out_.weights = weigh(set_, out_.leaves);
            const std::size_t stranded = out_.weights.stranded;
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
        for (std::size_t index = 0; index < nodes_.size(); ++index) {
            const mark& each = marks_.marks[index];
            if (nodes_[index] == criteria_set::none) continue;
            if (!each.proofs.empty() || !is_blank(each.explanation)) proven[nodes_[index]] = true;
        }
        for (std::size_t index = 1; index < chosen_.size(); ++index) {
            if (chosen_[index] == nullptr || out_.leaves[index].does_not_apply()) continue;
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
    const evaluation_context& context_;
    remainders remainders_;
    code_hints hints_;
    std::vector<std::size_t> nodes_;   // by mark
    std::vector<const mark*> chosen_;  // by node
    settled_marks out_;
    finding_list found_;
};

}  // namespace

settled_marks settle_marks(const assessment& marks, const criteria_set& set, const evaluation_context& context) {
    return assessment_checker(marks, set, context).run();
}

diagnostics check(const assessment& marks, const criteria_set& set, const evaluation_context& context) {
    return settle_marks(marks, set, context).findings;
}

}  // namespace parindex::inline v0
