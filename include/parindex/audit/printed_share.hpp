/// @file
/// Shares as tables print them (tỷ lệ phần trăm): which counts they can stand for, whether classes make up their whole,
/// and how to print them so that readers who check find nothing.
#pragma once

#include "parindex/numeric/rounding_interval.hpp"
#include "parindex/support/diagnostic.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace parindex::inline v0 {

/// The counts of `whole` that print as this percentage with all of its decimals; nothing where none does (the check
/// known as GRIM). 99.7 % of 908 is 905 only; 90.59 % of 562 is nothing, but may still be an index over several answers
/// of each of 562 persons. Takes the same time whatever the whole is.
/// @throws error_code::invalid_printed_share unless whole >= 1
[[nodiscard]] std::optional<count_range> counts_printed_as(decimal percent, std::int64_t whole,
                                                           rounding_mode mode = rounding_mode::half_up);

/// A percentage beside what it is of.
struct printed_share {
    std::optional<std::int64_t> count;  ///< Where it is printed too.
    std::int64_t whole = 0;
    decimal percent;
};

/// Whether shares can have been rounded in one mode.
struct mode_evidence {
    rounding_mode mode = rounding_mode::half_up;
    std::optional<std::size_t> refuted_by;  ///< The first share that the mode does not give.
};

/// Every mode, in the order of rounding_mode: 39,200 of 60,160 printed as 65.16 refutes that decimals are cut off.
/// @throws error_code::invalid_printed_share unless 0 <= count <= whole and whole >= 1
[[nodiscard]] std::array<mode_evidence, 7> explain_rounding(std::span<const printed_share> shares);

/// A class of a whole as a table prints it: its count, its percentage of the whole, or both.
struct printed_class {
    std::string name;
    std::optional<std::int64_t> count;
    std::optional<decimal> percent;
};

/// What classes say about their whole. A residual is only reported: nothing is rescaled to hide it.
struct class_check {
    std::vector<std::optional<count_range>> counts;  ///< What each class can be; nothing where count and percentage
                                                     ///< exclude each other or no count gives the percentage.
    std::optional<count_range> residual;             ///< Whole less classes; nothing where a class has no count.
    std::optional<decimal> percent_residual;         ///< 100 less the percentages, where every class has one.
    bool rounding_explains_percents = true;          ///< Exact shares that add up to 100 can print as these.
    std::vector<std::int64_t> example;  ///< Counts that fit and add up to the whole; none if there are none.
    diagnostics findings;               ///< Warnings impossible_share and classes_not_whole.
};

/// Holds classes against their whole. Of counts that make it up, the example is the one next to the printed
/// percentages, mended from the first class on.
/// @param classes  that should exhaust the whole
/// @param whole    what they are classes of; nothing where it is not printed: then only percentages are added up
/// @param mode     how the percentages were rounded
/// @throws error_code::invalid_printed_share for a class without count and percentage, a negative count, a whole below
///         1, and counts whose sum is beyond 64 bits; error_code::overflow for such percentages
[[nodiscard]] class_check check_classes(std::span<const printed_class> classes, std::optional<std::int64_t> whole,
                                        rounding_mode mode = rounding_mode::half_up);

/// How the shares of a row add up.
enum class share_sum {
    independent,        ///< Each rounded alone, as all official tables seen: 6.62 + 45.59 + 30.15 + 17.65 = 100.01.
    largest_remainder,  ///< Exactly 100, by allocate(): ties go to the larger count, then to the earlier one.
};

/// How shares are printed.
struct share_style {
    rounding how;
    share_sum sum = share_sum::independent;
    /// More decimals than how.places, up to these, where they keep a count above 0 from printing as 0 % and one below
    /// the whole as 100 %: 3 of 65,627 is 0.005 beside 99.995. The whole row takes them. Below how.places: never more.
    int most_places = 0;
};

/// Shares of one row in percent, each with the same decimals.
struct share_row {
    std::vector<decimal> percents;
    bool faithful = true;  ///< No count above 0 prints as 0, and none below the whole as 100.
};

/// @param counts  classes of the whole
/// @param whole   their sum or, where each share is rounded alone, anything not below any of them
/// @param style   how
/// @throws error_code::invalid_printed_share unless 0 <= count <= whole and whole >= 1, for places outside 0..16, and
///         where largest_remainder is asked of counts that are not the whole: that would hide a residual
[[nodiscard]] share_row print_shares(std::span<const std::int64_t> counts, std::int64_t whole,
                                     const share_style& style);

/// What a printed change is the difference of.
enum class difference_of {
    printed_values,  ///< Round, then subtract. Every published change that was tested is this; readers re-check it.
    exact_values,    ///< Subtract, then round; may differ by a unit of the last place.
};

/// later - earlier with how.places decimals.
/// @throws error_code::invalid_scale or error_code::overflow for places that no decimal has
[[nodiscard]] decimal printed_difference(const ratio& later, const ratio& earlier, const rounding& how,
                                         difference_of basis);

}  // namespace parindex::inline v0
