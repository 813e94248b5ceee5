#include "io/facts_csv_header.hpp"

#include "assessment/mark_checks.hpp"
#include "parindex/text/nearest_word.hpp"
#include "parindex/text/normalization.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace parindex::inline v0 {

namespace {

constexpr std::array<std::string_view, facts_column_count> column_names = {
    "unit", "unit_name", "unit_group", "year", "round", "criterion", "fact", "value", "explanation", "not_applicable"};

/// Whether a file of this layout may have the column.
bool belongs(facts_column column, facts_layout layout) noexcept {
    if (column < facts_column::criterion) return true;
    if (column == facts_column::fact || column == facts_column::value) return layout == facts_layout::fact_rows;
    return layout != facts_layout::unit_rows;
}

}  // namespace

std::string_view to_string(facts_column column) noexcept {
    return column_names[static_cast<std::size_t>(column)];
}

class facts_csv_header::reader {
public:
    reader(facts_csv_header& out, std::string_view file, const criteria_set& set, finding_list& found)
        : out_(out), file_(file), set_(set), found_(found) {}

    void read(std::span<const csv_cell> row) {
        std::vector<std::string> names;
        for (const csv_cell& each : row) names.push_back(to_nfc(each.text));
        const auto has = [&names](facts_column column) {
            return std::find(names.begin(), names.end(), to_string(column)) != names.end();
        };
        out_.layout_ = has(facts_column::fact)        ? facts_layout::fact_rows
                       : has(facts_column::criterion) ? facts_layout::criterion_rows
                                                      : facts_layout::unit_rows;
        gather_known_names();
        std::set<std::string_view> seen;
        for (std::size_t index = 0; index < row.size(); ++index) {
            here_ = row[index].where;
            if (names[index].empty()) {
                fail(error_code::unknown_key, "the column has no name");
            } else if (!seen.insert(names[index]).second) {
                fail(error_code::duplicate_key, "the column " + quoted(names[index]) + " stands twice");
            } else if (!read_fixed(names[index], index)) {
                read_fact(names[index], index);
            }
        }
        check_criteria();
        here_ = row.front().where;
        require_columns();
    }

private:
    void fail(error_code code, const std::string& message, const std::string& criterion = {}) {
        sound_ = false;
        if (found_.full()) return found_.count(severity::error);
        found_.add(code, {file_, here_.line, here_.column, {}}, criterion, message);
    }

    void gather_known_names() {
        for (std::size_t column = 0; column < facts_column_count; ++column) {
            if (belongs(static_cast<facts_column>(column), out_.layout_)) known_.push_back(column_names[column]);
        }
        fixed_count_ = known_.size();
        if (out_.layout_ != facts_layout::criterion_rows) return;
        std::set<std::string_view> facts;
        for (const criteria_set::node& node : set_.nodes()) {
            if (!node.rule) continue;
            for (const fact_declaration& each : node.rule->facts) facts.insert(each.name);
        }
        for (const std::string_view fixed : known_) facts.erase(fixed);
        known_.insert(known_.end(), facts.begin(), facts.end());
    }

    bool read_fixed(std::string_view name, std::size_t index) {
        const auto found = std::find(column_names.begin(), column_names.end(), name);
        if (found == column_names.end()) return false;
        const auto place = static_cast<std::size_t>(found - column_names.begin());
        if (!belongs(static_cast<facts_column>(place), out_.layout_)) return false;
        out_.fixed_[place] = index;
        return true;
    }

    void read_fact(const std::string& name, std::size_t index) {
        const std::size_t colon = out_.layout_ == facts_layout::unit_rows ? name.rfind(':') : std::string::npos;
        if (colon != std::string::npos) return read_fact_of(name.substr(0, colon), name.substr(colon + 1), index);
        const auto facts = known_.begin() + static_cast<std::ptrdiff_t>(fixed_count_);
        if (std::binary_search(facts, known_.end(), name)) {
            out_.facts_.push_back({index, criteria_set::none, name});
        } else if (found_.full()) {  // only counted: what was meant takes a look at every name
            found_.count(severity::error);
        } else {
            fail(error_code::unknown_key, "unknown column " + quoted(name) + meant(name));
        }
    }

