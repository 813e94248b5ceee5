// Where the counts of a tally lie, and what each place means to an index. Made once, so that a sheet costs a few table
// look-ups an answer.
#pragma once

#include "parindex/survey/tally.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace parindex::inline v0 {

/// What an answer is to an index.
namespace judgement {
inline constexpr std::uint8_t counted = 1;
inline constexpr std::uint8_t dissatisfied = 2;  ///< Counted, and not satisfied.
}  // namespace judgement

/// What the places of a question mean to an index.
struct place_meaning {
    std::vector<std::uint8_t> judged;   ///< By place: bits of judgement; 0 is not counted.
    std::vector<std::uint32_t> levels;  ///< By place; 0 where it has none.
};

/// Of questions that take one option; of others, nothing is counted.
[[nodiscard]] place_meaning meaning_of(const questionnaire& form, std::size_t question);

/// The constants of a tally, shared by its copies.
struct tally_layout {
    explicit tally_layout(const questionnaire& form);

    std::vector<std::size_t> first_place;  ///< Of each question within a row, behind respondents and persons.
    std::vector<std::uint8_t> places;      ///< Of each question.
    std::vector<std::uint8_t> options;     ///< Of each question.
    std::vector<std::uint64_t> mentions;   ///< Of each question of several marks, the bits of its options; otherwise 0.
    /// By place of the row: judgement bits, of questions that enter the index.
    std::vector<std::uint8_t> judged;
    std::vector<std::uint32_t> levels;  ///< By place of the row.
    /// Neighbouring questions up to `end` that enter the same scopes; slots are numbered.
    struct run {
        std::size_t end = 0;
        std::uint32_t slot = 0;
    };
    std::vector<run> runs;
    std::size_t slots = 0;
    std::vector<std::vector<std::uint32_t>> slots_of_scope;
    std::vector<std::size_t> index_questions;
    std::vector<std::size_t> multiple;  ///< Questions of several marks.
    std::size_t row_size = 0;
};

}  // namespace parindex::inline v0
