// Random criteria sets and marks against a naive computation: ledger_property CASES [SEED].
//
// The naive side walks the description with boost's rationals and knows nothing of nodes, parts or ledgers.
#include "random_numbers.hpp"

#include "parindex/index/par_index.hpp"
#include "parindex/io/assessment_file.hpp"
#include "parindex/io/criteria_file.hpp"
#include "parindex/io/plan_file.hpp"
#include "parindex/io/score_file.hpp"
#include "parindex/numeric/number_text.hpp"
#include "parindex/remediation/coverage.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>

using namespace parindex;
using exact = boost::multiprecision::cpp_rational;

namespace {

std::uint64_t current_case = 0;

#define REQUIRE(condition)                                                                              \
    do {                                                                                                \
        if (!(condition)) {                                                                             \
            std::cerr << __FILE__ << ':' << __LINE__ << ": case " << current_case << ": " << #condition \
                      << " does not hold\n";                                                            \
            std::exit(1);                                                                               \
        }                                                                                               \
    } while (false)

exact naive(decimal value) {
    exact out = value.coefficient();
    for (int place = 0; place < value.scale(); ++place) out /= 10;
    return out;
}

bool same(const ratio& value, const exact& expected) {
    return value.to_string() == expected.str();
}

/// A set, its marks, and which mark of a leaf counts.
struct random_case {
    criteria_description description;
    assessment marks;
    std::map<std::string, mark> chosen;
};

class case_maker {
public:
    explicit case_maker(std::uint64_t seed) : random_(seed) {}

