/// What each contestant does for an operation. Where a contestant has no such operation, the function is absent.
#pragma once

#include "parindex/numeric/number_text.hpp"
#include "parindex/numeric/ratio.hpp"
#include "parindex/numeric/sum.hpp"

#include <boost/multiprecision/cpp_dec_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>

#include <charconv>
#include <cmath>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

/// parindex::decimal.
struct parindex_decimal {
    using number = parindex::decimal;
    static number parse(std::string_view text) {
        const auto parsed = parindex::parse_decimal(text);
        if (!parsed.ok()) throw std::runtime_error("not a number");
        return parsed.value;
    }
    static number add(number a, number b) { return a + b; }
    static number multiply(number a, number b) { return a * b; }
    static bool less(number a, number b) { return a < b; }
    static number round(number a) { return parindex::round_to(a, 1).value; }
    static std::size_t format(number a) { return parindex::decimal_text(a).view().size(); }
    static number sum(std::span<const number> column) { return parindex::sum(column); }
};

/// parindex::ratio: what scores are between input and output.
struct parindex_ratio {
    using number = parindex::ratio;
    static number parse(std::string_view text) { return parindex_decimal::parse(text); }
    static number add(const number& a, const number& b) { return a + b; }
    static number multiply(const number& a, const number& b) { return a * b; }
    static bool less(const number& a, const number& b) { return a < b; }
    static number round(const number& a) { return parindex::round_to(a, 1).value; }
    static std::size_t format(const number& a) { return a.to_string().size(); }
};

/// Hundredths in an int64: what a careful program does by hand.
struct checked_int64 {
    using number = std::int64_t;
    static number parse(std::string_view text) { return parindex_decimal::parse(text).coefficient(); }
    static number add(number a, number b) {
        number out = 0;
        if (parindex::wide::add_overflows(a, b, out)) throw std::overflow_error("sum");
        return out;
    }
    static number multiply(number a, number b) {
        number out = 0;
        if (parindex::wide::multiply_overflows(a, b, out)) throw std::overflow_error("product");
        return out;
    }
    static bool less(number a, number b) { return a < b; }
    static number sum(std::span<const number> column) {
        number out = 0;
        for (const number value : column) out = add(out, value);
        return out;
    }
};

struct checked_int128 {
    using number = boost::multiprecision::checked_int128_t;
    static number parse(std::string_view text) { return parindex_decimal::parse(text).coefficient(); }
    static number add(const number& a, const number& b) { return a + b; }
    static number multiply(const number& a, const number& b) { return a * b; }
    static bool less(const number& a, const number& b) { return a < b; }
};

struct cpp_rational {
    using number = boost::multiprecision::cpp_rational;
    static number parse(std::string_view text) {
        const parindex::decimal value = parindex_decimal::parse(text);
        return {value.coefficient(), static_cast<std::int64_t>(parindex::detail::powers_of_ten[value.scale()])};
    }
    static number add(const number& a, const number& b) { return a + b; }
    static number multiply(const number& a, const number& b) { return a * b; }
    static bool less(const number& a, const number& b) { return a < b; }
    static std::size_t format(const number& a) { return a.str().size(); }
};

/// Inexact.
struct cpp_dec_float {
    using number = boost::multiprecision::cpp_dec_float_50;
    static number parse(std::string_view text) { return number(std::string(text)); }
    static number add(const number& a, const number& b) { return a + b; }
    static number multiply(const number& a, const number& b) { return a * b; }
    static bool less(const number& a, const number& b) { return a < b; }
    static number round(const number& a) { return boost::multiprecision::round(a * 10) / 10; }
    static std::size_t format(const number& a) { return a.str().size(); }
};

/// Inexact.
struct binary_double {
    using number = double;
    static number parse(std::string_view text) {
        double out = 0;
        if (std::from_chars(text.data(), text.data() + text.size(), out).ec != std::errc()) {
            throw std::runtime_error("not a number");
        }
        return out;
    }
    static number add(number a, number b) { return a + b; }
    static number multiply(number a, number b) { return a * b; }
    static bool less(number a, number b) { return a < b; }
    static number round(number a) { return std::round(a * 10) / 10; }
    static std::size_t format(number a) {
        char buffer[32];
        return static_cast<std::size_t>(std::to_chars(buffer, buffer + sizeof buffer, a).ptr - buffer);
    }
    static number sum(std::span<const number> column) {
        number out = 0;
        for (const number value : column) out += value;
        return out;
    }
};
