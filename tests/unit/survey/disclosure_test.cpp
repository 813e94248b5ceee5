#include "parindex/survey/disclosure.hpp"
#include "../findings.hpp"
#include "../numeric/expectations.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

using namespace parindex;

namespace {

/// All values that each hidden cell may have: every table of small numbers is tried.
std::vector<std::set<std::uint64_t>> possible_values(const printed_counts& table, const std::vector<bool>& hidden,
                                                     std::uint64_t most) {
    std::vector<std::size_t> open;
    for (std::size_t cell = 0; cell < hidden.size(); ++cell) {
        if (hidden[cell]) open.push_back(cell);
    }
    const auto sums = [&](const std::vector<std::uint64_t>& cells) {
        std::vector<std::uint64_t> out;
        std::uint64_t all = 0;
        for (std::size_t row = 0; row < table.rows; ++row) {
            std::uint64_t sum = 0;
            for (std::size_t column = 0; column < table.columns; ++column) sum += cells[row * table.columns + column];
            all += sum;
            if (table.row_totals) out.push_back(sum);
        }
        for (std::size_t column = 0; column < table.columns; ++column) {
            std::uint64_t sum = 0;
            for (std::size_t row = 0; row < table.rows; ++row) sum += cells[row * table.columns + column];
            if (table.column_totals) out.push_back(sum);
        }
        if (table.grand_total) out.push_back(all);
        return out;
    };
    const std::vector<std::uint64_t> printed = sums(table.cells);
    std::vector<std::set<std::uint64_t>> out(hidden.size());
    std::vector<std::uint64_t> cells = table.cells;
    for (const std::size_t each : open) cells[each] = 0;
    for (bool more = true; more;) {
        if (sums(cells) == printed) {
            for (const std::size_t each : open) out[each].insert(cells[each]);
        }
        more = false;
        for (const std::size_t each : open) {
            if (cells[each] < most) {
                ++cells[each];
                more = true;
                break;
            }
            cells[each] = 0;
        }
    }
    return out;
}

std::size_t count(const std::vector<bool>& hidden) {
    return static_cast<std::size_t>(std::count(hidden.begin(), hidden.end(), true));
}

}  // namespace

TEST_CASE("a small cell takes others with it where totals would give it away") {
    // A small cell, its row total and its column total: a rectangle is hidden.
    const printed_counts table{3, 3, {2, 20, 30, 40, 50, 60, 70, 80, 90}, true, true, true};
    const suppression found = suppress(table, 5);
    CHECK(found.safe);
    CHECK(found.primary == 1);
    CHECK(found.secondary == 3);
    CHECK(found.hidden == std::vector<bool>{true, true, false, true, true, false, false, false, false});
    // Without totals nothing gives it away.
    printed_counts alone = table;
    alone.row_totals = alone.column_totals = alone.grand_total = false;
    CHECK(count(suppress(alone, 5).hidden) == 1);
    // With totals of rows only, one more in its row.
    alone.row_totals = true;
    CHECK(count(suppress(alone, 5).hidden) == 2);
    CHECK(count(suppress(table, 1).hidden) == 0);
    CHECK(count(suppress(table, 0).hidden) == 0);
}

TEST_CASE("totals that give too much away themselves are said") {
    CHECK_FALSE(suppress({1, 1, {2}, true, true, true}, 5).safe);
    CHECK_FALSE(suppress({2, 2, {1, 0, 0, 1}, true, true, true}, 5).safe);
    const suppression found = suppress({1, 2, {1, 100}, true, false, true}, 5);
    CHECK(found.safe);
    CHECK(count(found.hidden) == 2);
}

TEST_CASE("no hidden cell can be computed to within the minimum") {
    std::mt19937 random(3);
    int protected_tables = 0;
    for (int round = 0; round < 400; ++round) {
        printed_counts table{1 + random() % 3,  1 + random() % 3,  {},
                             random() % 2 == 0, random() % 2 == 0, random() % 2 == 0};
        std::uint64_t most = 0;
        for (std::size_t cell = 0; cell < table.rows * table.columns; ++cell) {
            table.cells.push_back(random() % 3 == 0 ? random() % 2 : random() % 6);
            most += table.cells.back();
        }
        const std::uint64_t minimum = 2 + random() % 2;
        const suppression found = suppress(table, minimum);
        for (std::size_t cell = 0; cell < table.cells.size(); ++cell) {
            if (table.cells[cell] != 0 && table.cells[cell] < minimum) CHECK(found.hidden[cell]);
        }
        CHECK(count(found.hidden) == found.primary + found.secondary);
        if (!found.safe || count(found.hidden) > 6) continue;
        ++protected_tables;
        const auto possible = possible_values(table, found.hidden, std::min<std::uint64_t>(most + minimum, 8));
        for (std::size_t cell = 0; cell < possible.size(); ++cell) {
            if (found.hidden[cell]) CHECK(*possible[cell].rbegin() - *possible[cell].begin() >= minimum);
        }
    }
    CHECK(protected_tables > 100);
}

TEST_CASE("a table of a province is protected in one go") {
    std::mt19937 random(9);
    printed_counts table{63, 10, {}, true, true, true};
    for (std::size_t cell = 0; cell < 630; ++cell)
        table.cells.push_back(random() % 12 == 0 ? 1 + random() % 4 : random() % 400);
    const suppression found = suppress(table, 5);
    CHECK(found.safe);
    CHECK(found.secondary <= 3 * found.primary);
}

TEST_CASE("shares of few are not printed, nor those that all of a few have") {
    const printable_shares policy{5, 10};
    CHECK_FALSE(may_print_share(1, 0, {}));
    CHECK_FALSE(may_print_share(2, 4, policy));
    CHECK(may_print_share(2, 5, policy));
    CHECK_FALSE(may_print_share(0, 9, policy));
    CHECK_FALSE(may_print_share(9, 9, policy));
    CHECK(may_print_share(10, 10, policy));
    CHECK(difference_discloses(98, 100, 5));
    CHECK_FALSE(difference_discloses(100, 100, 5));
    CHECK_FALSE(difference_discloses(95, 100, 5));
}

TEST_CASE("tables of another size than their counts are refused") {
    const auto code = [](const printed_counts& table) { return thrown_by([&] { return suppress(table, 5); }); };
    CHECK(code({2, 2, {1, 2, 3}, true, true, true}) == error_code::invalid_argument);
    CHECK(code({0, 0, {}, true, true, true}) == error_code::invalid_argument);
    CHECK(code({1, 10'001, std::vector<std::uint64_t>(10'001), true, true, true}) == error_code::survey_too_large);
    CHECK(code({1, 2, {~std::uint64_t{0}, 1}, true, true, true}) == error_code::count_overflow);
}
