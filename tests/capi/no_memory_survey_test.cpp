// Surveys with every allocation failing in turn; see no_memory_test.cpp.
#include "no_memory.hpp"
#include "surveys.hpp"

#include <array>

using namespace parindex_test;

namespace {

constexpr std::string_view unit_code = "MỘT-ĐƠN-VỊ-CÓ-MÃ-RẤT-DÀI";

/// The question of several marks is marked once.
constexpr std::array<uint8_t, 3> places{2, 3, 1};

/// A sheet of one that lives in a cluster with a long name.
struct long_sheet {
    uint64_t mentions = 0b101;
    std::array<int32_t, 2> categories{1, 0};
    parindex_answer_sheet sheet{
        sizeof sheet,         0, places.data(), &mentions, categories.data(), "Vùng cao biên giới phía bắc",
        "Bản thứ nhất của xã"};
};

owned_tally group_tally(int32_t precision) {
    owned_tally out = empty_tally(read_form(groups_json), {"gioi", "tuoi"}, precision);
    unit_of(out, "A");
    return out;
}

/// Fails each allocation of a change of a tally that `make` makes: it is done, or nothing of it.
void fail_each_change(const std::string& name, const std::function<owned_tally()>& make,
                      const std::function<parindex_status(parindex_tally*, parindex_error*)>& run) {
    CAPTURE(name);
    const owned_tally unchanged = make();
    const owned_tally changed = make();
    REQUIRE(run(changed.get(), nullptr) == PARINDEX_OK);
    const std::string before = bytes_of(unchanged);
    const std::string after = bytes_of(changed);
    REQUIRE(before != after);
    for (const bool from_there_on : {false, true}) {
        bool happened = true;
        for (size_t number = 1; happened; ++number) {
            CAPTURE(number);
            const owned_tally tally = make();
            parindex_error error = error_report();
            parindex_status status = PARINDEX_OK;
            {
                const allocation_failure failing(number, from_there_on);
                status = run(tally.get(), &error);
                happened = allocation_failure::happened();
            }
            REQUIRE(error.code == status);
            REQUIRE(status == (happened ? PARINDEX_E_NO_MEMORY : PARINDEX_OK));
            REQUIRE(bytes_of(tally) == (happened ? before : after));
            if (!happened) continue;
            REQUIRE(run(tally.get(), nullptr) == PARINDEX_OK);  // it is whole: what failed can be done
            REQUIRE(bytes_of(tally) == after);
        }
    }
}

}  // namespace

TEST_CASE("readers of surveys") {
    for (const std::string& json :
         {std::string(groups_json), replaced(groups_json, "\"scale\":\"kenh\"", "\"scale\":\"không có\""),
          std::string(groups_json.substr(0, 500)), replaced(groups_json, "Nhìn chung", "Nhi\xCC\x80n chung")}) {
        const auto run = [&](outputs& out, parindex_error* error) {
            return parindex_questionnaire_read(json.data(), json.size(), file.data(), file.size(), &out.questionnaire,
                                               &out.diagnostics, error);
        };
        fail_each_allocation("questionnaire", status_of(run), run);
    }
    const owned_tally tally = group_tally(PARINDEX_PRECISION_CLUSTERS);
    const long_sheet one;
    REQUIRE(parindex_tally_add_sheet(tally.get(), 0, &one.sheet, nullptr) == PARINDEX_OK);
    const std::string bytes = bytes_of(tally);
    for (const std::string& each :
         {bytes, bytes.substr(0, bytes.size() - 1), text_of(parindex_tally_json, tally.get())}) {
        const auto run = [&](outputs& out, parindex_error* error) {
            return parindex_tally_read(each.data(), each.size(), file.data(), file.size(), &out.tally, &out.diagnostics,
                                       error);
        };
        fail_each_allocation("tally", status_of(run), run);
    }
}

