// The check of marks that were read, with what their unit sees from outside.
#pragma once

#include "parindex/assessment/context_description.hpp"

namespace parindex::inline v0 {

/// check() of the marks. A context of another year, of which the marks then see nothing, is told where facts are
/// lacking.
/// @param context  null where there is none
[[nodiscard]] diagnostics check_read_marks(const assessment& read, const criteria_set& set,
                                           const context_description* context);

}  // namespace parindex::inline v0
