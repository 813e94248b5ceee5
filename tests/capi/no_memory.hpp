// Fails every allocation of a call in turn, and looks at what the call leaves behind.
#pragma once

#include "failing_malloc.hpp"
#include "handles.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace parindex_test {

/// Neither NULL nor a handle: an output that was never written.
template <class Handle>
Handle* poison() {
    return reinterpret_cast<Handle*>(alignof(std::max_align_t));
}

/// Whatever a function may hand out.
struct outputs {
    parindex_criteria_set* set = poison<parindex_criteria_set>();
    parindex_context* context = poison<parindex_context>();
    parindex_assessment* assessment = poison<parindex_assessment>();
    parindex_assessment_list* list = poison<parindex_assessment_list>();
    parindex_evaluation* evaluation = poison<parindex_evaluation>();
    parindex_plan* plan = poison<parindex_plan>();
    parindex_coverage* coverage = poison<parindex_coverage>();
    parindex_set_changes* changes = poison<parindex_set_changes>();
    parindex_questionnaire* questionnaire = poison<parindex_questionnaire>();
    parindex_tally* tally = poison<parindex_tally>();
    parindex_answers_reader* reader = poison<parindex_answers_reader>();
    parindex_satisfaction_index* satisfaction = poison<parindex_satisfaction_index>();
    parindex_diagnostics* diagnostics = poison<parindex_diagnostics>();
    parindex_decimal number{-7, -7, -7};
    int32_t index = -7;
    std::array<int32_t, 64> indices{};
    size_t size = 77;
    std::array<char, 65536> text;

    outputs() { text.fill('#'); }
};

template <class Handle>
bool is_handle(const Handle* given) {
    return given != nullptr && given != poison<Handle>();
}

inline bool has_nothing(const outputs& of) {
    const outputs fresh;
    return !is_handle(of.set) && !is_handle(of.context) && !is_handle(of.assessment) && !is_handle(of.list) &&
           !is_handle(of.evaluation) && !is_handle(of.plan) && !is_handle(of.coverage) && !is_handle(of.changes) &&
           !is_handle(of.questionnaire) && !is_handle(of.tally) && !is_handle(of.reader) &&
           !is_handle(of.satisfaction) && !is_handle(of.diagnostics) && of.number.coefficient == -7 && of.index == -7 &&
           of.indices == fresh.indices;
}

/// Everything that was handed out, as text; frees it.
inline std::string taken(outputs& of) {
    std::string out = std::to_string(of.number.coefficient) + ' ' + std::to_string(of.index) + ' ' +
                      std::to_string(of.size) + ' ' + std::to_string(of.indices[0]) + '\n';
    if (of.text[0] != '#') out += of.text.data();
    const auto take = [&](auto* handle, auto describe, auto free) {
        if (!is_handle(handle)) return;
        out += describe(handle);
        free(handle);
    };
    const auto json = [](auto function) { return [=](const auto* handle) { return text_of(function, handle); }; };
    take(of.set, json(parindex_criteria_set_json), parindex_criteria_set_free);
    take(of.context, json(parindex_context_json), parindex_context_free);
    take(of.assessment, json(parindex_assessment_json), parindex_assessment_free);
    take(of.evaluation, json(parindex_evaluation_score_json), parindex_evaluation_free);
    take(of.plan, json(parindex_plan_json), parindex_plan_free);
    take(of.questionnaire, json(parindex_questionnaire_json), parindex_questionnaire_free);
    take(
        of.reader, [](const auto*) { return std::string(); }, parindex_answers_reader_free);
    take(of.tally, json(parindex_tally_json), parindex_tally_free);
    take(
        of.satisfaction,
        [](const auto* index) {
            return text_of(parindex_satisfaction_index_number, index, PARINDEX_NONE, PARINDEX_INDEX_VALUE);
        },
        parindex_satisfaction_index_free);
    take(
        of.list, [](const auto* list) { return std::to_string(parindex_assessment_list_count(list)); },
        parindex_assessment_list_free);
    take(
        of.changes, [](const auto* changes) { return std::to_string(parindex_set_changes_count(changes)); },
        parindex_set_changes_free);
    take(
        of.coverage,
        [](const auto* coverage) {
            return text_of(parindex_coverage_points, coverage, PARINDEX_SCOPE_TOTAL, 0, PARINDEX_COVERAGE_COVERED);
        },
        parindex_coverage_free);
    take(
        of.diagnostics,
        [](const auto* all) {
            std::string lines;
            for (size_t at = 0; at < parindex_diagnostics_count(all); ++at) {
                lines += text_of(parindex_diagnostics_text, all, at, PARINDEX_TEXT_LINE) + '\n';
            }
            return lines;
        },
        parindex_diagnostics_free);
    return out;
}

