// The only source file that knows big integers. Small operands take the 128-bit path; whatever does not fit there,
// and every operand that is already big, goes through cpp_int and comes back small when it can.
#include "parindex/numeric/ratio.hpp"

#include "numeric/ratio_words.hpp"
#include "parindex/support/limits.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <limits>
#include <numeric>

namespace parindex::inline v0 {

namespace {
using integer = boost::multiprecision::cpp_int;
}

struct ratio::big_fraction {
    integer numerator;
    integer denominator;
};

struct ratio_kernel {
    using big = ratio::big_fraction;

    static ratio small(std::int64_t numerator, std::int64_t denominator) noexcept {
        ratio out;
        out.numerator_ = numerator;
        out.denominator_ = denominator;
        return out;
    }

    static big widen(const ratio& value) {
        return value.big_ != nullptr ? *value.big_ : big{value.numerator_, value.denominator_};
    }

    static integer widen(wide::signed_magnitude value) {
        integer out = value.magnitude.high;
        out <<= 64;
        out += value.magnitude.low;
        return value.negative ? integer(-out) : out;
    }

    static void check_size(const integer& part) {
        if (!part.is_zero() && boost::multiprecision::msb(boost::multiprecision::abs(part)) >= limits::ratio_bits) {
            throw error(error_code::ratio_too_large, "a fraction needs more than 16384 bits");
        }
    }

    /// Lowest terms, inline if it fits. @pre denominator > 0 @throws ratio_too_large
    static ratio reduced(integer numerator, integer denominator) {
        const integer divisor = gcd(numerator, denominator);
        if (divisor != 1) {
            numerator /= divisor;
            denominator /= divisor;
        }
        return in_lowest_terms(std::move(numerator), std::move(denominator));
    }

    /// @pre nothing cancels and denominator > 0 @throws ratio_too_large
    static ratio in_lowest_terms(integer numerator, integer denominator) {
        if (fits(numerator) && fits(denominator)) {
            return small(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator));
        }
        check_size(numerator);
        check_size(denominator);
        ratio out;
        out.big_ = new big{std::move(numerator), std::move(denominator)};
        return out;
    }

    static bool fits(const integer& value) {
        return value >= std::numeric_limits<std::int64_t>::min() && value <= std::numeric_limits<std::int64_t>::max();
    }

    static bool both_small(const ratio& a, const ratio& b) noexcept { return a.big_ == nullptr && b.big_ == nullptr; }

    /// numerator / denominator in lowest terms, for a denominator above zero that shares with the numerator only
    /// factors of `shared` (any multiple of those will do).
    static ratio reduced_small(wide::signed_magnitude numerator, wide::uint128 denominator, std::uint64_t shared) {
        if (shared != 1) {
            const std::uint64_t common = std::gcd(wide::divide(numerator.magnitude, shared).remainder, shared);
            numerator.magnitude = wide::divide(numerator.magnitude, common).quotient;
            denominator = wide::divide(denominator, common).quotient;
        }
        const wide::signed_magnitude below{false, denominator};
        if (numerator.fits_int64() && below.fits_int64()) return small(numerator.to_int64(), below.to_int64());
        return reduced(widen(numerator), widen(below));
    }

    // Knuth, TAOCP 4.5.1: only factors of gcd(denominators) can cancel in a sum, only cross factors in a product. So
    // no gcd of full results is needed, here and in the 64-bit variants below.

    static ratio big_sum(const ratio& a, const ratio& b, bool subtract) {
        const big left = widen(a);
        const big right = widen(b);
        const integer shared = gcd(left.denominator, right.denominator);
        const integer left_rest = left.denominator / shared;
        integer numerator = left.numerator * (right.denominator / shared);
        const integer cross = right.numerator * left_rest;
        subtract ? numerator -= cross : numerator += cross;
        integer denominator = left_rest * right.denominator;
        const integer common = gcd(numerator, shared);
        if (common != 1) {
            numerator /= common;
            denominator /= common;
        }
        return in_lowest_terms(std::move(numerator), std::move(denominator));
    }

