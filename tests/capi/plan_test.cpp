// Remediation plans and their coverage through the C interface equal those of the C++ library.
#include "handles.hpp"

#include "parindex/assessment/deduction_cause.hpp"
#include "parindex/parindex.hpp"

#include <vector>

using namespace parindex_test;

namespace {

const std::string set_json = read_file("/son-la-2021/criteria.json");
const std::string plan_json = read_file("/son-la-2021/plan.json");

owned_plan read_plan(const owned_set& set, std::string_view json) {
    owned_plan out;
    parindex_error error = error_report();
    REQUIRE_MESSAGE(
        parindex_plan_read(set.get(), json.data(), json.size(), nullptr, 0, into(out), nullptr, &error) == PARINDEX_OK,
        error.message);
    return out;
}

std::string json_of(const owned_plan& plan) {
    return text_of(parindex_plan_json, plan.get());
}

std::string printed(const parindex::ratio& points) {
    const auto exact = points.exact_decimal();
    return exact ? to_shortest_string(*exact) : points.to_string();
}

/// The Sơn La data in the C++ library.
struct in_cpp {
    parindex::criteria_set set = parindex::read_criteria_set(set_json, "").value();
    parindex::assessment marks = parindex::read_assessment(read_file("/son-la-2021/assessment.json"), "").value();
    parindex::evaluation scored = evaluate(set, marks).value();
    parindex::plan planned = parindex::read_plan(plan_json, "").value();
};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

void check_same(const parindex_diagnostics* findings, const parindex::diagnostics& expected) {
    REQUIRE(parindex_diagnostics_count(findings) == expected.size());
    for (size_t index = 0; index < expected.size(); ++index) {
        CHECK(text_of(parindex_diagnostics_text, findings, index, PARINDEX_TEXT_LINE) == to_string(expected[index]));
    }
}

}  // namespace

TEST_CASE("a plan is read and written, whole and in pieces") {
    const owned_set set = read_set(set_json);
    const owned_plan plan = read_plan(set, plan_json);
    const std::string expected = write_plan(in_cpp().planned);
    CHECK(json_of(plan) == expected);
    std::string pieces;
    const auto append = [](void* to, const char* text, size_t size) -> int32_t {
        static_cast<std::string*>(to)->append(text, size);
        return 0;
    };
    CHECK(parindex_plan_write(plan.get(), append, &pieces, nullptr) == PARINDEX_OK);
    CHECK(pieces == expected);
    const owned_set other = read_set(read_file("/illustration-2025/criteria.json"));
    parindex_plan* none = nullptr;
    owned_findings findings;
    CHECK(parindex_plan_read(other.get(), plan_json.data(), plan_json.size(), nullptr, 0, &none, into(findings),
                             nullptr) == PARINDEX_E_SET_MISMATCH);
    CHECK(none == nullptr);
    CHECK(findings != nullptr);
}

TEST_CASE("a draft has a shortfall and a task for everything lost") {
    const in_cpp expected;
    const owned_evaluation made = son_la();
    owned_plan plan;
    REQUIRE(parindex_plan_draft(made.get(), nullptr, into(plan), nullptr) == PARINDEX_OK);
    CHECK(json_of(plan) == write_plan(draft_plan(expected.scored)));

    parindex_draft known{};
    known.struct_size = sizeof known;
    known.number = 12;
    known.issued_year = 2022;
    known.issued_month = 3;
    known.issued_day = 1;
    known.causes_language = PARINDEX_LANGUAGE_ENGLISH;
    known.agency = "Văn phòng";
    known.parent_agency = "UBND TỈNH SƠN LA";
    known.issuer = "VĂN PHÒNG";
    known.symbol = "KH-VPUB";
    known.place = "Sơn La";
    known.title = "KẾ HOẠCH";
    known.subject = "Khắc phục tồn tại";
    known.signatory_post = "CHÁNH VĂN PHÒNG";
    known.signatory_name = "Nguyễn Văn A";
    parindex::draft_options options;
    options.agency = known.agency;
    options.header.parent_agency = known.parent_agency;
    options.header.agency = known.issuer;
    options.header.number = 12;
    options.header.symbol = known.symbol;
    options.header.place = known.place;
    options.header.issued = parindex::parse_iso_date("2022-03-01").value;
    options.header.title = known.title;
    options.header.subject = known.subject;
    options.signed_by.post = known.signatory_post;
    options.signed_by.name = known.signatory_name;
    options.causes = deduction_causes(expected.scored, expected.marks, {}, parindex::explanation_language::english);
    REQUIRE(parindex_plan_draft(made.get(), &known, into(plan), nullptr) == PARINDEX_OK);
    CHECK(json_of(plan) == write_plan(draft_plan(expected.scored, options)));

    const auto refused = [&] {
        const parindex_status status = parindex_plan_draft(made.get(), &known, into(plan), nullptr);
        CHECK(plan == nullptr);
        return status;
    };
    known.issued_day = 32;
    CHECK(refused() == PARINDEX_E_INVALID_DATE);
    known.issued_day = 1;
    known.issued_month = 0;
    CHECK(refused() == PARINDEX_E_INVALID_DATE);
    known.issued_month = 3;
    known.number = -1;
    CHECK(refused() == PARINDEX_E_INVALID_ARGUMENT);
    known.number = 0;
    known.causes_language = 2;
    CHECK(refused() == PARINDEX_E_INVALID_ARGUMENT);
    known.causes_language = PARINDEX_NONE;
    known.title = "\xC3";
    CHECK(refused() == PARINDEX_E_INVALID_UTF8);
    known.title = nullptr;
    known.issued_year = known.issued_month = known.issued_day = 0;
    CHECK(parindex_plan_draft(made.get(), &known, into(plan), nullptr) == PARINDEX_OK);
}

