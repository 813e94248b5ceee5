#include "io/write_rule.hpp"

#include "io/json_values.hpp"

namespace parindex::inline v0::json {

namespace {

tree written(const rule_points& value) {
    return to_shortest_string(value.value) + (value.percent ? "%" : "");
}
tree written(const threshold& value) {
    return to_string(value);
}

void put_amount(tree& out, const char* key, const rule_points& value) {
    if (value != rule_points()) out[key] = written(value);
}
void put_limits(tree& out, const std::optional<rule_points>& least, const std::optional<rule_points>& most) {
    if (least) out["least"] = written(*least);
    if (most) out["most"] = written(*most);
}
void put_share(tree& out, share_policy share) {
    if (share != share_policy::none) out["share"] = to_string(share);
}

void write_rule(tree& out, const rule& each);

void write_outcome(tree& out, const rule_outcome& then) {
    if (then.within.empty()) {
        out["points"] = written(then.points);
    } else {
        write_rule(out["rule"] = tree::object(), then.within.front());
    }
}

void write_form(tree& out, const levels_rule& form) {
    out["fact"] = form.fact;
    tree& levels = out["levels"] = tree::array();
    for (const levels_rule::level_case& each : form.cases) {
        write_outcome(levels.push_back(tree{{"level", each.level}}), each.then);
    }
}

void write_form(tree& out, const cases_rule& form) {
    tree& cases = out["cases"] = tree::array();
    for (const cases_rule::condition_case& each : form.cases) {
        write_outcome(cases.push_back(tree{{"if", each.condition.text()}}), each.then);
    }
    write_outcome(out["otherwise"] = tree::object(), form.otherwise);
}

void write_form(tree& out, const steps_rule& form) {
    out["of"] = form.of.text();
    put_share(out, form.share);
    tree& steps = out["steps"] = tree::array();
    for (const steps_rule::step& each : form.steps) {
        tree& step = steps.push_back(tree::object());
        if (each.low && each.low == each.high && each.low_included && each.high_included) {
            step["at"] = written(*each.low);
        } else {
            if (each.low) step[each.low_included ? "from" : "above"] = written(*each.low);
            if (each.high) step[each.high_included ? "to" : "below"] = written(*each.high);
        }
        write_outcome(step, each.then);
    }
}

void write_form(tree& out, const linear_rule& form) {
    out["of"] = form.of.text();
    put_share(out, form.share);
    put_amount(out, "start", form.start);
    if (form.from != threshold()) out["from"] = written(form.from);
    out["points"] = written(form.points);
    if (form.per != threshold{decimal(1), false, {}}) out["per"] = written(form.per);
    if (form.whole_units) out["whole_units"] = true;
    if (form.fails) out["fails"] = {{"below", written(form.fails->below)}, {"points", written(form.fails->points)}};
    put_limits(out, form.least, form.most);
}

void write_form(tree& out, const weighted_sum_rule& form) {
    put_amount(out, "start", form.start);
    tree& terms = out["terms"] = tree::array();
    for (const weighted_sum_rule::term& each : form.terms) {
        terms.push_back({{"of", each.of.text()}, {"points", written(each.points)}});
    }
    if (form.over) out["over"] = form.over->text();
    put_share(out, form.share);
    put_limits(out, form.least, form.most);
}

std::string_view word(combine_rule::method how) noexcept {
    switch (how) {
        case combine_rule::method::sum: return "sum";
        case combine_rule::method::best: return "best";
        case combine_rule::method::worst: return "worst";
    }
    return "";
}

void write_form(tree& out, const combine_rule& form) {
    out["how"] = word(form.how);
    tree& rules = out["rules"] = tree::array();
    for (const rule& each : form.rules) write_rule(rules.push_back(tree::object()), each);
    put_limits(out, form.least, form.most);
}

void write_form(tree& out, const formula_rule& form) {
    out["points"] = form.points.text();
    put_limits(out, form.least, form.most);
}

void write_rule(tree& out, const rule& each) {
    put(out, "label", each.label);
    out["kind"] = kind_of(each);
    std::visit([&out](const auto& form) { write_form(out, form); }, each.form);
}

tree written(const fact_declaration& value) {
    tree out{{"name", value.name}};
    put(out, "label", value.label);
    if (value.kind != fact_kind::count) out["kind"] = to_string(value.kind);
    if (value.source != fact_source::mark) out["source"] = "context";
    if (value.least) out["least"] = json::written(*value.least);
    if (value.most) out["most"] = json::written(*value.most);
    if (value.levels.empty()) return out;
    tree& levels = out["levels"] = tree::array();
    for (const fact_level& each : value.levels) put(levels.push_back(tree{{"code", each.code}}), "label", each.label);
    return out;
}

std::string_view word(rounding_mode mode) noexcept {
    switch (mode) {
        case rounding_mode::half_up: return "half_up";
        case rounding_mode::half_even: return "half_even";
        case rounding_mode::half_down: return "half_down";
        case rounding_mode::down: return "down";
        case rounding_mode::up: return "up";
        case rounding_mode::floor: return "floor";
        case rounding_mode::ceiling: return "ceiling";
    }
    return "";
}

}  // namespace

tree written(const rounding& value) {
    tree out{{"places", std::to_string(value.places)}};
    if (value.mode != rounding_mode::half_up) out["mode"] = word(value.mode);
    return out;
}

tree written(const rule_policies& value) {
    tree out = tree::object();
    if (value.zero_denominator) out["zero_denominator"] = to_string(*value.zero_denominator);
    if (value.missing_fact) out["missing_fact"] = to_string(*value.missing_fact);
    if (value.points_rounding) out["rounding"] = written(*value.points_rounding);
    return out;
}

tree written(const scoring_rule& value) {
    tree out = tree::object();
    if (!value.facts.empty()) {
        tree& facts = out["facts"] = tree::array();
        for (const fact_declaration& each : value.facts) facts.push_back(written(each));
    }
    out.update(written(value.policies));
    write_rule(out, value.points);
    return out;
}

tree written(std::span<const fact> facts) {
    tree out = tree::object();
    for (const fact& each : facts) {
        if (const bool* const answer = std::get_if<bool>(&each.value)) {
            out[each.name] = *answer;
        } else {
            out[each.name] = to_string(each.value);
        }
    }
    return out;
}

}  // namespace parindex::inline v0::json
