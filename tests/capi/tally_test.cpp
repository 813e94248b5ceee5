// Questionnaires and tallies through the C interface equal those of the C++ library.
#include "surveys.hpp"

#include "parindex/parindex.hpp"

#include <limits>

using namespace parindex_test;

namespace {

constexpr int64_t most = std::numeric_limits<int64_t>::max();

parindex::questionnaire form_in_cpp(std::string_view json) {
    return parindex::read_questionnaire(json, "").value();
}

int32_t found_question(const owned_questionnaire& form, std::string_view code) {
    int32_t out = -7;
    REQUIRE(parindex_questionnaire_find_question(form.get(), code.data(), code.size(), &out, nullptr) == PARINDEX_OK);
    return out;
}

std::vector<int64_t> counts_of(const owned_tally& tally, int32_t unit, std::string_view group,
                               std::string_view category, int32_t question) {
    size_t count = 0;
    const auto ask = [&](int64_t* to, size_t capacity) {
        return parindex_tally_counts(tally.get(), unit, group.data(), group.size(), category.data(), category.size(),
                                     question, to, capacity, &count, nullptr);
    };
    REQUIRE(ask(nullptr, 0) == PARINDEX_OK);
    std::vector<int64_t> out(count, -1);
    REQUIRE(ask(out.data(), count - 1) == PARINDEX_E_BUFFER_TOO_SMALL);
    REQUIRE(out == std::vector<int64_t>(count, -1));
    REQUIRE(ask(out.data(), count) == PARINDEX_OK);
    return out;
}

parindex_sheet_counts sheets_of(const owned_tally& tally, int32_t unit) {
    parindex_sheet_counts out{};
    out.struct_size = sizeof out;
    REQUIRE(parindex_tally_sheets(tally.get(), unit, &out, nullptr) == PARINDEX_OK);
    return out;
}

parindex_status merge(const owned_tally& into, const owned_tally& other) {
    return parindex_tally_merge(into.get(), other.get(), nullptr);
}

owned_tally read_tally(std::string_view bytes) {
    owned_tally out;
    parindex_error error = error_report();
    REQUIRE_MESSAGE(
        parindex_tally_read(bytes.data(), bytes.size(), nullptr, 0, into(out), nullptr, &error) == PARINDEX_OK,
        error.message);
    return out;
}

}  // namespace

TEST_CASE("a questionnaire is read, asked and written") {
    for (const std::string_view json : {fx1_json, groups_json}) {
        const parindex::questionnaire expected = form_in_cpp(json);
        const owned_questionnaire form = read_form(json);
        const auto* const of = form.get();
        CHECK(text_of(parindex_questionnaire_json, of) == write_questionnaire(expected));
        CHECK(text_of(parindex_questionnaire_text, of, PARINDEX_TEXT_CODE) == expected.code());
        CHECK(text_of(parindex_questionnaire_text, of, PARINDEX_TEXT_NAME) == expected.description().name);
        CHECK(text_of(parindex_questionnaire_text, of, PARINDEX_TEXT_METHOD) == expected.method());
        REQUIRE(parindex_questionnaire_question_count(of) == static_cast<int32_t>(expected.questions().size()));
        for (int32_t question = 0; question < parindex_questionnaire_question_count(of); ++question) {
            const auto at = static_cast<size_t>(question);
            const parindex::questionnaire::question& known = expected.questions()[at];
            const parindex::survey_question& text = expected.texts()[at];
            parindex_question found{};
            found.struct_size = sizeof found;
            REQUIRE(parindex_questionnaire_question(of, question, &found, nullptr) == PARINDEX_OK);
            CHECK(found.kind == static_cast<int32_t>(text.kind));
            CHECK(found.option_count == static_cast<int32_t>(known.options));
            CHECK(found.place_count == static_cast<int32_t>(known.places()));
            CHECK(found.is_multiple == (text.multiple ? 1 : 0));
            CHECK(found.is_overall == (text.overall ? 1 : 0));
            CHECK(found.in_index == (known.in_index ? 1 : 0));
            CHECK(text_of(parindex_questionnaire_question_text, of, question, PARINDEX_TEXT_CODE) == text.code);
            CHECK(text_of(parindex_questionnaire_question_text, of, question, PARINDEX_TEXT_NAME) == text.text);
            CHECK(found_question(form, text.code) == question);
            for (int32_t option = 0; option < found.option_count; ++option) {
                const parindex::answer_option& one = expected.scale_of(at).options[static_cast<size_t>(option)];
                CHECK(text_of(parindex_questionnaire_option_text, of, question, option, PARINDEX_TEXT_CODE) ==
                      one.code);
                CHECK(text_of(parindex_questionnaire_option_text, of, question, option, PARINDEX_TEXT_NAME) ==
                      one.label);
                int32_t place = -7;
                REQUIRE(parindex_questionnaire_find_option(of, question, one.code.data(), one.code.size(), &place,
                                                           nullptr) == PARINDEX_OK);
                CHECK(place == option);
            }
            for (int32_t state = PARINDEX_ANSWER_ANSWERED; state <= PARINDEX_ANSWER_OFF_ROUTE; ++state) {
                int32_t place = -7;
                REQUIRE(parindex_questionnaire_state_place(of, question, state, &place, nullptr) == PARINDEX_OK);
                CHECK(place == static_cast<int32_t>(known.place_of(static_cast<parindex::answer_state>(state))));
            }
        }
    }
}

