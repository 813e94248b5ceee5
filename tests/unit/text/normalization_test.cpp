#include "parindex/text/normalization.hpp"

#include "parindex/support/error.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace parindex;

TEST_CASE("Vietnamese typed with marks is composed") {
    struct entry {
        const char* typed;
        const char* composed;
    };
    for (const entry& word : {
             entry{"\u0111o\u0302\u0301i", "\u0111\u1ED1i"},  // đối
             entry{"\u0111\u00F4\u0301i", "\u0111\u1ED1i"},   // ô typed, then the tone
             entry{"e\u0323\u0302", "\u1EC7"},                // ệ, dot below before circumflex
             entry{"e\u0302\u0323", "\u1EC7"},                // ệ, marks in the other order
             entry{"u\u031B\u0301", "\u1EE9"},                // ứ
             entry{"O\u031B\u0323", "\u1EE2"},                // Ợ
             entry{"\u0300a", "\u0300a"},                     // a mark without a letter stays
             entry{"D\u0323", "\u1E0C"},                      //
             entry{"\u1100\u1161\u11A8", "\uAC01"},           // Hangul
             entry{"\uAC00\u11A8", "\uAC01"},                 //
             entry{"\uAC00\u11A7", "\uAC00\u11A7"},           // utf8proc by itself loses the second
             entry{"\u304B\u3099", "\u304C"},                 // kana
             entry{"\u212B", "\u00C5"},                       // Ångström sign
             entry{"\u0958", "\u0915\u093C"},                 // a composition exclusion
             entry{"q\u0307\u0323", "q\u0323\u0307"},         // reordered, nothing to compose
             entry{"Số: 05/KH-VPUB", "Số: 05/KH-VPUB"},       //
         }) {
        CAPTURE(word.typed);
        CHECK(to_nfc(word.typed) == word.composed);
        CHECK(is_nfc(word.composed));
        CHECK(is_nfc(word.typed) == (std::string(word.typed) == word.composed));
        const std::string inside = std::string("trước ") + word.typed + " sau, " + word.typed;
        CHECK(to_nfc(inside) == std::string("trước ") + word.composed + " sau, " + word.composed);
    }
    CHECK(to_nfc("").empty());
    CHECK(is_nfc(""));
}

TEST_CASE("normalising bytes that are not UTF-8 is refused") {
    for (const char* text : {"\xFF", "abc\xC3", "\u0301\xED\xA0\x80"}) {
        CHECK_THROWS_AS(static_cast<void>(to_nfc(text)), const error&);
        CHECK_THROWS_AS(static_cast<void>(is_nfc(text)), const error&);
    }
}

TEST_CASE("a letter with very many marks is normalised") {
    // The sort of utf8proc itself is quadratic: 200 000 alternating marks take it minutes, and this test with it.
    std::string text = "a";
    for (int index = 0; index < 100'000; ++index) text += "\u0301\u0323";
    const std::string normal = to_nfc(text);
#ifndef _WIN32                               // where such a text is left alone
    CHECK(normal.substr(0, 3) == "\u1EA1");  // the first dot below; the acutes wait behind the other dots
#endif
    CHECK(is_nfc(normal));
}
