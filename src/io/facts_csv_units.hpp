// The units of a CSV file of facts, while its rows are read.
#pragma once

#include "parindex/io/facts_csv.hpp"
#include "parindex/text/csv.hpp"
#include "support/finding_list.hpp"

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parindex::inline v0 {

/// A text that may stand in several rows, but only as one.
struct common_text {
    std::string text;  ///< Empty: not given yet.
    csv_place where;
};

/// What is known of a mark.
struct facts_mark {
    std::size_t node = criteria_set::none;
    std::optional<scoring_round> round;  ///< None where its name could not be read.
    mark read;
    std::vector<csv_place> places;  ///< Of the facts in `read`.
    common_text explanation;
    common_text not_applicable;
    bool spoiled = false;  ///< It lacks a fact that could not be read.
};

/// What is known of a unit in one year.
class facts_unit {
public:
    facts_unit(std::string_view file, const criteria_set& set, std::string code, int year, csv_place where);

    void fail(error_code code, csv_place where, const std::string& message, const std::string& criterion = {});
    void note(error_code code, csv_place where, const std::string& message);
    /// The text of a cell in normal form C; a note tells where that changed something.
    [[nodiscard]] std::string text_of(const csv_cell& cell);
    /// Takes the text of a cell, unless it is empty, for all rows; another text than before is refused.
    void take(common_text& into, const csv_cell& cell, error_code code, const std::string& what);

    /// The mark of a criterion, which is made where there is none yet. Stays where it is.
    facts_mark& mark_of(std::optional<scoring_round> round, const std::string& criterion, csv_place where, bool* fresh);
    /// Gives a fact of a mark. @param name_where  of the name of the fact; an empty cell is not given
    void give(facts_mark& to, const std::string& name, csv_place name_where, const csv_cell& cell);
    /// Whether this is the first row of the unit in a round; otherwise says so. For files with a row for each unit.
    bool begin_row(std::optional<scoring_round> round, csv_place where);

    [[nodiscard]] common_text& name() noexcept { return name_; }
    [[nodiscard]] common_text& group() noexcept { return group_; }

    /// Checks the marks, with what is known of the unit from elsewhere.
    [[nodiscard]] unit_reading conclude(const facts_csv_options& options) &&;

private:
    using round_key = std::pair<int, std::string>;

    [[nodiscard]] source_position position(csv_place where) const { return {file_, where.line, where.column, {}}; }
    [[nodiscard]] static int number(std::optional<scoring_round> round) noexcept {
        return round ? static_cast<int>(*round) : -1;
    }
    void take_marks();
    void check_marks(const context_description* context);

    std::string file_;
    const criteria_set* set_;
    assessment read_;
    common_text name_;
    common_text group_;
    std::deque<facts_mark> marks_;
    std::map<round_key, std::size_t> mark_places_;
    std::map<int, csv_place> row_places_;
    finding_list found_;
    diagnostics notes_;
};

}  // namespace parindex::inline v0
