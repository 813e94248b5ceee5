// What is wrong with a rule before any facts are known.
#include "one_rule.hpp"

using namespace parindex_test;

namespace {

const std::string counts = R"("facts": [{"name": "a"}, {"name": "b"}], )";

/// The messages of the findings with this code, without the name of the criterion.
std::string told(const std::string& rule, error_code code, const leaf_form& form = {}) {
    std::string out;
    const diagnostics found = findings_of(rule, form);
    for (const diagnostic& each : found) {
        if (each.code == code) out += (out.empty() ? "" : "\n") + each.message.substr(each.message.find(": ") + 2);
    }
    if (out.empty()) out = "nothing, but: " + listed(found);
    return out;
}

std::string steps(const std::string& of, const std::string& rows, const std::string& facts) {
    return R"({"facts": [)" + facts + R"(], "kind": "steps", "of": ")" + of + R"(", "steps": [)" + rows + "]}";
}
const std::string percentage = R"({"name": "r", "kind": "percent", "least": 0, "most": 100})";
const std::string count_of_days = R"({"name": "n"})";

}  // namespace

TEST_CASE("a value without a step is a gap, wherever it lies") {
    const auto gap = [](const std::string& rows) { return told(steps("r", rows, percentage), error_code::step_gap); };
    CHECK(gap(R"({"from": "80%", "points": 1}, {"from": "10%", "below": "80%", "points": 0})") ==
          "no step is given for values below the step from 10% below 80%");
    CHECK(gap(R"({"to": "80%", "points": 0}, {"above": "80%", "below": "100%", "points": 1})") ==
          "no step is given for values above the step above 80% below 100%");
    CHECK(gap(R"({"above": "80%", "points": 1}, {"below": "80%", "points": 0})") ==
          "no step is given for exactly 80%, between the steps below 80% and above 80%");
    CHECK(gap(R"({"from": "90%", "points": 1}, {"to": "89%", "points": 0})") ==
          "no step is given for values between the steps to 89% and from 90%");
}

TEST_CASE("exactly 15 has no class: a count between two steps") {
    const auto gap = [](const std::string& rows) {
        return told(steps("n", rows, count_of_days), error_code::step_gap);
    };
    CHECK(gap(R"({"below": 15, "points": 0}, {"above": 15, "points": 1})") ==
          "no step is given for values between the steps below 15 and above 15");
    CHECK(gap(R"({"from": 1, "points": 1})") == "no step is given for values below the step from 1");
    CHECK(findings_of(steps("n", R"({"below": 15, "points": 0}, {"from": 15, "points": 1})", count_of_days)).empty());
    CHECK(findings_of(steps("n", R"({"to": 14, "points": 0}, {"above": 14, "points": 1})", count_of_days)).empty());
    CHECK(findings_of(steps("n", R"({"to": 14, "points": 0}, {"from": 15, "points": 1})", count_of_days)).empty());
    CHECK(findings_of(steps("n", R"({"at": 0, "points": 0}, {"from": 1, "points": 1})", count_of_days)).empty());
    CHECK(told(steps("n", R"({"to": 15, "points": 0}, {"from": 15, "points": 1})", count_of_days),
               error_code::step_overlap) == "the steps to 15 and from 15 overlap");
}

TEST_CASE("between two days, and between two sums of counts, nothing lies") {
    const std::string day = R"({"name": "d", "kind": "date"})";
    CHECK(findings_of(steps("d", R"({"to": "2021-12-31", "points": 1}, {"from": "2022-01-01", "points": 0})", day))
              .empty());
    CHECK(told(steps("d", R"({"to": "2021-12-31", "points": 1}, {"from": "2022-01-02", "points": 0})", day),
               error_code::step_gap) ==
          "no step is given for values between the steps to 2021-12-31 and from 2022-01-02");
    CHECK(told(steps("d", R"({"to": "2022-01-01", "points": 1}, {"from": "2022-01-01", "points": 0})", day),
               error_code::step_overlap) == "the steps to 2022-01-01 and from 2022-01-01 overlap");
    const std::string two_counts = R"({"name": "a"}, {"name": "b"})";
    CHECK(findings_of(steps("a + b", R"({"to": 14, "points": 0}, {"from": 15, "points": 1})", two_counts)).empty());
    CHECK(told(steps("a + b / 2", R"({"to": 14, "points": 0}, {"from": 15, "points": 1})", two_counts),
               error_code::step_gap) == "no step is given for values between the steps to 14 and from 15");
}

