/// @file
/// A value, or everything that is wrong with the text it should have come from.
#pragma once

#include "parindex/support/diagnostic.hpp"

#include <utility>
#include <variant>

namespace parindex::inline v0 {

/// What readers return. The member names are those of std::expected<T, diagnostics>, which replaces it one day.
template <class T>
class [[nodiscard]] result {
public:
    using value_type = T;
    using error_type = diagnostics;

    result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT(google-explicit-constructor)
    result(diagnostics findings)
        : state_(std::in_place_index<1>, std::move(findings)) {}  // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    /// The value. @throws parindex::error with the first diagnostic if there is none.
    [[nodiscard]] const T& value() const& {
        require_value();
        return std::get<0>(state_);
    }
    /// Unlike std::expected, a temporary gives its value away instead of a reference into itself: the value outlives
    /// the result in `for (auto& each : read(...).value())`.
    [[nodiscard]] T value() && {
        require_value();
        return std::get<0>(std::move(state_));
    }

    /// The value, unchecked by the type: calling these without a value throws std::bad_variant_access.
    [[nodiscard]] const T& operator*() const& { return std::get<0>(state_); }
    [[nodiscard]] T operator*() && { return std::get<0>(std::move(state_)); }
    [[nodiscard]] const T* operator->() const { return &std::get<0>(state_); }

    /// The diagnostics. @pre !has_value()
    [[nodiscard]] const diagnostics& error() const& { return std::get<1>(state_); }
    [[nodiscard]] diagnostics error() && { return std::get<1>(std::move(state_)); }

private:
    void require_value() const {
        if (has_value()) return;
        const diagnostics& findings = std::get<1>(state_);
        if (findings.empty()) throw parindex::error(error_code::none, "no value");
        throw parindex::error(findings.front().code, to_string(findings.front()));
    }

    std::variant<T, diagnostics> state_;
};

}  // namespace parindex::inline v0
