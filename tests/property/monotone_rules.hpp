// Random rules that only rise or only fall with one fact, and rules of one quantity whose advice can be followed.
#pragma once

#include "random_scoring.hpp"

#include "parindex/assessment/assessment.hpp"
#include "parindex/criteria/rule_explanation.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace parindex_test {

/// A set with a leaf "1" of at most 10 bonus points, which need not reach its maximum, and a leaf "2" without a rule.
inline criteria_description set_of_one_rule(scoring_rule scoring) {
    criteria_description out;
    out.key = {"1/QĐ", "UBND", {2025, 1, 2}, provenance::printed, {}};
    out.name = "one rule";
    out.parts = {{"a", "appraised", {scorer::appraiser}, std::nullopt, {}}};
    out.fields.resize(2);
    for (const std::size_t index : {0U, 1U}) {
        out.fields[index].code = out.fields[index].name = std::to_string(index + 1);
        out.fields[index].part = "a";
        out.fields[index].maximum = figure{decimal(10), provenance::printed, {}};
    }
    out.fields[0].points = point_kind::bonus;
    out.fields[0].scoring = std::move(scoring);
    return out;
}

/// Every rule within rises, or every rule falls, with the count q; the count a and the answer y stay as they are. A
/// rule keeps within a range of percentages of the maximum, so that the rules that follow from higher cases lie above
/// those of lower ones.
class monotone_maker {
public:
    explicit monotone_maker(std::uint64_t seed) : random_(seed + 4), rises_(random_.one_in(2)) {}

    [[nodiscard]] bool rises() const { return rises_; }

    criteria_description set() {
        scoring_rule scoring{{}, tree({0, 100}, 0), {}, {}};
        scoring.facts.resize(3);
        scoring.facts[0].name = "q";
        scoring.facts[1].name = "a";
        scoring.facts[1].least = decimal(1);
        scoring.facts[2].name = "y";
        scoring.facts[2].kind = fact_kind::yes_no;
        if (random_.one_in(4)) scoring.policies.points_rounding = rounding{random_.between(0, 2), random_.mode()};
        criteria_description out = set_of_one_rule(std::move(scoring));
        if (random_.one_in(4)) out.field_rounding = rounding{random_.between(0, 2), random_.mode()};
        if (random_.one_in(4)) out.total_rounding = rounding{random_.between(0, 2), random_.mode()};
        if (random_.one_in(4)) out.cap = figure{decimal(random_.between(10, 18)), provenance::printed, {}};
        return out;
    }

    /// The same unit with more and more of q.
    std::vector<assessment> rising_units() {
        const fact a{"a", decimal(random_.between(1, 12))};
        const fact y{"y", random_.one_in(2)};
        std::vector<assessment> out;
        int q = 0;
        for (int count = 0; count < 10; ++count) {
            assessment& marks = out.emplace_back();
            marks.set = {"1/QĐ", "UBND", {2025, 1, 2}, provenance::printed, {}};
            marks.unit = {"u", "unit", {}, {}};
            mark& ruled = marks.marks.emplace_back();
            ruled.criterion = "1";
            ruled.facts = {{"q", decimal(q)}, a, y};
            mark& plain = marks.marks.emplace_back();
            plain.criterion = "2";
            plain.score = figure{decimal(7), provenance::printed, {}};
            q += random_.between(1, random_.one_in(5) ? 30 : 3);
        }
        return out;
    }

private:
    struct bounds {
        int low;
        int high;
    };

    static rule_points percent(int value) { return {decimal(value), true}; }
    static parindex::formula parsed(const std::string& text) { return parindex::formula::parse(text).value(); }

    rule tree(bounds within, int depth) {
        switch (random_.between(0, depth < 3 ? 4 : 2)) {
            case 0: return {linear(within), "", {}};
            case 1: return {weighted_sum(within), "", {}};
            case 2: return {steps(within, depth), "", {}};
            case 3: return {cases(within, depth), "", {}};
            default: return {combination(within, depth), "", {}};
        }
    }
    rule_outcome outcome(bounds within, int depth) {
        if (depth >= 3 || random_.one_in(2)) return {percent(random_.between(within.low, within.high)), {}};
        return {{}, {tree(within, depth + 1)}};
    }