TEST_CASE("a value with two steps is an overlap") {
    const auto overlap = [](const std::string& rows) {
        return told(steps("r", rows, percentage), error_code::step_overlap);
    };
    CHECK(overlap(R"({"from": "80%", "points": 1}, {"to": "80%", "points": 0})") ==
          "the steps to 80% and from 80% overlap");
    CHECK(overlap(R"({"points": 1}, {"to": "80%", "points": 0})") == "the steps every value and to 80% overlap");
    CHECK(overlap(R"({"from": "70%", "points": 1}, {"below": "80%", "points": 0})") ==
          "the steps below 80% and from 70% overlap");
}

TEST_CASE("a step that no value reaches") {
    CHECK(told(steps("r",
                     R"({"from": "80%", "points": 1}, {"below": "80%", "points": 0}, {"above": "100%", "points": 1})",
                     percentage),
               error_code::unreachable) == "no value lies in the step above 100%");
    CHECK(told(steps("n", R"({"from": 1, "points": 1}, {"below": 0, "points": 0}, {"at": 0, "points": 0})",
                     count_of_days),
               error_code::unreachable) == "no value lies in the step below 0");
    CHECK(
        told(steps("n",
                   R"({"from": 1, "points": 1}, {"at": 0, "points": 0}, {"above": "0.2", "below": "0.8", "points": 0})",
                   count_of_days),
             error_code::unreachable) == "no value lies in the step above 0.2 below 0.8");
}

TEST_CASE("points that go up and down are a warning") {
    const std::string text = steps("r", R"({"below": "10%", "points": 0}, {"from": "10%", "to": "20%", "points": 1},
        {"above": "20%", "points": 0.5})",
                                   percentage);
    CHECK(told(text, error_code::not_monotone) == "its points go up and down with the quantity: at the step above 20%");
    // A share of the maximum is compared by what it is worth.
    CHECK(told(steps("r", R"({"below": "10%", "points": 0}, {"from": "10%", "to": "20%", "points": "100%"},
        {"above": "20%", "points": 0.5})",
                     percentage),
               error_code::not_monotone)
              .starts_with("its points go up and down"));
    CHECK(one_rule(text).set().warnings().size() == 1);
    CHECK(findings_of(steps("r", R"({"below": "10%", "points": 1}, {"from": "10%", "to": "20%", "points": 1},
        {"above": "20%", "points": 0.5})",
                            percentage))
              .empty());
}

TEST_CASE("levels are the levels of their fact, each once") {
    const auto rule = [](const std::string& levels) {
        return R"({"facts": [{"name": "s", "kind": "level", "levels": [{"code": "good"}, {"code": "bad"}]}], "kind": "levels",
            "fact": "s", "levels": [)" +
               levels + "]}";
    };
    CHECK(told(rule(R"({"level": "good", "points": 1})"), error_code::step_gap) ==
          "no points are given for the level \"bad\"");
    CHECK(told(rule(R"({"level": "good", "points": 1}, {"level": "bad", "points": 0}, {"level": "bad", "points": 0})"),
               error_code::step_overlap) == "points are given twice for the level \"bad\"");
    CHECK(
        told(rule(R"({"level": "good", "points": 1}, {"level": "bad", "points": 0}, {"level": "worse", "points": 0})"),
             error_code::unreachable) == "\"worse\" is no level of the fact \"s\"");
    CHECK(told(R"({"facts": [{"name": "n"}], "kind": "levels", "fact": "n", "levels": []})",
               error_code::invalid_rule) == "its levels are those of \"n\", which is no level");
}

