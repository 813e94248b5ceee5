// Arguments that no caller should pass: every argument of every function in turn is spoiled in every way that its type
// has. The answer is a status, never a crash, and nothing is handed out.
#include "hostile.hpp"

#include <array>

using namespace parindex_test;

TEST_CASE("spoiled arguments of numbers and findings") {
    const everything data;
    receivers to;
    parindex_decimal half{5, 1, 0};
    SPOIL(parindex_decimal_parse, optional{}, "12.5", 4, &to.number, &to.error);
    SPOIL(parindex_decimal_format, optional{3}, &half, to.buffer.data(), to.buffer.size(), &to.size, &to.error);
    SPOIL(parindex_decimal_round, optional{5}, "11/14", 5, 2, 0, &to.number, &to.word, &to.error);
    SPOIL(parindex_decimal_from_double, optional{}, 0.5, 1, &to.number, &to.error);
    parindex_error finding = error_report();
    SPOIL(parindex_diagnostics_get, optional{}, data.findings.get(), 0, &finding, &to.error);
    SPOIL(parindex_diagnostics_text, optional{5}, data.findings.get(), 0, PARINDEX_TEXT_LINE, to.buffer.data(),
          to.buffer.size(), &to.size, &to.error);
}

TEST_CASE("spoiled arguments of sets and contexts") {
    const everything data;
    receivers to;
    const parindex_criteria_set* const set = data.set.get();
    char* const buffer = to.buffer.data();
    const size_t room = to.buffer.size();
    int32_t leaf = 0;
    REQUIRE(parindex_criteria_set_find(set, "1.1.1", 5, &leaf, nullptr) == PARINDEX_OK);
    const std::string json = read_file("/son-la-2021/criteria.json");
    parindex_criteria_set* read = nullptr;
    parindex_context* context = nullptr;
    parindex_set_changes* changes = nullptr;
    parindex_diagnostics* findings = nullptr;
    SPOIL(parindex_criteria_set_read, optional{5}, json.data(), json.size(), "f", 1, &read, &findings, &to.error);
    SPOIL(parindex_criteria_set_json, optional{3}, set, buffer, room, &to.size, &to.error);
    const auto ignore = [](void*, const char*, size_t) -> int32_t { return 0; };
    SPOIL(parindex_criteria_set_write, optional{}, set, +ignore, nullptr, &to.error);
    parindex_node node{};
    node.struct_size = sizeof node;
    SPOIL(parindex_criteria_set_node, optional{}, set, leaf, &node, &to.error);
    SPOIL(parindex_criteria_set_text, optional{5}, set, leaf, 0, buffer, room, &to.size, &to.error);
    SPOIL(parindex_criteria_set_maximum, optional{4}, set, leaf, buffer, room, &to.size, &to.error);
    SPOIL(parindex_criteria_set_find, optional{}, set, "1.1.1", 5, &to.word, &to.error);
    SPOIL(parindex_criteria_set_part_text, optional{5}, set, 1, 0, buffer, room, &to.size, &to.error);
    parindex_fact fact{};
    fact.struct_size = sizeof fact;
    SPOIL(parindex_criteria_set_fact, optional{}, set, leaf, 0, &fact, &to.error);
    SPOIL(parindex_criteria_set_fact_text, optional{7}, set, leaf, 0, 1, 0, buffer, room, &to.size, &to.error);
    SPOIL(parindex_criteria_set_warnings, optional{}, set, &findings, &to.error);
    SPOIL(parindex_criteria_set_compare, optional{}, set, data.other_set.get(), &changes, &to.error);
    SPOIL(parindex_set_changes_kind, optional{}, data.changes.get(), 0, &to.word, &to.error);
    SPOIL(parindex_set_changes_text, optional{5}, data.changes.get(), 0, PARINDEX_TEXT_BEFORE, buffer, room, &to.size,
          &to.error);
    SPOIL(parindex_context_read, optional{6}, set, data.context_json.data(), data.context_json.size(), "f", 1, &context,
          &findings, &to.error);
    SPOIL(parindex_context_json, optional{3}, data.context.get(), buffer, room, &to.size, &to.error);
    // A rule that a node does not have has no facts.
    CHECK(parindex_criteria_set_fact(set, 0, 0, &fact, nullptr) == PARINDEX_E_OUT_OF_RANGE);
    CHECK(parindex_criteria_set_fact_text(set, 0, 0, PARINDEX_NONE, 0, buffer, room, nullptr, nullptr) ==
          PARINDEX_E_OUT_OF_RANGE);
}