TEST_CASE("files of answers") {
    const owned_tally like = fx1_tally();
    const auto create = [&](outputs& out, parindex_error* error) {
        return parindex_answers_reader_create(like.get(), fx1_columns.data(), fx1_columns.size(), file.data(),
                                              file.size(), &out.reader, &out.diagnostics, error);
    };
    fail_each_allocation("reader", PARINDEX_OK, create);
    for (const std::string& text : {fx1_csv(), fx1_csv() + "C,x,y\n", fx1_csv() + "C,x,y,z\n"}) {
        // A reader whose memory ran out reads no more, so each try has its own.
        for (const bool in_the_end : {false, true}) {
            bool happened = true;
            for (size_t number = 1; happened; ++number) {
                CAPTURE(number);
                CAPTURE(in_the_end);
                outputs made;
                REQUIRE(create(made, nullptr) == PARINDEX_OK);
                const owned_reader reader(made.reader);
                outputs out;
                parindex_status status = PARINDEX_OK;
                const auto feed = [&] {
                    return parindex_answers_reader_feed(reader.get(), text.data(), text.size(), nullptr);
                };
                const auto finish = [&] {
                    return parindex_answers_reader_finish(reader.get(), &out.tally, &out.diagnostics, nullptr);
                };
                if (in_the_end) REQUIRE(feed() == PARINDEX_OK);
                {
                    const allocation_failure failing(number, number % 2 == 0);
                    status = in_the_end ? finish() : feed();
                    happened = allocation_failure::happened();
                }
                if (status == PARINDEX_E_NO_MEMORY) {
                    REQUIRE(happened);
                    REQUIRE(has_nothing(out));
                    REQUIRE(feed() == PARINDEX_E_INVALID_ARGUMENT);
                    REQUIRE(finish() == PARINDEX_E_INVALID_ARGUMENT);
                } else {
                    if (!in_the_end) status = finish();
                    REQUIRE((status == PARINDEX_OK) == (text == fx1_csv()));
                }
                taken(out);
            }
        }
    }
}

TEST_CASE("texts of surveys") {
    const owned_questionnaire form = read_form(groups_json);
    const owned_tally tally = fx1_of_sheets();
    unit_of(tally, unit_code);
    const owned_index index = compute(tally, request("P1"));
    const auto text = [&](const std::string& name, auto function, auto... arguments) {
        fail_each_allocation(name, PARINDEX_OK, [&](outputs& out, parindex_error* error) {
            return function(arguments..., out.text.data(), out.text.size(), &out.size, error);
        });
    };
    text("questionnaire", parindex_questionnaire_json, form.get());
    text("code", parindex_questionnaire_text, form.get(), PARINDEX_TEXT_CODE);
    text("question", parindex_questionnaire_question_text, form.get(), 2, PARINDEX_TEXT_NAME);
    text("option", parindex_questionnaire_option_text, form.get(), 1, 1, PARINDEX_TEXT_CODE);
    text("JSON of a tally", parindex_tally_json, tally.get());
    text("group", parindex_tally_group_code, group_tally(PARINDEX_PRECISION_NONE).get(), 1);
    text("unit", parindex_tally_unit_code, tally.get(), 2);
    text("formula", parindex_satisfaction_index_text, index.get(), PARINDEX_TEXT_FORMULA);
    for (const int32_t which : {PARINDEX_INDEX_VALUE, PARINDEX_INDEX_PERCENT, PARINDEX_INDEX_NUMERATOR}) {
        text("number", parindex_satisfaction_index_number, index.get(), PARINDEX_NONE, which);
    }
    const owned_index mean = compute(fx1_of_sheets(), request("P3"));
    text("term", parindex_satisfaction_index_term_code, mean.get(), 1);
    text("difference", parindex_satisfaction_index_difference, index.get(), mean.get(), 1);
    fail_each_allocation("bytes of a tally", PARINDEX_OK, [&](outputs& out, parindex_error* error) {
        return parindex_tally_bytes(tally.get(), out.text.data(), out.text.size(), &out.size, error);
    });
    fail_each_piece([&](counting_writer& to, parindex_error* error) {
        return parindex_tally_write(tally.get(), counting_writer::take, &to, error);
    });
}