    /// A quantity that rises with q: the constants in it are not below zero.
    std::string quantity() {
        static const std::array<std::string, 9> rising = {"q",           "q / a",           "q * 2 - a",
                                                          "min(q, a)",   "if(q > 3, q, 0)", "floor(q / 2)",
                                                          "q / (q + a)", "round(q / 3, 1)", "max(q, 5) - 5"};
        return any_of(random_, rising);
    }
    std::string condition() {
        const std::string number = std::to_string(random_.between(0, 12));
        switch (random_.between(0, 4)) {
            case 0: return "q >= " + number;
            case 1: return "y and q >= " + number;
            case 2: return "not (q < " + number + ")";
            case 3: return "q / a > " + number + " or q > 8";
            default: return quantity() + " >= 0." + number;
        }
    }

    /// The edges of `count` ranges side by side, from the one that belongs to the least of q.
    std::vector<bounds> ranges(bounds within, std::size_t count) {
        std::vector<int> edges = {within.low, within.high};
        while (edges.size() < count + 1) edges.push_back(random_.between(within.low, within.high));
        std::sort(edges.begin(), edges.end());
        std::vector<bounds> out;
        for (std::size_t index = 0; index < count; ++index) out.push_back({edges[index], edges[index + 1]});
        if (!rises_) std::reverse(out.begin(), out.end());
        return out;
    }

    linear_rule linear(bounds within) {
        linear_rule out(parsed(quantity()));
        out.share = random_.one_in(3) ? share_policy::clamp : share_policy::none;
        out.start = percent(rises_ ? within.low : within.high);
        out.points = percent(rises_ ? random_.between(0, 60) : random_.between(-60, 0));
        out.per = {decimal(random_.between(1, 90)), random_.one_in(2), {}};
        out.whole_units = random_.one_in(3);
        out.least = percent(within.low);
        out.most = percent(within.high);
        if (random_.one_in(2)) out.fails = linear_rule::cliff{{decimal(random_.between(0, 9)), false, {}}, out.start};
        return out;
    }
    weighted_sum_rule weighted_sum(bounds within) {
        weighted_sum_rule out;
        out.start = percent(random_.between(within.low, within.high));
        out.terms.push_back({parsed(quantity()), percent(rises_ ? random_.between(0, 40) : random_.between(-40, 0))});
        if (random_.one_in(2)) out.terms.push_back({parsed("a"), percent(random_.between(-5, 5))});
        if (random_.one_in(2)) out.over = parsed(random_.one_in(2) ? "a" : "a + 3");
        out.least = percent(within.low);
        out.most = percent(within.high);
        return out;
    }
    steps_rule steps(bounds within, int depth) {
        steps_rule out{parsed(quantity()), random_.one_in(3) ? share_policy::clamp : share_policy::none, {}};
        const int most = out.share == share_policy::none ? 600 : 99;
        std::vector<int> edges;
        for (int count = random_.between(0, 3); count > 0; --count) edges.push_back(random_.between(1, most));
        std::sort(edges.begin(), edges.end());
        edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
        // Steps of a quantity of whole numbers in which none lies are refused.
        const std::string& of = out.of.text();
        if (of.find('/') == std::string::npos || of.starts_with("floor")) {
            out.share = share_policy::none;
            for (std::size_t index = 0; index < edges.size(); ++index) edges[index] = 100 * static_cast<int>(index + 1);
        }
        const std::vector<bounds> points = ranges(within, edges.size() + 1);
        for (std::size_t index = 0; index < points.size(); ++index) {
            steps_rule::step& next = out.steps.emplace_back();
            if (index > 0) next.low = threshold{decimal(edges[index - 1]), true, {}};
            if (index < edges.size()) next.high = threshold{decimal(edges[index]), true, {}};
            next.then = outcome(points[index], depth);
        }
        return out;
    }
    /// The more of q, the earlier the first condition that holds.
    cases_rule cases(bounds within, int depth) {
        cases_rule out;
        std::vector<bounds> points = ranges(within, static_cast<std::size_t>(random_.between(2, 4)));
        while (points.size() > 1) {
            out.cases.push_back({parsed(condition()), outcome(points.back(), depth)});
            points.pop_back();
        }
        out.otherwise = outcome(points.back(), depth);
        return out;
    }
    combine_rule combination(bounds within, int depth) {
        combine_rule out;
        out.how = static_cast<combine_rule::method>(random_.between(0, 2));
        for (int count = random_.between(1, 3); count > 0; --count) out.rules.push_back(tree(within, depth + 1));
        out.least = percent(within.low);
        out.most = percent(within.high);
        return out;
    }

