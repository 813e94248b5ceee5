// What the cells of files with a sheet in each row say.
#include "answer_readings.hpp"
#include "parindex/support/limits.hpp"

using namespace parindex;
using namespace parindex_test;
using namespace std::string_literals;

TEST_CASE("answers: a wide file with labels, several marks, a route, groups and columns of persons") {
    std::string file = "\xEF\xBB\xBFHọ và tên;Đơn vị;c1;c2;c3;channels;Giới tính;Tuổi\r\n";
    file += "\"Nguyễn \"\"A\"\"; x\";U1;5;Rất hài lòng;4;web;Nam;29\r\n";
    file += "B; U1 ;4 - Hài lòng;không hài lòng;;web, desk;bà;30\r\n";
    file += "C;U1;2;kb;;;;\r\n";
    file += "D;U2;2;99;5;phone;m;120\r\n";
    file += ";;;;;;;\r\n";
    const answer_reading out = sound(file, full_form(), wide_columns(), by_groups);
    CHECK(text_of(out.valid, "U1") ==
          "c1: 2 4 5; c2: 2 5 dont_know; c3: 4 blank skipped; channels: web*2 desk answered*2 blank");
    CHECK(text_of(out.valid, "U2") == "c1: 2; c2: dont_know; c3: off_route; channels: phone answered");
    CHECK(out.rows == 4);
    const std::size_t unit = out.valid.find_unit("U1");
    CHECK(out.valid.respondents(unit, out.valid.row_of("gender", "m")) == 1);
    CHECK(out.valid.respondents(unit, out.valid.row_of("gender", "f")) == 1);
    CHECK(out.valid.respondents(unit, out.valid.row_of("gender", "")) == 1);
    CHECK(out.valid.respondents(unit, out.valid.row_of("age", "young")) == 1);
    CHECK(out.valid.respondents(unit, out.valid.row_of("age", "old")) == 1);
    // 120 lies in no band.
    CHECK(out.valid.respondents(out.valid.find_unit("U2"), out.valid.row_of("age", "")) == 1);
    REQUIRE(out.notes.size() == 1);
    CHECK(out.notes[0].code == error_code::missing_item);
}

TEST_CASE("answers: a number for missing answers is no age, although it lies in a band") {
    questionnaire_description form = form_description();
    form.groups[1].categories[1].below.reset();
    const answer_reading out =
        sound("Đơn vị,c1,c2,c3,channels,Giới tính,Tuổi\nU,5,5,5,,,99\nU,5,5,5,,,98\nU,5,5,5,,,99.0\n",
              questionnaire::create(form).value(), wide_columns(), by_groups);
    const std::size_t unit = out.valid.find_unit("U");
    CHECK(out.valid.respondents(unit, out.valid.row_of("age", "")) == 1);
    CHECK(out.valid.respondents(unit, out.valid.row_of("age", "old")) == 2);
    CHECK(out.notes.empty());
}

TEST_CASE("answers: everything that is wrong is said at its place, and no cell is printed") {
    const std::string file =
        "name,Đơn vị,c1,c2,c3,channels,Giới tính,Tuổi\n"
        "secret,U1,5,tuyệt secret,4,secret,secret,secret\n"
        "secret,,7,5,4,web,Nam,29\n"
        "secret,U1,5,5,4,web,Nam\n"
        "secret,U1,5,5,4,\"web\"x,Nam,30\n"
        "\"secret\n secret\",U1,5,05,4,web,Nam,30\n";
    CHECK(errors(file, full_form(), wide_columns(), by_groups) ==
          texts{"unknown_answer 2:13", "unknown_answer 2:28", "invalid_answer 2:35", "invalid_answer 2:42",
                "invalid_value 3:8", "csv_row_length 4:24", "csv_syntax 5:22", "unknown_answer 7:15"});
    const result<answer_reading> out = read(file, full_form(), wide_columns(), by_groups);
    for (const diagnostic& each : out.error()) {
        CHECK(each.message.find("secret") == std::string::npos);
        CHECK(each.where.file == "a.csv");
    }
    CHECK(out.error()[0].message ==
          "column \"c2\": expected one of the answers \"1\", \"2\", \"3\", \"4\", \"5\", a label of theirs, or a word "
          "for a "
          "missing answer");
}

