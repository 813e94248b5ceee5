#include "parindex/io/answers_csv.hpp"

#include "../findings.hpp"
#include "../survey/forms.hpp"
#include "parindex/support/limits.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace parindex;
using namespace parindex_test;
using namespace std::string_literals;

namespace {

/// c1 to c3 of five levels with the dictionary, c3 only after c1 = 4 or 5; "channels" of several marks; groups.
questionnaire_description form_description() {
    questionnaire_description form = forms::fx1_description();
    form.scales[0].words = label_dictionary::satisfaction;
    form.questions[2].asked_if = {{"c1", {"4", "5"}}};
    form.scales.push_back({"ch", {}, label_dictionary::none, {}});
    for (const char* const code : {"web", "phone", "desk"}) {
        form.scales[1].options.emplace_back();
        form.scales[1].options.back().code = code;
    }
    form.questions.push_back(forms::question("channels", "ch", {}));
    form.questions.back().multiple = true;
    form.groups = {{"gender", "", {{"m", "Nam", {}, {}, {}}, {"f", "Nữ", {"Bà"}, {}, {}}}, {}},
                   {"age", "", {{"young", "", {}, {}, decimal(30)}, {"old", "", {}, decimal(30), decimal(99)}}, {}}};
    form.missing_words = {{answer_state::dont_know, {"KB", "99"}}};
    return form;
}

questionnaire full_form() {
    return questionnaire::create(form_description()).value();
}

answer_columns wide_columns() {
    answer_columns out;
    out.unit = "Đơn vị";
    out.groups = {{"gender", "Giới tính"}, {"age", "Tuổi"}};
    return out;
}

answer_columns fx1_columns() {
    answer_columns out;
    out.unit = "unit";
    return out;
}

const tally_options by_groups{{"gender", "age"}, tally_precision::none};

/// The counts of a unit that are not 0: "c1: 4 x2 blank x1; c2: ...".
std::string text_of(const tally& counts, const std::string& unit, std::size_t row = 0) {
    const std::size_t at = counts.find_unit(unit);
    if (at == questionnaire::none) return "no such unit";
    std::string out;
    const questionnaire& form = counts.form();
    for (std::size_t question = 0; question < form.questions().size(); ++question) {
        out += (out.empty() ? "" : "; ") + form.texts()[question].code + ":";
        const auto places = counts.counts(at, row, question);
        for (std::size_t place = 0; place < places.size(); ++place) {
            if (places[place] == 0) continue;
            const std::size_t options = form.questions()[question].options;
            out += ' ';
            out += place < options ? form.scale_of(question).options[place].code
                                   : to_string(static_cast<answer_state>(place - options));
            if (places[place] != 1) out += "*" + std::to_string(places[place]);
        }
    }
    return out;
}

/// What a text says, read whole and by one byte, the fast way and the other: always the same.
result<answer_reading> read(const std::string& text, const questionnaire& form, const answer_columns& columns,
                            const tally_options& counted = {}, answers_options options = {}) {
    const auto findings = [](const result<answer_reading>& of) {
        std::string out;
        for (const diagnostic& each : of ? of->notes : of.error()) out += to_string(each) + '\n';
        return out;
    };
    options.fast = false;
    const result<answer_reading> out = read_answers_csv(text, form, columns, counted, options, "a.csv");
    for (const bool fast : {false, true}) {
        options.fast = fast;
        for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, text.size() + 1}) {
            answers_reader reader(form, columns, counted, options, "a.csv");
            for (std::size_t at = 0; at < text.size(); at += piece)
                reader.feed(std::string_view(text).substr(at, piece));
            const result<answer_reading> again = reader.finish();
            REQUIRE(again.has_value() == out.has_value());
            CHECK(findings(again) == findings(out));
            if (!out) continue;
            CHECK(again->valid == out->valid);
            CHECK(again->flagged == out->flagged);
            CHECK(again->flags == out->flags);
            CHECK(again->rows == out->rows);
        }
    }
    return out;
}

