#include "parindex/audit/stored_scores.hpp"
#include "guard.hpp"
#include "numbers.hpp"
#include "text.hpp"

using namespace parindex::capi;

namespace {

std::vector<parindex::stored_score> scores_in(const parindex_stored_score* stored, size_t count, size_t nodes) {
    if (count == 0) return {};
    if (count > nodes) {
        throw parindex::error(parindex::error_code::out_of_range, "more scores are given than the set has nodes");
    }
    std::vector<parindex::stored_score> out;
    for (const parindex_stored_score& each : std::span(&required(stored, "stored"), count)) {
        out.push_back({index_in(each.node, nodes, "node"), number_in(&each.score, "score")});
    }
    return out;
}

}  // namespace

parindex_status parindex_evaluation_compare_stored(const parindex_evaluation* evaluation,
                                                   const parindex_stored_score* stored, size_t count,
                                                   parindex_diagnostics** diagnostics,
                                                   parindex_error* report) noexcept {
    return guarded(report, [&] {
        prepare(diagnostics, "diagnostics");
        const parindex_evaluation& made = open(evaluation, "evaluation");
        const auto scores = scores_in(stored, count, made.scored.set().nodes().size());
        auto found = compare_stored(scores, made.scored, made.marks, made.context);
        if (has_error(found)) return refuse(std::move(found), diagnostics, report);
        return hand_out(std::move(found), diagnostics);
    });
}