TEST_CASE("answers: a file without the columns of the mapping") {
    const questionnaire form = full_form();
    const std::string nearly = "secret,Đon vị,c1,c2,c3,c3,channels,Tuổi\n1,U,5,5,5,5,web,3\n";
    CHECK(errors(nearly, form, wide_columns(), by_groups) ==
          texts{"unknown_column 1:1", "unknown_column 1:8", "unknown_column 1:24"});
    const result<answer_reading> out = read(nearly, form, wide_columns(), by_groups);
    for (const diagnostic& each : out.error()) CHECK(each.message.find("secret") == std::string::npos);
    // A file without header row: its first sheet is not printed.
    const result<answer_reading> headless = read("secret,5,5\n", form, wide_columns(), by_groups);
    REQUIRE_FALSE(headless);
    for (const diagnostic& each : headless.error()) CHECK(each.message.find("secret") == std::string::npos);

    answer_columns columns = wide_columns();
    columns.groups.pop_back();
    columns.questions = {{"c1", "a"}, {"c2", "a"}, {"c3", "c"}, {"cx", "d"}};
    CHECK(errors("Đơn vị,Giới tính,a,c,d\n", form, columns, by_groups) ==
          texts{"unknown_column 1:1", "unknown_option 1:1", "unknown_column 1:1", "unknown_column 1:18"});
    columns.where = {"m.json", 3, 1, ""};  // what it says wrongly is mended there
    const result<answer_reading> mapped = read("Đơn vị,Giới tính,a,c,d\n", form, columns, by_groups);
    REQUIRE_FALSE(mapped);
    std::vector<std::string> places;
    for (const diagnostic& each : mapped.error()) {
        places.push_back(each.where.file + ":" + std::to_string(each.where.line) + ":" +
                         std::to_string(each.where.column));
    }
    CHECK(places == texts{"a.csv:1:18", "m.json:3:1", "m.json:3:1", "m.json:3:1"});
    columns = wide_columns();
    columns.words = {{"", {{"ổn", "4"}, {"tệ", "8"}}}, {"c9", {{"a", "1"}}}};
    columns.where = {"m.json", 7, 1, "/words"};
    CHECK(errors("Đơn vị,c1,c2,c3,channels\n", form, columns) == texts{"unknown_option 7:1", "unknown_option 7:1"});
}

TEST_CASE("answers: a column that was found is no misspelling of one that is missing") {
    answer_columns columns;
    columns.unit = "unit";
    const result<answer_reading> out = read("unit,c1,c2,C3\nA,5,5,5\n", forms::fx1_form(), columns, {});
    REQUIRE_FALSE(out);
    CHECK(out.error()[0].message ==
          "the file has no column \"c3\"; the name of this one, number 4, is nearly the same");
    CHECK(out.error()[0].where.column == 12);
    const result<answer_reading> none = read("unit,c1,c2\nA,5,5\n", forms::fx1_form(), columns, {});
    REQUIRE_FALSE(none);
    CHECK(none.error()[0].message == "the file has no column \"c3\"");
    CHECK(none.error().size() == 1);
}

TEST_CASE("answers: words of the mapping, and a file of one unit") {
    answer_columns columns;
    columns.unit_code = "U9";
    columns.words = {{"", {{"ổn", "4"}}}, {"c2", {{"tệ", "1"}}}};
    const answer_reading out = sound("c1,c2,c3,x\nổn,tệ,Ổn,1\n,,,1\n,,,\n", forms::fx1_form(), columns);
    CHECK(text_of(out.valid, "U9") == "c1: 4 blank; c2: 1 blank; c3: 4 blank");
    CHECK(errors("c1,c2,c3\ntệ,4,4\n", forms::fx1_form(), columns) == texts{"unknown_answer 2:1"});
}

