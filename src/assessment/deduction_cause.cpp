#include "parindex/assessment/deduction_cause.hpp"

#include "assessment/chosen_marks.hpp"
#include "criteria/rules/explanation_wording.hpp"

namespace parindex::inline v0 {

std::map<std::string, std::string> deduction_causes(const evaluation& scored, const assessment& marks,
                                                    const evaluation_context& context, explanation_language language) {
    const criteria_set& set = scored.set();
    const std::vector<const mark*> chosen = choose_marks(marks, set);
    std::map<std::string, std::string> out;
    for (const ledger_entry& lost : scored.deductions()) {
        const criteria_set::node& leaf = set.at(lost.node);
        const mark* const counts = chosen[lost.node];
        if (counts == nullptr || !counts->facts || !leaf.rule || out.contains(leaf.code)) continue;
        rule_trace trace;
        std::vector<used_fact> used;
        const rule_result found = points_of(*counts, leaf, context, &trace, &used);
        std::string cause = explain(*leaf.rule, found, trace, used, language, fact_naming::labels);
        for (const next_outcome& next : next_better(trace, *leaf.rule, leaf.full_points(), fact_naming::labels)) {
            cause += std::string(wording_of(language).needed) + next.reach;
        }
        out.emplace(leaf.code, std::move(cause));
    }
    return out;
}

}  // namespace parindex::inline v0
