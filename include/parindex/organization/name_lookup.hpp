/// @file
/// What a register answers to a name (tra cứu tên đơn vị): the unit, several units, or none, and how it was matched.
#pragma once

#include "parindex/organization/organization_unit.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace parindex::inline v0 {

/// In what a text may differ from the registered name that it was matched with.
struct name_differences {
    bool letter_case = false;     ///< "phòng" for "Phòng"
    bool spacing = false;         ///< Doubled, missing or special spaces, and invisible characters.
    bool hyphens = false;         ///< "Hành chính-Quản trị", or a dash for a hyphen.
    bool tone_placement = false;  ///< "Hoà" for "Hòa", "uỷ" for "ủy"
    bool punctuation = false;     ///< At either end: "Văn phòng;"
    bool look_alikes = false;     ///< A wrong letter that looks the same: "Ð" U+00D0 for "Đ" U+0110

    [[nodiscard]] constexpr bool any() const noexcept {
        return letter_case || spacing || hyphens || tone_placement || punctuation || look_alikes;
    }
    friend bool operator==(const name_differences&, const name_differences&) = default;
};

/// "letter case, hyphens"; empty if there are none.
[[nodiscard]] std::string to_string(const name_differences& differences);

/// By what a unit was found.
enum class name_kind : std::uint8_t { code, official, short_name, alias };

/// A unit that a text may mean.
struct name_candidate {
    std::size_t unit = 0;  ///< Index into organization_registry::units().
    name_kind kind = name_kind::official;
    std::string name;              ///< The registered code or name that matched.
    name_differences differences;  ///< Any: the match is a fallback and should be shown to a person.
};

/// How a look-up ended.
enum class lookup_status : std::uint8_t {
    found,      ///< One unit.
    ambiguous,  ///< Several units; nothing is guessed. A date or the unit they belong to may decide.
    outside,    ///< Known, but not on the date or not within the unit asked for: the candidates are the others.
    unknown,    ///< No unit bears the name: organization_registry::nearest() tells what may be meant.
};

/// What narrows a look-up.
struct name_query {
    /// Only units that exist on this date. Of a partial date ("2022", a draft with a blank day) any day may be meant.
    std::optional<date> on;
    /// Only this unit and those that belong to it: index into organization_registry::units().
    std::optional<std::size_t> within;
};

/// The answer to one name.
struct name_lookup {
    std::string text;  ///< As asked, in normal form C.
    lookup_status status = lookup_status::unknown;
    std::vector<name_candidate> candidates;  ///< One if found, all if ambiguous or outside, none if unknown.

    [[nodiscard]] bool found() const noexcept { return status == lookup_status::found; }
    /// The unit. @throws error_code::unknown_unit if not found()
    [[nodiscard]] std::size_t unit() const;
    /// Whether it was found, but only with differences ignored.
    [[nodiscard]] bool is_fallback() const noexcept { return found() && candidates.front().differences.any(); }
};

/// A registered name near to an unknown one.
struct nearest_name {
    std::size_t unit = 0;
    std::string name;
    std::size_t distance = 0;  ///< Letters to change, with accents ignored.
};

/// One entry of a printed list of units.
struct listed_unit {
    std::size_t offset = 0;  ///< First byte in the list in normal form C, in which readers hand out every text.
    std::size_t size = 0;    ///< In bytes.
    std::size_t column = 0;  ///< 1-based, in code points.
    name_lookup match;       ///< `text` is the entry as printed.
};

}  // namespace parindex::inline v0
