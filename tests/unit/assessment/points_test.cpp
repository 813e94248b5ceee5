// Bonus points, penalties, bounds, and criteria that do not apply.
#include "parindex/assessment/evaluation.hpp"
#include "parindex/index/par_index.hpp"

#include "../findings.hpp"
#include "../son_la.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

constexpr scoring_round appraisal = scoring_round::appraisal;

criterion with(criterion each, point_kind points) {
    each.points = points;
    return each;
}
criterion capped(criterion each, std::string_view cap) {
    each.cap = printed(cap);
    return each;
}
criterion at_least(criterion each, std::string_view minimum) {
    each.minimum = printed(minimum);
    return each;
}
criterion excused(criterion each, not_applicable_policy policy) {
    each.not_applicable = policy;
    return each;
}

criteria_description described(std::vector<criterion> fields) {
    criteria_description out;
    out.key = son_la_key();
    out.name = "points";
    out.parts = {{"a", "appraised", {scorer::unit, scorer::appraiser}, std::nullopt, {}},
                 {"s", "surveyed", {scorer::survey}, std::nullopt, {}}};
    out.fields = std::move(fields);
    out.fields.push_back(group("S", "", {leaf("s", "s", "30")}));
    return out;
}

mark survey_mark(std::string_view score) {
    return scored("s", scoring_round::survey, score);
}
mark absent(std::string criterion, std::string reason = "no such duty") {
    mark out;
    if (criterion == "s") out.round = scoring_round::survey;
    out.criterion = std::move(criterion);
    out.not_applicable = std::move(reason);
    return out;
}

assessment marked(std::vector<mark> marks) {
    assessment out;
    out.set = son_la_key();
    out.unit = {"VPUB", "Văn phòng", {}, {}};
    out.year = 2021;
    out.marks = std::move(marks);
    return out;
}

evaluation evaluated(const criteria_description& set, std::vector<mark> marks) {
    return evaluate(criteria_set::create(set).value(), marked(std::move(marks))).value();
}

ratio score_of(const evaluation& from, std::string_view code) {
    return from.at(from.set().find(code)).score;
}

ratio sum(std::span<const ledger_entry> entries) {
    ratio out;
    for (const ledger_entry& entry : entries) out += entry.amount;
    return out;
}

/// "kind code amount" of every entry.
std::vector<std::string> told(const evaluation& from) {
    std::vector<std::string> out;
    for (const ledger_entry& entry : from.ledger()) {
        const std::string& code = from.set().at(entry.node).code;
        out.push_back(std::string(to_string(entry.kind)) + ' ' + (code.empty() ? "total" : code) + ' ' +
                      entry.amount.to_string());
    }
    return out;
}

void check_identity(const evaluation& from) {
    for (std::size_t node = 0; node < from.set().nodes().size(); ++node) {
        CAPTURE(from.set().at(node).code);
        ratio rescaled;
        for (const ledger_entry& entry : from.ledger(node)) {
            if (entry.kind == ledger_kind::rescale) rescaled += entry.amount;
        }
        CHECK(from.set().at(node).maximum - from.at(node).highest == sum(from.ledger(node)));
        CHECK(from.set().at(node).maximum - rescaled == from.at(node).maximum);
        CHECK(from.at(node).lowest <= from.at(node).highest);
    }
}

diagnostics refused(const criteria_description& set, std::vector<mark> marks) {
    return check(marked(std::move(marks)), criteria_set::create(set).value());
}

using lines = std::vector<std::string>;

}  // namespace

