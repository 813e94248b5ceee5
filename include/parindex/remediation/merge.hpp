/// @file
/// Two edits of one plan brought together.
#pragma once

#include "parindex/remediation/plan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace parindex::inline v0 {

/// Something that both edits changed, each in its own way. The merged plan has it as in `mine`.
struct merge_conflict {
    /// As a JSON Pointer, with fields, ids and codes in the place of positions: "/sections/1/tasks/T1/text". An "order"
    /// at its end is that of the entries.
    std::string what;
    std::optional<std::string> base;    ///< The values as text; nothing where it is not there.
    std::optional<std::string> mine;    ///< Nothing: deleted, or added by `theirs` alone.
    std::optional<std::string> theirs;  ///< Likewise.
};

/// What merge_plans() made.
struct merged_plan {
    plan merged;
    std::vector<merge_conflict> conflicts;
};

/// Merges two edits of `base`. Sections are matched by their field, shortfalls and tasks by id within their section,
/// deductions, links and accepted warnings by what they name; everything else is one value that is taken whole. What
/// one edit added, changed, moved or deleted is so in the result; where both changed one value, or one deleted what the
/// other changed, that is a conflict, and `mine` is kept. The result may need a check(): one edit can delete a
/// shortfall to which the other has linked a task.
/// @pre check() has no error about ids that are used twice in any of the three; such entries are matched in their order
[[nodiscard]] merged_plan merge_plans(const plan& base, const plan& mine, const plan& theirs);

}  // namespace parindex::inline v0