TEST_CASE("what a questionnaire does not have") {
    const owned_questionnaire form = read_form(groups_json);
    const auto* const of = form.get();
    int32_t out = -7;
    CHECK(parindex_questionnaire_find_question(of, "q9", 2, &out, nullptr) == PARINDEX_E_UNKNOWN_OPTION);
    CHECK(parindex_questionnaire_find_question(of, nullptr, 0, &out, nullptr) == PARINDEX_E_UNKNOWN_OPTION);
    CHECK(parindex_questionnaire_find_option(of, 0, "9", 1, &out, nullptr) == PARINDEX_E_UNKNOWN_OPTION);
    CHECK(parindex_questionnaire_find_option(of, 3, "1", 1, &out, nullptr) == PARINDEX_E_OUT_OF_RANGE);
    CHECK(parindex_questionnaire_state_place(of, 0, 9, &out, nullptr) == PARINDEX_E_INVALID_ARGUMENT);
    CHECK(parindex_questionnaire_find_category(of, "x", 1, "nam", 3, &out, nullptr) == PARINDEX_E_UNKNOWN_OPTION);
    CHECK(parindex_questionnaire_find_category(of, "gioi", 4, "x", 1, &out, nullptr) == PARINDEX_E_UNKNOWN_OPTION);
    CHECK(out == -7);
    CHECK(parindex_questionnaire_find_category(of, "gioi", 4, "nu", 2, &out, nullptr) == PARINDEX_OK);
    CHECK(out == 1);
    parindex_questionnaire* none = nullptr;
    owned_findings findings;
    const std::string_view bad = R"({"format":"parindex.questionnaire/1","code":"x"})";
    parindex_error error = error_report();
    CHECK(parindex_questionnaire_read(bad.data(), bad.size(), "p.json", 6, &none, into(findings), &error) ==
          PARINDEX_E_MISSING_KEY);
    CHECK(none == nullptr);
    CHECK(error.line == 1);
    CHECK(parindex_diagnostics_count(findings.get()) > 0);
    CHECK(text_of(parindex_diagnostics_text, findings.get(), size_t{0}, PARINDEX_TEXT_FILE) == "p.json");
}

TEST_CASE("blocks, single sheets and counts of others make the counts of the C++ library") {
    parindex::tally expected(form_in_cpp(fx1_json));
    const auto [units, places] = fx1_block();
    for (const fx1_unit& each : fx1_units) static_cast<void>(expected.unit(each.code));
    const std::vector<uint32_t> unsigned_units(units.begin(), units.end());
    expected.add_block(unsigned_units, places);
    const owned_tally block = fx1_of_sheets();
    CHECK(bytes_of(block) == write_tally(expected));
    CHECK(text_of(parindex_tally_json, block.get()) == write_tally_json(expected));

    const owned_questionnaire form = read_form(fx1_json);
    const owned_tally single = empty_tally(form);
    for (size_t at = units.size(); at-- > 0;) {  // in another order, with other numbers of units
        parindex_answer_sheet sheet{};
        sheet.struct_size = sizeof sheet;
        sheet.places = places.data() + 3 * at;
        const int32_t unit = unit_of(single, fx1_units[static_cast<size_t>(units[at])].code);
        REQUIRE(parindex_tally_add_sheet(single.get(), unit, &sheet, nullptr) == PARINDEX_OK);
    }
    CHECK(bytes_of(single) == bytes_of(block));
    REQUIRE(parindex_tally_unit_count(single.get()) == 2);
    CHECK(text_of(parindex_tally_unit_code, single.get(), 0) == "B");
    CHECK(sheets_of(single, 0).valid == 4);
    CHECK(sheets_of(single, 1).returned == 10);

    const owned_tally aggregate = fx1_tally();
    for (int32_t unit = 0; unit < 2; ++unit) {
        for (int32_t question = 0; question < 3; ++question) {
            CHECK(counts_of(aggregate, unit, "", "", question) == counts_of(block, unit, "", "", question));
        }
    }
    CHECK(counts_of(block, 0, "", "", 1) == std::vector<int64_t>{1, 0, 2, 3, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0});
    CHECK(bytes_of(aggregate) != bytes_of(block));  // of whom the answers are, nobody knows
}

