#include "audit/crossed_thresholds.hpp"

#include "facts/formula_tokens.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

namespace parindex::inline v0 {

namespace {

using kind = formula_token_kind;

/// On which side of a threshold a value that meets it exactly is put.
enum class side { below, above };

/// One change of a rule that puts what meets a threshold on its other side and nothing else.
struct crossing {
    std::string met;
    side to = side::below;
    bool alone = true;           ///< Tried by itself.
    bool together = true;        ///< Tried with all others of its side.
    std::function<void()> turn;  ///< Does it, and undoes it the next time.
};

template <class Value>
std::function<void()> exchange_of(Value& place, Value other) {
    return [&place, other = std::move(other)]() mutable { std::swap(place, other); };
}

/// Far below what scores and shares are told apart by, far above what binary floating point leaves behind.
constexpr decimal hair = decimal::from_parts(1, 12);

/// `value` a hair higher or lower; nothing where no decimal holds that.
std::optional<threshold> moved(const threshold& value, const decimal& by) {
    const std::optional<decimal> near = (value.worth() + ratio(by)).exact_decimal();
    return near ? std::optional(threshold{*near, false, {}}) : std::nullopt;
}

struct comparison {
    formula_token sign;
    side falls_to = side::below;  ///< Where equality goes once its strictness is turned.
};

std::vector<comparison> comparisons_of(std::string_view text) {
    std::vector<comparison> out;
    kind before = kind::end;  // the token before the last
    kind last = kind::end;
    kind before_number = kind::end;  // what stands before a number with or without %
    for (formula_token token = next_formula_token(text, 0); token.kind != kind::end;
         token = next_formula_token(text, token.end)) {
        if (token.kind == kind::number) before_number = last;
        const bool at_least = token.kind == kind::greater_equal || token.kind == kind::less;
        if (at_least || token.kind == kind::greater || token.kind == kind::less_equal) {
            // "0.8 <= b/a": the quantity stands on the right.
            const bool number = last == kind::number || (last == kind::percent && before == kind::number);
            constexpr kind openers[] = {kind::end,      kind::open,    kind::comma,
                                        kind::word_and, kind::word_or, kind::word_not};
            const bool mirrored =
                number && std::find(std::begin(openers), std::end(openers), before_number) != std::end(openers);
            out.push_back({token, at_least != mirrored ? side::below : side::above});
        }
        before = std::exchange(last, token.kind);
    }
    return out;
}

/// The formula with the strictness of some of its comparisons turned.
template <class Choice>
std::optional<formula> turned(const formula& from, const std::vector<comparison>& all, const Choice& chosen) {
    std::string text = from.text();
    for (auto each = all.rbegin(); each != all.rend(); ++each) {
        if (!chosen(*each)) continue;
        std::string sign(each->sign.of(text));
        sign.size() == 1 ? sign.push_back('=') : sign.pop_back();
        text.replace(each->sign.begin, each->sign.end - each->sign.begin, sign);
    }
    const result<formula> parsed = formula::parse(text);
    return parsed ? std::optional(*parsed) : std::nullopt;
}

/// All crossings of a rule and of the rules within it.
class crossings {
public:
    explicit crossings(rule& top) { add(top); }

    [[nodiscard]] std::vector<crossing>& all() noexcept { return all_; }

private:
    void add(rule& each) {
        std::visit([this](auto& form) { add(form); }, each.form);
    }
    void add(rule_outcome& then) {
        for (rule& each : then.within) add(each);
    }
    void add(levels_rule& form) {
        for (levels_rule::level_case& each : form.cases) add(each.then);
    }
    void add(cases_rule& form) {
        for (cases_rule::condition_case& each : form.cases) {
            add(each.condition);
            add(each.then);
        }
        add(form.otherwise);
    }
    void add(steps_rule& form) {
        add(form.of);
        for (steps_rule::step& lower : form.steps) {
            for (steps_rule::step& upper : form.steps) {
                if (!lower.high || !upper.low || lower.high_included == upper.low_included) continue;
                if (lower.high->worth() != upper.low->worth()) continue;
                all_.push_back({form.of.text() + " = " + to_string(*upper.low),
                                upper.low_included ? side::below : side::above, true, true,
                                [&lower, &upper] { std::swap(lower.high_included, upper.low_included); }});
            }
        }
        for (steps_rule::step& each : form.steps) add(each.then);
    }
    void add(linear_rule& form) {
        add(form.of);
        if (form.fails) {
            move(form.fails->below, side::below, hair, form.of.text() + " = " + to_string(form.fails->below));
        }
        if (form.whole_units) {
            const std::string met = form.of.text() + " is a whole number of units of " + to_string(form.per);
            move(form.from, side::below, hair, met);
            move(form.from, side::above, -hair, met);
        }
    }
    void move(threshold& edge, side to, const decimal& by, std::string met) {
        if (const std::optional<threshold> other = moved(edge, by)) {
            all_.push_back({std::move(met), to, true, true, exchange_of(edge, *other)});
        }
    }
    void add(weighted_sum_rule& form) {
        for (weighted_sum_rule::term& each : form.terms) add(each.of);
        if (form.over) add(*form.over);
    }
    void add(combine_rule& form) {
        for (rule& each : form.rules) add(each);
    }
    void add(formula_rule& form) { add(form.points); }

    void add(formula& place) {
        const std::vector<comparison> found = comparisons_of(place.text());
        const auto put = [&](side to, bool alone, bool together, const auto& chosen) {
            if (std::optional<formula> other = turned(place, found, chosen)) {
                all_.push_back({"in \"" + place.text() + '"', to, alone, together, exchange_of(place, *std::move(other))});
            }
        };
        for (const side to : {side::below, side::above}) {
            const auto of_side = [to](const comparison& each) { return each.falls_to == to; };
            const auto count = std::count_if(found.begin(), found.end(), of_side);
            if (count > 0) put(to, count == 1, true, of_side);
            if (count < 2) continue;
            for (const comparison& one : found) {
                if (!of_side(one)) continue;
                put(to, true, false, [&one](const comparison& each) { return each.sign.begin == one.sign.begin; });
            }
        }
    }

    std::vector<crossing> all_;
};

}  // namespace

std::vector<crossed_threshold> crossed_thresholds(const mark& given, const criteria_set::node& leaf,
                                                  const evaluation_context& context) {
    scoring_rule rule = *leaf.rule;
    const auto outcome = [&] {
        return apply_rule(rule, leaf.policies, leaf.full_points(), *given.facts, context.of(leaf.code));
    };
    const rule_result exact = outcome();
    std::vector<crossed_threshold> out;
    const auto note = [&](const std::string& met) {
        const rule_result found = outcome();
        if (found.state != rule_state::scored || found.points == exact.points) return;
        out.push_back({met, *found.points.low});
    };
    crossings sites(rule.points);
    for (crossing& each : sites.all()) {
        if (!each.alone) continue;
        each.turn();
        note(each.met);
        each.turn();
    }
    for (const side to : {side::below, side::above}) {
        const auto turn_all = [&] {
            for (crossing& each : sites.all()) {
                if (each.together && each.to == to) each.turn();
            }
        };
        turn_all();
        note({});
        turn_all();
    }
    return out;
}

}  // namespace parindex::inline v0
