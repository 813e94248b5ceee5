#include "parindex/text/date.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace parindex;

namespace {

constexpr date day_of(int year, int month, int day) {
    return {year, month, day};
}

}  // namespace

TEST_CASE("the calendar knows its leap years") {
    static_assert(day_of(2024, 2, 29).is_valid());
    static_assert(!day_of(2023, 2, 29).is_valid());
    static_assert(day_of(2000, 2, 29).is_valid());
    static_assert(!day_of(1900, 2, 29).is_valid());
    static_assert(!day_of(2022, 4, 31).is_valid());
    static_assert(!day_of(2022, 13, 1).is_valid());
    static_assert(!day_of(2022, 0, 1).is_valid());
    static_assert(!day_of(2022, 1, 0).is_valid());
    static_assert(!day_of(0, 1, 1).is_valid());
    static_assert(!day_of(10000, 1, 1).is_valid());
    static_assert(date{2022, {}, {}}.is_valid());
    static_assert(date{2022, 1, {}}.is_valid());
    static_assert(!date{2022, {}, 1}.is_valid());
    static_assert(days_in_month(2022, 0) == 0 && days_in_month(2022, 13) == 0);
    int days = 0;
    for (int month = 1; month <= 12; ++month) days += days_in_month(2023, month);
    CHECK(days == 365);
}

TEST_CASE("dates in ISO form are read and written") {
    for (const char* text : {"2022-01-20", "2022-01", "2022", "0001-01-01", "9999-12-31", "2024-02-29"}) {
        const parsed_date read = parse_iso_date(text);
        CHECK(read.ok());
        CHECK(read.value.is_valid());
        CHECK(to_iso_string(read.value) == text);
    }
    struct entry {
        const char* text;
        std::size_t position;
    };
    for (const entry& wrong :
         {entry{"", 0}, entry{"22", 2}, entry{"2022-", 5}, entry{"2022-1", 6}, entry{"2022-13", 5}, entry{"2022-00", 5},
          entry{"2022-02-29", 8}, entry{"2022-01-00", 8}, entry{"2022-01-2", 9}, entry{"2022-01-200", 10},
          entry{"2022/01/20", 4}, entry{"20/01/2022", 2}, entry{"0000", 0}, entry{"20220", 4}, entry{" 2022", 0},
          entry{"2022 ", 4}, entry{"-022", 0}, entry{"2022-01-20T00:00", 10}}) {
        CAPTURE(wrong.text);
        const parsed_date read = parse_iso_date(wrong.text);
        CHECK(read.code == error_code::invalid_date);
        CHECK(read.position == wrong.position);
        CHECK(std::string(read.expected) != "");
    }
}

TEST_CASE("dates are ordered as far as they are known") {
    CHECK(day_of(2022, 1, 20) < day_of(2022, 1, 21));
    CHECK(day_of(2022, 1, 31) < day_of(2022, 2, 1));
    CHECK(day_of(2021, 12, 31) < day_of(2022, 1, 1));
    CHECK(day_of(2022, 1, 20) == day_of(2022, 1, 20));
    CHECK(day_of(2022, 1, 20) <= day_of(2022, 1, 20));
    const date year{2022, {}, {}};
    const date month{2022, 1, {}};
    CHECK(year == year);
    CHECK(year <= year);
    CHECK((year <=> day_of(2022, 1, 20)) == std::partial_ordering::unordered);
    CHECK((month <=> day_of(2022, 1, 20)) == std::partial_ordering::unordered);
    CHECK(month < day_of(2022, 2, 1));
    CHECK(year > day_of(2021, 12, 31));
}

TEST_CASE("dates are printed with the zeros of the decree") {
    CHECK(print_date(day_of(2022, 1, 20)) == "20/01/2022");
    CHECK(print_date(day_of(2016, 9, 5)) == "05/9/2016");
    CHECK(print_date(day_of(2017, 10, 25)) == "25/10/2017");
    CHECK(print_date(day_of(2022, 2, 14)) == "14/02/2022");
    CHECK(print_date(day_of(2022, 3, 1)) == "01/3/2022");
    CHECK(print_date({2022, 1, {}}) == "01/2022");
    CHECK(print_date({2022, {}, {}}) == "2022");
    CHECK(print_long_date(day_of(2022, 1, 20)) == "ngày 20 tháng 01 năm 2022");
    CHECK(print_long_date(day_of(2022, 1, 5)) == "ngày 05 tháng 01 năm 2022");
    CHECK(print_long_date(day_of(2022, 9, 5)) == "ngày 05 tháng 9 năm 2022");
    CHECK(print_long_date({2022, {}, {}}) == "ngày   tháng   năm 2022");
    CHECK(print_long_date({2022, 1, {}}) == "ngày   tháng 01 năm 2022");
    CHECK(print_long_date({2022, {}, {}}, " ") == "ngày tháng năm 2022");
    CHECK(print_long_date({2022, {}, {}}, " ... ") == "ngày ... tháng ... năm 2022");
}