TEST_CASE("a rule must be able to give its maximum, and no more") {
    const auto given = [](const std::string& most) {
        return R"({"facts": [{"name": "n"}], "kind": "linear", "of": "n", "points": 0.5)" + most + "}";
    };
    const leaf_form two{"2", "", ""};
    CHECK(told(given(R"(, "most": 1)"), error_code::maximum_not_attainable, two) ==
          "the rule gives at most 1 of the maximum 2");
    CHECK(told(given(""), error_code::maximum_exceeded, two) ==
          "the rule may give any number of points, above the maximum 2; limit it with \"most\"");
    CHECK(told(given(R"(, "most": 3)"), error_code::maximum_exceeded, two) ==
          "the rule may give up to 3 points, above the maximum 2; limit it with \"most\"");
    CHECK(findings_of(given(R"(, "most": 2)"), two).empty());
    // Real: a maximum of 2, of which the levels give 1.
    CHECK(told(R"({"facts": [{"name": "x", "kind": "yes_no"}], "kind": "cases", "cases": [{"if": "x", "points": 1}],
        "otherwise": {"points": 0}})",
               error_code::maximum_not_attainable, two) == "the rule gives at most 1 of the maximum 2");
}

TEST_CASE("a bonus leaf gives at most its maximum, a penalty leaf nothing above 0") {
    const std::string bonus =
        R"({"facts": [{"name": "n"}], "kind": "linear", "of": "n", "points": 0.5, "most": "100%"})";
    CHECK(findings_of(bonus, {"2", R"("points": "bonus", )", ""}).empty());
    const std::string penalty =
        R"({"facts": [{"name": "n"}], "kind": "linear", "of": "n", "points": -0.5, "least": "-100%"})";
    CHECK(findings_of(penalty, {"2", R"("points": "penalty", )", ""}).empty());
    CHECK(
        told(bonus, error_code::maximum_exceeded, {"2", R"("points": "penalty", )", ""}).find("above the maximum 0") !=
        std::string::npos);
    const one_rule taken(penalty, {"2", R"("points": "penalty", )", ""});
    CHECK(taken.earns(R"({"n": 3})") == "-1.5");
    CHECK(taken.earns(R"({"n": 9})") == "-2");
}

TEST_CASE("where a divisor may be zero, the set must say what follows") {
    const std::string rule = "{" + counts + R"("kind": "linear", "of": "b/a", "share": "clamp", "points": "100%"})";
    CHECK(told(rule, error_code::zero_policy_missing) ==
          "it may divide by zero; expected \"zero_denominator\" to say what follows: full, zero, not_applicable or "
          "error");
    CHECK(findings_of(rule, {"1", "", R"("rules": {"zero_denominator": "full"}, )"}).empty());
    std::string bounded = rule;
    bounded.insert(bounded.find(R"({"name": "a"})") + 12, R"(, "least": 1)");
    CHECK(findings_of(bounded).empty());
    CHECK(told(rule, error_code::invalid_rule, {"1", "", R"("rules": {"zero_denominator": "not_applicable"}, )"}) ==
          "where it divides by zero it does not apply, but \"not_applicable\" does not say what then follows");
    CHECK(findings_of(rule, {"1", R"("not_applicable": "rescale_total", )",
                             R"("rules": {"zero_denominator": "not_applicable"}, )"})
              .empty());
}

