// Assessments through the C interface: read, built mark by mark, in files of several units.
#include "handles.hpp"

#include "parindex/parindex.hpp"

#include <algorithm>

using namespace parindex_test;

namespace {

struct illustration {
    owned_set set = read_set(read_file("/illustration-2025/criteria.json"));
    owned_context context;
    parindex::criteria_set expected_set =
        parindex::read_criteria_set(read_file("/illustration-2025/criteria.json"), "").value();
    parindex::context_description expected_context =
        parindex::read_context(read_file("/illustration-2025/context.json"), "").value();

    illustration() {
        const std::string json = read_file("/illustration-2025/context.json");
        REQUIRE(parindex_context_read(set.get(), json.data(), json.size(), nullptr, 0, into(context), nullptr,
                                      nullptr) == PARINDEX_OK);
    }
};

owned_assessment created(const owned_set& set, std::string_view unit, std::string_view group = {}) {
    owned_assessment out;
    REQUIRE(parindex_assessment_create(set.get(), unit.data(), unit.size(), nullptr, 0, group.data(), group.size(),
                                       2025, into(out), nullptr) == PARINDEX_OK);
    return out;
}

std::string json_of(const owned_assessment& marks) {
    return text_of(parindex_assessment_json, marks.get());
}

parindex_status set_fact(const owned_assessment& marks, std::string_view criterion, std::string_view fact,
                         std::string_view value, int32_t round = PARINDEX_ROUND_APPRAISAL,
                         parindex_error* error = nullptr) {
    return parindex_assessment_set_fact(marks.get(), criterion.data(), criterion.size(), round, fact.data(),
                                        fact.size(), value.data(), value.size(), error);
}

std::string_view word_of(const parindex::fact_value& value, std::string& keep) {
    return keep = to_string(value);
}

/// Rebuilds an assessment of the C++ library through the functions that change one.
owned_assessment rebuilt(const owned_set& set, const parindex::assessment& from) {
    owned_assessment out;
    const auto& unit = from.unit;
    REQUIRE(parindex_assessment_create(set.get(), unit.code.data(), unit.code.size(), unit.name.data(),
                                       unit.name.size(), unit.group.data(), unit.group.size(), from.year, into(out),
                                       nullptr) == PARINDEX_OK);
    for (const parindex::mark& mark : from.marks) {
        const std::string& code = mark.criterion;
        const auto round = static_cast<int32_t>(mark.round);
        CAPTURE(code);
        const auto number = [](const parindex::figure& figure) {
            return parindex_decimal{figure.value.coefficient(), figure.value.scale(), 0};
        };
        if (mark.score) {
            const parindex_decimal score = number(*mark.score);
            REQUIRE(parindex_assessment_set_score(out.get(), code.data(), code.size(), round, &score, nullptr) ==
                    PARINDEX_OK);
        }
        if (mark.loss) {
            const parindex_decimal loss = number(*mark.loss);
            REQUIRE(parindex_assessment_set_loss(out.get(), code.data(), code.size(), round, &loss, nullptr) ==
                    PARINDEX_OK);
        }
        if (mark.not_applicable) {
            REQUIRE(parindex_assessment_set_not_applicable(out.get(), code.data(), code.size(), round,
                                                           mark.not_applicable->data(), mark.not_applicable->size(),
                                                           nullptr) == PARINDEX_OK);
        }
        if (mark.facts) {
            REQUIRE(set_fact(out, code, "", "", round) == PARINDEX_OK);
            for (const parindex::fact& fact : *mark.facts) {
                std::string keep;
                REQUIRE(set_fact(out, code, fact.name, word_of(fact.value, keep), round) == PARINDEX_OK);
            }
        }
        if (!mark.explanation.empty()) {
            REQUIRE(parindex_assessment_set_explanation(out.get(), code.data(), code.size(), round,
                                                        mark.explanation.data(), mark.explanation.size(),
                                                        nullptr) == PARINDEX_OK);
        }
        for (const parindex::evidence& proof : mark.proofs) {
            REQUIRE(parindex_assessment_add_evidence(out.get(), code.data(), code.size(), round, proof.document.data(),
                                                     proof.document.size(), proof.place.data(), proof.place.size(),
                                                     nullptr) == PARINDEX_OK);
        }
    }
    return out;
}

}  // namespace

