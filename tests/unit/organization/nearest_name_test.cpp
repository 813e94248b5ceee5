#include "units.hpp"

using namespace parindex_test;

namespace {

/// "name@distance" of the nearest ones.
std::string nearest(std::string_view text, std::size_t count = 1) {
    organization_unit division = unit("TCHCQT", "Phòng Tổ chức - Hành chính - Quản trị");
    division.short_name = "Phòng TCHCQT";
    const organization_registry registry = registered({
        division,
        unit("TTTT", "Trung tâm Thông tin"),
        unit("TTPV", "Trung tâm Phục vụ Hành chính công"),
        unit("SNV", "Sở Nội vụ"),
        unit("SNG", "Sở Ngoại vụ"),
        unit("STC", "Sở Tài chính"),
    });
    std::string out;
    for (const nearest_name& each : registry.nearest(text, count)) {
        if (!out.empty()) out += ' ';
        out += each.name + '@' + std::to_string(each.distance);
    }
    return out;
}

}  // namespace

TEST_CASE("the nearest names of an unknown one are found") {
    CHECK(nearest("Trung tâm Thôg tin") == "Trung tâm Thông tin@1");
    CHECK(nearest("Trung tâm Thông tinn tỉnh") == "Trung tâm Thông tin@6");
    CHECK(nearest("Phòng TCHCQ") == "Phòng TCHCQT@1");
    CHECK(nearest("Sở Nội vụ tỉnh") == "");
    CHECK(nearest("Phòng Tổ chức, Hành chính, Quản trị") == "Phòng Tổ chức - Hành chính - Quản trị@4");
    CHECK(nearest("SNX") == "SNG@1");
    CHECK(nearest("Sở Ni vụ", 9) == "Sở Nội vụ@1");
    CHECK(nearest("Sở Ngội vụ", 9) == "Sở Nội vụ@1 Sở Ngoại vụ@1");
}

TEST_CASE("a name typed without accents is recognised, and accents decide between equals") {
    CHECK(nearest("Phong To chuc - Hanh chinh - Quan tri") == "Phòng Tổ chức - Hành chính - Quản trị@0");
    CHECK(nearest("So Noi vu") == "Sở Nội vụ@0");
    CHECK(nearest("Sơ Tai chinh") == "Sở Tài chính@0");
}

TEST_CASE("a name like no other has no nearest, and neither has an unreadable one") {
    CHECK(nearest("Ủy ban nhân dân tỉnh Hải Dương") == "");
    CHECK(nearest("") == "");
    CHECK(nearest("\xC3") == "");
    CHECK(nearest("Sở Nội vụ", 0) == "");
    CHECK(nearest(std::string(600, 'x')) == "");
}
