#include "context.hpp"
#include "guard.hpp"
#include "numeric/shortest_text.hpp"
#include "parindex/assessment/explanation.hpp"
#include "text.hpp"

#include <algorithm>
#include <iterator>

using namespace parindex::capi;

namespace {

void append(parindex::diagnostics& to, parindex::diagnostics more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// What a person should know about a unit that was scored.
parindex::diagnostics findings_about(const parindex_evaluation& made) {
    parindex::diagnostics out = check(made.marks, made.scored.set(), made.context);
    append(out, check_published(made.marks.published, made.index));
    append(out, check_self_total(made.marks, made.self));
    append(out, check_complete(made.scored));
    return out;
}

std::string points_of(const parindex::evaluation::points& points, int32_t which) {
    switch (which) {
        case PARINDEX_POINTS_MAXIMUM: return shortest_text(points.maximum);
        case PARINDEX_POINTS_SCORE: return shortest_text(points.score);
        case PARINDEX_POINTS_LOWEST: return shortest_text(points.lowest);
        case PARINDEX_POINTS_HIGHEST: return shortest_text(points.highest);
        case PARINDEX_POINTS_DEDUCTION: return shortest_text(points.maximum - points.highest);
        default: refuse_word(which, "kind of points");
    }
}

std::string self_points_of(const parindex::self_comparison& compared, int32_t which) {
    switch (which) {
        case PARINDEX_SELF_MAXIMUM: return shortest_text(compared.maximum);
        case PARINDEX_SELF_SCORE: return shortest_text(compared.self);
        case PARINDEX_SELF_COUNTED: return shortest_text(compared.counted);
        case PARINDEX_SELF_TOTAL: return shortest_text(compared.self_total);
        default: refuse_word(which, "kind of self points");
    }
}

/// Indices of the nodes of findings that name one.
template <class Findings>
std::vector<size_t> nodes_of(const Findings& findings) {
    std::vector<size_t> out;
    for (const auto& each : findings) out.push_back(each.node);
    return out;
}

parindex::ratio percent_of(const parindex_evaluation& made, const int32_t* parts, size_t part_count) {
    if (parts == nullptr) {
        if (part_count == 0) return made.index.percent();
        throw parindex::error(parindex::error_code::null_pointer, "parts is NULL");
    }
    const std::span<const parindex::part> known = made.scored.set().parts();
    if (part_count > known.size()) {
        throw parindex::error(parindex::error_code::out_of_range, "more parts are given than the set has");
    }
    std::vector<std::string_view> codes;
    for (const int32_t part : std::span(parts, part_count))
        codes.push_back(known[index_in(part, known.size(), "part")].code);
    std::sort(codes.begin(), codes.end());
    if (std::adjacent_find(codes.begin(), codes.end()) != codes.end()) {
        throw parindex::error(parindex::error_code::out_of_range, "a part is given twice");
    }
    return percent_of_parts(made.scored, codes);
}

const parindex_evaluation& open_at(const parindex_evaluation* evaluation, int32_t node) {
    const parindex_evaluation& made = open(evaluation, "evaluation");
    index_in(node, made.scored.set().nodes().size(), "node");
    return made;
}

std::string explanation_of(const parindex_evaluation* evaluation, int32_t node) {
    const parindex_evaluation& made = open_at(evaluation, node);
    return write_explanation(made.scored, made.marks, made.context, static_cast<size_t>(node));
}

}  // namespace

parindex_status parindex_evaluate(const parindex_assessment* assessment, const parindex_context* context,
                                  parindex_evaluation** evaluation, parindex_diagnostics** diagnostics,
                                  parindex_error* report) noexcept {
    clear(diagnostics);
    return guarded(report, [&] {
        prepare(evaluation, "evaluation");
        const parindex_assessment& given = open(assessment, "assessment");
        auto seen = context_for(context, given.set, given.marks.unit, given.marks.year);
        auto scored = evaluate(given.set, given.marks, seen);
        if (!scored) return refuse(std::move(scored).error(), diagnostics, report);
        auto made = std::make_unique<parindex_evaluation>(*std::move(scored), given.marks, std::move(seen));
        made->findings = findings_about(*made);
        auto findings = made->findings;
        return hand_out(std::move(made), evaluation, std::move(findings), diagnostics);
    });
}

void parindex_evaluation_free(parindex_evaluation* evaluation) noexcept {
    release(evaluation);
}

int32_t parindex_evaluation_complete(const parindex_evaluation* evaluation) noexcept {
    const parindex_evaluation* const made = intact(evaluation);
    return made != nullptr && made->index.complete ? 1 : 0;
}

parindex_status parindex_evaluation_points(const parindex_evaluation* evaluation, int32_t node, int32_t which,
                                           char* buffer, size_t capacity, size_t* size,
                                           parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::evaluation& scored = open_at(evaluation, node).scored;
        return text_out(points_of(scored.at(static_cast<size_t>(node)), which), buffer, capacity, size);
    });
}

