/// Natural numbers of many words, with only what a sum of fractions needs: every step takes one 64-bit operand.
#pragma once

#include "parindex/numeric/wide.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace parindex::inline v0 {

class natural {
public:
    natural() = default;
    explicit natural(std::uint64_t value) {
        if (value != 0) words_.push_back(value);
    }

    /// Least word first; no leading zero words, so zero has none.
    [[nodiscard]] std::span<const std::uint64_t> words() const noexcept { return words_; }

    void multiply(std::uint64_t factor) {
        std::uint64_t carry = 0;
        for (std::uint64_t& word : words_) {
            const wide::uint128 product = wide::add(wide::multiply(word, factor), {0, carry});
            word = product.low;
            carry = product.high;
        }
        if (carry != 0) words_.push_back(carry);
    }

    /// Divides in place and returns the remainder. @pre divisor != 0
    std::uint64_t divide(std::uint64_t divisor) {
        std::uint64_t remainder = 0;
        for (std::size_t at = words_.size(); at-- > 0;) {
            const wide::division step = wide::divide({remainder, words_[at]}, divisor);
            words_[at] = step.quotient.low;
            remainder = step.remainder;
        }
        trim();
        return remainder;
    }

    /// @pre divisor != 0
    [[nodiscard]] std::uint64_t remainder(std::uint64_t divisor) const {
        std::uint64_t remainder = 0;
        for (std::size_t at = words_.size(); at-- > 0;) {
            remainder = wide::divide({remainder, words_[at]}, divisor).remainder;
        }
        return remainder;
    }

    /// *this += value * factor.
    void add_product(const natural& value, std::uint64_t factor) {
        if (words_.size() < value.words_.size()) words_.resize(value.words_.size());
        std::uint64_t carry = 0;
        for (std::size_t at = 0; at < words_.size(); ++at) {
            const std::uint64_t word = at < value.words_.size() ? value.words_[at] : 0;
            // (2^64-1)^2 + 2 (2^64-1) = 2^128 - 1: the two additions cannot overflow.
            const wide::uint128 sum = wide::add(wide::add(wide::multiply(word, factor), {0, words_[at]}), {0, carry});
            words_[at] = sum.low;
            carry = sum.high;
        }
        if (carry != 0) words_.push_back(carry);
        trim();
    }

    /// *this -= value. @pre value <= *this
    void subtract(const natural& value) {
        std::uint64_t borrow = 0;
        for (std::size_t at = 0; at < words_.size(); ++at) {
            const std::uint64_t word = at < value.words_.size() ? value.words_[at] : 0;
            const wide::uint128 difference = wide::subtract(wide::subtract({0, words_[at]}, {0, word}), {0, borrow});
            words_[at] = difference.low;
            borrow = difference.high != 0 ? 1 : 0;
        }
        trim();
    }

    friend bool operator<(const natural& a, const natural& b) noexcept {
        if (a.words_.size() != b.words_.size()) return a.words_.size() < b.words_.size();
        for (std::size_t at = a.words_.size(); at-- > 0;) {
            if (a.words_[at] != b.words_[at]) return a.words_[at] < b.words_[at];
        }
        return false;
    }

private:
    void trim() {
        while (!words_.empty() && words_.back() == 0) words_.pop_back();
    }

    std::vector<std::uint64_t> words_;
};

}  // namespace parindex::inline v0
