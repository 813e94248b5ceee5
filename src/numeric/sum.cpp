#include "parindex/numeric/sum.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace parindex::inline v0 {

/// One 128-bit total for every scale.
class decimal_total {
public:
    void add(std::span<const decimal> column) noexcept {
        while (!column.empty()) {
            const auto block = column.first(std::min(column.size(), block_size));
            if (!add_same_scale(block)) {
                for (const decimal value : block) add(value);
            }
            column = column.subspan(block.size());
        }
    }

    void add(std::span<const std::int64_t> coefficients, int scale) noexcept {
        touch(scale);
        while (!coefficients.empty()) {
            const auto block = coefficients.first(std::min(coefficients.size(), block_size));
            halves sum;
            for (const std::int64_t value : block) sum.add(value);
            add(scale, sum);
            coefficients = coefficients.subspan(block.size());
        }
    }

    [[nodiscard]] decimal value() const {
        // Horner from the coarsest scale down. What the finer scales still add is below 2^103 of the current unit
        // for fewer than 2^40 values, and any decimal is at most 2^63 * 10^17 < 2^120 of it: a partial total
        // beyond 2^123 can no longer become one, and one within it stays below 2^127 when multiplied by ten.
        wide::signed_magnitude total;
        for (int scale = 0; scale <= scale_; ++scale) {
            if (total.magnitude.high >> 59 != 0) detail::throw_overflow("sum");
            total.magnitude = times_ten(total.magnitude);
            total = wide::add(total, sign_and_size(cells_[static_cast<std::size_t>(scale)]));
        }
        return decimal::fitted(total, scale_, "sum");
    }

private:
    /// The high and the low half of every value are summed apart: no carries, so the loop runs at the speed of memory.
    struct halves {
        std::int64_t high = 0;
        std::uint64_t low = 0;

        void add(std::int64_t value) noexcept {
            high += value >> 32;
            low += static_cast<std::uint32_t>(value);
        }
    };
    static constexpr std::size_t block_size = 1024;  // far below the 2^31 values that the halves could overflow at

    bool add_same_scale(std::span<const decimal> block) noexcept {
        const int scale = block.front().scale();
        halves sum;
        int difference = 0;
        for (const decimal value : block) {
            sum.add(value.coefficient());
            difference |= value.scale() ^ scale;
        }
        if (difference != 0) return false;
        touch(scale);
        add(scale, sum);
        return true;
    }

    void add(decimal value) noexcept {
        touch(value.scale());
        halves one;
        one.add(value.coefficient());
        add(value.scale(), one);
    }

    void add(int scale, halves sum) noexcept {
        auto& cell = cells_[static_cast<std::size_t>(scale)];
        cell =
            wide::add(cell, {static_cast<std::uint64_t>(sum.high >> 32), static_cast<std::uint64_t>(sum.high) << 32});
        cell = wide::add(cell, {0, sum.low});
    }

    void touch(int scale) noexcept { scale_ = std::max(scale_, scale); }

    static wide::uint128 times_ten(wide::uint128 value) noexcept {
        const wide::uint128 low = wide::multiply(value.low, 10);
        return {value.high * 10 + low.high, low.low};
    }

    static wide::signed_magnitude sign_and_size(wide::uint128 twos_complement) noexcept {
        const bool negative = twos_complement.high >> 63 != 0;
        return {negative, negative ? wide::subtract({}, twos_complement) : twos_complement};
    }

    std::array<wide::uint128, decimal::max_scale + 1> cells_{};  // two's complement
    int scale_ = 0;
};

decimal sum(std::span<const decimal> column) {
    decimal_total total;
    total.add(column);
    return total.value();
}

decimal sum(std::span<const std::int64_t> coefficients, int scale) {
    decimal_total total;
    total.add(coefficients, decimal::from_parts(0, scale).scale());
    return total.value();
}

}  // namespace parindex::inline v0
