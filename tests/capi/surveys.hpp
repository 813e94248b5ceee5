// Surveys for the tests of the C interface: questionnaires, and FX1, two units whose every index is known exactly.
#pragma once

#include "handles.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parindex_test {

/// Five levels, factor f1 of c1 and c2, factor f2 of c3; 4 and 5 are satisfied.
constexpr std::string_view fx1_json = R"({"format":"parindex.questionnaire/1","code":"FX1","name":"Thử","method":"test",
"scales":[{"code":"hl","options":[{"code":"1","label":"Rất không hài lòng","level":1},{"code":"2","level":2},
 {"code":"3","level":3},{"code":"4","level":4},{"code":"5","label":"Rất hài lòng","level":5}]}],
"factors":[{"code":"f1","name":"Tiếp cận"},{"code":"f2","name":"Kết quả"}],
"questions":[{"code":"c1","text":"Nơi ngồi chờ","scale":"hl","satisfied":["4","5"],"factor":"f1"},
 {"code":"c2","scale":"hl","satisfied":["4","5"],"factor":"f1"},
 {"code":"c3","scale":"hl","satisfied":["4","5"],"factor":"f2"}]})";

/// Groups, an overall question, and a question with several marks.
constexpr std::string_view groups_json =
    R"({"format":"parindex.questionnaire/1","code":"PKS-THEO-NHOM-DOI-TUONG","name":"Phiếu","method":"1001/QĐ-BNV 2023",
"scales":[{"code":"hl","options":[{"code":"1","level":1},{"code":"2","level":2},{"code":"3","level":3}]},
 {"code":"kenh","options":[{"code":"truc_tiep"},{"code":"truc_tuyen"},{"code":"buu_chinh"}]}],
"groups":[{"code":"gioi","name":"Giới tính","categories":[{"code":"nam"},{"code":"nu"}]},
 {"code":"tuoi","name":"Tuổi","categories":[{"code":"tre","below":35},{"code":"gia","from":35}]}],
"questions":[{"code":"q1","scale":"hl","satisfied":["3"]},
 {"code":"q2","scale":"kenh","multiple":true,"kind":"perception"},
 {"code":"q3","text":"Nhìn chung","scale":"hl","satisfied":["2","3"],"overall":true}]})";

inline owned_questionnaire read_form(std::string_view json) {
    owned_questionnaire out;
    parindex_error error = error_report();
    REQUIRE_MESSAGE(
        parindex_questionnaire_read(json.data(), json.size(), nullptr, 0, into(out), nullptr, &error) == PARINDEX_OK,
        error.where, ' ', error.message);
    return out;
}

inline owned_tally empty_tally(const owned_questionnaire& form, std::vector<const char*> by = {},
                               int32_t precision = PARINDEX_PRECISION_NONE) {
    owned_tally out;
    REQUIRE(parindex_tally_create(form.get(), by.data(), by.size(), precision, into(out), nullptr) == PARINDEX_OK);
    return out;
}

inline int32_t unit_of(const owned_tally& tally, std::string_view code) {
    int32_t out = -7;
    REQUIRE(parindex_tally_unit(tally.get(), code.data(), code.size(), &out, nullptr) == PARINDEX_OK);
    return out;
}

inline std::string bytes_of(const owned_tally& tally) {
    return text_of(parindex_tally_bytes, tally.get());
}

/// The sheets of a unit of FX1, and of each question the counts of the levels 1 to 5 and of blanks.
struct fx1_unit {
    const char* code;
    int64_t sheets;
    std::array<std::array<int64_t, 6>, 3> counts;
};
inline constexpr std::array fx1_units{
    fx1_unit{"A", 10, {{{0, 1, 1, 5, 3, 0}, {1, 0, 2, 3, 3, 1}, {0, 0, 0, 3, 4, 3}}}},
    fx1_unit{"B", 4, {{{0, 0, 1, 2, 1, 0}, {0, 1, 0, 2, 1, 0}, {0, 0, 1, 1, 1, 1}}}},
};