TEST_CASE("facts are declared once, under names that formulas can write, and are read") {
    const auto facts = [](const std::string& declared, const std::string& formula) {
        return R"({"facts": [)" + declared + R"(], "kind": "formula", "points": ")" + formula +
               R"(", "least": 0, "most": 1})";
    };
    CHECK(told(facts(R"({"name": "a"}, {"name": "a"})", "a"), error_code::duplicate_fact) ==
          "the fact \"a\" is declared twice");
    CHECK(told(facts(R"({"name": "A"})", "1"), error_code::invalid_rule)
              .starts_with("a fact cannot have the name \"A\""));
    CHECK(told(facts(R"({"name": "max"})", "1"), error_code::invalid_rule)
              .starts_with("a fact cannot have the name \"max\""));
    CHECK(told(facts(R"({"name": "số"})", "1"), error_code::invalid_rule).starts_with("a fact cannot have the name"));
    CHECK(told(facts(R"({"name": "total"})", "totl"), error_code::unknown_fact).find("\"total\"") != std::string::npos);
    CHECK(told(facts(R"({"name": "a"}, {"name": "b"})", "a"), error_code::unused_fact) ==
          "the rule does not read its fact \"b\"");
    CHECK(told(facts(R"({"name": "a", "least": 3, "most": 2})", "a"), error_code::invalid_rule) ==
          "the fact \"a\" has a least value above its most");
    CHECK(told(facts(R"({"name": "a", "least": "0.5"})", "a"), error_code::invalid_rule) ==
          "the fact \"a\" is a count: expected whole bounds from 0");
    CHECK(told(facts(R"({"name": "s", "kind": "level", "levels": [{"code": "1"}, {"code": "x"}]})", "1"),
               error_code::invalid_rule)
              .starts_with("the fact \"s\" has the level code \"1\""));
    CHECK(told(facts(R"({"name": "s", "kind": "yes_no", "levels": [{"code": "x"}, {"code": "y"}]})", "1"),
               error_code::invalid_rule) == "the fact \"s\" has levels, but is no level");
}

TEST_CASE("what counts as 0 where it is missing can be 0") {
    const std::string rule = R"({"facts": [{"name": "a", "least": 1}, {"name": "x", "kind": "number", "most": -1}],
        "missing_fact": "zero", "kind": "formula", "points": "a + x", "least": 0, "most": 1})";
    CHECK(told(rule, error_code::invalid_rule) ==
          "the fact \"a\" cannot be 0, but counts as 0 where it is missing: expected another \"missing_fact\"\n"
          "the fact \"x\" cannot be 0, but counts as 0 where it is missing: expected another \"missing_fact\"");
    std::string open = rule;
    open.replace(open.find("zero"), 4, "open");
    CHECK(findings_of(open).empty());
    CHECK(has_error(findings_of(open.replace(open.find("\"missing_fact\": \"open\", "), 24, ""),
                                {"1", "", R"("rules": {"missing_fact": "zero"}, )"})));
}

TEST_CASE("conditions are no numbers, and dates are neither") {
    const std::string facts =
        R"("facts": [{"name": "a"}, {"name": "x", "kind": "yes_no"}, {"name": "d", "kind": "date"}], )";
    CHECK(told("{" + facts + R"("kind": "cases", "cases": [{"if": "a", "points": 1}], "otherwise": {"points": 0}})",
               error_code::formula_type_mismatch) == "\"a\" is no condition");
    CHECK(told("{" + facts + R"("kind": "formula", "points": "x", "least": 0, "most": 1})",
               error_code::formula_type_mismatch) == "\"x\" is no number");
    CHECK(told("{" + facts +
                   R"("kind": "steps", "of": "d", "steps": [{"below": 1, "points": 0}, {"from": 1, "points": 1}]})",
               error_code::invalid_rule)
              .starts_with("the step below 1 is of numbers, but its quantity is a date"));
    CHECK(
        told(
            "{" + facts +
                R"("kind": "steps", "of": "a", "steps": [{"below": "2022-01-01", "points": 0}, {"from": 1, "points": 1}]})",
            error_code::invalid_rule) == "the step below 2022-01-01 is of dates, but its quantity is a number");
    CHECK(told("{" + facts + R"("kind": "steps", "of": "x", "steps": [{"points": 1}]})",
               error_code::formula_type_mismatch) == "its steps are of a condition; expected \"cases\"");
    CHECK(told("{" + facts + R"("kind": "linear", "of": "a", "per": 0, "points": 1, "most": 1})",
               error_code::invalid_rule) == "\"per\" must be above 0, not 0");
}

