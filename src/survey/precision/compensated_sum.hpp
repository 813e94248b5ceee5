/// Sums of binary numbers that hardly depend on the order of their terms.
#pragma once

#include <cmath>

namespace parindex::inline v0 {

/// Neumaier's sum: what each addition loses is added up too.
class compensated_sum {
public:
    void add(double term) noexcept {
        const double next = sum_ + term;
        lost_ += std::fabs(sum_) >= std::fabs(term) ? (sum_ - next) + term : (term - next) + sum_;
        sum_ = next;
    }
    [[nodiscard]] double value() const noexcept { return sum_ + lost_; }

private:
    double sum_ = 0;
    double lost_ = 0;
};

}  // namespace parindex::inline v0
