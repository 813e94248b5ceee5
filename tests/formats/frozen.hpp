// The files of this folder.
#pragma once

#include "parindex/numeric/number_text.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace parindex_test {

using namespace parindex;

inline std::string frozen(const char* name) {
    std::ifstream in(std::string(PARINDEX_FORMATS_DIR) + '/' + name, std::ios::binary);
    REQUIRE(in.good());
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline decimal number(const char* text) {
    return parse_decimal(text).value;
}

}  // namespace parindex_test
