// What the tests of a layer ask of its findings.
#pragma once

#include "parindex/support/diagnostic.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

namespace parindex::inline v0 {

inline std::ostream& operator<<(std::ostream& out, error_code code) {
    return out << static_cast<int>(code);
}

inline std::ostream& operator<<(std::ostream& out, severity level) {
    return out << static_cast<int>(level);
}

inline std::ostream& operator<<(std::ostream& out, const diagnostic& finding) {
    return out << static_cast<int>(finding.code) << ' ' << to_string(finding);
}

}  // namespace parindex::inline v0

namespace parindex_test {

/// The codes of the findings, in order.
inline std::vector<parindex::error_code> codes(const parindex::diagnostics& findings) {
    std::vector<parindex::error_code> out;
    for (const parindex::diagnostic& finding : findings) out.push_back(finding.code);
    return out;
}

inline std::ptrdiff_t count(const parindex::diagnostics& findings, parindex::error_code code) {
    return std::count_if(findings.begin(), findings.end(),
                         [code](const parindex::diagnostic& finding) { return finding.code == code; });
}

/// The one finding with this code; a finding without code if there is none or more than one.
inline parindex::diagnostic only(const parindex::diagnostics& findings, parindex::error_code code) {
    parindex::diagnostic out;
    if (count(findings, code) == 1) {
        out = *std::find_if(findings.begin(), findings.end(),
                            [code](const parindex::diagnostic& finding) { return finding.code == code; });
    }
    return out;
}

/// All findings, for the message of a test that failed.
inline std::string listed(const parindex::diagnostics& findings) {
    std::string out;
    for (const parindex::diagnostic& finding : findings) {
        out += std::to_string(static_cast<int>(finding.code)) + ' ' + to_string(finding) + '\n';
    }
    return out;
}

}  // namespace parindex_test

namespace doctest {

template <>
struct StringMaker<std::vector<parindex::error_code>> {
    static String convert(const std::vector<parindex::error_code>& codes) {
        std::string out = "{";
        for (const parindex::error_code code : codes) out += ' ' + std::to_string(static_cast<int>(code));
        return (out + " }").c_str();
    }
};

}  // namespace doctest
