/// @file
/// Evaluations (kết quả tính điểm): the points of every node, and why they are not the maximum.
#pragma once

#include "parindex/assessment/assessment.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace parindex::inline v0 {

/// Why points are missing from, or added to, a maximum.
enum class ledger_kind {
    loss,      ///< A deduction (điểm trừ): points of a leaf that were not earned.
    bonus,     ///< Points above the maximum (điểm thưởng); amount below zero.
    penalty,   ///< A penalty (điểm phạt).
    limit,     ///< A cap or floor that was reached.
    rescale,   ///< A maximum that changed because something does not apply.
    rounding,  ///< The difference that a rounding made.
};

/// One typed part of maximum - score.
struct ledger_entry {
    ledger_kind kind = ledger_kind::loss;
    std::size_t node = 0;  ///< Index into the set's nodes.
    ratio amount;          ///< In points; positive amounts take points away.
    provenance origin = provenance::printed;
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
    /// Points of one node.
    struct points {
        ratio maximum;  ///< Contribution to the parent's maximum.
        ratio score;    ///< Points so far: leaves without a mark count as nothing.
        ratio lowest;   ///< The final score if all leaves without a mark get the least.
        ratio highest;  ///< The final score if all leaves without a mark get the most. maximum - highest is the sum of
                        ///< the ledger.
        std::size_t unmarked = 0;  ///< Leaves below (or at) this node that have no mark.

        [[nodiscard]] bool complete() const noexcept { return unmarked == 0; }
        /// maximum - score, for a complete node.
        [[nodiscard]] ratio deduction() const { return maximum - score; }
    };

    [[nodiscard]] const criteria_set& set() const noexcept { return set_; }
    [[nodiscard]] const scored_unit& unit() const noexcept { return unit_; }
    [[nodiscard]] int year() const noexcept { return year_; }

    [[nodiscard]] const points& at(std::size_t node) const noexcept { return points_[node]; }
    [[nodiscard]] const points& total() const noexcept { return points_[0]; }

    /// All ledger entries, in the order of the nodes.
    [[nodiscard]] std::span<const ledger_entry> ledger() const noexcept { return ledger_; }
    /// The entries of one node and everything below it. Their sum is exactly maximum - highest.
    [[nodiscard]] std::span<const ledger_entry> ledger(std::size_t node) const noexcept;
    /// The losses above zero.
    [[nodiscard]] std::vector<ledger_entry> deductions() const;

    [[nodiscard]] std::span<const inferred_figure> inferred() const noexcept { return inferred_; }
    /// Leaves without a mark.
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
    std::vector<points> points_;            // by node
    std::vector<provenance> score_origin_;  // by node
    std::vector<ledger_entry> ledger_;      // sorted by node
    std::vector<inferred_figure> inferred_;
    std::vector<std::size_t> unmarked_;
};

/// Scores a unit: each leaf takes the mark of the last round that counts for its part (re-appraisal before
/// appraisal), each group the sum of its children.
/// @return the evaluation, or the findings of check() if any is an error
[[nodiscard]] result<evaluation> evaluate(const criteria_set& set, const assessment& marks);

}  // namespace parindex::inline v0
