// Points, ledgers, explanations and stored scores through the C interface equal those of the C++ library.
#include "handles.hpp"

#include "parindex/assessment/explanation.hpp"
#include "parindex/audit/stored_scores.hpp"
#include "parindex/index/self_comparison.hpp"
#include "parindex/parindex.hpp"

#include <array>
#include <vector>

using namespace parindex_test;

namespace {

std::string printed(const parindex::ratio& points) {
    const auto exact = points.exact_decimal();
    return exact ? to_shortest_string(*exact) : points.to_string();
}

/// A unit scored twice: through the C interface, and by the C++ library.
struct scored_twice {
    owned_evaluation made;
    owned_findings findings;
    parindex::assessment marks;
    parindex::evaluation_context seen;
    parindex::evaluation expected;
    parindex::par_index index;
};

template <class Visit>
void each_unit(Visit visit) {
    for (const std::string folder : {"/son-la-2021", "/illustration-2025"}) {
        const bool is_illustration = folder == "/illustration-2025";
        const std::string set_json = read_file(folder + "/criteria.json");
        const owned_set set = read_set(set_json);
        const auto expected_set = parindex::read_criteria_set(set_json, "").value();
        owned_context context;
        parindex::context_description given;
        if (is_illustration) {
            const std::string json = read_file(folder + "/context.json");
            REQUIRE(parindex_context_read(set.get(), json.data(), json.size(), nullptr, 0, into(context), nullptr,
                                          nullptr) == PARINDEX_OK);
            given = parindex::read_context(json, "").value();
        }
        const std::string json =
            read_file(folder + (is_illustration ? "/assessments/minh-hoa.json" : "/assessment.json"));
        owned_list list;
        REQUIRE(parindex_assessment_list_read(set.get(), context.get(), json.data(), json.size(), nullptr, 0,
                                              into(list), nullptr, nullptr) == PARINDEX_OK);
        for (size_t at = 0; at < parindex_assessment_list_count(list.get()); ++at) {
            // With and without the context; every third unit also lacks marks.
            for (const bool with_context : {true, false}) {
                owned_assessment marks;
                REQUIRE(parindex_assessment_list_get(list.get(), at, into(marks), nullptr, nullptr) == PARINDEX_OK);
                if (at % 3 == 2) {
                    const parindex_decimal one{1, 0, 0};
                    REQUIRE(parindex_assessment_set_score(marks.get(), "2.3", 3, PARINDEX_ROUND_SELF, &one, nullptr) ==
                            PARINDEX_OK);
                    REQUIRE(parindex_assessment_set_fact(marks.get(), "1.1.1", 5, PARINDEX_ROUND_SELF, "plan", 4,
                                                         "none", 4, nullptr) == PARINDEX_OK);
                }
                if (at % 3 == 1) {
                    REQUIRE(parindex_assessment_clear(marks.get(), "1.1.3", 5, PARINDEX_ROUND_APPRAISAL, nullptr) ==
                            PARINDEX_OK);
                    REQUIRE(parindex_assessment_clear(marks.get(), "2.4", 3, PARINDEX_ROUND_SURVEY, nullptr) ==
                            PARINDEX_OK);
                }
                const auto read = parindex::read_assessment(text_of(parindex_assessment_json, marks.get()), "").value();
                const auto seen = with_context && is_illustration ? context_of(given, read.unit.code, read.year)
                                                                  : parindex::evaluation_context();
                const auto expected = evaluate(expected_set, read, seen);
                owned_evaluation made;
                owned_findings findings;
                CAPTURE(read.unit.code);
                CAPTURE(with_context);
                const parindex_status status = parindex_evaluate(marks.get(), with_context ? context.get() : nullptr,
                                                                 into(made), into(findings), nullptr);
                if (!expected) {
                    CHECK(status == static_cast<int32_t>(expected.error()[0].code));
                    CHECK(made == nullptr);
                    CHECK(parindex_diagnostics_count(findings.get()) == expected.error().size());
                    continue;
                }
                REQUIRE(status == PARINDEX_OK);
                visit(scored_twice{std::move(made), std::move(findings), read, seen, *expected,
                                   compute_par_index(*expected)});
            }
        }
    }
}

void check_points(const auto& read, const parindex::evaluation::points& expected) {
    CHECK(read(PARINDEX_POINTS_MAXIMUM) == printed(expected.maximum));
    CHECK(read(PARINDEX_POINTS_SCORE) == printed(expected.score));
    CHECK(read(PARINDEX_POINTS_LOWEST) == printed(expected.lowest));
    CHECK(read(PARINDEX_POINTS_HIGHEST) == printed(expected.highest));
    CHECK(read(PARINDEX_POINTS_DEDUCTION) == printed(expected.maximum - expected.highest));
}

std::vector<int32_t> indices(const auto& call) {
    size_t count = 77;
    REQUIRE(call(nullptr, 0, &count) == PARINDEX_OK);
    std::vector<int32_t> out(count + 1, -9);
    if (count > 0) {
        size_t again = 0;
        REQUIRE(call(out.data(), count - 1, &again) == PARINDEX_E_BUFFER_TOO_SMALL);
        CHECK(again == count);
        CHECK(out == std::vector<int32_t>(count + 1, -9));
    }
    REQUIRE(call(out.data(), count, &count) == PARINDEX_OK);
    CHECK(out.back() == -9);
    out.pop_back();
    return out;
}

std::vector<int32_t> narrowed(const auto& from) {
    std::vector<int32_t> out;
    for (const auto index : from) out.push_back(static_cast<int32_t>(index));
    return out;
}

}  // namespace

