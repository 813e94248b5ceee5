#include "parindex/facts/fact.hpp"

#include "expectations.hpp"

#include <doctest/doctest.h>

using namespace parindex;
using namespace parindex::literals;
using parindex_test::in;
using parindex_test::r;

namespace {

fact_declaration declared(fact_kind kind, std::optional<decimal> least = {}, std::optional<decimal> most = {}) {
    fact_declaration out;
    out.name = "a";
    out.kind = kind;
    out.least = least;
    out.most = most;
    return out;
}

ratio day(int year, int month, int day_of_month) {
    return worth(date{year, month, day_of_month}, declared(fact_kind::date));
}

}  // namespace

TEST_CASE("the words of the kinds") {
    CHECK(to_string(fact_kind::count) == "count");
    CHECK(to_string(fact_kind::number) == "number");
    CHECK(to_string(fact_kind::percent) == "percent");
    CHECK(to_string(fact_kind::date) == "date");
    CHECK(to_string(fact_kind::yes_no) == "yes_no");
    CHECK(to_string(fact_kind::level) == "level");
}

TEST_CASE("names that a formula can read") {
    for (const char* name : {"a", "on_time", "a1", "maximum", "android", "note", "iff", "z_9"}) {
        CAPTURE(name);
        CHECK(is_fact_name(name));
    }
    CHECK(is_fact_name(std::string(64, 'a')));
    for (const char* name : {"", "A", "aB", "1a", "_a", "a-b", "a b", "a.b", "số", "and", "or", "not", "if", "min",
                             "max", "round", "floor", "ceil"}) {
        CAPTURE(name);
        CHECK_FALSE(is_fact_name(name));
    }
    CHECK_FALSE(is_fact_name(std::string(65, 'a')));
    CHECK_FALSE(is_fact_name(std::string_view("a\0", 2)));
}

TEST_CASE("values are printed in the strict forms") {
    CHECK(to_string(fact_value(7)) == "7");
    CHECK(to_string(fact_value(91.17_dec)) == "91.17");
    CHECK(to_string(fact_value(date{2022, 1, 20})) == "2022-01-20");
    CHECK(to_string(fact_value(true)) == "yes");
    CHECK(to_string(fact_value(false)) == "no");
    CHECK(to_string(fact_value(std::string("early"))) == "early");
}

TEST_CASE("a value that does not fit its declaration is named with what was expected") {
    const fact_declaration count = declared(fact_kind::count);
    CHECK(mismatch(7, count).empty());
    CHECK(mismatch(0, count).empty());
    CHECK(mismatch(7.00_dec, count).empty());
    CHECK(mismatch(2.5_dec, count) == "expected a whole number from 0, not 2.5");
    CHECK(mismatch(-1, count) == "expected a whole number from 0, not -1");
    CHECK(mismatch(true, count) == "expected a whole number from 0, not yes");
    CHECK(mismatch(std::string("7"), count) == "expected a whole number from 0, not \"7\"");

    const fact_declaration bounded = declared(fact_kind::count, decimal(2), decimal(5));
    CHECK(mismatch(2, bounded).empty());
    CHECK(mismatch(5, bounded).empty());
    CHECK(mismatch(1, bounded) == "expected a whole number from 2 up to 5, not 1");
    CHECK(mismatch(6, bounded) == "expected a whole number from 2 up to 5, not 6");

    CHECK(mismatch(-2.5_dec, declared(fact_kind::number)).empty());
    CHECK(mismatch(date{2022, 1, 20}, declared(fact_kind::number)) == "expected a number, not 2022-01-20");
    CHECK(mismatch(1.1_dec, declared(fact_kind::number, {}, decimal(1))) == "expected a number up to 1, not 1.1");
    CHECK(mismatch(100.5_dec, declared(fact_kind::percent, decimal(0), decimal(100))) ==
          "expected a percentage from 0 up to 100, not 100.5");
    CHECK(mismatch(-0.5_dec, declared(fact_kind::percent)).empty());

    const fact_declaration when = declared(fact_kind::date);
    CHECK(mismatch(date{2024, 2, 29}, when).empty());
    CHECK(mismatch(date{2022, 1, std::nullopt}, when) == "expected a complete date, not 2022-01");
    CHECK(mismatch(date{2023, 2, 29}, when) == "expected a complete date, not 2023-02-29");
    CHECK(mismatch(5, when) == "expected a complete date, not 5");

    CHECK(mismatch(false, declared(fact_kind::yes_no)).empty());
    CHECK(mismatch(1, declared(fact_kind::yes_no)) == "expected yes or no, not 1");
}

