#include "parindex/survey/disclosure.hpp"

#include "parindex/support/error.hpp"
#include "parindex/support/limits.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>

namespace parindex::inline v0 {

namespace {

constexpr std::uint64_t endless = std::numeric_limits<std::uint64_t>::max();

/// What can be concluded about hidden cells. A table with its totals is one more row and column; every line adds up to
/// 0 when totals are taken as negative. Lines are vertices and unknown numbers edges: a cell can be raised by what can
/// flow back from its column to its row over other unknown numbers, starting from the true table.
class table_graph {
public:
    explicit table_graph(const printed_counts& table)
        : rows_(table.rows), columns_(table.columns), counts_((rows_ + 1) * (columns_ + 1)), unknown_(counts_.size()) {
        for (std::size_t row = 0; row < rows_; ++row) {
            for (std::size_t column = 0; column < columns_; ++column) {
                const std::uint64_t count = table.cells[row * columns_ + column];
                counts_[at(row, column)] = count;
                counts_[at(row, columns_)] += count;
                counts_[at(rows_, column)] += count;
                counts_[at(rows_, columns_)] += count;
            }
        }
        for (std::size_t row = 0; row < rows_; ++row) unknown_[at(row, columns_)] = !table.row_totals;
        for (std::size_t column = 0; column < columns_; ++column) unknown_[at(rows_, column)] = !table.column_totals;
        unknown_[at(rows_, columns_)] = !table.grand_total;
    }

    void hide(std::size_t row, std::size_t column) { unknown_[at(row, column)] = true; }
    [[nodiscard]] bool is_unknown(std::size_t row, std::size_t column) const { return unknown_[at(row, column)]; }
    [[nodiscard]] std::uint64_t count(std::size_t row, std::size_t column) const { return counts_[at(row, column)]; }

    /// Whether a hidden cell may be anything within a range that is `width` wide.
    [[nodiscard]] bool hides(std::size_t row, std::size_t column, std::uint64_t width) {
        const std::uint64_t own = count(row, column);
        std::uint64_t range = flow(column_vertex(column), row, at(row, column), width);
        if (range < width) {
            range += flow(row, column_vertex(column), at(row, column), std::min(own, width - range));
        }
        return range >= width;
    }

private:
    [[nodiscard]] std::size_t at(std::size_t row, std::size_t column) const noexcept {
        return row * (columns_ + 1) + column;
    }
    [[nodiscard]] std::size_t column_vertex(std::size_t column) const noexcept { return rows_ + 1 + column; }
    [[nodiscard]] bool is_total(std::size_t row, std::size_t column) const noexcept {
        return (row == rows_) != (column == columns_);  // the grand total has the sign of a cell
    }

    /// How much more can go from one vertex to another over the unknown number between them.
    [[nodiscard]] std::uint64_t room(std::size_t from, std::size_t to, std::size_t without) const {
        const bool raises = from <= rows_;  // from its row to its column
        const std::size_t row = raises ? from : to;
        const std::size_t column = (raises ? to : from) - (rows_ + 1);
        const std::size_t cell = at(row, column);
        if (!unknown_[cell] || cell == without) return 0;
        // A cell has no upper end; a total, being negative, none below.
        if (raises != is_total(row, column)) return endless - moved_[cell].up;
        return counts_[cell] + moved_[cell].up - moved_[cell].down;
    }

    struct movement {
        std::uint64_t up = 0;
        std::uint64_t down = 0;
    };

    /// The greatest flow, up to `wanted`: shortest paths, one after the other.
    std::uint64_t flow(std::size_t from, std::size_t to, std::size_t without, std::uint64_t wanted) {
        moved_.assign(counts_.size(), {});
        const std::size_t vertices = rows_ + 1 + columns_ + 1;
        std::uint64_t total = 0;
        while (total < wanted) {
            std::vector<std::size_t> before(vertices, vertices);
            std::vector<std::size_t> queue{from};
            before[from] = from;
            for (std::size_t next = 0; next < queue.size() && before[to] == vertices; ++next) {
                const std::size_t here = queue[next];
                const std::size_t first = here <= rows_ ? rows_ + 1 : 0;
                const std::size_t end = here <= rows_ ? vertices : rows_ + 1;
                for (std::size_t there = first; there < end; ++there) {
                    if (before[there] != vertices || room(here, there, without) == 0) continue;
                    before[there] = here;
                    queue.push_back(there);
                }
            }
            if (before[to] == vertices) break;
            std::uint64_t step = wanted - total;
            for (std::size_t there = to; there != from; there = before[there]) {
                step = std::min(step, room(before[there], there, without));
            }
            for (std::size_t there = to; there != from; there = before[there]) move(before[there], there, step);
            total += step;
        }
        return total;
    }

    void move(std::size_t from, std::size_t to, std::uint64_t step) {
        const bool raises = from <= rows_;
        const std::size_t row = raises ? from : to;
        const std::size_t column = (raises ? to : from) - (rows_ + 1);
        movement& moved = moved_[at(row, column)];
        (raises != is_total(row, column) ? moved.up : moved.down) += step;
    }

