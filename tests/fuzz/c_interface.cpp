// Sequences of calls of the C interface on handles that earlier calls made, freed or mixed up: no status but those of
// the list, no output after a failure, texts that fit exactly, and nothing for the sanitizers.
#include "invariant.hpp"
#include "parindex.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
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

constexpr std::string_view form_json = R"({"format":"parindex.questionnaire/1","code":"F","name":"N","method":"m",
 "scales":[{"code":"s","options":[{"code":"0","level":1},{"code":"1","level":2}]}],
 "groups":[{"code":"g","name":"G","categories":[{"code":"x"},{"code":"y"}]}],
 "factors":[{"code":"f","name":"F"}],
 "questions":[{"code":"a","scale":"s","satisfied":["1"],"factor":"f"},{"code":"b","scale":"s","multiple":true,
  "kind":"perception"}]})";

/// Reads decisions from the input; where it ends, all are 0.
class decisions {
public:
    decisions(const std::uint8_t* data, std::size_t size) : data_(data), left_(size) {}

    [[nodiscard]] bool over() const { return left_ == 0; }
    std::uint8_t byte() {
        if (left_ == 0) return 0;
        --left_;
        return *data_++;
    }
    std::size_t below(std::size_t count) { return byte() % count; }

    std::int32_t number() {
        constexpr std::int32_t odd[] = {-1,
                                        2025,
                                        1945,
                                        9999,
                                        100'000,
                                        std::numeric_limits<std::int32_t>::max(),
                                        std::numeric_limits<std::int32_t>::min()};
        const std::uint8_t given = byte();
        return given < 240 ? given % 20 : odd[given % std::size(odd)];
    }
    std::size_t size_number() {
        const std::uint8_t given = byte();
        return given < 250 ? given % 12U : std::numeric_limits<std::size_t>::max() - (given - 250U);
    }
    std::string_view text() {
        constexpr std::string_view texts[] = {"1.1", "1.2", "1.3", "2",    "B",  "1",       "U",
                                              "a",   "b",   "l",   "x",    "7",  "3.5",     "-1",
                                              "yes", "",    "5/7", "\xC3", "Ủ",  "last",    "V",
                                              "0",   "1e5", "p",   " ",    "\n", "2022-01", std::string_view("\0", 1)};
        return texts[below(std::size(texts))];
    }

private:
    const std::uint8_t* data_;
    std::size_t left_;
};

/// Handles of one kind; the last place stays NULL.
template <class Handle, void (*Free)(Handle*)>
class pool {
public:
    pool() = default;
    pool(const pool&) = delete;
    pool& operator=(const pool&) = delete;
    ~pool() {
        for (Handle* each : held_) Free(each);
    }
    Handle* any(decisions& from) { return held_[from.below(held_.size())]; }
    /// Where a call shall put a handle; what lay there is freed first.
    Handle** slot(decisions& from) {
        Handle*& out = held_[from.below(held_.size() - 1)];
        Free(out);
        out = nullptr;
        return &out;
    }

private:
    std::array<Handle*, 4> held_{};
};

class caller {
public:
    explicit caller(decisions& from) : from_(from) { error_.struct_size = sizeof error_; }

    void run() {
        take(parindex_criteria_set_read(set_json.data(), set_json.size(), nullptr, 0, sets_.slot(from_), findings(),
                                        &error_));
        for (int calls = 0; calls < 200 && !from_.over(); ++calls) call();
    }

private:
    void take(parindex_status status) {
        FUZZ_REQUIRE(status != PARINDEX_E_INTERNAL);
        FUZZ_REQUIRE(std::string_view(parindex_status_name(status)) != "unknown");
        FUZZ_REQUIRE(error_.code == status);
        FUZZ_REQUIRE((status == PARINDEX_OK) == (error_.message[0] == '\0'));
    }
    /// A call that hands out a handle hands out none when it fails.
    template <class Handle>
    void take(parindex_status status, Handle* const* made) {
        take(status);
        FUZZ_REQUIRE((status == PARINDEX_OK) == (*made != nullptr));
    }
    parindex_diagnostics** findings() { return from_.byte() % 3 == 0 ? nullptr : diagnostics_.slot(from_); }

    /// Asks for the size of a text, then for the text in a buffer that is too small by `from`, and in one that fits.
    template <class Call>
    void read_text(Call call) {
        std::size_t size = 0;
        const parindex_status asked = call(nullptr, std::size_t{0}, &size);
        take(asked);
        if (asked != PARINDEX_OK) return;
        std::vector<char> exact(size + 1, 'x');
        std::size_t again = 0;
        take(call(exact.data(), exact.size(), &again));
        FUZZ_REQUIRE(again == size && exact[size] == '\0');
        std::vector<char> small(size, 'x');
        const parindex_status refused = call(small.empty() ? exact.data() : small.data(), small.size(), nullptr);
        take(refused);
        FUZZ_REQUIRE(refused == PARINDEX_E_BUFFER_TOO_SMALL);
    }

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

