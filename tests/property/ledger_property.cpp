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
#include <set>
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

/// What a group hands down to what lies in it.
struct surroundings {
    int depth = 0;
    std::string part;  // of all leaves below a bound; empty: any
    not_applicable_policy policy = not_applicable_policy::forbidden;
};

class case_maker {
public:
    explicit case_maker(std::uint64_t seed) : random_(seed) {}

    random_case make() {
        case_.marks.unit = {"u", "unit", {}, {}};
        case_.description.key.number = case_.marks.set.number = "1/QĐ";
        case_.description.key.issuer = case_.marks.set.issuer = "UBND";
        case_.description.name = "random";
        case_.description.parts = {{"a", "appraised", {scorer::unit, scorer::appraiser}, std::nullopt, {}},
                                   {"s", "surveyed", {scorer::survey}, std::nullopt, {}}};
        surroundings around;
        if (random_.one_in(2)) around.policy = case_.description.not_applicable = policy();
        criterion whole = group(around);
        whole.children.push_back(leaf({0, "a", around.policy}));  // no part without a criterion
        whole.children.push_back(leaf({0, "s", around.policy}));
        case_.description.fields = std::move(whole.children);
        if (random_.one_in(6)) case_.description.cap = stated(points() * decimal(3));
        if (random_.one_in(6)) case_.description.minimum = stated(-points());
        return std::move(case_);
    }

private:
    static figure stated(decimal value) { return {value, provenance::printed, {}}; }
    not_applicable_policy policy() { return static_cast<not_applicable_policy>(random_.between(0, 6)); }
    decimal points() {
        const int scale = random_.one_in(3) ? random_.between(3, 6) : random_.between(0, 2);
        return decimal::from_parts(random_.one_in(8) ? 0 : random_.between(0, 30'000), scale);
    }
    /// Something from nothing to all of `whole`.
    decimal share(decimal whole) {
        const int percent = random_.one_in(4) ? 100 : random_.between(0, 100);
        return whole * decimal::from_parts(percent, 2);
    }

    criterion bare(const std::string& part) {
        criterion out;
        out.code = std::to_string(++codes_);
        out.name = "criterion " + out.code;
        out.part = part;
        return out;
    }
    std::string part_of(const surroundings& around) {
        return around.part.empty() ? (random_.one_in(2) ? "a" : "s") : around.part;
    }

    criterion leaf(const surroundings& around) {
        if (around.depth != 0 && random_.one_in(8)) return above_or_below(around);
        criterion out = bare(part_of(around));
        const decimal maximum = points();
        out.maximum = stated(maximum);
        if (random_.one_in(5)) out.maximum = figure{maximum, provenance::inferred, "assumed"};
        decimal range = maximum;
        if (random_.one_in(8)) {
            out.minimum = stated(-points());
            range = maximum - out.minimum->value;
        }
        if (random_.one_in(7)) return out;  // no mark
        if (around.policy != not_applicable_policy::forbidden && random_.one_in(5)) {
            mark absent;
            absent.not_applicable = "no such duty";
            give(out, absent, maximum);
            return out;
        }
        const decimal loss = share(range);
        mark given;
        if (random_.one_in(2)) {
            given.score = stated(maximum - loss);
        } else {
            given.loss = stated(loss);
        }
        give(out, given, range);
        return out;
    }

    /// Bonus points or a penalty.
    criterion above_or_below(const surroundings& around) {
        criterion out = bare(part_of(around));
        out.points = random_.one_in(2) ? point_kind::bonus : point_kind::penalty;
        const bool bonus = out.points == point_kind::bonus;
        const decimal most = points();
        if (bonus || random_.one_in(2)) out.maximum = stated(most);
        if (random_.one_in(4)) return out;
        mark given;
        const decimal size = share(most);
        if (bonus) {
            given.score = stated(size);
        } else if (random_.one_in(2)) {
            given.score = stated(-size);
        } else {
            given.loss = stated(size);
        }
        give(out, given, std::nullopt);
        return out;
    }

    /// `range`: what an earlier mark may have taken; nothing: there was none.
    void give(const criterion& to, mark given, std::optional<decimal> range) {
        given.criterion = to.code;
        given.round = to.part == "s" ? scoring_round::survey : scoring_round::appraisal;
        if (range && to.part == "a" && random_.one_in(4)) {
            // The appraisal counts no more once there is a re-appraisal, and the self score not at all.
            mark earlier = given;
            earlier.score.reset();
            earlier.not_applicable.reset();
            earlier.loss = stated(share(*range));
            case_.marks.marks.push_back(earlier);
            earlier.round = scoring_round::self;
            case_.marks.marks.push_back(earlier);
            given.round = scoring_round::re_appraisal;
        }
        case_.marks.marks.push_back(given);
        case_.chosen.emplace(to.code, given);
    }

    criterion group(surroundings around) {
        criterion out = bare("");
        const bool whole = around.depth == 0;
        if (!whole && random_.one_in(3)) around.policy = *(out.not_applicable = policy());
        const bool bounded = !whole && random_.one_in(6);
        if (bounded) around.part = part_of(around);
        ++around.depth;
        decimal sum;
        const int count = random_.between(1, whole ? 6 : 4);
        for (int child = 0; child < count; ++child) {
            const bool deeper = around.depth < 5 && random_.one_in(3);
            out.children.push_back(deeper ? group(around) : leaf(around));
            if (!whole) sum += maximum_of(out.children.back());
        }
        if (whole) return out;
        if (random_.one_in(3)) {
            sum += add_remainder(out, around);
            out.maximum = stated(sum);
        } else if (random_.one_in(2)) {
            out.maximum = stated(sum);
        }
        if (bounded) {
            const decimal least = random_.one_in(2) ? -points() : decimal();
            out.minimum = stated(least);
            out.cap = stated(abs(share(sum)).normalized().scale() > 6 ? sum : abs(share(sum)));
            if (out.cap->value.normalized().scale() > 6) out.cap = stated(sum);
        }
        return out;
    }

    /// A remainder, and leaves known only by their loss that share it. Returns what it holds.
    decimal add_remainder(criterion& to, const surroundings& around) {
        criterion rest = bare(part_of(around));
        rest.remainder = true;
        rest.assumption = "assumed";
        const decimal holds = points();
        decimal left = holds;
        const int shared = random_.between(0, 3);
        for (int index = 0; index < shared; ++index) {
            criterion only_loss = bare(rest.part);
            if (!random_.one_in(4)) {
                mark given;
                given.loss = stated(share(left).normalized());
                left -= given.loss->value;
                give(only_loss, given, holds);
            }
            to.children.push_back(std::move(only_loss));
        }
        to.children.insert(to.children.begin() + random_.between(0, static_cast<int>(to.children.size())), rest);
        return holds;
    }

    static decimal maximum_of(const criterion& each) {
        if (each.points != point_kind::regular) return {};
        if (each.maximum) return each.maximum->value;
        decimal sum;
        for (const criterion& child : each.children) sum += maximum_of(child);
        return sum;
    }

    random_numbers random_;
    random_case case_;
    int codes_ = 0;
};

/// The weights of all leaves, by code, as the words of the policies say.
class naive_weights {
public:
    explicit naive_weights(const random_case& made) : made_(made) {
        criterion whole;
        whole.children = made.description.fields;
        find_absent(whole.children, made.description.not_applicable, "", "");
        share_out(whole);
    }
    [[nodiscard]] bool stranded() const { return stranded_; }
    [[nodiscard]] bool gone(const std::string& code) const { return gone_.contains(code); }
    [[nodiscard]] exact of(const std::string& code) const {
        if (gone(code)) return 0;
        const auto found = factor_.find(code);
        return found == factor_.end() ? exact(1) : found->second;
    }
    [[nodiscard]] not_applicable_policy policy(const std::string& code) const { return policies_.at(code); }

private:
    void find_absent(const std::vector<criterion>& children, not_applicable_policy inherited, const std::string& parent,
                     const std::string& field) {
        for (const criterion& each : children) {
            const not_applicable_policy policy = each.not_applicable.value_or(inherited);
            const std::string& own_field = parent.empty() ? each.code : field;
            find_absent(each.children, policy, each.code, own_field);
            const auto given = made_.chosen.find(each.code);
            if (!each.children.empty() || given == made_.chosen.end() || !given->second.not_applicable) continue;
            policies_[each.code] = policy;
            if (policy == not_applicable_policy::smaller_maximum) gone_.insert(each.code);
            if (policy == not_applicable_policy::rescale_criterion) leaving_[parent].push_back(each);
            if (policy == not_applicable_policy::rescale_field) leaving_[parent.empty() ? "" : field].push_back(each);
            if (policy == not_applicable_policy::rescale_total) leaving_[""].push_back(each);
        }
    }

    void share_out(const criterion& scope) {
        for (const criterion& child : scope.children) {
            if (!child.children.empty()) share_out(child);
        }
        const auto leaving = leaving_.find(scope.code);
        if (leaving == leaving_.end()) return;
        exact left = 0;
        for (const criterion& each : leaving->second) {
            left += naive(each.maximum->value) * of(each.code);
            gone_.insert(each.code);
        }
        exact before = 0;
        std::vector<std::string> heirs;
        collect(scope, before, heirs);
        if (left == 0) return;
        if (before == 0) {
            stranded_ = true;
            return;
        }
        for (const std::string& code : heirs) factor_[code] = of(code) * (before + left) / before;
    }

    void collect(const criterion& group, exact& weight, std::vector<std::string>& heirs) const {
        exact itemised = 0;
        std::string remainder;
        for (const criterion& each : group.children) {
            itemised += maximum(each);
            if (each.points != point_kind::regular) continue;
            if (each.remainder) remainder = each.code;
            if (!each.children.empty()) {
                collect(each, weight, heirs);
            } else if (!gone(each.code)) {
                heirs.push_back(each.code);
                if (each.maximum) weight += naive(each.maximum->value) * of(each.code);
            }
        }
        if (!remainder.empty()) weight += (naive(group.maximum->value) - itemised) * of(remainder);
    }

    static exact maximum(const criterion& each) {
        if (each.points != point_kind::regular || each.remainder) return 0;
        if (each.maximum) return naive(each.maximum->value);
        exact out = 0;
        for (const criterion& child : each.children) out += maximum(child);
        return out;
    }

    const random_case& made_;
    std::map<std::string, exact> factor_;
    std::map<std::string, std::vector<criterion>> leaving_;  // by the code of the scope
    std::map<std::string, not_applicable_policy> policies_;
    std::set<std::string> gone_;
    bool stranded_ = false;
};

struct naive_points {
    exact set_maximum;
    exact maximum;
    exact score;
    exact lowest;
    exact highest;
    std::size_t unmarked = 0;
};

/// Straight from the definitions; fills `out` by code.
naive_points naive_leaf(const criterion& each, const random_case& made, const naive_weights& weights) {
    naive_points own;
    const auto given = made.chosen.find(each.code);
    if (each.points != point_kind::regular) {
        if (given != made.chosen.end()) {
            const mark& counts = given->second;
            own.score = counts.score ? naive(counts.score->value) : exact(-naive(counts.loss->value));
        }
        own.lowest = own.highest = own.score;
        return own;
    }
    const exact weight = weights.of(each.code);
    own.set_maximum = naive(each.maximum->value);
    own.maximum = own.set_maximum * weight;
    if (given == made.chosen.end()) {
        own.highest = own.maximum;
        if (each.minimum) own.lowest = naive(each.minimum->value) * weight;
        own.unmarked = 1;
        return own;
    }
    const mark& counts = given->second;
    if (counts.not_applicable) {
        if (weights.policy(each.code) == not_applicable_policy::full) own.score = own.maximum;
    } else {
        own.score =
            weight * (counts.score ? naive(counts.score->value) : exact(own.set_maximum - naive(counts.loss->value)));
    }
    own.lowest = own.highest = own.score;
    return own;
}

void bound(naive_points& own, const std::optional<figure>& minimum, const std::optional<figure>& cap) {
    for (exact* value : {&own.score, &own.lowest, &own.highest}) {
        if (cap && *value > naive(cap->value)) *value = naive(cap->value);
        if (minimum && *value < naive(minimum->value)) *value = naive(minimum->value);
    }
}

naive_points naive_sum(const criterion& group, const random_case& made, const naive_weights& weights,
                       std::map<std::string, naive_points>& out) {
    naive_points sum;
    exact losses = 0;
    std::size_t open = 0;
    std::string remainder;
    for (const criterion& child : group.children) {
        if (child.remainder) {
            remainder = child.code;
            continue;
        }
        if (child.children.empty() && !child.maximum && child.points == point_kind::regular) {
            const auto given = made.chosen.find(child.code);
            if (given == made.chosen.end()) {
                ++open;
            } else {
                losses += naive(given->second.loss->value);
            }
            continue;
        }
        const naive_points own =
            child.children.empty() ? naive_leaf(child, made, weights) : naive_sum(child, made, weights, out);
        out[child.code] = own;
        sum.set_maximum += own.set_maximum;
        sum.maximum += own.maximum;
        sum.score += own.score;
        sum.lowest += own.lowest;
        sum.highest += own.highest;
        sum.unmarked += own.unmarked;
    }
    if (!remainder.empty()) {
        const exact holds = naive(group.maximum->value) - sum.set_maximum;
        const exact weight = weights.of(remainder);
        sum.set_maximum += holds;
        sum.maximum += holds * weight;
        sum.score += (holds - losses) * weight;
        sum.highest += (holds - losses) * weight;
        if (open == 0) sum.lowest += (holds - losses) * weight;
        sum.unmarked += open;
    }
    bound(sum, group.minimum, group.cap);
    return sum;
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