    static ratio big_product(big a, big b) {
        const integer first = gcd(a.numerator, b.denominator);
        const integer second = gcd(b.numerator, a.denominator);
        integer numerator = (a.numerator / first) * (b.numerator / second);
        integer denominator = (a.denominator / second) * (b.denominator / first);
        if (denominator < 0) {
            numerator = -numerator;
            denominator = -denominator;
        }
        return in_lowest_terms(std::move(numerator), std::move(denominator));
    }

    static ratio sum(const ratio& a, const ratio& b, bool subtract) {
        if (!both_small(a, b)) return big_sum(a, b, subtract);
        if (a.denominator_ == 1 && b.denominator_ == 1) {
            std::int64_t whole = 0;
            const bool overflows = subtract ? wide::subtract_overflows(a.numerator_, b.numerator_, whole)
                                            : wide::add_overflows(a.numerator_, b.numerator_, whole);
            if (!overflows) return small(whole, 1);
        }
        const auto a_below = static_cast<std::uint64_t>(a.denominator_);
        const auto b_below = static_cast<std::uint64_t>(b.denominator_);
        const std::uint64_t shared = a_below == b_below ? a_below : std::gcd(a_below, b_below);
        const wide::signed_magnitude left = wide::multiply(a.numerator_, b_below / shared);
        wide::signed_magnitude right = wide::multiply(b.numerator_, a_below / shared);
        if (subtract) right.negative = !right.negative;
        return reduced_small(wide::add(left, right), wide::multiply(a_below / shared, b_below), shared);
    }

    static ratio product(const ratio& a, const ratio& b) {
        if (!both_small(a, b)) return big_product(widen(a), widen(b));
        if (a.denominator_ == 1 && b.denominator_ == 1) {
            std::int64_t whole = 0;
            if (!wide::multiply_overflows(a.numerator_, b.numerator_, whole)) return small(whole, 1);
        }
        return product(a.numerator_, static_cast<std::uint64_t>(a.denominator_), b.numerator_,
                       static_cast<std::uint64_t>(b.denominator_), false);
    }

    static ratio quotient(const ratio& a, const ratio& b) {
        if (b.sign() == 0) throw error(error_code::division_by_zero, "a quotient with divisor zero");
        if (!both_small(a, b)) {
            big divisor = widen(b);
            std::swap(divisor.numerator, divisor.denominator);
            return big_product(widen(a), std::move(divisor));
        }
        return product(a.numerator_, static_cast<std::uint64_t>(a.denominator_), b.denominator_,
                       wide::magnitude(b.numerator_), b.numerator_ < 0);
    }

    /// (a / a_below) * (b / b_below), negated if asked; cross factors cancel before multiplying.
    static ratio product(std::int64_t a, std::uint64_t a_below, std::int64_t b, std::uint64_t b_below, bool negate) {
        std::uint64_t a_size = wide::magnitude(a);
        std::uint64_t b_size = wide::magnitude(b);
        const std::uint64_t first = std::gcd(a_size, b_below);
        const std::uint64_t second = std::gcd(b_size, a_below);
        a_size /= first;
        b_below /= first;
        b_size /= second;
        a_below /= second;
        const bool negative = ((a < 0) != (b < 0)) != negate;
        return reduced_small({negative, wide::multiply(a_size, b_size)}, wide::multiply(a_below, b_below), 1);
    }

    static integer power_of_ten(int exponent) {
        return boost::multiprecision::pow(integer(10), static_cast<unsigned>(exponent));
    }