parindex_status parindex_evaluation_part_points(const parindex_evaluation* evaluation, int32_t part, int32_t which,
                                                char* buffer, size_t capacity, size_t* size,
                                                parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::evaluation& scored = open(evaluation, "evaluation").scored;
        const size_t index = index_in(part, scored.set().parts().size(), "part");
        return text_out(points_of(scored.part(index), which), buffer, capacity, size);
    });
}

parindex_status parindex_evaluation_percent(const parindex_evaluation* evaluation, const int32_t* parts,
                                            size_t part_count, char* buffer, size_t capacity, size_t* size,
                                            parindex_error* report) noexcept {
    return guarded(report, [&] {
        return text_out(shortest_text(percent_of(open(evaluation, "evaluation"), parts, part_count)), buffer, capacity,
                        size);
    });
}

parindex_status parindex_evaluation_round(const parindex_evaluation* evaluation, int32_t node, int32_t* round,
                                          parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::evaluation& scored = open_at(evaluation, node).scored;
        const auto counted = scored.counted_round(static_cast<size_t>(node));
        required(round, "round") = counted ? word_out(*counted) : PARINDEX_NONE;
        return PARINDEX_OK;
    });
}

parindex_status parindex_evaluation_self_points(const parindex_evaluation* evaluation, int32_t which, char* buffer,
                                                size_t capacity, size_t* size, parindex_error* report) noexcept {
    return guarded(report, [&] {
        return text_out(self_points_of(open(evaluation, "evaluation").self, which), buffer, capacity, size);
    });
}

parindex_status parindex_evaluation_origin(const parindex_evaluation* evaluation, int32_t node, int32_t* origin,
                                           parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::evaluation& scored = open_at(evaluation, node).scored;
        required(origin, "origin") = word_out(scored.score_origin(static_cast<size_t>(node)));
        return PARINDEX_OK;
    });
}

parindex_status parindex_evaluation_nodes(const parindex_evaluation* evaluation, int32_t which, int32_t* nodes,
                                          size_t capacity, size_t* count, parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex_evaluation& made = open(evaluation, "evaluation");
        const parindex::evaluation& scored = made.scored;
        switch (which) {
            case PARINDEX_NODES_UNMARKED: return indices_out(scored.unmarked(), nodes, capacity, count);
            case PARINDEX_NODES_NOT_APPLICABLE:
                return indices_out(nodes_of(scored.not_applicable()), nodes, capacity, count);
            case PARINDEX_NODES_MAY_NOT_APPLY: return indices_out(scored.may_not_apply(), nodes, capacity, count);
            case PARINDEX_NODES_SELF_DIFFERS: return indices_out(nodes_of(made.self.differing), nodes, capacity, count);
            default: refuse_word(which, "kind of nodes");
        }
    });
}

parindex_status parindex_evaluation_missing_facts(const parindex_evaluation* evaluation, int32_t node, int32_t* facts,
                                                  size_t capacity, size_t* count, parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::evaluation& scored = open_at(evaluation, node).scored;
        return indices_out(scored.missing_facts(static_cast<size_t>(node)), facts, capacity, count);
    });
}

parindex_status parindex_evaluation_explain(const parindex_evaluation* evaluation, int32_t node, int32_t language,
                                            char* buffer, size_t capacity, size_t* size,
                                            parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex_evaluation& made = open_at(evaluation, node);
        const auto in = word_in(language, parindex::explanation_language::english, "language");
        return text_out(explain_points(made.scored, made.marks, made.context, static_cast<size_t>(node), in), buffer,
                        capacity, size);
    });
}

parindex_status parindex_evaluation_score_json(const parindex_evaluation* evaluation, char* buffer, size_t capacity,
                                               size_t* size, parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex_evaluation& made = open(evaluation, "evaluation");
        return text_out(write_score(made.scored, made.index, made.findings), buffer, capacity, size);
    });
}

parindex_status parindex_evaluation_explanation_json(const parindex_evaluation* evaluation, int32_t node, char* buffer,
                                                     size_t capacity, size_t* size, parindex_error* report) noexcept {
    return guarded(report, [&] { return text_out(explanation_of(evaluation, node), buffer, capacity, size); });
}

parindex_status parindex_evaluation_write_explanation(const parindex_evaluation* evaluation, int32_t node,
                                                      parindex_write_function write, void* user,
                                                      parindex_error* report) noexcept {
    return guarded(report, [&] { return write_out(explanation_of(evaluation, node), write, user); });
}
