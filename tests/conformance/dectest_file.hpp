/// The files of the General Decimal Arithmetic test suite (decTest, by IBM): directives and cases, one a line.
#pragma once

#include "parindex/numeric/ratio.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dectest {

/// What the directives above a case have set.
struct context {
    int precision = 9;
    int largest_exponent = 384;
    int smallest_exponent = -383;
    bool extended = true;
    std::optional<parindex::rounding_mode> mode;  ///< Nothing for 05up, which parindex does not have.
};

/// One line of a file.
struct test_case {
    std::string id;
    std::string operation;  ///< In lower case.
    std::vector<std::string> operands;
    std::string expected;
    std::vector<std::string> conditions;  ///< In lower case: inexact, rounded, ...
    context in;

    [[nodiscard]] bool raises(std::string_view condition) const;
};

/// All cases of one file, in order. @throws std::runtime_error if the file cannot be read
std::vector<test_case> read_file(const std::filesystem::path& path);

/// A finite number in the notation of the suite: "-12.50", "1E+3", ".5".
struct number {
    bool negative = false;
    std::string digits;  ///< At least one, leading zeros removed.
    int exponent = 0;    ///< value = digits * 10^exponent

    /// Exponent of the first digit.
    [[nodiscard]] int adjusted() const { return exponent + static_cast<int>(digits.size()) - 1; }
    [[nodiscard]] bool zero() const { return digits == "0"; }
    /// Written out without an exponent, in the strict form of parindex. @pre |exponent| is small
    [[nodiscard]] std::string plain() const;
};

/// Nothing for NaN, infinities, encoded operands and anything that is not a number.
std::optional<number> read_number(std::string_view text);

}  // namespace dectest
