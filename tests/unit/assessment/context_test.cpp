// What stands outside the units, checked against a set and handed to one unit.
#include "../findings.hpp"
#include "parindex/assessment/context_description.hpp"
#include "parindex/assessment/evaluation.hpp"
#include "parindex/numeric/number_text.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

decimal number(const char* text) {
    return parse_decimal(text).value;
}

const decision key{"45/QĐ-UBND", "UBND tỉnh", {2025, 1, 2}, provenance::printed, {}};

fact_declaration declared(const char* name, fact_source source) {
    fact_declaration out;
    out.name = name;
    out.kind = fact_kind::number;
    out.source = source;
    out.least = decimal(0);
    return out;
}

/// "1.1": x / best * max; "1.2": 1 point for a value above last year's; "2" without a rule.
criteria_set ruled_set() {
    criteria_description out;
    out.key = key;
    out.name = "Bộ chỉ số";
    out.parts = {{"a", "Thẩm định", {scorer::appraiser}, std::nullopt, {}}};
    out.rules.zero_denominator = zero_denominator_policy::zero;
    const auto leaf = [](const char* code, const char* maximum) {
        criterion made;
        made.code = code;
        made.name = code;
        made.part = "a";
        made.maximum = figure{number(maximum), provenance::printed, {}};
        return made;
    };
    out.fields = {leaf("1.1", "2"), leaf("1.2", "1"), leaf("2", "1")};
    out.fields[0].scoring =
        scoring_rule{{declared("x", fact_source::mark), declared("best", fact_source::context)},
                     {formula_rule{formula::parse("min(x / best, 1) * max").value(), {}, {}}, "", {}},
                     {},
                     {}};
    cases_rule grown;
    grown.cases.push_back({formula::parse("now > last_year").value(), {{decimal(1), false}, {}}});
    out.fields[1].scoring =
        scoring_rule{{declared("now", fact_source::mark), declared("last_year", fact_source::context)},
                     {std::move(grown), "", {}},
                     {},
                     {}};
    return criteria_set::create(out).value();
}

context_description context() {
    context_description out;
    out.set = key;
    out.year = 2025;
    out.facts = {{"1.1", {{"best", number("12.5")}}, "", {}}};
    out.units = {{"SNV", {{"1.2", {{"last_year", number("80.5")}}, "", {}}}, {}},
                 {"STP", {{"1.1", {{"best", number("20")}}, "", {}}}, {}}};
    return out;
}

assessment marks_of(const char* unit) {
    assessment out;
    out.set = key;
    out.unit = {unit, "Đơn vị", "", ""};
    out.year = 2025;
    const auto add = [&out](const char* code, std::vector<fact> facts) {
        mark& added = out.marks.emplace_back();
        added.criterion = code;
        added.facts = std::move(facts);
    };
    add("1.1", {{"x", number("10")}});
    add("1.2", {{"now", number("80.51")}});
    return out;
}

diagnostics found_with(void (*change)(context_description&)) {
    context_description changed = context();
    change(changed);
    return check(changed, ruled_set());
}

}  // namespace

TEST_CASE("a unit sees the facts of every unit, and its own in their place") {
    const criteria_set set = ruled_set();
    CHECK(check(context(), set).empty());
    const auto scored = [&](const char* unit) {
        const evaluation found = evaluate(set, marks_of(unit), context_of(context(), unit, 2025)).value();
        return found.at(set.find("1.1")).score.to_string() + ' ' +
               (found.at(set.find("1.2")).complete() ? found.at(set.find("1.2")).score.to_string() : "open");
    };
    CHECK(scored("SNV") == "8/5 1");
    CHECK(scored("STP") == "1 open");
    CHECK(scored("SYT") == "8/5 open");
}

