#include "io/read_rule.hpp"

#include "io/number_message.hpp"
#include "parindex/numeric/number_text.hpp"

namespace parindex::inline v0::json {

namespace {

/// A number, or nothing where the text is a percentage; that is in `hundredths` then.
struct amount {
    decimal value;
    bool percent = false;
};

amount read_amount(const cursor& at) {
    if (at.kind() != kind::string) return {at.number(), false};
    std::string text = at.string();
    if (!text.ends_with('%')) return {at.number(), false};
    text.pop_back();
    const parsed_decimal parsed = parse_decimal(text);
    if (!parsed.ok()) at.fail(parsed.code, number_message(text, parsed) + ", followed by %");
    return {parsed.value, true};
}

rule_points read_points(const cursor& at) {
    const amount read = read_amount(at);
    return {read.value, read.percent};
}

threshold read_threshold(const cursor& at) {
    if (at.kind() == kind::string) {
        const std::string text = at.string();
        const parsed_date day = parse_iso_date(text);
        // A year alone is a number; a text with a hyphen inside is meant as a date.
        if (text.find('-', 1) != std::string::npos) {
            if (!day.ok() || !day.value.is_complete()) {
                at.fail(error_code::invalid_date,
                        "expected a number, a percentage such as 80%, or a complete date such "
                        "as 2022-01-20");
            }
            return {decimal(), false, day.value};
        }
    }
    const amount read = read_amount(at);
    return {read.value, read.percent, std::nullopt};
}

std::optional<rule_points> find_points(object& members, std::string_view key) {
    const auto given = members.find(key);
    return given ? std::optional(read_points(*given)) : std::nullopt;
}

formula nothing() {
    return formula::parse("0").value();
}

/// A formula stands in a string or, if it is a plain number, as one.
formula read_formula(const cursor& at) {
    if (at.kind() == kind::number) {
        result<formula> constant = formula::parse(to_string(abs(at.number())));
        if (constant && at.number().sign() >= 0) return std::move(constant).value();
        at.fail(error_code::wrong_type, "expected a formula in quotes");
        return nothing();
    }
    const std::string text = at.string();
    if (at.kind() != kind::string) return nothing();
    source_position inside = at.where();
    ++inside.column;  // behind the quotation mark
    result<formula> parsed = formula::parse(text, inside);
    if (parsed) return std::move(parsed).value();
    at.fail_at(std::move(parsed).error());
    return nothing();
}

formula require_formula(object& members, std::string_view key) {
    const auto given = members.require(key);
    return given ? read_formula(*given) : nothing();
}

share_policy read_share(object& members) {
    const auto given = members.find("share");
    if (!given) return share_policy::none;
    return given->one_of<share_policy>({{to_string(share_policy::none), share_policy::none},
                                        {to_string(share_policy::clamp), share_policy::clamp},
                                        {to_string(share_policy::reject), share_policy::reject}});
}

rule read_rule(const cursor& at);

/// "points", or a "rule" within the rule.
rule_outcome read_outcome(object& members) {
    rule_outcome out;
    const auto points = members.find("points");
    const auto within = members.find("rule");
    if (points) out.points = read_points(*points);
    if (within) out.within.push_back(read_rule(*within));
    if (points && within) {
        members.at().fail(error_code::invalid_rule, "expected either \"points\" or a \"rule\", not both");
    } else if (!points && !within && members.at().kind() == kind::object) {
        members.at().fail(error_code::missing_key, "expected the key \"points\" or \"rule\"");
    }
    return out;
}

levels_rule read_levels(object& members) {
    levels_rule out;
    out.fact = members.required_string("fact");
    if (const auto cases = members.require("levels")) {
        for (const cursor& each : cases->elements()) {
            object level(each);
            levels_rule::level_case& added = out.cases.emplace_back();
            added.level = level.required_string("level");
            added.then = read_outcome(level);
            level.finish();
        }
    }
    return out;
}

cases_rule read_cases(object& members) {
    cases_rule out;
    if (const auto cases = members.require("cases")) {
        for (const cursor& each : cases->elements()) {
            object one(each);
            formula condition = require_formula(one, "if");
            out.cases.push_back({std::move(condition), read_outcome(one)});
            one.finish();
        }
    }
    if (const auto otherwise = members.require("otherwise")) {
        object last(*otherwise);
        out.otherwise = read_outcome(last);
        last.finish();
    }
    return out;
}

/// "from" and "to" include the value, "above" and "below" do not, "at" is one value.
steps_rule::step read_step(const cursor& at) {
    object members(at);
    steps_rule::step out;
    const auto take = [&](std::string_view key, std::optional<threshold>& end) {
        const auto given = members.find(key);
        if (!given) return false;
        if (end) given->fail(error_code::invalid_rule, "the step has this end twice");
        end = read_threshold(*given);
        return true;
    };
    if (take("at", out.low)) {
        out.high = out.low;
        out.low_included = out.high_included = true;
    }
    if (take("from", out.low)) out.low_included = true;
    if (take("above", out.low)) out.low_included = false;
    if (take("to", out.high)) out.high_included = true;
    if (take("below", out.high)) out.high_included = false;
    out.then = read_outcome(members);
    members.finish();
    return out;
}

steps_rule read_steps(object& members) {
    steps_rule out{require_formula(members, "of"), read_share(members), {}};
    if (const auto steps = members.require("steps")) {
        for (const cursor& each : steps->elements()) out.steps.push_back(read_step(each));
    }
    return out;
}

linear_rule read_linear(object& members) {
    linear_rule out(require_formula(members, "of"));
    out.share = read_share(members);
    if (const auto given = members.find("start")) out.start = read_points(*given);
    if (const auto given = members.find("from")) out.from = read_threshold(*given);
    if (const auto given = members.require("points")) out.points = read_points(*given);
    if (const auto given = members.find("per")) out.per = read_threshold(*given);
    if (const auto given = members.find("whole_units")) out.whole_units = given->boolean();
    if (const auto given = members.find("fails")) {
        object cliff(*given);
        linear_rule::cliff& fails = out.fails.emplace();
        if (const auto below = cliff.require("below")) fails.below = read_threshold(*below);
        if (const auto points = cliff.require("points")) fails.points = read_points(*points);
        cliff.finish();
    }
    out.least = find_points(members, "least");
    out.most = find_points(members, "most");
    return out;
}

weighted_sum_rule read_weighted_sum(object& members) {
    weighted_sum_rule out;
    if (const auto given = members.find("start")) out.start = read_points(*given);
    if (const auto terms = members.require("terms")) {
        for (const cursor& each : terms->elements()) {
            object term(each);
            weighted_sum_rule::term& added =
                out.terms.emplace_back(weighted_sum_rule::term{require_formula(term, "of"), {}});
            if (const auto points = term.require("points")) added.points = read_points(*points);
            term.finish();
        }
    }
    if (const auto given = members.find("over")) out.over = read_formula(*given);
    out.share = read_share(members);
    out.least = find_points(members, "least");
    out.most = find_points(members, "most");
    return out;
}

combine_rule read_combine(object& members) {
    using method = combine_rule::method;
    combine_rule out;
    if (const auto how = members.require("how")) {
        out.how = how->one_of<method>({{"sum", method::sum}, {"best", method::best}, {"worst", method::worst}});
    }
    if (const auto rules = members.require("rules")) {
        for (const cursor& each : rules->elements()) out.rules.push_back(read_rule(each));
    }
    out.least = find_points(members, "least");
    out.most = find_points(members, "most");
    return out;
}

formula_rule read_formula_rule(object& members) {
    formula_rule out{require_formula(members, "points"), {}, {}};
    out.least = find_points(members, "least");
    out.most = find_points(members, "most");
    return out;
}

/// The members of a rule that are not those of a leaf. Any index of a form, as in std::variant.
rule read_form(object& members) {
    constexpr std::size_t levels = 0, cases = 1, steps = 2, linear = 3, weighted_sum = 4, combine = 5, formulas = 6;
    rule out{formula_rule{nothing(), {}, {}}, members.optional_string("label"), members.where()};
    std::optional<std::size_t> form;
    if (const auto given = members.require("kind")) {
        form = given->known_word<std::size_t>({{"levels", levels},
                                               {"cases", cases},
                                               {"steps", steps},
                                               {"linear", linear},
                                               {"weighted_sum", weighted_sum},
                                               {"combine", combine},
                                               {"formula", formulas}});
    }
    if (!form) {
        members.skip();
        return out;
    }
    switch (*form) {
        case levels: out.form = read_levels(members); break;
        case cases: out.form = read_cases(members); break;
        case steps: out.form = read_steps(members); break;
        case linear: out.form = read_linear(members); break;
        case weighted_sum: out.form = read_weighted_sum(members); break;
        case combine: out.form = read_combine(members); break;
        default: out.form = read_formula_rule(members);
    }
    return out;
}

rule read_rule(const cursor& at) {
    object members(at);
    rule out = read_form(members);
    members.finish();
    return out;
}

fact_declaration read_declaration(const cursor& at) {
    object members(at);
    fact_declaration out;
    out.name = members.required_string("name");
    out.label = members.optional_string("label");
    if (const auto given = members.find("kind")) {
        out.kind = given->one_of<fact_kind>({{to_string(fact_kind::count), fact_kind::count},
                                             {to_string(fact_kind::number), fact_kind::number},
                                             {to_string(fact_kind::percent), fact_kind::percent},
                                             {to_string(fact_kind::date), fact_kind::date},
                                             {to_string(fact_kind::yes_no), fact_kind::yes_no},
                                             {to_string(fact_kind::level), fact_kind::level}});
    }
    if (const auto given = members.find("source")) {
        out.source = given->one_of<fact_source>({{"mark", fact_source::mark}, {"context", fact_source::context}});
    }
    if (const auto given = members.find("least")) out.least = given->number();
    if (const auto given = members.find("most")) out.most = given->number();
    if (const auto given = members.find("levels")) {
        for (const cursor& each : given->elements()) {
            object level(each);
            fact_level& added = out.levels.emplace_back();
            added.code = level.required_string("code");
            added.label = level.optional_string("label");
            level.finish();
        }
    }
    members.finish();
    return out;
}

rule_policies read_policies(object& members) {
    using zero = zero_denominator_policy;
    using missing = missing_fact_policy;
    rule_policies out;
    if (const auto given = members.find("zero_denominator")) {
        out.zero_denominator = given->one_of<zero>({{to_string(zero::full), zero::full},
                                                    {to_string(zero::zero), zero::zero},
                                                    {to_string(zero::not_applicable), zero::not_applicable},
                                                    {to_string(zero::error), zero::error}});
    }
    if (const auto given = members.find("missing_fact")) {
        out.missing_fact = given->one_of<missing>({{to_string(missing::open), missing::open},
                                                   {to_string(missing::zero), missing::zero},
                                                   {to_string(missing::error), missing::error}});
    }
    if (const auto given = members.find("rounding")) out.points_rounding = read_rounding(*given);
    return out;
}

/// What a fact is, its JSON value tells as far as its rule is not known: text that is no number and no date is a level.
fact_value read_fact_value(const cursor& at) {
    if (at.kind() == kind::boolean) return at.boolean();
    if (at.kind() == kind::string) {
        std::string text = at.string();
        if (const parsed_decimal number = parse_decimal(text); number.ok()) return number.value;
        if (const parsed_date day = parse_iso_date(text); day.ok()) return day.value;
        return text;
    }
    return at.number();
}

}  // namespace

rounding read_rounding(const cursor& at) {
    object members(at);
    rounding out;
    if (const auto places = members.require("places")) out.places = places->integer(0, decimal::max_scale);
    if (const auto mode = members.find("mode")) {
        out.mode = mode->one_of<rounding_mode>({{"half_up", rounding_mode::half_up},
                                                {"half_even", rounding_mode::half_even},
                                                {"half_down", rounding_mode::half_down},
                                                {"down", rounding_mode::down},
                                                {"up", rounding_mode::up},
                                                {"floor", rounding_mode::floor},
                                                {"ceiling", rounding_mode::ceiling}});
    }
    members.finish();
    return out;
}

scoring_rule read_scoring_rule(const cursor& at) {
    object members(at);
    scoring_rule out{{}, rule{formula_rule{nothing(), {}, {}}, {}, {}}, {}, at.where()};
    if (const auto facts = members.find("facts")) {
        for (const cursor& each : facts->elements()) out.facts.push_back(read_declaration(each));
    }
    out.policies = read_policies(members);
    out.points = read_form(members);
    members.finish();
    return out;
}

rule_policies read_rule_policies(const cursor& at) {
    object members(at);
    rule_policies out = read_policies(members);
    members.finish();
    return out;
}

std::vector<fact> read_facts(const cursor& at) {
    object members(at);
    std::vector<fact> out;
    for (const auto& [name, value] : members.members()) out.push_back({name, read_fact_value(value)});
    members.finish();
    return out;
}

}  // namespace parindex::inline v0::json
