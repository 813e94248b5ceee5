// Callers that were compiled with an earlier or a later version of a structure.
#include "surveys.hpp"

#include "parindex/text/utf8.hpp"

#include <array>
#include <cstddef>
#include <cstring>

using namespace parindex_test;

namespace {

/// A structure with bytes behind it that nobody may touch.
template <class Structure>
struct guarded_structure {
    static constexpr size_t behind = 64;
    alignas(Structure) unsigned char bytes[sizeof(Structure) + behind];

    explicit guarded_structure(size_t struct_size) {
        std::memset(bytes, 0xA5, sizeof bytes);
        const auto size = static_cast<uint32_t>(struct_size);
        std::memcpy(bytes, &size, sizeof size);
    }
    Structure* get() { return reinterpret_cast<Structure*>(bytes); }
    [[nodiscard]] bool is_untouched_from(size_t begin) const {
        for (size_t at = begin; at < sizeof bytes; ++at) {
            if (bytes[at] != 0xA5) return false;
        }
        return true;
    }
};

/// Fills a structure of `function` as callers of every version: too short, as now, and longer than known.
template <class Structure, class Function>
void check_sizes(Function function) {
    for (const size_t size : {size_t{0}, size_t{4}, sizeof(Structure) - 1}) {
        guarded_structure<Structure> given(size);
        CHECK(function(given.get()) == PARINDEX_E_STRUCT_SIZE);
        CHECK(given.is_untouched_from(sizeof(uint32_t)));
    }
    for (const size_t size : {sizeof(Structure), sizeof(Structure) + 40, size_t{0xFFFFFFFF}}) {
        guarded_structure<Structure> given(size);
        CHECK(function(given.get()) == PARINDEX_OK);
        CHECK(given.get()->struct_size == size);
        CHECK(given.is_untouched_from(sizeof(Structure)));
        CHECK_FALSE(given.is_untouched_from(sizeof(uint32_t)));
    }
}

/// A failure with Vietnamese text of many bytes in its message.
parindex_status fail_about(const parindex_criteria_set* set, parindex_error* error) {
    const std::string code = "Đỗ Thị Ưởng";
    int32_t node = -5;
    const parindex_status status = parindex_criteria_set_find(set, code.data(), code.size(), &node, error);
    CHECK(node == -5);
    return status;
}

}  // namespace

TEST_CASE("structures that the library fills") {
    const owned_set set = read_set(read_file("/illustration-2025/criteria.json"));
    int32_t leaf = 0;
    REQUIRE(parindex_criteria_set_find(set.get(), "1.1.1", 5, &leaf, nullptr) == PARINDEX_OK);
    check_sizes<parindex_node>(
        [&](parindex_node* node) { return parindex_criteria_set_node(set.get(), leaf, node, nullptr); });
    check_sizes<parindex_fact>(
        [&](parindex_fact* fact) { return parindex_criteria_set_fact(set.get(), leaf, 0, fact, nullptr); });
    const owned_evaluation made = son_la();
    check_sizes<parindex_ledger_entry>([&](parindex_ledger_entry* entry) {
        return parindex_evaluation_ledger_entry(made.get(), 0, 0, entry, nullptr);
    });
    const owned_questionnaire form = read_form(fx1_json);
    check_sizes<parindex_question>(
        [&](parindex_question* question) { return parindex_questionnaire_question(form.get(), 0, question, nullptr); });
    const owned_tally tally = fx1_of_sheets();
    check_sizes<parindex_sheet_counts>(
        [&](parindex_sheet_counts* sheets) { return parindex_tally_sheets(tally.get(), 0, sheets, nullptr); });
}

TEST_CASE("structures that the library reads") {
    const owned_evaluation made = son_la();
    const auto draft = [&](size_t size) {
        guarded_structure<parindex_draft> given(sizeof(parindex_draft));
        *given.get() = parindex_draft{};
        given.get()->struct_size = static_cast<uint32_t>(size);
        owned_plan plan;
        return parindex_plan_draft(made.get(), given.get(), into(plan), nullptr);
    };
    CHECK(draft(0) == PARINDEX_E_STRUCT_SIZE);
    CHECK(draft(sizeof(parindex_draft) - 1) == PARINDEX_E_STRUCT_SIZE);
    CHECK(draft(sizeof(parindex_draft)) == PARINDEX_OK);
    CHECK(draft(sizeof(parindex_draft) + 40) == PARINDEX_OK);
    CHECK(draft(0xFFFFFFFF) == PARINDEX_OK);

    const owned_set set = read_set(read_file("/son-la-2021/criteria.json"));
    const auto score = [&](size_t batch_size, size_t result_size) {
        int32_t status = -1;
        parindex_batch batch{};
        batch.struct_size = static_cast<uint32_t>(batch_size);
        batch.year = 2021;
        batch.unit_count = 1;
        parindex_batch_result result{};
        result.struct_size = static_cast<uint32_t>(result_size);
        result.statuses = &status;
        const parindex_status out = parindex_batch_score(set.get(), nullptr, &batch, &result, nullptr, nullptr);
        CHECK(status == (out == PARINDEX_OK ? PARINDEX_OK : -1));
        return out;
    };
    constexpr size_t batch = sizeof(parindex_batch);
    constexpr size_t result = sizeof(parindex_batch_result);
    CHECK(score(batch - 1, result) == PARINDEX_E_STRUCT_SIZE);
    CHECK(score(batch, result - 1) == PARINDEX_E_STRUCT_SIZE);
    CHECK(score(batch, result) == PARINDEX_OK);
    CHECK(score(batch + 40, result + 40) == PARINDEX_OK);

    // Of another version, with the same beginning.
    const auto check_input = [](auto whole, auto call) {
        for (const size_t size : {size_t{0}, sizeof whole - 1, sizeof whole, sizeof whole + 40}) {
            whole.struct_size = static_cast<uint32_t>(size);
            CHECK(call(&whole) == (size < sizeof whole ? PARINDEX_E_STRUCT_SIZE : PARINDEX_OK));
        }
    };
    const owned_tally tally = fx1_of_sheets();
    check_input(parindex_sheet_counts{}, [&](const parindex_sheet_counts* sheets) {
        return parindex_tally_add_sheets(tally.get(), 0, sheets, nullptr);
    });
    const std::array<uint8_t, 3> places{0, 1, 2};
    parindex_answer_sheet sheet{};
    sheet.places = places.data();
    check_input(sheet, [&](const parindex_answer_sheet* given) {
        return parindex_tally_add_sheet(tally.get(), 0, given, nullptr);
    });
    check_input(request("P1"), [&](const parindex_index_request* asked) {
        owned_index index;
        return parindex_satisfaction_index_compute(tally.get(), asked, into(index), nullptr);
    });
    check_input(parindex_points_method{0, PARINDEX_NONE, 0, 2, 0, 0, {10, 0, 0}},
                [&](const parindex_points_method* method) {
                    parindex_decimal points{};
                    return parindex_survey_points("0.5", 3, method, &points, nullptr, nullptr);
                });
}