TEST_CASE("spoiled arguments of assessments") {
    const everything data;
    receivers to;
    char* const buffer = to.buffer.data();
    const size_t room = to.buffer.size();
    const std::string& json = data.marks_json;
    parindex_assessment* const marks = data.marks.get();
    parindex_assessment* made = nullptr;
    parindex_assessment_list* list = nullptr;
    parindex_diagnostics* findings = nullptr;
    const parindex_decimal half{5, 1, 0};
    SPOIL(parindex_assessment_read, optional{7}, data.set.get(), data.context.get(), json.data(), json.size(), "f", 1,
          &made, &findings, &to.error);
    SPOIL(parindex_assessment_create, optional{}, data.set.get(), "u", 1, "n", 1, "so", 2, 2025, &made, &to.error);
    SPOIL(parindex_assessment_check, optional{2}, marks, data.context.get(), &findings, &to.error);
    SPOIL(parindex_assessment_unit, optional{4}, marks, 1, buffer, room, &to.size, &to.error);
    SPOIL(parindex_assessment_json, optional{3}, marks, buffer, room, &to.size, &to.error);
    SPOIL(parindex_assessment_list_read, optional{7}, data.set.get(), data.context.get(), json.data(), json.size(), "f",
          1, &list, &findings, &to.error);
    const std::string csv = "unit,unit_group,criterion,fact,value\nSNV,so,1.1.3,a,24\n";
    SPOIL(parindex_assessment_list_read_csv, optional{9}, data.set.get(), data.context.get(), csv.data(), csv.size(),
          "f", 1, 2025, 1, &list, &findings, &to.error);
    SPOIL(parindex_assessment_list_unit, optional{5}, data.list.get(), 0, 0, buffer, room, &to.size, &to.error);
    SPOIL(parindex_assessment_list_get, optional{3}, data.list.get(), 0, &made, &findings, &to.error);

    const std::string before = text_of(parindex_assessment_json, marks);
    SPOIL(parindex_assessment_set_score, optional{}, marks, "4.1", 3, 1, &half, &to.error);
    SPOIL(parindex_assessment_set_loss, optional{}, marks, "4.1", 3, 1, &half, &to.error);
    SPOIL(parindex_assessment_set_fact, optional{}, marks, "1.1.3", 5, 1, "a", 1, "24", 2, &to.error);
    SPOIL(parindex_assessment_set_not_applicable, optional{}, marks, "1.1.3", 5, 1, "x", 1, &to.error);
    SPOIL(parindex_assessment_set_explanation, optional{}, marks, "1.1.3", 5, 1, "x", 1, &to.error);
    SPOIL(parindex_assessment_add_evidence, optional{}, marks, "1.1.3", 5, 1, "x", 1, "y", 1, &to.error);
    SPOIL(parindex_assessment_clear, optional{}, marks, "1.1.3", 5, 1, &to.error);
    CHECK(text_of(parindex_assessment_json, marks) != before);
    // Whatever odd texts went in, it is written as JSON that is read.
    CHECK_FALSE(parindex::find_invalid_utf8(text_of(parindex_assessment_json, marks)));
}

