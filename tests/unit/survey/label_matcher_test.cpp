#include "parindex/survey/label_matcher.hpp"
#include "forms.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace parindex;
using namespace std::string_literals;

namespace {

answer_option option(std::string code, std::string label, std::optional<int> level = {}) {
    answer_option out;
    out.code = std::move(code);
    out.label = std::move(label);
    out.level = level;
    return out;
}

/// One question of a scale; 99 is "don't know", "Không áp dụng" not applicable.
questionnaire form_of(std::vector<answer_option> options, label_dictionary words = label_dictionary::none,
                      bool multiple = false) {
    questionnaire_description form;
    form.code = "F";
    form.scales.emplace_back();
    form.scales[0].code = "s";
    form.scales[0].options = std::move(options);
    form.scales[0].words = words;
    form.questions.push_back(forms::question("q", "s", {}));
    form.questions[0].multiple = multiple;
    form.missing_words = {{answer_state::dont_know, {"99", "Không biết"}},
                          {answer_state::not_applicable, {"Không áp dụng"}}};
    return questionnaire::create(form).value();
}

questionnaire satisfaction(int highest = 5) {
    std::vector<answer_option> options;
    for (int level = 1; level <= highest; ++level) options.push_back(option(std::to_string(level), "", level));
    return form_of(std::move(options), label_dictionary::satisfaction);
}

/// The code of the option, those of several in braces, the name of a state, or "?".
std::string read(const questionnaire& form, std::string_view cell, const label_spelling& file = {}) {
    const label_matcher matcher = label_matcher::create(form, 0, file).value();
    const std::optional<matched_answer> out = matcher.match(cell);
    if (!out) return "?";
    if (out->state != answer_state::answered) return std::string(to_string(out->state));
    const std::vector<answer_option>& options = form.scale_of(0).options;
    if (!form.texts()[0].multiple) return options.at(out->option).code;
    std::string all;
    for (std::size_t at = 0; at < options.size(); ++at) {
        if ((out->mentions >> at & 1) != 0) all += (all.empty() ? "" : " ") + options[at].code;
    }
    return "{" + all + "}";
}

}  // namespace

TEST_CASE("labels: the words of satisfaction, in every spelling of them") {
    const questionnaire form = satisfaction();
    CHECK(read(form, "5") == "5");
    CHECK(read(form, " \u00a05 \t") == "5");
    CHECK(read(form, "Rất hài lòng") == "5");
    CHECK(read(form, "RẤT  HÀI\u00a0LÒNG ") == "5");
    CHECK(read(form, "Ra\u0302\u0301t ha\u0300i lo\u0300ng") == "5");  // normal form D
    CHECK(read(form, "hài lòng") == "4");
    CHECK(read(form, "không hài lòng") == "2");
    CHECK(read(form, "rất không hài lòng") == "1");
    CHECK(read(form, "rat_khong_hai_long") == "1");
    CHECK(read(form, "khong_hai_long") == "2");
    CHECK(read(form, "rkhl") == "1");
    CHECK(read(form, "Bình thường") == "3");
    CHECK(read(form, "Strongly agree") == "5");
    CHECK(read(form, "dissatisfied") == "2");
}

TEST_CASE("labels: what contains a label is none") {
    const questionnaire form = satisfaction();
    for (const char* const cell : {"chẳng hài lòng", "không  hài lòng lắm", "hài lòngg", "không", "khong hai long",
                                   "hai long", "hài", "5 sao", "điểm 5", "hài lòng?", "rất rất hài lòng", "x"}) {
        INFO(cell);
        CHECK(read(form, cell) == "?");
    }
}

TEST_CASE("labels: a code with its label is one option, different options are several marks") {
    const questionnaire form = satisfaction();
    CHECK(read(form, "5 - Rất hài lòng") == "5");
    CHECK(read(form, "5. Rất hài lòng") == "5");
    CHECK(read(form, "(2) không hài lòng") == "2");
    CHECK(read(form, "Rất hài lòng (5)") == "5");
    CHECK(read(form, "4; 5") == "several_marked");
    CHECK(read(form, "hài lòng, rất hài lòng") == "several_marked");
    CHECK(read(form, "4 5") == "several_marked");
    CHECK(read(form, "4/5") == "several_marked");
    // The label says something else than the code; a range; a decimal number.
    CHECK(read(form, "5 - Hài lòng") == "?");
    CHECK(read(form, "4-5") == "?");
    CHECK(read(form, "4,5") == "?");
    CHECK(read(form, "4.5") == "?");
}