TEST_CASE("a draft of causes that rules give") {
    const owned_set set = read_set(read_file("/illustration-2025/criteria.json"));
    const auto read_set_cpp = parindex::read_criteria_set(read_file("/illustration-2025/criteria.json"), "").value();
    size_t causes = 0;
    for (const auto& unit :
         parindex::read_assessments(read_file("/illustration-2025/assessments/minh-hoa.json"), "").value()) {
        const owned_evaluation made = evaluate_marks(read_marks(set, write_assessment(*unit.marks)));
        const auto scored = evaluate(read_set_cpp, *unit.marks).value();
        for (const auto language :
             {parindex::explanation_language::vietnamese, parindex::explanation_language::english}) {
            parindex_draft known{};
            known.struct_size = sizeof known;
            known.causes_language = static_cast<int32_t>(language);
            parindex::draft_options options;
            options.causes = deduction_causes(scored, *unit.marks, {}, language);
            causes += options.causes.size();
            owned_plan plan;
            REQUIRE(parindex_plan_draft(made.get(), &known, into(plan), nullptr) == PARINDEX_OK);
            CHECK(json_of(plan) == write_plan(draft_plan(scored, options)));
        }
    }
    CHECK(causes > 0);
}

TEST_CASE("a plan is brought up to an evaluation") {
    in_cpp expected;
    const owned_set set = read_set(set_json);
    const owned_plan plan = read_plan(set, plan_json);
    const owned_assessment marks = read_marks(set, read_file("/son-la-2021/assessment.json"));
    const parindex_decimal full{4, 0, 0};
    const parindex_decimal less{5, 1, 0};
    REQUIRE(parindex_assessment_set_score(marks.get(), "4.1", 3, PARINDEX_ROUND_APPRAISAL, &full, nullptr) == 0);
    REQUIRE(parindex_assessment_set_score(marks.get(), "7.1", 3, PARINDEX_ROUND_SURVEY, &less, nullptr) == 0);
    const owned_evaluation made = evaluate_marks(marks);
    const auto scored =
        evaluate(expected.set, parindex::read_assessment(text_of(parindex_assessment_json, marks.get()), "").value())
            .value();
    const auto drafted = redraft(expected.planned, scored);
    REQUIRE(drafted.orphaned.size() == 1);
    owned_plan updated;
    owned_findings findings;
    REQUIRE(parindex_plan_redraft(plan.get(), made.get(), PARINDEX_NONE, into(updated), into(findings), nullptr) ==
            PARINDEX_OK);
    CHECK(json_of(updated) == write_plan(drafted.updated));
    REQUIRE(parindex_diagnostics_count(findings.get()) == drafted.added.size() + drafted.orphaned.size());
    parindex_error last = error_report();
    REQUIRE(parindex_diagnostics_get(findings.get(), drafted.added.size(), &last, nullptr) == PARINDEX_OK);
    CHECK(last.code == PARINDEX_E_SHORTFALL_WITHOUT_LOSS);
    CHECK(last.severity == PARINDEX_SEVERITY_WARNING);
    CHECK(std::string(last.criterion) == "4.1");

    const owned_evaluation whole = son_la();
    owned_plan empty;
    parindex::plan nothing = expected.planned;
    nothing.sections.clear();
    nothing.accepted.clear();
    const std::string json = write_plan(nothing);
    const owned_plan bare = read_plan(set, json);
    REQUIRE(parindex_plan_redraft(bare.get(), whole.get(), PARINDEX_LANGUAGE_VIETNAMESE, into(updated), into(findings),
                                  nullptr) == PARINDEX_OK);
    const auto all = redraft(nothing, expected.scored, deduction_causes(expected.scored, expected.marks));
    CHECK(json_of(updated) == write_plan(all.updated));
    REQUIRE(parindex_diagnostics_count(findings.get()) == all.added.size());
    REQUIRE(parindex_diagnostics_get(findings.get(), 0, &last, nullptr) == PARINDEX_OK);
    CHECK(last.code == PARINDEX_E_DEDUCTION_DRAFTED);
    CHECK(last.severity == PARINDEX_SEVERITY_NOTE);
    CHECK(parindex_plan_redraft(plan.get(), whole.get(), 2, into(updated), nullptr, nullptr) ==
          PARINDEX_E_INVALID_ARGUMENT);
}