TEST_CASE("spoiled arguments of evaluations") {
    const everything data;
    receivers to;
    char* const buffer = to.buffer.data();
    const size_t room = to.buffer.size();
    const parindex_evaluation* const of = data.made.get();
    parindex_evaluation* made = nullptr;
    parindex_diagnostics* findings = nullptr;
    const int32_t parts[] = {0, 2};
    SPOIL(parindex_evaluate, optional{3}, data.marks.get(), data.context.get(), &made, &findings, &to.error);
    SPOIL(parindex_evaluation_points, optional{5}, of, 1, 0, buffer, room, &to.size, &to.error);
    SPOIL(parindex_evaluation_part_points, optional{5}, of, 1, 0, buffer, room, &to.size, &to.error);
    SPOIL(parindex_evaluation_self_points, optional{4}, of, 0, buffer, room, &to.size, &to.error);
    SPOIL(parindex_evaluation_origin, optional{}, of, 1, &to.word, &to.error);
    if (parindex_evaluation_complete(of) == 1) {
        SPOIL(parindex_evaluation_percent, optional{5}, of, parts, 2, buffer, room, &to.size, &to.error);
    } else {
        const owned_evaluation complete = son_la();
        SPOIL(parindex_evaluation_percent, optional{5}, complete.get(), parts, 2, buffer, room, &to.size, &to.error);
    }
    SPOIL(parindex_evaluation_round, optional{}, of, 1, &to.word, &to.error);
    SPOIL(parindex_evaluation_nodes, optional{}, of, 0, to.indices.data(), to.indices.size(), &to.count, &to.error);
    SPOIL(parindex_evaluation_missing_facts, optional{}, of, 1, to.indices.data(), to.indices.size(), &to.count,
          &to.error);
    parindex_ledger_entry entry{};
    entry.struct_size = sizeof entry;
    SPOIL(parindex_evaluation_ledger_entry, optional{}, of, 0, 0, &entry, &to.error);
    SPOIL(parindex_evaluation_ledger_amount, optional{5}, of, 0, 0, buffer, room, &to.size, &to.error);
    SPOIL(parindex_evaluation_explain, optional{5}, of, 1, 0, buffer, room, &to.size, &to.error);
    SPOIL(parindex_evaluation_score_json, optional{3}, of, buffer, room, &to.size, &to.error);
    SPOIL(parindex_evaluation_explanation_json, optional{4}, of, 1, buffer, room, &to.size, &to.error);
    const auto ignore = [](void*, const char*, size_t) -> int32_t { return 0; };
    SPOIL(parindex_evaluation_write_explanation, optional{}, of, 1, +ignore, nullptr, &to.error);
    const owned_evaluation complete = son_la();
    const parindex_stored_score stored[] = {{0, 0, {9452, 2, 0}}};
    SPOIL(parindex_evaluation_compare_stored, optional{}, complete.get(), stored, 1, &findings, &to.error);
}