TEST_CASE("tallies are merged in any order and read again") {
    const owned_questionnaire form = read_form(fx1_json);
    const auto block = fx1_block();  // clang 14 captures no structured binding
    const auto& units = block.first;
    const auto& places = block.second;
    const auto part = [&](size_t first, size_t count) {
        owned_tally out = empty_tally(form);
        for (const fx1_unit& each : fx1_units) unit_of(out, each.code);
        REQUIRE(parindex_tally_add_block(out.get(), units.data() + first, places.data() + 3 * first, count, nullptr) ==
                PARINDEX_OK);
        return out;
    };
    const std::string whole = bytes_of(fx1_of_sheets());
    for (const size_t cut : {size_t{0}, size_t{3}, size_t{10}, size_t{14}}) {
        const owned_tally first = part(0, cut);
        const owned_tally last = read_tally(bytes_of(part(cut, units.size() - cut)));
        const owned_tally other = read_tally(text_of(parindex_tally_json, last.get()));
        CHECK(merge(other, first) == PARINDEX_OK);
        CHECK(merge(first, last) == PARINDEX_OK);
        CHECK(bytes_of(first) == whole);
        CHECK(bytes_of(other) == whole);
    }
    const owned_tally twice = fx1_of_sheets();
    CHECK(merge(twice, twice) == PARINDEX_OK);
    CHECK(sheets_of(twice, 0).valid == 20);
    std::string pieces;
    const auto append = [](void* to, const char* bytes, size_t size) -> int32_t {
        static_cast<std::string*>(to)->append(bytes, size);
        return 0;
    };
    CHECK(parindex_tally_write(twice.get(), append, &pieces, nullptr) == PARINDEX_OK);
    CHECK(pieces == bytes_of(twice));
    owned_questionnaire again;
    REQUIRE(parindex_tally_questionnaire(read_tally(pieces).get(), into(again), nullptr) == PARINDEX_OK);
    CHECK(text_of(parindex_questionnaire_json, again.get()) == text_of(parindex_questionnaire_json, form.get()));
    CHECK(merge(twice, empty_tally(read_form(groups_json))) == PARINDEX_E_DIFFERENT_QUESTIONNAIRES);
    CHECK(bytes_of(twice) == pieces);
    pieces[pieces.size() / 2] ^= 1;
    parindex_tally* none = nullptr;
    owned_findings findings;
    CHECK(parindex_tally_read(pieces.data(), pieces.size(), nullptr, 0, &none, into(findings), nullptr) != PARINDEX_OK);
    CHECK(none == nullptr);
    CHECK(parindex_diagnostics_count(findings.get()) > 0);
}

