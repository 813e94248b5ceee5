#include "parindex/audit/stored_scores.hpp"

#include "assessment/chosen_marks.hpp"
#include "audit/crossed_thresholds.hpp"
#include "parindex/numeric/number_text.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parindex::inline v0 {

namespace {

constexpr int binary_places = 10;    // as many decimals are of binary floating point
constexpr int residue_places = 9;    // what it leaves behind is no more than 10^-9
constexpr int shown_places = 6;      // of what does not terminate
constexpr std::size_t longest = 40;  // fraction that is shown

/// "0.71", or "5/7 (about 0.714286)".
std::string exact_text(const ratio& value) {
    if (const std::optional<decimal> exact = value.exact_decimal()) return to_shortest_string(*exact);
    const std::string fraction = value.to_string();
    const std::optional<decimal> near = round_to(value, shown_places).value.exact_decimal();
    if (!near) return fraction;
    const std::string about = "about " + to_shortest_string(*near);
    return fraction.size() > longest ? about : fraction + " (" + about + ')';
}

struct cause {
    error_code code = error_code::stored_differs;
    std::string words;
};

class comparison {
public:
    comparison(std::span<const stored_score> stored, const evaluation& scored, const assessment& marks,
               const evaluation_context& context)
        : scored_(scored),
          context_(context),
          counted_(choose_marks(marks, scored.set())),
          stored_(scored.set().nodes().size(), nullptr) {
        for (const stored_score& each : stored) {
            if (each.node < stored_.size() && stored_[each.node] == nullptr) stored_[each.node] = &each;
            if (each.score.scale() < binary_places) places_ = std::max(places_, each.score.scale());
        }
    }

    void look(const stored_score& each, diagnostics& out) const {
        if (each.node >= stored_.size()) {
            out.push_back({error_code::out_of_range,
                           severity::error,
                           {},
                           "",
                           "the set has no node " + std::to_string(each.node) + " whose score could have been stored"});
            return;
        }
        const std::string& code = scored_.set().at(each.node).code;
        if (stored_[each.node] != &each) {
            out.push_back({error_code::duplicate_mark, severity::error, {}, code, "its stored score is given twice"});
        } else if (!scored_.at(each.node).complete()) {
            out.push_back({error_code::incomplete,
                           severity::error,
                           {},
                           code,
                           "its points are still open: a stored score can be compared once it is scored"});
        } else if (const ratio& exact = scored_.at(each.node).score; exact != ratio(each.score)) {
            const cause found = cause_of(each);
            out.push_back({found.code,
                           severity::warning,
                           {},
                           code,
                           "stored " + to_string(each.score) + ", exact " + exact_text(exact) + ", difference " +
                               exact_text(ratio(each.score) - exact) + ": " + found.words});
        }
    }

private:
    [[nodiscard]] cause cause_of(const stored_score& each) const {
        const ratio& exact = scored_.at(each.node).score;
        const int scale = each.score.scale();
        if (scale >= binary_places) {
            const rounded<ratio> same = round_to(exact, scale);
            if (!same.exact && same.value == ratio(each.score)) return rounded_to(scale, "the exact score");
            if (is_residue(ratio(each.score) - exact)) {
                return {error_code::stored_float_residue, "binary floating point left the difference behind"};
            }
        }
        // What else is the matter is told without what binary floating point added to it.
        const decimal score =
            scale < binary_places ? each.score : round_to(each.score, residue_places).value.normalized();
        if (std::optional<cause> found = threshold_cause(each.node, score)) return *std::move(found);
        if (is_sum_of_stored(each.node, score)) {
            return {error_code::stored_sum_of_rounded,
                    "it is the sum of the stored scores below it, of which some are not exact themselves"};
        }
        if (std::optional<cause> found = places_cause(exact, score, "the exact score")) return *std::move(found);
        for (const ratio& before : before_rounding(each.node)) {
            const std::string what = "the exact score before the set rounds it, " + exact_text(before) + ',';
            if (before == ratio(score)) return {error_code::stored_differs, what + " was stored"};
            if (std::optional<cause> found = places_cause(before, score, what)) return *std::move(found);
        }
        return {error_code::stored_differs,
                "no cause is known; look at the marks, facts and rules that the other program had"};
    }

    static bool is_residue(const ratio& difference) {
        return abs(difference) <= ratio(decimal::from_parts(1, residue_places));
    }

    static std::string decimals(int places) {
        return std::to_string(places) + (places == 1 ? " decimal" : " decimals");
    }
    static cause rounded_to(int places, const std::string& what) {
        return {error_code::stored_rounded, what + " was rounded to " + decimals(places)};
    }