    void read_fact_of(const std::string& criterion, const std::string& name, std::size_t index) {
        const std::size_t node = criterion.empty() ? criteria_set::none : set_.find(criterion);
        if (node == criteria_set::none || !set_.at(node).rule) {
            sound_ = false;
            if (!unreadable_.insert(criterion).second) return;
            mark& added = probe_.marks.emplace_back();
            added.criterion = criterion;
            added.facts.emplace();
            added.where = {file_, here_.line, here_.column, {}};
            return;
        }
        bool known = true;
        const fact given[] = {{name, std::string()}};
        check_facts(*set_.at(node).rule, fact_source::mark, given, !found_.full(),
                    [&](error_code code, const std::string& message) {
                        if (code != error_code::unknown_fact) return;  // here is no value that could be wrong
                        known = false;
                        fail(code, "criterion " + quoted(criterion) + ": " + message, criterion);
                    });
        if (known) out_.facts_.push_back({index, node, name});
    }

    /// Criteria that can have no facts: what is wrong with them is what is wrong with a mark of theirs.
    void check_criteria() {
        if (probe_.marks.empty()) return;
        probe_.set = set_.key();
        diagnostics checked = check(probe_, set_);
        found_.count_unlisted(checked);
        for (diagnostic& each : checked) {
            if (each.code == error_code::unknown_code || each.code == error_code::not_a_leaf ||
                each.code == error_code::facts_without_rule) {
                found_.add(std::move(each));
            }
        }
    }

    void require_columns() {
        const auto require = [this](facts_column column) {
            if (!out_.has(column)) {
                fail(error_code::missing_key, "expected the column \"" + std::string(to_string(column)) + '"');
            }
        };
        require(facts_column::unit);
        if (out_.layout_ == facts_layout::fact_rows) {
            require(facts_column::criterion);
            require(facts_column::value);
        } else if (sound_ && out_.facts_.empty() && !out_.has(facts_column::not_applicable)) {
            fail(error_code::missing_key,
                 out_.layout_ == facts_layout::criterion_rows
                     ? "expected the columns \"fact\" and \"value\", or a column with the name of each fact"
                     : "expected a column \"criterion\", or a column such as \"1.1.4:b\" for each criterion and fact");
        }
    }

    [[nodiscard]] std::string meant(std::string_view name) const {
        const std::string_view nearest = nearest_word(name, known_);
        if (!nearest.empty()) return "; did you mean " + quoted(nearest) + '?';
        std::string out = "; expected one of ";
        for (std::size_t index = 0; index < fixed_count_; ++index) {
            out += (index == 0 ? "" : ", ") + std::string(known_[index]);
        }
        switch (out_.layout_) {
            case facts_layout::fact_rows: return out;
            case facts_layout::criterion_rows: return out + ", or a fact that a rule of the set reads";
            case facts_layout::unit_rows: break;
        }
        return out + ", or a criterion and a fact of its rule, such as 1.1.4:b";
    }

    facts_csv_header& out_;
    std::string file_;
    const criteria_set& set_;
    finding_list& found_;
    csv_place here_;
    bool sound_ = true;
    std::vector<std::string_view> known_;  // fixed names, then facts in order
    std::size_t fixed_count_ = 0;
    std::set<std::string> unreadable_;  // criteria that can have no facts
    assessment probe_;                  // with a mark for each of them
};

facts_csv_header::facts_csv_header(std::span<const csv_cell> row, std::string_view file, const criteria_set& set,
                                   finding_list& found) {
    fixed_.fill(criteria_set::none);
    reader(*this, file, set, found).read(row);
}

}  // namespace parindex::inline v0