TEST_CASE("bonus points are added above the maximum, up to the cap of their block") {
    const criteria_description set = described(
        {group("1", "70", {leaf("1.1", "a", "70")}),
         capped(with(group("B", "", {leaf("B.1", "a", "2"), leaf("B.2", "a", "4")}), point_kind::bonus), "5")});
    const evaluation none = evaluated(set, {scored("1.1", appraisal, "69"), survey_mark("30")});
    CHECK(none.total().score == exact("99"));
    CHECK(none.total().complete());
    CHECK(none.total().maximum == exact("100"));

    const evaluation some =
        evaluated(set, {scored("1.1", appraisal, "69"), survey_mark("30"), scored("B.1", appraisal, "1.5")});
    CHECK(some.total().score == exact("100.5"));
    CHECK(some.total().maximum == exact("100"));
    CHECK(told(some) == lines{"loss 1.1 1", "bonus B.1 -3/2"});
    CHECK(some.deductions().size() == 1);
    check_identity(some);

    const evaluation most = evaluated(set, {scored("1.1", appraisal, "69"), survey_mark("30"),
                                            scored("B.1", appraisal, "2"), scored("B.2", appraisal, "4")});
    CHECK(most.total().score == exact("104"));
    CHECK(score_of(most, "B") == exact("5"));
    CHECK(told(most) == lines{"loss 1.1 1", "limit B 1", "bonus B.1 -2", "bonus B.2 -4"});
    check_identity(most);
    const par_index index = compute_par_index(most);
    CHECK(index.percent() == exact("104"));
    CHECK(index.total.deduction == exact("-4"));
    CHECK(index.parts[0].score == exact("74"));
    CHECK(index.parts[0].score + index.parts[1].score == index.total.score);
}

TEST_CASE("a set may hold its total to 100") {
    criteria_description set = described(
        {group("1", "70", {leaf("1.1", "a", "70")}), with(group("B", "", {leaf("B.1", "a", "5")}), point_kind::bonus)});
    set.cap = printed("100");
    const evaluation held =
        evaluated(set, {scored("1.1", appraisal, "68"), survey_mark("30"), scored("B.1", appraisal, "5")});
    CHECK(held.total().score == exact("100"));
    CHECK(told(held) == lines{"limit total 3", "loss 1.1 2", "bonus B.1 -5"});
    CHECK(compute_par_index(held).total.deduction.sign() == 0);
    check_identity(held);
    // An open leaf: the range is cut at the cap too.
    const evaluation open = evaluated(set, {survey_mark("30"), scored("B.1", appraisal, "5")});
    CHECK(open.total().lowest == exact("35"));
    CHECK(open.total().highest == exact("100"));
    CHECK(open.unmarked().size() == 1);
}

TEST_CASE("a penalty is taken from the criterion, below zero if need be") {
    // Not staffed: the leaf scores 0 and a further 0.25 is taken from the criterion.
    const criteria_description set = described(
        {group("1", "70",
               {leaf("1.1", "a", "1"), with(leaf("1.P", "a", "0.25"), point_kind::penalty), leaf("1.2", "a", "69")})});
    for (const bool as_loss : {true, false}) {
        mark penalty = as_loss ? lost("1.P", appraisal, "0.25") : scored("1.P", appraisal, "-0.25");
        const evaluation from = evaluated(set, {scored("1.1", appraisal, "0"), std::move(penalty),
                                                scored("1.2", appraisal, "69"), survey_mark("30")});
        CHECK(from.total().score == exact("98.75"));
        CHECK(told(from) == lines{"loss 1.1 1", "penalty 1.P 1/4"});
        CHECK(from.deductions().size() == 2);
        check_identity(from);
    }
    CHECK(codes(refused(set, {lost("1.P", appraisal, "0.5")})) == std::vector{error_code::score_below_minimum});
    CHECK(codes(refused(set, {lost("1.P", appraisal, "-0.5")})) == std::vector{error_code::score_above_maximum});
    CHECK(codes(refused(set, {scored("1.P", appraisal, "-0.5")})) == std::vector{error_code::score_below_minimum});
    CHECK(codes(refused(set, {scored("1.P", appraisal, "0.25")})) == std::vector{error_code::score_above_maximum});
}

TEST_CASE("a block of penalties takes no more than its cap, and without one as much as it says") {
    criterion endless = with(loss_leaf("P.2", "a"), point_kind::penalty);
    const criterion block =
        with(group("P", "", {with(leaf("P.1", "a", "1"), point_kind::penalty), endless}), point_kind::penalty);
    const std::vector<mark> marks = {scored("1.1", appraisal, "70"), survey_mark("30"), lost("P.1", appraisal, "1"),
                                     lost("P.2", appraisal, "9")};
    const evaluation free = evaluated(described({group("1", "70", {leaf("1.1", "a", "70")}), block}), marks);
    CHECK(free.total().score == exact("90"));
    const evaluation held =
        evaluated(described({group("1", "70", {leaf("1.1", "a", "70")}), capped(block, "5")}), marks);
    CHECK(held.total().score == exact("95"));
    CHECK(told(held) == lines{"limit P -5", "penalty P.1 1", "penalty P.2 9"});
    check_identity(held);
}

