// What holds of files of answers whatever their cells say: their sizes, their parts, sheets that are marked.
#include "answer_readings.hpp"
#include "parindex/support/limits.hpp"

#include <algorithm>

using namespace parindex;
using namespace parindex_test;
using namespace std::string_literals;

TEST_CASE("answers: 60 sheets, 12 of them all 5: the index with and without them") {
    questionnaire_description description;
    description.code = "S";
    description.scales = {forms::levels("hl", 5)};
    for (int at = 1; at <= 22; ++at)
        description.questions.push_back(forms::question("q" + std::to_string(at), "hl", {"4", "5"}));
    const questionnaire form = questionnaire::create(description).value();
    std::string file = "unit";
    for (int at = 1; at <= 22; ++at) file += ",q" + std::to_string(at);
    file += '\n';
    for (int sheet = 0; sheet < 12; ++sheet) {
        file += 'U';
        for (int at = 0; at < 22; ++at) file += ",5";
        file += '\n';
    }
    // 48 sheets of 22 answers: 850 are 4, in turn over all sheets, and 206 are 2.
    for (int sheet = 0; sheet < 48; ++sheet) {
        file += 'U';
        for (int at = 0; at < 22; ++at) file += (at * 48 + sheet < 850) ? ",4" : ",2";
        file += '\n';
    }
    const answer_reading out = sound(file, form, fx1_columns());
    CHECK(out.flags == flagged_sheets{12, 12, 0, 0});
    const auto satisfied = [&form](const tally& of) {
        std::pair<std::uint64_t, std::uint64_t> share;
        for (std::size_t at = 0; at < 22; ++at) {
            const auto counts = of.counts(0, 0, at);
            share.first += counts[3] + counts[4];
            for (std::size_t option = 0; option < form.questions()[at].options; ++option)
                share.second += counts[option];
        }
        return share;
    };
    CHECK(satisfied(out.valid) == std::pair<std::uint64_t, std::uint64_t>(1114, 1320));
    const tally left = without(out.valid, out.flagged);
    CHECK(satisfied(left) == std::pair<std::uint64_t, std::uint64_t>(850, 1056));
    CHECK(left.at(0).sheets == sheet_counts{0, 60, 48});
    answers_options none;
    none.checks.straight_line = 23;
    CHECK(sound(file, form, fx1_columns(), {}, none).flags.sheets == 0);
}

TEST_CASE("answers: equal sheets and fast ones are marked") {
    answer_columns columns = fx1_columns();
    columns.seconds = "time";
    answers_options options;
    options.checks.duplicates = true;
    options.checks.least_seconds = decimal(30);
    const std::string header = "unit,c1,c2,c3,time\n";
    const answer_reading out = sound(header + "U,1,2,3,29.9\nU,1,2,3,30\nV,1,2,3,\nU,1,2,,31\nU,1,2,3,5\n",
                                     forms::fx1_form(), columns, {}, options);
    CHECK(out.flags == flagged_sheets{3, 0, 2, 2});
    CHECK(without(out.valid, out.flagged).at(0).sheets == sheet_counts{0, 4, 1});
    CHECK(errors(header + "U,1,2,3,soon\nU,1,2,3,-1\n", forms::fx1_form(), columns, {}, options) ==
          texts{"invalid_value 2:9", "invalid_value 3:9"});
    options.checks.duplicate_sheets = 1;
    const answer_reading few =
        sound(header + "U,1,2,3,\nU,1,2,4,\nU,1,2,4,\nU,1,2,3,\n", forms::fx1_form(), columns, {}, options);
    CHECK(few.flags.duplicates == 1);
    REQUIRE(few.notes.size() == 1);
    CHECK(few.notes[0].level == severity::warning);
}

TEST_CASE("answers: groups that the questionnaire does not have, or twice, are refused before anything is read") {
    for (const std::vector<std::string>& by : {std::vector<std::string>{"income"}, {"gender", "gender"}}) {
        CHECK_THROWS_WITH_AS(answers_reader(full_form(), wide_columns(), {by, tally_precision::none}, {}, "f.csv"),
                             doctest::Contains("group"), error);
    }
}

