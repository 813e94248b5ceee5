#include "parindex/text/utf8.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace parindex;
using namespace std::string_literals;

TEST_CASE("well-formed UTF-8 is accepted at the edges of every length") {
    for (const std::string& text :
         {""s, "\0"s, "\x7F"s, "\xC2\x80"s, "\xDF\xBF"s, "\xE0\xA0\x80"s, "\xED\x9F\xBF"s, "\xEE\x80\x80"s,
          "\xEF\xBF\xBF"s, "\xF0\x90\x80\x80"s, "\xF4\x8F\xBF\xBF"s, "Cải cách thủ tục hành chính"s}) {
        CAPTURE(text);
        CHECK_FALSE(find_invalid_utf8(text).has_value());
    }
}

TEST_CASE("what is not UTF-8 is found at its byte") {
    struct entry {
        std::string text;
        std::size_t offset;
    };
    for (const entry& wrong : {
             entry{"\x80"s, 0},                   // a continuation byte alone
             entry{"a\xBF"s, 1},                  //
             entry{"\xC0\x80"s, 0},               // overlong NUL
             entry{"\xC1\xBF"s, 0},               // overlong U+007F
             entry{"\xE0\x9F\xBF"s, 0},           // overlong U+07FF
             entry{"\xF0\x8F\xBF\xBF"s, 0},       // overlong U+FFFF
             entry{"\xED\xA0\x80"s, 0},           // surrogate U+D800
             entry{"\xED\xBF\xBF"s, 0},           // surrogate U+DFFF
             entry{"\xF4\x90\x80\x80"s, 0},       // U+110000
             entry{"\xF5\x80\x80\x80"s, 0},       //
             entry{"\xFE"s, 0},                   //
             entry{"\xFF"s, 0},                   //
             entry{"\xC3"s, 0},                   // cut off
             entry{"\xE1\xBB"s, 0},               //
             entry{"\xF0\x9F\x98"s, 0},           //
             entry{"\xE1\xBB z"s, 0},             // broken by another character
             entry{"\xC4\xC4"s, 0},               //
             entry{"điểm \xC0\xAF"s, 8},          //
             entry{"0123456789abcdef\xFF"s, 16},  // behind blocks of eight
             entry{"0123456\xFF"
                   "89abcdef"s,
                   7},  // inside one
         }) {
        CAPTURE(wrong.text);
        CHECK(find_invalid_utf8(wrong.text) == wrong.offset);
    }
}

TEST_CASE("code points are decoded, counted and encoded") {
    const std::string text = "đ\xF0\x9F\x98\x80z";
    CHECK(decode_utf8(text, 0).value == 0x0111);
    CHECK(decode_utf8(text, 0).size == 2);
    CHECK_FALSE(decode_utf8(text, 1).ok());
    CHECK(decode_utf8(text, 2).value == 0x1F600);
    CHECK(decode_utf8(text, 6).value == U'z');
    CHECK_FALSE(decode_utf8(text, 7).ok());
    CHECK(count_code_points(text) == 3);
    CHECK(count_code_points("a\xFF\xFF") == 3);
    CHECK(code_point_column(text, 0) == 1);
    CHECK(code_point_column(text, 6) == 3);
    CHECK(code_point_column(text, 99) == 4);
    static_assert(decode_utf8("\xE1\xBB\x81", 0).value == 0x1EC1);  // usable at compile time
}

TEST_CASE("every code point survives encoding and decoding") {
    for (char32_t value = 0; value <= 0x10FFFF; ++value) {
        if (value == 0xD800) value = 0xE000;
        std::string text;
        append_utf8(text, value);
        const decoded_code_point back = decode_utf8(text, 0);
        if (back.value != value || back.size != text.size()) FAIL_CHECK("U+" << static_cast<unsigned>(value));
    }
    std::string text;
    append_utf8(text, 0xD800);
    append_utf8(text, 0x110000);
    CHECK(text == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("a message names code points as the standard does") {
    CHECK(code_point_name(0) == "U+0000");
    CHECK(code_point_name(0xA0) == "U+00A0");
    CHECK(code_point_name(0xFF11) == "U+FF11");
    CHECK(code_point_name(0x1F600) == "U+1F600");
    CHECK(code_point_name(0x10FFFF) == "U+10FFFF");
}
