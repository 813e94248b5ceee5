#include "criteria/rules/explanation_wording.hpp"
#include "parindex/remediation/draft.hpp"
#include "support/finding_list.hpp"
#include "text/quoted.hpp"

namespace parindex::inline v0 {

namespace {

/// Only sentences of rules have the arrow that leads to points.
bool is_of_a_rule(const std::string& cause) {
    return cause.find(vietnamese_explanation.arrow) != std::string::npos ||
           cause.find(english_explanation.arrow) != std::string::npos;
}

}  // namespace

diagnostics check_causes(const plan& planned, const std::map<std::string, std::string>& causes) {
    finding_list found;
    for (const plan_section& section : planned.sections) {
        for (const shortfall& each : section.shortfalls) {
            if (!is_of_a_rule(each.cause)) continue;
            for (const named_deduction& lost : each.deductions) {
                const auto now = causes.find(lost.criterion);
                if (now == causes.end() || each.cause.find(now->second) != std::string::npos) continue;
                found.add(error_code::stale_cause, each.where, lost.criterion,
                          "the cause of shortfall " + quoted(each.id) + " is not what the facts of criterion " +
                              quoted(lost.criterion) + " give now: " + quoted(now->second),
                          severity::warning);
            }
        }
    }
    return std::move(found).take();
}

}  // namespace parindex::inline v0
