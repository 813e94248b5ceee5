// Plans beside evaluations, and what is said about them.
#pragma once

#include "handles.hpp"

namespace parindex::capi {

/// All that contradicts the set: empty where the plan may be held against an evaluation of it.
diagnostics contradictions(const plan& planned, const criteria_set& set);

/// A value that both edits changed, as a warning: the values in the message.
diagnostic conflict_finding(const merge_conflict& conflict);

}  // namespace parindex::capi