TEST_CASE("an assessment is read with its unit, year and marks") {
    const std::string json = read_file("/son-la-2021/assessment.json");
    const owned_set set = read_set(read_file("/son-la-2021/criteria.json"));
    const owned_assessment marks = read_marks(set, json);
    CHECK(text_of(parindex_assessment_unit, marks.get(), PARINDEX_TEXT_CODE) == "VPUB");
    CHECK(text_of(parindex_assessment_unit, marks.get(), PARINDEX_TEXT_NAME) == "Văn phòng UBND tỉnh");
    CHECK(parindex_assessment_year(marks.get()) == 2021);
    CHECK(json_of(marks) == write_assessment(parindex::read_assessment(json, "").value()));
    CHECK(json_of(read_marks(set, json_of(marks))) == json_of(marks));
    owned_findings findings;
    CHECK(parindex_assessment_check(marks.get(), nullptr, into(findings), nullptr) == PARINDEX_OK);
    CHECK(parindex_diagnostics_count(findings.get()) ==
          check(parindex::read_assessment(json, "").value(),
                parindex::read_criteria_set(read_file("/son-la-2021/criteria.json"), "").value())
              .size());
}

TEST_CASE("marks that contradict the set fail the check, with all findings") {
    const owned_set set = read_set(read_file("/son-la-2021/criteria.json"));
    const owned_assessment marks = read_marks(set, read_file("/son-la-2021/assessment.json"));
    const parindex_decimal too_much{401, 2, 0};
    const parindex_decimal below{-1, 0, 0};
    REQUIRE(parindex_assessment_set_score(marks.get(), "4.1", 3, PARINDEX_ROUND_APPRAISAL, &too_much, nullptr) == 0);
    REQUIRE(parindex_assessment_set_score(marks.get(), "5.1", 3, PARINDEX_ROUND_APPRAISAL, &below, nullptr) == 0);
    owned_findings findings;
    parindex_error error = error_report();
    CHECK(parindex_assessment_check(marks.get(), nullptr, into(findings), &error) == PARINDEX_E_SCORE_ABOVE_MAXIMUM);
    CHECK(error.findings == parindex_diagnostics_count(findings.get()));
    CHECK(std::string(error.criterion) == "4.1");
    parindex_error second = error_report();
    REQUIRE(parindex_diagnostics_get(findings.get(), 1, &second, nullptr) == PARINDEX_OK);
    CHECK(second.code == PARINDEX_E_SCORE_BELOW_MINIMUM);
    owned_evaluation made;
    CHECK(parindex_evaluate(marks.get(), nullptr, into(made), into(findings), &error) ==
          PARINDEX_E_SCORE_ABOVE_MAXIMUM);
    CHECK(made == nullptr);
    CHECK(parindex_diagnostics_count(findings.get()) == error.findings);
    CHECK(parindex_assessment_check(marks.get(), nullptr, nullptr, nullptr) == PARINDEX_E_SCORE_ABOVE_MAXIMUM);
}

TEST_CASE("units built mark by mark are those that were read") {
    const illustration data;
    const auto units = parindex::read_assessments(read_file("/illustration-2025/assessments/minh-hoa.json"), "",
                                                  &data.expected_set, &data.expected_context)
                           .value();
    REQUIRE(units.size() == 19);
    for (const parindex::unit_reading& unit : units) {
        CAPTURE(unit.code);
        parindex::assessment plain = unit.marks.value();
        plain.source.clear();
        plain.set = data.expected_set.key();
        plain.published = {};
        plain.unit.outside_ranking.clear();
        CHECK(json_of(rebuilt(data.set, plain)) == write_assessment(plain));
    }
    const owned_set set = read_set(read_file("/son-la-2021/criteria.json"));
    parindex::assessment son_la = parindex::read_assessment(read_file("/son-la-2021/assessment.json"), "").value();
    son_la.source.clear();
    son_la.set = parindex::read_criteria_set(read_file("/son-la-2021/criteria.json"), "").value().key();
    son_la.published = {};
    for (parindex::mark& each : son_la.marks) {
        if (each.score) each.score = parindex::figure{each.score->value, {}, {}};
        if (each.loss) each.loss = parindex::figure{each.loss->value, {}, {}};
    }
    CHECK(json_of(rebuilt(set, son_la)) == write_assessment(son_la));
}

