#include "units.hpp"

#include "parindex/io/organization_file.hpp"

#include <chrono>

using namespace parindex_test;

namespace {

using clock_type = std::chrono::steady_clock;
// Without optimisation, on a busy machine and under sanitizers; an optimised build takes a twentieth of it.
constexpr std::chrono::seconds generous{15};

std::string commune(int number) {
    return "Xã số " + std::to_string(number) + " thuộc huyện " + std::to_string(number % 100);
}

}  // namespace

TEST_CASE("ten thousand units are read, and ten thousand names looked up, in good time") {
    constexpr int many = 10'000;
    std::string json = R"({"format": "parindex.organization/1", "name": "communes", "units": [)";
    for (int number = 0; number < many; ++number) {
        json += (number == 0 ? "" : ",\n") + std::string("{\"code\": \"X") + std::to_string(number) +
                "\", \"name\": \"" + commune(number) + "\", \"kind\": \"commune\", \"aliases\": [\"X. " +
                std::to_string(number) + "\"]" +
                (number == 0 ? "" : ", \"parent\": \"X" + std::to_string(number - 1) + '"') + '}';
    }
    json += "]}";
    const auto begin = clock_type::now();
    const organization_registry registry = read_organization(json, "f").value();
    const auto read = clock_type::now();
    int found = 0;
    for (int number = 0; number < many; ++number) {
        found += registry.look_up("xã  số " + commune(number).substr(9), {{}, 0}).found() ? 1 : 0;
    }
    const auto looked_up = clock_type::now();
    CHECK(found == many);
    std::string list;
    for (int number = 0; number < 400; ++number) list += commune(number) + ", ";
    CHECK(registry.split(list).value().size() == 400);
    CHECK(registry.nearest("Xã số 77x thuộc huyện 77").size() == 3);
    const auto divided = clock_type::now();
    const auto milliseconds = [](auto from, auto to) {
        return std::chrono::duration_cast<std::chrono::milliseconds>(to - from).count();
    };
    MESSAGE("read " << milliseconds(begin, read) << " ms, look-ups " << milliseconds(read, looked_up)
                    << " ms, list and nearest " << milliseconds(looked_up, divided) << " ms");
    CHECK(divided - begin < generous);
}

TEST_CASE("a long history and a hostile list end in good time") {
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
    const auto begin = clock_type::now();
    const auto origins = registry.origins_on(many - 1, day("1001-05-05"));
    REQUIRE(origins.size() == 1);
    CHECK(origins[0] == unit_origin{0, unit_change::renamed, many - 1});
    std::string list = "a";
    while (list.size() < 4'000) list += " và a";
    CHECK(registry.split(list, {day("1001-05-05"), {}}).value().size() > 100);
    CHECK(registry.split(list + " và b").value().size() == 1);
    CHECK(registry.split(std::string(16'000, ',')).value().empty());
    CHECK(registry.split("x" + std::string(16'000, '-') + "x").value().size() == 1);
    CHECK(clock_type::now() - begin < generous);
}
