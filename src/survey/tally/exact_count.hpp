/// Counts of 64 bits: their sums, and as exact numbers.
#pragma once

#include "parindex/numeric/ratio.hpp"

#include <cstdint>
#include <limits>

namespace parindex::inline v0 {

/// Adds, and says whether the sum fits; otherwise the total stays.
[[nodiscard]] constexpr bool add_if_fits(std::uint64_t& total, std::uint64_t count) noexcept {
    if (count > ~total) return false;
    total += count;
    return true;
}

/// A ratio takes 63 bits at once.
[[nodiscard]] inline ratio exact_count(std::uint64_t count) {
    constexpr std::uint64_t half = std::uint64_t{1} << 32;
    if (count <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return count;
    return ratio(count / half) * ratio(half) + ratio(count % half);
}

}  // namespace parindex::inline v0
