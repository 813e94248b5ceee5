// Random criteria sets with rules, and units whose marks give facts.
#pragma once

#include "random_case.hpp"
#include "random_scoring.hpp"

#include "parindex/assessment/evaluation.hpp"

#include <optional>
#include <string>
#include <utility>

namespace parindex_test {

/// Marks, and what the rules see beside them.
struct scored_marks {
    assessment marks;
    evaluation_context context;

    [[nodiscard]] result<evaluation> under(const criteria_set& set) const { return evaluate(set, marks, context); }
};

/// Takes a random case and lets rules say what some of its leaves earn.
class facts_case_maker {
public:
    explicit facts_case_maker(std::uint64_t seed)
        : made_(case_maker(seed).make()),
          random_(seed + 2),
          keeps_open_(!random_.one_in(4)),
          scoring_(random_, keeps_open_) {
        criteria_description& set = made_.description;
        set.rules = scoring_.policies();
        if (random_.one_in(4)) set.field_rounding = rounding{random_.between(0, 3), random_.mode()};
        if (random_.one_in(4)) set.total_rounding = rounding{random_.between(0, 3), random_.mode()};
        for (criterion& field : set.fields) attach(field, set.not_applicable);
    }

    [[nodiscard]] const criteria_description& description() const { return made_.description; }
    /// Whether missing facts leave the points of every leaf open.
    [[nodiscard]] bool keeps_open() const { return keeps_open_; }
    [[nodiscard]] std::size_t refused_rules() const { return refused_rules_; }

    /// A unit with all facts. Of leaves whose facts are refused again and again, the mark stays what it was.
    /// @param refused  called with the outcome where facts are
    template <class Refused>
    scored_marks unit(const criteria_set& set, const Refused& refused) {
        scored_marks out{made_.marks, {}};
        for (const criteria_set::node& leaf : set.nodes()) {
            if (!leaf.rule || random_.one_in(12)) continue;
            const auto chosen = made_.chosen.find(leaf.code);
            mark given;
            given.criterion = leaf.code;
            given.round = set.parts()[leaf.part].scored_by_survey() ? scoring_round::survey : scoring_round::appraisal;
            if (chosen != made_.chosen.end()) {
                if (chosen->second.not_applicable && random_.one_in(2)) continue;
                given.round = chosen->second.round;
            }
            for (int attempt = 0; attempt < 5; ++attempt) {
                std::vector<fact> context;
                given.facts.emplace();
                for (const fact_declaration& each : leaf.rule->facts) {
                    (each.source == fact_source::mark ? *given.facts : context)
                        .push_back({each.name, random_value(random_, each)});
                }
                const evaluation_context seen{{{leaf.code, context}}};
                const rule_result points = points_of(given, leaf, seen);
                if (points.state == rule_state::refused) {
                    refused(leaf, points);
                    continue;
                }
                std::erase_if(out.marks.marks, [&given](const mark& each) {
                    return each.criterion == given.criterion && each.round == given.round;
                });
                out.marks.marks.push_back(given);
                out.context.facts.insert(seen.facts.begin(), seen.facts.end());
                break;
            }
        }
        return out;
    }

private:
    void attach(criterion& each, not_applicable_policy inherited) {
        const not_applicable_policy policy = each.not_applicable.value_or(inherited);
        for (criterion& child : each.children) attach(child, policy);
        if (!each.children.empty() || each.remainder || !each.maximum || random_.one_in(4)) return;
        for (int attempt = 0; attempt < 10; ++attempt) {
            each.scoring = scoring_.make(each.points, each.minimum);
            if (is_accepted(each, policy)) return;
            ++refused_rules_;
        }
        each.scoring.reset();
    }

    /// Whether a set would take the leaf.
    [[nodiscard]] bool is_accepted(const criterion& leaf, not_applicable_policy policy) const {
        criteria_description set;
        set.key = made_.description.key;
        set.name = made_.description.name;
        set.rules = made_.description.rules;
        set.not_applicable = policy;
        set.parts = {{leaf.part, "part", {scorer::appraiser}, std::nullopt, {}}};
        set.fields = {leaf};
        return criteria_set::create(set).has_value();
    }

    random_case made_;
    random_numbers random_;
    bool keeps_open_;
    scoring_maker scoring_;
    std::size_t refused_rules_ = 0;
};

}  // namespace parindex_test