using call = std::function<parindex_status(outputs&, parindex_error*)>;

inline parindex_status status_of(const call& run) {
    outputs out;
    const parindex_status status = run(out, nullptr);
    taken(out);
    return status;
}

/// @param inputs  what the call was given, as text: the same after a failure
inline void fail_each_allocation(
    const std::string& name, parindex_status expected, const call& run,
    const std::function<std::string()>& inputs = [] { return std::string(); }) {
    CAPTURE(name);
    outputs clean;
    REQUIRE(run(clean, nullptr) == expected);
    const std::string wanted = taken(clean);
    const std::string before = inputs();
    for (const bool from_there_on : {false, true}) {
        bool happened = true;
        for (size_t number = 1; happened; ++number) {
            CAPTURE(number);
            CAPTURE(from_there_on);
            outputs out;
            parindex_error error = error_report();
            parindex_status status = PARINDEX_OK;
            const std::ptrdiff_t blocks = live_blocks();
            {
                const allocation_failure failing(number, from_there_on);
                status = run(out, &error);
                happened = allocation_failure::happened();
            }
            REQUIRE(error.code == status);
            if (status == PARINDEX_E_NO_MEMORY && happened) {
                REQUIRE(has_nothing(out));
                REQUIRE(live_blocks() == blocks);
                REQUIRE(inputs() == before);
                continue;
            }
            // Either nothing failed, or what failed was not needed.
            REQUIRE(status == expected);
            REQUIRE(taken(out) == wanted);
            REQUIRE(live_blocks() == blocks);
            REQUIRE(number < 100'000);
        }
    }
}

inline std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
    std::string out(text);
    const size_t at = out.find(from);
    REQUIRE(at != std::string::npos);
    return out.replace(at, from.size(), to);
}

inline constexpr std::string_view file = "a file whose name is longer than a short string.json";

/// Counts pieces, and fails in its own way at the one numbered `last`.
struct counting_writer {
    size_t last;
    size_t pieces = 0;
    bool throws = false;

    static int32_t take(void* user, const char*, size_t) {
        auto& self = *static_cast<counting_writer*>(user);
        if (++self.pieces != self.last) return 0;
        if (self.throws) throw self.last;
        return self.last % 2 == 0 ? 1 : -1;
    }
};

inline void fail_each_piece(const std::function<parindex_status(counting_writer&, parindex_error*)>& write) {
    counting_writer whole{0};
    REQUIRE(write(whole, nullptr) == PARINDEX_OK);
    CHECK(whole.pieces > 0);
    for (const bool throws : {false, true}) {
        for (size_t last = 1; last <= whole.pieces; ++last) {
            counting_writer failing{last, 0, throws};
            parindex_error error = error_report();
            const std::ptrdiff_t blocks = live_blocks();
            const parindex_status status = write(failing, &error);
            CHECK(live_blocks() == blocks);
            CHECK(status == (throws ? PARINDEX_E_INTERNAL : PARINDEX_E_CALLBACK_FAILED));
            CHECK(error.code == status);
            CHECK(failing.pieces == last);
        }
    }
    bool happened = true;
    for (size_t number = 1; happened; ++number) {
        counting_writer unaware{0};
        parindex_error error = error_report();
        const std::ptrdiff_t blocks = live_blocks();
        parindex_status status = PARINDEX_OK;
        {
            const allocation_failure failure(number, number % 2 == 0);
            status = write(unaware, &error);
            happened = allocation_failure::happened();
        }
        REQUIRE(status == (happened ? PARINDEX_E_NO_MEMORY : PARINDEX_OK));
        REQUIRE(live_blocks() == blocks);
    }
}

}  // namespace parindex_test
