// A table of units as the C interface takes it, checked once for all its rows.
#pragma once

#include "parindex.h"
#include "parindex/parindex.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace parindex::capi {

/// A column, with what it is about.
struct table_column {
    const parindex_column* cells = nullptr;
    const criteria_set::node* leaf = nullptr;
    const fact_declaration* fact = nullptr;  ///< Null: scores, or that there is a mark.
    scoring_round round = scoring_round::appraisal;
    std::size_t mark = 0;  ///< Index of the mark that it belongs to: columns of one leaf and round share one.
};

/// A cell that is no value of its column.
struct bad_cell {
    std::size_t column = 0;
    error_code code = error_code::none;
    std::string message;
};

/// The columns of a table. Rows become assessments; nothing of the caller is copied.
class batch_table {
public:
    /// @throws error_code::invalid_argument, out_of_range, invalid_scale, not_a_leaf, facts_without_rule, unknown_fact,
    ///         duplicate_mark, null_pointer
    batch_table(const criteria_set& set, const parindex_batch& given);

    /// The marks of a unit in `into`, whose set, year and group stand already, or why there are none.
    /// @param row   index of the unit
    /// @param into  its marks are replaced
    std::optional<bad_cell> read_row(std::size_t row, assessment& into) const;

    /// The column that a finding about a criterion speaks of: the first of that leaf; none: the whole row.
    [[nodiscard]] std::optional<std::size_t> column_of(std::string_view criterion) const noexcept;

    [[nodiscard]] const table_column& at(std::size_t column) const noexcept { return columns_[column]; }

private:
    table_column column_in(const criteria_set& set, const parindex_column& given, std::size_t rows);
    void join_marks();

    std::vector<table_column> columns_;
    std::vector<mark> marks_;  // without values: of every leaf and round with a column
};

}  // namespace parindex::capi