TEST_CASE("three missing quarterly reports and the annual one: -0.5, or 0 where the set has a floor") {
    // 2 points; -0.5 for a missing quarterly report, -1 for the annual one.
    const std::vector<criterion> reports = {leaf("1.1.1", "a", "2"), with(leaf("1.1.2", "a", "2"), point_kind::penalty),
                                            with(leaf("1.1.3", "a", "1"), point_kind::penalty)};
    const std::vector<mark> marks = {scored("1.1.1", appraisal, "2"), lost("1.1.2", appraisal, "1.5"),
                                     lost("1.1.3", appraisal, "1"), survey_mark("30")};
    const evaluation below = evaluated(described({group("1", "", {group("1.1", "2", reports)})}), marks);
    CHECK(score_of(below, "1.1") == exact("-0.5"));
    const evaluation floored =
        evaluated(described({group("1", "", {at_least(group("1.1", "2", reports), "0")})}), marks);
    CHECK(score_of(floored, "1.1").sign() == 0);
    CHECK(told(floored) == lines{"limit 1.1 -1/2", "penalty 1.1.2 3/2", "penalty 1.1.3 1"});
    check_identity(floored);
    // The same rule as one leaf whose minimum lies below zero.
    const criteria_description one = described({at_least(leaf("1", "a", "2"), "-1")});
    CHECK(score_of(evaluated(one, {scored("1", appraisal, "-0.5"), survey_mark("30")}), "1") == exact("-0.5"));
    CHECK(codes(refused(one, {scored("1", appraisal, "-1.5")})) == std::vector{error_code::score_below_minimum});
    CHECK(codes(refused(one, {lost("1", appraisal, "3.5")})) == std::vector{error_code::score_below_minimum});
    const evaluation open = evaluated(one, {survey_mark("30")});
    CHECK(open.total().lowest == exact("29"));
    CHECK(open.total().highest == exact("32"));
}

TEST_CASE("a unit with a criterion that does not apply: its own smaller maximum, or 100 again") {
    const auto set = [](not_applicable_policy policy) {
        return described({group("1", "41.5", {leaf("1.1", "a", "41.5")}),
                          group("2", "28.5", {excused(leaf("2.1", "a", "28.5"), policy)})});
    };
    const std::vector<mark> marks = {scored("1.1", appraisal, "40"), absent("2.1"), survey_mark("29.25")};

    const evaluation smaller = evaluated(set(not_applicable_policy::smaller_maximum), marks);
    CHECK(smaller.total().score == exact("69.25"));
    CHECK(smaller.total().maximum == exact("71.5"));
    const par_index own = compute_par_index(smaller);
    CHECK(round_to(own.percent(), 2).value == exact("96.85"));
    CHECK(own.total.deduction == exact("2.25"));
    CHECK(told(smaller) == lines{"loss 1.1 3/2", "rescale 2.1 57/2", "loss s 3/4"});
    REQUIRE(smaller.not_applicable().size() == 1);
    CHECK(smaller.not_applicable()[0].reason == "no such duty");
    check_identity(smaller);

    const evaluation rescaled = evaluated(set(not_applicable_policy::rescale_total), marks);
    CHECK(rescaled.total().maximum == exact("100"));
    CHECK(rescaled.total().score == exact("6925") / exact("71.5"));
    CHECK(compute_par_index(rescaled).percent() == own.percent());
    CHECK(sum(rescaled.ledger()) == exact("100") - rescaled.total().score);
    check_identity(rescaled);

    const evaluation full = evaluated(set(not_applicable_policy::full), marks);
    CHECK(full.total().score == exact("97.75"));
    CHECK(told(full) == lines{"loss 1.1 3/2", "loss s 3/4"});
    check_identity(full);

    const evaluation zero = evaluated(set(not_applicable_policy::zero), marks);
    CHECK(zero.total().score == exact("69.25"));
    CHECK(zero.total().maximum == exact("100"));
    CHECK(told(zero) == lines{"loss 1.1 3/2", "loss 2.1 57/2", "loss s 3/4"});
    check_identity(zero);

    CHECK(codes(refused(set(not_applicable_policy::forbidden), marks)) == std::vector{error_code::not_applicable_here});
}

