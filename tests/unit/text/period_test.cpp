#include "parindex/text/period.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace parindex;

namespace {

std::string span_of(const period& value) {
    const auto first = value.first_day();
    const auto last = value.last_day();
    if (!first || !last) return first.has_value() == last.has_value() ? "unknown" : "INCONSISTENT";
    return to_iso_string(*first) + ".." + to_iso_string(*last);
}

}  // namespace

TEST_CASE("a period has a first and a last day once its year is known") {
    CHECK(span_of({period_kind::year, 2024, {}, {}, {}}) == "2024-01-01..2024-12-31");
    CHECK(span_of({period_kind::half_year, 2023, 1, {}, {}}) == "2023-01-01..2023-06-30");
    CHECK(span_of({period_kind::half_year, 2023, 2, {}, {}}) == "2023-07-01..2023-12-31");
    CHECK(span_of({period_kind::quarter, 2023, 2, {}, {}}) == "2023-04-01..2023-06-30");
    CHECK(span_of({period_kind::quarter, 2023, 4, {}, {}}) == "2023-10-01..2023-12-31");
    CHECK(span_of({period_kind::month, 2024, {}, 2, {}}) == "2024-02-01..2024-02-29");
    CHECK(span_of({period_kind::day, 2022, {}, 1, 20}) == "2022-01-20..2022-01-20");

    CHECK(span_of({period_kind::half_year, {}, 2, {}, {}}) == "unknown");
    CHECK(span_of({period_kind::day, 2022, {}, {}, {}}) == "unknown");
    CHECK(span_of({period_kind::day, 2022, {}, 1, {}}) == "unknown");
    CHECK(span_of({period_kind::day, 2023, {}, 2, 29}) == "unknown");
    CHECK(span_of({period_kind::quarter, 2023, 5, {}, {}}) == "unknown");
    CHECK(span_of({period_kind::half_year, 2023, 0, {}, {}}) == "unknown");
    CHECK(span_of({period_kind::month, 2023, {}, 13, {}}) == "unknown");
    CHECK(span_of({period_kind::year, 0, {}, {}, {}}) == "unknown");
}

TEST_CASE("a period is printed as documents name it") {
    CHECK(period{period_kind::year, 2024, {}, {}, {}}.print() == "năm 2024");
    CHECK(period{period_kind::half_year, 2023, 1, {}, {}}.print() == "6 tháng đầu năm 2023");
    CHECK(period{period_kind::half_year, {}, 2, {}, {}}.print() == "6 tháng cuối năm");
    CHECK(period{period_kind::quarter, 2023, 2, {}, {}}.print() == "quý II/2023");
    CHECK(period{period_kind::quarter, {}, 4, {}, {}}.print() == "quý IV");
    CHECK(period{period_kind::month, 2023, {}, 9, {}}.print() == "tháng 9/2023");
    CHECK(period{period_kind::month, {}, {}, 9, {}}.print() == "tháng 9");
    CHECK(period{period_kind::day, 2022, {}, 1, 20}.print() == "20/01/2022");
    CHECK(period{period_kind::day, {}, {}, 11, 30}.print() == "30/11");
    CHECK(period{period_kind::day, 2022, {}, {}, {}}.print() == "ngày   tháng   năm 2022");
}
