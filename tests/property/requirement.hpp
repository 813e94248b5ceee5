// How a property test ends where something does not hold: with the case, so that it can be run again.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <iostream>

namespace parindex_test {

inline std::uint64_t current_case = 0;

}  // namespace parindex_test

#define REQUIRE(condition)                                                                                             \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            std::cerr << __FILE__ << ':' << __LINE__ << ": case " << parindex_test::current_case << ": " << #condition \
                      << " does not hold\n";                                                                           \
            std::exit(1);                                                                                              \
        }                                                                                                              \
    } while (false)