TEST_CASE("missing, zero and not applicable are three things") {
    const criteria_description set = described({excused(
        group("1", "70", {leaf("1.1", "a", "30"), leaf("1.2", "a", "40")}), not_applicable_policy::smaller_maximum)});
    const std::vector<mark> others = {scored("1.1", appraisal, "30"), survey_mark("30")};
    const auto with_one = [&](std::optional<mark> more) {
        std::vector<mark> marks = others;
        if (more) marks.push_back(*more);
        return evaluated(set, marks);
    };
    const evaluation missing = with_one(std::nullopt);
    CHECK_FALSE(missing.total().complete());
    CHECK(missing.total().lowest == exact("60"));
    CHECK(missing.total().highest == exact("100"));
    const evaluation zero = with_one(scored("1.2", appraisal, "0"));
    CHECK(zero.total().complete());
    CHECK(zero.total().maximum == exact("100"));
    CHECK(zero.deductions().size() == 1);
    const evaluation absent_one = with_one(absent("1.2"));
    CHECK(absent_one.total().complete());
    CHECK(absent_one.total().maximum == exact("60"));
    CHECK(absent_one.deductions().empty());
}

TEST_CASE("where the weight goes changes the total") {
    // Two criteria in field 1; 1.1.2 does not apply.
    const auto set = [](not_applicable_policy policy) {
        return described(
            {group("1", "40",
                   {group("1.1", "20", {leaf("1.1.1", "a", "10"), excused(leaf("1.1.2", "a", "10"), policy)}),
                    group("1.2", "20", {leaf("1.2.1", "a", "20")})}),
             group("2", "30", {leaf("2.1", "a", "30")})});
    };
    const std::vector<mark> marks = {scored("1.1.1", appraisal, "5"), absent("1.1.2"), scored("1.2.1", appraisal, "20"),
                                     scored("2.1", appraisal, "15"), survey_mark("30")};
    const evaluation criterion = evaluated(set(not_applicable_policy::rescale_criterion), marks);
    CHECK(score_of(criterion, "1.1") == exact("10"));
    CHECK(criterion.total().score == exact("75"));
    const evaluation field = evaluated(set(not_applicable_policy::rescale_field), marks);
    CHECK(score_of(field, "1") == exact("25") * exact("40") / exact("30"));
    CHECK(field.total().score == exact("45") + exact("1000") / exact("30"));
    const evaluation total = evaluated(set(not_applicable_policy::rescale_total), marks);
    CHECK(total.total().score == exact("70") * exact("100") / exact("90"));
    for (const evaluation* each : {&criterion, &field, &total}) {
        CHECK(each->total().maximum == exact("100"));
        check_identity(*each);
        const par_index index = compute_par_index(*each);
        CHECK(index.parts[0].score + index.parts[1].score == index.total.score);
        CHECK(index.parts[0].maximum + index.parts[1].maximum == exact("100"));
    }
}

TEST_CASE("weights are shared out from the innermost scope outwards") {
    // 1.1.2 goes to its criterion; 1.1.3, as heavy as it is then, to the field.
    const criteria_description set = described({group(
        "1", "70",
        {group("1.1", "30",
               {leaf("1.1.1", "a", "10"), excused(leaf("1.1.2", "a", "10"), not_applicable_policy::rescale_criterion),
                excused(leaf("1.1.3", "a", "10"), not_applicable_policy::rescale_field)}),
         group("1.2", "40", {leaf("1.2.1", "a", "40")})})});
    const evaluation from = evaluated(set, {scored("1.1.1", appraisal, "10"), absent("1.1.2"), absent("1.1.3"),
                                            scored("1.2.1", appraisal, "0"), survey_mark("0")});
    // 1.1.1 and 1.1.3 weigh 15 each; without 1.1.3 the field's 70 lies on 55.
    CHECK(from.total().score == exact("15") * exact("70") / exact("55"));
    CHECK(from.total().maximum == exact("100"));
    check_identity(from);
}

TEST_CASE("a weight that nobody could take over is an error at its mark") {
    const criteria_description set = described({excused(
        group("1", "70",
              {group("1.1", "30", {leaf("1.1.1", "a", "10"), leaf("1.1.2", "a", "20")}), leaf("1.2", "a", "40")}),
        not_applicable_policy::rescale_criterion)});
    const diagnostics found = refused(set, {absent("1.1.1"), absent("1.1.2")});
    CHECK(codes(found) == std::vector{error_code::nothing_applies});
    CHECK(found[0].criterion == "1.1.1");
    CHECK(refused(set, {absent("1.1.1")}).empty());
}

