// Random criteria sets and marks against a naive computation: ledger_property CASES [SEED].
#include "naive_score.hpp"
#include "random_numbers.hpp"
#include "requirement.hpp"

#include "parindex/index/par_index.hpp"
#include "parindex/io/assessment_file.hpp"
#include "parindex/io/criteria_file.hpp"
#include "parindex/io/plan_file.hpp"
#include "parindex/io/score_file.hpp"
#include "parindex/numeric/number_text.hpp"
#include "parindex/remediation/coverage.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>

using namespace parindex;
using namespace parindex_test;

namespace {

bool same(const ratio& value, const exact& expected) {
    return value.to_string() == expected.str();
}

ratio sum_of(std::span<const ledger_entry> entries) {
    ratio out;
    for (const ledger_entry& entry : entries) out += entry.amount;
    return out;
}

void compare(const evaluation& scored, std::size_t node, const naive_points& expected) {
    const evaluation::points& own = scored.at(node);
    REQUIRE(same(scored.set().at(node).maximum, expected.set_maximum));
    REQUIRE(same(own.maximum, expected.maximum));
    REQUIRE(same(own.score, expected.score));
    REQUIRE(same(own.lowest, expected.lowest));
    REQUIRE(same(own.highest, expected.highest));
    REQUIRE(own.unmarked == expected.unmarked);
}

void check_evaluation(const random_case& made, const naive_weights& weights, const evaluation& scored) {
    criterion whole;
    whole.children = made.description.fields;
    whole.minimum = made.description.minimum;
    whole.cap = made.description.cap;
    std::map<std::string, naive_points> expected;
    compare(scored, 0, naive_sum(whole, made, weights, expected));
    for (const auto& [code, points] : expected) compare(scored, scored.set().find(code), points);
    for (std::size_t node = 0; node < scored.set().nodes().size(); ++node) {
        const evaluation::points& own = scored.at(node);
        ratio rescaled;
        for (const ledger_entry& entry : scored.ledger(node)) {
            REQUIRE(entry.amount.sign() != 0);
            if (entry.kind == ledger_kind::rescale) rescaled += entry.amount;
        }
        REQUIRE(scored.set().at(node).maximum - own.highest == sum_of(scored.ledger(node)));
        REQUIRE(scored.set().at(node).maximum - rescaled == own.maximum);
        REQUIRE(own.lowest <= own.highest);
        REQUIRE(own.complete() == (own.unmarked == 0));
        REQUIRE(!own.complete() || (own.lowest == own.highest && own.score == own.highest));
    }
}

void check_index(const random_case& made, const evaluation& scored) {
    const par_index index = compute_par_index(scored);
    const bool bounded = made.description.cap || made.description.minimum;
    for (const std::vector<index_line>* lines : {&index.fields, &index.parts}) {
        index_line sum;
        for (const index_line& line : *lines) {
            sum.maximum += line.maximum;
            sum.score += line.score;
            sum.deduction += line.deduction;
        }
        REQUIRE(sum.maximum == index.total.maximum);
        REQUIRE(bounded || sum.score == index.total.score);
        REQUIRE(bounded || sum.deduction == index.total.deduction);
    }
    ratio lowest;
    for (std::size_t part = 0; part < scored.set().parts().size(); ++part) lowest += scored.part(part).lowest;
    REQUIRE(bounded || lowest == index.lowest);
    REQUIRE(index.total.deduction == index.total.maximum - index.highest);
    REQUIRE(index.complete == (index.lowest == index.highest) || index.unmarked != 0);
    REQUIRE(!write_score(scored, index, check_complete(scored)).empty());
}

/// Some deductions get a shortfall, some of those a task: what is left is named, and nothing is lost or counted twice.
void check_coverage(const evaluation& scored, random_numbers& random) {
    plan planned;
    planned.set = scored.set().key();
    for (const std::size_t field : scored.set().fields()) {
        plan_section& section = planned.sections.emplace_back();
        section.field = scored.set().at(field).code;
        for (std::size_t node = field; node < scored.set().at(field).end; ++node) {
            if (scored.set().at(node).kind != criteria_set::kind::leaf || random.one_in(3)) continue;
            shortfall& added = section.shortfalls.emplace_back();
            added.id = "S" + std::to_string(node);
            added.field = section.field;
            added.deductions = {{scored.set().at(node).code, "", {}}};
            if (random.one_in(3)) continue;
            task& answer = section.tasks.emplace_back();
            answer.id = "T" + std::to_string(node);
            answer.text = "task";
            answer.roles.lead = {"unit"};
            answer.addresses = {{added.id, std::nullopt, {}}};
        }
    }
    REQUIRE(check(planned, scored.set()).empty());
    const coverage found = cover(planned, scored);
    ratio open;
    for (const uncovered_deduction& each : found.uncovered) open += each.amount;
    REQUIRE(found.covered + open == found.lost);
    REQUIRE(found.lost == sum_of(scored.deductions()));
}

void shuffle_tree(std::vector<criterion>& children, random_numbers& random) {
    random.shuffle(children);
    for (criterion& child : children) shuffle_tree(child.children, random);
}

/// The order of criteria and marks changes nothing but the order of the nodes.
void check_order(random_case made, const evaluation& scored, random_numbers& random) {
    shuffle_tree(made.description.fields, random);
    random.shuffle(made.description.parts);
    random.shuffle(made.marks.marks);
    const evaluation other = evaluate(criteria_set::create(made.description).value(), made.marks).value();
    REQUIRE(other.total().score == scored.total().score);
    for (const criteria_set::node& node : scored.set().nodes()) {
        const std::size_t here = node.code.empty() ? 0 : scored.set().find(node.code);
        const std::size_t there = node.code.empty() ? 0 : other.set().find(node.code);
        REQUIRE(scored.at(here).score == other.at(there).score);
        REQUIRE(scored.at(here).lowest == other.at(there).lowest);
        REQUIRE(scored.at(here).highest == other.at(there).highest);
        REQUIRE(scored.at(here).unmarked == other.at(there).unmarked);
        REQUIRE(scored.score_origin(here) == other.score_origin(there));
        REQUIRE(sum_of(scored.ledger(here)) == sum_of(other.ledger(there)));
    }
}

}  // namespace

