// Files with a row for each answer, and files of counts.
#include "answer_readings.hpp"

using namespace parindex;
using namespace parindex_test;
using namespace std::string_literals;

TEST_CASE("answers: a long file") {
    const answer_columns columns = long_columns({{"gender", "sex"}});
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
    const answer_columns columns = long_columns({{"age", "age"}});
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