TEST_CASE("what may not be left out") {
    const criteria_description set = described(
        {excused(group("1", "70", {leaf("1.1", "a", "30"), remainder_leaf("1.R", "a"), loss_leaf("1.2", "a")}),
                 not_applicable_policy::full),
         with(group("B", "", {leaf("B.1", "a", "5")}), point_kind::bonus)});
    CHECK(codes(refused(set, {absent("1.1", " \t")})) == std::vector{error_code::invalid_value});
    CHECK(codes(refused(set, {absent("1.2")})) == std::vector{error_code::not_applicable_here});
    CHECK(codes(refused(set, {absent("B.1")})) == std::vector{error_code::not_applicable_here});
    CHECK(codes(refused(set, {lost("B.1", appraisal, "1")})) == std::vector{error_code::invalid_value});
    mark two = scored("1.1", appraisal, "3");
    two.not_applicable = "no";
    CHECK(codes(refused(set, {two})) == std::vector{error_code::invalid_value});
}

TEST_CASE("no survey was held: the appraised points stand for the whole") {
    const criteria_description set = described({group("1", "70", {leaf("1.1", "a", "70")})});
    criteria_description rescaled = set;
    rescaled.not_applicable = not_applicable_policy::rescale_total;
    CHECK(evaluated(rescaled, {scored("1.1", appraisal, "62.62"), absent("s", "no survey")}).total().score ==
          exact("6262") / exact("70"));
    criteria_description smaller = set;
    smaller.not_applicable = not_applicable_policy::smaller_maximum;
    const evaluation own = evaluated(smaller, {scored("1.1", appraisal, "62.62"), absent("s", "no survey")});
    CHECK(own.total().maximum == exact("70"));
    CHECK(round_to(compute_par_index(own).percent(), 2).value == exact("89.46"));
}

TEST_CASE("marks whose exact sum grows beyond all bounds are refused, not thrown") {
    // Every criterion shares out a weight by a factor with another prime below it.
    std::vector<criterion> criteria;
    std::vector<mark> marks;
    int found = 0;
    for (int prime = 900'001; found < 1'200; prime += 2) {
        bool is_prime = true;
        for (int by = 3; by * by <= prime && is_prime; by += 2) is_prime = prime % by != 0;
        if (!is_prime) continue;
        ++found;
        const std::string code = std::to_string(prime);
        criteria.push_back(excused(group(code, "", {leaf(code + ".1", "a", code), leaf(code + ".2", "a", "1")}),
                                   not_applicable_policy::rescale_criterion));
        marks.push_back(scored(code + ".1", appraisal, "1"));
        marks.push_back(absent(code + ".2"));
    }
    const criteria_set set = criteria_set::create(described(criteria)).value();
    const result<evaluation> from = evaluate(set, marked(marks));
    REQUIRE_FALSE(from.has_value());
    CHECK(codes(from.error()) == std::vector{error_code::marks_too_fine});
}

TEST_CASE("the second round lowers one leaf and the others keep their first mark") {
    const criteria_description set = described(
        {group("1", "5", {leaf("1", "a", "1"), leaf("2", "a", "1"), leaf("3", "a", "2"), leaf("4", "a", "1")})});
    criteria_description unique = set;
    unique.fields[0].code = "F";
    std::vector<mark> marks = {scored("1", appraisal, "1"), scored("2", appraisal, "0.5"), scored("3", appraisal, "2"),
                               scored("4", appraisal, "0.5"), survey_mark("0")};
    CHECK(evaluated(unique, marks).total().score == exact("4"));
    marks.push_back(scored("2", scoring_round::re_appraisal, "1"));
    const evaluation second = evaluated(unique, marks);
    CHECK(second.total().score == exact("4.5"));
    CHECK(second.counted_round(second.set().find("2")) == scoring_round::re_appraisal);
    CHECK(second.counted_round(second.set().find("1")) == appraisal);
    marks.back() = scored("2", scoring_round::re_appraisal, "0");
    CHECK(evaluated(unique, marks).total().score == exact("3.5"));
}
