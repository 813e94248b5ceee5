/// How the tests of facts print ranges, read formulas and name facts.
#pragma once

#include "../numeric/expectations.hpp"
#include "parindex/facts/formula.hpp"
#include "parindex/numeric/ratio_text.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

template <>
struct doctest::StringMaker<parindex::range> {
    static doctest::String convert(const parindex::range& value) {
        const auto bound = [](const std::optional<parindex::ratio>& each) {
            return each ? each->to_string() : std::string("none");
        };
        return ('[' + bound(value.low) + ", " + bound(value.high) + ']').c_str();
    }
};

namespace parindex_test {

/// A ratio as a test writes it: "11/14", "-0.5".
inline parindex::ratio r(std::string_view text) {
    const parindex::parsed_ratio parsed = parindex::parse_ratio(text);
    REQUIRE(parsed.ok());
    return parsed.value;
}

/// A range as a test writes it: "1/2" or "0..5", "0.." and ".." where there is no bound.
inline parindex::range in(std::string_view text) {
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) return r(text);
    parindex::range out;
    if (dots != 0) out.low = r(text.substr(0, dots));
    if (dots + 2 != text.size()) out.high = r(text.substr(dots + 2));
    return out;
}

inline parindex::formula parsed(std::string_view text) {
    parindex::result<parindex::formula> read = parindex::formula::parse(text);
    if (!read) FAIL(std::string(text) << ": " << read.error().front().message);
    return std::move(read).value();
}

using named_ranges = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// The ranges by the names of the formula.
inline std::vector<parindex::range> ranges_for(const parindex::formula& of, named_ranges given) {
    std::vector<parindex::range> out;
    for (const std::string& name : of.names()) {
        bool found = false;
        for (const auto& each : given) {
            if (each.first != name) continue;
            out.push_back(in(each.second));
            found = true;
        }
        if (!found) FAIL("no range for " << name);
    }
    return out;
}

/// The value of `text`, the maximum of the criterion being 2.
inline parindex::formula_value value_of(std::string_view text, named_ranges given = {}) {
    const parindex::formula read = parsed(text);
    return read.evaluate(ranges_for(read, given), 2);
}

/// "11/14", "[0, none]", "divided by zero"; "?" behind it where a division by zero is possible.
inline std::string value_text(std::string_view text, named_ranges given = {}) {
    const parindex::formula_value value = value_of(text, given);
    if (value.divided_by_zero) return "divided by zero";
    const std::string out = value.value.is_point()
                                ? value.value.low->to_string()
                                : doctest::StringMaker<parindex::range>::convert(value.value).c_str();
    return out + (value.may_divide_by_zero ? "?" : "");
}

}  // namespace parindex_test
