/// @file
/// Checks of sheets that look as if nobody had thought about them (kiểm tra chất lượng phiếu). They mark sheets; what
/// becomes of the marked ones is for people to decide.
#pragma once

#include "parindex/numeric/decimal.hpp"
#include "parindex/survey/questionnaire.hpp"
#include "parindex/survey/tally.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// What is looked for.
struct sheet_checks {
    /// Sheets with at least so many answers in the index, all of them the same option of their scale; 0: not looked
    /// for.
    std::size_t straight_line = 10;
    /// Sheets that equal an earlier one of their unit in answers and categories. Memory grows with the sheets.
    bool duplicates = false;
    std::size_t duplicate_sheets = 1'000'000;  ///< So many sheets are remembered, 16 bytes each; no later ones.
    std::optional<decimal> least_seconds;      ///< Sheets that took less.

    friend bool operator==(const sheet_checks&, const sheet_checks&) = default;
};

/// Sheets that were marked.
struct flagged_sheets {
    std::uint64_t sheets = 0;  ///< By any of the checks.
    std::uint64_t straight_lines = 0;
    std::uint64_t duplicates = 0;
    std::uint64_t too_fast = 0;

    flagged_sheets& operator+=(const flagged_sheets& other) noexcept;
    friend bool operator==(const flagged_sheets&, const flagged_sheets&) = default;
};

class digest_set;

/// Marks sheets. Not for concurrent use.
class sheet_quality {
public:
    sheet_quality(const questionnaire& form, const sheet_checks& checks);
    ~sheet_quality();
    sheet_quality(sheet_quality&&) noexcept;
    sheet_quality& operator=(sheet_quality&&) noexcept;

    /// Checks a sheet of the unit with this code, whose routes were followed, and counts what it finds. Nobody knows
    /// how long answering took without `seconds`.
    /// @return whether it was marked
    bool flag(std::string_view unit, const answer_sheet& sheet, const std::optional<decimal>& seconds = {});

    [[nodiscard]] const flagged_sheets& found() const noexcept { return found_; }
    /// Whether there were more sheets than are remembered: later ones were not compared.
    [[nodiscard]] bool forgot_sheets() const noexcept { return forgot_; }

private:
    [[nodiscard]] bool is_straight(std::span<const std::uint8_t> answers) const noexcept;
    bool is_duplicate(std::string_view unit, const answer_sheet& sheet);

    sheet_checks checks_;
    std::vector<std::vector<std::size_t>> by_scale_;  // questions of the index
    std::vector<std::size_t> options_;                // by question
    std::unique_ptr<digest_set> seen_;
    bool forgot_ = false;
    flagged_sheets found_;
};

}  // namespace parindex::inline v0
