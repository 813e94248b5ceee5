/// @file
/// The data folder: criteria.json, the marks of one unit or of several, and what else there is.
#pragma once

#include "parindex/assessment/context_description.hpp"
#include "parindex/criteria/criteria_set.hpp"
#include "parindex/organization/organization_registry.hpp"
#include "parindex/remediation/plan.hpp"
#include "parindex/support/result.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace parindex::report {

/// The marks of a unit that were accepted.
struct accepted_marks {
    assessment marks;
    diagnostics notes;  ///< Notes and warnings about them.
};

/// The marks of a unit that were refused, or a file of marks that cannot be read.
struct refused_marks {
    std::string code;  ///< Of the unit; empty where it is not known.
    std::string name;
    source_position where;
    diagnostics errors;
    int year = 0;  ///< 0 where it is not known.
};

/// Whether plan.json is read, and whether a folder without it will do.
enum class plan_file { required, optional, unread };

/// What a data folder holds. What is wrong with one file or unit leaves the others as they are.
struct data_folder {
    std::vector<std::string> files;  ///< Those that were read, in this order.
    std::optional<criteria_set> set;
    std::optional<context_description> context;
    bool context_is_wrong = false;       ///< There is a context.json, but it was refused.
    std::vector<accepted_marks> units;   ///< In the order read: JSON before CSV, by names, units as in the file.
    std::vector<refused_marks> refused;  ///< Likewise.
    std::optional<plan> planned;
    std::optional<organization_registry> organization;
    diagnostics findings;  ///< About everything but the marks, and what the register does not know in any file.

    /// Whether scores can be had: without the facts that rules read from outside the units they would be others.
    [[nodiscard]] bool can_score() const noexcept { return set && !context_is_wrong; }
    [[nodiscard]] std::size_t unit_count() const noexcept { return units.size() + refused.size(); }
};

/// Reads every file, so that all errors of all files are reported at once. The marks are in assessment.json, in
/// assessment.csv, in both, or in files like these in the folder assessments, each of one unit or several. CSV files
/// may add marks to units of other files. context.json, plan.json and organization.json may be missing.
/// @param folder  the folder
/// @param wanted  what becomes of plan.json
/// @param year    of the marks in CSV files that do not say theirs; none: that of plan.json
[[nodiscard]] data_folder read_data_folder(const std::filesystem::path& folder, plan_file wanted,
                                           std::optional<int> year = {});

}  // namespace parindex::report
