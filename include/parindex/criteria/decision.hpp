/// @file
/// Decisions (quyết định), and where in them a rule stands.
#pragma once

#include "parindex/criteria/figure.hpp"
#include "parindex/text/date.hpp"

#include <string>

namespace parindex::inline v0 {

/// The decision that issues a set (quyết định ban hành). A number alone is not unique: 892 was issued by the ministry
/// in 2024 and by Quảng Nam in 2023.
struct decision {
    std::string number;  ///< As printed: "134/QĐ-UBND".
    std::string issuer;
    date issued;
    provenance origin = provenance::printed;
    std::string assumption;  ///< Required unless printed.

    /// Same number, issuer and date.
    friend bool operator==(const decision& a, const decision& b) {
        return a.number == b.number && a.issuer == b.issuer && a.issued == b.issued;
    }
};

/// "134/QĐ-UBND of UBND tỉnh Sơn La (2022-01-20)": how messages name a decision.
[[nodiscard]] std::string to_string(const decision& key);

/// Where the rule of a criterion stands (căn cứ pháp lý).
struct legal_source {
    std::string document;  ///< "1051/QĐ-UBND".
    std::string article;   ///< "Điều 5"; may be empty.

    friend bool operator==(const legal_source&, const legal_source&) = default;
};

}  // namespace parindex::inline v0
