#include "parindex/text/document_number.hpp"

#include "parindex/numeric/number_text.hpp"
#include "summaries.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <string_view>
#include <vector>

using namespace parindex;
using namespace parindex::literals;
using namespace std::string_literals;
using test::number_summary;
using test::of_kind;
using test::repairs_of;
using test::with_maximum;

namespace {

struct entry {
    std::string text;
    std::string reading;
    std::string repairs;
};

void check(const std::vector<entry>& table, const number_options& options = {}) {
    for (const entry& row : table) {
        CAPTURE(row.text);
        CHECK(number_summary(row.text, options) == row.reading);
        CHECK(repairs_of(row.text, options) == row.repairs);
    }
}

}  // namespace

TEST_CASE("every notation met in real documents is read as meant") {
    // The list of notations in the survey of plans; the documents are named there.
    check({
        {"0,95/1 điểm", "0.95/1 points", "decimal_comma@2 unit_word_dropped@8"},
        {"3, 61/4", "3.61/4", "decimal_comma@2 space_removed@3"},
        {"7.25/9 điểm (80,56%)", "7.25/9 points (80.56%)",
         "unit_word_dropped@8 decimal_comma@16 percent_sign_dropped@19"},
        {"12,5", "12.5", "decimal_comma@3"},
        {"13.5", "13.5", ""},
        {"71.5", "71.5", ""},
        {"0,6419", "0.6419", "decimal_comma@2"},
        {"1.0000", "1.0000", ""},
        {"40,62/80", "40.62/80", "decimal_comma@3"},
        {"-0,61", "-0.61", "decimal_comma@3"},
        {"\u22120,52", "-0.52", "minus_sign_replaced@1 decimal_comma@3"},
        {"\u20130,52", "-0.52", "minus_sign_replaced@1 decimal_comma@3"},
        {"\u2013", "none", ""},
        {"+1,71", "1.71", "plus_sign_dropped@1 decimal_comma@3"},
        {"(+12,39)", "12.39", "parentheses_dropped@1 plus_sign_dropped@2 decimal_comma@5"},
        {"01 (0,727)", "1 (0.727)", "leading_zero_dropped@1 decimal_comma@6"},
        {"29/44", "29/44", ""},
        {"#1", "rank 1", "lead_word_dropped@1"},
        {"thứ 3", "rank 3", "lead_word_dropped@1"},
        {"xếp 04/63", "rank 4/63", "lead_word_dropped@1 leading_zero_dropped@5"},
        {"vị thứ 4/141", "rank 4/141", "lead_word_dropped@1"},
        {"xếp thứ 06/20", "rank 6/20", "lead_word_dropped@1 leading_zero_dropped@9"},
        {"85", "85", ""},
        {"-", "none", ""},
        {"N/A", "none", ""},
        {"", "none", ""},
        {"3,36 điểm %", "3.36 points%", "decimal_comma@2 unit_word_dropped@6 percent_sign_dropped@11"},
        {"91.651", "91.651?91651", ""},
        {"92.830", "92.830?92830", ""},
        {"10.172", "10.172?10172", ""},
        {"87,602", "87.602?87602", "decimal_comma@3"},
        {"1.234", "1.234?1234", ""},
    });
    check({{"06/20", "6/20", "leading_zero_dropped@1"}, {"15/20", "15/20", ""}}, of_kind(number_kind::rank));
}

TEST_CASE("the deductions of the Son La plan are read out of its text") {
    check({
        {"(Trừ 0,5 điểm)", "deduction 0.5 points",
         "parentheses_dropped@1 lead_word_dropped@2 decimal_comma@7 unit_word_dropped@10"},
        {"đạt 0,95/1 điểm (trừ 0,05 điểm)", "reached 0.95/1 points (deduction 0.05 points)",
         "lead_word_dropped@1 decimal_comma@6 unit_word_dropped@12 lead_word_dropped@18 decimal_comma@23 "
         "unit_word_dropped@27"},
        {"(*trừ 0,28 điểm*)", "deduction 0.28 points",
         "parentheses_dropped@1 emphasis_dropped@2 lead_word_dropped@3 decimal_comma@8 unit_word_dropped@12 "
         "emphasis_dropped@16"},
        {"đạt 3, 61/4 điểm (*trừ 0,39*)", "reached 3.61/4 points (deduction 0.39)",
         "lead_word_dropped@1 decimal_comma@6 space_removed@7 unit_word_dropped@13 emphasis_dropped@19 "
         "lead_word_dropped@20 decimal_comma@25 emphasis_dropped@28"},
        {"đạt 1,91/2 (*trừ 0,09 điểm*)", "reached 1.91/2 (deduction 0.09 points)",
         "lead_word_dropped@1 decimal_comma@6 emphasis_dropped@13 lead_word_dropped@14 decimal_comma@19 "
         "unit_word_dropped@23 emphasis_dropped@27"},
        {"Tổng điểm trừ là 0,61 điểm.", "deduction 0.61 points",
         "lead_word_dropped@1 decimal_comma@19 unit_word_dropped@23 punctuation_dropped@27"},
        {"tăng 04 bậc", "rise 4 places", "lead_word_dropped@1 leading_zero_dropped@6 unit_word_dropped@9"},
        {"94,52 điểm, ", "94.52 points", "decimal_comma@3 unit_word_dropped@7 punctuation_dropped@11 space_removed@12"},
        {"đạt 0,94/1 điểm (trừ 0,06 điểm", "reached 0.94/1 points (deduction 0.06 points)",
         "lead_word_dropped@1 decimal_comma@6 unit_word_dropped@12 lead_word_dropped@18 decimal_comma@23 "
         "unit_word_dropped@27 parenthesis_closed@31"},
        {"Điểm trừ: 0,5", "deduction 0.5", "lead_word_dropped@1 punctuation_dropped@9 decimal_comma@12"},
    });
}

