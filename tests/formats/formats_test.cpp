// Every version reads the files of the versions before it, and finds in them what was always there.
#include "frozen.hpp"
#include "parindex/assessment/evaluation.hpp"
#include "parindex/io/assessment_file.hpp"
#include "parindex/io/context_file.hpp"
#include "parindex/io/criteria_file.hpp"
#include "parindex/io/facts_csv.hpp"
#include "parindex/io/organization_file.hpp"
#include "parindex/io/plan_file.hpp"
#include "parindex/io/request_file.hpp"

#include <string>
#include <vector>

using namespace parindex;
using namespace parindex_test;

namespace {

criteria_set frozen_set() {
    diagnostics notes;
    criteria_set out = read_criteria_set(frozen("criteria-1.json"), "criteria-1.json", &notes).value();
    CHECK(notes.empty());
    return out;
}

std::string exact(const ratio& value) {
    return value.to_string();
}

}  // namespace

TEST_CASE("parindex.criteria/1") {
    const criteria_set set = frozen_set();
    CHECK(to_string(set.key()) == "1692/QĐ-UBND of UBND tỉnh Sơn La (2018-07-12)");
    CHECK(set.key().origin == provenance::assigned);
    CHECK(set.amends()->issued == date{2018, 5, std::nullopt});
    CHECK(set.unit_groups()[1].name == "Xã, phường");
    CHECK(set.codes() == provenance::assigned);
    CHECK(set.parts()[2].scored_by == std::vector{scorer::authority});
    CHECK(set.description().maximum->assumption == "The sum of the fields.");
    CHECK(set.at(0).highest == ratio(number("26.5")));
    CHECK(set.at(0).lowest == ratio(number("-1")));
    const criteria_set::node& plan = set.at(set.find("1.1"));
    CHECK(plan.lowest == ratio(number("-0.5")));
    CHECK(plan.evidence == std::vector<std::string>{"Kế hoạch", "Báo cáo"});
    CHECK(plan.not_applicable == not_applicable_policy::full);
    CHECK(set.at(set.find("1")).source == legal_source{"1051/QĐ-UBND", "Điều 5"});
    CHECK_FALSE(set.at(set.find("1.2")).states_maximum);
    CHECK(set.at(set.find("1.R")).maximum == ratio(number("8.5")));
    CHECK(set.at(set.find("2.3")).not_applicable == not_applicable_policy::rescale_field);
    CHECK(set.at(set.find("T")).not_applicable == not_applicable_policy::smaller_maximum);
    CHECK(set.at(set.find("B.1")).points == point_kind::bonus);
    CHECK(set.at(set.find("P")).lowest == ratio(number("-0.5")));
}

TEST_CASE("parindex.assessment/1") {
    const criteria_set set = frozen_set();
    const assessment marks = read_assessment(frozen("assessment-1.json"), "f", &set).value();
    CHECK(marks.set.origin == provenance::inferred);
    CHECK(marks.unit.name == "Sở Nội vụ");
    CHECK(marks.unit.outside_ranking == "Cơ quan đặc thù");
    CHECK(marks.year == 2018);
    CHECK(marks.marks.size() == 10);
    CHECK(marks.marks[0].proofs == std::vector<evidence>{{"12/KH-SNV", "mục 2"}, {"3/BC-SNV", ""}});
    CHECK(marks.marks[1].score->origin == provenance::inferred);
    CHECK(marks.published.total->scale() == 2);
    CHECK(marks.published.fields.at("1") == number("11.9"));
    CHECK(marks.published.rank->of == 19);
    CHECK(marks.published.rank->change == -1);

    const evaluation scored = evaluate(set, marks).value();
    CHECK(exact(scored.at(set.find("1")).score) == "119/10");
    CHECK(exact(scored.at(set.find("2")).score) ==
          "60/7");  // the leaves of 4 and 3 weigh 10 together: 3/4 and all of it
    CHECK(scored.total().unmarked == 1);
}

