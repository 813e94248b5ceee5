#include "text/look_alike.hpp"

#include <doctest/doctest.h>

using namespace parindex;

TEST_CASE("letters of other alphabets, full-width forms and dashes look like the usual ones") {
    CHECK(fold_look_alikes("1.A") == "1.A");
    CHECK(fold_look_alikes("1.\u0410") == "1.A");            // Cyrillic
    CHECK(fold_look_alikes("1.\u0391") == "1.A");            // Greek
    CHECK(fold_look_alikes("\uFF11\uFF0E\uFF21") == "1.A");  // full-width
    CHECK(fold_look_alikes("TC\u2013\u0421\u2212\u041E") == "TC-C-O");
    CHECK(fold_look_alikes("\u0440\u0430\u0443\u03BF") == "payo");
    CHECK(fold_look_alikes("134/Q\u00D0\u2011UBND") == "134/Q\u0110-UBND");
    CHECK(fold_look_alikes("134/Q\u0189-UBND") == "134/Q\u0110-UBND");
    CHECK(fold_look_alikes("\u0410\u0301") == "\u00C1");  // composes once it is Latin
}

TEST_CASE("spaces and invisible characters are not seen") {
    CHECK(fold_look_alikes(" 1 .\u00A0A\u200B\t\uFEFF") == "1.A");
    CHECK(fold_look_alikes("\u200B \u2060").empty());
}

TEST_CASE("what is seen keeps texts apart") {
    CHECK(fold_look_alikes("1.a") != fold_look_alikes("1.A"));
    CHECK(fold_look_alikes("1.1") != fold_look_alikes("11"));
    CHECK(fold_look_alikes("QD") != fold_look_alikes("QĐ"));
    CHECK(fold_look_alikes("Ô") != fold_look_alikes("O"));
    CHECK(fold_look_alikes("1\xFF") != fold_look_alikes("1"));
    CHECK(look_alike_difference("1.A", "1.B").empty());
    CHECK(look_alike_difference("1.A", "1.A").empty());
}

TEST_CASE("the first difference is named by its code points") {
    CHECK(look_alike_difference("1.\u0410", "1.A") == "looks like \"1.A\", but has U+0410 where U+0041 is expected");
    CHECK(look_alike_difference("1.A", "1.\u0410") ==
          "looks like \"1.\u0410\", but has U+0041 where U+0410 is expected");
    // Both begin with the byte D0, so that a difference of bytes would lie inside a character.
    CHECK(look_alike_difference("\u0410", "\u0391") ==
          "looks like \"\u0391\", but has U+0410 where U+0391 is expected");
    CHECK(look_alike_difference("\u0405", "\u0421") == "");
    CHECK(look_alike_difference("Q\u00D0", "Q\u0110") ==
          "looks like \"Q\u0110\", but has U+00D0 where U+0110 is expected");
    CHECK(look_alike_difference("1.1\u00A0", "1.1") == "looks like \"1.1\", but has U+00A0 where nothing is expected");
    CHECK(look_alike_difference("1\u200B.1", "1.1") == "looks like \"1.1\", but has U+200B where nothing is expected");
    CHECK(look_alike_difference("UBND\u00A0tỉnh", "UBND tỉnh") ==
          "looks like \"UBND tỉnh\", but has U+00A0 where U+0020 is expected");
    CHECK(look_alike_difference("UBNDtỉnh", "UBND tỉnh") == "looks like \"UBND tỉnh\", but lacks U+0020");
    CHECK(look_alike_difference("1.1", "1.1 ") == "looks like \"1.1 \", but lacks U+0020");
}

TEST_CASE("an index finds the known code that an unknown one looks like") {
    look_alike_index known;
    known.add("1.A");
    known.add("1.B");
    known.add("1.\u0410");  // looks like the first, which is kept
    CHECK(known.difference("1.\u0392") == "looks like \"1.B\", but has U+0392 where U+0042 is expected");
    CHECK(known.difference("1.\u0391") == "looks like \"1.A\", but has U+0391 where U+0041 is expected");
    CHECK(known.difference("1.C").empty());
    CHECK(look_alike_hint(known.difference("1.C")).empty());
    CHECK(look_alike_hint(known.difference(" 1.A")) ==
          "; it looks like \"1.A\", but has U+0020 where nothing is expected");
}
