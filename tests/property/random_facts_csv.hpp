// The facts of units as CSV: any layout, spelling and order.
#pragma once

#include "random_texts.hpp"

#include "parindex/assessment/assessment.hpp"
#include "parindex/io/facts_csv.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace parindex_test {

using namespace parindex;

enum class csv_layout { fact_rows, criterion_rows, unit_rows };

/// Writes facts as an office might; there is no such writer in the library.
class facts_csv_writer {
public:
    /// @param units  their marks give facts or say why the leaf does not apply; in the layout unit_rows only facts, and
    ///               no explanations
    facts_csv_writer(random_numbers& random, const std::vector<assessment>& units, csv_layout layout)
        : random_(random), units_(units), layout_(layout) {}

    std::string write() {
        options_.round = static_cast<scoring_round>(random_.between(0, 4));
        if (random_.one_in(2)) options_.year = units_.front().year;
        for (const assessment& each : units_) add_unit(each);
        add_names();
        random_.shuffle(rows_);
        for (int blank = random_.between(0, 2); blank > 0; --blank) rows_.emplace_back();
        return spelled();
    }

    /// What the text leaves to its reader.
    [[nodiscard]] const facts_csv_options& options() const { return options_; }

private:
    using row = std::map<std::string, std::string>;  // by column

    row& start(const assessment& unit) {
        row out{{"unit", unit.unit.code}};
        if (!options_.year || random_.one_in(3)) out["year"] = std::to_string(unit.year);
        rows_.push_back(std::move(out));
        return rows_.back();
    }

    row& start(const assessment& unit, scoring_round round) {
        row& out = start(unit);
        if (round != options_.round || random_.one_in(2)) out["round"] = to_string(round);
        return out;
    }

    void add_unit(const assessment& unit) {
        const std::size_t first = rows_.size();
        if (layout_ == csv_layout::unit_rows) {
            add_rounds(unit);
        } else {
            for (const mark& each : unit.marks) add_mark(unit, each);
        }
        if (rows_.size() == first) start(unit);
        // What belongs to the unit stands in one of its rows at least.
        const std::size_t sure = first + random_.bits() % (rows_.size() - first);
        for (std::size_t index = first; index < rows_.size(); ++index) {
            if (index == sure || random_.one_in(3)) rows_[index]["unit_name"] = unit.unit.name;
            if (!unit.unit.group.empty() && (index == sure || random_.one_in(3))) {
                rows_[index]["unit_group"] = unit.unit.group;
            }
        }
    }

    void add_rounds(const assessment& unit) {
        std::set<scoring_round> rounds;
        for (const mark& each : unit.marks) rounds.insert(each.round);
        for (const scoring_round round : rounds) {
            row& out = start(unit, round);
            for (const mark& each : unit.marks) {
                if (each.round != round) continue;
                for (const fact& given : *each.facts) out[each.criterion + ':' + given.name] = text_of(given.value);
            }
        }
    }

    void add_mark(const assessment& unit, const mark& given) {
        const std::size_t first = rows_.size();
        if (layout_ == csv_layout::criterion_rows || !given.facts) {
            row& out = start(unit, given.round);
            out["criterion"] = given.criterion;
            if (given.not_applicable) out["not_applicable"] = *given.not_applicable;
            if (given.facts) {
                for (const fact& each : *given.facts) out[each.name] = text_of(each.value);
            }
        } else {
            for (const fact& each : *given.facts) {
                row& out = start(unit, given.round);
                out["criterion"] = given.criterion;
                out["fact"] = each.name;
                out["value"] = text_of(each.value);
            }
        }
        if (given.explanation.empty()) return;
        const std::size_t sure = first + random_.bits() % (rows_.size() - first);
        for (std::size_t index = first; index < rows_.size(); ++index) {
            if (index == sure || random_.one_in(3)) rows_[index]["explanation"] = given.explanation;
        }
    }

    std::string text_of(const fact_value& value) {
        const bool* const answer = std::get_if<bool>(&value);
        if (answer == nullptr || random_.one_in(2)) return to_string(value);
        return *answer ? "có" : "không";
    }

    /// The columns that rows fill, those that the layout needs, and some that stay empty.
    void add_names() {
        std::set<std::string> names = {"unit"};
        for (const row& each : rows_) {
            for (const auto& [name, text] : each) names.insert(name);
        }
        std::vector<std::string> others = {"unit_name", "unit_group", "round"};
        if (layout_ != csv_layout::unit_rows) {
            names.insert("criterion");
            names.insert("not_applicable");
            others.emplace_back("explanation");
        }
        if (layout_ == csv_layout::fact_rows) names.insert({"fact", "value"});
        if (options_.year) others.emplace_back("year");
        for (const std::string& each : others) {
            if (random_.one_in(3)) names.insert(each);
        }
        columns_.assign(names.begin(), names.end());
        random_.shuffle(columns_);
    }

    std::string spelled() {
        const char delimiter = std::string(",;\t")[random_.bits() % 3];
        const bool windows = random_.one_in(2);
        std::string out = random_.one_in(3) ? "\xEF\xBB\xBF" : "";
        const auto add_row = [&](const auto& text_in) {
            bool first = true;
            for (const std::string& column : columns_) {
                if (!std::exchange(first, false)) out += delimiter;
                out += cell(text_in(column), delimiter);
            }
            out += windows ? "\r\n" : "\n";
        };
        add_row([](const std::string& column) { return column; });
        for (const row& each : rows_) {
            add_row([&each](const std::string& column) {
                const auto found = each.find(column);
                return found == each.end() ? std::string() : found->second;
            });
        }
        if (random_.one_in(3)) out.erase(out.size() - (windows ? 2 : 1));
        return out;
    }

    std::string cell(const std::string& text, char delimiter) {
        const bool must = text.find_first_of(std::string("\"\r\n") + delimiter) != std::string::npos;
        if (!must && !random_.one_in(4)) return text;
        std::string out = "\"";
        for (const char each : text) out += each == '"' ? std::string("\"\"") : std::string(1, each);
        return out + '"';
    }

    random_numbers& random_;
    const std::vector<assessment>& units_;
    const csv_layout layout_;
    facts_csv_options options_;
    std::vector<row> rows_;
    std::vector<std::string> columns_;
};

}  // namespace parindex_test
