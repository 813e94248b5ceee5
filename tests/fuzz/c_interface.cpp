// Sequences of calls of the C interface on handles that earlier calls made, freed or mixed up: no status but those of
// the list, no output after a failure, texts that fit exactly, and nothing for the sanitizers.
#include "survey_calls.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace {

constexpr std::string_view set_json = R"({"format":"parindex.criteria/1",
 "decision":{"number":"1","issuer":"A","date":"2025-01-02"},"name":"S","maximum":10,"not_applicable":"rescale_total",
 "rules":{"zero_denominator":"not_applicable"},
 "parts":[{"code":"p","name":"P","scored_by":["unit","appraiser"]},{"code":"q","name":"Q","scored_by":["survey"]}],
 "fields":[{"code":"1","name":"F","children":[
  {"code":"1.1","name":"a","part":"p","maximum":3},
  {"code":"1.2","name":"b","part":"p","maximum":2,"rule":{"facts":[{"name":"a"},{"name":"b"},
    {"name":"last","kind":"number","source":"context"}],"kind":"cases","cases":[{"if":"b/a >= last","points":2}],
    "otherwise":{"points":0}}},
  {"code":"1.3","name":"c","part":"q","maximum":2}]},
 {"code":"2","name":"G","part":"p","maximum":3,"rule":{"facts":[{"name":"l","kind":"level","levels":[{"code":"x"},
    {"code":"y"}]}],"kind":"levels","of":"l","levels":[{"level":"x","points":3},{"level":"y","points":0}]}},
 {"code":"B","name":"H","points":"bonus","part":"p","maximum":1}]})";

constexpr std::string_view context_json = R"({"format":"parindex.context/1",
 "set":{"number":"1","issuer":"A","date":"2025-01-02"},"year":2025,
 "facts":[{"criterion":"1.2","facts":{"last":0.5}}],"units":[{"unit":"U","facts":[{"criterion":"1.2","facts":{"last":0.7}}]}]})";

constexpr std::string_view marks_json = R"({"format":"parindex.assessments/1",
 "set":{"number":"1","issuer":"A","date":"2025-01-02"},"year":2025,"units":[
 {"unit":{"code":"U","name":"Ủ"},"rounds":[{"round":"appraisal","marks":[{"criterion":"1.1","score":1},
  {"criterion":"1.2","facts":{"a":3,"b":2}},{"criterion":"2","facts":{"l":"y"}}]}]},
 {"unit":{"code":"V","name":"V"},"rounds":[{"round":"appraisal","marks":[{"criterion":"1.1","score":9}]}]}]})";

class caller : survey_calls {
public:
    explicit caller(decisions& from) : survey_calls(from) {}

    void run() {
        take(parindex_criteria_set_read(set_json.data(), set_json.size(), nullptr, 0, sets_.slot(from_), findings(),
                                        &error_));
        for (int calls = 0; calls < 200 && !from_.over(); ++calls) call();
    }

private:
    void call() {
        switch (from_.below(7)) {
            case 0: return read();
            case 1: return mark();
            case 2: return ask_set();
            case 3: return ask_evaluation();
            case 4: return count();
            case 5: return ask_survey();
            default: return answer();
        }
    }

    void read() {
        const parindex_criteria_set* const set = sets_.any(from_);
        const parindex_context* const context = contexts_.any(from_);
        switch (from_.below(6)) {
            case 0: {
                auto** const made = contexts_.slot(from_);
                return take(parindex_context_read(set, context_json.data(), context_json.size(), nullptr, 0, made,
                                                  findings(), &error_),
                            made);
            }
            case 1: {
                auto** const made = lists_.slot(from_);
                return take(parindex_assessment_list_read(set, contexts_.any(from_), marks_json.data(),
                                                          marks_json.size(), nullptr, 0, made, findings(), &error_),
                            made);
            }
            case 2: {
                auto** const made = assessments_.slot(from_);
                return take(
                    parindex_assessment_list_get(lists_.any(from_), from_.size_number(), made, findings(), &error_),
                    made);
            }
            case 3: {
                auto** const made = assessments_.slot(from_);
                const std::string_view unit = from_.text();
                const std::string_view name = from_.text();
                return take(parindex_assessment_create(set, unit.data(), unit.size(), name.data(), name.size(), nullptr,
                                                       from_.byte() < 250 ? 0 : from_.size_number(), from_.number(),
                                                       made, &error_),
                            made);
            }
            case 4: {
                auto** const made = evaluations_.slot(from_);
                return take(parindex_evaluate(assessments_.any(from_), context, made, findings(), &error_), made);
            }
            default: return score_batch(set, context);
        }
    }