TEST_CASE("the bytes of a large tally are written in pieces") {
    const owned_questionnaire form = read_form(fx1_json);
    const owned_tally tally = empty_tally(form);
    for (int32_t unit = 0; unit < 2000; ++unit) {
        const int32_t at = unit_of(tally, std::to_string(unit));
        for (int32_t question = 0; question < 3; ++question) {
            for (int32_t place = 0; place < 5; ++place) {
                REQUIRE(parindex_tally_add_answers(tally.get(), at, question, place, 1'000'000'007, nullptr) == 0);
            }
        }
    }
    std::vector<std::string> pieces;
    const auto append = [](void* to, const char* bytes, size_t size) -> int32_t {
        static_cast<std::vector<std::string>*>(to)->emplace_back(bytes, size);
        return 0;
    };
    REQUIRE(parindex_tally_write(tally.get(), append, &pieces, nullptr) == PARINDEX_OK);
    REQUIRE(pieces.size() > 2);
    std::string joined;
    for (const std::string& each : pieces) joined += each;
    size_t size = 0;
    REQUIRE(parindex_tally_bytes(tally.get(), nullptr, 0, &size, nullptr) == PARINDEX_OK);
    CHECK(joined.size() == size);
    CHECK(bytes_of(read_tally(joined)) == joined);
}

TEST_CASE("groups, several marks and precision") {
    const owned_questionnaire form = read_form(groups_json);
    for (const int32_t precision :
         {PARINDEX_PRECISION_NONE, PARINDEX_PRECISION_CLUSTERS, PARINDEX_PRECISION_RESPONDENTS}) {
        const owned_tally tally = empty_tally(form, {"tuoi", "gioi"}, precision);
        parindex::tally_options options;
        options.by = {"tuoi", "gioi"};
        options.precision = static_cast<parindex::tally_precision>(precision);
        parindex::tally expected(form_in_cpp(groups_json), options);
        const int32_t unit = unit_of(tally, "Xã Ủ");
        static_cast<void>(expected.unit("Xã Ủ"));
        struct person {
            std::vector<uint8_t> places;
            uint64_t mentions;
            std::vector<int32_t> categories;
            const char* cluster;
        };
        // The question of several marks has the places 0 to 2, answered 3 and blank 4.
        for (const person& each :
             {person{{2, 3, 1}, 0b101, {0, 1}, "bản 1"}, person{{1, 3, 0}, 0b010, {PARINDEX_NONE, 0}, "bản 2"},
              person{{4, 4, 2}, 0, {1, PARINDEX_NONE}, "bản 1"}}) {
            parindex_answer_sheet sheet{};
            sheet.struct_size = sizeof sheet;
            sheet.places = each.places.data();
            sheet.mentions = &each.mentions;
            sheet.categories = each.categories.data();
            sheet.stratum = "vùng cao";
            sheet.cluster = each.cluster;
            REQUIRE(parindex_tally_add_sheet(tally.get(), unit, &sheet, nullptr) == PARINDEX_OK);
            std::vector<uint16_t> categories;
            for (const int32_t category : each.categories) {
                categories.push_back(category == PARINDEX_NONE ? parindex::answer_sheet::no_category
                                                               : static_cast<uint16_t>(category));
            }
            expected.add(0, {each.places, std::span(&each.mentions, 1), categories, sheet.stratum, sheet.cluster});
        }
        CHECK(bytes_of(tally) == write_tally(expected));
        REQUIRE(parindex_tally_group_count(tally.get()) == 2);
        CHECK(text_of(parindex_tally_group_code, tally.get(), 1) == "gioi");
        CHECK(counts_of(tally, unit, "gioi", "nu", 1) == std::vector<int64_t>{1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0});
        CHECK(counts_of(tally, unit, "gioi", "", 1) == std::vector<int64_t>{0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0});
    }
}

TEST_CASE("a sheet says only what it has") {
    const owned_questionnaire form = read_form(groups_json);
    const owned_tally tally = empty_tally(form, {"gioi"});
    const int32_t unit = unit_of(tally, "A");
    const std::array<uint8_t, 3> places{4, 4, 4};  // nothing is marked
    parindex_answer_sheet sheet{};
    sheet.struct_size = sizeof sheet;
    sheet.places = places.data();
    CHECK(parindex_tally_add_sheet(tally.get(), unit, &sheet, nullptr) == PARINDEX_OK);
    CHECK(counts_of(tally, unit, "gioi", "", 0)[4] == 1);
    const std::string before = bytes_of(tally);
    for (const int32_t category : {2, -2, 0xFFFF, 0x10000}) {
        sheet.categories = &category;
        CHECK(parindex_tally_add_sheet(tally.get(), unit, &sheet, nullptr) == PARINDEX_E_INVALID_ANSWER);
    }
    sheet.categories = nullptr;
    const uint64_t marks = 1;  // of a question that says that nothing is marked
    sheet.mentions = &marks;
    CHECK(parindex_tally_add_sheet(tally.get(), unit, &sheet, nullptr) == PARINDEX_E_INVALID_ANSWER);
    sheet.mentions = nullptr;
    CHECK(parindex_tally_add_sheet(tally.get(), 1, &sheet, nullptr) == PARINDEX_E_OUT_OF_RANGE);
    sheet.cluster = "\xFF";
    CHECK(parindex_tally_add_sheet(tally.get(), unit, &sheet, nullptr) == PARINDEX_E_INVALID_UTF8);
    sheet.places = nullptr;
    CHECK(parindex_tally_add_sheet(tally.get(), unit, &sheet, nullptr) == PARINDEX_E_NULL_POINTER);
    CHECK(bytes_of(tally) == before);
}

TEST_CASE("counts that cannot be are refused, and the tally stays as it was") {
    const owned_tally tally = fx1_of_sheets();
    const std::string before = bytes_of(tally);
    auto* const of = tally.get();
    parindex_error error = error_report();
    std::vector<int32_t> units{0, 1, 1};
    std::vector<uint8_t> places{0, 1, 2, 3, 4, 6, 0, 0, 5};  // 5 is "answered" of a question that takes one option
    CHECK(parindex_tally_add_block(of, units.data(), places.data(), 3, &error) == PARINDEX_E_INVALID_ANSWER);
    CHECK(std::string(error.message).find("sheet 2") != std::string::npos);
    places.back() = 14;
    CHECK(parindex_tally_add_block(of, units.data(), places.data(), 3, nullptr) == PARINDEX_E_INVALID_ANSWER);
    places.back() = 0;
    for (const int32_t unit : {-1, 2, std::numeric_limits<int32_t>::min()}) {
        units[1] = unit;
        CHECK(parindex_tally_add_block(of, units.data(), places.data(), 3, nullptr) == PARINDEX_E_INVALID_ANSWER);
    }
    CHECK(parindex_tally_add_answers(of, 0, 0, 0, -1, nullptr) == PARINDEX_E_INVALID_COUNT);
    CHECK(parindex_tally_add_answers(of, 0, 0, -1, 1, nullptr) == PARINDEX_E_INVALID_ANSWER);
    CHECK(parindex_tally_add_answers(of, 0, 3, 0, 1, nullptr) == PARINDEX_E_OUT_OF_RANGE);
    parindex_sheet_counts sheets{sizeof sheets, 0, 0, 1, 2};
    CHECK(parindex_tally_add_sheets(of, 0, &sheets, nullptr) == PARINDEX_E_INVALID_ANSWER);
    sheets = {sizeof sheets, 0, -1, 2, 2};
    CHECK(parindex_tally_add_sheets(of, 0, &sheets, nullptr) == PARINDEX_E_INVALID_COUNT);
    int32_t unit = -7;
    CHECK(parindex_tally_unit(of, nullptr, 0, &unit, nullptr) == PARINDEX_E_INVALID_ANSWER);
    CHECK(unit == -7);
    CHECK(bytes_of(tally) == before);

    for (int repeat = 0; repeat < 2; ++repeat) {
        CHECK(parindex_tally_add_answers(of, 0, 0, 0, most, nullptr) == PARINDEX_OK);
    }
    std::vector<int64_t> counts(14, -1);
    size_t count = 0;
    CHECK(parindex_tally_counts(of, 0, nullptr, 0, nullptr, 0, 0, counts.data(), 14, &count, nullptr) ==
          PARINDEX_E_OVERFLOW);
    CHECK(counts == std::vector<int64_t>(14, -1));
    CHECK(parindex_tally_add_answers(of, 0, 0, 0, 2, nullptr) == PARINDEX_E_COUNT_OVERFLOW);
    CHECK(merge(tally, tally) == PARINDEX_E_COUNT_OVERFLOW);
    CHECK(parindex_tally_counts(of, 0, nullptr, 0, "nam", 3, 0, counts.data(), 14, &count, nullptr) ==
          PARINDEX_E_UNKNOWN_OPTION);
    parindex_tally* none = nullptr;
    const owned_questionnaire form = read_form(groups_json);
    const char* const twice[] = {"gioi", "gioi", "tuoi"};
    CHECK(parindex_tally_create(form.get(), twice, 2, 0, &none, nullptr) == PARINDEX_E_UNKNOWN_OPTION);
    CHECK(parindex_tally_create(form.get(), twice, 3, 0, &none, nullptr) == PARINDEX_E_UNKNOWN_OPTION);
    CHECK(parindex_tally_create(form.get(), nullptr, 0, 3, &none, nullptr) == PARINDEX_E_INVALID_ARGUMENT);
    CHECK(none == nullptr);
}
