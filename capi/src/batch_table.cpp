#include "batch_table.hpp"

#include "numbers.hpp"
#include "text.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace parindex::capi {

namespace {

/// 20220120 as a date. @throws error_code::invalid_date
date day_of(std::int64_t cell) {
    if (cell >= 1'01'01 && cell <= 9999'12'31) {
        const auto digits = static_cast<int>(cell);
        const date out{digits / 1'00'00, digits / 100 % 100, digits % 100};
        if (out.is_valid()) return out;
    }
    throw error(error_code::invalid_date, "expected a date as 20220120, not " + std::to_string(cell));
}

/// @throws error_code::wrong_fact, error_code::invalid_date
fact_value value_of(std::int64_t cell, int scale, const fact_declaration& declared) {
    switch (declared.kind) {
        case fact_kind::count:
        case fact_kind::number:
        case fact_kind::percent: return decimal::from_parts(cell, scale);
        case fact_kind::date: return day_of(cell);
        case fact_kind::yes_no:
            if (cell == 0 || cell == 1) return cell == 1;
            throw error(error_code::wrong_fact, "expected 1 or 0, not " + std::to_string(cell));
        case fact_kind::level: break;
    }
    if (cell >= 0 && static_cast<std::uint64_t>(cell) < declared.levels.size()) {
        return declared.levels[static_cast<std::size_t>(cell)].code;
    }
    throw error(error_code::wrong_fact, "expected the index of one of " + std::to_string(declared.levels.size()) +
                                            " levels, not " + std::to_string(cell));
}

bool is_number(fact_kind kind) noexcept {
    return kind == fact_kind::count || kind == fact_kind::number || kind == fact_kind::percent;
}

}  // namespace

batch_table::batch_table(const criteria_set& set, const parindex_batch& given) {
    if (given.columns == nullptr && given.column_count != 0) throw error(error_code::null_pointer, "columns is NULL");
    const std::size_t most = set.nodes().size() * (limits::facts + 1) * 5;  // five rounds
    if (given.column_count > most)
        throw error(error_code::out_of_range, "more columns are given than the set can have");
    columns_.reserve(given.column_count);
    for (const parindex_column& each : std::span(given.columns, given.column_count)) {
        columns_.push_back(column_in(set, each, given.unit_count));
    }
    join_marks();
}

table_column batch_table::column_in(const criteria_set& set, const parindex_column& given, std::size_t rows) {
    const std::string name = "column " + std::to_string(columns_.size());
    table_column out;
    out.cells = &given;
    out.leaf = &set.at(index_in(given.node, set.nodes().size(), (name + ": node").c_str()));
    out.round = word_in(given.round, scoring_round::authority, "round");
    if (!out.leaf->is_leaf()) {
        throw error(error_code::not_a_leaf,
                    name + ": criterion " + quoted(out.leaf->code) + " is computed, not marked");
    }
    const bool valued = given.fact != PARINDEX_COLUMN_MARKED;
    if (given.fact != PARINDEX_NONE && out.leaf->rule == nullptr) {
        throw error(error_code::facts_without_rule,
                    name + ": criterion " + quoted(out.leaf->code) + " has no rule that reads facts");
    }
    if (given.fact != PARINDEX_NONE && valued) {
        const std::vector<fact_declaration>& facts = out.leaf->rule->facts;
        out.fact = &facts[index_in(given.fact, facts.size(), (name + ": fact").c_str())];
        if (out.fact->source != fact_source::mark) {
            throw error(error_code::unknown_fact,
                        name + ": the fact " + quoted(out.fact->name) + " comes from outside the unit");
        }
    }
    static_cast<void>(decimal::from_parts(0, given.scale));
    if (out.fact != nullptr && !is_number(out.fact->kind) && given.scale != 0) {
        throw error(error_code::invalid_scale, name + ": dates, answers and levels have the scale 0");
    }
    if (given.cells == nullptr && rows != 0 && valued) throw error(error_code::null_pointer, name + ": cells is NULL");
    return out;
}

void batch_table::join_marks() {
    std::map<std::pair<const criteria_set::node*, scoring_round>, std::size_t> known;
    std::map<std::pair<std::size_t, std::int32_t>, std::size_t> used;
    for (std::size_t index = 0; index < columns_.size(); ++index) {
        table_column& column = columns_[index];
        const auto [place, is_new] = known.try_emplace({column.leaf, column.round}, marks_.size());
        column.mark = place->second;
        if (is_new) {
            mark& added = marks_.emplace_back();
            added.criterion = column.leaf->code;
            added.round = column.round;
        }
        const bool scores = used.contains({column.mark, PARINDEX_NONE});
        const std::int32_t fact = column.cells->fact;
        if (!used.try_emplace({column.mark, fact}, index).second || scores || (fact == PARINDEX_NONE && !is_new)) {
            throw error(error_code::duplicate_mark, "column " + std::to_string(index) + ": criterion " +
                                                        quoted(column.leaf->code) +
                                                        " has that column already, or both scores and facts");
        }
    }
}

std::optional<bad_cell> batch_table::read_row(std::size_t row, assessment& into) const {
    std::vector<mark> marks = marks_;
    for (std::size_t index = 0; index < columns_.size(); ++index) {
        const table_column& column = columns_[index];
        const parindex_column& cells = *column.cells;
        if (cells.present != nullptr && cells.present[row] == 0) continue;
        mark& to = marks[column.mark];
        if (cells.fact == PARINDEX_COLUMN_MARKED) {
            if (!to.facts) to.facts.emplace();
            continue;
        }
        const std::int64_t cell = cells.cells[row];
        if (column.fact == nullptr) {
            to.score = figure{decimal::from_parts(cell, cells.scale), {}, {}};
            continue;
        }
        try {
            fact_value value = value_of(cell, cells.scale, *column.fact);
            const std::string wrong = mismatch(value, *column.fact);
            if (!wrong.empty()) throw error(error_code::wrong_fact, wrong);
            if (!to.facts) to.facts.emplace();
            to.facts->push_back({column.fact->name, std::move(value)});
        } catch (const error& problem) {
            return bad_cell{index, problem.code(), "fact " + quoted(column.fact->name) + ": " + problem.what()};
        }
    }
    // A mark without any cell says nothing.
    std::erase_if(marks, [](const mark& each) { return !each.score && !each.facts; });
    into.marks = std::move(marks);
    return std::nullopt;
}

std::optional<std::size_t> batch_table::column_of(std::string_view criterion) const noexcept {
    const auto found = std::find_if(columns_.begin(), columns_.end(),
                                    [criterion](const table_column& each) { return each.leaf->code == criterion; });
    if (criterion.empty() || found == columns_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns_.begin());
}

}  // namespace parindex::capi
