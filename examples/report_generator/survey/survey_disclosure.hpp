/// @file
/// Which values of the tables of a survey would tell what a few persons answered: the one place that decides it.
///
/// What is hidden cannot be computed from its column and the whole of that, nor from the exact indices of all units
/// together. Of each unit and group, shares stand beside each other without what they divide.
#pragma once

#include "parindex/survey/satisfaction_index.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace parindex::report {

/// Persons whose answers an index of a unit divides: whoever answered a question of the scope. A sheet without such an
/// answer does not hide those of others. Where only answers were counted, those to the question that most answered.
/// @param row  tally::row_of(); 0: all respondents
[[nodiscard]] std::uint64_t persons_in(const tally& counts, const std::string& unit, std::size_t row,
                                       const survey_scope& scope, index_formula formula);

/// The same of several units.
[[nodiscard]] std::uint64_t persons_in(const tally& counts, const std::vector<std::string>& units, std::size_t row,
                                       const survey_scope& scope, index_formula formula);

/// Whether there are persons, and too few of them.
[[nodiscard]] inline bool is_small(std::uint64_t persons, std::uint64_t minimum) noexcept {
    return persons > 0 && persons < minimum;
}

/// Whether an index over several questions divides answers of a question that too few answered: with the indices of the
/// others and what each divides, it would give that one away.
[[nodiscard]] bool tells_of_a_question(const tally& counts, const survey_scope& scope, index_formula formula,
                                       std::uint64_t minimum);

/// Which groups of so many persons, all of which together are printed too, are too small to be shown or would tell of
/// one that is.
[[nodiscard]] std::vector<bool> hidden_groups(const std::vector<std::uint64_t>& persons, std::uint64_t minimum);

}  // namespace parindex::report