int main(int argc, char** argv) {
    const std::uint64_t cases = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 0;
    const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 0;
    if (cases == 0) {
        std::cerr << "usage: property_ledger CASES [SEED]\n";
        return 2;
    }
    std::size_t nodes = 0;
    std::map<std::string, std::size_t> met;  // so that a generator that no longer makes something is seen
    for (current_case = 0; current_case < cases; ++current_case) {
        const std::uint64_t own_seed = seed * cases + current_case;
        const random_case made = case_maker(own_seed).make();
        const result<criteria_set> set = criteria_set::create(made.description);
        if (!set) std::cerr << to_string(set.error().front()) << '\n';
        REQUIRE(set.has_value());
        const naive_weights weights(made);
        const result<evaluation> scored = evaluate(*set, made.marks);
        if (weights.stranded()) {
            REQUIRE(!scored && scored.error().front().code == error_code::nothing_applies);
            ++met["stranded"];
            continue;
        }
        if (!scored) std::cerr << to_string(scored.error().front()) << '\n';
        REQUIRE(scored.has_value());
        random_numbers random(own_seed + 1);
        check_evaluation(made, weights, *scored);
        check_index(made, *scored);
        check_coverage(*scored, random);
        check_order(made, *scored, random);
        nodes += set->nodes().size();
        for (const ledger_entry& entry : scored->ledger()) ++met[std::string(to_string(entry.kind))];
    }
    for (const char* const kind : {"loss", "bonus", "penalty", "limit", "rescale", "stranded"}) {
        std::cout << kind << ' ' << met[kind] << ", ";
        REQUIRE(cases < 1000 || met[kind] > 0);
    }
    std::cout << cases << " criteria sets of " << nodes << " nodes hold\n";
    return 0;
}
