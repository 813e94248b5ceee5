#include "units.hpp"

using namespace parindex_test;

namespace {

/// "GTVT(merged,1) XD(merged,1)".
std::string origins(const organization_registry& registry, std::string_view code, std::string_view on) {
    std::string out;
    for (const unit_origin& each : registry.origins_on(index_of(registry, code), day(on))) {
        if (!out.empty()) out += ' ';
        out += registry.at(each.unit).code + '(' + std::string(to_string(each.change)) + ',' +
               std::to_string(each.steps) + ')';
    }
    return out;
}

/// "renamed A" or "merged".
std::string comparison(const organization_registry& registry, std::string_view code, int year) {
    const year_comparison found = registry.comparable_with_last_year(index_of(registry, code), year);
    CHECK(found.comparable() == (found.base == comparison_base::same || found.base == comparison_base::renamed));
    std::string out(to_string(found.base));
    if (found.last_year) out += ' ' + registry.at(*found.last_year).code;
    return out;
}

}  // namespace

TEST_CASE("the departments merged in 2025 have no single base, even under the name they kept") {
    const organization_registry registry = registered(merged_departments());
    CHECK(origins(registry, "XD2025", "2024-12-31") == "GTVT(merged,1) XD(merged,1)");
    CHECK(origins(registry, "NNMT", "2025-02-28") == "TNMT(merged,1) NN(merged,1)");
    CHECK(origins(registry, "XD2025", "2025-03-01") == "XD2025(renamed,0)");
    for (const char* code : {"XD2025", "TC2025", "NNMT", "KHCN2025", "NV2025"}) {
        CAPTURE(code);
        CHECK(comparison(registry, code, 2025) == "merged");
        CHECK(comparison(registry, code, 2026) == std::string("same ") + code);
        CHECK(comparison(registry, code, 2024) == "not_in_year");
    }
    CHECK(comparison(registry, "XD", 2025) == "same XD");  // its two months of 2025
    CHECK(comparison(registry, "XD", 2026) == "not_in_year");
    CHECK(comparison(registry, "TP", 2025) == "same TP");
    const auto& next = registry.successors(index_of(registry, "GTVT"));
    REQUIRE(next.size() == 1);
    CHECK(registry.at(next[0].unit).code == "XD2025");
    CHECK(next[0].change == unit_change::merged);
}

TEST_CASE("a renamed unit is compared with itself, over several renamings in one year too") {
    const organization_registry registry = registered({
        unit("A", "Sở Một", "2000-01-01", "2022-03-01"),
        successor(unit("B", "Sở Hai", "2022-03-01", "2022-09-01"), unit_change::renamed, {"A"}),
        successor(unit("C", "Sở Ba", "2022-09-01"), unit_change::renamed, {"B"}),
    });
    CHECK(comparison(registry, "B", 2022) == "renamed A");
    CHECK(comparison(registry, "C", 2022) == "renamed A");
    CHECK(comparison(registry, "C", 2023) == "same C");
    CHECK(comparison(registry, "A", 2000) == "created");
    CHECK(origins(registry, "C", "2001-01-01") == "A(renamed,2)");
    CHECK(origins(registry, "C", "1999-12-31") == "");
}

TEST_CASE("reorganised and split units have no base, and say why") {
    const organization_registry registry = registered({
        unit("A", "Trung tâm", "", "2022-03-01"),
        successor(unit("A2", "Trung tâm", "2022-03-01"), unit_change::reorganised, {"A"}),
        unit("P", "Sở Lớn"),
        successor(unit("Q", "Sở Nhỏ", "2022-07-01"), unit_change::split, {"P"}),
        successor(unit("R", "Sở Nhỏ mới", "2022-10-01"), unit_change::renamed, {"A3"}),
        successor(unit("A3", "Sở Giữa", "2022-07-01", "2022-10-01"), unit_change::reorganised, {"A4"}),
        unit("A4", "Sở Đầu", "2010-01-01", "2022-07-01"),
    });
    CHECK(comparison(registry, "A2", 2022) == "reorganised");
    CHECK(comparison(registry, "Q", 2022) == "split");
    CHECK(comparison(registry, "P", 2022) == "same P");
    CHECK(comparison(registry, "Q", 2023) == "same Q");
    CHECK(comparison(registry, "R", 2022) == "reorganised");  // the gravest change on the way
    CHECK(origins(registry, "R", "2021-12-31") == "A4(reorganised,2)");
}

TEST_CASE("a unit that several ways lead back to is one origin with the gravest change") {
    const organization_registry registry = registered({
        unit("A", "A", "2000-01-01", "2010-01-01"),
        successor(unit("B", "B", "2010-01-01", "2020-01-01"), unit_change::split, {"A"}),
        successor(unit("C", "C", "2010-01-01", "2015-01-01"), unit_change::split, {"A"}),
        successor(unit("D", "D", "2015-01-01", "2020-01-01"), unit_change::renamed, {"C"}),
        successor(unit("E", "E", "2020-01-01"), unit_change::merged, {"B", "D"}),
    });
    CHECK(origins(registry, "E", "2009-12-31") == "A(merged,2)");
    CHECK(origins(registry, "E", "2012-01-01") == "B(merged,1) C(merged,2)");
    CHECK(origins(registry, "E", "2016-01-01") == "B(merged,1) D(merged,1)");
}

TEST_CASE("a gap between a unit and its predecessor leaves no origin") {
    const organization_registry registry = registered({
        unit("A", "A", "2000-01-01", "2010-01-01"),
        successor(unit("B", "B", "2012-01-01"), unit_change::renamed, {"A"}),
    });
    CHECK(origins(registry, "B", "2011-01-01") == "");
    CHECK(comparison(registry, "B", 2012) == "created");
}

TEST_CASE("dates and units that cannot be asked about are refused") {
    const organization_registry registry = registered({unit("A", "A")});
    CHECK_THROWS_AS(static_cast<void>(registry.origins_on(0, day("2022"))), const error&);
    CHECK_THROWS_AS(static_cast<void>(registry.origins_on(1, day("2022-01-01"))), const error&);
    CHECK_THROWS_AS(static_cast<void>(registry.comparable_with_last_year(0, 1)), const error&);
    CHECK_THROWS_AS(static_cast<void>(registry.exists_on(0, date{})), const error&);
    CHECK(registry.exists_on(0, day("2022")));
}
