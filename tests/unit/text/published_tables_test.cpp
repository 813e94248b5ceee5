// The figures of published tables, every cell as printed, read back.
#include "parindex/numeric/number_text.hpp"
#include "parindex/text/document_number.hpp"

#include <doctest/doctest.h>
#include <tuple>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <tuple>

using namespace parindex;
using namespace parindex::literals;

namespace {

// The plan of the office of the people's committee of Sơn La for 2022, on the year 2021: maximum, score and deduction
// of eight fields and in total.
constexpr std::string_view sonla_maximum[] = {"11,5", "12", "15,5", "11", "13,5", "10", "16,5", "10", "100"};
constexpr std::string_view sonla_score[] = {"10,89", "11,72", "15,5", "10,35", "11,22",
                                            "9,74",  "16,11", "8,99", "94,52"};
constexpr std::string_view sonla_deduction[] = {"-0,61", "-0,28", "0",     "-0,65", "-2,28",
                                                "-0,26", "-0,39", "-1,01", "-5,48"};

// The same plan, in its text: scores, maxima and deductions of criteria; two scores are not printed.
constexpr std::string_view criterion_score[] = {"",     "0,95", "0,94", "",     "3, 61", "1,74", "1,5", "1,91",
                                                "2,81", "2,74", "0,95", "0,93", "0,95",  "0,78", "8,99"};
constexpr std::string_view criterion_maximum[] = {"",  "1", "1", "",  "4", "2", "3,5", "2",
                                                  "3", "3", "1", "1", "1", "1", "10"};
constexpr std::string_view criterion_deduction[] = {"0,5",  "0,05", "0,06", "0,28", "0,39", "0,26", "2",   "0,09",
                                                    "0,19", "0,26", "0,05", "0,07", "0,05", "0,22", "1,01"};

// PAR INDEX 2023 of 17 ministries: appraised, survey, total.
// https://xaydungchinhsach.chinhphu.vn/chi-tiet-bang-xep-hang-par-index-2023-cua-cac-bo-co-quan-ngang-bo-119240417175319406.htm
constexpr std::string_view ministry_appraised[] = {"61.86", "62.67", "61.52", "60.65", "61.15", "60.25",
                                                   "61.18", "60.27", "60.50", "60.99", "58.10", "55.46",
                                                   "56.49", "54.59", "55.81", "52.12", "54.21"};
constexpr std::string_view ministry_survey[] = {"28.10", "27.21", "27.66", "26.38", "25.85", "26.17",
                                                "25.10", "25.91", "25.33", "24.81", "25.47", "25.07",
                                                "23.88", "25.48", "23.99", "26.35", "23.82"};
constexpr std::string_view ministry_total[] = {"89.95", "89.89", "89.18", "87.04", "87.01", "86.41",
                                               "86.28", "86.18", "85.83", "85.81", "83.56", "80.53",
                                               "80.38", "80.07", "79.80", "78.48", "78.03"};

// Decision 2729/QĐ-UBND of Tây Ninh, 25/12/2023: maxima that differ by unit, points, percent.
constexpr std::string_view tayninh_maximum[] = {"71.5", "71.5", "100", "96.5", "100", "96.5", "100", "100",  "100",
                                                "96.5", "100",  "100", "71.5", "100", "100",  "100", "96.5", "100",
                                                "100",  "100",  "100", "100",  "100", "100",  "100"};
constexpr std::string_view tayninh_score[] = {
    "69.25", "69.00", "94.43", "91.00", "94.00", "90.32", "90.00", "87.43", "86.84", "83.59", "86.25", "86.05", "61.00",
    "84.75", "83.78", "82.38", "78.84", "78.49", "49.07", "88.35", "87.68", "86.98", "86.27", "86.02", "84.92"};
constexpr std::string_view tayninh_percent[] = {"96.85%", "96.50%", "94.43%", "94.30%", "94.00%", "93.60%", "90.00%",
                                                "87.43%", "86.84%", "86.62%", "86.25%", "86.05%", "85.31%", "84.75%",
                                                "83.78%", "82.38%", "81.70%", "78.49%", "49.07%", "88.35%", "87.68%",
                                                "86.98%", "86.27%", "86.02%", "84.92%"};

// Đồng Nai, PAR INDEX 2018 by field: dot and comma in one table; the last rank is not printed.
// http://caicachhanhchinh.dongnai.gov.vn/Pages/newsdetail.aspx?NewsId=231&CatId=47
constexpr std::string_view dongnai_score[] = {"7.25", "7.44", "11.15", "9.87", "10.06", "9.83", "10.52", "10.54"};
constexpr std::string_view dongnai_maximum[] = {"9", "10", "13", "12", "13.5", "12,5", "13.5", "12"};
constexpr std::string_view dongnai_percent[] = {"80,56%", "74,4%", "85%", "82.27%", "74.53%", "78%", "77.55%", "87,8%"};
constexpr std::string_view dongnai_rank[] = {"21", "60", "35", "8", "41", "16", "15", ""};

// E-government index 2017 of the provinces, the first ten, printed as "01 (0,727)".
// http://www.vinhphuc.gov.vn/ct/cms/thongbao/Lists/ThongBao/View_detail.aspx?ItemID=1504
constexpr std::string_view egovernment_index[] = {"01 (0,727)", "02 (0,716)", "03 (0,714)", "04 (0,703)", "05 (0,688)",
                                                  "06 (0,679)", "07 (0,678)", "08 (0,677)", "09 (0,665)", "10 (0,662)"};

// Decision 1007/QĐ-UBND of Vĩnh Phúc, 24/4/2020: total, direct assessment, survey.
constexpr std::string_view vinhphuc_total[] = {"90,05", "89,88", "89,10", "87,34", "78,44", "92,93", "91,33", "90,04",
                                               "88,87", "88,76", "88,72", "88,49", "88,43", "87,54", "85,63", "85,61",
                                               "85,47", "85,18", "85,03", "84,90", "84,66", "84,53"};
constexpr std::string_view vinhphuc_direct[] = {"58,50", "57,75", "58,00", "55,00", "47,00", "59,25", "59,00", "57,50",
                                                "56,00", "55,75", "54,75", "55,50", "55,25", "56,50", "54,25", "53,75",
                                                "52,75", "52,75", "52,00", "53,50", "52,25", "52,25"};
constexpr std::string_view vinhphuc_survey[] = {"31,55", "32,13", "31,10", "32,34", "31,44", "33,68", "32,33", "32,54",
                                                "32,87", "33,01", "33,97", "32,99", "33,18", "31,04", "31,38", "31,86",
                                                "32,72", "32,43", "33,03", "31,40", "32,41", "32,28"};

/// What a cell of these tables means, without the reader: a comma is a point, a space is a slip, "%" is a unit.
decimal meaning_of(std::string_view cell) {
    std::string strict(cell);
    std::replace(strict.begin(), strict.end(), ',', '.');
    std::erase(strict, ' ');
    std::erase(strict, '%');
    const parsed_decimal parsed = parse_decimal(strict);
    REQUIRE(parsed.ok());
    return parsed.value;
}

/// Reads a column with the format that its own cells show, and adds it up.
decimal sum_of(std::span<const std::string_view> cells, number_kind kind = number_kind::score) {
    number_options options;
    options.kind = kind;
    options.column = infer_column(cells);
    CHECK(options.column.ambiguous == 0);
    CHECK(options.column.refused == 0);
    decimal sum;
    for (const std::string_view cell : cells) {
        CAPTURE(cell);
        const result<document_number> read = read_document_number(cell, options);
        REQUIRE(read.has_value());
        CHECK(read->present == !cell.empty());
        if (!read->present) continue;
        REQUIRE(read->first.value().has_value());
        CHECK(read->first.decided_by == number_decision::form);
        CHECK(*read->first.value() == meaning_of(cell));
        CHECK((read->first.unit == number_unit::percent) == cell.ends_with('%'));
        sum += *read->first.value();
    }
    return sum;
}

}  // namespace

