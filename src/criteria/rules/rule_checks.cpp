#include "criteria/rules/rule_checks.hpp"

#include "numeric/shortest_text.hpp"
#include "parindex/criteria/rule_result.hpp"
#include "parindex/numeric/number_text.hpp"
#include "parindex/support/limits.hpp"
#include "parindex/text/nearest_word.hpp"
#include "text/blank.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <set>

namespace parindex::inline v0 {

namespace {

bool is_number(fact_kind kind) noexcept {
    return kind == fact_kind::count || kind == fact_kind::number || kind == fact_kind::percent;
}

/// Whether a level code would be taken for a number or a date where facts are read.
bool reads_as_another_kind(std::string_view code) {
    return parse_decimal(code).ok() || parse_iso_date(code).ok();
}

}  // namespace

rule_check::rule_check(finding_list& found, const criterion& each, const criteria_set::node& node)
    : found_(found),
      each_(each),
      node_(node),
      rule_(*each.scoring),
      full_(node.full_points()),
      name_("criterion " + quoted(each.code)),
      read_(each.scoring->facts.size(), false) {}

void rule_check::run() {
    if (!each_.maximum) {
        add(error_code::invalid_rule, rule_.where, "a rule needs a maximum that it can reach");
    }
    check_facts();
    walk(rule_.points);
    check_unused();
    if (rule_.policies.points_rounding &&
        (rule_.policies.points_rounding->places < 0 || rule_.policies.points_rounding->places > decimal::max_scale)) {
        add(error_code::invalid_rule, rule_.where, "points are rounded to 0 to 18 places");
    }
    if (!failed_) check_attainable();
}

void rule_check::add(error_code code, const source_position& where, const std::string& message, severity level) {
    failed_ = failed_ || level == severity::error;
    found_.add(code, where, each_.code, name_ + ": " + message, level);
}

void rule_check::check_facts() {
    if (rule_.facts.size() > limits::facts) {
        return add(error_code::rule_too_large, rule_.where,
                   "a rule declares at most " + std::to_string(limits::facts) + " facts");
    }
    std::set<std::string_view> seen;
    for (const fact_declaration& each : rule_.facts) {
        if (!is_fact_name(each.name)) {
            add(error_code::invalid_rule, rule_.where,
                "a fact cannot have the name " + quoted(each.name) +
                    ": expected a small letter, then small letters, digits and _, and no word of the formulas");
        } else if (!seen.insert(each.name).second) {
            add(error_code::duplicate_fact, rule_.where, "the fact " + quoted(each.name) + " is declared twice");
        }
        check_fact(each);
    }
}

void rule_check::check_fact(const fact_declaration& declared) {
    const auto wrong = [&](const std::string& message) {
        add(error_code::invalid_rule, rule_.where, "the fact " + quoted(declared.name) + ' ' + message);
    };
    if (!is_number(declared.kind) && (declared.least || declared.most)) wrong("is no number and can have no bounds");
    if (declared.least && declared.most && *declared.least > *declared.most) wrong("has a least value above its most");
    if (node_.policies.missing_fact == missing_fact_policy::zero && is_number(declared.kind) &&
        ((declared.least && declared.least->sign() > 0) || (declared.most && declared.most->sign() < 0))) {
        wrong("cannot be 0, but counts as 0 where it is missing: expected another \"missing_fact\"");
    }
    if (declared.kind == fact_kind::count) {
        for (const std::optional<decimal>& bound : {declared.least, declared.most}) {
            if (bound && (bound->sign() < 0 || bound->normalized().scale() != 0)) {
                wrong("is a count: expected whole bounds from 0");
            }
        }
    }
    if (declared.kind != fact_kind::level) {
        if (!declared.levels.empty()) wrong("has levels, but is no level");
        return;
    }
    if (declared.levels.size() < 2) wrong("needs at least two levels");
    std::set<std::string_view> seen;
    for (const fact_level& each : declared.levels) {
        count_part(rule_.where);
        if (is_blank(each.code) || has_blank_edge(each.code) || reads_as_another_kind(each.code)) {
            wrong("has the level code " + quoted(each.code) + "; expected a word that is no number and no date");
        } else if (!seen.insert(each.code).second) {
            wrong("has the level " + quoted(each.code) + " twice");
        }
    }
}

void rule_check::count_part(const source_position& where) {
    if (++parts_ != limits::rule_parts + 1) return;
    add(error_code::rule_too_large, where,
        "a rule has at most " + std::to_string(limits::rule_parts) + " levels, cases, steps, terms and rules");
}

void rule_check::walk(const rule& each) {
    count_part(each.where);
    if (parts_ > limits::rule_parts) return;
    if (depth_ == limits::rule_depth) {
        return add(error_code::rule_too_large, each.where,
                   "rules stand within each other at most " + std::to_string(limits::rule_depth) + " deep");
    }
    ++depth_;
    std::visit([&](const auto& form) { check_form(form, *this, each.where); }, each.form);
    --depth_;
}

void rule_check::check_outcome(const rule_outcome& then, const source_position& where) {
    if (then.within.size() > 1) add(error_code::invalid_rule, where, "one rule follows from a case");
    if (!then.within.empty()) walk(then.within.front());
}

void rule_check::check_limits(const std::optional<rule_points>& least, const std::optional<rule_points>& most,
                              const source_position& where) {
    if (least && most && least->of(full_) > most->of(full_)) {
        add(error_code::invalid_rule, where, "its least points are above its most points");
    }
}

const fact_declaration* rule_check::read_fact(const std::string& name, const source_position& where) {
    std::vector<std::string_view> names;
    for (std::size_t index = 0; index < rule_.facts.size(); ++index) {
        if (rule_.facts[index].name == name) {
            read_[index] = true;
            return &rule_.facts[index];
        }
        names.push_back(rule_.facts[index].name);
    }
    const std::string_view nearest = nearest_word(name, names);
    add(error_code::unknown_fact, where,
        "the fact " + quoted(name) + " is not declared" +
            (nearest.empty() ? std::string() : "; did you mean " + quoted(nearest) + '?'));
    return nullptr;
}

std::optional<formula_type> rule_check::check_quantity(const formula& of, const source_position& where) {
    for (std::size_t index = 0; index < rule_.facts.size(); ++index) {
        const auto& names = of.names();
        if (std::find(names.begin(), names.end(), rule_.facts[index].name) != names.end()) read_[index] = true;
    }
    const result<formula_type> checked = of.check(rule_.facts, where);
    if (checked) return *checked;
    for (const diagnostic& each : checked.error()) add(each.code, where, each.message, each.level);
    return std::nullopt;
}

void rule_check::check_formula(const formula& of, formula_type wanted, const source_position& where) {
    const std::optional<formula_type> type = check_quantity(of, where);
    if (!type || *type == wanted) return;
    add(error_code::formula_type_mismatch, where,
        quoted(of.text()) + (wanted == formula_type::condition ? " is no condition" : " is no number"));
}

range rule_check::attainable_quantity(const formula& of, share_policy share) const {
    if (failed_) return {};
    std::vector<range> values;
    for (const std::string& name : of.names()) {
        const fact_declaration* const declared = rule_.find(name);
        values.push_back(attainable(*declared));
    }
    const formula_value found = of.evaluate(values, full_);
    if (found.divided_by_zero) return {};
    return share == share_policy::none ? found.value : clamp(found.value, std::nullopt, ratio(1));
}

bool rule_check::is_whole(const formula& of) const {
    return !failed_ && of.gives_whole_numbers(rule_.facts);
}

void rule_check::check_unused() {
    for (std::size_t index = 0; index < read_.size(); ++index) {
        if (read_[index]) continue;
        add(error_code::unused_fact, rule_.where, "the rule does not read its fact " + quoted(rule_.facts[index].name),
            severity::warning);
    }
}

void rule_check::check_attainable() {
    rule_result gives;
    try {
        gives = attainable_points(rule_, node_.policies, full_);
    } catch (const error& problem) {
        return add(error_code::invalid_rule, rule_.where, problem.what());
    }
    if (!node_.policies.zero_denominator && (gives.may_divide_by_zero || gives.state == rule_state::refused)) {
        add(error_code::zero_policy_missing, rule_.where,
            "it may divide by zero; expected \"zero_denominator\" to say what follows: full, zero, not_applicable or "
            "error");
    }
    const bool may_not_apply = gives.may_divide_by_zero || gives.state == rule_state::not_applicable;
    if (node_.policies.zero_denominator == zero_denominator_policy::not_applicable && may_not_apply &&
        node_.not_applicable == not_applicable_policy::forbidden) {
        add(error_code::invalid_rule, rule_.where,
            "where it divides by zero it does not apply, but \"not_applicable\" does not say what then follows");
    }
    if (gives.state == rule_state::refused || gives.state == rule_state::not_applicable) return;
    const range& points = gives.points;
    const auto text = [](const std::optional<ratio>& end) { return end ? shortest_text(*end) : std::string("any"); };
    if (node_.highest && (!points.high || *points.high > *node_.highest)) {
        add(error_code::maximum_exceeded, rule_.where,
            "the rule may give " + (points.high ? "up to " + text(points.high) : std::string("any number of")) +
                " points, above the maximum " + shortest_text(*node_.highest) + "; limit it with \"most\"");
    } else if (node_.points == point_kind::regular && points.high && *points.high < full_) {
        add(error_code::maximum_not_attainable, rule_.where,
            "the rule gives at most " + text(points.high) + " of the maximum " + shortest_text(full_));
    }
    if (node_.lowest && (!points.low || *points.low < *node_.lowest)) {
        add(error_code::maximum_exceeded, rule_.where,
            "the rule may give " + (points.low ? text(points.low) : std::string("any number below zero of")) +
                " points, below " + shortest_text(*node_.lowest) +
                "; limit it with \"least\" or give the criterion a "
                "\"minimum\"");
    }
}

void check_rule(finding_list& found, const criterion& each, const criteria_set::node& node) {
    rule_check(found, each, node).run();
}

}  // namespace parindex::inline v0
