/// @file
/// Whether two estimates differ by more than chance (ý nghĩa thống kê): two units, or two years with new samples.
#pragma once

#include "parindex/numeric/ratio.hpp"
#include "parindex/survey/survey_estimate.hpp"

#include <cstdint>
#include <optional>

namespace parindex::inline v0 {

/// What the difference is compared with.
enum class reference_distribution {
    normal,   ///< For large samples.
    student,  ///< t with the degrees of freedom of both samples together.
};

/// A difference and how probable one as large would be by chance alone.
struct difference_test {
    approximate difference;  ///< First less second.
    approximate standard_error;
    /// Difference over its error; nothing where the error is 0.
    std::optional<approximate> statistic;
    /// Of a difference at least as large in either direction, were there none. Where the error is 0: 1 for no
    /// difference, else 0.
    approximate p_value;
};

/// Of two estimates from samples that were drawn independently: never of two groups of one sample, or of a part and its
/// whole. Two years are to be of one method; a change of method is no change of satisfaction.
/// @throws error_code::no_interval for `student` without degrees of freedom
[[nodiscard]] difference_test test_difference(const survey_estimate& first, const survey_estimate& second,
                                              reference_distribution reference = reference_distribution::student);

/// A published share, of which only this is known.
struct published_share {
    ratio share;                ///< 0 to 1.
    std::uint64_t persons = 0;  ///< Asked, never their answers; above 0.
    ratio design_effect = 1;    ///< Assumed, above 0.
};

/// The z test of two shares from independent samples, each with variance deff p(1-p)/n.
/// @throws error_code::invalid_value for a share, number or design effect that is none
[[nodiscard]] difference_test test_difference(const published_share& first, const published_share& second);

}  // namespace parindex::inline v0
