#include "units.hpp"

#include "parindex/io/organization_file.hpp"

using namespace parindex_test;

// A cost that grows with the square of these sizes would run into the time limit of the test run.
namespace {

std::string commune(int number) {
    return "Xã số " + std::to_string(number) + " thuộc huyện " + std::to_string(number % 100);
}

}  // namespace

TEST_CASE("ten thousand units are read, and ten thousand names looked up") {
    constexpr int many = 10'000;
    std::string json = R"({"format": "parindex.organization/1", "name": "communes", "units": [)";
    for (int number = 0; number < many; ++number) {
        json += (number == 0 ? "" : ",\n") + std::string("{\"code\": \"X") + std::to_string(number) +
                "\", \"name\": \"" + commune(number) + "\", \"kind\": \"commune\", \"aliases\": [\"X. " +
                std::to_string(number) + "\"]" +
                (number == 0 ? "" : ", \"parent\": \"X" + std::to_string(number - 1) + '"') + '}';
    }
    json += "]}";
    const organization_registry registry = read_organization(json, "f").value();
    int found = 0;
    for (int number = 0; number < many; ++number) {
        found += registry.look_up("xã  số " + commune(number).substr(9), {{}, 0}).found() ? 1 : 0;
    }
    CHECK(found == many);
    std::string list;
    for (int number = 0; number < 400; ++number) list += commune(number) + ", ";
    CHECK(registry.split(list).value().size() == 400);
    CHECK(registry.nearest("Xã số 77x thuộc huyện 77").size() == 3);
}

TEST_CASE("a long history and a hostile list come to an end") {
    constexpr int many = 2'000;
    std::vector<organization_unit> units;
    units.push_back(unit("U0", "a", "1001-01-01", "1002-01-01"));
    for (int number = 1; number < many; ++number) {
        const std::string from = std::to_string(1001 + number) + "-01-01";
        const std::string to = std::to_string(1002 + number) + "-01-01";
        units.push_back(successor(unit("U" + std::to_string(number), "a", from, to), unit_change::renamed,
                                  {"U" + std::to_string(number - 1)}));
    }
    units.push_back(unit("V", "a và a và a"));
    const organization_registry registry = registered(units);
    const auto origins = registry.origins_on(many - 1, day("1001-05-05"));
    REQUIRE(origins.size() == 1);
    CHECK(origins[0] == unit_origin{0, unit_change::renamed, many - 1});
    std::string list = "a";
    while (list.size() < 4'000) list += " và a";
    CHECK(registry.split(list, {day("1001-05-05"), {}}).value().size() > 100);
    CHECK(registry.split(list + " và b").value().size() == 1);
    CHECK(registry.split(std::string(16'000, ',')).value().empty());
    CHECK(registry.split("x" + std::string(16'000, '-') + "x").value().size() == 1);
}