TEST_CASE("the code of a level is one of those declared") {
    fact_declaration level = declared(fact_kind::level);
    CHECK(mismatch(std::string("a"), level) == "expected the code of a level, of which there are none, not \"a\"");
    level.levels = {{"early", "sớm"}, {"late", ""}};
    CHECK(mismatch(std::string("late"), level).empty());
    CHECK(mismatch(std::string("lat"), level) ==
          "expected one of \"early\", \"late\", not \"lat\"; did you mean \"late\"?");
    CHECK(mismatch(std::string("sớm"), level) == "expected one of \"early\", \"late\", not \"sớm\"");
    CHECK(mismatch(3, level) == "expected one of \"early\", \"late\", not 3");
    level.levels.assign(1000, {"level", ""});
    CHECK(mismatch(std::string(100'000, 'x'), level).size() < 300);
    CHECK(mismatch(3, level).find("and 992 more, not 3") != std::string::npos);
}

TEST_CASE("what values are worth") {
    CHECK(worth(7, declared(fact_kind::count)) == 7);
    CHECK(worth(2.5_dec, declared(fact_kind::number)) == r("5/2"));
    CHECK(worth(91.17_dec, declared(fact_kind::percent)) == r("0.9117"));
    CHECK(worth(true, declared(fact_kind::yes_no)) == 1);
    CHECK(worth(false, declared(fact_kind::yes_no)) == 0);
}

TEST_CASE("days are counted by the Gregorian calendar") {
    CHECK(day(1, 1, 1) == 0);
    CHECK(day(1970, 1, 1) == 719162);  // as Python's date.toordinal() - 1
    CHECK(day(9999, 12, 31) == 3652058);
    CHECK(day(2024, 3, 1) - day(2024, 2, 28) == 2);
    CHECK(day(2023, 3, 1) - day(2023, 2, 28) == 1);
    CHECK(day(2000, 3, 1) - day(2000, 2, 28) == 2);
    CHECK(day(1900, 3, 1) - day(1900, 2, 28) == 1);
    CHECK(day(2021, 1, 1) - day(2020, 1, 1) == 366);
    // Each day is one more than the day before it.
    ratio previous = day(1895, 12, 31);
    for (int year = 1896; year <= 2004; ++year) {
        for (int month = 1; month <= 12; ++month) {
            for (int each = 1; each <= days_in_month(year, month); ++each) {
                const ratio next = day(year, month, each);
                REQUIRE(next - previous == 1);
                previous = next;
            }
        }
    }
}

TEST_CASE("what a fact may be worth while it is missing") {
    CHECK(attainable(declared(fact_kind::count)) == in("0.."));
    CHECK(attainable(declared(fact_kind::count, decimal(2), decimal(9))) == in("2..9"));
    CHECK(attainable(declared(fact_kind::number)) == range());
    CHECK(attainable(declared(fact_kind::number, {}, 2.5_dec)) == in("..5/2"));
    CHECK(attainable(declared(fact_kind::percent)) == range());
    CHECK(attainable(declared(fact_kind::percent, decimal(0), decimal(100))) == in("0..1"));
    CHECK(attainable(declared(fact_kind::yes_no)) == in("0..1"));
    CHECK(attainable(declared(fact_kind::date)) == in("0..3652058"));
    CHECK(attainable(declared(fact_kind::level)) == range());
}
