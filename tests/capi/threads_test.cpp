// Eight threads read one set, context, assessment, evaluation, plan and tally, score slices of one table and count
// parts of one survey: all must get what one thread alone gets. Built with a thread sanitizer too (threads.sh).
#include <parindex.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

constexpr int threads = 8;
constexpr int rounds = 6;

void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "failed: %s\n", what);
    std::exit(1);
}

std::string read_file(const std::string& name) {
    std::ifstream in(PARINDEX_DATA_DIR + name, std::ios::binary);
    require(in.good(), name.c_str());
    return {std::istreambuf_iterator<char>(in), {}};
}

template <class Function, class... Arguments>
std::string text_of(Function function, Arguments... arguments) {
    size_t size = 0;
    require(function(arguments..., nullptr, 0, &size, nullptr) == PARINDEX_OK, "length");
    std::string out(size + 1, '\0');
    require(function(arguments..., out.data(), out.size(), nullptr, nullptr) == PARINDEX_OK, "text");
    out.resize(size);
    return out;
}

/// What all threads share; nobody changes it.
struct shared {
    parindex_criteria_set* set = nullptr;
    parindex_context* context = nullptr;
    parindex_assessment* marks = nullptr;
    parindex_evaluation* made = nullptr;
    parindex_plan* plan = nullptr;
    parindex_questionnaire* form = nullptr;
    parindex_tally* tally = nullptr;  // of all answers
    std::vector<int32_t> answering;   // the unit of each sheet
    std::vector<uint8_t> answers;
    std::vector<int64_t> cells;
    std::vector<parindex_column> columns;

    static constexpr size_t units = 64;

    shared() {
        const std::string set_json = read_file("/illustration-2025/criteria.json");
        require(parindex_criteria_set_read(set_json.data(), set_json.size(), nullptr, 0, &set, nullptr, nullptr) ==
                    PARINDEX_OK,
                "set");
        const std::string context_json = read_file("/illustration-2025/context.json");
        require(parindex_context_read(set, context_json.data(), context_json.size(), nullptr, 0, &context, nullptr,
                                      nullptr) == PARINDEX_OK,
                "context");
        const std::string json = read_file("/illustration-2025/assessments/vpub-son-la.json");
        require(parindex_assessment_read(set, context, json.data(), json.size(), nullptr, 0, &marks, nullptr,
                                         nullptr) == PARINDEX_OK,
                "marks");
        require(parindex_evaluate(marks, context, &made, nullptr, nullptr) == PARINDEX_OK, "evaluation");
        require(parindex_plan_draft(made, nullptr, &plan, nullptr) == PARINDEX_OK, "plan");
        const std::string_view questionnaire =
            R"({"format":"parindex.questionnaire/1","code":"P","name":"P","method":"m",
            "scales":[{"code":"s","options":[{"code":"0","level":1},{"code":"1","level":2}]}],
            "questions":[{"code":"a","scale":"s","satisfied":["1"]},{"code":"b","scale":"s","satisfied":["1"]}]})";
        require(parindex_questionnaire_read(questionnaire.data(), questionnaire.size(), nullptr, 0, &form, nullptr,
                                            nullptr) == PARINDEX_OK,
                "questionnaire");
        for (uint32_t sheet = 0; sheet < 800; ++sheet) {
            answering.push_back(static_cast<int32_t>(sheet % 5));
            answers.push_back(static_cast<uint8_t>(sheet * sheet / 3 % 2));
            answers.push_back(static_cast<uint8_t>(sheet % 7 == 0 ? 3 : sheet / 5 % 2));  // 3: blank
        }
        tally = count(0, answering.size());
        for (size_t unit = 0; unit < units; ++unit) cells.push_back(static_cast<int64_t>(unit));
        for (const auto& [code, fact] : {std::pair{"1.1.3", 1}, std::pair{"4.1", 1}, std::pair{"5.3.1", 0}}) {
            int32_t node = 0;
            require(parindex_criteria_set_find(set, code, std::char_traits<char>::length(code), &node, nullptr) ==
                        PARINDEX_OK,
                    code);
            columns.push_back({node, fact, PARINDEX_ROUND_APPRAISAL, 0, cells.data(), nullptr});
        }
    }
    /// A part of the answers.
    [[nodiscard]] parindex_tally* count(size_t first, size_t sheets) const {
        parindex_tally* out = nullptr;
        require(parindex_tally_create(form, nullptr, 0, PARINDEX_PRECISION_NONE, &out, nullptr) == PARINDEX_OK,
                "tally");
        for (const char* const code : {"A", "B", "C", "D", "E"}) {
            int32_t unit = 0;
            require(parindex_tally_unit(out, code, 1, &unit, nullptr) == PARINDEX_OK, code);
        }
        require(parindex_tally_add_block(out, answering.data() + first, answers.data() + 2 * first, sheets, nullptr) ==
                    PARINDEX_OK,
                "block");
        return out;
    }
    shared(const shared&) = delete;
    shared& operator=(const shared&) = delete;
    ~shared() {
        parindex_tally_free(tally);
        parindex_questionnaire_free(form);
        parindex_plan_free(plan);
        parindex_evaluation_free(made);
        parindex_assessment_free(marks);
        parindex_context_free(context);
        parindex_criteria_set_free(set);
    }
};

