#include "units.hpp"

using namespace parindex_test;

namespace {

organization_registry office() {
    organization_unit division = unit("TCHCQT", "Phòng Tổ chức - Hành chính - Quản trị");
    division.short_name = "Phòng TCHCQT";
    division.aliases = {"TCHC-QT"};
    return registered({
        division,
        unit("HB", "Tỉnh Hòa Bình"),
        unit("UB", "Ủy ban nhân dân tỉnh"),
        unit("DB", "Đắk Lắk"),
        group_of("PBDV", "Các phòng, ban, đơn vị", {"TCHCQT"}),
    });
}

/// How a name was matched: "" exactly, "unknown" not at all.
std::string differences(std::string_view text) {
    const name_lookup found = office().look_up(text);
    return found.found() ? to_string(found.candidates.front().differences) : "unknown";
}

}  // namespace

TEST_CASE("a unit is found by code, official name, short name and alias") {
    const organization_registry registry = office();
    for (const auto& [text, kind] : std::vector<std::pair<const char*, name_kind>>{
             {"TCHCQT", name_kind::code},
             {"Phòng Tổ chức - Hành chính - Quản trị", name_kind::official},
             {"Phòng TCHCQT", name_kind::short_name},
             {"TCHC-QT", name_kind::alias},
         }) {
        const auto& shown = text;  // clang 14 captures no structured binding
        CAPTURE(shown);
        const name_lookup found = registry.look_up(text);
        REQUIRE(found.found());
        CHECK(registry.at(found.unit()).code == "TCHCQT");
        CHECK(found.candidates.front().kind == kind);
        CHECK(found.candidates.front().name == text);
        CHECK(!found.is_fallback());
        CHECK(!registry.explain(found).has_value());
    }
}

TEST_CASE("small differences are ignored as a fallback that says what differs") {
    for (const auto& [text, expected] : std::vector<std::pair<const char*, const char*>>{
             {"phòng Tổ chức - Hành chính - Quản trị", "letter case"},
             {"PHÒNG TỔ CHỨC - HÀNH CHÍNH - QUẢN TRỊ", "letter case"},
             {"Phòng Tổ chức-Hành chính-Quản trị", "hyphens"},
             {"Phòng Tổ chức – Hành chính – Quản trị", "hyphens"},
             {"Phòng  Tổ chức - Hành chính - Quản trị", "spacing"},
             {"Phòng\u00A0Tổ chức - Hành chính - Quản trị", "spacing"},
             {"Phòng Tổ\u200B chức - Hành chính - Quản trị", "spacing"},
             {"Các phòng,ban , đơn vị", "spacing"},
             {"- Các phòng, ban, đơn vị;", "punctuation"},
             {"phòng  Tổ chức-Hành chính - Quản trị.", "letter case, spacing, hyphens, punctuation"},
             {"Tỉnh Hoà Bình", "tone placement"},
             {"TỈNH HOÀ BÌNH", "letter case, tone placement"},
             {"Uỷ ban nhân dân tỉnh", "tone placement"},
             {"\u00D0ắk Lắk", "look-alike letters"},
             {"\u0110\u0103\u0301k L\u0103\u0301k", ""},  // accents typed on their own are the same text
         }) {
        const auto& shown = text;  // clang 14 captures no structured binding
        CAPTURE(shown);
        CHECK(differences(text) == expected);
    }
}

TEST_CASE("accents and missing letters are never ignored") {
    for (const char* text : {"Phong TCHCQT", "Tỉnh Hóa Bình", "Tỉnh Hoa Bình", "PhòngTCHCQT", "Các phòng ban đơn vị",
                             "tchcqt", "", " ", ";", "Tỉnh", "Đăk Lăk"}) {
        CAPTURE(text);
        CHECK(differences(text) == "unknown");
    }
    CHECK(differences("\xFF") == "unknown");
    CHECK(differences(std::string(5000, 'a')) == "unknown");
}

TEST_CASE("an exact name comes before one that is only alike") {
    const organization_registry registry = registered({
        unit("A", "Phòng Tổ chức", "2020-01-01", "2022-01-01"),
        unit("B", "Phòng tổ chức", "2022-01-01"),
    });
    CHECK(answer(registry, "Phòng tổ chức") == "=B");
    CHECK(answer(registry, "phòng tổ chức") == "?A B");
    CHECK(answer(registry, "phòng tổ chức", {day("2021-05-05"), {}}) == "=A");
    // The date rules the exact one out.
    CHECK(answer(registry, "Phòng tổ chức", {day("2021-05-05"), {}}) == "=A");
    CHECK(registry.look_up("Phòng tổ chức", {day("2021-05-05"), {}}).is_fallback());
}