    random_numbers random_;
    bool rises_;
};

/// A rule of the one quantity q, in steps or in proportion with a cliff.
class advice_maker {
public:
    explicit advice_maker(std::uint64_t seed) : random_(seed + 5) {
        declared_.name = "q";
        declared_.kind = static_cast<fact_kind>(random_.between(0, 2));  // a count, a number or a percentage
        if (declared_.kind != fact_kind::count && random_.one_in(2)) declared_.least = decimal(0);
        if (random_.one_in(3)) declared_.most = decimal(100);
        share_ = random_.one_in(2) ? share_policy::none : static_cast<share_policy>(random_.between(1, 2));
    }

    criteria_description set() {
        return set_of_one_rule({{declared_}, random_.one_in(3) ? linear() : steps(), {}, {}});
    }

    decimal value() { return std::get<decimal>(random_value(random_, declared_)); }

    /// The value that does what the advice says and no more; nothing if no value within its bounds does.
    [[nodiscard]] std::optional<decimal> moved(decimal value, const next_outcome& advice) const {
        const bool up = advice.reach.find("≥") != std::string::npos || advice.reach.find('>') != std::string::npos;
        const bool strict = advice.reach.find_first_of("<>") != std::string::npos;
        const ratio at = worth(value, declared_);
        const ratio edge = up ? at + *advice.missing : at - *advice.missing;
        ratio target = edge;
        if (declared_.kind == fact_kind::count) {
            target = round_to(target, 0, up ? rounding_mode::ceiling : rounding_mode::floor).value;
            if (strict && edge == target) target += ratio(up ? 1 : -1);
        } else if (strict) {
            target += ratio(up ? 1 : -1) / ratio(1'000'000);
        }
        const std::optional<decimal> out =
            (declared_.kind == fact_kind::percent ? target * ratio(100) : target).exact_decimal();
        return out && mismatch(*out, declared_).empty() ? out : std::nullopt;
    }

private:
    rule_points points() { return {decimal(5 * random_.between(0, 20)), true}; }
    static parindex::formula quantity() { return parindex::formula::parse("q").value(); }

    rule linear() {
        linear_rule out(quantity());
        out.share = share_;
        out.start = points();
        out.points = points();
        out.per = {decimal(random_.between(1, 100)), random_.one_in(2), {}};
        out.whole_units = random_.one_in(3);
        out.fails = linear_rule::cliff{{decimal(random_.between(0, 20) * 5), true, {}}, points()};
        out.least = {decimal(), true};
        out.most = {decimal(100), true};
        return {std::move(out), "", {}};
    }
    rule steps() {
        steps_rule out{quantity(), share_, {}};
        const int unit = declared_.kind == fact_kind::percent || share_ != share_policy::none ? 1 : 7;
        int at = random_.between(0, 30) * unit;
        for (int count = random_.between(1, 4); count >= 0; --count) {
            steps_rule::step next;
            if (!out.steps.empty()) {
                next.low = out.steps.back().high;
                next.low_included = !out.steps.back().high_included;
            }
            if (count > 0) {
                next.high = threshold{decimal(at), true, {}};
                next.high_included = random_.one_in(2);
            }
            next.then = {points(), {}};
            out.steps.push_back(std::move(next));
            at += random_.between(1, 30) * unit;
        }
        return {std::move(out), "", {}};
    }

    random_numbers random_;
    fact_declaration declared_;
    share_policy share_ = share_policy::none;
};

}  // namespace parindex_test