TEST_CASE("a mark says one thing, and keeps its explanation and evidence") {
    const illustration data;
    const owned_assessment marks = created(data.set, "SNV", "so");
    const auto text = [&] { return json_of(marks); };
    const std::string empty = text();
    REQUIRE(set_fact(marks, "1.1.3", "a", "24") == PARINDEX_OK);
    REQUIRE(set_fact(marks, "1.1.3", "b", "20") == PARINDEX_OK);
    REQUIRE(set_fact(marks, "1.1.3", "b", "21") == PARINDEX_OK);
    CHECK(text().find("\"b\": \"20\"") == std::string::npos);
    const auto read_back = [&] { return parindex::read_assessment(text(), "").value().marks; };
    REQUIRE(read_back().size() == 1);
    CHECK(read_back()[0].facts->size() == 2);
    REQUIRE(parindex_assessment_set_explanation(marks.get(), "1.1.3", 5, PARINDEX_ROUND_APPRAISAL, "Lý do", 6,
                                                nullptr) == PARINDEX_OK);
    REQUIRE(parindex_assessment_add_evidence(marks.get(), "1.1.3", 5, PARINDEX_ROUND_APPRAISAL, "12/BC-VPUB", 10,
                                             nullptr, 0, nullptr) == PARINDEX_OK);
    const parindex_decimal one{1, 0, 0};
    REQUIRE(parindex_assessment_set_score(marks.get(), "1.1.3", 5, PARINDEX_ROUND_APPRAISAL, &one, nullptr) == 0);
    CHECK_FALSE(read_back()[0].facts);
    CHECK(read_back()[0].score->value == parindex::decimal(1));
    CHECK(read_back()[0].explanation == "Lý do");
    CHECK(read_back()[0].proofs.size() == 1);
    REQUIRE(parindex_assessment_set_loss(marks.get(), "1.1.3", 5, PARINDEX_ROUND_APPRAISAL, &one, nullptr) == 0);
    CHECK_FALSE(read_back()[0].score);
    CHECK(read_back()[0].loss);
    REQUIRE(parindex_assessment_set_not_applicable(marks.get(), "1.1.3", 5, PARINDEX_ROUND_APPRAISAL, "x", 1,
                                                   nullptr) == PARINDEX_OK);
    CHECK_FALSE(read_back()[0].loss);
    CHECK(read_back()[0].not_applicable == "x");
    REQUIRE(set_fact(marks, "1.1.3", "a", "1") == PARINDEX_OK);
    CHECK_FALSE(read_back()[0].not_applicable);
    REQUIRE(set_fact(marks, "1.1.3", "a", "1", PARINDEX_ROUND_SELF) == PARINDEX_OK);
    CHECK(read_back().size() == 2);
    CHECK(parindex_assessment_clear(marks.get(), "1.1.3", 5, PARINDEX_ROUND_SELF, nullptr) == PARINDEX_OK);
    CHECK(parindex_assessment_clear(marks.get(), "1.1.3", 5, PARINDEX_ROUND_SELF, nullptr) == PARINDEX_OK);
    CHECK(parindex_assessment_clear(marks.get(), "1.1.3", 5, PARINDEX_ROUND_APPRAISAL, nullptr) == PARINDEX_OK);
    CHECK(text() == empty);
}

