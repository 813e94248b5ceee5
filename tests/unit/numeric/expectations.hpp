/// How the numeric tests print values and name expected errors.
#pragma once

#include "parindex/numeric/number_text.hpp"
#include "parindex/numeric/ratio.hpp"

#include <doctest/doctest.h>

template <>
struct doctest::StringMaker<parindex::decimal> {
    static doctest::String convert(parindex::decimal value) { return parindex::to_string(value).c_str(); }
};

template <>
struct doctest::StringMaker<parindex::ratio> {
    static doctest::String convert(const parindex::ratio& value) { return value.to_string().c_str(); }
};

/// The code of the parindex::error that `action` throws, or none.
template <class Action>
parindex::error_code thrown_by(Action action) {
    try {
        static_cast<void>(action());
    } catch (const parindex::error& problem) {
        CHECK(problem.what()[0] != '\0');
        return problem.code();
    }
    return parindex::error_code::none;
}

inline constexpr parindex::rounding_mode all_modes[] = {
    parindex::rounding_mode::half_up, parindex::rounding_mode::half_even, parindex::rounding_mode::half_down,
    parindex::rounding_mode::down,    parindex::rounding_mode::up,        parindex::rounding_mode::floor,
    parindex::rounding_mode::ceiling};
