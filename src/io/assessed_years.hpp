// The years that an assessment may be of: documents of this state begin in 1945.
#pragma once

namespace parindex::inline v0 {

inline constexpr int first_assessed_year = 1945;
inline constexpr int last_assessed_year = 9999;

}  // namespace parindex::inline v0
