/// The same operands for every contestant, as text: scores between -99.99 and 99.99, repeatable.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace operands {

inline constexpr std::size_t count = 256;  // three columns of 16-byte numbers stay in the first cache
inline constexpr std::size_t column_size = std::size_t{4} * 1024 * 1024;
inline constexpr std::size_t leaves = 100;

class sequence {
public:
    explicit sequence(std::uint64_t seed) : state_(seed) {}
    int below(int bound) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(bound));
    }

private:
    std::uint64_t state_;
};

/// `units` / 10^scale, written out.
inline std::string score(int units, int scale, bool negative) {
    std::string text = std::to_string(units);
    if (scale > 0) {
        const auto decimals = static_cast<std::size_t>(scale);
        if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
        text.insert(text.size() - decimals, 1, '.');
    }
    return negative && units != 0 ? "-" + text : text;
}

/// Two decimals each: "94.52".
inline std::vector<std::string> same_scale(std::uint64_t seed) {
    sequence random(seed);
    std::vector<std::string> out;
    for (std::size_t index = 0; index < count; ++index) {
        const int units = random.below(10'000);
        out.push_back(score(units, 2, random.below(4) == 0));
    }
    return out;
}

/// Zero to four decimals.
inline std::vector<std::string> mixed_scale(std::uint64_t seed) {
    sequence random(seed);
    std::vector<std::string> out;
    for (std::size_t index = 0; index < count; ++index) {
        const int units = random.below(10'000);
        const int scale = random.below(5);
        out.push_back(score(units, scale, random.below(4) == 0));
    }
    return out;
}

/// Numerators and denominators of the points of `leaves` leaves; denominators up to 400.
inline std::vector<std::pair<int, int>> leaf_points() {
    sequence random(3);
    std::vector<std::pair<int, int>> out;
    for (std::size_t index = 0; index < leaves; ++index) {
        const int denominator = 1 + random.below(400);
        out.emplace_back(random.below(2 * denominator), denominator);
    }
    return out;
}

}  // namespace operands
