// What is written is what nlohmann would write: files stay the same byte for byte.
#include "io/json_tree.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <limits>

using nlohmann::ordered_json;
using parindex::json::tree;

TEST_CASE("a tree of everything is written as nlohmann writes it") {
    std::string text = "Sơn La \"\\/\x7F €𝄞";
    for (char control = 0; control < 0x20; ++control) text += control;
    tree written{{"text", text}, {"yes", true}, {"no", false}, {"nothing", {}}, {"none", tree::array()}};
    ordered_json expected{
        {"text", text}, {"yes", true}, {"no", false}, {"nothing", {}}, {"none", ordered_json::array()}};
    written["empty"] = tree::object();
    expected["empty"] = ordered_json::object();
    written["a \"key\""]["below"] = {{"one", 1}, {"two", {{"three", "3"}}}};
    expected["a \"key\""]["below"] = {{"one", 1}, {"two", {{"three", "3"}}}};
    written["texts"] = std::vector<std::string>{"a", ""};
    expected["texts"] = std::vector<std::string>{"a", ""};
    written["numbers"] = tree::array();
    expected["numbers"] = ordered_json::array();
    for (const std::int64_t number : {std::numeric_limits<std::int64_t>::min(), std::int64_t{-7}, std::int64_t{0}}) {
        written["numbers"].push_back(number);
        expected["numbers"].push_back(number);
    }
    written["numbers"].push_back(std::numeric_limits<std::uint64_t>::max());
    expected["numbers"].push_back(std::numeric_limits<std::uint64_t>::max());
    written["numbers"].push_back({{"in", "array"}});
    expected["numbers"].push_back({{"in", "array"}});
    written["yes"] = "changed in its place";
    expected["yes"] = "changed in its place";
    written.update({{"no", "too"}, {"new", "behind all"}});
    expected.update({{"no", "too"}, {"new", "behind all"}});
    CHECK(written.file_text() == expected.dump(2) + '\n');
}

TEST_CASE("bytes that are not UTF-8 are replaced") {
    CHECK(tree{{"a",
                "1\xFF"
                "2\xC3("}}
              .file_text() ==
          "{\n  \"a\": \"1\xEF\xBF\xBD"
          "2\xEF\xBF\xBD(\"\n}\n");
}
