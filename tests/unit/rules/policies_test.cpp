// Missing facts, zero denominators, shares, rounding: what a set says, and what its rules say otherwise.
#include "one_rule.hpp"
#include "parindex/index/par_index.hpp"

using namespace parindex_test;

namespace {

const std::string ratio_rule =
    R"({"facts": [{"name": "a"}, {"name": "b"}], POLICY "kind": "linear", "of": "b/a", "share": "clamp", "points": "100%"})";

std::string with_policy(const std::string& policy) {
    std::string out = ratio_rule;
    return out.replace(out.find("POLICY"), 6, policy);
}

leaf_form set_says(const std::string& rules, const std::string& more = "") {
    return {"2", more, R"("rules": )" + rules + ", "};
}

std::string entries(const evaluation& scored) {
    std::string out;
    for (const ledger_entry& each : scored.ledger()) {
        out += (out.empty() ? "" : "; ") + std::string(to_string(each.kind)) + ' ' + scored.set().at(each.node).code +
               ' ' + one_rule::text(each.amount);
    }
    return out;
}

evaluation scored(const one_rule& rule, const std::string& facts) {
    return evaluate(rule.set(), read_assessment(marks_text(facts), "assessment.json").value()).value();
}

}  // namespace

TEST_CASE("a zero denominator earns what the set says, unless the rule says otherwise") {
    const std::string none = R"({"a": 0, "b": 0})";
    CHECK(one_rule(with_policy(""), set_says(R"({"zero_denominator": "full"})")).earns(none) == "2");
    CHECK(one_rule(with_policy(""), set_says(R"({"zero_denominator": "zero"})")).earns(none) == "0");
    CHECK(one_rule(with_policy(R"("zero_denominator": "zero",)"), set_says(R"({"zero_denominator": "full"})"))
              .earns(none) == "0");
    CHECK(one_rule(with_policy(""), set_says(R"({"zero_denominator": "error"})")).earns(none) ==
          "criterion \"1.1\": the rule divides by zero, and no points follow from that");
    const one_rule shared(with_policy(""), set_says(R"({"zero_denominator": "not_applicable"})",
                                                    R"("not_applicable": "rescale_total", )"));
    CHECK(shared.earns(none) == "n/a");
    CHECK(entries(scored(shared, none)) == "rescale 1.1 2; rescale 2 -2");
    CHECK(scored(shared, none).total().score == ratio(3));
    CHECK(scored(shared, none).not_applicable()[0].zero_denominator);
    const one_rule smaller(with_policy(""), set_says(R"({"zero_denominator": "not_applicable"})",
                                                     R"("not_applicable": "smaller_maximum", )"));
    CHECK(scored(smaller, none).total().maximum == ratio(1));
}

TEST_CASE("while the denominator is missing, the points are open, with what a zero would earn") {
    CHECK(one_rule(with_policy(""), set_says(R"({"zero_denominator": "full"})")).earns(R"({"b": 0})") == "0..2");
    CHECK(one_rule(with_policy(""), set_says(R"({"zero_denominator": "zero"})")).earns(R"({"a": 10})") == "0..2");
}

TEST_CASE("a missing fact keeps the leaf open, counts as zero, or is refused") {
    const std::string some = R"({"a": 4})";
    CHECK(one_rule(with_policy(""), set_says(R"({"zero_denominator": "zero"})")).earns(some) == "0..2");
    CHECK(one_rule(with_policy(""), set_says(R"({"zero_denominator": "zero", "missing_fact": "zero"})")).earns(some) ==
          "0");
    CHECK(one_rule(with_policy(""), set_says(R"({"zero_denominator": "zero", "missing_fact": "error"})")).earns(some) ==
          "criterion \"1.1\": its rule lacks facts: b");
    CHECK(one_rule(with_policy(R"("missing_fact": "open",)"),
                   set_says(R"({"zero_denominator": "zero", "missing_fact": "error"})"))
              .earns(some) == "0..2");
}

TEST_CASE("facts that are refused are refused in any order of the rules") {
    const std::string share = R"({"kind": "linear", "of": "b/a", "share": "reject", "points": "50%"})";
    const std::string quotient = R"({"kind": "linear", "of": "c/d", "share": "clamp", "points": "50%"})";
    const auto combined = [](const std::string& first, const std::string& second) {
        return R"({"facts": [{"name": "a"}, {"name": "b"}, {"name": "c"}, {"name": "d"}], "zero_denominator": "full",
            "kind": "combine", "how": "sum", "rules": [)" +
               first + ", " + second + "]}";
    };
    for (const std::string& rule : {combined(share, quotient), combined(quotient, share)}) {
        const one_rule both(rule, {"2", "", ""});
        CHECK(both.earns(R"({"a": 2, "b": 3, "c": 0, "d": 0})") == "criterion \"1.1\": the share 3/2 is above 100 %");
        CHECK(both.earns(R"({"a": 2, "b": 1, "c": 0, "d": 0})") == "2");
        CHECK(both.earns(R"({"a": 4, "b": 1, "c": 1, "d": 2})") == "0.75");
    }
}

