// Whether the words of a plan and of an assessment may mean one unit.
#pragma once

#include <string_view>

namespace parindex::inline v0 {

/// Documents shorten the name of a unit, write out or abbreviate its words, and leave its province out: "Văn phòng UBND
/// tỉnh" is "Văn phòng Ủy ban nhân dân tỉnh Sơn La". True unless one of the names has words that contradict the other.
[[nodiscard]] bool may_name_one_unit(std::string_view a, std::string_view b);

}  // namespace parindex::inline v0
