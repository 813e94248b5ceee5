// Exact values inside messages: the decimal where it terminates, the fraction otherwise.
#pragma once

#include "parindex/numeric/number_text.hpp"
#include "parindex/numeric/ratio.hpp"

#include <string>

namespace parindex::inline v0 {

inline std::string shortest_text(const ratio& value) {
    const std::optional<decimal> exact = value.exact_decimal();
    return exact ? to_string(*exact) : value.to_string();
}

}  // namespace parindex::inline v0