TEST_CASE("points of every node and part, complete or not") {
    size_t complete = 0;
    size_t open = 0;
    each_unit([&](const scored_twice& unit) {
        const parindex_evaluation* const made = unit.made.get();
        ++(unit.index.complete ? complete : open);
        CHECK((parindex_evaluation_complete(made) == 1) == unit.index.complete);
        const parindex::criteria_set& set = unit.expected.set();
        for (size_t node = 0; node < set.nodes().size(); ++node) {
            const auto at = static_cast<int32_t>(node);
            CAPTURE(set.at(node).code);
            check_points([&](int32_t which) { return text_of(parindex_evaluation_points, made, at, which); },
                         unit.expected.at(node));
            int32_t round = -9;
            REQUIRE(parindex_evaluation_round(made, at, &round, nullptr) == PARINDEX_OK);
            int32_t origin = -9;
            REQUIRE(parindex_evaluation_origin(made, at, &origin, nullptr) == PARINDEX_OK);
            CHECK(origin == static_cast<int32_t>(unit.expected.score_origin(node)));
            const auto counted = unit.expected.counted_round(node);
            CHECK(round == (counted ? static_cast<int32_t>(*counted) : PARINDEX_NONE));
            CHECK(indices([&](int32_t* to, size_t capacity, size_t* count) {
                      return parindex_evaluation_missing_facts(made, at, to, capacity, count, nullptr);
                  }) == narrowed(unit.expected.missing_facts(node)));
        }
        for (size_t part = 0; part < set.parts().size(); ++part) {
            const auto at = static_cast<int32_t>(part);
            check_points([&](int32_t which) { return text_of(parindex_evaluation_part_points, made, at, which); },
                         unit.expected.part(part));
        }
        const auto nodes = [&](int32_t which) {
            return indices([&](int32_t* to, size_t capacity, size_t* count) {
                return parindex_evaluation_nodes(made, which, to, capacity, count, nullptr);
            });
        };
        CHECK(nodes(PARINDEX_NODES_UNMARKED) == narrowed(unit.expected.unmarked()));
        CHECK(nodes(PARINDEX_NODES_MAY_NOT_APPLY) == narrowed(unit.expected.may_not_apply()));
        std::vector<size_t> absent;
        for (const auto& each : unit.expected.not_applicable()) absent.push_back(each.node);
        CHECK(nodes(PARINDEX_NODES_NOT_APPLICABLE) == narrowed(absent));
        const auto self = compare_self(unit.expected, unit.marks, unit.seen);
        std::vector<size_t> differing;
        for (const auto& each : self.differing) differing.push_back(each.node);
        CHECK(nodes(PARINDEX_NODES_SELF_DIFFERS) == narrowed(differing));
        const auto self_points = [&](int32_t which) { return text_of(parindex_evaluation_self_points, made, which); };
        CHECK(self_points(PARINDEX_SELF_MAXIMUM) == printed(self.maximum));
        CHECK(self_points(PARINDEX_SELF_SCORE) == printed(self.self));
        CHECK(self_points(PARINDEX_SELF_COUNTED) == printed(self.counted));
        CHECK(self_points(PARINDEX_SELF_TOTAL) == printed(self.self_total));
    });
    CHECK(complete > 1);
    CHECK(open > 5);
}

