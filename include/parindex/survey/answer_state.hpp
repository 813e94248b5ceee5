/// @file
/// What became of a question on a sheet (tình trạng trả lời).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace parindex::inline v0 {

/// Each is counted for itself, so that nobody has to guess later what an empty cell was.
enum class answer_state : std::uint8_t {
    answered,        ///< With one of the options; of a multiple-choice question with any number of them but none.
    blank,           ///< Nothing is marked.
    dont_know,       ///< "Không biết", "không có ý kiến".
    not_applicable,  ///< "Không áp dụng", "không phát sinh".
    refused,         ///< "Không trả lời", "từ chối".
    out_of_range,    ///< A whole number that is no code of a scale of whole numbers: a typing error.
    several_marked,  ///< More than one option of a question that takes one.
    skipped,         ///< Nothing is marked, and the route of the questionnaire leaves the question out.
    off_route,       ///< Something is marked, although the route leaves the question out.
};

inline constexpr std::size_t answer_states = 9;  ///< How many there are.

/// "answered", "blank", ...: the words of the JSON formats.
[[nodiscard]] std::string_view to_string(answer_state state) noexcept;

/// The state of that name.
[[nodiscard]] std::optional<answer_state> answer_state_from(std::string_view name) noexcept;

/// Whether a missing answer of that state may count in one way or another. Nothing is missing where there is an answer,
/// and what the route leaves out never counts.
[[nodiscard]] constexpr bool has_policy(answer_state state) noexcept {
    return state != answer_state::answered && state != answer_state::skipped && state != answer_state::off_route;
}

/// What a question without an answer counts as in an index. Published rules do both of the first two.
enum class missing_policy : std::uint8_t {
    exclude,           ///< It leaves numerator and denominator.
    least_favourable,  ///< It counts as the least favourable option: not satisfied, the lowest level and weight.
    refuse,            ///< The file that holds it is refused.
};

/// "exclude", "least_favourable" or "refuse".
[[nodiscard]] std::string_view to_string(missing_policy policy) noexcept;

/// A policy for each state; that of `answered` says nothing. What the route left out is excluded always.
struct missing_policies {
    std::array<missing_policy, answer_states> of{};

    [[nodiscard]] constexpr missing_policy at(answer_state state) const noexcept {
        return of[static_cast<std::size_t>(state)];
    }
    friend bool operator==(const missing_policies&, const missing_policies&) = default;
};

}  // namespace parindex::inline v0