TEST_CASE("labels: numbers that are no code are out of range only on scales of whole numbers") {
    const questionnaire form = satisfaction();
    for (const char* const cell : {"0", "6", "55", "-1", "+7", "1234567890123456789012345"}) {
        INFO(cell);
        CHECK(read(form, cell) == "out_of_range");
    }
    for (const char* const cell : {"05", "+5", "5.0", "1e1", "--5", "5%", "\uff15"}) {
        INFO(cell);
        CHECK(read(form, cell) == "?");
    }
    CHECK(read(form, "99") == "dont_know");
    const questionnaire words = form_of({option("A", "Tốt", 2), option("2", "Xấu", 1)});
    CHECK(read(words, "7") == "?");
}

TEST_CASE("labels: blanks, missing words, NUL") {
    const questionnaire form = satisfaction();
    CHECK(read(form, "") == "blank");
    CHECK(read(form, " \u00a0\u200b\t") == "blank");
    CHECK(read(form, "không BIẾT") == "dont_know");
    CHECK(read(form, "Không  áp dụng") == "not_applicable");
    CHECK(read(form, std::string_view("\0", 1)) == "?");
    CHECK(read(form, std::string_view("5\0", 2)) == "?");
    CHECK(read(form, "5, không biết") == "?");
}

TEST_CASE("labels: a word of the dictionary whose level is in doubt is unknown") {
    const questionnaire three = satisfaction(3);
    CHECK(read(three, "không hài lòng") == "1");
    CHECK(read(three, "rất hài lòng") == "3");
    CHECK(read(three, "bình thường") == "2");
    CHECK(read(three, "hài lòng") == "?");
    // A label of the scale settles it.
    CHECK(read(form_of({option("0", "KHL", 1), option("1", "HL", 2), option("2", "RHL", 3)},
                       label_dictionary::satisfaction),
               "hài lòng") == "1");
    CHECK(read(form_of({option("0", "", 1), option("1", "Bình thường", 2), option("2", "", 3)},
                       label_dictionary::satisfaction),
               "hài lòng") == "2");
    const questionnaire four = satisfaction(4);
    CHECK(read(four, "rất hài lòng") == "4");
    CHECK(read(four, "hài lòng") == "3");
    CHECK(read(four, "không hài lòng") == "?");
    CHECK(read(four, "rất không hài lòng") == "1");
}

TEST_CASE("labels: the scale's own words come before the dictionary") {
    const questionnaire form = form_of({option("a", "Không", 2), option("b", "Có", 1)}, label_dictionary::yes_no);
    CHECK(read(form, "không") == "a");
    CHECK(read(form, "yes") == "?");  // nothing of the dictionary fits such a scale
    const questionnaire usual = form_of({option("1", "", 2), option("0", "", 1)}, label_dictionary::yes_no);
    CHECK(read(usual, "Có") == "1");
    CHECK(read(usual, "không") == "0");
    CHECK(read(usual, "NO") == "0");
}

TEST_CASE("labels: several marks, with commas and signs within labels") {
    const questionnaire form =
        form_of({option("1", "Web"), option("2", "Cổng dịch vụ công, cấp tỉnh"), option("3", "Báo, đài"),
                 option("4", "Đài"), option("5", "Khác (ghi rõ)"), option("6", "Web, báo")},
                label_dictionary::none, true);
    CHECK(read(form, "Web, Cổng dịch vụ công, cấp tỉnh") == "{1 2}");
    CHECK(read(form, "Báo, đài, Khác (ghi rõ)") == "{3 5}");
    CHECK(read(form, "web, báo, đài") == "{4 6}");  // the longest first
    CHECK(read(form, "1,3,5") == "{1 3 5}");
    CHECK(read(form, "1 3 5") == "{1 3 5}");
    CHECK(read(form, "1;1; Web") == "{1}");
    CHECK(read(form, "1-3") == "?");
    CHECK(read(form, "1.3") == "?");
    CHECK(read(form, "Web, Zalo") == "?");
    CHECK(read(form, "Web Đài") == "?");  // words without a sign between
    CHECK(read(form, "Web Đài", {{}, " "}) == "{1 4}");
    CHECK(read(form, "Web#Đài") == "?");
    CHECK(read(form, "Web#Đài", {{}, "#"}) == "{1 4}");
    CHECK(read(form, "") == "blank");
    CHECK(read(form, "99") == "dont_know");
    CHECK(read(form, "7") == "out_of_range");
}

