#include "report_generator/request_data.hpp"

#include "parindex/io/assessment_file.hpp"
#include "parindex/io/context_file.hpp"
#include "parindex/io/criteria_file.hpp"
#include "parindex/io/plan_file.hpp"
#include "report_generator/append.hpp"
#include "report_generator/context_check.hpp"
#include "report_generator/mark_collector.hpp"

#include <string>
#include <utility>

namespace parindex::report {

namespace {

/// The value, if there is one; what is wrong goes to the findings.
template <class Value>
std::optional<Value> accepted(result<Value> read, diagnostics& findings) {
    if (read) return std::move(read).value();
    append(findings, read.error());
    return std::nullopt;
}

}  // namespace

data_folder read_request_data(const request& asked) {
    data_folder out;
    for (const std::string_view member : {criteria_member, context_member, assessment_member, plan_member}) {
        out.files.emplace_back(member);
    }
    out.set = accepted(read_criteria_set(asked.criteria, criteria_member, &out.findings), out.findings);
    const criteria_set* const set = out.set ? &*out.set : nullptr;
    if (asked.context) {
        out.context = accepted(read_context(*asked.context, context_member, set, &out.findings), out.findings);
        out.context_is_wrong = !out.context;
    }
    // Without the context, what marks lack may stand in it.
    mark_collector(out).add(read_assessments(asked.assessment, assessment_member, out.can_score() ? set : nullptr,
                                             out.context ? &*out.context : nullptr),
                            std::string(assessment_member));
    if (asked.plan) out.planned = accepted(read_plan(*asked.plan, plan_member, set, &out.findings), out.findings);
    if (out.context) append(out.findings, check_against_marks(*out.context, out));
    return out;
}

}  // namespace parindex::report
