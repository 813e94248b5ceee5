/// @file
/// A figure and where it comes from.
#pragma once

#include "parindex/numeric/decimal.hpp"

#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// Where a figure or code comes from (nguồn số liệu). Nothing inferred may pass for printed.
enum class provenance {
    printed,   ///< Stands in a published document. The default.
    inferred,  ///< Computed or concluded by us; rests on an assumption that must be stated.
    assigned,  ///< Given by us because the document has none (codes).
};

/// "printed", "inferred" or "assigned".
[[nodiscard]] constexpr std::string_view to_string(provenance origin) noexcept {
    switch (origin) {
        case provenance::printed: return "printed";
        case provenance::inferred: return "inferred";
        case provenance::assigned: return "assigned";
    }
    return "";
}

/// A number of points and its provenance.
struct figure {
    decimal value;
    provenance origin = provenance::printed;
    std::string assumption;  ///< Required when inferred.

    friend bool operator==(const figure&, const figure&) = default;
};

}  // namespace parindex::inline v0
