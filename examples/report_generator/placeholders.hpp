/// @file
/// What stands in a document where its plan is still to be written.
#pragma once

#include "parindex/remediation/plan.hpp"

namespace parindex::report {

/// `planned` with a visible placeholder, "[...]", for every text that a draft left blank and cover() asks for: a
/// document with an empty heading or task would look finished.
[[nodiscard]] plan with_placeholders(plan planned);

}  // namespace parindex::report
