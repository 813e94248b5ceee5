// Spoiled arguments of the functions of surveys; see hostile_test.cpp.
#include "hostile.hpp"

#include <array>

using namespace parindex_test;

TEST_CASE("spoiled arguments of questionnaires") {
    const everything data;
    receivers to;
    char* const buffer = to.buffer.data();
    const size_t room = to.buffer.size();
    const parindex_questionnaire* const form = data.form.get();
    parindex_questionnaire* read = nullptr;
    parindex_diagnostics* findings = nullptr;
    SPOIL(parindex_questionnaire_read, optional{5}, groups_json.data(), groups_json.size(), "f", 1, &read, &findings,
          &to.error);
    SPOIL(parindex_questionnaire_json, optional{3}, form, buffer, room, &to.size, &to.error);
    SPOIL(parindex_questionnaire_text, optional{4}, form, PARINDEX_TEXT_METHOD, buffer, room, &to.size, &to.error);
    parindex_question question{};
    question.struct_size = sizeof question;
    SPOIL(parindex_questionnaire_question, optional{}, form, 0, &question, &to.error);
    SPOIL(parindex_questionnaire_question_text, optional{5}, form, 0, 0, buffer, room, &to.size, &to.error);
    SPOIL(parindex_questionnaire_option_text, optional{6}, form, 0, 1, 0, buffer, room, &to.size, &to.error);
    SPOIL(parindex_questionnaire_find_question, optional{}, form, "q1", 2, &to.word, &to.error);
    SPOIL(parindex_questionnaire_find_option, optional{}, form, 0, "2", 1, &to.word, &to.error);
    SPOIL(parindex_questionnaire_state_place, optional{}, form, 0, PARINDEX_ANSWER_BLANK, &to.word, &to.error);
    SPOIL(parindex_questionnaire_find_category, optional{}, form, "gioi", 4, "nu", 2, &to.word, &to.error);
}

TEST_CASE("spoiled arguments of tallies") {
    const everything data;
    receivers to;
    char* const buffer = to.buffer.data();
    const size_t room = to.buffer.size();
    parindex_tally* const tally = data.tally.get();
    parindex_tally* const plain = data.plain.get();
    parindex_tally* made = nullptr;
    parindex_questionnaire* form = nullptr;
    parindex_diagnostics* findings = nullptr;
    const char* const by[] = {"gioi", "tuoi"};
    SPOIL(parindex_tally_create, optional{}, data.form.get(), by, 2, 0, &made, &to.error);
    SPOIL(parindex_tally_unit, optional{}, tally, "A", 1, &to.word, &to.error);
    const std::array<int32_t, 2> units{0, 1};
    const std::array<uint8_t, 6> places{0, 1, 2, 3, 4, 6};
    SPOIL(parindex_tally_add_block, optional{}, plain, units.data(), places.data(), 2, &to.error);
    const std::array<uint8_t, 3> sheet_places{4, 4, 4};
    const int32_t category = 1;
    parindex_answer_sheet sheet{};
    sheet.struct_size = sizeof sheet;
    sheet.places = sheet_places.data();
    sheet.categories = &category;
    SPOIL(parindex_tally_add_sheet, optional{}, tally, 0, &sheet, &to.error);
    SPOIL(parindex_tally_add_answers, optional{}, plain, 0, 0, 1, 1, &to.error);
    parindex_sheet_counts sheets{sizeof sheets, 0, 2, 1, 0};
    SPOIL(parindex_tally_add_sheets, optional{}, plain, 0, &sheets, &to.error);
    SPOIL(parindex_tally_merge, optional{}, plain, fx1_of_sheets().get(), &to.error);
    SPOIL(parindex_tally_sheets, optional{}, plain, 0, &sheets, &to.error);
    SPOIL(parindex_tally_questionnaire, optional{}, tally, &form, &to.error);
    SPOIL(parindex_tally_bytes, optional{3}, tally, buffer, room, &to.size, &to.error);
    SPOIL(parindex_tally_json, optional{3}, tally, buffer, room, &to.size, &to.error);
    const auto ignore = [](void*, const char*, size_t) -> int32_t { return 0; };
    SPOIL(parindex_tally_write, optional{}, tally, +ignore, nullptr, &to.error);
    SPOIL(parindex_tally_group_code, optional{4}, tally, 0, buffer, room, &to.size, &to.error);
    SPOIL(parindex_tally_unit_code, optional{4}, tally, 0, buffer, room, &to.size, &to.error);
    std::array<int64_t, 16> counts{};
    SPOIL(parindex_tally_counts, optional{}, tally, 0, "gioi", 4, "nu", 2, 0, counts.data(), counts.size(), &to.count,
          &to.error);
    for (const std::string& bytes : {bytes_of(data.tally), text_of(parindex_tally_json, tally)}) {
        SPOIL(parindex_tally_read, optional{5}, bytes.data(), bytes.size(), "f", 1, &made, &findings, &to.error);
    }
    CHECK(parindex_tally_counts(tally, 0, nullptr, 0, nullptr, 0, 0, nullptr, 1, &to.count, nullptr) ==
          PARINDEX_E_NULL_POINTER);
}