    /// |value| * 10^places cut to a whole number, moved as the mode says.
    static rounded<integer> scaled(const ratio& value, int places, rounding_mode mode) {
        big wide_value = widen(value);
        if (places >= 0) {
            wide_value.numerator *= power_of_ten(places);
        } else {
            wide_value.denominator *= power_of_ten(-places);
        }
        integer quotient;
        integer remainder;
        const bool negative = wide_value.numerator < 0;
        divide_qr(boost::multiprecision::abs(wide_value.numerator).convert_to<integer>(), wide_value.denominator,
                  quotient, remainder);
        const integer twice = remainder * 2;
        const std::strong_ordering half = twice < wide_value.denominator    ? std::strong_ordering::less
                                          : twice == wide_value.denominator ? std::strong_ordering::equal
                                                                            : std::strong_ordering::greater;
        if (rounds_away(mode, negative, bit_test(quotient, 0), half, remainder.is_zero())) ++quotient;
        return {negative ? integer(-quotient) : quotient, remainder.is_zero()};
    }

    static rounded<ratio> round_small(const ratio& value, int places, rounding_mode mode) {
        const std::uint64_t power = detail::powers_of_ten[places];
        const auto below = static_cast<std::uint64_t>(value.denominator_);
        const wide::signed_magnitude scaled = wide::multiply(value.numerator_, power);
        auto [units, remainder] = wide::divide(scaled.magnitude, below);
        // Twice a remainder below 2^63 still fits.
        const std::strong_ordering half = remainder * 2 <=> below;
        if (rounds_away(mode, scaled.negative, units.low % 2 != 0, half, remainder == 0))
            units = wide::add(units, {0, 1});
        return {reduced_small({scaled.negative, units}, {0, power}, power), remainder == 0};
    }

    static rounded<ratio> round(const ratio& value, int places, rounding_mode mode) {
        constexpr int bound = 400;
        if (places < -bound || places > bound) {
            throw error(error_code::invalid_scale, "places to round a fraction to lie in -400..400");
        }
        if (value.big_ == nullptr && places >= 0 && places <= decimal::max_scale)
            return round_small(value, places, mode);
        rounded<integer> units = scaled(value, places, mode);
        if (places >= 0) return {reduced(std::move(units.value), power_of_ten(places)), units.exact};
        return {reduced(units.value * power_of_ten(-places), 1), units.exact};
    }

    static rounded<decimal> round_to_decimal(const ratio& value, int places, rounding_mode mode) {
        if (places < 0 || places > decimal::max_scale) {
            throw error(error_code::invalid_scale, "places of a decimal lie in 0..18");
        }
        if (value.big_ == nullptr) {
            return divide(decimal(value.numerator_), decimal(value.denominator_), places, mode);
        }
        const rounded<integer> units = scaled(value, places, mode);
        if (!fits(units.value)) detail::throw_overflow("rounded fraction");
        return {decimal::from_parts(static_cast<std::int64_t>(units.value), places), units.exact};
    }

    static std::strong_ordering compare(const ratio& a, const ratio& b) {
        if (both_small(a, b)) {
            if (a.denominator_ == b.denominator_) return a.numerator_ <=> b.numerator_;
            return wide::compare(wide::multiply(a.numerator_, static_cast<std::uint64_t>(b.denominator_)),
                                 wide::multiply(b.numerator_, static_cast<std::uint64_t>(a.denominator_)));
        }
        const big left = widen(a);
        const big right = widen(b);
        const int order =
            integer(left.numerator * right.denominator).compare(integer(right.numerator * left.denominator));
        return order <=> 0;
    }
};

ratio::ratio(decimal value) {
    if (value.scale() == 0) {
        numerator_ = value.coefficient();
        return;
    }
    const auto below = detail::powers_of_ten[value.scale()];
    const std::uint64_t common = std::gcd(wide::magnitude(value.coefficient()), below);
    // The divisor is at most 10^18, so the casts are safe; a coefficient of -2^63 divides exactly too.
    numerator_ = value.coefficient() / static_cast<std::int64_t>(common);
    denominator_ = static_cast<std::int64_t>(below / common);
}

