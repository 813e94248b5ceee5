#include "units.hpp"

using namespace parindex_test;

namespace {

organization_registry office() {
    organization_unit division = unit("TCHCQT", "Phòng Tổ chức - Hành chính - Quản trị");
    division.short_name = "Phòng TCHCQT";
    return registered({
        division,
        unit("TTTT", "Trung tâm Thông tin"),
        unit("PVHCC", "Trung tâm Phục vụ Hành chính công"),
        unit("VP", "Văn phòng"),
        unit("STC", "Sở Tài chính"),
        unit("SVH", "Sở Văn hóa, Thể thao và Du lịch"),
        unit("TNMT", "Sở Tài nguyên và Môi trường"),
        unit("TN", "Sở Tài nguyên", "", "2003-01-01"),
        group_of("PBDV", "Các phòng, ban, đơn vị", {}),
        group_of("PBDVTT", "Các phòng, ban, đơn vị trực thuộc Văn phòng", {}),
    });
}

/// "TTTT@1 | PVHCC@22 | 'Phòng Lạ'@60": codes, or the text of what is not known, with columns.
std::string divided(std::string_view list, const name_query& query = {}) {
    const organization_registry registry = office();
    std::string out;
    const std::vector<listed_unit> entries = registry.split(list, query).value();
    for (const listed_unit& each : entries) {
        if (!out.empty()) out += " | ";
        if (each.match.status == lookup_status::unknown) {
            out += '\'' + each.match.text + '\'';
        } else {
            out += (each.match.found() ? "" : "?") + codes_of(registry, each.match);
        }
        out += '@' + std::to_string(each.column);
    }
    return out;
}

}  // namespace

TEST_CASE("the lists of the Sơn La plan are divided into its units") {
    CHECK(divided("Trung tâm Thông tin; Trung tâm Phục vụ Hành chính công.") == "TTTT@1 | PVHCC@22");
    CHECK(divided("Trung tâm Thông tin, Trung tâm Phục vụ Hành chính công.") == "TTTT@1 | PVHCC@22");
    CHECK(divided("Các phòng, ban, đơn vị trực thuộc Văn phòng.") == "PBDVTT@1");
    CHECK(divided("Các phòng, ban, đơn vị.") == "PBDV@1");
    CHECK(divided("phòng Tổ chức - Hành chính - Quản trị") == "TCHCQT@1");
    CHECK(divided("- Các phòng, ban, đơn vị;\n- Phòng TCHCQT, Văn phòng./.") == "PBDV@3 | TCHCQT@29 | VP@43");
}

TEST_CASE("the longest name comes first, and what it holds does not divide it") {
    CHECK(divided("Sở Văn hoá, thể thao và du lịch, Sở Tài chính") == "SVH@1 | STC@34");
    CHECK(divided("Sở Tài nguyên và Môi trường và Sở Tài chính") == "TNMT@1 | STC@32");
    CHECK(divided("Sở Tài chính, Các phòng, ban, đơn vị, Văn phòng") == "STC@1 | PBDV@15 | VP@39");
    CHECK(divided("Văn phòng và các phòng, ban, đơn vị") == "VP@1 | PBDV@14");
    CHECK(divided("Văn phòng, Trung tâm Thông tin và Phòng TCHCQT") == "VP@1 | TTTT@12 | TCHCQT@35");
}

TEST_CASE("a known name is not torn out of an unknown one") {
    CHECK(divided("Sở Tài chính và Kế hoạch") == "'Sở Tài chính và Kế hoạch'@1");
    CHECK(divided("Trung tâm Thông tin và Truyền thông; Văn phòng") ==
          "'Trung tâm Thông tin và Truyền thông'@1 | VP@38");
    CHECK(divided("Văn phòng Chính phủ") == "'Văn phòng Chính phủ'@1");
    CHECK(divided("Các phòng, ban, đơn vị khác") == "'Các phòng, ban, đơn vị khác'@1");
    CHECK(divided("Văn phòng và Văn phòng và Văn phòng khác") == "'Văn phòng và Văn phòng và Văn phòng khác'@1");
}

TEST_CASE("what is not known is handed back as it stands, with its place") {
    CHECK(divided("Phòng  Lạ; Văn phòng") == "'Phòng  Lạ'@1 | VP@12");
    CHECK(divided("Phòng Lạ, Văn phòng") == "'Phòng Lạ'@1 | VP@11");
    CHECK(divided("Phòng Lạ, Phòng Quen, Văn phòng") == "'Phòng Lạ, Phòng Quen'@1 | VP@23");
    CHECK(divided("Văn phòng; ; Phòng Lạ ; .") == "VP@1 | 'Phòng Lạ'@14");
    CHECK(divided("") == "");
    CHECK(divided(" ;.,- ") == "");
    const std::string list = "Văn phòng; Phòng Lạ (mới)";
    const std::vector<listed_unit> entries = office().split(list).value();
    const listed_unit& last = entries.back();
    CHECK(list.substr(last.offset, last.size) == "Phòng Lạ (mới)");
}

TEST_CASE("a list is divided as of a date") {
    CHECK(divided("Sở Tài nguyên; Văn phòng", {day("2002-01-01"), {}}) == "TN@1 | VP@16");
    CHECK(divided("Sở Tài nguyên; Văn phòng", {day("2022-01-01"), {}}) == "?TN@1 | VP@16");
}

TEST_CASE("a list that cannot be read is refused") {
    const organization_registry registry = office();
    CHECK(codes(registry.split(std::string(20'000, 'a')).error()) == std::vector{error_code::unit_list_too_long});
    const diagnostics invalid = registry.split("Văn phòng; \xFF").error();
    CHECK(codes(invalid) == std::vector{error_code::invalid_utf8});
    CHECK(invalid.front().where.column == 12);
}
