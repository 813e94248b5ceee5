// What adding counts needs: whether the sums fit, and what they take of the limit.
#pragma once

#include "parindex/survey/tally.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>

namespace parindex::inline v0 {

/// Whether a sum is above 2^62, so that sheets, which are counted without a check, have to go elsewhere.
/// @throws error_code::count_overflow for sums beyond 64 bits
bool sums_fit(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b, const std::string& unit);

/// What a cluster takes of limits::survey_counts: its sums, and its place in memory.
[[nodiscard]] constexpr std::uint64_t cells_of_cluster(std::uint64_t sums) noexcept {
    return sums + 8;
}

[[nodiscard]] std::uint64_t cells_of(const moment_sums& moments) noexcept;

/// Of clusters and strata, without the rows.
[[nodiscard]] std::uint64_t precision_cells_of(const unit_counts& counts) noexcept;

[[nodiscard]] inline std::array<std::uint64_t, 3> words(const sheet_counts& sheets) noexcept {
    return {sheets.issued, sheets.returned, sheets.valid};
}

/// Whether a count is above 2^62.
[[nodiscard]] bool is_large(const unit_counts& counts) noexcept;

}  // namespace parindex::inline v0
