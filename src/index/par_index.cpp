#include "parindex/index/par_index.hpp"

#include "assessment/fact_checks.hpp"
#include "index/published_match.hpp"
#include "numeric/shortest_text.hpp"
#include "parindex/numeric/number_text.hpp"
#include "support/finding_list.hpp"
#include "text/quoted.hpp"

#include <algorithm>

namespace parindex::inline v0 {

namespace {

/// What points are missing from the unit's own maximum; what changed the maximum itself is none of them.
ratio deduction_of(const evaluation::points& points) {
    return points.maximum - points.highest;
}

index_line line_of(const evaluation& scored, std::size_t node) {
    const criteria_set::node& about = scored.set().at(node);
    const evaluation::points& points = scored.at(node);
    return {about.code, about.name, points.maximum, points.score, deduction_of(points), scored.score_origin(node)};
}

std::vector<index_line> part_lines(const evaluation& scored) {
    const criteria_set& set = scored.set();
    std::vector<index_line> lines;
    for (std::size_t part = 0; part < set.parts().size(); ++part) {
        const evaluation::points& points = scored.part(part);
        lines.push_back({set.parts()[part].code, set.parts()[part].name, points.maximum, points.score,
                         deduction_of(points), provenance::printed});
    }
    for (std::size_t node = 0; node < set.nodes().size(); ++node) {
        if (set.at(node).part == criteria_set::none || scored.score_origin(node) == provenance::printed) continue;
        lines[set.at(node).part].origin = provenance::inferred;
    }
    return lines;
}

}  // namespace

par_index compute_par_index(const evaluation& scored) {
    par_index index;
    index.total = line_of(scored, 0);
    for (const std::size_t field : scored.set().fields()) index.fields.push_back(line_of(scored, field));
    index.parts = part_lines(scored);
    index.complete = scored.total().complete();
    index.lowest = scored.total().lowest;
    index.highest = scored.total().highest;
    index.unmarked = scored.total().unmarked;
    return index;
}

ratio par_index::percent() const {
    if (!complete) throw error(error_code::incomplete, "an incomplete total is no index");
    if (total.maximum.sign() == 0)
        throw error(error_code::nothing_scored, "a total with the maximum 0 has no percentage");
    return ratio(100) * total.score / total.maximum;
}

ratio percent_of_parts(const evaluation& scored, std::span<const std::string_view> parts) {
    const std::span<const part> known = scored.set().parts();
    ratio score;
    ratio maximum;
    for (const std::string_view code : parts) {
        const auto found =
            std::find_if(known.begin(), known.end(), [code](const part& each) { return each.code == code; });
        if (found == known.end()) throw error(error_code::unknown_code, "the set has no part " + quoted(code));
        const evaluation::points& own = scored.part(static_cast<std::size_t>(found - known.begin()));
        if (!own.complete()) {
            throw error(error_code::incomplete, "the part " + quoted(code) + " is incomplete: it gives no index");
        }
        score += own.score;
        maximum += own.maximum;
    }
    if (maximum.sign() == 0) throw error(error_code::nothing_scored, "parts with the maximum 0 have no percentage");
    return ratio(100) * score / maximum;
}

namespace {

class publication_check {
public:
    publication_check(const published_figures& published, const par_index& index)
        : published_(published), index_(index) {}

    diagnostics run() {
        if (!index_.complete) return {};
        compare("the total", published_.total, index_.total.score);
        compare("the sum of deductions", published_.deductions, index_.total.deduction);
        compare("part", published_.parts, index_.parts, false);
        compare("field", published_.fields, index_.fields, true);
        return std::move(found_).take();
    }

private:
    void compare(const std::string& what, const std::optional<decimal>& published, const ratio& computed,
                 const std::string& criterion = {}) {
        if (!published || explained_by_rounding(*published, computed)) return;
        found_.add(error_code::published_mismatch, published_.where, criterion,
                   what + " is published as " + to_string(*published) + " but computed as " + shortest_text(computed),
                   severity::warning);
    }

    void compare(const std::string& what, const std::map<std::string, decimal>& published,
                 const std::vector<index_line>& lines, bool criteria) {
        for (const index_line& line : lines) {
            const auto figure = published.find(line.code);
            if (figure != published.end()) {
                compare("the score of " + what + " " + quoted(line.code), figure->second, line.score,
                        criteria ? line.code : std::string());
            }
        }
    }

    const published_figures& published_;
    const par_index& index_;
    finding_list found_;
};

}  // namespace

diagnostics check_published(const published_figures& published, const par_index& index) {
    return publication_check(published, index).run();
}

diagnostics check_complete(const evaluation& scored) {
    finding_list found;
    for (const std::size_t node : scored.unmarked()) {
        const criteria_set::node& leaf = scored.set().at(node);
        const std::span<const std::size_t> missing = scored.missing_facts(node);
        std::string what = " has no mark: ";
        if (!missing.empty()) {
            what = (missing.size() == 1 ? " lacks the fact " : " lacks the facts ") +
                   missing_text(*leaf.rule, missing) + " for its rule: ";
        }
        found.add(error_code::incomplete, {}, leaf.code, "criterion " + quoted(leaf.code) + what + leaf.name,
                  severity::warning);
    }
    return std::move(found).take();
}

}  // namespace parindex::inline v0
