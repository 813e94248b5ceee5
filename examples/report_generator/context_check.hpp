/// @file
/// What context.json says about units and years, against the marks of the folder.
#pragma once

#include "report_generator/data_folder.hpp"

namespace parindex::report {

/// An error if the context is of a year that no marks are of, a warning if such marks may be among those that were
/// refused; warnings about units that have no marks of its year. At most limits::diagnostics.
[[nodiscard]] diagnostics check_against_marks(const context_description& context, const data_folder& data);

}  // namespace parindex::report
