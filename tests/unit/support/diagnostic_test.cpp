#include "parindex/support/diagnostic.hpp"

#include "../findings.hpp"

using namespace parindex;

TEST_CASE("a finding is written as file, line, column, level, message and pointer") {
    const diagnostic finding{
        error_code::wrong_type, severity::error, {"a.json", 3, 14, "/fields/0"}, "1", "expected x"};
    CHECK(to_string(finding) == "a.json:3:14: error: expected x [/fields/0]");
}

TEST_CASE("what is unknown of a place is left out") {
    CHECK(to_string({error_code::none, severity::note, {}, "", "m"}) == "note: m");
    CHECK(to_string({error_code::none, severity::warning, {"f", 0, 0, ""}, "", "m"}) == "f: warning: m");
    CHECK(to_string({error_code::none, severity::error, {"", 2, 1, ""}, "", "m"}) == "2:1: error: m");
    CHECK(to_string({error_code::none, severity::error, {"f", 0, 0, "/a"}, "", "m"}) == "f: error: m [/a]");
}

TEST_CASE("of a pointer with a long key only the start is shown, cut between characters") {
    const std::string text = to_string(
        {error_code::none, severity::error, {"f", 1, 1, "/a" + std::string(397, 'k') + "\u1ED9 and more"}, "", "m"});
    CHECK(text == "f:1:1: error: m [/a" + std::string(397, 'k') + "...]");
    const std::string whole = "/" + std::string(399, 'k');
    CHECK(to_string({error_code::none, severity::error, {"f", 1, 1, whole}, "", "m"}) ==
          "f:1:1: error: m [" + whole + "]");
}

TEST_CASE("notes and warnings are no errors") {
    CHECK_FALSE(has_error({}));
    CHECK_FALSE(has_error({{error_code::incomplete, severity::warning, {}, "", ""},
                           {error_code::improvement_task, severity::note, {}, "", ""}}));
    CHECK(has_error({{error_code::incomplete, severity::warning, {}, "", ""},
                     {error_code::missing_key, severity::error, {}, "", ""}}));
}

TEST_CASE("a finding stays one line that no terminal takes for a command") {
    CHECK(to_string({error_code::none, severity::error, {"a\x1B]0;x\x07\n.json", 1, 1, "/\u202Ek"}, "", "m\u009B"}) ==
          "a\\u{1B}]0;x\\u{7}\\u{A}.json:1:1: error: m\\u{9B} [/\\u{202E}k]");
}
