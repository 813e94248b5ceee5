/// @file
/// The strict text form of a ratio: what ratio::to_string() writes, and decimals of any length.
///
///     ratio = number | whole "/" digit1-9 {digit}
///
/// `number` is that of number_text.hpp; `whole` is one without decimals. Lowest terms are not required.
#pragma once

#include "parindex/numeric/ratio.hpp"

#include <cstddef>
#include <string_view>

namespace parindex::inline v0 {

/// What parse_ratio() found.
struct parsed_ratio {
    ratio value;                         ///< Valid when code is error_code::none.
    error_code code = error_code::none;  ///< none, invalid_number, division_by_zero or ratio_too_large.
    std::size_t position = 0;            ///< On error: index of the first byte that does not belong.
    const char* expected = "";           ///< On error: what should stand there.

    [[nodiscard]] bool ok() const noexcept { return code == error_code::none; }
};

/// Reads the whole of `text` as a ratio: "11/14", "-3", "0.79". Throws nothing but std::bad_alloc. Text of more
/// digits than any ratio may have is refused before any of it is computed.
[[nodiscard]] parsed_ratio parse_ratio(std::string_view text);

}  // namespace parindex::inline v0
