#include "units.hpp"

#include "parindex/io/organization_file.hpp"

#include <fstream>
#include <iterator>

using namespace parindex_test;

namespace {

std::string son_la_text() {
    std::ifstream file(PARINDEX_SON_LA_DIR "/organization.json", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

organization_registry son_la() {
    return read_organization(son_la_text(), "organization.json").value();
}

constexpr std::string_view small = R"({"format": "parindex.organization/1", "name": "n", "units": [
  {"code": "A", "name": "Sở A", "kind": "department", "to": "2025-03-01"},
  {"code": "B", "name": "Sở B", "kind": "department", "from": "2025-03-01",
   "predecessors": [{"code": "A", "change": "merged"}]},
  {"code": "G", "name": "Các sở", "kind": "group", "members": ["A", "B"]}]})";

/// The findings on `small` with `from` replaced, one a line: "700 3:3 /units/1".
std::string findings_with(std::string_view from, std::string_view to) {
    std::string text(small);
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    const result<organization_registry> read = read_organization(text, "f");
    std::string out;
    if (read) return out;
    for (const diagnostic& each : read.error()) {
        if (!out.empty()) out += '\n';
        out += std::to_string(static_cast<int>(each.code)) + ' ' + std::to_string(each.where.line) + ':' +
               std::to_string(each.where.column) + ' ' + each.where.pointer;
    }
    return out;
}

}  // namespace

TEST_CASE("the units of the Sơn La plan are found under every name it prints") {
    const organization_registry registry = son_la();
    CHECK(registry.codes_assigned());
    for (const auto& [text, expected] : std::vector<std::pair<const char*, const char*>>{
             {"Văn phòng UBND tỉnh", "=VPUB"},
             {"cơ quan Văn phòng UBND tỉnh", "=VPUB"},
             {"Phòng TCHCQT", "=VPUB-TCHCQT"},
             {"TCHCQT", "=VPUB-TCHCQT"},
             {"Phòng Tổ chức - Hành chính - Quản trị", "=VPUB-TCHCQT"},
             {"phòng Tổ chức - Hành chính - Quản trị", "=VPUB-TCHCQT"},
             {"Trung tâm Thông tin", "=VPUB-TTTT"},
             {"Trung tâm phục vụ hành chính công tỉnh", "=VPUB-TTPVHCC"},
             {"Các phòng, ban, đơn vị trực thuộc Văn phòng", "=VPUB-PBDV"},
             {"các phòng, ban, đơn vị", "=VPUB-PBDV"},
             {"Các đơn vị sự nghiệp trực thuộc Văn phòng", "=VPUB-DVSN"},
             {"Sở Nội vụ", "=SNV"},
             {"UBND tỉnh", "=UBND"},
         }) {
        const auto& shown = text;  // clang 14 captures no structured binding
        CAPTURE(shown);
        CHECK(answer(registry, text) == expected);
    }
    const auto list = registry.split("Trung tâm Thông tin; Trung tâm Phục vụ Hành chính công.").value();
    REQUIRE(list.size() == 2);
    CHECK(list[0].match.found());
    CHECK(list[1].match.found());
}

TEST_CASE("the small register is read whole") {
    const organization_registry registry = read_organization(small, "f").value();
    CHECK(!registry.codes_assigned());
    CHECK(registry.name() == "n");
    CHECK(registry.at(1).from == day("2025-03-01"));
    CHECK(registry.predecessors(1).size() == 1);
    CHECK(registry.resolve(2).size() == 2);
}

TEST_CASE("errors of form and of content have their places and come together") {
    CHECK(findings_with("organization/1", "organization/2") == "212 1:12 /format");
    CHECK(findings_with("\"kind\": \"group\"", "\"kind\": \"nhóm\"") == "211 5:43 /units/2/kind");
    CHECK(findings_with("\"code\": \"B\", ", "") == "209 3:3 /units/1\n701 5:3 /units/2");
    CHECK(findings_with("\"kind\": \"group\"", "\"knid\": \"group\"") == "209 5:3 /units/2\n208 5:35 /units/2/knid");
    CHECK(findings_with("2025-03-01\"}", "2025-13-01\"}") == "153 2:61 /units/0/to");
    CHECK(findings_with("2025-03-01\"}", "2025-04-01\"}") == "705 4:21 /units/1/predecessors/0");
    CHECK(findings_with("2025-03-01\"}", "2025\"}") == "153 2:3 /units/0");
    CHECK(findings_with("{\"code\": \"A\", \"change\"", "{\"code\": \"X\", \"change\"") ==
          "701 4:21 /units/1/predecessors/0");
    CHECK(findings_with("[\"A\", \"B\"]", "[\"A\", 5]") == "210 5:69 /units/2/members/1");
    CHECK(findings_with("\"Sở B\"", "\"Sở A\", \"parent\": \"B\"") == "703 3:3 /units/1");
    CHECK(read_organization("[]", "f").error().front().code == error_code::wrong_type);
}
