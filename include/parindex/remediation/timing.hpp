/// @file
/// When a task is to be done (thời gian thực hiện).
#pragma once

#include "parindex/text/date.hpp"

#include <optional>
#include <string_view>

namespace parindex::inline v0 {

/// The forms of timing that plans use.
enum class timing_kind {
    continuous,   ///< Thường xuyên: has no deadline that could be checked.
    on,           ///< On a date.
    before,       ///< Before a date.
    within,       ///< From a date to a date.
    monthly,      ///< Hằng tháng.
    quarterly,    ///< Hằng quý.
    half_yearly,  ///< Sáu tháng một lần.
    yearly,       ///< Hằng năm.
};

/// The word of the JSON format: "continuous", "on", "before", ...
[[nodiscard]] constexpr std::string_view to_string(timing_kind kind) noexcept {
    switch (kind) {
        case timing_kind::continuous: return "continuous";
        case timing_kind::on: return "on";
        case timing_kind::before: return "before";
        case timing_kind::within: return "within";
        case timing_kind::monthly: return "monthly";
        case timing_kind::quarterly: return "quarterly";
        case timing_kind::half_yearly: return "half_yearly";
        case timing_kind::yearly: return "yearly";
    }
    return "";
}

/// Timing of a task. `first` is the start of a span and is set for `within` only; `last` is the date of `on`,
/// `before` and `within`. Dates may be partial ("year 2023").
struct timing {
    timing_kind kind = timing_kind::continuous;
    std::optional<date> first;
    std::optional<date> last;

    friend bool operator==(const timing&, const timing&) = default;
};

}  // namespace parindex::inline v0
