#include "parindex/audit/stored_scores.hpp"
#include "guard.hpp"
#include "numbers.hpp"
#include "text.hpp"

using namespace parindex::capi;

namespace {

std::vector<parindex::stored_score> scores_in(std::span<const parindex_stored_score> given,
                                              const parindex::evaluation& scored) {
    const size_t nodes = scored.set().nodes().size();
    std::vector<bool> seen(nodes, false);
    std::vector<parindex::stored_score> out;
    for (const parindex_stored_score& each : given) {
        const size_t node = index_in(each.node, nodes, "node");
        if (seen[node]) {
            throw parindex::error(parindex::error_code::duplicate_mark, "two scores for node " + std::to_string(node));
        }
        if (!scored.at(node).complete()) {
            throw parindex::error(parindex::error_code::incomplete,
                                  "the points of node " + std::to_string(node) + " are open");
        }
        seen[node] = true;
        out.push_back({node, number_in(&each.score, "score")});
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
        if (stored == nullptr && count != 0)
            throw parindex::error(parindex::error_code::null_pointer, "stored is NULL");
        if (count > made.scored.set().nodes().size()) {
            throw parindex::error(parindex::error_code::out_of_range, "more scores are given than the set has nodes");
        }
        auto found = compare_stored(scores_in({stored, count}, made.scored), made.scored, made.marks, made.context);
        if (auto wrapped = wrap(std::move(found), diagnostics)) *diagnostics = wrapped.release();
        return PARINDEX_OK;
    });
}