TEST_CASE("the table of the Son La plan reads and adds up as printed") {
    const std::size_t fields = std::size(sonla_score) - 1;  // the last row is the total
    CHECK(sum_of(std::span(sonla_maximum).first(fields)) == 100);
    CHECK(sum_of(std::span(sonla_score).first(fields)) == 94.52_dec);
    CHECK(sum_of(std::span(sonla_deduction).first(fields)) == -5.48_dec);
    CHECK(sum_of(std::span(sonla_maximum).last(1)) == 100);
    CHECK(sum_of(std::span(sonla_score).last(1)) == 94.52_dec);
    CHECK(sum_of(std::span(sonla_deduction).last(1)) == -5.48_dec);
}

TEST_CASE("the criteria of the Son La plan read and add up to its deductions") {
    CHECK(sum_of(criterion_deduction) == 5.48_dec);
    CHECK(sum_of(criterion_maximum) - sum_of(criterion_score) == 5.48_dec - 0.5_dec - 0.28_dec);
    CHECK(infer_column(criterion_score).comma.decimal == 13);
}

TEST_CASE("the shares of the bands of Son La in 2020 are those printed") {
    // Departments: 14 and 6 of 20 in bands A and B; districts: 4 and 8 of 12.
    const std::tuple<int, int, decimal> bands[] = {
        {14, 20, 70.00_dec}, {6, 20, 30.00_dec}, {4, 12, 33.33_dec}, {8, 12, 66.67_dec}};
    for (const auto& [units, all, printed] : bands) CHECK(divide(100 * units, all, 2).value == printed);
}