TEST_CASE("a rule belongs to a leaf with a maximum") {
    const std::string rule = R"({"kind": "formula", "points": "1"})";
    std::string group = set_text(rule);
    group.replace(group.find(R"("maximum": "1", "rule")"), 14,
                  R"("children": [{"code": "1.1.1", "name": "x", "part": "a", "maximum": 1}])");
    const result<criteria_set> read = read_criteria_set(group, "criteria.json");
    REQUIRE(!read);
    CHECK(only(read.error(), error_code::invalid_rule).message ==
          "criterion \"1.1\" has children; a rule belongs to the leaves");
}

TEST_CASE("rules stand within each other to a limit, and have a limited number of parts") {
    const auto nested = [](std::size_t depth) {
        std::string out = R"({"kind": "formula", "points": "1"})";
        for (std::size_t level = 1; level < depth; ++level)
            out = R"({"kind": "combine", "how": "sum", "rules": [)" + out + "]}";
        return out;
    };
    CHECK(findings_of(nested(limits::rule_depth)).empty());
    CHECK(told(nested(limits::rule_depth + 1), error_code::rule_too_large) ==
          "rules stand within each other at most 16 deep");

    // A set as deep as it may be, with a rule as deep as it may be: JSON is deep enough for both.
    std::string cases = R"({"kind": "formula", "points": "1"})";
    for (std::size_t level = 1; level < limits::rule_depth; ++level)
        cases =
            R"({"kind": "cases", "cases": [{"if": "1 > 0", "rule": )" + cases + R"(}], "otherwise": {"points": 0}})";
    std::string deep = set_text(cases);
    const std::size_t begin = deep.find(R"({"code": "1.1")");
    const std::size_t end = deep.rfind("]},");
    std::string leaf = deep.substr(begin, end - begin);
    for (std::size_t level = 2; level < limits::criteria_depth; ++level) {
        leaf = R"({"code": "g)" + std::to_string(level) + R"(", "name": "x", "children": [)" + leaf + "]}";
    }
    deep.replace(begin, end - begin, leaf);
    const result<criteria_set> read = read_criteria_set(deep, "criteria.json");
    INFO((read ? std::string() : listed(read.error())));
    CHECK(read);

    const auto wide = [](std::size_t terms) {
        std::string out = R"({"kind": "weighted_sum", "terms": [{"of": "1", "points": 1})";
        for (std::size_t each = 1; each < terms; ++each) out += R"(, {"of": "0", "points": 1})";
        return out + "]}";
    };
    CHECK(findings_of(wide(limits::rule_parts - 1)).empty());  // the rule itself is one
    CHECK(told(wide(limits::rule_parts), error_code::rule_too_large) ==
          "a rule has at most 1000 levels, cases, steps, terms and rules");

    const auto many = [](std::size_t facts) {
        std::string out = R"({"facts": [)", sum = "1";
        for (std::size_t each = 0; each < facts; ++each) {
            out += (each == 0 ? "" : ", ") + std::string(R"({"name": "f)") + std::to_string(each) + R"("})";
            sum += " + 0*f" + std::to_string(each);
        }
        return out + R"(], "kind": "formula", "points": ")" + sum + R"(", "least": 0, "most": 1})";
    };
    CHECK(findings_of(many(limits::facts)).empty());
    CHECK(told(many(limits::facts + 1), error_code::rule_too_large) == "a rule declares at most 100 facts");
}

TEST_CASE("all findings of a set are told at once, with the place of their rule") {
    const diagnostics found = findings_of("{" + counts + R"("kind": "combine", "how": "sum", "rules": [
        {"kind": "steps", "of": "b", "steps": [{"above": 3, "points": 1}, {"below": 3, "points": 0}]},
        {"kind": "linear", "of": "b/q", "points": 1}]})");
    CHECK(codes(found) == std::vector{error_code::unused_fact, error_code::step_gap, error_code::unknown_fact});
    CHECK(only(found, error_code::step_gap).where.pointer == "/fields/0/children/0/rule/rules/0");
    CHECK(only(found, error_code::unknown_fact).where.pointer == "/fields/0/children/0/rule/rules/1");
    CHECK(only(found, error_code::unknown_fact).criterion == "1.1");
}
