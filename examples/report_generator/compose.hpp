/// @file
/// From a plan and the evaluation that it answers to the document that an office signs.
#pragma once

#include "parindex/assessment/evaluation.hpp"
#include "parindex/index/par_index.hpp"
#include "parindex/remediation/coverage.hpp"
#include "parindex/remediation/plan.hpp"
#include "report_generator/document.hpp"

namespace parindex::report {

/// All that a plan document is made from. Texts come from the plan, every score from the evaluation; the ranks are
/// published facts. The references must outlive the composing only.
struct plan_material {
    const plan& planned;
    const evaluation& scored;
    const par_index& index;
    const published_figures& published;
    const coverage& covered;
    const diagnostics& findings;  ///< Everything found that a person should look at, including coverage's.
};

/// The remediation plan (kế hoạch khắc phục) in the order and wording of the Sơn La plan of 2022, with working notes
/// about what is inferred, what has no task, and what is left blank. @pre check(planned, scored.set()) has no error
[[nodiscard]] document compose_plan(const plan_material& material);

}  // namespace parindex::report