TEST_CASE("spaces, signs and grouping are repaired, and every repair is told") {
    check({
        {"3,\u00A061/4", "3.61/4", "decimal_comma@2 no_break_space@3"},
        {"3 ,61", "3.61", "space_removed@2 decimal_comma@3"},
        {"  85\t", "85", "space_removed@1 space_removed@5"},
        {"\u00A085\u202F", "85", "no_break_space@1 no_break_space@4"},
        {"94\u00AD,52", "94.52", "invisible_removed@3 decimal_comma@4"},
        {"\uFEFF94\u200B,5\u20602", "94.52",
         "invisible_removed@1 invisible_removed@4 decimal_comma@5 invisible_removed@7"},
        {"- 0,61", "-0.61", "space_removed@2 decimal_comma@4"},
        {"\u2212 0,61", "-0.61", "minus_sign_replaced@1 space_removed@2 decimal_comma@4"},
        {"06 / 20", "6/20", "leading_zero_dropped@1 space_removed@3 space_removed@5"},
        {"1\u00A0234", "1234", "no_break_space@2 grouping_removed@2"},
        {"1\u202F234\u2009567,5", "1234567.5",
         "no_break_space@2 grouping_removed@2 no_break_space@6 grouping_removed@6 decimal_comma@10"},
        {"1.234.567", "1234567", "grouping_removed@2 grouping_removed@6"},
        {"1,234,567", "1234567", "grouping_removed@2 grouping_removed@6"},
        {"1.234,5", "1234.5", "grouping_removed@2 decimal_comma@6"},
        {"1,234.567", "1234.567", "grouping_removed@2"},
        {"0.727", "0.727", ""},
        {"00", "0", "leading_zero_dropped@1"},
        {"007,50", "7.50", "leading_zero_dropped@1 decimal_comma@4"},
        {"-0,00", "0.00", "decimal_comma@3"},
        {"1234.567", "1234.567", ""},
        {"012.345", "12.345", "leading_zero_dropped@1"},
        {"0,95điểm", "0.95 points", "decimal_comma@2 unit_word_dropped@5"},
        {"87,61 điểm/100 ĐIỂM", "87.61 points/100 points", "decimal_comma@3 unit_word_dropped@7 unit_word_dropped@16"},
        {"0,95 đie\u0302\u0309m", "0.95 points", "decimal_comma@2 letters_composed@6 unit_word_dropped@6"},
        {"2 điểm phần trăm", "2 points%", "unit_word_dropped@3"},
        {"01 bậc;", "1 places", "leading_zero_dropped@1 unit_word_dropped@4 punctuation_dropped@7"},
        {"85.", "85", "punctuation_dropped@3"},
        {"100%", "100%", "percent_sign_dropped@4"},
        {"5 tiêu chí", "5 other", "unit_word_dropped@3"},
    });
}

TEST_CASE("a document says in several ways that there is no number") {
    for (const char* text : {"", " ", "\u00A0", "\u200B", "-", " - ", "\u2013", "\u2212", "\u2014", "N/A", "n/a",
                             "không áp dụng", "Không áp dụng"}) {
        CAPTURE(text);
        CHECK(number_summary(text) == "none");
    }
    for (const char* text : {"--", "N/A 5", "- -", "không", "n / a", "0"}) {
        CAPTURE(text);
        CHECK(number_summary(text) != "none");
    }
}