    void count() {
        parindex_tally* const tally = tallies_.any(from_);
        const std::int32_t unit = from_.number();
        const std::int32_t first = from_.number();
        const std::int32_t second = from_.number();
        switch (from_.below(7)) {
            case 0: {
                parindex_questionnaire* form = nullptr;
                take(parindex_questionnaire_read(form_json.data(), form_json.size(), nullptr, 0, &form, findings(),
                                                 &error_),
                     &form);
                const std::array<const char*, 2> by{"g", from_.byte() % 2 == 0 ? "g" : nullptr};
                auto** const made = tallies_.slot(from_);
                take(parindex_tally_create(form, by.data(), from_.below(3), first % 4, made, &error_), made);
                return parindex_questionnaire_free(form);
            }
            case 1: {
                const std::string_view code = from_.text();
                std::int32_t index = 0;
                return take(parindex_tally_unit(tally, code.data(), code.size(), &index, &error_));
            }
            case 2: {
                const std::array<std::uint8_t, 2> places{from_.byte(), from_.byte()};
                const std::uint64_t mentions = from_.byte();
                const std::array<std::int32_t, 2> categories{first, second};
                parindex_answer_sheet sheet{};
                sheet.struct_size = static_cast<std::uint32_t>(sizeof sheet - from_.below(2) * 8);
                sheet.places = places.data();
                sheet.mentions = from_.byte() % 2 == 0 ? nullptr : &mentions;
                sheet.categories = from_.byte() % 2 == 0 ? nullptr : categories.data();
                sheet.cluster = from_.byte() % 2 == 0 ? "c" : "\xC3";
                return take(parindex_tally_add_sheet(tally, unit, &sheet, &error_));
            }
            case 3: return take(parindex_tally_add_answers(tally, unit, first, second, from_.number(), &error_));
            case 4: {
                const parindex_sheet_counts sheets{sizeof sheets, 0, unit, first, second};
                return take(parindex_tally_add_sheets(tally, unit % 3, &sheets, &error_));
            }
            case 5: return take(parindex_tally_merge(tally, tallies_.any(from_), &error_));
            default: {
                const std::array<std::int32_t, 2> units{unit, first};
                const std::array<std::uint8_t, 4> places{from_.byte(), from_.byte(), from_.byte(), from_.byte()};
                return take(parindex_tally_add_block(tally, units.data(), places.data(), from_.below(3), &error_));
            }
        }
    }

    void ask_survey() {
        const parindex_tally* const tally = tallies_.any(from_);
        const std::int32_t first = from_.number();
        const std::int32_t second = from_.number();
        const std::string_view group = from_.text();
        switch (from_.below(4)) {
            case 0:
                return read_text([&](char* buffer, std::size_t capacity, std::size_t* size) {
                    return parindex_tally_bytes(tally, buffer, capacity, size, &error_);
                });
            case 1: {
                std::array<std::int64_t, 16> counts{};
                std::size_t count = 0;
                return take(parindex_tally_counts(tally, first, group.data(), group.size(), "x", 1, second,
                                                  counts.data(), from_.below(counts.size()), &count, &error_));
            }
            case 2: {
                constexpr const char* formulas[] = {"F1", "F2",         "F3",  "F4", "F6",
                                                    "F9", "F13_issued", "F16", "P5", nullptr};
                const std::array<const char*, 2> units{"U", "V"};
                const std::array<std::int64_t, 2> populations{first, second};
                parindex_index_request request{};
                request.struct_size = sizeof request;
                request.formula = formulas[from_.below(std::size(formulas))];
                request.aggregation = from_.byte() % 2 == 0 ? nullptr : "mean_of_units";
                request.scope = from_.byte() % 2 == 0 ? "b" : nullptr;
                request.clamp_at_zero = second % 3;
                if (from_.byte() % 2 == 0) {
                    request.units = units.data();
                    request.unit_count = from_.below(3);
                    request.populations = populations.data();
                }
                auto** const made = indices_.slot(from_);
                return take(parindex_satisfaction_index_compute(tally, &request, made, &error_), made);
            }
            default: {
                const parindex_satisfaction_index* const index = indices_.any(from_);
                return read_text([&](char* buffer, std::size_t capacity, std::size_t* size) {
                    return parindex_satisfaction_index_number(index, first % 20 - 1, second, buffer, capacity, size,
                                                              &error_);
                });
            }
        }
    }

    decisions& from_;
    parindex_error error_{};
    // Declared, and so freed, in an order that is as good as any.
    pool<parindex_diagnostics, parindex_diagnostics_free> diagnostics_;
    pool<parindex_evaluation, parindex_evaluation_free> evaluations_;
    pool<parindex_plan, parindex_plan_free> plans_;
    pool<parindex_assessment, parindex_assessment_free> assessments_;
    pool<parindex_context, parindex_context_free> contexts_;
    pool<parindex_assessment_list, parindex_assessment_list_free> lists_;
    pool<parindex_set_changes, parindex_set_changes_free> changes_;
    pool<parindex_tally, parindex_tally_free> tallies_;
    pool<parindex_satisfaction_index, parindex_satisfaction_index_free> indices_;
    pool<parindex_criteria_set, parindex_criteria_set_free> sets_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    decisions from(data, size);
    caller(from).run();
    return 0;
}