TEST_CASE("what is found in surveys") {
    const owned_questionnaire form = read_form(groups_json);
    const owned_tally tally = group_tally(PARINDEX_PRECISION_NONE);
    constexpr std::string_view unknown = "a code that the questionnaire does not have";
    fail_each_allocation("question", PARINDEX_E_UNKNOWN_OPTION, [&](outputs& out, parindex_error* error) {
        return parindex_questionnaire_find_question(form.get(), unknown.data(), unknown.size(), &out.index, error);
    });
    fail_each_allocation("option", PARINDEX_OK, [&](outputs& out, parindex_error* error) {
        return parindex_questionnaire_find_option(form.get(), 1, "truc_tuyen", 10, &out.index, error);
    });
    fail_each_allocation("category", PARINDEX_OK, [&](outputs& out, parindex_error* error) {
        return parindex_questionnaire_find_category(form.get(), "gioi", 4, "nu", 2, &out.index, error);
    });
    fail_each_allocation("state", PARINDEX_E_INVALID_ARGUMENT, [&](outputs& out, parindex_error* error) {
        return parindex_questionnaire_state_place(form.get(), 0, 9, &out.index, error);
    });
    fail_each_allocation("structure", PARINDEX_E_OUT_OF_RANGE, [&](outputs&, parindex_error* error) {
        parindex_question question{};
        return parindex_questionnaire_question(form.get(), 99, &question, error);
    });
    fail_each_allocation("sheets", PARINDEX_E_STRUCT_SIZE, [&](outputs&, parindex_error* error) {
        parindex_sheet_counts sheets{};
        return parindex_tally_sheets(tally.get(), 0, &sheets, error);
    });
    fail_each_allocation("counts", PARINDEX_OK, [&](outputs& out, parindex_error* error) {
        std::array<int64_t, 16> counts{};
        size_t count = 0;
        const parindex_status status =
            parindex_tally_counts(tally.get(), 0, "gioi", 4, "nu", 2, 0, counts.data(), counts.size(), &count, error);
        if (status == PARINDEX_OK) out.index = static_cast<int32_t>(count);
        return status;
    });
    fail_each_allocation("points", PARINDEX_OK, [&](outputs& out, parindex_error* error) {
        const parindex_points_method method{sizeof method, 2, 0, 2, 0, 0, {10, 0, 0}};
        return parindex_survey_points("439/572", 7, &method, &out.number, &out.index, error);
    });
}

TEST_CASE("tallies and indices are made") {
    const owned_questionnaire form = read_form(groups_json);
    const owned_tally tally = fx1_of_sheets();
    fail_each_allocation("create", PARINDEX_OK, [&](outputs& out, parindex_error* error) {
        const char* const by[] = {"gioi", "tuoi"};
        return parindex_tally_create(form.get(), by, 2, PARINDEX_PRECISION_RESPONDENTS, &out.tally, error);
    });
    fail_each_allocation("questionnaire of a tally", PARINDEX_OK, [&](outputs& out, parindex_error* error) {
        return parindex_tally_questionnaire(tally.get(), &out.questionnaire, error);
    });
    for (const char* const method : {"P1", "P2", "P3", "P4", "P5", "P6"}) {
        fail_each_allocation(
            method, PARINDEX_OK,
            [&](outputs& out, parindex_error* error) {
                const char* const units[] = {"A", "B"};
                const int64_t populations[] = {9000, 1000};
                parindex_index_request asked = request(method);
                asked.units = units;
                asked.populations = populations;
                asked.unit_count = 2;
                return parindex_satisfaction_index_compute(tally.get(), &asked, &out.satisfaction, error);
            },
            [&] { return bytes_of(tally); });
    }
    fail_each_allocation("no formula", PARINDEX_E_INVALID_ARGUMENT, [&](outputs& out, parindex_error* error) {
        const parindex_index_request asked = request("a formula that there is not", "pooled");
        return parindex_satisfaction_index_compute(tally.get(), &asked, &out.satisfaction, error);
    });
}

TEST_CASE("tallies that change") {
    const auto plain = [] { return fx1_of_sheets(); };
    fail_each_change("unit", plain, [](parindex_tally* to, parindex_error* error) {
        int32_t unit = 0;
        return parindex_tally_unit(to, unit_code.data(), unit_code.size(), &unit, error);
    });
    const owned_tally other = fx1_of_sheets();
    unit_of(other, unit_code);
    const auto merge = [&](parindex_tally* to, parindex_error* error) {
        return parindex_tally_merge(to, other.get(), error);
    };
    fail_each_change("merge", plain, merge);
    for (const int32_t precision :
         {PARINDEX_PRECISION_NONE, PARINDEX_PRECISION_CLUSTERS, PARINDEX_PRECISION_RESPONDENTS}) {
        const long_sheet one;
        fail_each_change(
            "sheet", [&] { return group_tally(precision); },
            [&](parindex_tally* to, parindex_error* error) {
                return parindex_tally_add_sheet(to, 0, &one.sheet, error);
            });
    }
    const std::pair<std::vector<int32_t>, std::vector<uint8_t>> block = fx1_block();
    fail_each_change("block", plain, [&](parindex_tally* to, parindex_error* error) {
        return parindex_tally_add_block(to, block.first.data(), block.second.data(), block.first.size(), error);
    });
    const owned_tally refused = plain();
    fail_each_allocation(
        "answer that is none", PARINDEX_E_INVALID_ANSWER,
        [&](outputs&, parindex_error* error) { return parindex_tally_add_answers(refused.get(), 0, 0, 99, 1, error); },
        [&] { return bytes_of(refused); });
}
