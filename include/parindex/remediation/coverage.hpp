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

/// How much of the loss the plan answers. covered + the uncovered amounts == lost, exactly.
struct coverage {
    ratio lost;     ///< Sum of all deductions, in points.
    ratio covered;  ///< Sum of those whose shortfall has at least one task.
    std::vector<uncovered_deduction> uncovered;
    /// Errors: another year than the evaluation's, deductions without shortfall or task, gains above the loss. Warnings: shortfalls that name a criterion
    /// which lost nothing, only continuous deadlines, blank number or date. Notes: improvement tasks.
    diagnostics findings;

    [[nodiscard]] bool complete() const noexcept { return uncovered.empty(); }
};

/// Follows every deduction of an evaluation to its shortfall and tasks. @pre check(planned, scored.set()) has no error
[[nodiscard]] coverage cover(const plan& planned, const evaluation& scored);

}  // namespace parindex::inline v0