TEST_CASE("spoiled arguments of tables and plans") {
    const everything data;
    receivers to;
    char* const buffer = to.buffer.data();
    const size_t room = to.buffer.size();
    int32_t status = 0;
    const parindex_batch batch{sizeof batch, 2025, 1, nullptr, 0, nullptr, "so"};
    const parindex_batch_result result{sizeof result, 2,       0,       0,       &status, nullptr,
                                       nullptr,       nullptr, nullptr, nullptr, nullptr};
    parindex_plan* plan = nullptr;
    parindex_coverage* coverage = nullptr;
    parindex_diagnostics* findings = nullptr;
    SPOIL(parindex_batch_score, optional{4}, data.set.get(), data.context.get(), &batch, &result, &findings, &to.error);
    SPOIL(parindex_plan_read, optional{6}, data.set.get(), data.plan_json.data(), data.plan_json.size(), "f", 1, &plan,
          &findings, &to.error);
    parindex_draft known{};
    known.struct_size = sizeof known;
    SPOIL(parindex_plan_draft, optional{1}, data.made.get(), &known, &plan, &to.error);
    SPOIL(parindex_plan_redraft, optional{4}, data.plan.get(), data.made.get(), 0, &plan, &findings, &to.error);
    SPOIL(parindex_plan_merge, optional{4}, data.plan.get(), data.plan.get(), data.plan.get(), &plan, &findings,
          &to.error);
    SPOIL(parindex_plan_json, optional{3}, data.plan.get(), buffer, room, &to.size, &to.error);
    const auto ignore = [](void*, const char*, size_t) -> int32_t { return 0; };
    SPOIL(parindex_plan_write, optional{}, data.plan.get(), +ignore, nullptr, &to.error);
    SPOIL(parindex_plan_cover, optional{3}, data.plan.get(), data.made.get(), &coverage, &findings, &to.error);
    SPOIL(parindex_coverage_points, optional{6}, data.coverage.get(), PARINDEX_SCOPE_PART, 1, 0, buffer, room, &to.size,
          &to.error);
    SPOIL(parindex_coverage_uncovered, optional{}, data.coverage.get(), to.indices.data(), to.indices.size(), &to.count,
          &to.error);

    const char* members[] = {"\xFF", nullptr, "SNV"};
    int32_t statuses[] = {-1, -1, -1};
    parindex_batch coded{sizeof coded, 2025, 3, nullptr, 0, members, "so"};
    parindex_batch_result three = result;
    three.statuses = statuses;
    CHECK(parindex_batch_score(data.set.get(), data.context.get(), &coded, &three, &findings, nullptr) == PARINDEX_OK);
    CHECK(statuses[0] == PARINDEX_E_INVALID_UTF8);
    CHECK(statuses[1] == PARINDEX_OK);
    CHECK(statuses[2] == PARINDEX_OK);
    CHECK(parindex_diagnostics_count(findings) == 1);
    parindex_diagnostics_free(findings);
    for (const char* parindex_draft::*member :
         {&parindex_draft::agency, &parindex_draft::parent_agency, &parindex_draft::issuer, &parindex_draft::symbol,
          &parindex_draft::place, &parindex_draft::title, &parindex_draft::subject, &parindex_draft::signatory_post,
          &parindex_draft::signatory_name}) {
        parindex_draft bad{};
        bad.struct_size = sizeof bad;
        bad.*member = "a\xC3";
        CHECK(parindex_plan_draft(data.made.get(), &bad, &plan, nullptr) == PARINDEX_E_INVALID_UTF8);
        CHECK(plan == nullptr);
    }
}

TEST_CASE("queries answer 0 for nothing, and for what is something else") {
    const everything data;
    constexpr int32_t most = std::numeric_limits<int32_t>::max();
    constexpr int32_t least = std::numeric_limits<int32_t>::min();
    for (const int32_t node : {-1, least, most, parindex_criteria_set_node_count(data.set.get())}) {
        CHECK(parindex_evaluation_ledger_count(data.made.get(), node) == 0);
    }
    std::vector<void*> all = data.handles();
    all.push_back(nullptr);
    const auto check_query = [&](const auto* own, auto query) {
        using handle = std::remove_const_t<std::remove_pointer_t<decltype(own)>>;
        CHECK(query(own) != 0);
        for (void* const each : all) {
            if (each != own) CHECK(query(static_cast<const handle*>(each)) == 0);
        }
    };
    check_query(data.set.get(), parindex_criteria_set_node_count);
    check_query(data.set.get(), parindex_criteria_set_part_count);
    check_query(data.marks.get(), parindex_assessment_year);
    check_query(data.list.get(), parindex_assessment_list_count);
    check_query(data.changes.get(), parindex_set_changes_count);
    check_query(data.findings.get(), parindex_diagnostics_count);
    check_query(data.form.get(), parindex_questionnaire_question_count);
    check_query(data.plain.get(), parindex_tally_unit_count);
    check_query(data.tally.get(), parindex_tally_group_count);
    check_query(data.index.get(), parindex_satisfaction_index_unit_count);
    check_query(data.index.get(), parindex_satisfaction_index_term_count);
    check_query(data.made.get(),
                [](const parindex_evaluation* each) { return parindex_evaluation_ledger_count(each, 0); });
    const owned_evaluation complete = son_la();
    CHECK(parindex_evaluation_complete(complete.get()) == 1);
    for (void* const each : all) {
        if (each != data.made.get()) CHECK(parindex_evaluation_complete(static_cast<parindex_evaluation*>(each)) == 0);
        if (each != data.coverage.get()) CHECK(parindex_coverage_complete(static_cast<parindex_coverage*>(each)) == 0);
    }
}

