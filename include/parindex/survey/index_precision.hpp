/// @file
/// How precise an index is (độ chính xác): the standard error of an index of a tally, from respondents or clusters.
#pragma once

#include "parindex/survey/moment_estimate.hpp"
#include "parindex/survey/satisfaction_index.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace parindex::inline v0 {

/// What is known of a stratum of a unit besides its answers.
struct stratum_design {
    ratio weight = 1;  ///< Persons that a respondent stands for; above 0.
    /// Respondents or, where the tally keeps clusters, clusters that were to be drawn from. Nothing: so many that it
    /// does not matter.
    std::optional<std::uint64_t> population = std::nullopt;
};

/// How the respondents of a tally were drawn.
struct index_design {
    /// By unit and stratum; those that are not named have weight 1 and no end. Units of the tally of which no index is
    /// asked for may be there too.
    std::map<std::pair<std::string, std::string>, stratum_design> strata;
    single_cluster_policy policy = single_cluster_policy::fail;
};

/// The index with its standard error. Units are strata: each was drawn for itself. With all weights 1 the value is that
/// of compute_index(), made binary once; otherwise it is the weighted index, which that function does not know.
///
/// Formulas that are means or ratios of the answers of the index have one: F1 to F4, F7 to F9, F11 to F13 of valid
/// answers. A clamped or weighted option, the overall question and persons who are satisfied with everything have not:
/// of those persons, interval_of_share() says as much.
/// Persons and degrees of freedom are those of whoever gave an answer that counts. What the tally does not tell: in
/// which stratum of a unit the others of an index of several questions were. They count there as drawn (n in n/(n-1)
/// and in the finite population correction, which is theirs too), and design effects take the mean weight for theirs.
/// @param counts   with tally_options::precision
/// @param request  of all respondents (row 0)
/// @param design   how they were drawn
/// @throws as compute_index() and estimate_index(); error_code::formula_not_applicable where the tally keeps nothing
///         for precision, or the formula has none; error_code::nothing_answered; error_code::count_overflow;
///         of the design, error_code::unknown_unit for a unit that the tally has not, error_code::invalid_value for a
///         stratum that a unit has not
[[nodiscard]] survey_estimate estimate_precision(const tally& counts, const index_request& request,
                                                 const index_design& design = {});

}  // namespace parindex::inline v0
