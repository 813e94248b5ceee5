#include "parindex/text/document_date.hpp"

#include "summaries.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace parindex;
using test::date_summary;
using test::notes_of;

namespace {

struct entry {
    std::string text;
    std::string reading;
    std::string notes;
};

void check(const std::vector<entry>& table, const date_options& options = {}) {
    for (const entry& row : table) {
        CAPTURE(row.text);
        CHECK(date_summary(row.text, options) == row.reading);
        CHECK(notes_of(row.text, options) == row.notes);
    }
}

}  // namespace

TEST_CASE("dates of real documents are read day first") {
    check({
        {"20/01/2022", "day 20/01/2022", ""},
        {"05/9/2016", "day 05/9/2016", ""},
        {"25/10/2017", "day 25/10/2017", ""},
        {"3/5/2024", "day 03/5/2024", "day_not_padded@1"},
        {"06/05/2024", "day 06/5/2024", "month_padded@4"},
        {"21/1/2022", "day 21/01/2022", "month_not_padded@4"},
        {"21/2/2022", "day 21/02/2022", "month_not_padded@4"},
        {"ngày 20/01/2022", "day 20/01/2022", ""},
        {"ngày 05 tháng 01 năm 2022", "day 05/01/2022", ""},
        {"ngày 5 tháng 1 năm 2022", "day 05/01/2022", "day_not_padded@6 month_not_padded@14"},
        {"Ngày 19 Tháng 6 NĂM 2015", "day 19/6/2015", ""},
        {"19 tháng 6 năm 2015", "day 19/6/2015", ""},
        {"ngày 21\ntháng 11 năm 2012", "day 21/11/2012", ""},  // a hard break inside the date
        {"nga\u0300y 21 tháng 11 năm 2012", "day 21/11/2012", "letters_composed@1"},
        {"29/02/2024", "day 29/02/2024", ""},
        {"30/11", "day 30/11", ""},
        {"29/02", "day 29/02", ""},
        {"20-01-2022", "day 20/01/2022", "separator_replaced@3 separator_replaced@6"},
        {"20.01.2022", "day 20/01/2022", "separator_replaced@3 separator_replaced@6"},
        {" 20 / 01 /\u00A02022.", "day 20/01/2022",
         "space_removed@1 space_removed@4 space_removed@6 space_removed@9 no_break_space@11 punctuation_dropped@16"},
        {"20/\u200B01/2022", "day 20/01/2022", "invisible_removed@4"},
    });
    CHECK(read_document_date("05/9/2016").value().day() == date{2016, 9, 5});
    CHECK_FALSE(read_document_date("30/11").value().day().has_value());
    CHECK_FALSE(read_document_date("năm 2024").value().day().has_value());
}

TEST_CASE("periods are read") {
    check({
        {"Quý II/2023", "quarter quý II/2023", ""},
        {"quý 2 năm 2023", "quarter quý II/2023", ""},
        {"quý iv", "quarter quý IV", ""},
        {"Quí III năm 2023", "quarter quý III/2023", ""},
        {"6 tháng đầu năm 2023", "half-year 6 tháng đầu năm 2023", ""},
        {"6 tháng cuối năm", "half-year 6 tháng cuối năm", ""},
        {"năm 2024", "year năm 2024", ""},
        {"2024", "year năm 2024", ""},
        {"Tháng 9", "month tháng 9", ""},
        {"tháng 09/2023", "month tháng 9/2023", ""},
        {"tháng 9 năm 2023", "month tháng 9/2023", ""},
        {"9/2023", "month tháng 9/2023", ""},
        {"đến năm 2025", "until year năm 2025", ""},
        {"Đến hết quý I/2025", "until quarter quý I/2025", ""},
        {"trước ngày 30/11/2023", "before day 30/11/2023", ""},
        {"trước tháng 6", "before month tháng 6", ""},
    });
}

