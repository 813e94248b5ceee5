// Random rules, and facts for them: every form within every other, over facts of every kind.
#pragma once

#include "random_numbers.hpp"

#include "parindex/criteria/criteria_description.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace parindex_test {

using namespace parindex;

template <class Choices>
const auto& any_of(random_numbers& random, const Choices& choices) {
    return choices[static_cast<std::size_t>(random.between(0, static_cast<int>(choices.size()) - 1))];
}

/// A value that fits the declaration, often one at which something changes: a bound, zero, a threshold.
inline fact_value random_value(random_numbers& random, const fact_declaration& of) {
    const auto within = [&of](decimal value) {
        if (of.least && value < *of.least) return *of.least;
        return of.most && value > *of.most ? *of.most : value;
    };
    switch (of.kind) {
        case fact_kind::count: return within(decimal(random.between(0, random.one_in(4) ? 40 : 6)));
        case fact_kind::number: return within(decimal::from_parts(random.between(-60, 60), random.between(0, 1)));
        case fact_kind::percent: {
            if (random.one_in(2)) return within(decimal(5 * random.between(0, 22)));
            return within(decimal::from_parts(random.between(-500, 12'000), 2));
        }
        case fact_kind::date: return date{2025, random.between(1, 12), random.between(1, 28)};
        case fact_kind::yes_no: return random.one_in(2);
        case fact_kind::level: break;
    }
    return any_of(random, of.levels).code;
}

/// Makes rules of a leaf with the given kind of points. Many are refused by the static checks: a set is made of those
/// that are not.
class scoring_maker {
public:
    /// @param keeps_open  whether missing facts always leave the points open
    scoring_maker(random_numbers& random, bool keeps_open) : random_(random), keeps_open_(keeps_open) {}

    scoring_rule make(point_kind kind, const std::optional<figure>& minimum) {
        penalty_ = kind == point_kind::penalty;
        scoring_rule out{facts(), any_rule(0), policies(), {}};
        if (!random_.one_in(4)) out.points = within_bounds(std::move(out.points), minimum);
        return out;
    }

    rule_policies policies() {
        rule_policies out;
        if (random_.one_in(2)) out.zero_denominator = static_cast<zero_denominator_policy>(random_.between(0, 3));
        if (!keeps_open_ && random_.one_in(3))
            out.missing_fact = static_cast<missing_fact_policy>(random_.between(0, 2));
        if (random_.one_in(4)) out.points_rounding = rounding{random_.between(0, 3), random_.mode()};
        return out;
    }

private:
    /// Counts a, b and c (of the context), a number n, a percentage p, yes or no x and y, dates d and e, a level s.
    std::vector<fact_declaration> facts() {
        std::vector<fact_declaration> out;
        const auto add = [&out](const char* name, fact_kind kind) -> fact_declaration& {
            fact_declaration& added = out.emplace_back();
            added.name = name;
            added.kind = kind;
            return added;
        };
        for (const char* const name : {"a", "b", "c"}) {
            fact_declaration& added = add(name, fact_kind::count);
            if (random_.one_in(4)) added.least = decimal(random_.between(0, 2));
            if (random_.one_in(4)) added.most = decimal(random_.between(2, 40));
        }
        out.back().source = fact_source::context;
        fact_declaration& number = add("n", fact_kind::number);
        if (random_.one_in(2)) number.least = decimal(random_.between(-5, 1));
        if (random_.one_in(2)) number.most = decimal(random_.between(1, 6));
        fact_declaration& percentage = add("p", fact_kind::percent);
        if (!random_.one_in(3)) percentage.least = decimal(0);
        if (!random_.one_in(3)) percentage.most = decimal(100);
        for (const char* const name : {"x", "y"}) add(name, fact_kind::yes_no);
        for (const char* const name : {"d", "e"}) add(name, fact_kind::date);
        fact_declaration& level = add("s", fact_kind::level);
        level.label = "mức độ";
        level.levels = {{"good", "tốt"}, {"fair", ""}, {"bad", "kém"}};
        return out;
    }

    rule within_bounds(rule inner, const std::optional<figure>& minimum) {
        combine_rule out;
        out.how = static_cast<combine_rule::method>(random_.between(0, 1));
        const rule_points full{decimal(penalty_ ? -100 : 100), true};
        const rule_points none{minimum ? minimum->value : decimal(), false};
        out.least = penalty_ ? full : none;
        out.most = penalty_ ? none : full;
        out.rules.push_back(std::move(inner));
        if (random_.one_in(2)) out.rules.push_back(any_rule(1));
        cases_rule all;
        all.cases.push_back({parsed("x"), {full, {}}});
        out.rules.push_back({std::move(all), "", {}});
        return {std::move(out), "", {}};
    }

    rule any_rule(int depth) {
        std::string label = random_.one_in(4) ? "Kết quả" : "";
        switch (random_.between(0, depth < 2 ? 7 : 5)) {
            case 0: return {levels(depth), label, {}};
            case 1: return {cases(depth), label, {}};
            case 2: return {weighted_sum(), label, {}};
            case 3: return {formula(), label, {}};
            case 4: return {linear(), label, {}};
            case 5: return {steps(depth), label, {}};
            case 6: return {combination(depth), label, {}};
            default: return {steps(depth), label, {}};
        }
    }

    rule_points points() {
        const bool below = penalty_ != random_.one_in(12);
        const int size = 5 * random_.between(0, 20);
        const decimal value = random_.one_in(6) ? decimal::from_parts(size, 2) : decimal(size);
        return {below ? -value : value, !random_.one_in(6)};
    }
    rule_outcome outcome(int depth) {
        if (depth >= 2 || !random_.one_in(4)) return {points(), {}};
        return {{}, {any_rule(depth + 1)}};
    }
    void limit(std::optional<rule_points>& least, std::optional<rule_points>& most) {
        if (random_.one_in(3)) least = {decimal(penalty_ ? -100 : 0), true};
        if (random_.one_in(3)) most = {decimal(penalty_ ? 0 : 100), true};
    }

    levels_rule levels(int depth) {
        return {"s", {{"good", outcome(depth)}, {"bad", outcome(depth)}, {"fair", outcome(depth)}}};
    }
    cases_rule cases(int depth) {
        cases_rule out;
        for (int count = random_.between(1, 3); count > 0; --count) {
            out.cases.push_back({parsed(condition(2)), outcome(depth)});
        }
        out.otherwise = outcome(depth);
        return out;
    }
    steps_rule steps(int depth) {
        const bool dates = random_.one_in(5);
        steps_rule out{parsed(dates ? "d" : quantity()), share(), {}};
        std::vector<threshold> ends;
        int at = random_.between(0, 40);
        for (int count = random_.between(0, 3); count > 0; --count) {
            ends.push_back(dates ? threshold{{}, false, date{2025, 1 + at / 12, 1 + at % 12}}
                                 : threshold{random_.one_in(2) ? decimal(at) : decimal::from_parts(at, 1), true, {}});
            at += random_.between(1, 30);
        }
        const bool percent = random_.one_in(2);
        bool open = false;  // whether the next step includes its low end
        for (std::size_t index = 0; index <= ends.size(); ++index) {
            steps_rule::step& next = out.steps.emplace_back();
            if (index > 0) next.low = ends[index - 1];
            next.low_included = open;
            if (index < ends.size()) {
                ends[index].percent = ends[index].percent && percent;
                next.high = ends[index];
            }
            next.high_included = index < ends.size() && random_.one_in(2);
            open = !next.high_included;
            next.then = outcome(depth);
        }
        std::rotate(out.steps.begin(), out.steps.begin() + random_.between(0, static_cast<int>(ends.size())),
                    out.steps.end());
        return out;
    }
    linear_rule linear() {
        linear_rule out(parsed(quantity()));
        out.share = share();
        if (random_.one_in(3)) out.start = points();
        if (random_.one_in(3)) out.from = edge();
        out.points = points();
        if (random_.one_in(3)) out.per = {decimal(random_.between(1, 20)), random_.one_in(2), {}};
        out.whole_units = random_.one_in(4);
        if (random_.one_in(2)) out.fails = linear_rule::cliff{edge(), points()};
        limit(out.least, out.most);
        return out;
    }
    weighted_sum_rule weighted_sum() {
        weighted_sum_rule out;
        if (random_.one_in(2)) out.start = points();
        for (int count = random_.between(1, 3); count > 0; --count) out.terms.push_back({parsed(quantity()), points()});
        if (random_.one_in(2)) {
            out.over = parsed(random_.one_in(2) ? "a" : number(1));
            out.share = share();
        }
        limit(out.least, out.most);
        return out;
    }
    combine_rule combination(int depth) {
        combine_rule out;
        out.how = static_cast<combine_rule::method>(random_.between(0, 2));
        for (int count = random_.between(1, 3); count > 0; --count) out.rules.push_back(any_rule(depth + 1));
        limit(out.least, out.most);
        return out;
    }
    formula_rule formula() {
        formula_rule out{parsed(number(3)), {}, {}};
        limit(out.least, out.most);
        return out;
    }

    share_policy share() {
        return random_.one_in(2) ? share_policy::none : static_cast<share_policy>(random_.between(1, 2));
    }
    threshold edge() { return {decimal(5 * random_.between(0, 20)), !random_.one_in(4), {}}; }

    static parindex::formula parsed(const std::string& text) { return parindex::formula::parse(text).value(); }
    std::string quantity() {
        static const std::array<std::string, 8> usual = {"b/a", "b / a", "a", "p", "n", "(a+b)/c", "b/(a-1)", "p - n"};
        return random_.one_in(4) ? number(2) : any_of(random_, usual);
    }
    std::string number(int depth) {
        static const std::array<std::string, 10> leaves = {"a", "b", "c", "n", "p", "0", "2", "0.25", "80%", "max"};
        if (depth == 0) return any_of(random_, leaves);
        const auto of = [&] { return number(depth - 1); };
        switch (random_.between(0, 10)) {
            case 0: return "(" + of() + " + " + of() + ")";
            case 1: return "(" + of() + " - " + of() + ")";
            case 2: return of() + " * " + of();
            case 3: return "(" + of() + " / " + of() + ")";
            case 4: return "min(" + of() + ", " + of() + ")";
            case 5: return "max(" + of() + ", " + of() + ")";
            case 6: return "round(" + of() + ", 1)";
            case 7: return random_.one_in(2) ? "floor(" + of() + ")" : "ceil(" + of() + ")";
            case 8: return "if(" + condition(depth - 1) + ", " + of() + ", " + of() + ")";
            case 9: return "(-" + of() + ")";
            default: return "if(a = 0, " + of() + ", b / a)";
        }
    }
    std::string condition(int depth) {
        static const std::array<std::string, 6> signs = {" = ", " != ", " < ", " <= ", " > ", " >= "};
        static const std::array<std::string, 4> joins = {" and ", " or ", " and ", " or "};
        if (depth == 0 || random_.one_in(3)) {
            if (random_.one_in(4)) return random_.one_in(2) ? "x" : "y";
            if (random_.one_in(4)) return "d" + any_of(random_, signs) + "e";
            return number(std::min(depth, 1)) + any_of(random_, signs) + number(std::min(depth, 1));
        }
        if (random_.one_in(4)) return "not (" + condition(depth - 1) + ")";
        return "(" + condition(depth - 1) + any_of(random_, joins) + condition(depth - 1) + ")";
    }

    random_numbers& random_;
    bool keeps_open_;
    bool penalty_ = false;
};

}  // namespace parindex_test
