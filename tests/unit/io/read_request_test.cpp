#include "parindex/io/request_file.hpp"

#include "files.hpp"

#include "parindex/numeric/number_text.hpp"
#include "parindex/support/limits.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

/// A request with `more` members behind the two that it needs.
std::string asked(const std::string& criteria, const std::string& more = "") {
    return R"({"format": "parindex.request/1", "criteria": )" + criteria + R"(, "assessment": {})" + more + "}";
}

diagnostics refused(const std::string& text) {
    const result<request> read = read_request(text, "r");
    return read ? diagnostics() : read.error();
}

}  // namespace

TEST_CASE("the members of a request keep their places") {
    const std::string text =
        "\xEF\xBB\xBF{\"format\": \"parindex.request/1\",\n \"criteria\": {\"Ế\": \"\\\"}{\"},\r\n\t\"assessment\": "
        "{}}";
    const request read = read_request(text, "r").value();
    CHECK(read.criteria == std::string(32, ' ') + "\n             {\"Ế\": \"\\\"}{\"}");
    CHECK(read.assessment == std::string(32, ' ') + '\n' + std::string(28, ' ') + '\n' + std::string(15, ' ') + "{}");
    CHECK_FALSE(read.plan.has_value());
    CHECK_FALSE(read.context.has_value());
    CHECK_FALSE(read.scores.has_value());
}

TEST_CASE("what the reader of a member finds has the place of the request") {
    const std::string before = "{\"format\": \"parindex.request/1\",\n  \"stored\": {\"Điều ế }\": 1}, \"criteria\": ";
    const std::string text = before + replaced(small_criteria, "\"10\"", "\"1x\"") + ", \"assessment\": {}}";
    const request read = read_request(text, "r").value();
    const result<criteria_set> set = read_criteria_set(read.criteria, "criteria");
    REQUIRE_FALSE(set);
    const result<criteria_set> alone = read_criteria_set(replaced(small_criteria, "\"10\"", "\"1x\""), "criteria");
    CHECK(set.error()[0].where.line == alone.error()[0].where.line + 1);
    CHECK(set.error()[0].where.column == alone.error()[0].where.column);
    // On the line of the request itself the characters before it count.
    const result<criteria_set> empty =
        read_criteria_set(read_request(before + "{\"x\": 1}, \"assessment\": {}}", "r").value().criteria, "criteria");
    REQUIRE_FALSE(empty);
    CHECK(empty.error()[0].where.line == 2);
    CHECK(empty.error()[0].where.column == 42);
}

TEST_CASE("a member may be as deep as its file may be") {
    const auto nested = [](std::size_t depth) {  // as a file: {"a": [[...]]}
        return "{\"a\": " + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
    };
    CHECK(refused(asked(nested(limits::json_depth))).empty());
    CHECK(codes(refused(asked(nested(limits::json_depth + 1)))) == std::vector<error_code>{error_code::too_deep});
}

TEST_CASE("stored scores keep their digits and their places") {
    const request read =
        read_request(
            asked("{}",
                  ",\n\"stored\": {\"\": \"94.520\", \"1.1\": 3.6100000000000003}, \"want\": [\"compare_stored\"]"),
            "r")
            .value();
    REQUIRE(read.scores->size() == 2);
    CHECK(read.scores->at(0).code.empty());
    CHECK(to_string(read.scores->at(0).score) == "94.520");
    CHECK(to_string(read.scores->at(1).score) == "3.6100000000000003");
    CHECK(read.scores->at(1).where.pointer == "/stored/1.1");
    CHECK(read.scores->at(1).where.line == 2);
}

TEST_CASE("a request wants the score unless it says what it wants") {
    const auto wants = [](const std::string& more) {
        std::string out;
        for (const request::wanted& each : read_request(asked("{}", more), "r").value().wants) {
            out += std::string(to_string(each.what)) + ' ' + each.where.pointer + ';';
        }
        return out;
    };
    CHECK(wants("") == "score ;");
    CHECK(wants(", \"want\": []") == "score ;");
    CHECK(wants(", \"want\": [\"draft\", \"score\", \"draft\", \"explanation\"]") ==
          "draft /want/0;score /want/1;explanation /want/3;");
}

TEST_CASE("all that is wrong with a request is found at once") {
    const diagnostics found = refused(
        R"({"format": "parindex.request/2", "criteria": [], "plan": 1, "context": "x", "stored": {"a": "1,5", "a": 1},
            "want": ["score", "coverage", "scores", "compare_stored"], "criteira": {}})");
    CHECK(count(found, error_code::unsupported_format) == 1);
    CHECK(count(found, error_code::wrong_type) == 3);
    CHECK(count(found, error_code::invalid_number) == 1);
    CHECK(count(found, error_code::duplicate_key) == 1);
    CHECK(only(found, error_code::invalid_value).where.pointer == "/want/2");
    CHECK(only(found, error_code::unknown_key).message.find("did you mean \"criteria\"?") != std::string::npos);
    CHECK(count(found, error_code::missing_key) == 2);  // "assessment", and "plan" beside "coverage"
    const diagnostics alone = refused(asked("{}", R"(, "want": ["compare_stored", "coverage"])"));
    CHECK(codes(alone) == std::vector<error_code>{error_code::missing_key, error_code::missing_key});
    CHECK(alone[0].message == "expected the key \"stored\" beside it");
    CHECK(alone[1].where.pointer == "/want/1");
}
