/// Random operands that look for trouble: ties, powers of ten, 2^63, scale 18, one value at two scales.
#pragma once

#include "parindex/numeric/ratio.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <utility>

class random_numbers {
public:
    explicit random_numbers(std::uint64_t seed) : engine_(seed) {}

    int between(int low, int high) {
        return low + static_cast<int>(engine_() % static_cast<std::uint64_t>(high - low + 1));
    }
    bool one_in(int chances) { return between(1, chances) == 1; }
    std::uint64_t bits() { return engine_(); }

    /// Puts the values into any order.
    template <class Sequence>
    void shuffle(Sequence& values) {
        for (std::size_t left = values.size(); left > 1; --left) {
            std::swap(values[left - 1], values[static_cast<std::size_t>(between(0, static_cast<int>(left) - 1))]);
        }
    }

    parindex::rounding_mode mode() { return static_cast<parindex::rounding_mode>(between(0, 6)); }

    std::int64_t coefficient() {
        const auto any = static_cast<std::int64_t>(engine_() >> between(0, 63));
        std::int64_t out = any;
        switch (between(0, 7)) {
            case 0: out = std::numeric_limits<std::int64_t>::max() - between(0, 3); break;
            case 1: return std::numeric_limits<std::int64_t>::min() + between(0, 3);
            case 2: out = between(0, 12); break;
            case 3: out = power(between(0, 18)) + between(-1, 1); break;
            case 4: out = 5 * power(between(0, 17)) + between(-1, 1); break;
            case 5: out = any / power(between(6, 18)) * power(between(0, 6)); break;  // trailing zeros
            default: break;
        }
        return one_in(2) && out != std::numeric_limits<std::int64_t>::min() ? -out : out;
    }

    parindex::decimal decimal() {
        const int scale = one_in(4) ? parindex::decimal::max_scale : between(0, parindex::decimal::max_scale);
        return parindex::decimal::from_parts(coefficient(), scale);
    }

    /// Often `other` itself, at another scale or one unit away.
    parindex::decimal near(parindex::decimal other) {
        if (one_in(2)) return decimal();
        if (one_in(2)) return other.normalized();
        const std::int64_t moved = other.coefficient() / 2 * 2 + between(0, 1);
        return parindex::decimal::from_parts(moved, other.scale());
    }

    parindex::ratio ratio() {
        switch (between(0, 5)) {
            case 0: return decimal();
            case 1: return parindex::ratio(coefficient(), coefficient() | 1);
            case 2: return parindex::ratio(coefficient(), coefficient() | 1) * parindex::ratio(decimal());
            case 3: return parindex::ratio(2 * between(-20, 20) + 1, 2);
            default: return parindex::ratio(between(-400, 400), between(1, 400));
        }
    }

private:
    static std::int64_t power(int exponent) {
        return static_cast<std::int64_t>(parindex::detail::powers_of_ten[exponent]);
    }

    std::mt19937_64 engine_;
};
