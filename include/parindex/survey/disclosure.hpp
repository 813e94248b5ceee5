/// @file
/// Disclosure control (bảo vệ thông tin cá nhân): which counts and shares a published table leaves out, so that nobody
/// learns what a few persons answered. An engineering reading of Law 91/2025/QH15, no legal advice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace parindex::inline v0 {

/// A table of counts and which of its sums are printed beside it.
struct printed_counts {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<std::uint64_t> cells;  ///< Row by row.
    bool row_totals = true;
    bool column_totals = true;
    bool grand_total = true;
};

/// What is left out of a table.
struct suppression {
    std::vector<bool> hidden;   ///< By cell, row by row.
    std::size_t primary = 0;    ///< Cells that are small themselves.
    std::size_t secondary = 0;  ///< Cells that would give small ones away.
    /// Whether no hidden cell can be computed to within the minimum. False where printed totals give one away, whatever
    /// else is hidden: then totals must not be printed either.
    bool safe = true;
};

/// Hides every cell from 1 to below `minimum`, and as many others as it takes that whoever knows the rest of the table
/// finds at least `minimum` + 1 possible values for each hidden cell: with its totals, a line gives away its one hidden
/// cell, and two lines may do so together. What is possible is computed exactly (integers from 0 that add up to what is
/// printed). Cells that are 0 may be printed; those hidden besides are as small as possible, one step at a time, so
/// that the choice is the same on every machine but not always the least.
/// @param table    at most limits::disclosure_cells cells
/// @param minimum  least count that may be printed; 0 and 1 hide nothing
/// @throws error_code::invalid_argument unless there are rows times columns cells; error_code::survey_too_large
[[nodiscard]] suppression suppress(const printed_counts& table, std::uint64_t minimum);

/// Which shares may be printed.
struct printable_shares {
    std::uint64_t minimum_base = 0;       ///< Shares of fewer persons are hidden.
    std::uint64_t minimum_unanimous = 0;  ///< So are 0 % and 100 % of fewer: they tell what each of them answered.
};

/// Whether `count` of `base` persons may be printed as a share. A share of nobody may not.
[[nodiscard]] bool may_print_share(std::uint64_t count, std::uint64_t base, const printable_shares& policy) noexcept;

/// Whether two printed groups, the one within the other, give away those in between: from 1 to below `minimum` persons.
[[nodiscard]] bool difference_discloses(std::uint64_t inner, std::uint64_t outer, std::uint64_t minimum) noexcept;

}  // namespace parindex::inline v0