TEST_CASE("labels: words of one file") {
    const questionnaire form = satisfaction();
    const label_spelling file{{{"Tốt", "5"}, {"-", "refused"}, {"hài lòng", "5"}}, ";"};
    CHECK(read(form, "tốt", file) == "5");
    CHECK(read(form, "-", file) == "refused");
    CHECK(read(form, "hài lòng", file) == "5");  // the dictionary gives way
    const auto refused = [&form](const char* word, const char* means) {
        const auto out = label_matcher::create(form, 0, {{{word, means}}, ";"}, {"m.json", 2, 3, "/words"});
        REQUIRE_FALSE(out);
        CHECK(out.error().front().where.line == 2);
        return out.error().front().code;
    };
    CHECK(refused("x", "7") == error_code::unknown_option);
    CHECK(refused("x", "skipped") == error_code::unknown_option);
    CHECK(refused("5", "4") == error_code::duplicate_option);
    CHECK(refused("không biết", "refused") == error_code::duplicate_option);
    CHECK(refused(" ", "4") == error_code::invalid_value);
}

TEST_CASE("labels: a long cell is answered in little time") {
    const questionnaire form =
        form_of({option("a", ""), option("a a", ""), option("a,a", "")}, label_dictionary::none, true);
    std::string cell;
    for (int count = 0; count < 20'000; ++count) cell += "a,";
    CHECK(read(form, cell) == "?");
    CHECK(read(form, "a,a,a") == "{a a,a}");
}

// Every byte of such cells was once compared with every spelling, which takes minutes here.
TEST_CASE("labels: long cells are compared with the spellings that they contain, and very long ones with none") {
    std::vector<answer_option> options{option("a", ""), option("b", "")};
    for (int count = 0; count < 5'000; ++count) options[0].also.push_back("a" + std::to_string(count));
    std::string nested = "a";
    for (int count = 0; count < 500; ++count) options[0].also.push_back(nested += " a");
    const questionnaire form = form_of(std::move(options), label_dictionary::none, true);
    const label_matcher matcher = label_matcher::create(form, 0).value();
    const auto is_known = [&](const std::string& cell) { return matcher.match(cell).has_value(); };
    std::string cell;
    while (cell.size() < 4'080) cell += "a a4999 ";
    CHECK(is_known(cell + "a"));
    CHECK_FALSE(is_known(cell + "a5000"));
    for (int count = 0; count < 200; ++count) CHECK(is_known(cell));
    while (cell.size() < 60'000) cell += cell;
    for (int count = 0; count < 50; ++count) CHECK_FALSE(is_known(cell));
}

TEST_CASE("labels: matchers that share spellings answer as those that share none") {
    questionnaire_description description = forms::fx1_description();
    description.scales.push_back(forms::levels("other", 3));
    description.scales[0].options[4].also = {"5 sao", "năm"};
    description.questions[2].scale = "other";
    description.questions[2].satisfied = {};
    description.missing_words = {{answer_state::dont_know, {"99"}}};
    const questionnaire form = questionnaire::create(description).value();
    const questionnaire stranger = satisfaction();
    const label_spelling file{{{"năm sao", "5"}}, ";"};
    const label_matcher first = label_matcher::create(form, 0, file).value();
    const label_matcher foreign = label_matcher::create(stranger, 0).value();
    for (const std::size_t question : {0U, 1U, 2U}) {
        const label_matcher alone = label_matcher::create(form, question).value();
        for (const label_matcher* const like : {&first, &foreign}) {
            const label_matcher shared = label_matcher::create(form, question, {}, {}, like).value();
            for (const char* const cell :
                 {"5", "3", "năm", "5 - năm", "5 sao", "năm sao", "99", "Không biết", "rất hài lòng"})
                CHECK(shared.match(cell) == alone.match(cell));
        }
    }
    CHECK(first.match("năm - năm sao")->option == 4);
    CHECK_FALSE(label_matcher::create(form, 1, {}, {}, &first)->match("năm sao").has_value());
}