TEST_CASE("facts that do not belong are refused, and the mark stays") {
    const illustration data;
    const owned_assessment marks = created(data.set, "SNV", "so");
    REQUIRE(set_fact(marks, "1.1.3", "a", "24") == PARINDEX_OK);
    const std::string before = json_of(marks);
    const auto refused = [&](std::string_view criterion, std::string_view fact, std::string_view value) {
        parindex_error error = error_report();
        const parindex_status status = set_fact(marks, criterion, fact, value, PARINDEX_ROUND_APPRAISAL, &error);
        CHECK(error.code == status);
        CHECK_FALSE(parindex::find_invalid_utf8(error.message));
        CHECK(json_of(marks) == before);
        return status;
    };
    CHECK(refused("9.9", "a", "1") == PARINDEX_E_UNKNOWN_CODE);
    CHECK(refused("", "a", "1") == PARINDEX_E_UNKNOWN_CODE);
    CHECK(refused("1.1", "a", "1") == PARINDEX_E_NOT_A_LEAF);
    CHECK(refused("1.1.3", "z", "1") == PARINDEX_E_UNKNOWN_FACT);
    CHECK(refused("1.1.3", "\xFF", "1") == PARINDEX_E_UNKNOWN_FACT);
    CHECK(refused("3.3.1", "best", "1") == PARINDEX_E_UNKNOWN_FACT);  // of the context
    CHECK(refused("1.1.3", "a", "2.5") == PARINDEX_E_WRONG_FACT);
    CHECK(refused("1.1.3", "a", "0") == PARINDEX_E_WRONG_FACT);  // at least 1
    CHECK(refused("1.1.3", "a", "x") == PARINDEX_E_INVALID_NUMBER);
    CHECK(refused("1.1.3", "a", "\xC3") == PARINDEX_E_INVALID_UTF8);
    CHECK(refused("1.2.2", "sent", "2025-02-29") == PARINDEX_E_INVALID_DATE);
    CHECK(refused("1.1.1", "plan", "never") == PARINDEX_E_WRONG_FACT);
    CHECK(refused("1.1.2", "tasks", "maybe") == PARINDEX_E_WRONG_FACT);
    CHECK(set_fact(marks, "1.1.3", "a", "1", 5) == PARINDEX_E_INVALID_ARGUMENT);
    CHECK(set_fact(marks, "1.1.3", "a", "1", -1) == PARINDEX_E_INVALID_ARGUMENT);
    CHECK(set_fact(marks, "1.1.2", "tasks", "yes") == PARINDEX_OK);
    const owned_set by_hand = read_set(read_file("/son-la-2021/criteria.json"));
    CHECK(set_fact(created(by_hand, "VPUB"), "1.1", "a", "1") == PARINDEX_E_FACTS_WITHOUT_RULE);
}

TEST_CASE("a rule that reads nothing of marks is marked all the same") {
    const illustration data;
    const owned_assessment marks = created(data.set, "SNV", "so");
    REQUIRE(set_fact(marks, "3.3.4", "", "") == PARINDEX_OK);
    REQUIRE(set_fact(marks, "7.4.2", "", "") == PARINDEX_OK);
    const owned_evaluation made = evaluate_marks(marks, data.context.get());
    CHECK(text_of(parindex_evaluation_points, made.get(), static_cast<int32_t>(data.expected_set.find("3.3.4")),
                  PARINDEX_POINTS_LOWEST) != "0");
    CHECK(text_of(parindex_evaluation_points, made.get(), static_cast<int32_t>(data.expected_set.find("7.4.2")),
                  PARINDEX_POINTS_SCORE) == "0.5");
    CHECK(set_fact(marks, "7.4.2", "", "1") == PARINDEX_E_UNKNOWN_FACT);
    const owned_set by_hand = read_set(read_file("/son-la-2021/criteria.json"));
    CHECK(set_fact(created(by_hand, "VPUB"), "1.1", "", "") == PARINDEX_E_FACTS_WITHOUT_RULE);
    // What was given stays.
    REQUIRE(set_fact(marks, "1.1.3", "a", "24") == PARINDEX_OK);
    const std::string before = json_of(marks);
    CHECK(set_fact(marks, "1.1.3", "", "") == PARINDEX_OK);
    CHECK(json_of(marks) == before);
}

