// Every function that allocates, with every allocation failing in turn: the status is PARINDEX_E_NO_MEMORY, nothing is
// handed out, nothing leaks, and the inputs are as they were.
#include "no_memory.hpp"

#include <array>

using namespace parindex_test;

namespace {

constexpr std::string_view set_json = R"({"format":"parindex.criteria/1",
"decision":{"number":"1/QĐ-UBND","issuer":"Ủy ban nhân dân tỉnh","date":"2025-01-02"},"name":"Bộ tiêu chí thử nghiệm",
"not_applicable":"rescale_field","rounding":{"total":{"places":2}},
"parts":[{"code":"appraisal","name":"Điểm thẩm định của hội đồng","scored_by":["unit","appraiser"]},
 {"code":"survey","name":"Điểm điều tra xã hội học","scored_by":["survey"]}],
"fields":[{"code":"1","name":"Chỉ đạo, điều hành cải cách hành chính","children":[
 {"code":"1.1","name":"Tỷ lệ hồ sơ giải quyết đúng hạn","part":"appraisal","maximum":"2","evidence":["Báo cáo năm của đơn vị"],
  "rule":{"facts":[{"name":"a","label":"tổng số hồ sơ đã giải quyết","least":1},{"name":"b","label":"số hồ sơ đúng hạn"}],
  "kind":"linear","share":"clamp","of":"b/a","points":"100%","per":"100%"}},
 {"code":"1.2","name":"Gửi báo cáo tự đánh giá đúng hạn","part":"appraisal","maximum":"1",
  "rule":{"facts":[{"name":"sent","kind":"date"}],
  "kind":"steps","of":"sent","steps":[{"to":"2025-12-15","points":1},{"above":"2025-12-15","points":0}]}},
 {"code":"1.3","name":"So với năm trước","part":"appraisal","maximum":"1",
  "rule":{"facts":[{"name":"now","kind":"number"},{"name":"last","kind":"number","source":"context"}],
  "kind":"cases","cases":[{"if":"now >= last","points":1}],"otherwise":{"points":0}}},
 {"code":"1.4","name":"Mức độ hoàn thành kế hoạch","part":"appraisal","maximum":"1",
  "rule":{"facts":[{"name":"how","kind":"level","levels":[{"code":"good"},{"code":"bad"}]}],"kind":"levels","fact":"how",
  "levels":[{"level":"good","points":1},{"level":"bad","points":0}]}},
 {"code":"1.5","name":"Khảo sát mức độ hài lòng của người dân","part":"survey","maximum":"3"}
]}]})";

constexpr std::string_view context_json = R"({"format":"parindex.context/1",
"set":{"number":"1/QĐ-UBND","issuer":"Ủy ban nhân dân tỉnh","date":"2025-01-02"},"year":2025,
"facts":[{"criterion":"1.3","facts":{"last":"12.5"}}],
"units":[{"unit":"UNIT-WITH-A-LONG-CODE","facts":[]}]})";

constexpr std::string_view assessment_json = R"({"format":"parindex.assessment/1",
"set":{"number":"1/QĐ-UBND","issuer":"Ủy ban nhân dân tỉnh","date":"2025-01-02"},
"unit":{"code":"UNIT-WITH-A-LONG-CODE","name":"Văn phòng Ủy ban nhân dân tỉnh"},"year":2025,
"rounds":[{"round":"appraisal","marks":[{"criterion":"1.1","facts":{"a":7,"b":5},"explanation":"Do thiếu hồ sơ gốc của đơn vị."},
 {"criterion":"1.2","facts":{"sent":"2025-12-16"}},{"criterion":"1.3","facts":{"now":"11"}},
 {"criterion":"1.4","not_applicable":"Không có kế hoạch trong năm."}]},
 {"round":"survey","marks":[{"criterion":"1.5","score":"2.25"}]},
 {"round":"self","marks":[{"criterion":"1.1","score":"2"}]}]})";

/// Handles of every kind, made before anything fails.
struct given {
    owned_set set = read_set(set_json);
    owned_set later = read_set(replaced(set_json, "hồ sơ giải quyết", "công việc giải quyết"));
    owned_context context;
    owned_assessment marks;
    owned_evaluation made;
    owned_plan plan;
    owned_plan edited;
    owned_coverage coverage;
    owned_changes changes;
    owned_findings findings;
    owned_list list;

