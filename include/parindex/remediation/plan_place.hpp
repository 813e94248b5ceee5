/// @file
/// Where a part of a plan was read from.
#pragma once

#include "parindex/support/diagnostic.hpp"

#include <utility>

namespace parindex::inline v0 {

/// The place of a part of a plan in its file. It is no part of the value: plans that say the same are equal wherever
/// they were read from.
struct plan_place : source_position {
    plan_place() = default;
    plan_place(source_position place) : source_position(std::move(place)) {}  // NOLINT(google-explicit-constructor)

    friend bool operator==(const plan_place&, const plan_place&) noexcept { return true; }
};

}  // namespace parindex::inline v0
