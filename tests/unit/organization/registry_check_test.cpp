#include "units.hpp"

#include "parindex/support/limits.hpp"

using namespace parindex_test;

namespace {

using found = std::vector<error_code>;

organization_unit named(std::string alias) {
    organization_unit out = unit("A", "Sở A");
    out.aliases = {std::move(alias)};
    return out;
}

}  // namespace

TEST_CASE("the departments before and after the mergers of 2025 are a sound register") {
    CHECK(listed(refused(merged_departments())).empty());
    CHECK(registered({}).units().empty());
}

TEST_CASE("units without code or name and codes used twice are refused") {
    CHECK(codes(refused({unit("", "Sở A")})) == found{error_code::unnamed_unit});
    CHECK(codes(refused({unit("A", "")})) == found{error_code::unnamed_unit});
    CHECK(codes(refused({unit("A", " - ")})) == found{error_code::unnamed_unit});
    CHECK(codes(refused({named("")})) == found{error_code::unnamed_unit});
    CHECK(codes(refused({unit("A", "Sở A"), unit("A", "Sở B")})) == found{error_code::duplicate_unit});
    CHECK(codes(refused({unit("A", "\xFF")})) == found{error_code::invalid_utf8});
    // One in normal form C and one typed with marks of its own are one code.
    CHECK(codes(refused({unit("\u0110\u00D4", "Sở A"), unit("\u0110O\u0302", "Sở B")})) ==
          found{error_code::duplicate_unit});
}

TEST_CASE("one name for two units of one parent at one time is refused") {
    constexpr error_code ambiguous = error_code::ambiguous_unit;
    CHECK(codes(refused({unit("A", "Sở"), unit("B", "Sở")})) == found{ambiguous});
    CHECK(codes(refused({unit("A", "Sở"), unit("B", "sở ")})) == found{ambiguous});
    CHECK(codes(refused({unit("A", "Sở", "", "2020-01-02"), unit("B", "Sở", "2020-01-01")})) == found{ambiguous});
    CHECK(codes(refused({unit("A", "Sở", "", "2020-01-01"), unit("B", "Sở", "2020-01-01")})).empty());
    CHECK(codes(refused({unit("B", "Sở B"), named("Sở B")})) == found{ambiguous});
    CHECK(codes(refused({unit("P", "P"), below("P", unit("A", "Phòng")), unit("B", "Phòng")})).empty());
    // A long-lived unit hides behind a short-lived one that began after it.
    CHECK(codes(refused({unit("A", "Sở", "2000-01-01"), unit("B", "Sở", "2001-01-01", "2002-01-01"),
                         unit("C", "Sở", "2010-01-01")})) == found{ambiguous, ambiguous});
    // A name that is a code would be found as the other unit.
    CHECK(codes(refused({unit("A", "Sở A"), unit("B", "A")})) == found{ambiguous});
    // A unit may bear its own code as a name, and one name twice.
    CHECK(codes(refused({unit("A", "A")})).empty());
    CHECK(codes(refused({named("sở A")})).empty());
}

TEST_CASE("codes that no unit has are refused wherever they stand") {
    constexpr error_code unknown = error_code::unknown_unit;
    CHECK(codes(refused({below("X", unit("A", "Sở A"))})) == found{unknown});
    CHECK(codes(refused({group_of("A", "Các sở", {"X", "Y"})})) == found{unknown, unknown});
    CHECK(codes(refused({successor(unit("A", "Sở A", "2020-01-01"), unit_change::merged, {"X"})})) == found{unknown});
}

TEST_CASE("cycles are refused") {
    constexpr error_code cycle = error_code::unit_cycle;
    CHECK(codes(refused({below("A", unit("A", "Sở A"))})) == found{cycle});
    CHECK(codes(refused({below("B", unit("A", "Sở A")), below("A", unit("B", "Sở B"))})) == found{cycle});
    CHECK(codes(refused({group_of("A", "Nhóm A", {"B"}), group_of("B", "Nhóm B", {"A"})})) == found{cycle});
    CHECK(codes(refused({successor(unit("A", "Sở A", "2020-01-01"), unit_change::merged, {"A"})})) == found{cycle});
    CHECK(count(refused({successor(unit("A", "Sở A", "2020-01-01"), unit_change::split, {"B"}),
                         successor(unit("B", "Sở B", "2021-01-01"), unit_change::split, {"A"})}),
                cycle) == 1);
    // Two ways to one member are no cycle.
    CHECK(
        codes(refused({group_of("A", "Nhóm A", {"B", "C"}), group_of("B", "Nhóm B", {"C"}), unit("C", "C")})).empty());
}

