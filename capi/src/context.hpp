// Contexts as other functions take them: NULL is none.
#pragma once

#include "handles.hpp"

namespace parindex::capi {

/// What the rules of a unit see. @throws error_code::set_mismatch
evaluation_context context_for(const parindex_context* context, const criteria_set& set, const scored_unit& unit,
                               int year);

/// @throws error_code::set_mismatch
const context_description* given_context(const parindex_context* context, const criteria_set& set);

}  // namespace parindex::capi