    /// Whether `score` is `exact` with fewer decimals: as many as it shows or any other stored score does, or where
    /// zeros were added to it, fewer.
    [[nodiscard]] std::optional<cause> places_cause(const ratio& exact, const decimal& score,
                                                    const std::string& what) const {
        const int shown = score.normalized().scale();
        const int most = std::max(places_, score.scale());
        const int least = score.sign() == 0 ? most : std::min(most, std::max(shown, 1));  // anything small would be 0
        for (int places = most; places >= least; --places) {
            const rounded<ratio> half_up = round_to(exact, places);
            if (half_up.exact) continue;
            if (half_up.value == ratio(score)) return rounded_to(places, what);
            const ratio half_down = round_to(exact, places, rounding_mode::half_down).value;
            if (half_down != half_up.value && half_down == ratio(score)) {
                return cause{error_code::stored_tie,
                             what + " lies halfway between two numbers of " + decimals(places) +
                                 " and did not go half up, as with half even or in binary floating point"};
            }
            if (round_to(exact, places, rounding_mode::down).value == ratio(score)) {
                return cause{error_code::stored_truncated, what + " was cut off after " + decimals(places)};
            }
        }
        // A whole number among numbers with decimals.
        const bool whole = shown == 0 && score.sign() != 0 && most > 0;
        if (whole && round_to(exact, 0).value == ratio(score)) return rounded_to(0, what);
        return std::nullopt;
    }

    /// What points before weights are worth at a leaf.
    [[nodiscard]] ratio weighed(std::size_t node, const ratio& points) const {
        const criteria_set::node& leaf = scored_.set().at(node);
        const ratio& own = scored_.at(node).maximum;
        if (own == leaf.maximum || leaf.maximum.sign() == 0) return points;
        return own - (leaf.maximum - points) * own / leaf.maximum;
    }

    [[nodiscard]] std::optional<cause> threshold_cause(std::size_t node, const decimal& score) const {
        const criteria_set::node& leaf = scored_.set().at(node);
        const mark* const counted = leaf.rule ? counted_[node] : nullptr;
        if (counted == nullptr || !counted->facts) return std::nullopt;
        if (points_of(*counted, leaf, context_).state != rule_state::scored) return std::nullopt;
        for (const crossed_threshold& each : crossed_thresholds(*counted, leaf, context_)) {
            if (!is_stored_as(weighed(node, each.points), score)) continue;
            return cause{error_code::stored_float_threshold,
                         "the facts meet a threshold exactly" + (each.met.empty() ? "" : " (" + each.met + ')') +
                             ", and this is what its other side earns; binary floating point misses such thresholds"};
        }
        return std::nullopt;
    }

    /// Whether a program that had `value` would have stored `score`.
    [[nodiscard]] bool is_stored_as(const ratio& value, const decimal& score) const {
        const int places = std::max(places_, score.scale());
        const ratio stored(score);
        return round_to(value, places).value == stored || round_to(value, places, rounding_mode::down).value == stored;
    }

    [[nodiscard]] bool is_sum_of_stored(std::size_t node, const decimal& score) const {
        const criteria_set& set = scored_.set();
        if (set.at(node).kind != criteria_set::kind::group) return false;
        std::vector<std::size_t> leaves;
        for (std::size_t below = node + 1; below < set.at(node).end; ++below) {
            if (set.at(below).kind != criteria_set::kind::group) leaves.push_back(below);
        }
        return sums_to(set.children(node), score) || sums_to(leaves, score);
    }

    /// Whether stored scores, of which some differ, add up to `score`. What nobody scores need not be stored.
    [[nodiscard]] bool sums_to(const std::vector<std::size_t>& nodes, const decimal& score) const {
        ratio sum;
        bool differs = false;
        for (const std::size_t node : nodes) {
            const criteria_set::node& each = scored_.set().at(node);
            const ratio& exact = scored_.at(node).score;
            const bool unscored =
                each.kind == criteria_set::kind::remainder || (each.points != point_kind::regular && exact.sign() == 0);
            if (stored_[node] == nullptr && !unscored) return false;
            const ratio value = stored_[node] == nullptr ? exact : ratio(stored_[node]->score);
            differs = differs || value != exact;
            sum += value;
        }
        // Of scores in binary floating point the sum is one too.
        return differs && (sum == ratio(score) || round_to(sum, residue_places).value == ratio(score));
    }

    /// Where the set rounds points: what they were before, if that is something else.
    [[nodiscard]] std::vector<ratio> before_rounding(std::size_t node) const {
        std::vector<ratio> out;
        const ratio& exact = scored_.at(node).score;
        ratio before = exact;
        for (const ledger_entry& each : scored_.ledger(node)) {
            if (each.node == node && each.kind == ledger_kind::rounding) before += each.amount;
        }
        if (before != exact) out.push_back(before);
        const criteria_set::node& leaf = scored_.set().at(node);
        if (const mark* const counted = leaf.rule ? counted_[node] : nullptr) {
            const rule_result found = points_of(*counted, leaf, context_);
            if (found.state == rule_state::scored && found.exact != found.points) {
                out.push_back(weighed(node, *found.exact.low));
            }
        }
        return out;
    }

    const evaluation& scored_;
    const evaluation_context& context_;
    std::vector<const mark*> counted_;         // by node
    std::vector<const stored_score*> stored_;  // by node
    int places_ = 0;                           // the most decimals of a stored score that is no binary number
};

}  // namespace

diagnostics compare_stored(std::span<const stored_score> stored, const evaluation& scored, const assessment& marks,
                           const evaluation_context& context) {
    const comparison all(stored, scored, marks, context);
    diagnostics out;
    for (const stored_score& each : stored) all.look(each, out);
    return out;
}

}  // namespace parindex::inline v0
