#include "survey/precision/whole_combination.hpp"

#include "survey/tally/exact_count.hpp"

#include <algorithm>

namespace parindex::inline v0 {

namespace {

constexpr std::ptrdiff_t exact_digits = 300;  // of a denominator: 1,000 bits
constexpr std::ptrdiff_t kept_digits = 60;    // of the smallest coefficient, where they are rounded

/// @pre whole.is_integer()
std::ptrdiff_t digits_of(const ratio& whole) {
    return static_cast<std::ptrdiff_t>(abs(whole).to_string().size());
}

/// The power of ten of the value, at most one too large.
std::ptrdiff_t exponent_of(const ratio& value) {
    return digits_of(value.numerator()) - digits_of(value.denominator());
}

ratio power_of_ten(std::ptrdiff_t exponent) {
    ratio out = 1;
    for (std::ptrdiff_t count = 0; count < exponent; ++count) out *= 10;
    return out;
}

/// Nothing but 0 where the common denominator is longer than is worth it.
ratio common_denominator(std::span<const ratio> combination) {
    ratio out = 1;
    for (const ratio& each : combination) {
        out *= (each * out).denominator();
        if (digits_of(out) > exact_digits) return 0;
    }
    return out;
}

/// A power of ten: what it multiplies keeps kept_digits before the point, whatever the coefficient.
ratio rounding_denominator(std::span<const ratio> combination) {
    std::ptrdiff_t places = 0;
    for (const ratio& each : combination) {
        if (each.sign() != 0) places = std::max(places, kept_digits + 2 - exponent_of(each));
    }
    return power_of_ten(places);
}

/// @param sum, squares  of c'v, without the denominator
/// @param diagonal      the squares of all parts of v that have a coefficient
exact_moments finish(std::uint64_t drawn, const ratio& sum, const ratio& squares, const ratio& diagonal,
                     const whole_combination& combination) {
    ratio spread = drawn == 0 ? ratio() : squares - sum * sum / exact_count(drawn);
    // Half a unit off in each of K coefficients moves c'v by (v_1 + ... + v_K) / 2 at most, whose square is no more
    // than K (v_1^2 + ... + v_K^2) / 4.
    if (combination.rounded && abs(spread) * 4 <= diagonal * ratio(combination.terms.size())) spread = 0;
    const ratio square = combination.denominator * combination.denominator;
    return {sum / combination.denominator, squares / square, spread / square};
}

}  // namespace

whole_combination over_one_denominator(std::span<const ratio> combination) {
    whole_combination out;
    out.denominator = common_denominator(combination);
    out.rounded = out.denominator.sign() == 0;
    if (out.rounded) out.denominator = rounding_denominator(combination);
    for (std::size_t place = 0; place < combination.size(); ++place) {
        if (combination[place].sign() == 0) continue;
        out.terms.emplace_back(place, round_to(combination[place] * out.denominator, 0).value);
    }
    return out;
}

ratio of_bounded_length(const ratio& value) {
    if (digits_of(value.denominator()) <= exact_digits) return value;
    const ratio scale = power_of_ten(2 * kept_digits + 2 - exponent_of(value));
    return round_to(value * scale, 0).value / scale;
}

exact_moments moments_of(std::uint64_t drawn, std::span<const std::uint64_t> sums,
                         std::span<const std::uint64_t> products, const whole_combination& combination) {
    // Row i of the products begins behind the i rows before it, of size, size - 1, ... places.
    const std::size_t size = sums.size();
    const auto product = [&](std::size_t i, std::size_t j) {
        return exact_count(products[i * size - i * (i + 1) / 2 + j]);
    };
    ratio sum;
    ratio squares;
    ratio diagonal;
    for (std::size_t i = 0; i < combination.terms.size(); ++i) {
        const auto& [place, coefficient] = combination.terms[i];
        sum += coefficient * exact_count(sums[place]);
        diagonal += product(place, place);
        ratio behind;
        for (std::size_t j = i + 1; j < combination.terms.size(); ++j) {
            behind += combination.terms[j].second * product(place, combination.terms[j].first);
        }
        squares += coefficient * (coefficient * product(place, place) + behind * 2);
    }
    return finish(drawn, sum, squares, diagonal, combination);
}

void moment_adder::add(std::span<const std::uint64_t> unit) {
    ratio value;
    for (const auto& [place, coefficient] : combination_.terms) {
        const ratio count = exact_count(unit[place]);
        value += coefficient * count;
        diagonal_ += count * count;
    }
    ++drawn_;
    sum_ += value;
    squares_ += value * value;
}

exact_moments moment_adder::moments() const {
    return finish(drawn_, sum_, squares_, diagonal_, combination_);
}

}  // namespace parindex::inline v0
