/// @file
/// Drafts of plans (dự thảo kế hoạch): every deduction has its shortfall and task, and people write the texts.
#pragma once

#include "parindex/assessment/evaluation.hpp"
#include "parindex/remediation/plan.hpp"

#include <map>
#include <string>
#include <vector>

namespace parindex::inline v0 {

/// What is known of a plan before it is drafted.
struct draft_options {
    std::string agency;  ///< How the text names the unit; empty: as the marks name it.
    /// What is blank stays to be written. A date without a year gets that behind the year of the marks: results are
    /// published, and plans written, in the year that follows.
    plan_header header;
    signatory signed_by;
    /// Causes by criterion, such as deduction_causes() gives; they become those of the shortfalls.
    std::map<std::string, std::string> causes;
};

/// A plan with a section for every field that lost points, in the order of the set. Every criterion that lost points
/// has a shortfall "S" + its code and a task "T" + its code that addresses it; their texts are blank, which cover()
/// reports until they are written.
[[nodiscard]] plan draft_plan(const evaluation& scored, const draft_options& options = {});

/// A deduction for which a draft made a shortfall and a task.
struct drafted_deduction {
    std::size_t node = 0;   ///< Index into the set's nodes.
    ratio amount;           ///< Points lost.
    std::string shortfall;  ///< Id.
};

/// A criterion that a shortfall names and that lost nothing now.
struct orphaned_deduction {
    std::size_t node = 0;   ///< Index into the set's nodes.
    std::string shortfall;  ///< Id.
};

/// A plan after a change of the marks.
struct redrafted_plan {
    plan updated;
    std::vector<drafted_deduction> added;      ///< In the order of the set.
    std::vector<orphaned_deduction> orphaned;  ///< In the order of the plan.
};

/// Adds to `planned` what a draft would have for deductions that no shortfall names, behind what is there or in a new
/// section at its place in the set. All that the plan has stays, also what has lost its object; drafting again changes
/// nothing. `causes` are for what is added. @pre check(planned, scored.set()) has no error
[[nodiscard]] redrafted_plan redraft(const plan& planned, const evaluation& scored,
                                     const std::map<std::string, std::string>& causes = {});

/// Warnings of shortfalls whose cause is a sentence of a rule, but not the one that the facts give now: whoever changed
/// marks behind a draft has to write it again. Causes in words of their own are left alone.
/// @param planned  the plan
/// @param causes   by criterion, what deduction_causes() gives now
[[nodiscard]] diagnostics check_causes(const plan& planned, const std::map<std::string, std::string>& causes);

}  // namespace parindex::inline v0