TEST_CASE("parindex.criteria/1 with every kind of rule") {
    diagnostics notes;
    const criteria_set set = read_criteria_set(frozen("criteria-1-kinds.json"), "f", &notes).value();
    CHECK(notes.empty());
    const std::string again = write_criteria_set(set);
    const criteria_set same = read_criteria_set(again, "again").value();
    CHECK(write_criteria_set(same) == again);
    std::size_t kinds = 0;  // a bit each
    for (std::size_t node = 1; node < set.nodes().size(); ++node) {
        if (!set.at(node).rule) continue;
        CHECK(*set.at(node).rule == *same.at(node).rule);
        kinds |= std::size_t{1} << set.at(node).rule->points.form.index();
    }
    CHECK(kinds == 127);
    CHECK(std::get<combine_rule>(set.at(set.find("1.9")).rule->points.form).rules.size() == 8);
}

TEST_CASE("parindex.criteria/1 and parindex.assessment/1 with rules and facts") {
    diagnostics notes;
    const criteria_set set = read_criteria_set(frozen("criteria-1-rules.json"), "f", &notes).value();
    CHECK(notes.empty());
    const std::string again = write_criteria_set(set);
    CHECK(write_criteria_set(read_criteria_set(again, "again").value()) == again);
    CHECK(set.description().rules.points_rounding == rounding{3, rounding_mode::half_even});
    CHECK(set.description().field_rounding == rounding{2, rounding_mode::half_up});
    CHECK(set.description().total_rounding == rounding{1, rounding_mode::down});
    const auto rule_of = [&set](const char* code) -> const scoring_rule& { return *set.at(set.find(code)).rule; };
    const auto& levels = std::get<levels_rule>(rule_of("1.1").points.form);
    CHECK(rule_of("1.1").points.label == "Kế hoạch năm");
    CHECK(rule_of("1.1").facts[0].levels[2] == fact_level{"none", "không ban hành"});
    CHECK(rule_of("1.1").policies.missing_fact == missing_fact_policy::error);
    CHECK(std::get<cases_rule>(levels.cases[0].then.within[0].form).otherwise.points.value == number("0.75"));
    CHECK(std::get<steps_rule>(rule_of("1.2").points.form).steps[1].high_included == false);
    CHECK(std::get<steps_rule>(rule_of("1.3").points.form).steps[0].high->day == date{2025, 12, 15});
    const auto& linear = std::get<linear_rule>(rule_of("2.1").points.form);
    CHECK(linear.whole_units);
    CHECK(linear.fails->below == threshold{number("50"), true, {}});
    CHECK(std::get<weighted_sum_rule>(rule_of("2.2").points.form).terms[0].points.value == number("-0.25"));
    CHECK(rule_of("2.3").facts[0].source == fact_source::context);

    const assessment marks = read_assessment(frozen("assessment-1-facts.json"), "f", &set).value();
    const evaluation_context index{{{"2.3", {{"index", number("91.17")}}}}};
    const evaluation scored = evaluate(set, marks, index).value();
    const auto points = [&](const char* code) { return exact(scored.at(set.find(code)).score); };
    CHECK(points("1.1") == "3/4");
    CHECK(points("1.2") == "3/2");
    CHECK(points("1.3") == "1");
    CHECK(points("1") == "13/4");
    CHECK(scored.at(set.find("2.1")).maximum == ratio());
    CHECK(points("2.2") == "17253/5000");  // 1.917 of 2, which weighs 9/5 of that
    CHECK(points("2.3") == "99/20");       // 2.75 of 3
    CHECK(exact(scored.total().score) == "58/5");

    const std::vector<unit_reading> units = read_assessments(frozen("assessments-1-facts.json"), "f", &set).value();
    REQUIRE(units.size() == 2);
    CHECK(exact(evaluate(set, *units[0].marks).value().at(set.find("1.2")).score) == "3/2");
    CHECK(exact(evaluate(set, *units[1].marks).value().at(set.find("1.2")).score) == "2");
}

