// Random rules over random facts: rules_property CASES [SEED].
//
// Points do not depend on any order; what may still be earned holds every outcome and never grows with knowledge; what
// the static checks accept keeps its bounds; the ledger adds up; explanations are texts, and their advice is true. What
// more of a fact does to rules that only rise or only fall is in monotone_rules.hpp.
#include "monotone_rules.hpp"
#include "random_facts_case.hpp"
#include "requirement.hpp"

#include "parindex/criteria/rule_explanation.hpp"
#include "parindex/text/utf8.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <set>
#include <string>

using namespace parindex;
using namespace parindex_test;

namespace {

std::map<std::string, std::size_t> met;  // so that a generator that no longer makes something is seen

ratio sum_of(std::span<const ledger_entry> entries) {
    ratio out;
    for (const ledger_entry& entry : entries) out += entry.amount;
    return out;
}

void shuffle_tree(std::vector<criterion>& children, random_numbers& random) {
    random.shuffle(children);
    for (criterion& child : children) {
        if (child.scoring) random.shuffle(child.scoring->facts);
        shuffle_tree(child.children, random);
    }
}

void require_same(const evaluation& a, const evaluation& b) {
    for (const criteria_set::node& node : a.set().nodes()) {
        const std::size_t here = node.code.empty() ? 0 : a.set().find(node.code);
        const std::size_t there = node.code.empty() ? 0 : b.set().find(node.code);
        REQUIRE(a.at(here).maximum == b.at(there).maximum);
        REQUIRE(a.at(here).score == b.at(there).score);
        REQUIRE(a.at(here).lowest == b.at(there).lowest);
        REQUIRE(a.at(here).highest == b.at(there).highest);
        REQUIRE(a.at(here).unmarked == b.at(there).unmarked);
        REQUIRE(a.counted_round(here) == b.counted_round(there));
        REQUIRE(a.score_origin(here) == b.score_origin(there));
        REQUIRE(a.ledger(here).size() == b.ledger(there).size());
        REQUIRE(sum_of(a.ledger(here)) == sum_of(b.ledger(there)));
    }
    REQUIRE(a.not_applicable().size() == b.not_applicable().size());
}

/// The order of criteria, facts and marks, and which unit was scored before, change nothing.
void check_order(criteria_description description, scored_marks given, const evaluation& scored,
                 random_numbers& random) {
    shuffle_tree(description.fields, random);
    random.shuffle(description.parts);
    random.shuffle(given.marks.marks);
    for (auto& each : given.context.facts) random.shuffle(each.second);
    for (mark& each : given.marks.marks) {
        if (each.facts) random.shuffle(*each.facts);
    }
    require_same(scored, given.under(criteria_set::create(description).value()).value());
}

bool is_rescaled(not_applicable_policy policy) {
    return policy == not_applicable_policy::rescale_criterion || policy == not_applicable_policy::rescale_field ||
           policy == not_applicable_policy::rescale_total;
}

/// Leaves that do not apply, if the weight of any of them went to others. While it is open whether a leaf applies, so
/// is what the others weigh, which no range says.
std::set<std::size_t> shared_out(const evaluation& scored) {
    const std::span<const not_applicable_leaf> leaves = scored.not_applicable();
    const auto shares = [](const not_applicable_leaf& each) { return is_rescaled(each.policy); };
    std::set<std::size_t> out;
    if (std::none_of(leaves.begin(), leaves.end(), shares)) return out;
    for (const not_applicable_leaf& each : leaves) out.insert(each.node);
    return out;
}

/// Nothing is lost or earned that the ledger does not say, and every leaf keeps the bounds that the set promises.
void check_ledger(const evaluation& scored) {
    const bool weights_differ = !shared_out(scored).empty();
    for (std::size_t index = 0; index < scored.set().nodes().size(); ++index) {
        const criteria_set::node& node = scored.set().at(index);
        const evaluation::points& own = scored.at(index);
        ratio rescaled;
        for (const ledger_entry& entry : scored.ledger(index)) {
            REQUIRE(entry.amount.sign() != 0);
            if (entry.kind == ledger_kind::rescale) rescaled += entry.amount;
            if (entry.node == index) ++met[std::string(to_string(entry.kind))];
        }
        REQUIRE(node.maximum - own.highest == sum_of(scored.ledger(index)));
        REQUIRE(node.maximum - rescaled == own.maximum);
        REQUIRE(own.lowest <= own.highest);
        REQUIRE(!own.complete() || (own.lowest == own.highest && own.score == own.highest));
        if (!node.rule || own.complete() || weights_differ) continue;
        // The points of a leaf that may not apply, and what the rounding of a field makes of one, are not the rule's.
        const bool other_points = (node.level == 1 && scored.set().description().field_rounding) ||
                                  node.policies.zero_denominator == zero_denominator_policy::not_applicable;
        REQUIRE(other_points || !node.highest || own.highest <= *node.highest);
        REQUIRE(other_points || !node.lowest || own.lowest >= *node.lowest);
    }
}

void require_within(const evaluation& wide, const evaluation& narrow) {
    if (shared_out(wide) != shared_out(narrow)) return;
    const auto require = [](const evaluation::points& outer, const evaluation::points& inner) {
        REQUIRE(outer.lowest <= inner.lowest);
        REQUIRE(inner.highest <= outer.highest);
    };
    for (std::size_t node = 0; node < wide.set().nodes().size(); ++node) require(wide.at(node), narrow.at(node));
    for (std::size_t part = 0; part < wide.set().parts().size(); ++part) require(wide.part(part), narrow.part(part));
    ++met["narrowed"];
}

scored_marks without_some_facts(scored_marks given, random_numbers& random, int chances) {
    const auto drop = [&](std::vector<fact>& facts) {
        std::erase_if(facts, [&](const fact&) { return random.one_in(chances); });
    };
    for (mark& each : given.marks.marks) {
        if (each.facts) drop(*each.facts);
    }
    for (auto& each : given.context.facts) drop(each.second);
    return given;
}

/// The same with any values for what is missing.
scored_marks completed(scored_marks given, const criteria_set& set, random_numbers& random) {
    const auto fill = [&](const criteria_set::node& leaf, fact_source source, std::vector<fact>& facts) {
        for (const fact_declaration& each : leaf.rule->facts) {
            const auto same = [&each](const fact& known) { return known.name == each.name; };
            if (each.source != source || std::any_of(facts.begin(), facts.end(), same)) continue;
            facts.push_back({each.name, random_value(random, each)});
        }
    };
    for (mark& each : given.marks.marks) {
        if (each.facts) fill(set.at(set.find(each.criterion)), fact_source::mark, *each.facts);
    }
    for (auto& [criterion, facts] : given.context.facts) {
        fill(set.at(set.find(criterion)), fact_source::context, facts);
    }
    return given;
}

/// What may still be earned holds whatever the missing facts turn out to be, and shrinks with every fact.
void check_ranges(const criteria_set& set, const scored_marks& given, const evaluation& scored,
                  random_numbers& random) {
    const scored_marks some = without_some_facts(given, random, 3);
    const scored_marks fewer = without_some_facts(some, random, 3);
    const result<evaluation> narrow = some.under(set);
    const result<evaluation> wide = fewer.under(set);
    REQUIRE(narrow.has_value() && wide.has_value());
    check_ledger(*narrow);
    check_ledger(*wide);
    require_within(*narrow, scored);
    require_within(*wide, *narrow);
    require_within(*wide, scored);
    for (int attempt = 0; attempt < 3; ++attempt) {
        const result<evaluation> outcome = completed(fewer, set, random).under(set);
        if (outcome) require_within(*wide, *outcome);
    }
}

/// Explanations of every leaf, with all of its facts and with some.
void check_explanations(const criteria_set& set, const scored_marks& given) {
    constexpr std::size_t most_bytes = 4'000;
    const auto require_text = [](const std::string& text) {
        REQUIRE(!text.empty() && text.size() <= most_bytes);
        REQUIRE(!find_invalid_utf8(text));
    };
    for (const mark& each : given.marks.marks) {
        if (!each.facts) continue;
        const criteria_set::node& leaf = set.at(set.find(each.criterion));
        rule_trace trace;
        std::vector<used_fact> used;
        const rule_result found = points_of(each, leaf, given.context, &trace, &used);
        REQUIRE(points_of(each, leaf, given.context).points == found.points);
        for (const auto language : {explanation_language::vietnamese, explanation_language::english}) {
            require_text(explain(*leaf.rule, found, trace, used, language));
        }
        if (found.state != rule_state::scored || found.zero_denominator) continue;
        for (const next_outcome& better : next_better(trace, *leaf.rule, leaf.full_points())) {
            require_text(better.reach);
            REQUIRE(!better.missing || better.missing->sign() >= 0);
            ++met["better"];
        }
    }
}

bool rejects_shares(const rule& each);
bool rejects_shares(const rule_outcome& then) {
    return !then.within.empty() && rejects_shares(then.within.front());
}
/// Whether the rule, or one within it, may refuse a share above 100 %.
bool rejects_shares(const rule& each) {
    const auto any = [](const auto& parts) {
        return std::any_of(parts.begin(), parts.end(), [](const auto& part) { return rejects_shares(part.then); });
    };
    if (const auto* const form = std::get_if<levels_rule>(&each.form)) return any(form->cases);
    if (const auto* const form = std::get_if<cases_rule>(&each.form)) {
        return any(form->cases) || rejects_shares(form->otherwise);
    }
    if (const auto* const form = std::get_if<steps_rule>(&each.form)) {
        return form->share == share_policy::reject || any(form->steps);
    }
    if (const auto* const form = std::get_if<linear_rule>(&each.form)) return form->share == share_policy::reject;
    if (const auto* const form = std::get_if<weighted_sum_rule>(&each.form)) return form->share == share_policy::reject;
    if (const auto* const form = std::get_if<combine_rule>(&each.form)) {
        return std::any_of(form->rules.begin(), form->rules.end(),
                           [](const rule& part) { return rejects_shares(part); });
    }
    return false;
}

/// Facts that fit their declarations are refused only where the set says so.
void check_refusal(const criteria_set::node& leaf, const rule_result& found) {
    if (found.zero_denominator) {
        REQUIRE(leaf.policies.zero_denominator == zero_denominator_policy::error);
    } else {
        REQUIRE(rejects_shares(leaf.rule->points));
        REQUIRE(found.problem.find("above 100 %") != std::string::npos);
    }
    ++met["refused"];
}

/// Points of a leaf lie within its bounds, whatever its facts are.
void check_bounds(const criteria_set& set, random_numbers& random) {
    for (const criteria_set::node& leaf : set.nodes()) {
        if (!leaf.rule) continue;
        for (int attempt = 0; attempt < 4; ++attempt) {
            std::vector<fact> given;
            std::vector<fact> context;
            for (const fact_declaration& each : leaf.rule->facts) {
                (each.source == fact_source::mark ? given : context).push_back({each.name, random_value(random, each)});
            }
            const rule_result found = apply_rule(*leaf.rule, leaf.policies, leaf.full_points(), given, context);
            REQUIRE(found.state != rule_state::open);
            if (found.state == rule_state::refused) check_refusal(leaf, found);
            if (found.state != rule_state::scored) continue;
            REQUIRE(!leaf.lowest || *found.points.low >= *leaf.lowest);
            REQUIRE(!leaf.highest || *found.points.high <= *leaf.highest);
            REQUIRE(
                found.zero_denominator ||
                attainable_points(*leaf.rule, leaf.policies, leaf.full_points()).points.contains(*found.points.low));
            ++met["within bounds"];
        }
    }
}

void check_case(std::uint64_t seed) {
    facts_case_maker maker(seed);
    met["refused rules"] += maker.refused_rules();
    const result<criteria_set> set = criteria_set::create(maker.description());
    if (!set) std::cerr << to_string(set.error().front()) << '\n';
    REQUIRE(set.has_value());
    random_numbers random(seed + 3);
    check_bounds(*set, random);
    const scored_marks given = maker.unit(*set, check_refusal);
    const result<evaluation> scored = given.under(*set);
    if (!scored) {
        REQUIRE(scored.error().front().code == error_code::nothing_applies);
        ++met["stranded"];
        return;
    }
    check_ledger(*scored);
    check_explanations(*set, given);
    check_explanations(*set, without_some_facts(given, random, 4));
    const scored_marks other = maker.unit(*set, check_refusal);
    if (other.under(*set)) ++met["other units"];
    require_same(*scored, given.under(*set).value());
    check_order(maker.description(), given, *scored, random);
    if (maker.keeps_open()) check_ranges(*set, given, *scored, random);
    for (const mark& each : given.marks.marks) met["leaves"] += each.facts.has_value();
    for (const not_applicable_leaf& each : scored->not_applicable()) met["divided by zero"] += each.zero_denominator;
}

/// More of a fact never costs points under a rule that rises with it, and never earns any under one that falls.
void check_monotone(std::uint64_t seed) {
    monotone_maker maker(seed);
    const bool rises = maker.rises();
    const result<criteria_set> set = criteria_set::create(maker.set());
    if (!set) std::cerr << to_string(set.error().front()) << '\n';
    REQUIRE(set.has_value());
    std::optional<ratio> before;
    std::size_t changes = 0;
    for (const assessment& marks : maker.rising_units()) {
        const ratio total = evaluate(*set, marks).value().total().score;
        if (before) REQUIRE(rises ? *before <= total : total <= *before);
        if (before && *before != total) ++changes;
        before = total;
    }
    ++met[rises ? "rising" : "falling"];
    met["changes"] += changes;
}

/// What would have earned more earns at least that much once the quantity is there.
void check_advice(std::uint64_t seed) {
    advice_maker maker(seed);
    const result<criteria_set> set = criteria_set::create(maker.set());
    if (!set) {
        ++met["advice refused"];
        return;
    }
    const criteria_set::node& leaf = set->at(set->find("1"));
    for (int attempt = 0; attempt < 4; ++attempt) {
        const decimal value = maker.value();
        rule_trace trace;
        const auto points = [&](decimal at, rule_trace* into) {
            const std::vector<fact> given = {{"q", at}};
            return apply_rule(*leaf.rule, leaf.policies, leaf.full_points(), given, {}, into);
        };
        const rule_result now = points(value, &trace);
        if (now.state != rule_state::scored) continue;
        for (const next_outcome& better : next_better(trace, *leaf.rule, leaf.full_points())) {
            const std::optional<decimal> moved = maker.moved(value, better);
            REQUIRE(moved.has_value());
            const rule_result then = points(*moved, nullptr);
            REQUIRE(then.state == rule_state::scored);
            REQUIRE(*then.exact.low >= better.points);
            REQUIRE(*then.exact.low > *now.exact.low);
            ++met["advice"];
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    const std::uint64_t cases = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 0;
    const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 0;
    if (cases == 0) {
        std::cerr << "usage: property_rules CASES [SEED]\n";
        return 2;
    }
    for (current_case = 0; current_case < cases; ++current_case) {
        const std::uint64_t own_seed = seed * cases + current_case;
        check_case(own_seed);
        check_monotone(own_seed);
        check_advice(own_seed);
    }
    for (const char* const kind :
         {"leaves", "loss", "bonus", "penalty", "limit", "rescale", "rounding", "stranded", "divided by zero",
          "refused", "narrowed", "better", "rising", "falling", "changes", "advice"}) {
        std::cout << kind << ' ' << met[kind] << ", ";
        REQUIRE(cases < 200 || met[kind] > 0);
    }
    std::cout << cases << " criteria sets hold\n";
    return 0;
}