TEST_CASE("an evaluation knows the facts that it lacks") {
    const criteria_set set = ruled_set();
    assessment marks = marks_of("SYT");
    marks.marks[1].facts->clear();
    const evaluation scored = evaluate(set, marks, context_of(context(), "SYT", 2025)).value();
    CHECK(scored.missing_facts(set.find("1.1")).empty());
    const std::span<const std::size_t> missing = scored.missing_facts(set.find("1.2"));
    CHECK(std::vector(missing.begin(), missing.end()) == std::vector<std::size_t>{0, 1});
    CHECK(scored.missing_facts(set.find("2")).empty());  // no mark at all
}

TEST_CASE("facts of one unit join those of every unit in one criterion") {
    context_description two = context();
    two.facts[0].facts.push_back({"worst", number("1")});
    const std::vector<fact> seen = context_of(two, "STP", 2025).facts.at("1.1");
    CHECK(seen == std::vector<fact>{{"best", number("20")}, {"worst", number("1")}});
}

TEST_CASE("facts of one year are no facts of another") {
    CHECK(context_of(context(), "SNV", 2024).facts.empty());
    CHECK(context_of(context(), "SNV", 2025).facts.size() == 2);
}

TEST_CASE("contexts that contradict the set") {
    const auto only_error = [](void (*change)(context_description&), error_code code) {
        const diagnostics found = found_with(change);
        INFO(listed(found));
        CHECK(found.size() == 1);
        CHECK(only(found, code).level == severity::error);
        return only(found, code).message;
    };
    CHECK(only_error([](context_description& given) { given.set.number = "46/QĐ-UBND"; }, error_code::set_mismatch) ==
          "the context belongs to the set of decision 46/QĐ-UBND of UBND tỉnh (2025-01-02), not to "
          "45/QĐ-UBND of UBND tỉnh (2025-01-02)");
    CHECK(
        only_error([](context_description& given) { given.facts[0].criterion = "1.1\u00a0"; }, error_code::unknown_code)
            .find("; it looks like \"1.1\"") != std::string::npos);
    CHECK(only_error([](context_description& given) { given.units[0].facts[0].criterion = "2"; },
                     error_code::facts_without_rule) ==
          "criterion \"2\" of the unit \"SNV\": it has no rule that reads facts");
    CHECK(only_error([](context_description& given) { given.facts.push_back(given.facts[0]); },
                     error_code::duplicate_code)
              .find("criterion \"1.1\"") == 0);
    CHECK(only_error(
              [](context_description& given) {
                  given.units.push_back({"SNV", {}, {}});
              },
              error_code::duplicate_unit)
              .find("\"SNV\"") != std::string::npos);
    CHECK(only_error(
              [](context_description& given) {
                  given.units.push_back({" ", {}, {}});
              },
              error_code::invalid_value)
              .find("expected the code of a unit") == 0);
    CHECK(only_error([](context_description& given) { given.facts[0].facts[0].name = "bst"; },
                     error_code::unknown_fact) ==
          "criterion \"1.1\": its rule reads no fact \"bst\"; did you mean \"best\"?");
    CHECK(
        only_error([](context_description& given) { given.facts[0].facts[0].name = "x"; }, error_code::unknown_fact) ==
        "criterion \"1.1\": its rule reads no fact \"x\" of the context, but of the mark");
    CHECK(only_error([](context_description& given) { given.facts[0].facts[0].value = decimal(-1); },
                     error_code::wrong_fact) ==
          "criterion \"1.1\": the fact \"best\": expected a number from 0, not -1");
    CHECK(only_error([](context_description& given) { given.facts[0].facts[0].value = true; }, error_code::wrong_fact)
              .find("not yes") != std::string::npos);
    CHECK(only_error(
              [](context_description& given) {
                  given.facts[0].facts.push_back({"best", decimal(1)});
              },
              error_code::duplicate_fact)
              .find("twice") != std::string::npos);
}

TEST_CASE("what is wrong with a context is listed up to the limit") {
    context_description many = context();
    for (int each = 0; each < 1000; ++each) many.facts.push_back({"9." + std::to_string(each), {}, "", {}});
    const diagnostics found = check(many, ruled_set());
    CHECK(found.size() == 201);
    CHECK(found.back().message == "800 further findings are not listed");
}
