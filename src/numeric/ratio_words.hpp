/// What the bulk sum needs to see of a ratio: the inline parts, and a way back from arrays of 64-bit words.
#pragma once

#include "parindex/numeric/ratio.hpp"

#include <cstdint>
#include <span>

namespace parindex::inline v0 {

struct ratio_words {
    static bool is_inline(const ratio& value) noexcept { return value.big_ == nullptr; }
    /// @pre is_inline(value)
    static std::int64_t numerator(const ratio& value) noexcept { return value.numerator_; }
    /// @pre is_inline(value)
    static std::uint64_t denominator(const ratio& value) noexcept {
        return static_cast<std::uint64_t>(value.denominator_);
    }
    /// A fraction in lowest terms from magnitudes, least word first. @throws error_code::ratio_too_large
    static ratio make(bool negative, std::span<const std::uint64_t> numerator,
                      std::span<const std::uint64_t> denominator);
};

}  // namespace parindex::inline v0
