/// @file
/// A data folder as if it held the marks of one year only.
#pragma once

#include "report_generator/data_folder.hpp"

namespace parindex::report {

/// Leaves out the marks of every other year, and the plan where the folder has marks of its year and those are left
/// out. Marks that were refused stay: they may be of any year.
/// @return the folder; or that it has no marks of this year, and of which it has
[[nodiscard]] result<data_folder> only_year(data_folder data, int year);

}  // namespace parindex::report