    given() {
        REQUIRE(parindex_context_read(set.get(), context_json.data(), context_json.size(), nullptr, 0, into(context),
                                      nullptr, nullptr) == PARINDEX_OK);
        marks = read_marks(set, assessment_json, context.get());
        made = evaluate_marks(marks, context.get());
        REQUIRE(parindex_plan_draft(made.get(), nullptr, into(plan), nullptr) == PARINDEX_OK);
        edited = read_plan(replaced(plan_json(), "\"agency\": \"", "\"agency\": \"Lãnh đạo "));
        REQUIRE(parindex_plan_cover(plan.get(), made.get(), into(coverage), into(findings), nullptr) == PARINDEX_OK);
        REQUIRE(parindex_criteria_set_compare(set.get(), later.get(), into(changes), nullptr) == PARINDEX_OK);
        REQUIRE(parindex_assessment_list_read(set.get(), context.get(), assessment_json.data(), assessment_json.size(),
                                              nullptr, 0, into(list), nullptr, nullptr) == PARINDEX_OK);
    }
    [[nodiscard]] std::string plan_json() const { return text_of(parindex_plan_json, plan.get()); }
    [[nodiscard]] owned_plan read_plan(std::string_view json) const {
        owned_plan out;
        REQUIRE(parindex_plan_read(set.get(), json.data(), json.size(), nullptr, 0, into(out), nullptr, nullptr) ==
                PARINDEX_OK);
        return out;
    }
    [[nodiscard]] int32_t node(std::string_view code) const {
        int32_t out = 0;
        REQUIRE(parindex_criteria_set_find(set.get(), code.data(), code.size(), &out, nullptr) == PARINDEX_OK);
        return out;
    }
};

}  // namespace

TEST_CASE("readers") {
    const given data;
    struct text {
        const char* name;
        std::string json;
        bool accepted;
    };
    for (const text& each :
         {text{"set", std::string(set_json), true},
          text{"set with two errors",
               replaced(replaced(set_json, "\"maximum\":\"3\"", "\"maximum\":\"-3\""), "\"b/a\"", "\"b/c\""), false},
          text{"set cut off", std::string(set_json.substr(0, 700)), false},
          text{"set with decomposed letters", replaced(set_json, "năm trước", "na\xCC\x86m trước"), true}}) {
        const auto run = [&](outputs& out, parindex_error* error) {
            return parindex_criteria_set_read(each.json.data(), each.json.size(), file.data(), file.size(), &out.set,
                                              &out.diagnostics, error);
        };
        CHECK((status_of(run) == PARINDEX_OK) == each.accepted);
        fail_each_allocation(each.name, status_of(run), run);
    }
    for (const std::string& json : {std::string(context_json), replaced(context_json, "\"12.5\"", "\"x\""),
                                    replaced(context_json, "\"last\"", "\"no_such_fact\"")}) {
        const auto run = [&](outputs& out, parindex_error* error) {
            return parindex_context_read(data.set.get(), json.data(), json.size(), file.data(), file.size(),
                                         &out.context, &out.diagnostics, error);
        };
        fail_each_allocation("context", status_of(run), run);
    }
    for (const std::string& json :
         {std::string(assessment_json), replaced(assessment_json, "\"2.25\"", "\"4\""),
          replaced(assessment_json, "\"a\":7", "\"a\":0"), replaced(assessment_json, "\"1.2\"", "\"1.9\"")}) {
        const auto run = [&](outputs& out, parindex_error* error) {
            return parindex_assessment_read(data.set.get(), data.context.get(), json.data(), json.size(), file.data(),
                                            file.size(), &out.assessment, &out.diagnostics, error);
        };
        fail_each_allocation("assessment", status_of(run), run);
        const auto list = [&](outputs& out, parindex_error* error) {
            return parindex_assessment_list_read(data.set.get(), data.context.get(), json.data(), json.size(),
                                                 file.data(), file.size(), &out.list, &out.diagnostics, error);
        };
        fail_each_allocation("list", status_of(list), list);
    }
    const std::string csv =
        "unit,unit_name,criterion,fact,value\nUNIT-WITH-A-LONG-CODE,Văn phòng Ủy ban,1.1,a,7\n"
        "UNIT-WITH-A-LONG-CODE,Văn phòng Ủy ban,1.1,b,5\nANOTHER-LONG-UNIT-CODE,Sở Nội vụ tỉnh,1.2,sent,x\n";
    for (const std::string& text : {csv, csv + "ANOTHER,1.2\n"}) {
        const auto run = [&](outputs& out, parindex_error* error) {
            return parindex_assessment_list_read_csv(data.set.get(), data.context.get(), text.data(), text.size(),
                                                     file.data(), file.size(), 2025, PARINDEX_ROUND_APPRAISAL,
                                                     &out.list, &out.diagnostics, error);
        };
        fail_each_allocation("CSV", status_of(run), run);
    }
    const std::string plan = data.plan_json();
    for (const std::string& json : {plan, replaced(plan, "\"1.1\"", "\"1.9\"")}) {
        const auto run = [&](outputs& out, parindex_error* error) {
            return parindex_plan_read(data.set.get(), json.data(), json.size(), file.data(), file.size(), &out.plan,
                                      &out.diagnostics, error);
        };
        fail_each_allocation("plan", status_of(run), run);
    }
}