TEST_CASE("answers: hostile texts are refused in bounded memory") {
    const questionnaire form = forms::fx1_form();
    const answer_columns columns = fx1_columns();
    const std::string header = "unit,c1,c2,c3\n";
    CHECK(errors("", form, columns) == texts{"csv_syntax 1:1"});
    CHECK(errors(header, form, columns) == texts{});
    CHECK(errors(header + "A,1,2,\"3\n", form, columns) == texts{"csv_syntax 2:7"});
    CHECK(errors(header + "A,1,2,3\rA,1,2,3\n", form, columns) == texts{"csv_syntax 2:8"});
    CHECK(errors(header + "A,1,2,3\nA,1,2,3,\nA,1,2\n\nA,1,2,3", form, columns) ==
          texts{"csv_row_length 3:9", "csv_row_length 4:6", "csv_row_length 5:1"});
    CHECK(errors(header + "\xFF\xFE,1,2,3\nA,\xC3,2,3\n"s, form, columns) ==
          texts{"invalid_utf8 2:1", "invalid_utf8 3:3"});
    CHECK(errors(header + std::string("A,\0,2,3\nA\0,1,2,3\n", 17), form, columns) ==
          texts{"unknown_answer 2:3", "invalid_value 3:1"});
    CHECK(errors("unit;c1,c2,c3\n", form, columns) == texts{"csv_syntax 1:1"});

    answers_reader reader(form, columns, {}, {}, "a.csv");
    reader.feed(header + "A,1,2,3\nA,");
    const std::string piece(1 << 16, '1');
    for (int count = 0; count < 64; ++count) reader.feed(piece);
    const result<answer_reading> out = reader.finish();
    REQUIRE_FALSE(out);
    CHECK(codes(out.error()) == std::vector{error_code::csv_cell_too_large});

    std::string wrong = header;
    for (std::size_t count = 0; count < limits::diagnostics + 50; ++count) wrong += "A,x,2,3\n";
    const result<answer_reading> many = read_answers_csv(wrong, form, columns, {}, {}, "a.csv");
    REQUIRE_FALSE(many);
    REQUIRE(many.error().size() == limits::diagnostics + 1);
    CHECK(many.error().back().message == "50 further findings are not listed");
}

// Each of these rows once looked for the last line break of all that follows, which takes minutes here.
TEST_CASE("answers: many rows that the fast reader declines before a long one") {
    constexpr std::size_t rows = 200'000;
    std::string file = "unit,c1,c2,c3\n";
    for (std::size_t row = 0; row < rows; ++row) file += "U,?,4,4\n";
    const std::string tail = "U,1,2,\"" + std::string(4'000'000, ' ');
    const result<answer_reading> out = read_answers_csv(file + tail, forms::fx1_form(), fx1_columns(), {}, {}, "a.csv");
    REQUIRE_FALSE(out.has_value());
    CHECK(out.error().front().where.line == 2);
    CHECK(out.error().back().message ==
          std::to_string(rows + 1 - limits::diagnostics) + " further findings are not listed");
}

TEST_CASE("answers: a file in parts gives the same counts, and errors in the lines of the whole") {
    std::string file = "unit,\"c\n1\",c2,c3,note\n";
    for (int sheet = 0; sheet < 100; ++sheet) {
        file += "U" + std::to_string(sheet % 7) + ',' + std::to_string(sheet % 5 + 1) + ",4,," +
                (sheet % 10 == 0 ? "\"a\n\"\"b,\"" : "x") + '\n';
    }
    answer_columns columns = fx1_columns();
    columns.questions = {{"c1", "c\n1"}, {"c2", "c2"}, {"c3", "c3"}};
    const questionnaire form = forms::fx1_form();
    const answer_reading whole = sound(file, form, columns);
    for (const std::size_t parts : {0U, 1U, 2U, 3U, 8U, 500U}) {
        const divided_rows divided = divide_rows(file, parts);
        CHECK(divided.parts.size() <= std::max<std::size_t>(parts, 1));
        tally sum(form);
        std::string joined(divided.header);
        for (const row_part& part : divided.parts) {
            joined += part.rows;
            answers_options options;
            options.first_line = part.first_line;
            answers_reader reader(form, columns, {}, options, "a.csv");
            reader.feed(divided.header);
            reader.feed(part.rows);
            sum.merge(reader.finish().value().valid);
        }
        CHECK(joined == file);
        CHECK(sum == whole.valid);
    }
    const std::string broken = file + "U1,x,4,,\n";
    const divided_rows divided = divide_rows(broken, 4);
    answers_options options;
    options.first_line = divided.parts.back().first_line;
    answers_reader reader(form, columns, {}, options, "a.csv");
    reader.feed(divided.header);
    reader.feed(divided.parts.back().rows);
    const result<answer_reading> out = reader.finish();
    REQUIRE_FALSE(out);
    CHECK(out.error().front().where.line == errors(broken, form, columns).size() + 112);
}