answer_reading sound(const std::string& text, const questionnaire& form, const answer_columns& columns,
                     const tally_options& counted = {}, const answers_options& options = {}) {
    const result<answer_reading> out = read(text, form, columns, counted, options);
    if (!out) {
        for (const diagnostic& each : out.error()) MESSAGE(to_string(each));
    }
    REQUIRE(out.has_value());
    return *out;
}

using texts = std::vector<std::string>;

/// Each finding as "code line:column".
texts errors(const std::string& text, const questionnaire& form, const answer_columns& columns,
             const tally_options& counted = {}, const answers_options& options = {}) {
    const result<answer_reading> out = read(text, form, columns, counted, options);
    texts told;
    if (out) return told;
    for (const diagnostic& each : out.error()) {
        told.push_back(std::string(to_string(each.code)) + ' ' + std::to_string(each.where.line) + ':' +
                       std::to_string(each.where.column));
    }
    return told;
}

}  // namespace

namespace doctest {
template <>
struct StringMaker<texts> {
    static String convert(const texts& all) {
        std::string out;
        for (const std::string& each : all) out += '"' + each + "\", ";
        return out.c_str();
    }
};
}  // namespace doctest

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

TEST_CASE("answers: words of the mapping, a file of one unit") {
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
    answer_columns columns = fx1_columns();
    columns.layout = answers_layout::long_rows;
    columns.respondent = "who";
    columns.question = "q";
    columns.answer = "a";
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

TEST_CASE("answers: a long file") {
    answer_columns columns;
    columns.layout = answers_layout::long_rows;
    columns.unit = "unit";
    columns.respondent = "who";
    columns.question = "q";
    columns.answer = "a";
    columns.groups = {{"gender", "sex"}};
    const tally_options counted{{"gender"}, tally_precision::none};
    const std::string header = "who,unit,q,a,sex\n";
    const answer_reading out = sound(header +
                                         "p1,U,c1,5,Nam\np1,U,channels,web,\np1,,channels,desk,Nam\np1,U,c2,KB,\n"
                                         "p2,U,c1,4,\np2,V,c1,1,Nữ\n",
                                     full_form(), columns, counted);
    CHECK(text_of(out.valid, "U") == "c1: 4 5; c2: blank dont_know; c3: blank*2; channels: web desk answered blank");
    CHECK(text_of(out.valid, "V") == "c1: 1; c2: blank; c3: skipped; channels: blank");
    CHECK(out.valid.respondents(out.valid.find_unit("U"), out.valid.row_of("gender", "m")) == 1);
    const texts told = errors(header +
                                  "p1,U,c1,5,Nam\np2,U,c1,5,Nam\np1,U,c2,5,Nam\n"
                                  "p3,U,c1,5,Nam\np3,U,c1,5,Nam\n"
                                  "p4,U,cx,5,Nam\n,U,c1,5,Nam\np5,,c1,5,Nam\np6,U,c1,5,Nam\np6,U,c2,x,Nữ\n",
                              full_form(), columns, counted);
    CHECK(told == texts{"respondent_not_grouped 4:1", "invalid_answer 6:6", "unknown_option 7:6", "invalid_value 8:1",
                        "invalid_value 9:4", "unknown_answer 11:9", "invalid_answer 11:11"});
}

TEST_CASE("answers: a number outside of the bands is one respondent's, in however many rows it stands") {
    answer_columns columns;
    columns.layout = answers_layout::long_rows;
    columns.unit = "unit";
    columns.respondent = "who";
    columns.question = "q";
    columns.answer = "a";
    columns.groups = {{"age", "age"}};
    const tally_options counted{{"age"}, tally_precision::none};
    const std::string header = "who,unit,q,a,age\n";
    questionnaire_description description = form_description();
    description.validity.required = {"c1"};
    const questionnaire form = questionnaire::create(description).value();
    // The sheet of p3 is not valid.
    const answer_reading out = sound(
        header + "p1,U,c1,5,150\np1,U,c2,5,150\np1,U,c3,5,150\np2,U,c1,5,200\np3,U,c2,5,150\n", form, columns, counted);
    REQUIRE(out.notes.size() == 1);
    CHECK(out.notes[0].message ==
          "the numbers of 2 respondents lie in no band of the group \"age\"; they are counted as of unknown category");
    CHECK(out.valid.respondents(out.valid.find_unit("U"), out.valid.row_of("age", "")) == 2);
    CHECK(errors(header + "p1,U,c1,5,150\np1,U,c2,5,20\n", form, columns, counted) == texts{"invalid_answer 3:11"});
}

TEST_CASE("answers: a file of counts") {
    answer_columns columns;
    columns.layout = answers_layout::aggregate;
    columns.unit = "unit";
    columns.question = "q";
    columns.option = "o";
    columns.count = "n";
    columns.issued = "issued";
    columns.returned = "returned";
    columns.valid = "valid";
    const std::string header = "unit,q,o,n,issued,returned,valid\n";
    const answer_reading out =
        sound(header +
                  "A,c1,hài lòng,8,12,10,10\nA,c1,5,1,,10,\nA,c1,blank,1,,,\nA,channels,web,3,,,\n"
                  "A,channels,answered,3,,,\nB,,,,5,4,3\n",
              full_form(), columns);
    CHECK(text_of(out.valid, "A") == "c1: 4*8 5 blank; c2:; c3:; channels: web*3 answered*3");
    CHECK(out.valid.at(out.valid.find_unit("A")).sheets == sheet_counts{12, 10, 10});
    CHECK(out.valid.at(out.valid.find_unit("B")).sheets == sheet_counts{5, 4, 3});
    CHECK(errors(header + "A,c1,5,1.5,,,\nA,c1,5,-1,,,\nA,c1,,1,,,\nA,c1,answered,1,,,\nA,c1,4,1,1,2,3\nA,c1,4,1,2,,\n"
                          "A,cx,4,1,,,\nA,c2,4,99999999999999999999,,,\nA,channels,\"web,desk\",1,,,\n",
                 full_form(), columns) == texts{"invalid_count 2:1", "invalid_count 2:8", "invalid_count 3:8",
                                                "unknown_answer 4:6", "unknown_answer 5:6", "invalid_count 7:8",
                                                "invalid_count 7:10", "unknown_option 8:3", "invalid_count 9:8",
                                                "unknown_answer 10:12"});
    // Ten valid sheets have ten answers to a question at most, of whatever sort; of several marks, more mentions.
    const std::string enough = header + "A,c1,5,9,,,10\nA,c1,blank,1,,,\nA,channels,web,9,,,\nA,channels,desk,9,,,\n";
    CHECK(errors(enough, full_form(), columns).empty());
    CHECK(errors(enough + "B,c1,4,1,,,\nA,c1,4,1,,,\n", full_form(), columns) == texts{"invalid_count 2:1"});
    CHECK(errors(header + "B,c1,4,11,,,\nA,c1,5,18446744073709551615,,,0\nA,c1,4,1,,,\n", full_form(), columns) ==
          texts{"invalid_count 3:1"});
    CHECK(errors(header + "A,c1,5,1,9,10,10\nB,c1,5,1,10,10,10\nC,c1,5,1,,10,\n", full_form(), columns) ==
          texts{"invalid_count 2:1"});  // more returned than issued
    CHECK(errors(header + "A,c1,5,1,,,\n", full_form(), columns, {{}, tally_precision::respondents}) ==
          texts{"invalid_value 1:1"});
}

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

TEST_CASE("answers: clusters and strata, too many of them stop the reading") {
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

TEST_CASE("answers: groups that the questionnaire does not have, or twice, are refused before anything is read") {
    for (const std::vector<std::string>& by : {std::vector<std::string>{"income"}, {"gender", "gender"}}) {
        CHECK_THROWS_WITH_AS(answers_reader(full_form(), wide_columns(), {by, tally_precision::none}, {}, "f.csv"),
                             doctest::Contains("group"), error);
    }
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
