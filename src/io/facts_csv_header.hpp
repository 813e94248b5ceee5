// What the columns of a CSV file of facts are.
#pragma once

#include "parindex/criteria/criteria_set.hpp"
#include "parindex/text/csv.hpp"
#include "support/finding_list.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

enum class facts_layout { fact_rows, criterion_rows, unit_rows };

/// Columns of fixed names.
enum class facts_column {
    unit,
    unit_name,
    unit_group,
    year,
    round,
    criterion,
    fact,
    value,
    explanation,
    not_applicable
};
inline constexpr std::size_t facts_column_count = 10;

/// The name of a column in the header row.
[[nodiscard]] std::string_view to_string(facts_column column) noexcept;

class facts_csv_header {
public:
    /// A column that holds values of one fact.
    struct fact_column {
        std::size_t index = 0;
        std::size_t node = criteria_set::none;  ///< The leaf; none where each row names it.
        std::string name;
    };

    /// What is wrong with the names goes to `found`.
    facts_csv_header(std::span<const csv_cell> row, std::string_view file, const criteria_set& set,
                     finding_list& found);

    [[nodiscard]] facts_layout layout() const noexcept { return layout_; }
    [[nodiscard]] bool has(facts_column column) const noexcept { return index_of(column) != criteria_set::none; }
    /// The cell of a row in this column; an empty one where the file has no such column.
    [[nodiscard]] csv_cell cell(std::span<const csv_cell> row, facts_column column) const noexcept {
        return has(column) ? row[index_of(column)] : csv_cell{};
    }
    [[nodiscard]] std::span<const fact_column> facts() const noexcept { return facts_; }

private:
    class reader;

    [[nodiscard]] std::size_t index_of(facts_column column) const noexcept {
        return fixed_[static_cast<std::size_t>(column)];
    }

    facts_layout layout_ = facts_layout::unit_rows;
    std::array<std::size_t, facts_column_count> fixed_{};  // their indices in a row
    std::vector<fact_column> facts_;                       // those that can be read
};

}  // namespace parindex::inline v0