TEST_CASE("one of two readings is taken only when something decides, and it is told what did") {
    number_options comma;
    comma.decimal_mark = number_mark::comma;
    check({{"92.830", "92830 by format", "grouping_removed@3"},
           {"92,830", "92.830 by format", "decimal_comma@3"},
           {"13.5", "13.5", "mark_against_format@3"},
           {"1,234,567", "1234567", "grouping_removed@2 mark_against_format@2 grouping_removed@6"},
           {"1,234.5", "1234.5", "grouping_removed@2 mark_against_format@6"},
           {"35.268", "35268 by format", "grouping_removed@3"}},
          comma);
    number_options dot;
    dot.decimal_mark = number_mark::dot;
    CHECK(number_summary("92.830", dot) == "92.830 by format");
    CHECK(number_summary("87,602", dot) == "87602 by format");

    CHECK(number_summary("92.830", with_maximum(100)) == "92.830 by maximum");
    CHECK(number_summary("100.000", with_maximum(100)) == "100.000 by maximum");  // a full score
    CHECK(number_summary("-92.830", with_maximum(100)) == "-92.830 by maximum");
    CHECK(number_summary("92.830", with_maximum(92830)) == "92.830?92830");  // both fit
    CHECK(number_summary("92.830", with_maximum(90)) == "92.830?92830");     // neither fits
    CHECK(number_summary("92.830/100") == "92.830 by maximum/100");
    CHECK(number_summary("7.250/9.000") == "7.250?7250/9.000?9000");
    CHECK(number_summary("7.250/9.000", with_maximum(9)) == "7.250 by maximum/9.000 by maximum");
    CHECK(number_summary("7.250/9.000", with_maximum(9000)) == "7.250?7250/9000 by maximum");

    CHECK(number_summary("1.234/2.000", of_kind(number_kind::count)) == "1234 by kind/2000 by kind");
    CHECK(number_summary("thứ 1.234") == "rank 1234 by kind");

    // The smaller reading of a value that two readings allow is never handed out by mistake.
    CHECK_FALSE(read_document_number("92.830").value().first.value().has_value());
    CHECK(read_document_number("92.830").value().ambiguous());
    CHECK(read_document_number("92.83").value().first.value() == 92.83_dec);
    CHECK(read_document_number("92.83").value().first.column == 1);
}

TEST_CASE("the neighbours in a column decide where they use the mark in one way") {
    const auto in_column = [](const std::vector<std::string_view>& cells, std::string_view text,
                              std::optional<decimal> maximum = {}) {
        number_options options;
        options.column = infer_column(cells);
        options.maximum = maximum;
        return number_summary(text, options);
    };
    CHECK(in_column({"91.16", "90.5", "tổng"}, "92.830") == "92.830 by column");
    CHECK(in_column({"1.234.567", "12"}, "92.830") == "92830 by column");
    CHECK(in_column({"1.234,5"}, "92.830") == "92830 by column");
    CHECK(in_column({"91,16", "90,5"}, "92,830") == "92.830 by column");
    CHECK(in_column({"91,16", "90,5"}, "92.830") == "92.830?92830");      // the dot is used by nobody else
    CHECK(in_column({"12,5", "13.5"}, "92.830") == "92.830 by column");   // both marks stand before decimals
    CHECK(in_column({"13.5", "1.234.567"}, "92.830") == "92.830?92830");  // the dot does both
    CHECK(in_column({"91.651", "92.830"}, "92.830") == "92.830?92830");   // no neighbour is clearer
    CHECK(in_column({"12/13.5"}, "92.830") == "92.830 by column");        // a maximum is a neighbour too
    CHECK(in_column({}, "92.830") == "92.830?92830");
    CHECK(in_column({"1.234.567"}, "92.830", 100) == "92.830?92830");  // column and maximum contradict each other
    CHECK(in_column({"91.16"}, "92.830", 100) == "92.830 by column");

    const std::vector<std::string_view> cells{
        "điểm", "11,72", "12", "1.234.567,5", "92.830", "-", "7.25/9 điểm (80,56%)"};
    const column_format column = infer_column(cells);
    CHECK(column.comma.decimal == 3);
    CHECK(column.comma.grouping == 0);
    CHECK(column.dot.decimal == 1);
    CHECK(column.dot.grouping == 1);
    CHECK(column.ambiguous == 1);
    CHECK(column.refused == 1);
}

