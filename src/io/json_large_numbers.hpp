// Numbers that nlohmann would give up on.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace parindex::inline v0::json {

namespace detail {

/// Length of the digits of `token` from `at` on.
inline std::size_t digits(std::string_view token, std::size_t at) noexcept {
    const std::size_t end = std::min(token.find_first_not_of("0123456789", at), token.size());
    return end - std::min(at, end);
}

/// Whether a token is a number by the grammar of JSON.
inline bool is_number(std::string_view token) noexcept {
    std::size_t at = token.starts_with('-') ? 1 : 0;
    const std::size_t whole = digits(token, at);
    if (whole == 0 || (whole > 1 && token[at] == '0')) return false;
    at += whole;
    if (at < token.size() && token[at] == '.') {
        const std::size_t decimals = digits(token, ++at);
        if (decimals == 0) return false;
        at += decimals;
    }
    if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
        ++at;
        if (at < token.size() && (token[at] == '+' || token[at] == '-')) ++at;
        const std::size_t exponent = digits(token, at);
        if (exponent == 0) return false;
        at += exponent;
    }
    return at == token.size();
}

}  // namespace detail

/// nlohmann ends a text at the first number whose double would be infinite, such as 1e400, and so hides what else is
/// wrong with it. Nobody needs that double: the digits are read from the text itself.
/// @return the text with a 0 and spaces, as many bytes, in the place of every number that may be that large; nothing
///         if there is none
inline std::optional<std::string> without_large_numbers(std::string_view text) {
    constexpr std::size_t safe_digits = 300;  // a double reaches 1e308
    constexpr std::string_view in_numbers = "+-.0123456789eE";
    std::optional<std::string> out;
    for (std::size_t at = text.find_first_of("\"-0123456789"); at < text.size();
         at = text.find_first_of("\"-0123456789", at)) {
        if (text[at] == '"') {
            for (++at; at < text.size() && text[at] != '"'; ++at) {
                if (text[at] == '\\') ++at;
            }
            ++at;
            continue;
        }
        const std::size_t end = std::min(text.find_first_not_of(in_numbers, at), text.size());
        const std::string_view token = text.substr(at, end - at);
        const bool large = token.size() > safe_digits || token.find_first_of("eE") != std::string_view::npos;
        if (large && detail::is_number(token)) {
            if (!out) out.emplace(text);
            std::fill_n(out->begin() + static_cast<std::ptrdiff_t>(at), token.size(), ' ');
            (*out)[at] = '0';
        }
        at = end;
    }
    return out;
}

}  // namespace parindex::inline v0::json