    random_case make() {
        case_.description.key.number = case_.marks.set.number = "1/QĐ";
        case_.description.key.issuer = case_.marks.set.issuer = "UBND";
        case_.description.name = "random";
        case_.description.parts = {{"a", "appraised", {scorer::unit, scorer::appraiser}, std::nullopt, {}},
                                   {"s", "surveyed", {scorer::survey}, std::nullopt, {}}};
        criterion whole = group(0);
        whole.children.push_back(leaf("a"));  // no part without a criterion
        whole.children.push_back(leaf("s"));
        case_.description.fields = std::move(whole.children);
        return std::move(case_);
    }

private:
    decimal points() {
        const int scale = random_.one_in(3) ? random_.between(3, 6) : random_.between(0, 2);
        return decimal::from_parts(random_.one_in(8) ? 0 : random_.between(0, 30'000), scale);
    }
    /// Something from nothing to all of `whole`.
    decimal share(decimal whole) {
        const int percent = random_.one_in(4) ? 100 : random_.between(0, 100);
        return whole * decimal::from_parts(percent, 2);
    }
    std::string any_part() { return random_.one_in(2) ? "a" : "s"; }

    criterion bare(const std::string& part) {
        criterion out;
        out.code = std::to_string(++codes_);
        out.name = "criterion " + out.code;
        out.part = part;
        return out;
    }

    criterion leaf(const std::string& part) {
        criterion out = bare(part);
        const decimal maximum = points();
        out.maximum = figure{maximum, provenance::printed, {}};
        if (random_.one_in(5)) out.maximum = figure{maximum, provenance::inferred, "assumed"};
        if (random_.one_in(7)) return out;  // no mark
        if (random_.one_in(2)) {
            give(out, share(maximum), std::nullopt, maximum);
        } else {
            give(out, std::nullopt, share(maximum), maximum);
        }
        return out;
    }

    void give(const criterion& to, std::optional<decimal> score, std::optional<decimal> loss, decimal most) {
        mark given;
        given.criterion = to.code;
        given.round = to.part == "s" ? scoring_round::survey : scoring_round::appraisal;
        if (score) given.score = figure{*score, provenance::printed, {}};
        if (loss) given.loss = figure{*loss, provenance::printed, {}};
        if (to.part == "a" && random_.one_in(4)) {
            // The appraisal counts no more once there is a re-appraisal, and the self score not at all.
            mark earlier = given;
            earlier.score.reset();
            earlier.loss = figure{share(most), provenance::printed, {}};
            case_.marks.marks.push_back(earlier);
            earlier.round = scoring_round::self;
            case_.marks.marks.push_back(earlier);
            given.round = scoring_round::re_appraisal;
        }
        case_.marks.marks.push_back(given);
        case_.chosen.emplace(to.code, given);
    }

    criterion group(int depth) {
        criterion out = bare("");
        decimal sum;
        const int count = random_.between(1, depth == 0 ? 6 : 4);
        for (int child = 0; child < count; ++child) {
            const bool deeper = depth < 4 && random_.one_in(3);
            out.children.push_back(deeper ? group(depth + 1) : leaf(any_part()));
            if (depth != 0) sum += maximum_of(out.children.back());
        }
        if (depth == 0) return out;
        if (random_.one_in(3)) {
            sum += add_remainder(out);
            out.maximum = figure{sum, provenance::printed, {}};
        } else if (random_.one_in(2)) {
            out.maximum = figure{sum, provenance::printed, {}};
        }
        return out;
    }

    /// A remainder, and leaves known only by their loss that share it. Returns what it holds.
    decimal add_remainder(criterion& to) {
        criterion rest = bare(any_part());
        rest.remainder = true;
        rest.assumption = "assumed";
        const decimal holds = points();
        decimal left = holds;
        const int shared = random_.between(0, 3);
        for (int index = 0; index < shared; ++index) {
            criterion only_loss = bare(rest.part);
            if (!random_.one_in(4)) {
                const decimal loss = share(left).normalized();
                give(only_loss, std::nullopt, loss, holds);
                left -= loss;
            }
            to.children.push_back(std::move(only_loss));
        }
        to.children.insert(to.children.begin() + random_.between(0, static_cast<int>(to.children.size())), rest);
        return holds;
    }

    static decimal maximum_of(const criterion& each) {
        if (each.maximum) return each.maximum->value;
        decimal sum;
        for (const criterion& child : each.children) sum += maximum_of(child);
        return sum;
    }

    random_numbers random_;
    random_case case_;
    int codes_ = 0;
};

struct naive_points {
    exact maximum;
    exact score;
    exact lowest;
    exact highest;
    std::size_t unmarked = 0;
};

/// Straight from the definitions; fills `out` by code, and `parts` with the scores of the leaves.
naive_points naive_leaf(const criterion& each, const std::map<std::string, mark>& chosen) {
    naive_points own;
    own.maximum = naive(each.maximum->value);
    const auto given = chosen.find(each.code);
    if (given == chosen.end()) {
        own.highest = own.maximum;
        own.unmarked = 1;
        return own;
    }
    const mark& counts = given->second;
    own.score = counts.score ? naive(counts.score->value) : exact(own.maximum - naive(counts.loss->value));
    own.lowest = own.highest = own.score;
    return own;
}

naive_points naive_sum(const std::vector<criterion>& children, const std::optional<figure>& stated,
                       const std::map<std::string, mark>& chosen, std::map<std::string, naive_points>& out) {
    naive_points sum;
    exact losses = 0;
    std::size_t open = 0;
    bool has_remainder = false;
    for (const criterion& child : children) {
        if (child.remainder) {
            has_remainder = true;
            continue;
        }
        if (child.children.empty() && !child.maximum) {
            const auto given = chosen.find(child.code);
            if (given == chosen.end()) {
                ++open;
            } else {
                losses += naive(given->second.loss->value);
            }
            continue;
        }
        const naive_points own =
            child.children.empty() ? naive_leaf(child, chosen) : naive_sum(child.children, child.maximum, chosen, out);
        out[child.code] = own;
        sum.maximum += own.maximum;
        sum.score += own.score;
        sum.lowest += own.lowest;
        sum.highest += own.highest;
        sum.unmarked += own.unmarked;
    }
    if (has_remainder) {
        const exact holds = naive(stated->value) - sum.maximum;
        sum.maximum += holds;
        sum.score += holds - losses;
        sum.highest += holds - losses;
        if (open == 0) sum.lowest += holds - losses;
        sum.unmarked += open;
    }
    return sum;
}

ratio sum_of(std::span<const ledger_entry> entries) {
    ratio out;
    for (const ledger_entry& entry : entries) out += entry.amount;
    return out;
}

void compare(const evaluation& scored, std::size_t node, const naive_points& expected) {
    const evaluation::points& own = scored.at(node);
    REQUIRE(same(own.maximum, expected.maximum));
    REQUIRE(same(own.score, expected.score));
    REQUIRE(same(own.lowest, expected.lowest));
    REQUIRE(same(own.highest, expected.highest));
    REQUIRE(own.unmarked == expected.unmarked);
}

void check_evaluation(const random_case& made, const evaluation& scored) {
    std::map<std::string, naive_points> expected;
    const naive_points total = naive_sum(made.description.fields, std::nullopt, made.chosen, expected);
    compare(scored, 0, total);
    for (const auto& [code, points] : expected) compare(scored, scored.set().find(code), points);
    for (std::size_t node = 0; node < scored.set().nodes().size(); ++node) {
        const evaluation::points& own = scored.at(node);
        REQUIRE(own.maximum - own.highest == sum_of(scored.ledger(node)));
        REQUIRE(own.lowest <= own.score && own.score <= own.highest);
        REQUIRE(own.complete() == (own.unmarked == 0));
        REQUIRE(!own.complete() || own.lowest == own.highest);
        if (scored.set().at(node).kind == criteria_set::kind::group) REQUIRE(own.lowest.sign() >= 0);
    }
}

void check_index(const evaluation& scored) {
    const par_index index = compute_par_index(scored);
    for (const std::vector<index_line>* lines : {&index.fields, &index.parts}) {
        index_line sum;
        for (const index_line& line : *lines) {
            sum.maximum += line.maximum;
            sum.score += line.score;
            sum.deduction += line.deduction;
        }
        REQUIRE(sum.maximum == index.total.maximum);
        REQUIRE(sum.score == index.total.score);
        REQUIRE(sum.deduction == index.total.deduction);
    }
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
    REQUIRE(found.lost == scored.total().maximum - scored.total().highest);
}

template <class Sequence>
void shuffle(Sequence& values, random_numbers& random) {
    for (std::size_t left = values.size(); left > 1; --left) {
        std::swap(values[left - 1], values[static_cast<std::size_t>(random.between(0, static_cast<int>(left) - 1))]);
    }
}

void shuffle_tree(std::vector<criterion>& children, random_numbers& random) {
    shuffle(children, random);
    for (criterion& child : children) shuffle_tree(child.children, random);
}

/// The order of criteria and marks changes nothing but the order of the nodes.
void check_order(random_case made, const evaluation& scored, random_numbers& random) {
    shuffle_tree(made.description.fields, random);
    shuffle(made.description.parts, random);
    shuffle(made.marks.marks, random);
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
    for (current_case = 0; current_case < cases; ++current_case) {
        const std::uint64_t own_seed = seed * cases + current_case;
        const random_case made = case_maker(own_seed).make();
        const result<criteria_set> set = criteria_set::create(made.description);
        if (!set) std::cerr << to_string(set.error().front()) << '\n';
        REQUIRE(set.has_value());
        const result<evaluation> scored = evaluate(*set, made.marks);
        if (!scored) std::cerr << to_string(scored.error().front()) << '\n';
        REQUIRE(scored.has_value());
        random_numbers random(own_seed + 1);
        check_evaluation(made, *scored);
        check_index(*scored);
        check_coverage(*scored, random);
        check_order(made, *scored, random);
        nodes += set->nodes().size();
    }
    std::cout << cases << " criteria sets of " << nodes << " nodes hold\n";
    return 0;
}