TEST_CASE("a name that two units bore one after the other is ambiguous unless a date decides") {
    const organization_registry registry = registered(merged_departments());
    CHECK(answer(registry, "Sở Nội vụ") == "?NV NV2025");
    CHECK(answer(registry, "Sở Nội vụ", {day("2025-02-28"), {}}) == "=NV");
    CHECK(answer(registry, "Sở Nội vụ", {day("2025-03-01"), {}}) == "=NV2025");
    CHECK(answer(registry, "Sở Nội vụ", {day("2024"), {}}) == "=NV");
    CHECK(answer(registry, "Sở Nội vụ", {day("2025-02"), {}}) == "=NV");
    CHECK(answer(registry, "Sở Nội vụ", {day("2025-03"), {}}) == "=NV2025");
    // A draft with a blank day and month: both may be meant.
    CHECK(answer(registry, "Sở Nội vụ", {day("2025"), {}}) == "?NV NV2025");
    CHECK(answer(registry, "Sở Giao thông vận tải", {day("2025-03-01"), {}}) == "!GTVT");
    CHECK(answer(registry, "Sở Giao thông vận tải") == "=GTVT");
    CHECK_THROWS_AS(static_cast<void>(registry.look_up("Sở Nội vụ").unit()), const error&);
    CHECK_THROWS_AS(static_cast<void>(registry.look_up("Sở Nội vụ", {date{2025, 13, {}}, {}})), const error&);
}

TEST_CASE("units of different parents may share a name, and the parent decides") {
    const organization_registry registry = registered({
        unit("MC", "Huyện Mộc Châu"),
        unit("YC", "Huyện Yên Châu"),
        below("MC", unit("MC1", "Xã Tân Lập")),
        below("YC", unit("YC1", "Xã Tân Lập")),
        below("MC1", unit("MC11", "Bản Dọi")),
    });
    CHECK(answer(registry, "Xã Tân Lập") == "?MC1 YC1");
    CHECK(answer(registry, "Xã Tân Lập", {{}, registry.find("YC")}) == "=YC1");
    CHECK(answer(registry, "Xã Tân Lập", {{}, registry.find("MC11")}) == "!MC1 YC1");
    CHECK(answer(registry, "Bản Dọi", {{}, registry.find("MC")}) == "=MC11");
    CHECK(registry.is_within(index_of(registry, "MC11"), index_of(registry, "MC")));
    CHECK(registry.is_within(index_of(registry, "MC"), index_of(registry, "MC")));
    CHECK(!registry.is_within(index_of(registry, "MC"), index_of(registry, "MC1")));
    CHECK(!registry.is_within(index_of(registry, "YC1"), index_of(registry, "MC")));
    CHECK_THROWS_AS(static_cast<void>(registry.look_up("Xã Tân Lập", {{}, 99})), const error&);
}

TEST_CASE("a look-up is explained to a person") {
    const organization_registry registry = registered(merged_departments());
    const auto explained = [&](const char* text, const name_query& query = {}) {
        const auto finding = registry.explain(registry.look_up(text, query));
        return finding ? finding->message : "";
    };
    CHECK(explained("Sở Tư pháp").empty());
    CHECK(explained("sở Tư pháp") ==
          "\"sở Tư pháp\" was taken for \"Sở Tư pháp\", unit \"TP\"; they differ in letter case");
    CHECK(explained("Sở Nội vụ") ==
          "\"Sở Nội vụ\" may be any of the units \"NV\" (until before 2025-03-01), \"NV2025\" (from 2025-03-01)");
    CHECK(explained("Sở Giao thông vận tải", {day("2026-01-01"), {}}) ==
          "\"Sở Giao thông vận tải\" did not exist then and there; the register knows \"GTVT\" (until before "
          "2025-03-01)");
    CHECK(explained("Sở Tư phap") == "\"Sở Tư phap\" is no unit of the register; did you mean \"Sở Tư pháp\"?");
    CHECK(explained("Hoàn toàn khác hẳn") == "\"Hoàn toàn khác hẳn\" is no unit of the register");
    CHECK(registry.explain(registry.look_up("sở Tư pháp"))->code == error_code::name_matched_loosely);
    CHECK(registry.explain(registry.look_up("sở Tư pháp"))->level == severity::note);
    CHECK(registry.explain(registry.look_up("Sở Nội vụ"))->code == error_code::ambiguous_unit);
    CHECK(registry.explain(registry.look_up("Sở"))->code == error_code::unknown_unit);
    CHECK(registry.explain(registry.look_up("Sở"))->level == severity::warning);
}