TEST_CASE("what open facts can no longer earn is in the ledger, and the identity holds") {
    const one_rule rule(
        R"({"facts": [{"name": "x", "kind": "yes_no"}, {"name": "y", "kind": "yes_no"}], "kind": "combine", "how": "sum", "rules": [
        {"kind": "cases", "cases": [{"if": "x", "points": 0.5}], "otherwise": {"points": 0}},
        {"kind": "cases", "cases": [{"if": "y", "points": 1.5}], "otherwise": {"points": 0}}]})",
        {"2", "", ""});
    const evaluation open = scored(rule, R"({"x": false})");
    CHECK(open.total().lowest == ratio(1));
    CHECK(open.total().highest == ratio(decimal(25), decimal(10)));
    CHECK(open.total().score == ratio(1));
    CHECK(open.total().unmarked == 1);
    CHECK(entries(open) == "loss 1.1 0.5");
    CHECK(scored(rule, R"({"x": true, "y": true})").total().complete());
}

TEST_CASE("a rounded leaf loses what is missing from its rounded points") {
    const std::string third = R"({"a": 3, "b": 1})";
    const one_rule exact(with_policy(""), set_says(R"({"zero_denominator": "zero"})"));
    CHECK(exact.earns(third) == "2/3");
    const one_rule leaf(with_policy(""), set_says(R"({"zero_denominator": "zero", "rounding": {"places": 2}})"));
    CHECK(leaf.earns(third) == "0.67");
    CHECK(entries(scored(leaf, third)) == "loss 1.1 1.33");
    const one_rule cut(with_policy(R"("rounding": {"places": 1, "mode": "down"},)"),
                       set_says(R"({"zero_denominator": "zero", "rounding": {"places": 2}})"));
    CHECK(cut.earns(third) == "0.6");
    CHECK(entries(scored(cut, third)) == "loss 1.1 1.4");
}

TEST_CASE("Bắc Giang: the net of each field is rounded, and the total is the sum of what was rounded") {
    criteria_description made;
    made.key = {"1", "x", {2025, 1, 2}, provenance::printed, {}};
    made.name = "rounded fields";
    made.parts = {{"a", "appraised", {scorer::appraiser}, std::nullopt, {}}};
    for (const char* code : {"1", "2"}) {
        criterion field;
        field.code = field.name = code;
        criterion leaf;
        leaf.code = leaf.name = std::string(code) + ".1";
        leaf.part = "a";
        leaf.maximum = figure{decimal(1), provenance::printed, {}};
        field.children = {leaf};
        made.fields.push_back(field);
    }
    made.field_rounding = rounding{2, rounding_mode::half_up};
    assessment marks;
    marks.set = made.key;
    marks.unit = {"U", "U", {}, {}};
    marks.year = 2025;
    for (const char* code : {"1.1", "2.1"}) {
        mark each;
        each.criterion = code;
        each.score = figure{parse_decimal("0.335").value, provenance::printed, {}};
        marks.marks.push_back(each);
    }
    const evaluation fields = evaluate(criteria_set::create(made).value(), marks).value();
    CHECK(one_rule::text(fields.total().score) == "0.68");
    CHECK(one_rule::text(fields.part(0).score) == "0.67");  // leaves of the part, as they are
    CHECK(entries(fields) == "rounding 1 -0.005; loss 1.1 0.665; rounding 2 -0.005; loss 2.1 0.665");
    made.field_rounding.reset();
    made.total_rounding = rounding{1, rounding_mode::half_up};
    const evaluation total = evaluate(criteria_set::create(made).value(), marks).value();
    CHECK(one_rule::text(total.total().score) == "0.7");
    CHECK(entries(total) == "rounding  -0.03; loss 1.1 0.665; loss 2.1 0.665");
    made.total_rounding = rounding{19, rounding_mode::half_up};
    CHECK(!criteria_set::create(made));
}