TEST_CASE("the ministries' table of 2023 reads as printed") {
    CHECK(divide(sum_of(ministry_total), 17, 2).value == 84.38_dec);  // the printed mean
    // Nine totals differ by 0.01 from their printed parts; the figures are read as they are, not as they should be.
    int differing = 0;
    for (std::size_t row = 0; row < std::size(ministry_total); ++row) {
        const decimal parts = *read_document_number(ministry_appraised[row]).value().first.value() +
                              *read_document_number(ministry_survey[row]).value().first.value();
        const decimal difference = parts - *read_document_number(ministry_total[row]).value().first.value();
        CHECK(abs(difference) <= 0.01_dec);
        if (difference != 0) ++differing;
    }
    CHECK(differing == 9);
    sum_of(ministry_appraised);
    sum_of(ministry_survey);
}

TEST_CASE("the table of Tay Ninh reads as printed, with its percents") {
    sum_of(tayninh_maximum);
    sum_of(tayninh_score);
    sum_of(tayninh_percent);
    for (std::size_t row = 0; row < std::size(tayninh_score); ++row) {
        const decimal score = meaning_of(tayninh_score[row]) * 100;
        CHECK(divide(score, meaning_of(tayninh_maximum[row]), 2).value ==
              read_document_number(tayninh_percent[row]).value().first.value());
    }
}

TEST_CASE("the table of Dong Nai reads with dot and comma in one column") {
    sum_of(dongnai_score);
    CHECK(sum_of(dongnai_maximum) == 95.5_dec);
    sum_of(dongnai_percent);
    sum_of(dongnai_rank, number_kind::rank);
    const column_format maxima = infer_column(dongnai_maximum);
    CHECK(maxima.comma.decimal == 1);
    CHECK(maxima.dot.decimal == 2);
    CHECK(maxima.role_of(number_mark::comma) == mark_role::decimal);
    CHECK(maxima.role_of(number_mark::dot) == mark_role::decimal);
}

TEST_CASE("ranks with an index in parentheses read as printed") {
    for (const std::string_view cell : egovernment_index) {
        CAPTURE(cell);
        const document_number read = read_document_number(cell).value();
        const std::string_view rank = cell.substr(0, 2);
        CHECK(read.first.value() == meaning_of(rank.starts_with('0') ? rank.substr(1) : rank));
        REQUIRE(read.bracketed.has_value());
        CHECK(read.bracketed->value() == meaning_of(cell.substr(4, 5)));
    }
}

TEST_CASE("the table of Vinh Phuc reads and adds up as printed") {
    CHECK(sum_of(vinhphuc_total) == sum_of(vinhphuc_direct) + sum_of(vinhphuc_survey));
}
