/// @file
/// The one rounding kernel (làm tròn). Every rounding in parindex goes through rounds_away().
#pragma once

#include <compare>
#include <cstdint>

namespace parindex::inline v0 {

/// How a value between two neighbours is rounded. Published indices fit half_up; one published mean (Nam Định 2020:
/// 62.62/70 printed 89.45) fits only down.
enum class rounding_mode : std::uint8_t {
    half_up,    ///< To the nearest; a tie goes away from zero. The default.
    half_even,  ///< To the nearest; a tie goes to the even neighbour.
    half_down,  ///< To the nearest; a tie goes toward zero.
    down,       ///< Toward zero (cut).
    up,         ///< Away from zero.
    floor,      ///< Toward minus infinity.
    ceiling,    ///< Toward plus infinity.
};

/// How many places and which mode: what a rounding place (leaf, field, total, display) is configured with.
struct rounding {
    int places = 2;
    rounding_mode mode = rounding_mode::half_up;

    friend constexpr bool operator==(const rounding&, const rounding&) = default;
};

/// A rounded value, and whether nothing was lost.
template <class T>
struct rounded {
    T value;
    bool exact = true;
};

/// Whether a quotient cut toward zero must be moved one unit away from zero.
/// @param mode      the mode
/// @param negative  sign of the exact value
/// @param odd       whether the cut quotient is odd
/// @param half      order of twice the remainder's magnitude against the divisor's: less, a tie, or greater
/// @param exact     whether the remainder is zero
constexpr bool rounds_away(rounding_mode mode, bool negative, bool odd, std::strong_ordering half,
                           bool exact) noexcept {
    if (exact) return false;
    switch (mode) {
        case rounding_mode::half_up: return half >= 0;
        case rounding_mode::half_even: return half > 0 || (half == 0 && odd);
        case rounding_mode::half_down: return half > 0;
        case rounding_mode::down: return false;
        case rounding_mode::up: return true;
        case rounding_mode::floor: return negative;
        case rounding_mode::ceiling: return !negative;
    }
    return false;
}

}  // namespace parindex::inline v0
