/// @file
/// Concatenation.
#pragma once

#include <string>
#include <string_view>

namespace parindex::report {

/// The parts behind each other, without a temporary at every step; a part is anything that a string view is made from.
template <class... Parts>
[[nodiscard]] std::string text_from(const Parts&... parts) {
    std::string out;
    (out.append(std::string_view(parts)), ...);
    return out;
}

}  // namespace parindex::report
