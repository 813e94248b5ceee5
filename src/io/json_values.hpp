// How values of the library are written as JSON: one spelling for one value, so that equal values give equal bytes.
#pragma once

#include "io/json_tree.hpp"
#include "parindex/criteria/decision.hpp"
#include "parindex/criteria/figure.hpp"
#include "parindex/numeric/number_text.hpp"
#include "parindex/numeric/ratio.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0::json {

/// "15.5"
inline tree written(const decimal& value) {
    return to_shortest_string(value);
}

/// The decimal where the value terminates; otherwise the fraction, and how it is printed.
inline tree written(const ratio& value) {
    constexpr int printed_places = 2;
    constexpr std::int64_t largest_printed = 10'000'000'000'000'000;  // with two decimals still below 2^63
    if (const std::optional<decimal> exact = value.exact_decimal()) return to_string(*exact);
    // Only a sum of absurd maxima is too large for a decimal; its fraction is exact all the same.
    const bool fits = abs(value) < ratio(largest_printed);
    return {{"exact", value.to_string()},
            {"printed", fits ? to_string(value.to_decimal(printed_places).value)
                             : round_to(value, printed_places).value.to_string()},
            {"places", printed_places}};
}

/// A printed figure is its number; any other says where it comes from.
inline tree written(const figure& value) {
    if (value.origin == provenance::printed && value.assumption.empty()) return written(value.value);
    tree out{{"value", written(value.value)}};
    if (value.origin != provenance::printed) out["provenance"] = to_string(value.origin);
    if (!value.assumption.empty()) out["assumption"] = value.assumption;
    return out;
}

inline tree written(const decision& value) {
    tree out{{"number", value.number}, {"issuer", value.issuer}, {"date", to_iso_string(value.issued)}};
    if (value.origin != provenance::printed) out["provenance"] = to_string(value.origin);
    if (!value.assumption.empty()) out["assumption"] = value.assumption;
    return out;
}

inline void put(tree& out, std::string_view key, const std::string& text) {
    if (!text.empty()) out[key] = text;
}
inline void put(tree& out, std::string_view key, const std::vector<std::string>& texts) {
    if (!texts.empty()) out[key] = texts;
}
template <class T>
void put(tree& out, std::string_view key, const std::optional<T>& value) {
    if (value) out[key] = written(*value);
}

}  // namespace parindex::inline v0::json