/// FX1 of counts that others made.
inline owned_tally fx1_tally(std::string_view json = fx1_json) {
    const owned_questionnaire form = read_form(json);
    owned_tally out = empty_tally(form);
    for (const fx1_unit& each : fx1_units) {
        const int32_t unit = unit_of(out, each.code);
        const parindex_sheet_counts sheets{sizeof sheets, 0, 0, each.sheets, each.sheets};
        REQUIRE(parindex_tally_add_sheets(out.get(), unit, &sheets, nullptr) == PARINDEX_OK);
        for (int32_t question = 0; question < 3; ++question) {
            for (int32_t place = 0; place < 6; ++place) {
                // Options are the places 0 to 4; "answered" is 5 and blank 6.
                REQUIRE(
                    parindex_tally_add_answers(out.get(), unit, question, place == 5 ? 6 : place,
                                               each.counts[static_cast<size_t>(question)][static_cast<size_t>(place)],
                                               nullptr) == PARINDEX_OK);
            }
        }
    }
    return out;
}

/// The same as sheets: the units and places of a block.
inline std::pair<std::vector<int32_t>, std::vector<uint8_t>> fx1_block() {
    std::pair<std::vector<int32_t>, std::vector<uint8_t>> out;
    for (size_t unit = 0; unit < fx1_units.size(); ++unit) {
        const size_t first = out.first.size();
        const auto sheets = static_cast<size_t>(fx1_units[unit].sheets);
        out.first.insert(out.first.end(), sheets, static_cast<int32_t>(unit));
        out.second.resize(3 * (first + sheets));
        for (size_t question = 0; question < 3; ++question) {
            size_t sheet = first;
            for (size_t place = 0; place < 6; ++place) {
                for (int64_t count = fx1_units[unit].counts[question][place]; count > 0; --count) {
                    out.second[3 * sheet++ + question] = static_cast<uint8_t>(place == 5 ? 6 : place);
                }
            }
            REQUIRE(sheet == first + sheets);
        }
    }
    return out;
}

inline owned_tally fx1_of_sheets() {
    const owned_questionnaire form = read_form(fx1_json);
    owned_tally out = empty_tally(form);
    for (const fx1_unit& each : fx1_units) unit_of(out, each.code);
    const auto [units, places] = fx1_block();
    REQUIRE(parindex_tally_add_block(out.get(), units.data(), places.data(), units.size(), nullptr) == PARINDEX_OK);
    return out;
}

/// The same as a file.
inline std::string fx1_csv() {
    std::string out = "unit,c1,c2,c3\n";
    const auto [units, places] = fx1_block();
    for (size_t sheet = 0; sheet < units.size(); ++sheet) {
        out += fx1_units[static_cast<size_t>(units[sheet])].code;
        for (size_t question = 0; question < 3; ++question) {
            const int place = places[3 * sheet + question];
            out += place == 6 ? "," : "," + std::to_string(place + 1);
        }
        out += '\n';
    }
    return out;
}
inline constexpr std::string_view fx1_columns =
    R"({"format":"parindex.answer_columns/1","layout":"wide","unit":"unit"})";

inline parindex_index_request request(const char* formula, const char* aggregation = nullptr,
                                      const char* scope = nullptr) {
    parindex_index_request out{};
    out.struct_size = sizeof out;
    out.formula = formula;
    out.aggregation = aggregation;
    out.scope = scope;
    return out;
}

inline owned_index compute(const owned_tally& tally, const parindex_index_request& asked) {
    owned_index out;
    parindex_error error = error_report();
    REQUIRE_MESSAGE(parindex_satisfaction_index_compute(tally.get(), &asked, into(out), &error) == PARINDEX_OK,
                    error.message);
    return out;
}

inline std::string number_of(const owned_index& index, int32_t which, int32_t term = PARINDEX_NONE) {
    return text_of(parindex_satisfaction_index_number, index.get(), term, which);
}

}  // namespace parindex_test
