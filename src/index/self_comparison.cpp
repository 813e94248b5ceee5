#include "parindex/index/self_comparison.hpp"

#include "index/published_match.hpp"
#include "numeric/shortest_text.hpp"
#include "parindex/numeric/number_text.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace parindex::inline v0 {

namespace {

/// The points that a mark gives before any weight; nothing where the leaf does not apply, or its facts are not
/// complete.
std::optional<ratio> scored_points(const mark& each, const criteria_set::node& leaf,
                                   const evaluation_context& context) {
    const rule_result given = points_of(each, leaf, context);
    return given.state == rule_state::scored ? given.points.low : std::nullopt;
}

}  // namespace

self_comparison compare_self(const evaluation& scored, const assessment& marks, const evaluation_context& context) {
    struct pair {
        std::optional<ratio> self;
        std::optional<ratio> counted;
    };
    const criteria_set& set = scored.set();
    std::map<std::size_t, pair> pairs;  // in the order of the nodes
    self_comparison out;
    for (const mark& each : marks.marks) {
        const std::size_t node = set.find(each.criterion);
        if (node == criteria_set::none || !set.at(node).is_leaf()) continue;
        const std::optional<ratio> given = scored_points(each, set.at(node), context);
        if (each.round == scoring_round::self) {
            if (given) out.self_total += *given;
            if (set.parts()[set.at(node).part].scored_by.size() > 1) pairs[node].self = given;
        } else if (scored.counted_round(node) == each.round) {
            pairs[node].counted = given;
        }
    }
    for (const auto& [node, both] : pairs) {
        if (!set.parts()[set.at(node).part].is_scored_by(scorer::unit)) continue;
        if (!both.self || !both.counted) {
            out.only_self += both.self ? 1U : 0U;
            out.only_counted += both.counted ? 1U : 0U;
            continue;
        }
        ++out.leaves;
        out.maximum += set.at(node).maximum;
        out.self += *both.self;
        out.counted += *both.counted;
        if (*both.self != *both.counted) out.differing.push_back({node, *both.self, *both.counted});
    }
    return out;
}

diagnostics check_self_total(const assessment& marks, const self_comparison& compared) {
    const std::optional<decimal>& published = marks.published.self_total;
    if (!published || explained_by_rounding(*published, compared.self_total)) return {};
    return {{error_code::published_mismatch, severity::warning, marks.published.where, "",
             "the self score is published as " + to_string(*published) + " but its marks add up to " +
                 shortest_text(compared.self_total)}};
}

}  // namespace parindex::inline v0
