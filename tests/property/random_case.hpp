// Random criteria sets and marks that use everything a set can say.
#pragma once

#include "random_numbers.hpp"

#include "parindex/assessment/assessment.hpp"
#include "parindex/criteria/criteria_description.hpp"

#include <map>
#include <optional>
#include <string>

namespace parindex_test {

using namespace parindex;

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

/// Makes them.
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

}  // namespace parindex_test