TEST_CASE("the ledger of every node, entry by entry") {
    each_unit([&](const scored_twice& unit) {
        const parindex_evaluation* const made = unit.made.get();
        for (size_t node = 0; node < unit.expected.set().nodes().size(); ++node) {
            const auto at = static_cast<int32_t>(node);
            const auto ledger = unit.expected.ledger(node);
            REQUIRE(parindex_evaluation_ledger_count(made, at) == ledger.size());
            for (size_t index = 0; index < ledger.size(); ++index) {
                parindex_ledger_entry entry{};
                entry.struct_size = sizeof entry;
                REQUIRE(parindex_evaluation_ledger_entry(made, at, index, &entry, nullptr) == PARINDEX_OK);
                CHECK(entry.node == static_cast<int32_t>(ledger[index].node));
                CHECK(entry.kind == static_cast<int32_t>(ledger[index].kind));
                CHECK(entry.origin == static_cast<int32_t>(ledger[index].origin));
                CHECK((entry.is_deduction == 1) == ledger[index].is_deduction());
                CHECK(text_of(parindex_evaluation_ledger_amount, made, at, index) == printed(ledger[index].amount));
            }
        }
    });
}

TEST_CASE("the index in percent, of all parts and of some") {
    each_unit([&](const scored_twice& unit) {
        const parindex_evaluation* const made = unit.made.get();
        const std::array<int32_t, 2> some{2, 0};
        char buffer[8];
        if (!unit.index.complete) {
            CHECK(parindex_evaluation_percent(made, nullptr, 0, buffer, sizeof buffer, nullptr, nullptr) ==
                  PARINDEX_E_INCOMPLETE);
            return;
        }
        CHECK(text_of(parindex_evaluation_percent, made, nullptr, size_t{0}) == printed(unit.index.percent()));
        const auto parts = unit.expected.set().parts();
        const std::vector<std::string_view> codes{parts[0].code, parts[2].code};
        CHECK(text_of(parindex_evaluation_percent, made, some.data(), some.size()) ==
              printed(percent_of_parts(unit.expected, codes)));
        const std::array<int32_t, 2> twice{1, 1};
        CHECK(parindex_evaluation_percent(made, twice.data(), 2, buffer, sizeof buffer, nullptr, nullptr) ==
              PARINDEX_E_OUT_OF_RANGE);
        CHECK(parindex_evaluation_percent(made, some.data(), 0, buffer, sizeof buffer, nullptr, nullptr) ==
              PARINDEX_E_NOTHING_SCORED);
    });
}

TEST_CASE("findings, score and explanations as the library writes them") {
    size_t warned = 0;
    each_unit([&](const scored_twice& unit) {
        const parindex_evaluation* const made = unit.made.get();
        const parindex::criteria_set& set = unit.expected.set();
        parindex::diagnostics findings = check(unit.marks, set, unit.seen);
        for (const auto& more : {check_published(unit.marks.published, unit.index),
                                 check_self_total(unit.marks, compare_self(unit.expected, unit.marks, unit.seen)),
                                 check_complete(unit.expected)}) {
            findings.insert(findings.end(), more.begin(), more.end());
        }
        if (!findings.empty()) ++warned;
        REQUIRE(parindex_diagnostics_count(unit.findings.get()) == findings.size());
        for (size_t index = 0; index < findings.size(); ++index) {
            CHECK(text_of(parindex_diagnostics_text, unit.findings.get(), index, PARINDEX_TEXT_LINE) ==
                  to_string(findings[index]));
        }
        CHECK(text_of(parindex_evaluation_score_json, made) == write_score(unit.expected, unit.index, findings));
        const auto append = [](void* to, const char* text, size_t size) -> int32_t {
            static_cast<std::string*>(to)->append(text, size);
            return 0;
        };
        for (const size_t node : {size_t{0}, size_t{1}, set.nodes().size() - 1}) {
            const auto at = static_cast<int32_t>(node);
            const std::string expected = write_explanation(unit.expected, unit.marks, unit.seen, node);
            CHECK(text_of(parindex_evaluation_explanation_json, made, at) == expected);
            std::string pieces;
            CHECK(parindex_evaluation_write_explanation(made, at, append, &pieces, nullptr) == PARINDEX_OK);
            CHECK(pieces == expected);
        }
        using parindex::explanation_language;
        for (size_t node = 0; node < set.nodes().size(); ++node) {
            for (const auto language : {explanation_language::vietnamese, explanation_language::english}) {
                CHECK(text_of(parindex_evaluation_explain, made, static_cast<int32_t>(node),
                              static_cast<int32_t>(language)) ==
                      explain_points(unit.expected, unit.marks, unit.seen, node, language));
            }
        }
    });
    CHECK(warned > 0);
}