TEST_CASE("the rounding of a field belongs to no part, also where the field is a leaf or has a cap") {
    criteria_description made;
    made.key = {"1", "x", {2025, 1, 2}, provenance::printed, {}};
    made.name = "rounded fields";
    made.parts = {{"a", "appraised", {scorer::appraiser}, std::nullopt, {}}};
    criterion leaf;
    leaf.code = leaf.name = "1";
    leaf.part = "a";
    leaf.maximum = figure{decimal(1), provenance::printed, {}};
    criterion capped;
    capped.code = capped.name = "2";
    capped.cap = figure{parse_decimal("0.25").value, provenance::printed, {}};
    capped.children = {leaf};
    capped.children[0].code = "2.1";
    made.fields = {leaf, capped};
    made.field_rounding = rounding{1, rounding_mode::half_up};
    assessment marks;
    marks.set = made.key;
    marks.unit = {"U", "U", {}, {}};
    marks.year = 2025;
    for (const char* code : {"1", "2.1"}) {
        mark each;
        each.criterion = code;
        each.score = figure{parse_decimal("0.335").value, provenance::printed, {}};
        marks.marks.push_back(each);
    }
    const evaluation both = evaluate(criteria_set::create(made).value(), marks).value();
    CHECK(one_rule::text(both.total().score) == "0.6");
    CHECK(one_rule::text(both.part(0).score) == "0.585");  // with what the cap takes, 0.085
}

TEST_CASE("without a survey the appraised points are brought to 100") {
    const one_rule rule(with_policy(""), set_says(R"({"zero_denominator": "zero"})"));
    const evaluation all = scored(rule, R"({"a": 4, "b": 3})");
    const std::string_view appraised[] = {"a"};
    CHECK(one_rule::text(percent_of_parts(all, appraised)) == "250/3");
    const std::string_view unknown[] = {"survey"};
    CHECK_THROWS_AS(static_cast<void>(percent_of_parts(all, unknown)), error);
    CHECK_THROWS_AS(static_cast<void>(percent_of_parts(all, {})), error);
    CHECK_THROWS_AS(static_cast<void>(percent_of_parts(scored(rule, R"({"a": 4})"), appraised)), error);
}

TEST_CASE("facts that a mark cannot have are refused, all at once") {
    const one_rule rule(with_policy(""), set_says(R"({"zero_denominator": "zero"})"));
    const result<assessment> marks =
        read_assessment(marks_text(R"({"a": "0.5", "bb": 1, "b": true})"), "assessment.json", &rule.set());
    REQUIRE(!marks);
    CHECK(codes(marks.error()) ==
          std::vector{error_code::wrong_fact, error_code::unknown_fact, error_code::wrong_fact});
    CHECK(marks.error()[1].message == "criterion \"1.1\": its rule reads no fact \"bb\"; did you mean \"b\"?");
    std::string leaf_without = marks_text("{}");
    leaf_without.replace(leaf_without.find(R"("score": 1)"), 10, R"("facts": {"a": 1})");
    CHECK(only(read_assessment(leaf_without, "assessment.json", &rule.set()).error(), error_code::facts_without_rule)
              .message == "criterion \"2\": it has no rule that reads facts; expected a score");
}

TEST_CASE("a leaf with a rule may also have the score that was published for it") {
    const one_rule rule(with_policy(""), set_says(R"({"zero_denominator": "zero"})"));
    std::string text = marks_text("{}");
    text.replace(text.find(R"("facts": {})"), 11, R"("score": 1.25)");
    const result<assessment> marks = read_assessment(text, "assessment.json", &rule.set());
    REQUIRE(marks);
    CHECK(one_rule::text(evaluate(rule.set(), *marks).value().total().score) == "2.25");
}

TEST_CASE("a context that does not fit the set is refused") {
    const one_rule rule(with_policy(""), set_says(R"({"zero_denominator": "zero"})"));
    const assessment marks = read_assessment(marks_text(R"({"a": 1, "b": 1})"), "assessment.json").value();
    const auto found = [&](const evaluation_context& context) { return check(marks, rule.set(), context); };
    CHECK(only(found({{{"9", {}}}}), error_code::unknown_code).level == severity::error);
    CHECK(only(found({{{"2", {}}}}), error_code::facts_without_rule).level == severity::error);
    CHECK(only(found({{{"1.1", {{"a", decimal(1)}}}}}), error_code::unknown_fact).message.find("of the mark") !=
          std::string::npos);
}

TEST_CASE("each round is scored from its own facts, and a later one replaces all of them") {
    const one_rule rule(with_policy(""), set_says(R"({"zero_denominator": "zero"})"));
    std::string text = marks_text(R"({"a": 4, "b": 3})");
    text.replace(text.find(R"("rounds": [)"), 11,
                 R"("rounds": [{"round": "self", "marks": [{"criterion": "1.1", "facts": {"a": 4, "b": 4}}]},
        {"round": "re_appraisal", "marks": [{"criterion": "1.1", "facts": {"a": 5}}]}, )");
    const assessment marks = read_assessment(text, "assessment.json", &rule.set()).value();
    std::string by_round;
    for (const mark& each : marks.marks) {
        if (each.criterion != "1.1") continue;
        const rule_result points = points_of(each, rule.leaf());
        by_round += std::string(to_string(each.round)) + ' ' +
                    (points.state == rule_state::scored ? one_rule::text(*points.points.low) : "open") + "; ";
    }
    CHECK(by_round == "self 2; re_appraisal open; appraisal 1.5; ");
    CHECK(evaluate(rule.set(), marks).value().total().unmarked == 1);  // the second appraisal lacks a fact
}