TEST_CASE("functions that free take NULL, and leave alone what is something else") {
    const everything data;
    const auto check_free = [&](auto* own, auto free) {
        using handle = std::remove_pointer_t<decltype(own)>;
        free(static_cast<handle*>(nullptr));
        for (void* const each : data.handles()) {
            if (each != own) free(static_cast<handle*>(each));
        }
    };
    check_free(data.set.get(), parindex_criteria_set_free);
    check_free(data.context.get(), parindex_context_free);
    check_free(data.marks.get(), parindex_assessment_free);
    check_free(data.list.get(), parindex_assessment_list_free);
    check_free(data.made.get(), parindex_evaluation_free);
    check_free(data.plan.get(), parindex_plan_free);
    check_free(data.coverage.get(), parindex_coverage_free);
    check_free(data.changes.get(), parindex_set_changes_free);
    check_free(data.findings.get(), parindex_diagnostics_free);
    check_free(data.form.get(), parindex_questionnaire_free);
    check_free(data.tally.get(), parindex_tally_free);
    check_free(data.index.get(), parindex_satisfaction_index_free);
    check_free(data.reader.get(), parindex_answers_reader_free);
    CHECK(parindex_criteria_set_node_count(data.set.get()) > 0);
    CHECK(parindex_diagnostics_count(data.findings.get()) > 0);
    CHECK(parindex_satisfaction_index_term_count(data.index.get()) > 0);
    CHECK(parindex_questionnaire_question_count(data.form.get()) > 0);
    CHECK(text_of(parindex_plan_json, data.plan.get()) == data.plan_json);
}

TEST_CASE("handles go in any order, those that are left stay whole") {
    const everything whole;
    std::array<int, 6> order{0, 1, 2, 3, 4, 5};
    const std::string score = text_of(parindex_evaluation_score_json, whole.made.get());
    const std::string explanation = text_of(parindex_evaluation_explanation_json, whole.made.get(), 0);
    const std::string marks = text_of(parindex_assessment_json, whole.marks.get());
    const std::string uncovered =
        text_of(parindex_coverage_points, whole.coverage.get(), PARINDEX_SCOPE_TOTAL, 0, PARINDEX_COVERAGE_LOST);
    int tried = 0;
    do {
        if (++tried % 7 != 0) continue;  // 102 of 720
        everything data;
        const auto drop = [&](int which) {
            switch (which) {
                case 0: data.set.reset(); break;
                case 1: data.context.reset(); break;
                case 2: data.marks.reset(); break;
                case 3: data.made.reset(); break;
                case 4: data.plan.reset(); break;
                default: data.list.reset(); break;
            }
        };
        for (const int each : order) {
            drop(each);
            if (data.made) {
                CHECK(text_of(parindex_evaluation_score_json, data.made.get()) == score);
                CHECK(text_of(parindex_evaluation_explanation_json, data.made.get(), 0) == explanation);
            }
            if (data.marks) CHECK(text_of(parindex_assessment_json, data.marks.get()) == marks);
            if (data.plan) CHECK(text_of(parindex_plan_json, data.plan.get()) == whole.plan_json);
            if (data.list) {
                owned_assessment got;
                CHECK(parindex_assessment_list_get(data.list.get(), 0, into(got), nullptr, nullptr) == PARINDEX_OK);
                CHECK(text_of(parindex_assessment_json, got.get()) == marks);
            }
            CHECK(text_of(parindex_coverage_points, data.coverage.get(), PARINDEX_SCOPE_TOTAL, 0,
                          PARINDEX_COVERAGE_LOST) == uncovered);
        }
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("a buffer that cannot be written to is refused with nothing said about it") {
    const everything data;
    size_t size = 77;
    CHECK(parindex_criteria_set_json(data.set.get(), nullptr, 100, &size, nullptr) == PARINDEX_E_NULL_POINTER);
    CHECK(size == 77);
    CHECK(parindex_criteria_set_json(data.set.get(), nullptr, 0, nullptr, nullptr) == PARINDEX_E_NULL_POINTER);
    size_t count = 77;
    CHECK(parindex_evaluation_nodes(data.made.get(), 0, nullptr, 1, &count, nullptr) == PARINDEX_E_NULL_POINTER);
    CHECK(count == 77);
}
