#include "report_generator/vietnamese_case.hpp"
#include "report_generator/phrase.hpp"

#include <doctest/doctest.h>

using namespace parindex::report;

TEST_CASE("every Vietnamese letter has its capital") {
    const std::string small =
        "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";
    const std::string capital =
        "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ";
    CHECK(to_capitals(small) == capital);
    CHECK(to_capitals(capital) == capital);
    CHECK(to_capitals("Phòng 1 - “H01b”, ÷ × ÿ ß") == "PHÒNG 1 - “H01B”, ÷ × ÿ ß");
}

TEST_CASE("a first letter is made small unless it begins an abbreviation") {
    CHECK(with_small_first_letter("Điểm thẩm định") == "điểm thẩm định");
    CHECK(with_small_first_letter("Ý kiến") == "ý kiến");
    CHECK(with_small_first_letter("Ủy ban") == "ủy ban");
    CHECK(with_small_first_letter("UBND tỉnh") == "UBND tỉnh");
    CHECK(with_small_first_letter("CĐ") == "CĐ");
    CHECK(with_small_first_letter("") == "");
    CHECK(with_capital_first_letter("đến năm 2025") == "Đến năm 2025");
}

TEST_CASE("points print shortest, and rounded only where they never end") {
    CHECK(points_text(parindex::ratio(12)) == "12");
    CHECK(points_text(parindex::ratio(parindex::decimal(189), parindex::decimal(16))) == "11,8125");
    CHECK(points_text(parindex::ratio(parindex::decimal(11), parindex::decimal(14))) == "0,79");
    CHECK(points_text(parindex::ratio(parindex::decimal(1), parindex::decimal(3))) == "0,33");
    CHECK(deduction_text(parindex::ratio()) == "0");
    CHECK(deduction_text(parindex::ratio(parindex::decimal(61), parindex::decimal(100))) == "-0,61");
}

TEST_CASE("texts get a mark only where they have none") {
    CHECK(ended("a") == "a.");
    CHECK(ended("a.") == "a.");
    CHECK(ended("a:") == "a:");
    CHECK(ended("a…") == "a…");
    CHECK(ended("a...") == "a...");
    CHECK(ended("a", ";") == "a;");
    CHECK(ended("a.", ";") == "a;");
    CHECK(ended(" a ; ;\n") == "a.");
    CHECK(ended(" ; ") == "");
    CHECK(ended(" . ") == "");
    CHECK(ended("a . ") == "a .");
    CHECK(without_end_mark("a ; .") == "a");
    CHECK(without_end_mark("a…") == "a…");
    CHECK(without_end_mark(". ") == "");
    CHECK(joined({"a;", " . ", "b. ", "c"}, "; ") == "a; b; c");
}

TEST_CASE("within a sentence only common words are written small") {
    CHECK(within_sentence("Điểm thẩm định") == "điểm thẩm định");
    CHECK(within_sentence("Khảo sát") == "khảo sát");
    CHECK(within_sentence("Ý kiến của người dân") == "ý kiến của người dân");
    for (const char* name : {"Sở Nội vụ", "Sơn La", "Hội đồng thẩm định", "Điện Biên", "UBND tỉnh", "ĐIỂM", ""}) {
        CHECK(within_sentence(name) == name);
    }
}
