/// The operations of the decTest files in terms of parindex: exact, then rounded to a precision by round_to().
#pragma once

#include "dectest_file.hpp"
#include "parindex/numeric/decimal.hpp"
#include "parindex/numeric/ratio.hpp"

#include <string>
#include <vector>

namespace dectest {

/// Why a case is not run. Thrown.
struct left_out {
    std::string reason;
};

/// The case was run; whether everything agreed, and what was found.
struct verdict {
    bool right = true;
    bool as_decimal = false;  ///< Also computed on `decimal`, not on `ratio` alone.
    std::string found;
};

/// Exponents above this are left out.
inline constexpr int largest_exponent = 400;

/// @throws left_out
verdict run(const test_case& one);

}  // namespace dectest
