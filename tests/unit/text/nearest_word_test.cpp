#include "parindex/text/nearest_word.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace parindex;

namespace {

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& words) {
    return nearest_word(word, words);
}

}  // namespace

TEST_CASE("a mistyped word is near the one that was meant") {
    CHECK(nearest("yaer", {"unit", "year", "rounds"}) == "year");
    CHECK(nearest("snv", {"STC", "SNV"}) == "SNV");
    CHECK(nearest("maximun", {"minimum", "maximum"}) == "maximum");
}

TEST_CASE("a third of the letters may differ, and no more") {
    CHECK(nearest("abcdefghi", {"abcdefxyz"}) == "abcdefxyz");
    CHECK(nearest("abcdefghi", {"abcdewxyz"}).empty());
    CHECK(nearest("abc", {"axy"}) == "axy");
    CHECK(nearest("ab", {"ax"}) == "ax");
    CHECK(nearest("ab", {"xy"}).empty());
    CHECK(nearest("", {"a"}).empty());
}

TEST_CASE("of equally near words the one with the longest common start, then the first") {
    CHECK(nearest("7.12", {"1.12", "7.1"}) == "7.1");
    CHECK(nearest("1.1", {"1.2", "1.3"}) == "1.2");
}

TEST_CASE("texts that are no words have no nearest") {
    const std::string longest(64, 'a');
    const std::string longer(65, 'a');
    CHECK(nearest(longest, {longest}) == longest);
    CHECK(nearest(longer, {longer}).empty());
    CHECK(nearest("year", {std::string_view(longer)}).empty());
}