TEST_CASE("parindex.criteria/1 with every policy") {
    diagnostics notes;
    const criteria_set set = read_criteria_set(frozen("criteria-1-policies.json"), "f", &notes).value();
    CHECK(notes.empty());
    CHECK(set.key().origin == provenance::inferred);
    CHECK(set.amends()->origin == provenance::printed);
    CHECK(set.description().rules.zero_denominator == zero_denominator_policy::error);
    CHECK(set.description().rules.missing_fact == missing_fact_policy::zero);
    CHECK(set.description().rules.points_rounding == rounding{2, rounding_mode::half_down});
    CHECK(set.description().field_rounding == rounding{2, rounding_mode::floor});
    CHECK(set.description().total_rounding == rounding{1, rounding_mode::ceiling});
    CHECK(set.at(set.find("1.1")).not_applicable == not_applicable_policy::rescale_criterion);
    CHECK(set.at(set.find("1.2")).not_applicable == not_applicable_policy::rescale_total);
    CHECK(set.at(set.find("1.3")).not_applicable == not_applicable_policy::forbidden);

    const auto evaluated = [&set](std::vector<fact> first, std::vector<fact> second) {
        assessment marks;
        marks.set = set.key();
        marks.unit.code = "SNV";
        marks.unit.name = "Sở Nội vụ";
        marks.year = 2025;
        marks.marks.resize(3);
        marks.marks[0].criterion = "1.1";
        marks.marks[0].facts = std::move(first);
        marks.marks[1].criterion = "1.2";
        marks.marks[1].facts = std::move(second);
        marks.marks[2].criterion = "1.3";
        marks.marks[2].score = figure{decimal(1), provenance::printed, ""};
        return evaluate(set, marks);
    };
    const evaluation scored =
        evaluated({{"a", decimal(8)}, {"b", decimal(3)}}, {{"a", decimal(8)}, {"b", decimal(3)}}).value();
    CHECK(exact(scored.at(set.find("1.1")).score) == "37/100");  // 0.375, and a tie goes down
    CHECK(exact(scored.at(set.find("1.2")).score) == "2/5");     // 0.375, up
    CHECK(exact(scored.total().score) == "9/5");                 // 1.77, to the ceiling
    const evaluation none = evaluated({{"a", decimal(8)}}, {{"a", decimal(8)}, {"b", decimal(8)}}).value();
    CHECK(exact(none.at(set.find("1.1")).score) == "0");  // b is missing
    CHECK(evaluated({}, {{"b", decimal(3)}}).error()[0].code == error_code::undefined_points);
    CHECK(evaluated({{"a", decimal(8)}}, {{"a", decimal(8)}}).error()[0].code == error_code::missing_fact);
}

TEST_CASE("parindex.context/1") {
    const criteria_set set = read_criteria_set(frozen("criteria-1-rules.json"), "f").value();
    diagnostics notes;
    const context_description read = read_context(frozen("context-1.json"), "f", &set, &notes).value();
    CHECK(notes.empty());
    CHECK(read.source == "Báo cáo công bố chỉ số năm trước.");
    CHECK(read.set.assumption == "Số chưa công bố.");
    CHECK(read.facts.at(0).explanation == "Trung bình của các đơn vị");
    CHECK(read.units.size() == 3);
    const assessment marks = read_assessment(frozen("assessment-1-facts.json"), "f", &set, nullptr, &read).value();
    const auto points = [&](const char* unit, int year) {
        return exact(evaluate(set, marks, context_of(read, unit, year)).value().at(set.find("2.3")).score);
    };
    CHECK(points("SYT", 2025) == "99/20");       // 2.75 of 3, which weighs 9/5 of that
    CHECK(points("SNV", 2025) == "11601/2500");  // 1.3275 + 1.25, rounded to 2.578
    CHECK(points("SNV", 2024) != points("SNV", 2025));
}

TEST_CASE("facts in CSV") {
    const criteria_set set = read_criteria_set(frozen("criteria-1-rules.json"), "f").value();
    const assessment expected = read_assessment(frozen("assessment-1-facts.json"), "f", &set).value();
    for (const char* const name : {"facts-by-fact.csv", "facts-by-criterion.csv", "facts-by-unit.csv"}) {
        CAPTURE(name);
        const std::vector<unit_reading> units =
            read_facts_csv(frozen(name), name, set, {2025, {}, scoring_round::appraisal}).value();
        REQUIRE(units.at(0).marks.has_value());
        CHECK(write_assessment(*units[0].marks) == write_assessment(expected));
        if (units.size() == 1) continue;
        CHECK(units[1].name == "Sở \"Tài chính\"");
        CHECK(units[1].marks->marks.at(0).not_applicable == "không phát sinh");
        CHECK(units[1].marks->marks.at(0).explanation == "Không có hồ sơ,\r\nxem báo cáo");
    }
}

