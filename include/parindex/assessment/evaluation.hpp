/// @file
/// Evaluations (kết quả tính điểm): the points of every node, and why they are not the maximum.
#pragma once

#include "parindex/assessment/assessment.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// Why points are missing from, or added to, a maximum.
enum class ledger_kind {
    loss,      ///< A deduction (điểm trừ): points of a leaf that were not earned.
    bonus,     ///< Points above the maximum (điểm thưởng); amount below zero.
    penalty,   ///< A penalty (điểm phạt).
    limit,     ///< A minimum or cap of a group that was reached.
    rescale,   ///< What a maximum lost or won because something does not apply.
    rounding,  ///< The difference that rounding a field or the whole made. Of a leaf, what is lost is the rounded
               ///< points.
};

/// "loss", "bonus", "penalty", "limit", "rescale" or "rounding".
[[nodiscard]] std::string_view to_string(ledger_kind kind) noexcept;

/// One typed part of maximum - score.
struct ledger_entry {
    ledger_kind kind = ledger_kind::loss;
    std::size_t node = 0;  ///< Index into the set's nodes.
    ratio amount;          ///< In points; positive amounts take points away.
    provenance origin = provenance::printed;

    /// Whether it was taken from the unit: a loss or penalty above zero.
    [[nodiscard]] bool is_deduction() const noexcept {
        return (kind == ledger_kind::loss || kind == ledger_kind::penalty) && amount.sign() > 0;
    }
};

/// A leaf that does not apply to the unit, and what followed.
struct not_applicable_leaf {
    std::size_t node = 0;
    not_applicable_policy policy = not_applicable_policy::forbidden;
    std::string reason;  ///< As the mark says; empty where its rule divided by zero.
    bool zero_denominator = false;
};

/// A figure that nobody printed, and what it rests on.
struct inferred_figure {
    std::size_t node = criteria_set::none;  ///< Node it belongs to; none for the maximum of a part.
    std::size_t part = criteria_set::none;
    enum class what { maximum, score, loss } kind = what::maximum;
    ratio value;
    std::string assumption;
};

/// The result of scoring one unit. Immutable. All values are exact.
class evaluation {
public:
    /// Points of one node. While it is open whether a leaf applies whose weight would be shared out, the ranges of the
    /// other leaves are those of its applying.
    struct points {
        ratio maximum;  ///< What this unit could earn: the set's maximum less the `rescale` entries of the ledger.
        ratio score;    ///< Points so far: leaves that are unmarked count as nothing.
        ratio lowest;   ///< The final score if all unmarked leaves get the least.
        ratio highest;  ///< The final score if all unmarked leaves get the most.
        /// Leaves below (or at) this node that have no mark, or whose points are open while facts are missing.
        std::size_t unmarked = 0;

        [[nodiscard]] bool complete() const noexcept { return unmarked == 0; }
        /// maximum - score, for a complete node.
        [[nodiscard]] ratio deduction() const { return maximum - score; }
    };

    [[nodiscard]] const criteria_set& set() const noexcept { return set_; }
    [[nodiscard]] const scored_unit& unit() const noexcept { return unit_; }
    [[nodiscard]] int year() const noexcept { return year_; }

    [[nodiscard]] const points& at(std::size_t node) const noexcept { return points_[node]; }
    [[nodiscard]] const points& total() const noexcept { return points_[0]; }
    /// Points of a part: of its leaves, and of the groups whose bounds it bears. What a bound of the whole set takes
    /// or gives, and what the rounding of a field or of the total does, belongs to no part.
    [[nodiscard]] const points& part(std::size_t index) const noexcept { return parts_[index]; }

    /// All ledger entries, in the order of the nodes.
    [[nodiscard]] std::span<const ledger_entry> ledger() const noexcept { return ledger_; }
    /// The entries of one node and everything below it. Their sum is exactly the maximum that the set gives the node,
    /// less the highest score; without the `rescale` entries it is the unit's own maximum less the highest score.
    [[nodiscard]] std::span<const ledger_entry> ledger(std::size_t node) const noexcept;
    /// What was taken from the unit: the losses and penalties above zero.
    [[nodiscard]] std::vector<ledger_entry> deductions() const;

    /// The round whose mark counts for a leaf; nothing where it has none.
    [[nodiscard]] std::optional<scoring_round> counted_round(std::size_t node) const noexcept {
        return counted_rounds_[node];
    }
    /// The facts that the mark of a leaf lacks, so that its points are open: indices into the facts of its rule.
    [[nodiscard]] std::span<const std::size_t> missing_facts(std::size_t node) const noexcept;
    /// Leaves that do not apply, in the order of the nodes.
    [[nodiscard]] std::span<const not_applicable_leaf> not_applicable() const noexcept { return not_applicable_; }

    /// Leaves whose missing facts may yet show that they do not apply, so that their weight would go to others or leave
    /// the maximum of the unit. All ranges are those of their applying.
    [[nodiscard]] std::span<const std::size_t> may_not_apply() const noexcept { return may_not_apply_; }

    [[nodiscard]] std::span<const inferred_figure> inferred() const noexcept { return inferred_; }
    /// Leaves without a mark that are yet to be scored.
    [[nodiscard]] std::span<const std::size_t> unmarked() const noexcept { return unmarked_; }
    /// Whether a score is printed, or rests on what is inferred: that of a leaf on its maximum or mark, that of a group
    /// on its maximum or on a loss below it. What is inferred in the split of a printed maximum cancels out.
    [[nodiscard]] provenance score_origin(std::size_t node) const noexcept { return score_origin_[node]; }

private:
    friend class evaluator;
    explicit evaluation(criteria_set set) : set_(std::move(set)) {}

    criteria_set set_;
    scored_unit unit_;
    int year_ = 0;
    std::vector<points> points_;                                // by node
    std::vector<points> parts_;                                 // by part
    std::vector<std::optional<scoring_round>> counted_rounds_;  // by node
    std::vector<not_applicable_leaf> not_applicable_;
    std::vector<std::size_t> may_not_apply_;
    std::vector<provenance> score_origin_;  // by node
    std::vector<ledger_entry> ledger_;      // sorted by node
    std::vector<inferred_figure> inferred_;
    std::vector<std::size_t> unmarked_;
    std::map<std::size_t, std::vector<std::size_t>> missing_facts_;  // by node
};

/// Scores a unit: each leaf takes the mark of the last round that counts for its part (re-appraisal before
/// appraisal; a leaf that a later round does not touch keeps its mark), each group the sum of its children within its
/// bounds. Leaves that do not apply follow the policy of the set; weights are shared out from the innermost scope
/// outwards, and bonus points, penalties and bounds are never scaled.
/// The points of a leaf with facts are those of its rule, rounded where the set says so, before any weight; while facts
/// are missing they are a range, and what is already lost is in the ledger.
/// @return the evaluation, or the findings of check() if any is an error; error_code::marks_too_fine
[[nodiscard]] result<evaluation> evaluate(const criteria_set& set, const assessment& marks,
                                          const evaluation_context& context = {});

}  // namespace parindex::inline v0