TEST_CASE("spoiled arguments of readers of answers") {
    const everything data;
    receivers to;
    parindex_answers_reader* reader = nullptr;
    parindex_diagnostics* findings = nullptr;
    SPOIL(parindex_answers_reader_create, optional{6}, data.plain.get(), fx1_columns.data(), fx1_columns.size(), "f", 1,
          &reader, &findings, &to.error);
    // Whatever is fed is read; what is wrong with it is said at the end.
    constexpr size_t most = std::numeric_limits<size_t>::max();
    CHECK(parindex_answers_reader_feed(nullptr, "x", 1, nullptr) == PARINDEX_E_NULL_POINTER);
    CHECK(parindex_answers_reader_feed(data.reader.get(), nullptr, 1, nullptr) == PARINDEX_E_NULL_POINTER);
    CHECK(parindex_answers_reader_feed(data.reader.get(), "x", most, nullptr) == PARINDEX_E_INPUT_TOO_LARGE);
    CHECK(parindex_answers_reader_feed(data.reader.get(), nullptr, 0, nullptr) == PARINDEX_OK);
    parindex_tally* tally = nullptr;
    for (void* const wrong : data.handles()) {
        if (wrong == data.reader.get()) continue;
        auto* const other = static_cast<parindex_answers_reader*>(wrong);
        CHECK(parindex_answers_reader_feed(other, "x", 1, nullptr) == PARINDEX_E_WRONG_HANDLE);
        CHECK(parindex_answers_reader_finish(other, &tally, nullptr, nullptr) == PARINDEX_E_WRONG_HANDLE);
    }
    CHECK(parindex_answers_reader_finish(data.reader.get(), nullptr, nullptr, nullptr) == PARINDEX_E_NULL_POINTER);
    CHECK(parindex_answers_reader_finish(nullptr, &tally, nullptr, nullptr) == PARINDEX_E_NULL_POINTER);
    using namespace std::string_view_literals;
    for (const std::string_view odd :
         {""sv, "\0"sv, "\xFF\n"sv, "unit,c1,c2,c3\nA,\"1,2,3"sv, "unit\tc1\n=cmd()\t1\n"sv}) {
        owned_reader each;
        REQUIRE(parindex_answers_reader_create(data.plain.get(), fx1_columns.data(), fx1_columns.size(), nullptr, 0,
                                               into(each), nullptr, nullptr) == PARINDEX_OK);
        CHECK(parindex_answers_reader_feed(each.get(), odd.data(), odd.size(), &to.error) == PARINDEX_OK);
        CHECK(parindex_answers_reader_finish(each.get(), &tally, nullptr, &to.error) != PARINDEX_OK);
        CHECK(tally == nullptr);
        CHECK_FALSE(parindex::find_invalid_utf8(to.error.message));
    }
}

TEST_CASE("spoiled arguments of indices and their points") {
    const everything data;
    receivers to;
    char* const buffer = to.buffer.data();
    const size_t room = to.buffer.size();
    const parindex_satisfaction_index* const index = data.index.get();
    parindex_satisfaction_index* made = nullptr;
    const parindex_index_request asked = request("P3");
    SPOIL(parindex_satisfaction_index_compute, optional{}, data.plain.get(), &asked, &made, &to.error);
    SPOIL(parindex_satisfaction_index_text, optional{4}, index, PARINDEX_TEXT_FORMULA, buffer, room, &to.size,
          &to.error);
    SPOIL(parindex_satisfaction_index_term_code, optional{4}, index, 1, buffer, room, &to.size, &to.error);
    SPOIL(parindex_satisfaction_index_number, optional{5}, index, 1, PARINDEX_INDEX_WEIGHT, buffer, room, &to.size,
          &to.error);
    SPOIL(parindex_satisfaction_index_difference, optional{5}, index, index, 0, buffer, room, &to.size, &to.error);
    const parindex_points_method method{sizeof method, 2, 0, 2, 0, 0, {10, 0, 0}};
    SPOIL(parindex_survey_points, optional{4}, "439/572", 7, &method, &to.number, &to.word, &to.error);
}

TEST_CASE("bytes of a tally with one bit turned are refused") {
    const everything data;
    const std::string sound = bytes_of(data.plain);
    for (size_t bit = 0; bit < 8 * sound.size(); bit += 5) {
        CAPTURE(bit);
        std::string bytes = sound;
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
        owned_tally read;
        parindex_error error = error_report();
        CHECK(parindex_tally_read(bytes.data(), bytes.size(), nullptr, 0, into(read), nullptr, &error) != PARINDEX_OK);
        CHECK_FALSE(parindex::find_invalid_utf8(error.message));
    }
    for (size_t size = 0; size < sound.size(); size += 7) {
        owned_tally read;
        CHECK(parindex_tally_read(sound.data(), size, nullptr, 0, into(read), nullptr, nullptr) != PARINDEX_OK);
    }
}