TEST_CASE("texts") {
    const given data;
    const int32_t leaf = data.node("1.1");
    const auto text = [&](const std::string& name, auto function, auto... arguments) {
        fail_each_allocation(name, PARINDEX_OK, [&](outputs& out, parindex_error* error) {
            return function(arguments..., out.text.data(), out.text.size(), &out.size, error);
        });
    };
    text("set text", parindex_criteria_set_text, data.set.get(), leaf, PARINDEX_TEXT_NAME);
    text("set date", parindex_criteria_set_text, data.set.get(), 0, PARINDEX_TEXT_DECISION_DATE);
    text("set maximum", parindex_criteria_set_maximum, data.set.get(), leaf);
    text("part text", parindex_criteria_set_part_text, data.set.get(), 1, PARINDEX_TEXT_NAME);
    text("fact text", parindex_criteria_set_fact_text, data.set.get(), leaf, 0, PARINDEX_NONE, PARINDEX_TEXT_NAME);
    text("set", parindex_criteria_set_json, data.set.get());
    text("context", parindex_context_json, data.context.get());
    text("assessment", parindex_assessment_json, data.marks.get());
    text("unit", parindex_assessment_unit, data.marks.get(), PARINDEX_TEXT_NAME);
    text("list unit", parindex_assessment_list_unit, data.list.get(), size_t{0}, PARINDEX_TEXT_NAME);
    text("points", parindex_evaluation_points, data.made.get(), leaf, PARINDEX_POINTS_SCORE);
    text("part points", parindex_evaluation_part_points, data.made.get(), 0, PARINDEX_POINTS_DEDUCTION);
    text("self points", parindex_evaluation_self_points, data.made.get(), PARINDEX_SELF_TOTAL);
    const int32_t part = 0;
    text("percent", parindex_evaluation_percent, data.made.get(), nullptr, size_t{0});
    text("percent of parts", parindex_evaluation_percent, data.made.get(), &part, size_t{1});
    text("ledger amount", parindex_evaluation_ledger_amount, data.made.get(), 0, size_t{0});
    for (int32_t node = 0; node < parindex_criteria_set_node_count(data.set.get()); ++node) {
        text("explain", parindex_evaluation_explain, data.made.get(), node, PARINDEX_LANGUAGE_VIETNAMESE);
        text("explain", parindex_evaluation_explain, data.made.get(), node, PARINDEX_LANGUAGE_ENGLISH);
    }
    text("score", parindex_evaluation_score_json, data.made.get());
    text("explanation", parindex_evaluation_explanation_json, data.made.get(), 0);
    text("plan", parindex_plan_json, data.plan.get());
    text("coverage as JSON", parindex_coverage_json, data.coverage.get());
    text("coverage", parindex_coverage_points, data.coverage.get(), PARINDEX_SCOPE_FIELD, 1, PARINDEX_COVERAGE_LOST);
    text("change", parindex_set_changes_text, data.changes.get(), size_t{0}, PARINDEX_TEXT_AFTER);
    text("finding", parindex_diagnostics_text, data.findings.get(), size_t{0}, PARINDEX_TEXT_LINE);
    const parindex_decimal number{1, 18, 0};
    text("decimal", parindex_decimal_format, &number);
}