    std::size_t rows_;
    std::size_t columns_;
    std::vector<std::uint64_t> counts_;
    std::vector<bool> unknown_;
    std::vector<movement> moved_;
};

/// The corners of a rectangle, beside the hidden cell itself.
struct rectangle {
    std::size_t row = 0;
    std::size_t column = 0;
};

class suppressor {
public:
    suppressor(const printed_counts& table, std::uint64_t minimum)
        : table_(table), minimum_(minimum), graph_(table), out_{std::vector<bool>(table.cells.size()), 0, 0, true} {}

    suppression run() {
        for (std::size_t cell = 0; cell < table_.cells.size(); ++cell) {
            if (table_.cells[cell] == 0 || table_.cells[cell] >= minimum_) continue;
            hide(cell / table_.columns, cell % table_.columns);
            ++out_.primary;
        }
        // A cell that is hidden for another's sake needs protection too, and may lie before it.
        std::size_t before = 0;
        do {
            before = out_.secondary;
            for (std::size_t row = 0; row < table_.rows; ++row) {
                for (std::size_t column = 0; column < table_.columns; ++column) protect(row, column);
            }
        } while (out_.safe && out_.secondary != before);
        return std::move(out_);
    }

private:
    void hide(std::size_t row, std::size_t column) {
        graph_.hide(row, column);
        out_.hidden[row * table_.columns + column] = true;
    }

    void protect(std::size_t row, std::size_t column) {
        while (graph_.is_unknown(row, column) && !graph_.hides(row, column, minimum_)) {
            const std::optional<rectangle> best = cheapest(row, column);
            if (!best) {
                out_.safe = false;
                return;
            }
            for (const std::size_t each_row : {row, best->row}) {
                for (const std::size_t each_column : {column, best->column}) {
                    if (graph_.is_unknown(each_row, each_column)) continue;
                    hide(each_row, each_column);
                    ++out_.secondary;
                }
            }
        }
    }

    /// What it costs to hide one more number: nothing where it is not printed anyhow, and nothing will hide a total.
    [[nodiscard]] std::optional<std::uint64_t> cost(std::size_t row, std::size_t column) const {
        if (graph_.is_unknown(row, column)) return 0;
        if (row == table_.rows || column == table_.columns) return std::nullopt;
        // A 0 gives no room: it is the last choice.
        const std::uint64_t count = graph_.count(row, column);
        return count == 0 ? graph_.count(table_.rows, table_.columns) + 1 : count;
    }

    [[nodiscard]] std::optional<rectangle> cheapest(std::size_t row, std::size_t column) const {
        std::optional<rectangle> best;
        std::uint64_t least = 0;
        for (std::size_t other_row = 0; other_row <= table_.rows; ++other_row) {
            for (std::size_t other_column = 0; other_column <= table_.columns; ++other_column) {
                if (other_row == row || other_column == column) continue;
                const auto a = cost(row, other_column);
                const auto b = cost(other_row, column);
                const auto c = cost(other_row, other_column);
                if (!a || !b || !c) continue;
                const std::uint64_t sum = *a + *b + *c;
                if (sum == 0 || (best && sum >= least)) continue;  // of 0: all of it is hidden already
                best = rectangle{other_row, other_column};
                least = sum;
            }
        }
        return best;
    }

    const printed_counts& table_;
    std::uint64_t minimum_;
    table_graph graph_;
    suppression out_;
};

}  // namespace

suppression suppress(const printed_counts& table, std::uint64_t minimum) {
    if (table.rows == 0 || table.columns == 0 || table.cells.size() / table.rows != table.columns ||
        table.cells.size() % table.rows != 0) {
        throw error(error_code::invalid_argument, "expected a count for each row and column of the table");
    }
    if (table.cells.size() > limits::disclosure_cells) {
        throw error(error_code::survey_too_large, "a table whose counts are to be protected has at most " +
                                                      std::to_string(limits::disclosure_cells) + " cells");
    }
    std::uint64_t sum = 0;
    for (const std::uint64_t each : table.cells) {
        if (each > (endless >> 4) - sum) throw error(error_code::count_overflow, "counts above 2^60");
        sum += each;
    }
    if (minimum > endless >> 4) throw error(error_code::invalid_argument, "a minimum above 2^60");
    return suppressor(table, minimum).run();
}

bool may_print_share(std::uint64_t count, std::uint64_t base, const printable_shares& policy) noexcept {
    if (base == 0 || base < policy.minimum_base) return false;
    return (count != 0 && count != base) || base >= policy.minimum_unanimous;
}

bool difference_discloses(std::uint64_t inner, std::uint64_t outer, std::uint64_t minimum) noexcept {
    const std::uint64_t between = outer > inner ? outer - inner : 0;
    return between != 0 && between < minimum;
}

}  // namespace parindex::inline v0
