/// @file
/// Numbers as Vietnamese documents print them: a comma for the decimals, dots for the thousands ("94,52", "35.268").
#pragma once

#include "parindex/numeric/decimal.hpp"
#include "parindex/numeric/ratio.hpp"
#include "parindex/numeric/rounding.hpp"

#include <cstdint>
#include <string>

namespace parindex::inline v0 {

/// Whether decimals that are zero are printed. The table of the Sơn La plan drops them ("12" beside "11,72"); most
/// decisions keep two ("12,00").
enum class trailing_zeros : std::uint8_t { dropped, kept };

/// Whether the whole part is grouped by threes with dots ("35.268").
enum class digit_grouping : std::uint8_t { none, dots };

/// How a column of a document prints its numbers.
struct number_style {
    trailing_zeros zeros = trailing_zeros::dropped;
    digit_grouping grouping = digit_grouping::none;
};

/// Two decimals and more always shown: the style of most published tables.
inline constexpr number_style fixed_places{trailing_zeros::kept, digit_grouping::none};

/// A number as printed, and whether the print shows all of its value.
struct printed_number {
    std::string text;
    bool exact = true;
};

/// `value` with all of its decimals; by default in shortest form: "12", "11,72", "-0,61".
[[nodiscard]] std::string print_number(decimal value, number_style style = {});

/// `value` rounded as `at` says.
/// @throws error_code::invalid_scale unless 0 <= at.places <= 18; error_code::overflow
[[nodiscard]] printed_number print_number(decimal value, rounding at, number_style style = fixed_places);
/// The same for a fraction, rounded once from its exact value.
[[nodiscard]] printed_number print_number(const ratio& value, rounding at, number_style style = fixed_places);

/// A deduction (điểm trừ, maximum - score) as the column "Ghi chú" of the Sơn La plan prints it: with a minus sign
/// ("-0,61"), and "0" in any style where nothing was lost. A negative deduction prints with a plus sign.
[[nodiscard]] std::string print_deduction(decimal loss, number_style style = {});

/// A change against an earlier year, always with its sign: "+1,71", "-0,52", "0".
[[nodiscard]] std::string print_change(decimal change, number_style style = {});

/// A count padded with zeros to `digits` (at most 20 are used), as ranks are: "06" in "06/20". Decree 30/2020/ND-CP,
/// appendix I, asks for two digits in document numbers below 10.
[[nodiscard]] std::string print_padded(std::uint64_t count, int digits = 2);

/// "06/20": a rank (xếp hạng) among `units`, padded to two digits.
[[nodiscard]] std::string print_rank(std::uint64_t rank, std::uint64_t units);

}  // namespace parindex::inline v0