    void score_batch(const parindex_criteria_set* set, const parindex_context* context) {
        constexpr std::size_t rows = 3;
        std::array<std::int64_t, rows> cells{from_.number(), from_.number(), from_.number()};
        const std::array<std::uint8_t, rows> present{1, static_cast<std::uint8_t>(from_.byte() % 2), 1};
        std::vector<parindex_column> columns(from_.below(4));
        for (parindex_column& each : columns) {
            each.node = from_.number();
            each.fact = static_cast<std::int32_t>(from_.below(4)) - 1;
            each.round = static_cast<std::int32_t>(from_.below(6));
            each.scale = static_cast<std::int32_t>(from_.below(20));
            each.cells = cells.data();
            each.present = from_.byte() % 2 == 0 ? nullptr : present.data();
        }
        const std::array<const char*, rows> units{"U", nullptr, "\xFF"};
        std::array<std::int32_t, rows> statuses{-1, -1, -1};
        std::array<std::int64_t, rows> totals{};
        parindex_batch batch{};
        batch.struct_size = sizeof batch;
        batch.year = from_.number();
        batch.unit_count = rows;
        batch.columns = columns.data();
        batch.column_count = columns.size();
        batch.units = from_.byte() % 2 == 0 ? nullptr : units.data();
        parindex_batch_result result{};
        result.struct_size = sizeof result;
        result.places = from_.number();
        result.rounding = from_.number() % 9;
        result.statuses = statuses.data();
        result.totals = totals.data();
        const parindex_status status = parindex_batch_score(set, context, &batch, &result, findings(), &error_);
        take(status);
        for (const std::int32_t each : statuses) FUZZ_REQUIRE((status == PARINDEX_OK) == (each >= 0));
    }

    void mark() {
        parindex_assessment* const marks = assessments_.any(from_);
        const std::string_view code = from_.text();
        const std::string_view first = from_.text();
        const std::string_view second = from_.text();
        const std::int32_t round = from_.number() % 6;
        const parindex_decimal number{from_.number(), from_.number() % 20, 0};
        switch (from_.below(8)) {
            case 0:
                return take(parindex_assessment_set_score(marks, code.data(), code.size(), round, &number, &error_));
            case 1: return take(parindex_assessment_set_loss(marks, code.data(), code.size(), round, &number, &error_));
            case 2:
                return take(parindex_assessment_set_fact(marks, code.data(), code.size(), round, first.data(),
                                                         first.size(), second.data(), second.size(), &error_));
            case 3:
                return take(parindex_assessment_set_not_applicable(marks, code.data(), code.size(), round, first.data(),
                                                                   first.size(), &error_));
            case 4:
                return take(parindex_assessment_set_explanation(marks, code.data(), code.size(), round, first.data(),
                                                                first.size(), &error_));
            case 5:
                return take(parindex_assessment_add_evidence(marks, code.data(), code.size(), round, first.data(),
                                                             first.size(), second.data(), second.size(), &error_));
            case 6: return take(parindex_assessment_clear(marks, code.data(), code.size(), round, &error_));
            default:
                return read_text([&](char* buffer, std::size_t capacity, std::size_t* size) {
                    return parindex_assessment_json(marks, buffer, capacity, size, &error_);
                });
        }
    }

    void ask_set() {
        const parindex_criteria_set* const set = sets_.any(from_);
        const std::int32_t node = from_.number();
        const std::int32_t which = from_.number();
        const std::int32_t other = from_.number();
        switch (from_.below(4)) {
            case 0: {
                parindex_node out{};
                out.struct_size = sizeof out;
                return take(parindex_criteria_set_node(set, node, &out, &error_));
            }
            case 1:
                return read_text([&](char* buffer, std::size_t capacity, std::size_t* size) {
                    return parindex_criteria_set_text(set, node, which, buffer, capacity, size, &error_);
                });
            case 2:
                return read_text([&](char* buffer, std::size_t capacity, std::size_t* size) {
                    return parindex_criteria_set_fact_text(set, node, other, PARINDEX_NONE, which, buffer, capacity,
                                                           size, &error_);
                });
            default: {
                auto** const made = changes_.slot(from_);
                return take(parindex_criteria_set_compare(set, sets_.any(from_), made, &error_), made);
            }
        }
    }