TEST_CASE("the blanks of a draft are kept as blanks") {
    check({
        {"ngày tháng năm 2022", "day ngày   tháng   năm 2022", "blank_day@6 blank_month@12"},
        {"ngày   tháng 01 năm 2022", "day ngày   tháng 01 năm 2022", "blank_day@8"},
        {"ngày 05 tháng ... năm 2022", "day ngày 05 tháng   năm 2022", "blank_month@15"},
        {"ngày\u2026tháng\u2026năm 2022", "day ngày   tháng   năm 2022", "blank_day@5 blank_month@11"},
        {"ngày ___ tháng 01 năm 2022", "day ngày   tháng 01 năm 2022", "blank_day@6"},
    });
    CHECK(level_of(date_note::blank_day) == severity::warning);
    CHECK(level_of(date_note::blank_month) == severity::warning);
    CHECK(level_of(date_note::year_outside_window) == severity::warning);
    CHECK(level_of(date_note::month_padded) == severity::note);
}

TEST_CASE("years outside the window are told, impossible dates are refused") {
    check({{"1/1/0001", "day 01/01/0001", "day_not_padded@1 month_not_padded@3 year_outside_window@5"},
           {"24/4/2029", "day 24/4/2029", ""}});
    date_options options;
    options.years = {2015, 2024};
    check({{"24/4/2029", "day 24/4/2029", "year_outside_window@6"},
           {"24/4/2024", "day 24/4/2024", ""},
           {"quý I/2014", "quarter quý I/2014", "year_outside_window@7"}},
          options);
    struct refusal {
        std::string text;
        int column;
    };
    for (const refusal& wrong : std::vector<refusal>{
             {"19/8/19999", 6},
             {"11/30/2023", 4},  // the month does not come first
             {"31/4/2022", 1},
             {"29/02/2023", 1},
             {"ngày 31 tháng 6 năm 2022", 6},
             {"0/1/2022", 1},
             {"32/1/2022", 1},
             {"ngày 32 tháng ... năm 2022", 6},
             {"1/13/2022", 3},
             {"1/0/2022", 3},
             {"001/1/2022", 1},
             {"1/001/2022", 3},
             {"1/1/22", 5},
             {"1/1/0000", 5},
             {"năm 24", 5},
             {"năm", 4},
             {"13/2023", 1},
             {"20.01", 6},
             {"06-20", 4},
             {"20/01-2022", 6},
             {"2022-01-20", 1},
             {"quý V/2023", 5},
             {"quý 0", 5},
             {"quý 5", 5},
             {"quý 02", 5},
             {"9-2023", 3},
             {"quý 22", 5},
             {"quý", 4},
             {"tháng 13", 7},
             {"tháng", 6},
             {"6 tháng đầu", 12},
             {"7 tháng đầu năm 2023", 9},
             {"ngày", 5},
             {"ngày 5", 7},
             {"ngày 5 tháng", 13},
             {"ngày 5 tháng 1", 15},
             {"", 1},
             {"Thường xuyên", 1},
             {"hằng năm", 1},
             {"theo quý", 1},
             {"ngay 05 thang 01 nam 2022", 1},  // accents are never folded
             {"20/01/2022 và", 12},
             {"\uFF12\uFF10/01/2022", 1},
         }) {
        CAPTURE(wrong.text);
        CHECK(date_summary(wrong.text) == "refused@" + std::to_string(wrong.column));
    }
    CHECK(date_summary("20/01\xFF") == "refused@6 not UTF-8");
    CHECK(date_summary(std::string(257, ' ')) == "refused@1");
    CHECK(date_summary(std::string("20\0", 3)) == "refused@3");
}

TEST_CASE("every note has a name of its own") {
    std::vector<std::string_view> names;
    for (int kind = 0; kind <= static_cast<int>(date_note::year_outside_window); ++kind) {
        const std::string_view name = to_string(static_cast<date_note>(kind));
        CHECK(name != "unknown");
        for (const std::string_view other : names) CHECK(name != other);
        names.push_back(name);
    }
    CHECK(to_string(static_cast<date_note>(200)) == "unknown");
}