// Each of these questions once had a copy of all spellings of the scale.
TEST_CASE("answers: many questions with words of their own, and too many words") {
    questionnaire_description description = forms::fx1_description();
    for (std::size_t each = 0; each < limits::survey_spellings; ++each)
        description.scales[0].options[each % 5].also.push_back("w" + std::to_string(each));
    for (std::size_t each = 3; each < limits::survey_questions; ++each)
        description.questions.push_back(forms::question("c" + std::to_string(each + 1), "hl", {"5"}));
    const questionnaire form = questionnaire::create(description).value();
    answer_columns columns = long_columns();
    for (const survey_question& each : form.texts()) columns.words[each.code] = {{each.code + "!", "5"}};
    const std::string file = "who,unit,q,a\np,U,c1,c1!\np,U,c2,w9998\np,U,c1000,c1000!\n";
    const auto out = read_answers_csv(file, form, columns, {}, {}, "a.csv");
    REQUIRE(out.has_value());
    CHECK(text_of(out->valid, "U").starts_with("c1: 5; c2: 4; c3: blank;"));
    CHECK(text_of(out->valid, "U").ends_with("c1000: 5"));
    const auto refusal = [&] {
        const auto read = read_answers_csv(file, form, columns, {}, {}, "a.csv");
        return read ? error_code::none : read.error().front().code;
    };
    for (int each = 0; each < 9; ++each) columns.words[""].emplace("k" + std::to_string(each), "refused");
    CHECK(refusal() == error_code::none);
    columns.words[""].emplace("k9", "refused");  // 1000 times
    CHECK(refusal() == error_code::survey_too_large);
    columns.words.clear();
    for (std::size_t each = 0; each <= limits::survey_spellings; ++each)
        columns.words["c1"].emplace("k" + std::to_string(each), "5");
    CHECK(refusal() == error_code::survey_too_large);
}

TEST_CASE("answers: states that the questionnaire refuses, sheets that are not valid") {
    questionnaire_description form = forms::fx1_description();
    form.questions[1].missing[answer_state::blank] = missing_policy::refuse;
    CHECK(errors("unit,c1,c2,c3\nA,1,2,3\nA,1,,3\n", questionnaire::create(form).value(), fx1_columns()) ==
          texts{"answer_refused 3:5"});

    form = forms::fx1_description();
    form.validity.minimum_answered = decimal::from_parts(667, 1);
    form.validity.required = {"c1"};
    const answer_reading out =
        sound("unit,c1,c2,c3\nA,1,2,3\nA,1,2,\nA,,2,3\n", questionnaire::create(form).value(), fx1_columns());
    CHECK(out.valid.at(0).sheets == sheet_counts{0, 3, 1});  // 2 of 3 are 66.66..., less than 66.7
    form.validity.minimum_answered = decimal::from_parts(666, 1);
    const answer_reading more =
        sound("unit,c1,c2,c3\nA,1,2,3\nA,1,2,\nA,,2,3\n", questionnaire::create(form).value(), fx1_columns());
    CHECK(more.valid.at(0).sheets == sheet_counts{0, 3, 2});
}

TEST_CASE("answers: a column for each option of several marks") {
    answer_columns columns = wide_columns();
    columns.groups.clear();
    for (const char* const each : {"web", "phone", "desk"})
        columns.options.push_back({"channels", each, "ch/"s + each});
    const std::string header = "Đơn vị,c1,c2,c3,ch/web,ch/phone,ch/desk\n";
    const answer_reading out =
        sound(header + "U,5,5,5,1,0,x\nU,5,5,5,,,\nU,5,5,5,0,Yes,No\nU,5,5,5,KB,KB,KB\nU,5,5,5,web,,\n", full_form(),
              columns);
    CHECK(text_of(out.valid, "U").substr(text_of(out.valid, "U").find("channels")) ==
          "channels: web*2 phone desk answered*3 blank dont_know");
    CHECK(errors(header + "U,5,5,5,2,0,0\nU,5,5,5,1,KB,0\n", full_form(), columns) ==
          texts{"unknown_answer 2:9", "unknown_answer 3:14"});
}

TEST_CASE("answers: clusters and strata, and clusters that the mapping does not name") {
    answer_columns columns = fx1_columns();
    columns.stratum = "s";
    columns.cluster = "v";
    const std::string header = "unit,s,v,c1,c2,c3\n";
    const tally_options counted{{}, tally_precision::clusters};
    const answer_reading out =
        sound(header + "U,a, x ,1,2,3\nU,a,x,4,4,4\nU,b,x,5,5,5\n", forms::fx1_form(), columns, counted);
    CHECK(out.valid.at(0).clusters.size() == 2);
    columns.cluster.clear();
    CHECK(errors(header, forms::fx1_form(), columns, counted) == texts{"unknown_column 1:1"});
}
