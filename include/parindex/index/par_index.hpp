/// @file
/// The PAR INDEX of a unit (chỉ số cải cách hành chính): its points by field and by part.
#pragma once

#include "parindex/assessment/evaluation.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// A line of the published table. All values in points, exact.
struct index_line {
    std::string code;
    std::string name;
    ratio maximum;                            ///< What the unit could earn.
    ratio score;                              ///< Points so far while the index is incomplete.
    ratio deduction;                          ///< maximum - highest attainable score: maximum - score once complete.
    provenance origin = provenance::printed;  ///< inferred: cannot be had from printed figures alone.
};

/// Points of a unit by field and by part. Both columns add up to the total, less what a bound of the whole set took.
struct par_index {
    index_line total;
    std::vector<index_line> fields;
    std::vector<index_line> parts;
    bool complete = true;
    ratio lowest;  ///< Attainable range of the total; lowest == highest once complete.
    ratio highest;
    std::size_t unmarked = 0;  ///< Leaves without a mark.

    /// 100 * score / maximum, by the unit's own maximum; above 100 where bonus points say so.
    /// @throws error_code::incomplete: an incomplete total is no index; error_code::nothing_scored if the maximum is 0
    [[nodiscard]] ratio percent() const;
};

/// The index over some of the parts only, brought to 100: where no survey was held, the appraised points are the index
/// (Hà Nội), and Nam Định publishes appraised / 70 every year.
/// @param scored  the unit
/// @param parts   codes of the parts that count
/// @throws error_code::unknown_code; error_code::incomplete where a leaf of one of these parts has no mark;
///         error_code::nothing_scored where their maxima are 0
[[nodiscard]] ratio percent_of_parts(const evaluation& scored, std::span<const std::string_view> parts);

/// Adds up an evaluation. Scores of fields and parts come from their leaves; nothing is rounded.
[[nodiscard]] par_index compute_par_index(const evaluation& scored);

/// Compares published figures with the computed index: a warning for each that differs. A published figure stands for
/// half a unit of its last place on either side, so a difference that rounding explains is not reported. While the
/// index is incomplete there is nothing to compare with.
[[nodiscard]] diagnostics check_published(const published_figures& published, const par_index& index);

/// What a person should know before relying on the index: leaves without a mark.
[[nodiscard]] diagnostics check_complete(const evaluation& scored);

}  // namespace parindex::inline v0
