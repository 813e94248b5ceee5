#include "parindex/facts/range.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace parindex::inline v0 {

namespace {

/// An end of a range on the extended line: a number, or beyond all numbers on one side.
struct end_point {
    int beyond = 0;  ///< -1 or 1 where there is no bound on that side, otherwise 0.
    ratio value;

    [[nodiscard]] int sign() const noexcept { return beyond != 0 ? beyond : value.sign(); }

    friend bool operator<(const end_point& a, const end_point& b) {
        if (a.beyond != 0 || b.beyond != 0) return a.beyond < b.beyond;
        return a.value < b.value;
    }
    /// 0 times no bound is 0: the factor is 0 whatever the other one is.
    friend end_point operator*(const end_point& a, const end_point& b) {
        if (a.beyond == 0 && b.beyond == 0) return {0, a.value * b.value};
        return {a.sign() * b.sign(), {}};
    }
    [[nodiscard]] std::optional<ratio> bound() const { return beyond == 0 ? std::optional(value) : std::nullopt; }
};

end_point low_end(const range& of) {
    return of.low ? end_point{0, *of.low} : end_point{-1, {}};
}

end_point high_end(const range& of) {
    return of.high ? end_point{0, *of.high} : end_point{1, {}};
}

/// The divisor is above 0, or from 0 up without being 0: whatever is divided keeps its sign.
range divided_by_positive(const range& a, const range& b) {
    if (b.low->sign() > 0) return a * range(b.high ? 1 / *b.high : ratio(0), 1 / *b.low);
    // Close to 0 the divisor makes everything as large as it likes, but nothing smaller than the largest divisor does.
    const auto smallest = [&b](const ratio& dividend) { return b.high ? dividend / *b.high : ratio(0); };
    range out;
    if (a.low && a.low->sign() >= 0) out.low = smallest(*a.low);
    if (a.high && a.high->sign() <= 0) out.high = smallest(*a.high);
    return out;
}

}  // namespace

range hull(const range& a, const range& b) {
    range out;
    if (a.low && b.low) out.low = std::min(*a.low, *b.low);
    if (a.high && b.high) out.high = std::max(*a.high, *b.high);
    return out;
}

range clamp(const range& value, const std::optional<ratio>& least, const std::optional<ratio>& most) {
    range out = value;
    if (least) {
        out.low = value.low ? std::max(*value.low, *least) : *least;
        if (value.high) out.high = std::max(*value.high, *least);
    }
    if (most) {
        if (out.low) out.low = std::min(*out.low, *most);
        out.high = out.high ? std::min(*out.high, *most) : *most;
    }
    return out;
}

range operator-(const range& a) {
    range out;
    if (a.high) out.low = -*a.high;
    if (a.low) out.high = -*a.low;
    return out;
}

range operator+(const range& a, const range& b) {
    if (a.is_point() && b.is_point()) return *a.low + *b.low;
    range out;
    if (a.low && b.low) out.low = *a.low + *b.low;
    if (a.high && b.high) out.high = *a.high + *b.high;
    return out;
}

range operator-(const range& a, const range& b) {
    if (a.is_point() && b.is_point()) return *a.low - *b.low;
    range out;
    if (a.low && b.high) out.low = *a.low - *b.high;
    if (a.high && b.low) out.high = *a.high - *b.low;
    return out;
}

range operator*(const range& a, const range& b) {
    if (a.is_point() && b.is_point()) return *a.low * *b.low;
    const std::array<end_point, 2> left{low_end(a), high_end(a)};
    const std::array<end_point, 2> right{low_end(b), high_end(b)};
    const std::array<end_point, 4> corners{left[0] * right[0], left[0] * right[1], left[1] * right[0],
                                           left[1] * right[1]};
    const auto [least, most] = std::minmax_element(corners.begin(), corners.end());
    return {least->bound(), most->bound()};
}

range operator/(const range& a, const range& b) {
    if (b.is_point()) {
        if (a.is_point()) return *a.low / *b.low;
        return a * range(1 / *b.low);
    }
    if (b.low && b.low->sign() >= 0) return divided_by_positive(a, b);
    if (b.high && b.high->sign() <= 0) return divided_by_positive(-a, -b);
    // On both sides of 0. Only 0 itself stays what it is.
    return a.is_point() && a.low->sign() == 0 ? range(ratio(0)) : range();
}

}  // namespace parindex::inline v0