    void ask_evaluation() {
        const parindex_evaluation* const made = evaluations_.any(from_);
        const std::int32_t node = from_.number();
        const std::int32_t which = from_.number();
        const std::size_t index = from_.size_number();
        switch (from_.below(8)) {
            case 0:
                return read_text([&](char* buffer, std::size_t capacity, std::size_t* size) {
                    return parindex_evaluation_points(made, node, which, buffer, capacity, size, &error_);
                });
            case 1:
                return read_text([&](char* buffer, std::size_t capacity, std::size_t* size) {
                    return parindex_evaluation_explain(made, node, which % 3, buffer, capacity, size, &error_);
                });
            case 2:
                return read_text([&](char* buffer, std::size_t capacity, std::size_t* size) {
                    return parindex_evaluation_ledger_amount(made, node, index, buffer, capacity, size, &error_);
                });
            case 3: {
                std::array<std::int32_t, 4> nodes{};
                std::size_t count = 0;
                return take(
                    parindex_evaluation_nodes(made, which, nodes.data(), index % nodes.size(), &count, &error_));
            }
            case 4: {
                const std::array<std::int32_t, 2> parts{node, which};
                return read_text([&](char* buffer, std::size_t capacity, std::size_t* size) {
                    return parindex_evaluation_percent(made, index % 2 == 0 ? nullptr : parts.data(),
                                                       index % 2 == 0 ? 0 : index % 3, buffer, capacity, size, &error_);
                });
            }
            case 5:
                return read_text([&](char* buffer, std::size_t capacity, std::size_t* size) {
                    return parindex_evaluation_explanation_json(made, node, buffer, capacity, size, &error_);
                });
            case 6: {
                const std::array<parindex_stored_score, 2> stored{
                    {{node, 0, {from_.number(), from_.number() % 20, 0}}, {which, 0, {from_.number(), 1, 0}}}};
                return take(parindex_evaluation_compare_stored(made, stored.data(), index % 3, diagnostics_.slot(from_),
                                                               &error_));
            }
            default:
                return read_text([&](char* buffer, std::size_t capacity, std::size_t* size) {
                    return parindex_evaluation_score_json(made, buffer, capacity, size, &error_);
                });
        }
    }

    void answer() {
        const parindex_evaluation* const lost = evaluations_.any(from_);
        switch (from_.below(5)) {
            case 0: {
                parindex_draft known{};
                known.struct_size = static_cast<std::uint32_t>(sizeof known - from_.below(2) * 8);
                known.issued_year = from_.number();
                known.issued_month = from_.number();
                known.causes_language = static_cast<std::int32_t>(from_.below(4)) - 1;
                known.agency = from_.byte() % 2 == 0 ? nullptr : "\xC3";
                auto** const made = plans_.slot(from_);
                return take(parindex_plan_draft(lost, from_.byte() % 2 == 0 ? nullptr : &known, made, &error_), made);
            }
            case 1: {
                const parindex_plan* const before = plans_.any(from_);
                parindex_plan* updated = nullptr;
                take(parindex_plan_redraft(before, lost, from_.number(), &updated, findings(), &error_), &updated);
                return parindex_plan_free(updated);
            }
            case 2: {
                parindex_plan* merged = nullptr;
                take(parindex_plan_merge(plans_.any(from_), plans_.any(from_), plans_.any(from_), &merged, findings(),
                                         &error_),
                     &merged);
                return parindex_plan_free(merged);
            }
            case 3: {
                parindex_coverage* coverage = nullptr;
                take(parindex_plan_cover(plans_.any(from_), lost, &coverage, findings(), &error_), &coverage);
                const std::int32_t scope = from_.number();
                const std::int32_t index = from_.number();
                read_text([&](char* buffer, std::size_t capacity, std::size_t* size) {
                    return parindex_coverage_points(coverage, scope, index, scope % 3, buffer, capacity, size, &error_);
                });
                return parindex_coverage_free(coverage);
            }
            default: {
                const parindex_diagnostics* const found = diagnostics_.any(from_);
                const std::size_t index = from_.size_number();
                const std::int32_t which = from_.number();
                return read_text([&](char* buffer, std::size_t capacity, std::size_t* size) {
                    return parindex_diagnostics_text(found, index, which, buffer, capacity, size, &error_);
                });
            }
        }
    }

    // Declared, and so freed, in an order that is as good as any.
    pool<parindex_evaluation, parindex_evaluation_free> evaluations_;
    pool<parindex_plan, parindex_plan_free> plans_;
    pool<parindex_assessment, parindex_assessment_free> assessments_;
    pool<parindex_context, parindex_context_free> contexts_;
    pool<parindex_assessment_list, parindex_assessment_list_free> lists_;
    pool<parindex_set_changes, parindex_set_changes_free> changes_;
    pool<parindex_criteria_set, parindex_criteria_set_free> sets_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    decisions from(data, size);
    caller(from).run();
    return 0;
}
