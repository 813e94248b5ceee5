// What is said about text that should have been a number.
#pragma once

#include "parindex/numeric/number_text.hpp"
#include "text/quoted.hpp"

#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// @pre !parsed.ok(), and `parsed` is what parse_decimal() made of `text`
inline std::string number_message(std::string_view text, const parsed_decimal& parsed) {
    std::string message = "expected a number such as 12 or 0.95, not " + quoted(text) + " (expected " + parsed.expected;
    // All before the place is a number, so that bytes are characters; the whole is too long or too precise as a whole.
    if (parsed.code == error_code::invalid_number) message += " at character " + std::to_string(parsed.position + 1);
    message += ')';
    if (text.find(',') != std::string_view::npos) message += "; the decimal mark is a point, not a comma";
    return message;
}

}  // namespace parindex::inline v0