TEST_CASE("parindex.assessments/1") {
    const criteria_set set = frozen_set();
    const std::vector<unit_reading> units = read_assessments(frozen("assessments-1.json"), "f", &set).value();
    REQUIRE(units.size() == 3);
    REQUIRE(units[0].marks.has_value());
    CHECK(units[0].marks->marks.size() == 7);
    CHECK(units[0].marks->published.satisfaction_rank->of == 2);
    const evaluation scored = evaluate(set, *units[0].marks).value();
    CHECK(exact(scored.total().score) == "598/25");
    CHECK(exact(scored.total().maximum) == "49/2");  // T does not apply
    CHECK(units[1].marks->unit.group == "xa");
    CHECK(units[1].marks->marks.at(0).not_applicable == "Không có");
    REQUIRE_FALSE(units[2].marks.has_value());
    CHECK(units[2].code == "P2");
}

TEST_CASE("parindex.plan/1") {
    const criteria_set set = frozen_set();
    const plan planned = read_plan(frozen("plan-1.json"), "f", &set).value();
    CHECK(planned.unit == "SNV");
    CHECK(planned.header.number == 27);
    CHECK(planned.header.issued == date{2019, 2, 15});
    CHECK(planned.labels.satisfaction_peers == "các sở");
    const plan_section& section = planned.sections.at(0);
    CHECK(section.tasks_label == "Giải pháp");
    CHECK(section.shortfalls.at(0).deductions.at(0).wording == "Kế hoạch chậm");
    CHECK(section.shortfalls.at(0).cause == "Thiếu nhân lực");
    const task& first = section.tasks.at(0);
    CHECK(first.roles.coordinating == std::vector<std::string>{"Phòng A", "Phòng B"});
    CHECK(first.when.kind == timing_kind::within);
    CHECK(first.when.first == date{2019, 3, std::nullopt});
    CHECK(first.addresses.at(0).gain == number("0.25"));
    CHECK(first.status == task_status::done);
    CHECK(first.milestones.at(0).done == date{2019, 4, 28});
    CHECK(first.completed->proofs.at(0).document == "31/KH-SNV");
    CHECK(first.moved.at(0).from.kind == timing_kind::before);
    CHECK(first.moved.at(0).reason == "Chờ ý kiến");
    CHECK(planned.satisfaction->tasks.at(0).id == "T3");
    CHECK(planned.recipients.back() == "Lưu: VT");
    CHECK(planned.signed_by.post == "GIÁM ĐỐC");
    CHECK(planned.accepted.at(0).warning == error_code::blank_date);
}

TEST_CASE("parindex.organization/1") {
    diagnostics notes;
    const organization_registry units = read_organization(frozen("organization-1.json"), "f", &notes).value();
    CHECK(notes.empty());
    CHECK(units.codes_assigned());
    const organization_unit& office = units.at(*units.find("SNV"));
    CHECK(office.short_name == "SNV tỉnh");
    CHECK(office.aliases == std::vector<std::string>{"Sở Nội vụ tỉnh"});
    CHECK(office.from == date{2025, 3, 1});
    CHECK(office.predecessors.at(1).change == unit_change::merged);
    CHECK(office.parent == "UB");
    CHECK(units.at(*units.find("SO")).members.size() == 2);
    CHECK(units.at(*units.find("UB")).kind == unit_kind::committee);
}

TEST_CASE("parindex.request/1") {
    const request asked = read_request(frozen("request-1.json"), "f").value();
    CHECK(asked.wants.size() == 5);
    CHECK(asked.scores->size() == 5);
    CHECK(to_string(asked.scores->at(2).score) == "1.4200000000000002");
    diagnostics notes;
    const criteria_set set = read_criteria_set(asked.criteria, "criteria", &notes).value();
    const context_description outside = read_context(*asked.context, "context", &set).value();
    CHECK(read_assessment(asked.assessment, "assessment", &set, &notes, &outside).has_value());
    CHECK(read_plan(*asked.plan, "plan", &set, &notes).value().where.line == 36);
    CHECK(notes.empty());
    CHECK(read_assessments(read_request(frozen("request-1-units.json"), "f").value().assessment, "f").value().size() ==
          2);
}