TEST_CASE("stored scores are compared as the library compares them") {
    const owned_evaluation made = son_la();
    const auto set = parindex::read_criteria_set(read_file("/son-la-2021/criteria.json"), "").value();
    const auto marks = parindex::read_assessment(read_file("/son-la-2021/assessment.json"), "").value();
    const auto expected = evaluate(set, marks).value();
    const auto node_of = [&](std::string_view code) { return static_cast<int32_t>(set.find(code)); };
    std::vector<parindex_stored_score> stored{
        {0, 0, {9452, 2, 0}}, {node_of("4.1"), 0, {36, 1, 0}}, {node_of("5.1"), 0, {15, 1, 0}}};
    std::vector<parindex::stored_score> same;
    for (const parindex_stored_score& each : stored) {
        same.push_back(
            {static_cast<size_t>(each.node), parindex::decimal::from_parts(each.score.coefficient, each.score.scale)});
    }
    const auto differences = compare_stored(same, expected, marks, {});
    owned_findings findings;
    REQUIRE(parindex_evaluation_compare_stored(made.get(), stored.data(), stored.size(), into(findings), nullptr) ==
            PARINDEX_OK);
    REQUIRE(parindex_diagnostics_count(findings.get()) == differences.size());
    for (size_t index = 0; index < differences.size(); ++index) {
        parindex_error found = error_report();
        REQUIRE(parindex_diagnostics_get(findings.get(), index, &found, nullptr) == PARINDEX_OK);
        CHECK(found.code == static_cast<int32_t>(differences[index].code));
        CHECK(found.severity == PARINDEX_SEVERITY_WARNING);
        CHECK(std::string(found.criterion) == differences[index].criterion);
        CHECK(std::string(found.message) == differences[index].message);
    }
    const auto status = [&] {
        return parindex_evaluation_compare_stored(made.get(), stored.data(), stored.size(), into(findings), nullptr);
    };
    stored[1].node = 0;
    CHECK(status() == PARINDEX_E_DUPLICATE_MARK);
    stored[1].node = 1'000;
    CHECK(status() == PARINDEX_E_OUT_OF_RANGE);
    stored[1] = {node_of("4.1"), 0, {36, 19, 0}};
    CHECK(status() == PARINDEX_E_INVALID_SCALE);
    CHECK(findings == nullptr);
    CHECK(parindex_evaluation_compare_stored(made.get(), nullptr, 0, into(findings), nullptr) == PARINDEX_OK);
    CHECK(findings == nullptr);
}

TEST_CASE("an evaluation stays as it is when its marks change or go") {
    const owned_set set = read_set(read_file("/son-la-2021/criteria.json"));
    owned_assessment marks = read_marks(set, read_file("/son-la-2021/assessment.json"));
    const owned_evaluation made = evaluate_marks(marks);
    const std::string before = text_of(parindex_evaluation_score_json, made.get());
    const std::string explained = text_of(parindex_evaluation_explanation_json, made.get(), 0);
    const parindex_decimal zero{0, 0, 0};
    REQUIRE(parindex_assessment_set_score(marks.get(), "4.1", 3, PARINDEX_ROUND_APPRAISAL, &zero, nullptr) == 0);
    CHECK(text_of(parindex_evaluation_score_json, made.get()) == before);
    CHECK(text_of(parindex_evaluation_score_json, evaluate_marks(marks).get()) != before);
    marks.reset();
    CHECK(text_of(parindex_evaluation_explanation_json, made.get(), 0) == explained);
}
