// What a task says that cannot be: timing, dates, entries without a text.
#pragma once

#include "remediation/accepted_warnings.hpp"

namespace parindex::inline v0 {

/// `where` with `member` behind its pointer: as near as a value built in memory or read can be told.
[[nodiscard]] source_position inside(const source_position& where, const std::string& member);

/// Refuses entries of a list that say nothing. `member` is the pointer from `where` to the list.
void check_entries(const std::vector<std::string>& entries, const source_position& where, const std::string& member,
                   finding_list& found);

/// Checks one task of `planned`; its id and links are no matter of it.
void check_task(const task& each, const plan& planned, acceptance_filter& warnings, finding_list& found);

}  // namespace parindex::inline v0
