// CRC-32 of ISO 3309: as in ZIP and PNG, so that other programs have it at hand. It finds every error within 32 bits in
// a row; Adler-32 is weak on short files.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace parindex::inline v0 {

namespace detail {

constexpr std::array<std::uint32_t, 256> checksum_table() noexcept {
    std::array<std::uint32_t, 256> out{};
    for (std::uint32_t byte = 0; byte < out.size(); ++byte) {
        std::uint32_t rest = byte;
        for (int bit = 0; bit < 8; ++bit) rest = (rest >> 1) ^ ((rest & 1) != 0 ? 0xEDB8'8320U : 0U);
        out[byte] = rest;
    }
    return out;
}

}  // namespace detail

[[nodiscard]] constexpr std::uint32_t checksum(std::string_view bytes) noexcept {
    constexpr std::array<std::uint32_t, 256> table = detail::checksum_table();
    std::uint32_t rest = 0xFFFF'FFFFU;
    for (const char each : bytes) rest = (rest >> 8) ^ table[(rest ^ static_cast<unsigned char>(each)) & 0xFFU];
    return ~rest;
}

static_assert(checksum("123456789") == 0xCBF4'3926U);

}  // namespace parindex::inline v0