TEST_CASE("two edits of a plan are brought together") {
    const owned_set set = read_set(set_json);
    const std::string place = "\"place\": \"";
    REQUIRE(plan_json.find(place) != std::string::npos);
    const std::string mine_json = replaced(plan_json, place, place + "Mai ");
    const std::string theirs_json = replaced(plan_json, place, place + "Mộc ");
    const owned_plan base = read_plan(set, plan_json);
    const owned_plan mine = read_plan(set, mine_json);
    const owned_plan theirs = read_plan(set, theirs_json);
    const auto expected =
        merge_plans(parindex::read_plan(plan_json, "").value(), parindex::read_plan(mine_json, "").value(),
                    parindex::read_plan(theirs_json, "").value());
    owned_plan merged;
    owned_findings conflicts;
    REQUIRE(parindex_plan_merge(base.get(), mine.get(), theirs.get(), into(merged), into(conflicts), nullptr) ==
            PARINDEX_OK);
    CHECK(json_of(merged) == write_plan(expected.merged));
    REQUIRE(expected.conflicts.size() == 1);
    REQUIRE(parindex_diagnostics_count(conflicts.get()) == 1);
    parindex_error conflict = error_report();
    REQUIRE(parindex_diagnostics_get(conflicts.get(), 0, &conflict, nullptr) == PARINDEX_OK);
    CHECK(conflict.code == PARINDEX_E_MERGE_CONFLICT);
    CHECK(conflict.severity == PARINDEX_SEVERITY_WARNING);
    CHECK(std::string(conflict.where) == expected.conflicts[0].what);
    CHECK(std::string(conflict.message).find("Mai ") != std::string::npos);
    REQUIRE(parindex_plan_merge(base.get(), base.get(), theirs.get(), into(merged), into(conflicts), nullptr) ==
            PARINDEX_OK);
    CHECK(conflicts == nullptr);
    CHECK(json_of(merged) == json_of(theirs));
}

TEST_CASE("coverage in total, by part and by field") {
    in_cpp expected;
    const owned_set set = read_set(set_json);
    const owned_evaluation made = son_la();
    parindex::plan partial = expected.planned;
    partial.sections.erase(partial.sections.begin());
    for (const parindex::plan& planned : {expected.planned, partial}) {
        const owned_plan plan = read_plan(set, write_plan(planned));
        const auto found = cover(planned, expected.scored);
        owned_coverage coverage;
        owned_findings findings;
        REQUIRE(parindex_plan_cover(plan.get(), made.get(), into(coverage), into(findings), nullptr) == PARINDEX_OK);
        check_same(findings.get(),
                   cover(parindex::read_plan(write_plan(planned), "").value(), expected.scored).findings);
        CHECK((parindex_coverage_complete(coverage.get()) == 1) == found.complete());
        CHECK(text_of(parindex_coverage_json, coverage.get()) == write_coverage(found, expected.scored));
        const auto points = [&](int32_t scope, size_t index, int32_t which) {
            return text_of(parindex_coverage_points, coverage.get(), scope, static_cast<int32_t>(index), which);
        };
        CHECK(points(PARINDEX_SCOPE_TOTAL, 0, PARINDEX_COVERAGE_LOST) == printed(found.lost));
        CHECK(points(PARINDEX_SCOPE_TOTAL, 0, PARINDEX_COVERAGE_COVERED) == printed(found.covered));
        for (size_t part = 0; part < found.parts.size(); ++part) {
            CHECK(points(PARINDEX_SCOPE_PART, part, PARINDEX_COVERAGE_LOST) == printed(found.parts[part].lost));
            CHECK(points(PARINDEX_SCOPE_PART, part, PARINDEX_COVERAGE_COVERED) == printed(found.parts[part].covered));
        }
        for (const parindex::field_coverage& field : found.fields) {
            CHECK(points(PARINDEX_SCOPE_FIELD, field.field, PARINDEX_COVERAGE_LOST) == printed(field.lost));
            CHECK(points(PARINDEX_SCOPE_FIELD, field.field, PARINDEX_COVERAGE_COVERED) == printed(field.covered));
        }
        size_t count = 0;
        REQUIRE(parindex_coverage_uncovered(coverage.get(), nullptr, 0, &count, nullptr) == PARINDEX_OK);
        REQUIRE(count == found.uncovered.size());
        std::vector<int32_t> nodes(count);
        REQUIRE(parindex_coverage_uncovered(coverage.get(), nodes.data(), count, &count, nullptr) == PARINDEX_OK);
        for (size_t index = 0; index < count; ++index) {
            CHECK(nodes[index] == static_cast<int32_t>(found.uncovered[index].node));
        }
    }
    CHECK_FALSE(cover(partial, expected.scored).complete());
}