TEST_CASE("an error report holds as much as its caller has room for, in whole characters") {
    const owned_set set = read_set(read_file("/son-la-2021/criteria.json"));
    parindex_error whole = error_report();
    REQUIRE(fail_about(set.get(), &whole) == PARINDEX_E_UNKNOWN_CODE);
    const std::string message = whole.message;
    REQUIRE(message.find("Đỗ Thị Ưởng") != std::string::npos);
    for (size_t size = 0; size <= sizeof(parindex_error) + 8; ++size) {
        CAPTURE(size);
        guarded_structure<parindex_error> given(size);
        CHECK(fail_about(set.get(), given.get()) == PARINDEX_E_UNKNOWN_CODE);
        CHECK(given.get()->struct_size == size);
        CHECK(given.is_untouched_from(size < 8 ? 4 : std::min(size, sizeof(parindex_error))));
        if (size >= 8) CHECK(given.get()->code == PARINDEX_E_UNKNOWN_CODE);
        if (size <= offsetof(parindex_error, message)) continue;
        const size_t room = std::min(size, sizeof(parindex_error)) - offsetof(parindex_error, message);
        REQUIRE(std::memchr(given.get()->message, 0, room) != nullptr);
        const std::string cut = given.get()->message;
        CHECK(message.starts_with(cut));
        CHECK(cut.size() + 3 >= std::min(message.size(), room - 1));  // a character of Vietnamese has at most 3 bytes
        CHECK_FALSE(parindex::find_invalid_utf8(cut));
        CHECK(parindex_criteria_set_node_count(set.get()) > 0);
    }
}

TEST_CASE("success clears what a failure left in a report, as far as that reaches") {
    for (const size_t size : {size_t{8}, size_t{100}, sizeof(parindex_error)}) {
        guarded_structure<parindex_error> given(size);
        parindex_decimal number{};
        CHECK(parindex_decimal_parse("x", 1, &number, given.get()) == PARINDEX_E_INVALID_NUMBER);
        CHECK(given.get()->code == PARINDEX_E_INVALID_NUMBER);
        CHECK(parindex_decimal_parse("1", 1, &number, given.get()) == PARINDEX_OK);
        CHECK(given.get()->code == PARINDEX_OK);
        CHECK(given.is_untouched_from(size));
    }
}

TEST_CASE("a long message is cut behind a whole character, and the finding has all of it") {
    std::string code;
    for (int repeat = 0; repeat < 200; ++repeat) code += "ưở";
    std::string json = read_file("/son-la-2021/criteria.json");
    const size_t at = json.find("\"1.1\"");
    REQUIRE(at != std::string::npos);
    json.insert(at + 1, code);
    json.replace(json.find("\"part\": \"appraisal\""), 19, "\"part\": \"none\"");
    owned_set set;
    owned_findings findings;
    parindex_error error = error_report();
    REQUIRE(parindex_criteria_set_read(json.data(), json.size(), nullptr, 0, into(set), into(findings), &error) !=
            PARINDEX_OK);
    const std::string whole = text_of(parindex_diagnostics_text, findings.get(), size_t{0}, PARINDEX_TEXT_CRITERION);
    const std::string cut = error.criterion;
    REQUIRE(whole.size() > sizeof error.criterion);
    CHECK(whole.starts_with(cut));
    CHECK(cut.size() + 3 >= sizeof error.criterion - 1);
    CHECK_FALSE(parindex::find_invalid_utf8(cut));
}

TEST_CASE("a finding may be got in a short structure") {
    const std::string json = "{";
    owned_set set;
    owned_findings findings;
    REQUIRE(parindex_criteria_set_read(json.data(), json.size(), nullptr, 0, into(set), into(findings), nullptr) ==
            PARINDEX_E_JSON_SYNTAX);
    guarded_structure<parindex_error> eight(8);
    CHECK(parindex_diagnostics_get(findings.get(), 0, eight.get(), nullptr) == PARINDEX_OK);
    CHECK(eight.get()->code == PARINDEX_E_JSON_SYNTAX);
    CHECK(eight.is_untouched_from(8));
    guarded_structure<parindex_error> seven(7);
    CHECK(parindex_diagnostics_get(findings.get(), 0, seven.get(), nullptr) == PARINDEX_E_STRUCT_SIZE);
    CHECK(seven.is_untouched_from(4));
}
