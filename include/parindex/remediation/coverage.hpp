/// @file
/// Coverage (mức độ bao phủ): whether every point lost has a task.
#pragma once

#include "parindex/assessment/evaluation.hpp"
#include "parindex/remediation/plan.hpp"

#include <string>
#include <vector>

namespace parindex::inline v0 {

/// A deduction that no task of the plan addresses.
struct uncovered_deduction {
    std::size_t node = 0;   ///< Index into the set's nodes.
    ratio amount;           ///< Points lost.
    std::string shortfall;  ///< Id of the shortfall that names it; empty if none does.
};

/// A shortfall on which tasks expect to win back more than it lost.
struct excessive_gain {
    std::string shortfall;  ///< Its id.
    ratio loss;
    ratio gain;  ///< The sum of what its tasks expect.
};

/// The loss of one part, and how much of it the plan answers.
struct part_coverage {
    ratio lost;
    ratio covered;
    /// False for what a survey found: no document alone mends what people think, so that it takes work that they see.
    bool mendable_by_document = true;
};

/// The loss of one field, and how much of it the plan answers.
struct field_coverage {
    std::size_t field = 0;  ///< Index into the set's nodes.
    ratio lost;
    ratio covered;
    ratio lost_in_surveys;  ///< Of `lost`, what no document alone mends.
};

/// How much of the loss the plan answers. covered + the uncovered amounts == lost, exactly; so do the parts and the
/// fields add up to the whole.
struct coverage {
    ratio lost;     ///< Sum of all deductions, in points.
    ratio covered;  ///< Sum of those whose shortfall has at least one task that is written and not dropped.
    std::vector<part_coverage> parts;    ///< One for each part of the set.
    std::vector<field_coverage> fields;  ///< One for each field of the set.
    std::vector<uncovered_deduction> uncovered;
    std::vector<excessive_gain> excessive_gains;
    /// Errors: another year or unit than the evaluation's, deductions without shortfall or task, gains above the loss,
    /// texts and roles that a draft left to be written. Warnings: a name that cannot be that of the unit, shortfalls
    /// that name a criterion which lost nothing, only continuous deadlines, blank number or date, idle acceptances.
    /// Notes: improvement tasks, accepted warnings with their reasons.
    diagnostics findings;

    [[nodiscard]] bool complete() const noexcept { return uncovered.empty(); }
};

/// Follows every deduction of an evaluation to its shortfall and tasks. @pre check(planned, scored.set()) has no error
[[nodiscard]] coverage cover(const plan& planned, const evaluation& scored);

}  // namespace parindex::inline v0
