/// @file
/// A unit of a data folder and all that the library computes from it.
#pragma once

#include "parindex/assessment/evaluation.hpp"
#include "parindex/index/par_index.hpp"
#include "parindex/index/self_comparison.hpp"
#include "parindex/remediation/coverage.hpp"
#include "report_generator/data_folder.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace parindex::report {

/// What a data folder holds about one unit.
struct unit_data {
    criteria_set set;
    assessment marks;
    evaluation_context context;   ///< What its rules see from outside.
    std::optional<plan> planned;  ///< Where the plan of the folder is that of the unit.
};

struct scored_folder {
    unit_data data;
    evaluation scored;
    par_index index;
    self_comparison self;
    std::optional<coverage> covered;  ///< Where there is a plan.
    /// What a person should look at: notes of reading, missing marks, published figures that differ, coverage.
    diagnostics findings;
};

/// Which unit of a folder is meant.
struct unit_choice {
    std::string code;         ///< Empty: the only unit, or else the one whose plan the folder has.
    std::optional<int> year;  ///< Needed where the unit has marks of several years.
};

/// Index into data.units of the unit that the plan of the folder belongs to: the only unit, or the one whose code it
/// names; nothing without a plan or without marks of that unit. What is wrong with that goes to `findings`.
[[nodiscard]] std::optional<std::size_t> owner_of_plan(const data_folder& data, diagnostics& findings);

/// Scores one unit.
/// @param unit       index into data.units
/// @param with_plan  whether the plan of the folder is that of the unit
/// @return the scores, whose findings are those about the unit alone; or why its marks cannot be evaluated
/// @pre data.can_score()
[[nodiscard]] result<scored_folder> score_unit(const data_folder& data, std::size_t unit, bool with_plan);

/// Reads a folder and scores one unit of it. The marks of other units need not be right.
/// @return the scores with the findings about the unit and about the folder; or all that is wrong
[[nodiscard]] result<scored_folder> score_folder(const std::filesystem::path& folder, plan_file wanted);

/// Likewise, of a folder that has been read.
[[nodiscard]] result<scored_folder> score_folder(const data_folder& data, const unit_choice& choice = {});

}  // namespace parindex::report
