#include "parindex/support/visible_text.hpp"

#include <doctest/doctest.h>

#include <array>
#include <utility>

using parindex::visible_text;

TEST_CASE("text that is only text stays as it is") {
    for (const char* text :
         {"", "Sở Nội vụ \"A\" \\ {1}", "Ủy ban – 100 %", "\u00A0\u2027\u202F\u2065\u206A", "漢字 🙂"}) {
        CHECK(visible_text(text) == text);
    }
}

TEST_CASE("controls, separators and bidirectional marks are shown as their code points") {
    const std::array<std::pair<std::string, std::string>, 22> cases = {{
        {std::string(1, '\0'), "\\u{0}"},
        {"\t", "\\u{9}"},
        {"\n", "\\u{A}"},
        {"\r", "\\u{D}"},
        {"\x1B", "\\u{1B}"},
        {"\x1F", "\\u{1F}"},
        {"\x7F", "\\u{7F}"},
        {"\u0080", "\\u{80}"},
        {"\u009B", "\\u{9B}"},
        {"\u009F", "\\u{9F}"},
        {"\u061C", "\\u{61C}"},
        {"\u200E", "\\u{200E}"},
        {"\u200F", "\\u{200F}"},
        {"\u2028", "\\u{2028}"},
        {"\u2029", "\\u{2029}"},
        {"\u202A", "\\u{202A}"},
        {"\u202E", "\\u{202E}"},
        {"\u2066", "\\u{2066}"},
        {"\u2067", "\\u{2067}"},
        {"\u2068", "\\u{2068}"},
        {"\u2069", "\\u{2069}"},
        {"a\x1B[2Jb\u202Ec", "a\\u{1B}[2Jb\\u{202E}c"},
    }};
    for (const auto& each : cases) CHECK(visible_text(each.first) == each.second);
}

TEST_CASE("a byte that is not UTF-8 is shown as its value") {
    CHECK(visible_text("a\x9B"
                       "31m\xFF") == "a\\x{9B}31m\\x{FF}");
    CHECK(visible_text("\xE2\x80") == "\\x{E2}\\x{80}");
}
