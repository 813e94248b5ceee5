/// @file
/// Scores that another program had stored, held against the exact ones: for whoever moves from it to parindex.
#pragma once

#include "parindex/assessment/evaluation.hpp"
#include "parindex/support/diagnostic.hpp"

#include <cstddef>
#include <span>

namespace parindex::inline v0 {

/// A score as it was stored, with all of its digits, those that binary floating point left behind too.
struct stored_score {
    std::size_t node = 0;  ///< Index of a leaf, of a group, or 0 for the total.
    decimal score;
};

/// A warning for each stored score that is not the exact one, in the order given: both, their difference, and the
/// likely cause, which is its code.
/// - `stored_rounded`, `stored_truncated`, `stored_tie`: the exact score has more decimals than were stored. How many
///   those are is told by this score and, for zeros that were dropped, by the others. Where the set rounds points
///   itself, what they were before counts too.
/// - `stored_float_threshold`: the mark gives facts, a quantity of the rule meets an end of a step, a cliff, a whole
///   unit or a comparison exactly, and the score is what the other side earns.
/// - `stored_float_residue`: at most 10^-9 away, with ten decimals or more.
/// - `stored_sum_of_rounded`: of a group or the total, the sum of the stored scores of the children, or of the leaves
///   below, of which some differ themselves.
/// - `stored_differs`: none of these.
///
/// Errors, for the entry that they are about: `out_of_range` for a node that is none, `duplicate_mark` for one given
/// twice, `incomplete` for one whose points are open.
/// @param stored   each node once
/// @param scored   the exact points
/// @param marks    from which; likewise the context
/// @param context  what the unit saw from outside
/// @throws error_code::ratio_too_large
[[nodiscard]] diagnostics compare_stored(std::span<const stored_score> stored, const evaluation& scored,
                                         const assessment& marks, const evaluation_context& context = {});

}  // namespace parindex::inline v0