ratio::ratio(decimal numerator, decimal denominator) {
    // A share or a percentage, 5/7 or 80/100, takes one gcd.
    const bool same_scale = numerator.scale() == denominator.scale();
    if (!same_scale || denominator.sign() <= 0) {
        *this = ratio(numerator) / ratio(denominator);
        return;
    }
    const auto below = static_cast<std::uint64_t>(denominator.coefficient());
    const auto common = static_cast<std::int64_t>(std::gcd(wide::magnitude(numerator.coefficient()), below));
    numerator_ = numerator.coefficient() / common;
    denominator_ = denominator.coefficient() / common;
}

const ratio::big_fraction* ratio::clone(const big_fraction* value) {
    return new big_fraction(*value);
}
void ratio::destroy(const big_fraction* value) noexcept {
    delete value;
}

int ratio::big_sign() const noexcept {
    return big_->numerator.sign();
}

bool ratio::big_is_integer() const noexcept {
    return big_->denominator == 1;
}

bool ratio::big_equals(const ratio& other) const noexcept {
    return big_->numerator == other.big_->numerator && big_->denominator == other.big_->denominator;
}

ratio ratio::numerator() const {
    return big_ == nullptr ? numerator_ : ratio_kernel::in_lowest_terms(big_->numerator, 1);
}

ratio ratio::denominator() const {
    return big_ == nullptr ? denominator_ : ratio_kernel::in_lowest_terms(big_->denominator, 1);
}

std::string ratio::to_string() const {
    const auto text = [](const auto& numerator, const auto& denominator, const auto& print) {
        return denominator == 1 ? print(numerator) : print(numerator) + "/" + print(denominator);
    };
    if (big_ != nullptr)
        return text(big_->numerator, big_->denominator, [](const integer& value) { return value.str(); });
    return text(numerator_, denominator_, [](std::int64_t value) { return std::to_string(value); });
}

ratio ratio::operator-() const {
    return ratio() - *this;
}
ratio operator+(const ratio& a, const ratio& b) {
    return ratio_kernel::sum(a, b, false);
}
ratio operator-(const ratio& a, const ratio& b) {
    return ratio_kernel::sum(a, b, true);
}
ratio operator*(const ratio& a, const ratio& b) {
    return ratio_kernel::product(a, b);
}
ratio operator/(const ratio& a, const ratio& b) {
    return ratio_kernel::quotient(a, b);
}
std::strong_ordering operator<=>(const ratio& a, const ratio& b) {
    return ratio_kernel::compare(a, b);
}

rounded<ratio> round_to(const ratio& value, int places, rounding_mode mode) {
    return ratio_kernel::round(value, places, mode);
}

rounded<decimal> ratio::to_decimal(int places, rounding_mode mode) const {
    return ratio_kernel::round_to_decimal(*this, places, mode);
}

ratio ratio_words::make(bool negative, std::span<const std::uint64_t> numerator,
                        std::span<const std::uint64_t> denominator) {
    if (numerator.empty()) return {};  // import_bits reads before the start of an empty range
    integer above;
    integer below;
    boost::multiprecision::import_bits(above, numerator.begin(), numerator.end(), 64, false);
    boost::multiprecision::import_bits(below, denominator.begin(), denominator.end(), 64, false);
    if (negative) above = -above;
    return ratio_kernel::in_lowest_terms(std::move(above), std::move(below));
}

std::optional<decimal> ratio::exact_decimal() const {
    // A denominator that divides 10^18 fits 64 bits, so a big fraction has either another denominator or a numerator
    // that no coefficient holds.
    if (big_ != nullptr) return std::nullopt;
    const auto below = static_cast<std::uint64_t>(denominator_);
    for (int scale = 0; scale <= decimal::max_scale; ++scale) {
        const std::uint64_t power = detail::powers_of_ten[scale];
        if (power % below != 0) continue;
        const wide::signed_magnitude coefficient = wide::multiply(numerator_, power / below);
        if (!coefficient.fits_int64()) return std::nullopt;
        return decimal::from_parts(coefficient.to_int64(), scale);
    }
    return std::nullopt;
}

}  // namespace parindex::inline v0