TEST_CASE("what is no number is refused at its column") {
    check({
        {"abc", "refused@1", "refused@1"},
        {"diem 5", "refused@1", "refused@1"},   // accents are never folded
        {"tru 0,5", "refused@1", "refused@1"},  //
        {"trù 0,5", "refused@1", "refused@1"},  //
        {"85 100", "refused@4", "refused@4"},   // two numbers whose separator was lost
        {"85\u00A012", "refused@4", "refused@4"},
        {"5 kỹ", "refused@3", "refused@3"},
        {std::string(255, ' ') + "5", "5", "space_removed@1"},
        {"85 xyz", "refused@4", "refused@4"},
        {"1/2/3", "refused@4", "refused@4"},
        {"20/01/2022", "refused@6", "refused@6"},
        {"1.2.3", "refused@4", "refused@4"},
        {"0.123.456", "refused@6", "refused@6"},
        {"1.234.56", "refused@6", "refused@6"},
        {"1,2,3,4", "refused@4", "refused@4"},
        {"1.2,3", "refused@4", "refused@4"},
        {"1.234,567.8", "refused@6", "refused@6"},
        {",5", "refused@1", "refused@1"},
        {".5", "refused@1", "refused@1"},
        {"5/", "refused@3", "refused@3"},
        {"5/-3", "refused@3", "refused@3"},
        {"+-5", "refused@2", "refused@2"},
        {"--5", "refused@2", "refused@2"},
        {"1e5", "refused@2", "refused@2"},
        {"0x1F", "refused@2", "refused@2"},
        {"5 (", "refused@4", "refused@4"},
        {"5 (3) 4", "refused@7", "refused@7"},
        {"(5", "5", "parentheses_dropped@1 parenthesis_closed@3"},
        {"(5 6)", "refused@4", "refused@4"},
        {"1)", "refused@2", "refused@2"},
        {"điểm 5²", "refused@1", "refused@1"},
        {"5²", "refused@2", "refused@2"},
        {"\uFF11\uFF12", "refused@1", "refused@1"},           // full-width
        {"9\uFF12", "refused@2", "refused@2"},                //
        {"\u0661\u0662", "refused@1", "refused@1"},           // Arabic-Indic
        {"\u06F1", "refused@1", "refused@1"},                 // extended Arabic-Indic
        {"5\u0967", "refused@2", "refused@2"},                // Devanagari
        {"5 \u0111\u0438\u1EC3m", "refused@4", "refused@4"},  // Cyrillic look-alike
        {"5 \u00F0iểm", "refused@3", "refused@3"},            // eth for d with stroke
        {"1\u20442", "refused@2", "refused@2"},               // fraction slash
        {"5\0"s, "refused@2", "refused@2"},
        {"5\xFF", "refused@2 not UTF-8", "refused@2 not UTF-8"},
        {"điểm\xC3", "refused@5 not UTF-8", "refused@5 not UTF-8"},
        {std::string(257, '5'), "refused@1 too long", "refused@1 too long"},
        {std::string(65, '5'), "refused@1 too long", "refused@1 too long"},
        {std::string(20, '5'), "refused@1 too precise", "refused@1 too precise"},
        {"0," + std::string(18, '0') + "1", "refused@1 too precise", "refused@1 too precise"},
        {"9223372036854775807", "9223372036854775807", ""},
        {"-9223372036854775807", "-9223372036854775807", ""},
        {"9223372036854775808", "refused@1 too precise", "refused@1 too precise"},
    });
    check({{"3,5", "refused@2", "refused@2"}, {"3,00", "3.00", "decimal_comma@2"}}, of_kind(number_kind::rank));
    CHECK(number_summary("xếp 3,5") == "refused@6");
}

TEST_CASE("a refusal names the code point and says what was expected") {
    const auto message_of = [](std::string_view text) { return read_document_number(text).error().front().message; };
    CHECK(message_of("9\uFF12") ==
          "expected a unit, '/', '(' or the end of the number, found U+FF12, a digit of another script");
    CHECK(message_of("\u0661") == "expected a digit, found U+0661, a digit of another script");
    CHECK(message_of(std::string_view("5\0", 2)) == "a NUL character");
    CHECK(message_of("5/") == "expected a digit, found the end of the text");
    CHECK(message_of("5/x") == "expected a digit, found 'x'");
    CHECK(message_of("5 \u0111\u0438\u1EC3m").ends_with("found U+0438"));
    CHECK(message_of("5 \u0437") == "expected a unit, '/', '(' or the end of the number, found U+0437");
    CHECK(read_document_number("x").error().front().level == severity::error);
}

TEST_CASE("extreme options do no harm") {
    const decimal largest(std::numeric_limits<std::int64_t>::max());
    const decimal smallest(std::numeric_limits<std::int64_t>::min());
    for (const decimal maximum : {largest, smallest, decimal::from_parts(1, 18), 0_dec}) {
        CHECK(number_summary("-92.830/999.999", with_maximum(maximum)).find("INCONSISTENT") == std::string::npos);
    }
}

TEST_CASE("every repair has a name of its own") {
    std::vector<std::string_view> names;
    for (int kind = 0; kind <= static_cast<int>(number_repair::mark_against_format); ++kind) {
        const std::string_view name = to_string(static_cast<number_repair>(kind));
        CHECK(name != "unknown");
        for (const std::string_view other : names) CHECK(name != other);
        names.push_back(name);
    }
    CHECK(to_string(static_cast<number_repair>(200)) == "unknown");
}
