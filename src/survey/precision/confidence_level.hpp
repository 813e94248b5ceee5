/// What lies outside an interval of a stated level.
#pragma once

#include "parindex/numeric/decimal.hpp"
#include "parindex/numeric/ratio.hpp"
#include "parindex/survey/approximate.hpp"

namespace parindex::inline v0 {

/// The probability at one side, shared by so many comparisons: 0.025 for 0.95 and one.
/// @throws error_code::invalid_value unless 0 < level < 1
inline double tail_of(decimal level, std::uint64_t comparisons = 1) {
    if (!(level > 0 && level < 1)) {
        throw error(error_code::invalid_value, "a confidence level lies between 0 and 1: 0.95");
    }
    return approximate((ratio(1) - level) / 2 / comparisons).value();
}

}  // namespace parindex::inline v0