TEST_CASE("what a unit and a mark must say") {
    const illustration data;
    const auto refused = [&](std::string_view unit, std::string_view name, std::string_view group, int32_t year) {
        parindex_assessment* out = nullptr;
        const parindex_status status =
            parindex_assessment_create(data.set.get(), unit.data(), unit.size(), name.data(), name.size(), group.data(),
                                       group.size(), year, &out, nullptr);
        CHECK(out == nullptr);
        return status;
    };
    CHECK(refused("", "x", "so", 2025) == PARINDEX_E_INVALID_ARGUMENT);
    CHECK(refused("  ", "x", "so", 2025) == PARINDEX_E_INVALID_ARGUMENT);
    CHECK(refused("u", "x", "so", 1944) == PARINDEX_E_INVALID_ARGUMENT);
    CHECK(refused("u", "x", "so", 10'000) == PARINDEX_E_INVALID_ARGUMENT);
    CHECK(refused("u", "x", "", 2025) == PARINDEX_E_WRONG_UNIT_GROUP);
    CHECK(refused("u", "x", "xa", 2025) == PARINDEX_E_WRONG_UNIT_GROUP);
    CHECK(refused("\x80", "x", "so", 2025) == PARINDEX_E_INVALID_UTF8);
    CHECK(refused("u", "\xED\xA0\x80", "so", 2025) == PARINDEX_E_INVALID_UTF8);
    CHECK(refused("u", "x", "\xF8", 2025) == PARINDEX_E_INVALID_UTF8);

    const owned_assessment marks = created(data.set, "SNV", "so");
    CHECK(text_of(parindex_assessment_unit, marks.get(), PARINDEX_TEXT_NAME) == "SNV");
    constexpr int32_t round = PARINDEX_ROUND_APPRAISAL;
    CHECK(parindex_assessment_set_explanation(marks.get(), "1.1.3", 5, round, "x", 1, nullptr) ==
          PARINDEX_E_OUT_OF_RANGE);
    CHECK(parindex_assessment_add_evidence(marks.get(), "1.1.3", 5, round, "x", 1, "y", 1, nullptr) ==
          PARINDEX_E_OUT_OF_RANGE);
    CHECK(parindex_assessment_set_not_applicable(marks.get(), "1.1.3", 5, round, " ", 1, nullptr) ==
          PARINDEX_E_INVALID_ARGUMENT);
    REQUIRE(set_fact(marks, "1.1.3", "a", "24") == PARINDEX_OK);
    CHECK(parindex_assessment_add_evidence(marks.get(), "1.1.3", 5, round, "", 0, "y", 1, nullptr) ==
          PARINDEX_E_INVALID_ARGUMENT);
    CHECK(parindex_assessment_add_evidence(marks.get(), "1.1.3", 5, round, "x", 1, "\xFF", 1, nullptr) ==
          PARINDEX_E_INVALID_UTF8);
    const parindex_decimal bad{1, 19, 0};
    CHECK(parindex_assessment_set_score(marks.get(), "1.1.3", 5, round, &bad, nullptr) == PARINDEX_E_INVALID_SCALE);
    CHECK(parindex_assessment_set_loss(marks.get(), "1.1.3", 5, round, &bad, nullptr) == PARINDEX_E_INVALID_SCALE);
}

TEST_CASE("a file of several units: the bad one is named, the others are there") {
    const illustration data;
    std::string json = read_file("/illustration-2025/assessments/minh-hoa.json");
    const std::string_view good = "{\"a\": 24, \"b\": 24}";
    const size_t at = json.find(good);
    REQUIRE(at != std::string::npos);
    json.replace(at, good.size(), "{\"a\": 24, \"b\": -1}");
    const auto expected = parindex::read_assessments(json, "f", &data.expected_set, &data.expected_context).value();
    owned_list list;
    owned_findings findings;
    REQUIRE(parindex_assessment_list_read(data.set.get(), data.context.get(), json.data(), json.size(), "f", 1,
                                          into(list), into(findings), nullptr) == PARINDEX_OK);
    CHECK(findings == nullptr);
    REQUIRE(parindex_assessment_list_count(list.get()) == expected.size());
    size_t bad = 0;
    for (size_t index = 0; index < expected.size(); ++index) {
        CAPTURE(index);
        CHECK(text_of(parindex_assessment_list_unit, list.get(), index, PARINDEX_TEXT_CODE) == expected[index].code);
        CHECK(text_of(parindex_assessment_list_unit, list.get(), index, PARINDEX_TEXT_NAME) == expected[index].name);
        owned_assessment marks;
        parindex_error error = error_report();
        const parindex_status status =
            parindex_assessment_list_get(list.get(), index, into(marks), into(findings), &error);
        if (expected[index].marks) {
            CHECK(status == PARINDEX_OK);
            CHECK(json_of(marks) == write_assessment(*expected[index].marks));
            CHECK(parindex_diagnostics_count(findings.get()) == expected[index].notes.size());
        } else {
            ++bad;
            CHECK(status == static_cast<int32_t>(expected[index].marks.error()[0].code));
            CHECK(marks == nullptr);
            CHECK(std::string(error.criterion) == "1.1.3");
            CHECK(parindex_diagnostics_count(findings.get()) == expected[index].marks.error().size());
        }
    }
    CHECK(bad == 1);
    const std::string one = read_file("/illustration-2025/assessments/vpub-son-la.json");
    REQUIRE(parindex_assessment_list_read(data.set.get(), data.context.get(), one.data(), one.size(), nullptr, 0,
                                          into(list), nullptr, nullptr) == PARINDEX_OK);
    CHECK(parindex_assessment_list_count(list.get()) == 1);
}

TEST_CASE("facts from CSV") {
    const illustration data;
    const std::string csv =
        "unit,unit_group,criterion,fact,value\nSNV,so,1.1.3,a,24\nSNV,so,1.1.3,b,20\nSTC,so,1.1.3,a,x\n";
    owned_list list;
    owned_findings findings;
    REQUIRE(parindex_assessment_list_read_csv(data.set.get(), data.context.get(), csv.data(), csv.size(), "f", 1, 2025,
                                              PARINDEX_ROUND_SELF, into(list), into(findings), nullptr) == PARINDEX_OK);
    REQUIRE(parindex_assessment_list_count(list.get()) == 2);
    owned_assessment marks;
    parindex::facts_csv_options options;
    options.year = 2025;
    options.round = parindex::scoring_round::self;
    options.context = &data.expected_context;
    const auto expected = parindex::read_facts_csv(csv, "f", data.expected_set, options).value();
    REQUIRE(expected[0].marks);
    REQUIRE(parindex_assessment_list_get(list.get(), 0, into(marks), nullptr, nullptr) == PARINDEX_OK);
    CHECK(json_of(marks) == write_assessment(*expected[0].marks));
    CHECK(json_of(marks).find("\"self\"") != std::string::npos);
    CHECK(parindex_assessment_list_get(list.get(), 1, into(marks), into(findings), nullptr) ==
          PARINDEX_E_INVALID_NUMBER);
    CHECK(findings != nullptr);
    const auto refused = [&](std::string_view text, int32_t year, int32_t round) {
        const auto status =
            parindex_assessment_list_read_csv(data.set.get(), nullptr, text.data(), text.size(), nullptr, 0, year,
                                              round, into(list), into(findings), nullptr);
        CHECK(list == nullptr);
        return status;
    };
    CHECK(refused(csv, 1900, 0) == PARINDEX_E_INVALID_ARGUMENT);
    CHECK(findings == nullptr);
    CHECK(refused(csv, 2025, 5) == PARINDEX_E_INVALID_ARGUMENT);
    CHECK(refused("unit,criterion,fact,value\nSNV,1.1.3\n", 2025, 0) == PARINDEX_E_CSV_ROW_LENGTH);
    CHECK(parindex_diagnostics_count(findings.get()) == 1);
}
