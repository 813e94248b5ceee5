// The Vietnamese words of printed lists: normal form C, lower case.
#pragma once

#include <string_view>

namespace parindex::inline v0::words {

inline constexpr std::string_view list_and = " và ";

}  // namespace parindex::inline v0::words