/// Everything that one thread reads, as one text.
std::string seen_by_one(const shared& all) {
    parindex_evaluation* own = nullptr;
    require(parindex_evaluate(all.marks, all.context, &own, nullptr, nullptr) == PARINDEX_OK, "evaluate");
    std::string out = text_of(parindex_evaluation_score_json, own);
    parindex_evaluation_free(own);
    out += text_of(parindex_evaluation_score_json, all.made);
    out += text_of(parindex_evaluation_explanation_json, all.made, 0);
    for (int32_t node = 0; node < parindex_criteria_set_node_count(all.set); ++node) {
        out += text_of(parindex_evaluation_explain, all.made, node, PARINDEX_LANGUAGE_VIETNAMESE);
        out += text_of(parindex_criteria_set_maximum, all.set, node);
    }
    out += text_of(parindex_criteria_set_json, all.set);
    out += text_of(parindex_context_json, all.context);
    out += text_of(parindex_assessment_json, all.marks);
    parindex_coverage* coverage = nullptr;
    require(parindex_plan_cover(all.plan, all.made, &coverage, nullptr, nullptr) == PARINDEX_OK, "cover");
    out += text_of(parindex_coverage_points, coverage, PARINDEX_SCOPE_TOTAL, 0, PARINDEX_COVERAGE_LOST);
    parindex_coverage_free(coverage);
    parindex_set_changes* changes = nullptr;
    require(parindex_criteria_set_compare(all.set, all.set, &changes, nullptr) == PARINDEX_OK, "compare");
    parindex_set_changes_free(changes);
    out += text_of(parindex_questionnaire_json, all.form);
    out += text_of(parindex_tally_json, all.tally);
    parindex_index_request request{};
    request.struct_size = sizeof request;
    request.formula = "P4";
    parindex_satisfaction_index* index = nullptr;
    require(parindex_satisfaction_index_compute(all.tally, &request, &index, nullptr) == PARINDEX_OK, "index");
    out += text_of(parindex_satisfaction_index_number, index, PARINDEX_NONE, PARINDEX_INDEX_VALUE);
    parindex_satisfaction_index_free(index);
    return out;
}

struct table_results {
    std::array<int32_t, shared::units> statuses{};
    std::array<int64_t, shared::units> totals{};
};

/// Scores rows of the table from `first` on.
void score_slice(const shared& all, size_t first, size_t count, table_results& into) {
    std::vector<parindex_column> columns = all.columns;
    for (parindex_column& each : columns) each.cells += first;
    parindex_batch batch{};
    batch.struct_size = sizeof batch;
    batch.year = 2025;
    batch.unit_count = count;
    batch.columns = columns.data();
    batch.column_count = columns.size();
    batch.unit_group = "so";
    parindex_batch_result result{};
    result.struct_size = sizeof result;
    result.places = 4;
    result.statuses = into.statuses.data() + first;
    result.totals = into.totals.data() + first;
    require(parindex_batch_score(all.set, all.context, &batch, &result, nullptr, nullptr) == PARINDEX_OK, "batch");
}

}  // namespace

int main() {
    const shared all;
    const std::string expected = seen_by_one(all);
    table_results whole;
    score_slice(all, 0, shared::units, whole);
    require(std::any_of(whole.totals.begin(), whole.totals.end(), [](int64_t each) { return each != 0; }), "points");
    table_results sliced;
    std::array<parindex_tally*, threads> parts{};
    std::atomic<int> waiting{threads};
    std::atomic<int> wrong{0};
    std::vector<std::thread> running;
    for (size_t at = 0; at < threads; ++at) {
        running.emplace_back([&, at] {
            --waiting;
            while (waiting > 0) std::this_thread::yield();
            for (int round = 0; round < rounds; ++round) {
                if (seen_by_one(all) != expected) ++wrong;
                score_slice(all, at * shared::units / threads, shared::units / threads, sliced);
            }
            const size_t sheets = all.answering.size() / threads;
            parts[at] = all.count(at * sheets, sheets);
        });
    }
    for (std::thread& each : running) each.join();
    require(wrong == 0, "every thread sees the same");
    require(sliced.statuses == whole.statuses && sliced.totals == whole.totals, "slices make the whole");
    for (size_t at = 1; at < threads; ++at) {
        require(parindex_tally_merge(parts[0], parts[at], nullptr) == PARINDEX_OK, "merge");
        parindex_tally_free(parts[at]);
    }
    require(text_of(parindex_tally_bytes, parts[0]) == text_of(parindex_tally_bytes, all.tally),
            "parts make the whole");
    parindex_tally_free(parts[0]);
    std::printf("%d threads, %d rounds each, %zu bytes a round: all the same\n", threads, rounds, expected.size());
    return 0;
}