TEST_CASE("validity and the dates of changes must fit") {
    const auto after = [](std::string_view from, unit_change change) {
        return successor(unit("B", "Sở B", from), change, {"A"});
    };
    constexpr error_code overlaps = error_code::predecessor_overlaps;
    CHECK(codes(refused({unit("A", "A", "2021-01-01", "2020-01-01")})) == found{error_code::validity_reversed});
    CHECK(codes(refused({unit("A", "A", "2020-01-01", "2020-01-01")})) == found{error_code::validity_reversed});
    CHECK(codes(refused({unit("A", "A", "2020")})) == found{error_code::invalid_date});
    for (const unit_change change : {unit_change::merged, unit_change::renamed, unit_change::reorganised}) {
        CHECK(codes(refused({unit("A", "A", "", "2020-01-02"), after("2020-01-01", change)})) == found{overlaps});
        CHECK(codes(refused({unit("A", "A"), after("2020-01-01", change)})) == found{overlaps});
        CHECK(codes(refused({unit("A", "A", "", "2020-01-01"), after("2020-01-01", change)})).empty());
    }
    CHECK(codes(refused({unit("A", "A"), after("2020-01-01", unit_change::split)})).empty());
    CHECK(codes(refused({unit("A", "A", "2020-01-01"), after("2020-01-01", unit_change::split)})) == found{overlaps});
    CHECK(codes(refused({unit("A", "A", "", "2020-01-01"), after("", unit_change::merged)})) ==
          found{error_code::undated_change});
    // What is known to be wrong is said once.
    CHECK(codes(refused({unit("A", "A", "2022-01-01", "2021-01-01"), after("2020-01-01", unit_change::merged)})) ==
          found{error_code::validity_reversed});
}

TEST_CASE("a renaming is one to one, and members belong to groups") {
    constexpr error_code invalid = error_code::invalid_change;
    const auto ended = [](const char* code) { return unit(code, code, "", "2020-01-01"); };
    const auto begun = [](const char* code, unit_change change, const std::vector<std::string>& formers) {
        return successor(unit(code, code, "2020-01-01"), change, formers);
    };
    CHECK(codes(refused({ended("A"), ended("B"), begun("C", unit_change::renamed, {"A", "B"})})) ==
          found{invalid, invalid});
    CHECK(codes(refused({ended("A"), begun("B", unit_change::renamed, {"A"}),
                         begun("C", unit_change::merged, {"A"})})) == found{invalid});
    CHECK(codes(refused({ended("A"), begun("B", unit_change::renamed, {"A"}), begun("C", unit_change::split, {"A"})}))
              .empty());
    CHECK(codes(refused({ended("A"), begun("B", unit_change::merged, {"A", "A"})})) == found{invalid});
    organization_unit no_group = group_of("A", "A", {"B", "B"});
    no_group.kind = unit_kind::division;
    CHECK(codes(refused({no_group, unit("B", "B")})) ==
          found{error_code::invalid_members, error_code::invalid_members});
}

TEST_CASE("every limit of a register has an error of its own") {
    CHECK(codes(refused({unit("A", std::string(limits::unit_name_bytes + 1, 'a'))})) ==
          found{error_code::unit_name_too_long});
    CHECK(codes(refused({unit("A", std::string(limits::unit_name_bytes, 'a'))})).empty());
    organization_unit many = unit("A", "A");
    for (std::size_t alias = 0; alias + 2 < limits::unit_names; ++alias)
        many.aliases.push_back("a" + std::to_string(alias));
    CHECK(codes(refused({many})).empty());
    many.aliases.emplace_back("one more");
    CHECK(codes(refused({many})) == found{error_code::too_many_unit_names});
    const organization_unit wide = group_of("A", "A", std::vector<std::string>(limits::unit_links + 1, "B"));
    CHECK(refused({wide, unit("B", "B")}).front().code == error_code::too_many_unit_links);
    CHECK(codes(refused(std::vector<organization_unit>(limits::units + 1))) == found{error_code::too_many_units});
}

TEST_CASE("everything wrong with a register is said at once") {
    organization_unit reversed = unit("A", "Sở A", "2021-01-01", "2020-01-01");
    reversed.parent = "X";
    CHECK(codes(refused({reversed, unit("A", ""), group_of("G", "Nhóm", {"G"})})) ==
          found{error_code::unnamed_unit, error_code::duplicate_unit, error_code::validity_reversed,
                error_code::unknown_unit, error_code::unit_cycle});
}

TEST_CASE("groups stand for their members") {
    const organization_registry registry = registered({
        group_of("G", "Các phòng, ban, đơn vị", {"B", "H", "A"}),
        group_of("H", "Các ban", {"C", "B"}),
        unit("A", "Phòng A"),
        unit("B", "Ban B"),
        unit("C", "Ban C"),
        group_of("E", "Các đơn vị khác", {}),
    });
    const auto resolved = [&](const char* code) {
        std::string out;
        for (const std::size_t each : registry.resolve(index_of(registry, code))) out += registry.at(each).code;
        return out;
    };
    CHECK(resolved("G") == "BCA");
    CHECK(resolved("H") == "CB");
    CHECK(resolved("A") == "A");
    CHECK(resolved("E") == "");
    CHECK(registry.members(index_of(registry, "G")).size() == 3);
    CHECK(!registry.parent(0).has_value());
    CHECK(!registry.find("X").has_value());
    CHECK_THROWS_AS(static_cast<void>(registry.at(6)), const error&);
}
