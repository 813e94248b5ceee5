#include "guard.hpp"
#include "numeric/shortest_text.hpp"
#include "parindex/assessment/deduction_cause.hpp"
#include "plan_check.hpp"
#include "text.hpp"

#include <algorithm>
#include <iterator>

using namespace parindex::capi;

namespace {

struct lost_and_covered {
    parindex::ratio lost;
    parindex::ratio covered;
};

lost_and_covered points_in(const parindex::coverage& found, int32_t scope, int32_t index) {
    if (scope == PARINDEX_SCOPE_TOTAL) {
        index_in(index, 1, "total");
        return {found.lost, found.covered};
    }
    if (scope == PARINDEX_SCOPE_PART) {
        const parindex::part_coverage& part = found.parts[index_in(index, found.parts.size(), "part")];
        return {part.lost, part.covered};
    }
    if (scope != PARINDEX_SCOPE_FIELD) refuse_word(scope, "scope");
    const auto field =
        std::find_if(found.fields.begin(), found.fields.end(),
                     [index](const parindex::field_coverage& each) { return index_out(each.field) == index; });
    if (field == found.fields.end()) {
        throw parindex::error(parindex::error_code::out_of_range, "node " + std::to_string(index) + " is no field");
    }
    return {field->lost, field->covered};
}

}  // namespace

parindex_status parindex_plan_cover(const parindex_plan* plan, const parindex_evaluation* evaluation,
                                    parindex_coverage** coverage, parindex_diagnostics** diagnostics,
                                    parindex_error* report) noexcept {
    clear(diagnostics);
    return guarded(report, [&] {
        prepare(coverage, "coverage");
        const parindex::plan& planned = open(plan, "plan").planned;
        const parindex_evaluation& made = open(evaluation, "evaluation");
        parindex::diagnostics wrong = contradictions(planned, made.scored.set());
        if (!wrong.empty()) return refuse(std::move(wrong), diagnostics, report);
        auto result = std::make_unique<parindex_coverage>(cover(planned, made.scored), made.scored);
        parindex::diagnostics findings = result->found.findings;
        auto stale = check_causes(planned, deduction_causes(made.scored, made.marks, made.context));
        findings.insert(findings.end(), std::make_move_iterator(stale.begin()), std::make_move_iterator(stale.end()));
        return hand_out(std::move(result), coverage, std::move(findings), diagnostics);
    });
}

int32_t parindex_coverage_complete(const parindex_coverage* coverage) noexcept {
    const parindex_coverage* const given = intact(coverage);
    return given != nullptr && given->found.complete() ? 1 : 0;
}

parindex_status parindex_coverage_points(const parindex_coverage* coverage, int32_t scope, int32_t index, int32_t which,
                                         char* buffer, size_t capacity, size_t* size, parindex_error* report) noexcept {
    return guarded(report, [&] {
        const lost_and_covered points = points_in(open(coverage, "coverage").found, scope, index);
        if (which == PARINDEX_COVERAGE_LOST) return text_out(shortest_text(points.lost), buffer, capacity, size);
        if (which == PARINDEX_COVERAGE_COVERED) return text_out(shortest_text(points.covered), buffer, capacity, size);
        refuse_word(which, "kind of coverage");
    });
}

parindex_status parindex_coverage_uncovered(const parindex_coverage* coverage, int32_t* nodes, size_t capacity,
                                            size_t* count, parindex_error* report) noexcept {
    return guarded(report, [&] {
        std::vector<size_t> found;
        for (const parindex::uncovered_deduction& each : open(coverage, "coverage").found.uncovered) {
            found.push_back(each.node);
        }
        return indices_out(found, nodes, capacity, count);
    });
}

parindex_status parindex_coverage_json(const parindex_coverage* coverage, char* buffer, size_t capacity, size_t* size,
                                       parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex_coverage& given = open(coverage, "coverage");
        return text_out(write_coverage(given.found, given.scored), buffer, capacity, size);
    });
}

void parindex_coverage_free(parindex_coverage* coverage) noexcept {
    release(coverage);
}
