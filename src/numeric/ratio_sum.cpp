// The sum of many fractions. Adding them one by one brings a growing fraction to lowest terms after every step; here
// fractions are first gathered into few groups that fit 64 bits, then the groups get one common denominator.
#include "numeric/natural.hpp"
#include "numeric/ratio_words.hpp"
#include "parindex/numeric/sum.hpp"
#include "parindex/support/limits.hpp"

#include <numeric>
#include <utility>
#include <vector>

namespace parindex::inline v0 {

namespace {

/// A fraction that need not be in lowest terms.
struct group {
    std::int64_t numerator = 0;
    std::uint64_t denominator = 1;

    /// Adds value / below if everything still fits 63 bits.
    bool add(std::int64_t value, std::uint64_t below) noexcept {
        if (value == 0) return true;
        std::uint64_t own = 1;                      // by what the group is multiplied
        std::uint64_t other = denominator / below;  // by what the value is multiplied
        if (const std::uint64_t rest = denominator - other * below; rest != 0) {
            const std::uint64_t shared = std::gcd(rest, below);
            own = below / shared;
            other = denominator / shared;
        }
        std::int64_t wider = 0;
        std::int64_t grown = 0;
        std::int64_t added = 0;
        if (wide::multiply_overflows(static_cast<std::int64_t>(denominator), static_cast<std::int64_t>(own), wider) ||
            wide::multiply_overflows(numerator, static_cast<std::int64_t>(own), grown) ||
            wide::multiply_overflows(value, static_cast<std::int64_t>(other), added) ||
            wide::add_overflows(grown, added, grown)) {
            return false;
        }
        numerator = grown;
        denominator = static_cast<std::uint64_t>(wider);
        return true;
    }
};

/// The least common multiple of all denominators. @throws ratio_too_large
natural common_denominator(const std::vector<group>& groups) {
    natural common(1);
    for (const group& one : groups) {
        common.multiply(one.denominator / std::gcd(common.remainder(one.denominator), one.denominator));
        if (common.words().size() > limits::ratio_bits / 64) {
            throw error(error_code::ratio_too_large, "the common denominator of a sum needs more than 16384 bits");
        }
    }
    return common;
}

ratio sum_of(const std::vector<group>& groups) {
    natural denominator = common_denominator(groups);
    natural numerator;
    natural subtracted;
    natural share;
    for (const group& one : groups) {
        share = denominator;
        share.divide(one.denominator);
        (one.numerator < 0 ? subtracted : numerator).add_product(share, wide::magnitude(one.numerator));
    }
    const bool negative = numerator < subtracted;
    if (negative) std::swap(numerator, subtracted);
    numerator.subtract(subtracted);
    // Every prime of the common denominator divides the denominator of a group, so 64-bit divisors find them all.
    for (const group& one : groups) {
        std::uint64_t shared = one.denominator;
        while (true) {
            shared = std::gcd(numerator.remainder(shared), shared);
            if (shared == 1) break;
            shared = std::gcd(denominator.remainder(shared), shared);
            if (shared == 1) break;
            numerator.divide(shared);
            denominator.divide(shared);
        }
    }
    return ratio_words::make(negative, numerator.words(), denominator.words());
}

}  // namespace

ratio sum(std::span<const ratio> values) {
    std::vector<group> groups;
    group current;
    ratio big;
    for (const ratio& value : values) {
        if (!ratio_words::is_inline(value)) {
            big += value;
        } else if (!current.add(ratio_words::numerator(value), ratio_words::denominator(value))) {
            groups.push_back(std::exchange(current, {ratio_words::numerator(value), ratio_words::denominator(value)}));
        }
    }
    groups.push_back(current);
    ratio gathered = sum_of(groups);
    return big.sign() == 0 ? gathered : gathered + big;
}

}  // namespace parindex::inline v0
