#include "parindex/numeric/binary_number.hpp"

#include <algorithm>
#include <limits>

namespace parindex::inline v0 {
namespace {

static_assert(std::numeric_limits<double>::is_iec559 && std::numeric_limits<double>::digits == 53);

constexpr std::uint64_t tolerance = 128;  // units in the last binary place
constexpr std::uint64_t margin = 1000;    // the tolerance must be less than this part of a unit of the decimals

/// @pre the result fits 128 bits
constexpr wide::uint128 shifted_left(wide::uint128 value, int bits) noexcept {
    if (bits >= 64) return {value.low << (bits - 64), 0};
    return bits == 0 ? value : wide::uint128{value.high << bits | value.low >> (64 - bits), value.low << bits};
}

/// @pre 0 < bits < 128
constexpr wide::uint128 shifted_right(wide::uint128 value, int bits) noexcept {
    if (bits >= 64) return {0, value.high >> (bits - 64)};
    return {value.high >> bits, value.high << (64 - bits) | value.low >> bits};
}

}  // namespace

binary_decimal decimal_of_binary(double value, int places) noexcept {
    if (places < 0 || places > decimal::max_scale) return {{}, error_code::invalid_scale};
    const auto bits = std::bit_cast<std::uint64_t>(value);
    const auto field = static_cast<int>(bits >> 52 & 0x7ffU);
    if (field == 0x7ff) return {{}, error_code::invalid_number};
    // |value| = significand * 2^exponent, and 2^exponent is a unit in its last place.
    const std::uint64_t hidden = field == 0 ? 0 : std::uint64_t{1} << 52;
    const std::uint64_t significand = (bits & ((std::uint64_t{1} << 52) - 1)) | hidden;
    const int exponent = std::max(field, 1) - 1075;

    const std::uint64_t power = detail::powers_of_ten[places];
    const wide::uint128 scaled = wide::multiply(significand, power);  // below 2^113
    wide::signed_magnitude nearest{bits >> 63 != 0, {}};
    if (exponent >= 0) {
        // 2^52 and more: units of 1 and more are never less than a thousandth of any decimal.
        if (exponent < 12) nearest.magnitude = shifted_left(scaled, exponent);
        const bool fits = exponent < 12 && nearest.fits_int64();
        return {{}, fits ? error_code::number_too_precise : error_code::overflow};
    }
    const int below = -exponent;  // 1..1074
    if (below < 114) {            // else less than a half
        nearest.magnitude = shifted_right(wide::add(scaled, shifted_left({0, 1}, below - 1)), below);
    }
    if (!nearest.fits_int64()) return {{}, error_code::overflow};
    if (below < 128 && wide::multiply(tolerance * margin, power) >= shifted_left({0, 1}, below)) {
        return {{}, error_code::number_too_precise};
    }
    const wide::uint128 back = below < 114 ? shifted_left(nearest.magnitude, below) : wide::uint128{};
    const wide::uint128 away = back > scaled ? wide::subtract(back, scaled) : wide::subtract(scaled, back);
    if (away > wide::multiply(tolerance, power)) return {{}, error_code::invalid_number};
    return {decimal::from_parts(nearest.to_int64(), places)};
}

}  // namespace parindex::inline v0