TEST_CASE("numbers, structures and indices") {
    const given data;
    fail_each_allocation("decimal", PARINDEX_OK, [&](outputs& out, parindex_error* error) {
        return parindex_decimal_parse("12.345", 6, &out.number, error);
    });
    fail_each_allocation("no decimal", PARINDEX_E_INVALID_NUMBER, [&](outputs& out, parindex_error* error) {
        return parindex_decimal_parse("12.34x", 6, &out.number, error);
    });
    const std::string large = std::string(60, '9') + "/7";
    fail_each_allocation("large ratio", PARINDEX_E_OVERFLOW, [&](outputs& out, parindex_error* error) {
        return parindex_decimal_round(large.data(), large.size(), 2, 0, &out.number, &out.index, error);
    });
    fail_each_allocation("ratio", PARINDEX_OK, [&](outputs& out, parindex_error* error) {
        return parindex_decimal_round("11/14", 5, 2, 0, &out.number, nullptr, error);
    });
    fail_each_allocation("binary", PARINDEX_E_INVALID_NUMBER, [&](outputs& out, parindex_error* error) {
        return parindex_decimal_from_double(3.615, 2, &out.number, error);
    });
    fail_each_allocation("find", PARINDEX_OK, [&](outputs& out, parindex_error* error) {
        return parindex_criteria_set_find(data.set.get(), "1.1", 3, &out.index, error);
    });
    constexpr std::string_view unknown = "a code that no criterion of the set has";
    fail_each_allocation("find none", PARINDEX_E_UNKNOWN_CODE, [&](outputs& out, parindex_error* error) {
        return parindex_criteria_set_find(data.set.get(), unknown.data(), unknown.size(), &out.index, error);
    });
    fail_each_allocation("out of range", PARINDEX_E_OUT_OF_RANGE, [&](outputs&, parindex_error* error) {
        parindex_node node{};
        return parindex_criteria_set_node(data.set.get(), 1'000, &node, error);
    });
    fail_each_allocation("struct size", PARINDEX_E_STRUCT_SIZE, [&](outputs&, parindex_error* error) {
        parindex_node node{};
        return parindex_criteria_set_node(data.set.get(), 0, &node, error);
    });
    fail_each_allocation("nodes", PARINDEX_OK, [&](outputs& out, parindex_error* error) {
        size_t count = 0;
        return parindex_evaluation_nodes(data.made.get(), PARINDEX_NODES_NOT_APPLICABLE, out.indices.data(), 64, &count,
                                         error);
    });
    fail_each_allocation("uncovered", PARINDEX_OK, [&](outputs& out, parindex_error* error) {
        size_t count = 0;
        return parindex_coverage_uncovered(data.coverage.get(), out.indices.data(), 64, &count, error);
    });
}

TEST_CASE("assessments that change") {
    const given data;
    const auto text = [&] { return text_of(parindex_assessment_json, data.marks.get()); };
    constexpr int32_t round = PARINDEX_ROUND_APPRAISAL;
    const parindex_decimal half{5, 1, 0};
    const std::string_view long_text = "Một lời giải trình dài hơn một chuỗi ngắn.";
    parindex_assessment* const marks = data.marks.get();
    fail_each_allocation("create", PARINDEX_OK, [&](outputs& out, parindex_error* error) {
        return parindex_assessment_create(data.set.get(), file.data(), file.size(), long_text.data(), long_text.size(),
                                          nullptr, 0, 2025, &out.assessment, error);
    });
    const auto change = [&](const std::string& name, auto run) {
        for (const bool from_there_on : {false, true}) {
            const owned_assessment copy = read_marks(data.set, text(), data.context.get());
            const auto json = [&] { return text_of(parindex_assessment_json, copy.get()); };
            const std::string before = json();
            bool happened = true;
            for (size_t number = 1; happened; ++number) {
                CAPTURE(name);
                CAPTURE(number);
                parindex_error error = error_report();
                parindex_status status = PARINDEX_OK;
                const std::ptrdiff_t blocks = live_blocks();
                {
                    const allocation_failure failing(number, from_there_on);
                    status = run(copy.get(), &error);
                    happened = allocation_failure::happened();
                }
                REQUIRE(status == (happened ? PARINDEX_E_NO_MEMORY : PARINDEX_OK));
                REQUIRE(error.code == status);
                if (!happened) continue;
                REQUIRE(live_blocks() == blocks);
                REQUIRE(json() == before);
            }
            CHECK(json() != before);
        }
    };
    change("score", [&](parindex_assessment* to, parindex_error* error) {
        return parindex_assessment_set_score(to, "1.2", 3, round, &half, error);
    });
    change("score of no mark yet", [&](parindex_assessment* to, parindex_error* error) {
        return parindex_assessment_set_score(to, "1.2", 3, PARINDEX_ROUND_SELF, &half, error);
    });
    change("loss", [&](parindex_assessment* to, parindex_error* error) {
        return parindex_assessment_set_loss(to, "1.1", 3, round, &half, error);
    });
    change("fact", [&](parindex_assessment* to, parindex_error* error) {
        return parindex_assessment_set_fact(to, "1.1", 3, round, "b", 1, "6", 1, error);
    });
    change("level", [&](parindex_assessment* to, parindex_error* error) {
        return parindex_assessment_set_fact(to, "1.4", 3, PARINDEX_ROUND_SELF, "how", 3, "good", 4, error);
    });
    change("not applicable", [&](parindex_assessment* to, parindex_error* error) {
        return parindex_assessment_set_not_applicable(to, "1.1", 3, round, long_text.data(), long_text.size(), error);
    });
    change("explanation", [&](parindex_assessment* to, parindex_error* error) {
        return parindex_assessment_set_explanation(to, "1.2", 3, round, long_text.data(), long_text.size(), error);
    });
    change("evidence", [&](parindex_assessment* to, parindex_error* error) {
        return parindex_assessment_add_evidence(to, "1.2", 3, round, long_text.data(), long_text.size(),
                                                long_text.data(), long_text.size(), error);
    });
    change("clear", [&](parindex_assessment* to, parindex_error* error) {
        return parindex_assessment_clear(to, "1.2", 3, round, error);
    });
    fail_each_allocation(
        "no such mark", PARINDEX_E_OUT_OF_RANGE,
        [&](outputs&, parindex_error* error) {
            return parindex_assessment_set_explanation(marks, "1.4", 3, PARINDEX_ROUND_SELF, "x", 1, error);
        },
        text);
    fail_each_allocation(
        "wrong fact", PARINDEX_E_WRONG_FACT,
        [&](outputs&, parindex_error* error) {
            return parindex_assessment_set_fact(marks, "1.1", 3, round, "a", 1, "0", 1, error);
        },
        text);
}

TEST_CASE("sets, evaluations and plans") {
    const given data;
    const auto marks = [&] { return text_of(parindex_assessment_json, data.marks.get()); };
    fail_each_allocation("warnings", PARINDEX_OK, [&](outputs& out, parindex_error* error) {
        return parindex_criteria_set_warnings(data.set.get(), &out.diagnostics, error);
    });
    fail_each_allocation("compare", PARINDEX_OK, [&](outputs& out, parindex_error* error) {
        return parindex_criteria_set_compare(data.set.get(), data.later.get(), &out.changes, error);
    });
    fail_each_allocation(
        "check", PARINDEX_OK,
        [&](outputs& out, parindex_error* error) {
            return parindex_assessment_check(data.marks.get(), data.context.get(), &out.diagnostics, error);
        },
        marks);
    fail_each_allocation("list get", PARINDEX_OK, [&](outputs& out, parindex_error* error) {
        return parindex_assessment_list_get(data.list.get(), 0, &out.assessment, &out.diagnostics, error);
    });
    fail_each_allocation(
        "evaluate", PARINDEX_OK,
        [&](outputs& out, parindex_error* error) {
            return parindex_evaluate(data.marks.get(), data.context.get(), &out.evaluation, &out.diagnostics, error);
        },
        marks);
    const owned_assessment wrong = read_marks(data.set, assessment_json, data.context.get());
    const parindex_decimal much{99, 0, 0};
    REQUIRE(parindex_assessment_set_score(wrong.get(), "1.5", 3, PARINDEX_ROUND_SURVEY, &much, nullptr) == 0);
    fail_each_allocation("evaluate wrong marks", PARINDEX_E_SCORE_ABOVE_MAXIMUM,
                         [&](outputs& out, parindex_error* error) {
                             return parindex_evaluate(wrong.get(), nullptr, &out.evaluation, &out.diagnostics, error);
                         });
    const parindex_stored_score stored[] = {
        {0, 0, {1, 0, 0}}, {data.node("1.1"), 0, {143, 2, 0}}, {data.node("1.2"), 0, {1, 0, 0}}};
    fail_each_allocation("stored", PARINDEX_OK, [&](outputs& out, parindex_error* error) {
        return parindex_evaluation_compare_stored(data.made.get(), stored, 3, &out.diagnostics, error);
    });
    fail_each_allocation("draft", PARINDEX_OK, [&](outputs& out, parindex_error* error) {
        parindex_draft known{};
        known.struct_size = sizeof known;
        known.agency = "Văn phòng Ủy ban nhân dân tỉnh";
        known.causes_language = PARINDEX_LANGUAGE_VIETNAMESE;
        return parindex_plan_draft(data.made.get(), &known, &out.plan, error);
    });
    const auto plan = [&] { return data.plan_json(); };
    fail_each_allocation(
        "redraft", PARINDEX_OK,
        [&](outputs& out, parindex_error* error) {
            return parindex_plan_redraft(data.plan.get(), data.made.get(), PARINDEX_LANGUAGE_ENGLISH, &out.plan,
                                         &out.diagnostics, error);
        },
        plan);
    fail_each_allocation(
        "merge", PARINDEX_OK,
        [&](outputs& out, parindex_error* error) {
            return parindex_plan_merge(data.plan.get(), data.edited.get(), data.plan.get(), &out.plan, &out.diagnostics,
                                       error);
        },
        plan);
    fail_each_allocation(
        "cover", PARINDEX_OK,
        [&](outputs& out, parindex_error* error) {
            return parindex_plan_cover(data.plan.get(), data.made.get(), &out.coverage, &out.diagnostics, error);
        },
        plan);
}

TEST_CASE("a table of units") {
    const given data;
    const std::array<int64_t, 3> a{7, 7, 0};
    const std::array<int64_t, 3> b{5, 6, 1};
    const std::array<int64_t, 3> surveys{225, 301, 100};
    const std::array<parindex_column, 3> columns{
        {{data.node("1.1"), 0, PARINDEX_ROUND_APPRAISAL, 0, a.data(), nullptr},
         {data.node("1.1"), 1, PARINDEX_ROUND_APPRAISAL, 0, b.data(), nullptr},
         {data.node("1.5"), PARINDEX_NONE, PARINDEX_ROUND_SURVEY, 2, surveys.data(), nullptr}}};
    const std::array<const char*, 3> units{"UNIT-WITH-A-LONG-CODE", "ANOTHER-WITH-A-LONG-CODE", "THE-THIRD-OF-THEM"};
    fail_each_allocation("batch", PARINDEX_OK, [&](outputs& out, parindex_error* error) {
        const parindex_batch batch{sizeof batch, 2025, 3, columns.data(), columns.size(), units.data(), nullptr};
        std::array<int32_t, 3> statuses{};
        std::array<int64_t, 3> totals{};
        const parindex_batch_result result{sizeof result, 4,       0,       0,       statuses.data(), nullptr,
                                           totals.data(), nullptr, nullptr, nullptr, nullptr};
        const parindex_status status =
            parindex_batch_score(data.set.get(), data.context.get(), &batch, &result, &out.diagnostics, error);
        if (status == PARINDEX_OK) {
            out.number = {totals[0], 4, 0};
            out.index = statuses[1] * 1'000 + statuses[2];
        }
        return status;
    });
}

TEST_CASE("a function of the caller that fails, or breaks its promise and throws, at any piece") {
    const given data;
    const owned_set large = read_set(read_file("/illustration-2025/criteria.json"));
    counting_writer pieces{0};
    REQUIRE(parindex_criteria_set_write(large.get(), counting_writer::take, &pieces, nullptr) == PARINDEX_OK);
    CHECK(pieces.pieces > 2);
    for (size_t last = 1; last <= pieces.pieces; ++last) {
        counting_writer failing{last};
        const std::ptrdiff_t blocks = live_blocks();
        CHECK(parindex_criteria_set_write(large.get(), counting_writer::take, &failing, nullptr) ==
              PARINDEX_E_CALLBACK_FAILED);
        CHECK(failing.pieces == last);
        CHECK(live_blocks() == blocks);
    }
    fail_each_piece([&](counting_writer& to, parindex_error* error) {
        return parindex_criteria_set_write(data.set.get(), counting_writer::take, &to, error);
    });
    fail_each_piece([&](counting_writer& to, parindex_error* error) {
        return parindex_plan_write(data.plan.get(), counting_writer::take, &to, error);
    });
    fail_each_piece([&](counting_writer& to, parindex_error* error) {
        return parindex_evaluation_write_explanation(data.made.get(), 0, counting_writer::take, &to, error);
    });
}