TEST_CASE("a division by zero behind a case that may hold does not end the rule") {
    const one_rule rule(R"({"facts": [{"name": "x", "kind": "yes_no"}, {"name": "a"}, {"name": "b"}],
        "zero_denominator": "zero", "kind": "cases", "cases": [{"if": "x", "points": 1},
        {"if": "b / a >= 80%", "points": 1}], "otherwise": {"points": 0}})");
    CHECK(rule.earns(R"({"a": 0, "b": 0})") == "0..1");
    CHECK(rule.earns(R"({"x": true, "a": 0, "b": 0})") == "1");
    CHECK(rule.earns(R"({"x": false, "a": 0, "b": 0})") == "0");
}

TEST_CASE("below a cliff for certain, but not known how far: there is no distance to give") {
    const one_rule rule(R"({"facts": [{"name": "n", "kind": "number", "most": "0.5"}], "kind": "linear", "of": "n",
        "points": "100%", "fails": {"below": "80%", "points": 0}})",
                        {"1", R"("points": "bonus", )", ""});
    CHECK(rule.next("{}").empty());
}

TEST_CASE("parts over a whole below zero are no shares of it") {
    const one_rule rule(
        R"({"facts": [{"name": "a"}], "kind": "weighted_sum", "terms": [{"of": "a", "points": -1}], "over": "0 - 4",
        "share": "reject", "least": 0, "most": 2})",
        {"2", "", ""});
    CHECK(rule.earns(R"({"a": 4})") == "1");
    CHECK(rule.earns("{}") == "0..2");
}

TEST_CASE("open points are rounded as those that are known will be") {
    const one_rule up(R"({"facts": [{"name": "x", "kind": "number", "least": 0, "most": 4}],
        "rounding": {"places": 0, "mode": "up"}, "kind": "formula", "points": "x / 10"})");
    CHECK(up.earns("{}") == "0..1");
    CHECK(up.earns(R"({"x": "0.1"})") == "1");
}

TEST_CASE("parts of a whole that may be above 100 %: the points that both sides of it give") {
    const one_rule rule(R"({"facts": [{"name": "a", "least": 1}, {"name": "b"}, {"name": "c"}], "kind": "weighted_sum",
        "terms": [{"of": "b", "points": "100%"}, {"of": "c", "points": "50%"}], "over": "a", "share": "clamp"})",
                        {"2", "", ""});
    CHECK(rule.earns(R"({"a": 10, "c": 8})") == "0..2");
    CHECK(rule.earns(R"({"a": 10, "b": 0, "c": 8})") == "0.8");
    CHECK(rule.earns(R"({"a": 10, "b": 2, "c": 8})") == "1.2");
    CHECK(rule.earns(R"({"a": 10, "b": 3, "c": 8})") == "14/11");  // 11 of 10 count as 11 of 11
}

TEST_CASE("whole units below the start are counted toward it") {
    const one_rule rule(R"({"facts": [{"name": "x", "kind": "number", "least": 0, "most": 20}], "kind": "linear",
        "of": "x", "start": 1, "from": 10, "points": 0.5, "per": 5, "whole_units": true})",
                        {"2", "", ""});
    CHECK(rule.earns(R"({"x": "9.9"})") == "1");
    CHECK(rule.earns(R"({"x": "5.1"})") == "1");
    CHECK(rule.earns(R"({"x": 5})") == "0.5");
    CHECK(rule.earns(R"({"x": "0.1"})") == "0.5");
    CHECK(rule.earns(R"({"x": 0})") == "0");
    CHECK(rule.earns(R"({"x": "14.9"})") == "1");
    CHECK(rule.earns(R"({"x": 20})") == "2");
}

TEST_CASE("a leaf that may yet be found not to apply is named: ranges are those of its applying") {
    const one_rule shared(with_policy(""), set_says(R"({"zero_denominator": "not_applicable"})",
                                                    R"("not_applicable": "rescale_total", )"));
    const evaluation open = scored(shared, R"({"b": 0})");
    REQUIRE(open.may_not_apply().size() == 1);
    CHECK(open.set().at(open.may_not_apply()[0]).code == "1.1");
    CHECK(open.total().highest == ratio(1));  // and 3 where it does not apply
    CHECK(scored(shared, R"({"a": 0, "b": 0})").may_not_apply().empty());
    CHECK(scored(shared, R"({"a": 1})").may_not_apply().empty());
    const one_rule full(with_policy(""), set_says(R"({"zero_denominator": "full"})"));
    CHECK(scored(full, R"({"b": 0})").may_not_apply().empty());
}
