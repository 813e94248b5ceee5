#include "io/assessed_years.hpp"
#include "io/facts_csv_header.hpp"
#include "io/facts_csv_units.hpp"
#include "io/place_order.hpp"
#include "parindex/io/facts_csv.hpp"
#include "parindex/numeric/number_text.hpp"
#include "parindex/support/limits.hpp"
#include "parindex/text/normalization.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <string>
#include <utility>

namespace parindex::inline v0 {

namespace {

constexpr std::array rounds = {scoring_round::self, scoring_round::appraisal, scoring_round::re_appraisal,
                               scoring_round::survey, scoring_round::authority};

bool is_year(std::optional<decimal> year) {
    return year && year->normalized().scale() == 0 && *year >= decimal(first_assessed_year) &&
           *year <= decimal(last_assessed_year);
}

std::string expected_year() {
    return "expected a year from " + std::to_string(first_assessed_year) + " to " + std::to_string(last_assessed_year);
}

class facts_csv_reader {
public:
    facts_csv_reader(std::string_view file, const criteria_set& set, const facts_csv_options& options)
        : file_(file), set_(set), options_(options) {}

    result<std::vector<unit_reading>> run(std::string_view csv) {
        if (csv.size() > limits::file_bytes) {
            found_.add(error_code::input_too_large, {file_, 0, 0, {}}, "",
                       "the file is larger than " + std::to_string(limits::file_bytes) + " bytes");
            return std::move(found_).take();
        }
        found_.add(read_csv(csv, file_, [this](std::span<const csv_cell> row) { read_row(row); }));
        return conclude();
    }

private:
    void fail(error_code code, csv_place where, const std::string& message) {
        if (found_.full()) return found_.count(severity::error);
        found_.add(code, {file_, where.line, where.column, {}}, "", message);
    }

    void read_row(std::span<const csv_cell> row) {
        if (!header_) return read_header(row);
        const auto filled = static_cast<std::size_t>(
            std::count_if(row.begin(), row.end(), [](const csv_cell& each) { return !each.text.empty(); }));
        if (filled == 0 || stopped_ || !header_->has(facts_column::unit)) return;
        cells_ += filled;
        if (cells_ > limits::csv_cells) {
            stopped_ = true;
            return fail(error_code::csv_too_many_cells, row.front().where,
                        "at most " + std::to_string(limits::csv_cells) + " filled cells in one file");
        }
        const csv_cell code = header_->cell(row, facts_column::unit);
        if (code.text.empty()) return fail(error_code::invalid_value, code.where, "expected the code of a unit");
        if (facts_unit* const unit = unit_of(row, code)) read_unit_row(*unit, row);
    }

    void read_header(std::span<const csv_cell> row) {
        header_.emplace(row, file_, set_, found_);
        const csv_place start = row.front().where;
        if (options_.year && !is_year(decimal(*options_.year))) {
            fail(error_code::invalid_value, start, expected_year() + ", not " + std::to_string(*options_.year));
        } else if (!options_.year && !header_->has(facts_column::year)) {
            fail(error_code::missing_key, start,
                 "expected the column \"year\"" +
                     (options_.other_years.empty() ? "" : ", or " + std::string(options_.other_years)) +
                     ": nothing says which year is scored");
        }
    }

    facts_unit* unit_of(std::span<const csv_cell> row, const csv_cell& code) {
        const csv_cell year = header_->cell(row, facts_column::year);
        const parsed_decimal given = parse_decimal(year.text);
        const bool readable = given.ok() && is_year(given.value);
        const int of = readable            ? static_cast<int>(given.value.normalized().coefficient())
                       : year.text.empty() ? options_.year.value_or(0)
                                           : 0;
        const auto [place, fresh] = places_.emplace(std::pair(to_nfc(code.text), of), units_.size());
        if (fresh && units_.size() == limits::assessed_units) {
            stopped_ = true;
            fail(error_code::too_many_assessments, code.where,
                 "at most " + std::to_string(limits::assessed_units) + " units in one file");
            return nullptr;
        }
        if (fresh) {
            units_.emplace_back(file_, set_, place->first.first, of, code.where);
            static_cast<void>(units_.back().text_of(code));  // for its note
        }
        facts_unit& out = units_[place->second];
        if (header_->has(facts_column::year) && of == 0) {
            out.fail(error_code::invalid_value, year.where, expected_year() + ", not " + quoted(year.text));
        }
        return &out;
    }

    void read_unit_row(facts_unit& unit, std::span<const csv_cell> row) {
        unit.take(unit.name(), header_->cell(row, facts_column::unit_name), error_code::duplicate_unit,
                  "the name of the unit");
        unit.take(unit.group(), header_->cell(row, facts_column::unit_group), error_code::duplicate_unit,
                  "the group of the unit");
        const std::optional<scoring_round> round = round_of(unit, header_->cell(row, facts_column::round));
        if (header_->layout() != facts_layout::unit_rows) return read_criterion_row(unit, round, row);
        if (!unit.begin_row(round, header_->cell(row, facts_column::unit).where)) return;
        for (const facts_csv_header::fact_column& each : header_->facts()) {
            const csv_cell& cell = row[each.index];
            if (cell.text.empty()) continue;
            unit.give(unit.mark_of(round, set_.at(each.node).code, cell.where, nullptr), each.name, cell.where, cell);
        }
    }

    std::optional<scoring_round> round_of(facts_unit& unit, const csv_cell& cell) const {
        if (cell.text.empty()) return options_.round;
        std::string expected;
        for (const scoring_round each : rounds) {
            if (cell.text == to_string(each)) return each;
            expected += (expected.empty() ? "" : ", ") + std::string(to_string(each));
        }
        unit.fail(error_code::invalid_value, cell.where, "expected one of " + expected + ", not " + quoted(cell.text));
        return std::nullopt;
    }

    void read_criterion_row(facts_unit& unit, std::optional<scoring_round> round, std::span<const csv_cell> row) {
        if (!header_->has(facts_column::criterion)) return;
        const csv_cell code = header_->cell(row, facts_column::criterion);
        if (code.text.empty()) return require_blank(unit, row, code);
        bool fresh = false;
        facts_mark& to = unit.mark_of(round, unit.text_of(code), code.where, &fresh);
        const bool one_row = header_->layout() == facts_layout::criterion_rows;
        if (one_row && !fresh) {
            return unit.fail(error_code::duplicate_mark, code.where,
                             "criterion " + quoted(to.read.criterion) + ": a second row; the first is in line " +
                                 std::to_string(to.read.where.line),
                             to.read.criterion);
        }
        const std::string of = " of the criterion " + quoted(to.read.criterion);
        unit.take(to.explanation, header_->cell(row, facts_column::explanation), error_code::duplicate_mark,
                  "the explanation" + of);
        unit.take(to.not_applicable, header_->cell(row, facts_column::not_applicable), error_code::duplicate_mark,
                  "the reason" + of);
        if (!one_row) return read_fact_row(unit, to, row);
        for (const facts_csv_header::fact_column& each : header_->facts()) {
            const csv_cell& cell = row[each.index];
            if (!cell.text.empty()) unit.give(to, each.name, cell.where, cell);
        }
    }

    void read_fact_row(facts_unit& unit, facts_mark& to, std::span<const csv_cell> row) const {
        const csv_cell name = header_->cell(row, facts_column::fact);
        const csv_cell value = header_->cell(row, facts_column::value);
        if (!name.text.empty()) {
            unit.give(to, unit.text_of(name), name.where, value);
        } else if (!value.text.empty()) {
            to.spoiled = true;
            unit.fail(error_code::invalid_value, name.where, "expected the name of the fact that has this value");
        }
    }

    /// A row without criterion may say something about its unit, but nothing else.
    void require_blank(facts_unit& unit, std::span<const csv_cell> row, const csv_cell& code) const {
        const auto has = [&](facts_column column) { return !header_->cell(row, column).text.empty(); };
        const auto facts = header_->facts();
        const bool blank =
            !has(facts_column::fact) && !has(facts_column::value) && !has(facts_column::explanation) &&
            !has(facts_column::not_applicable) &&
            std::all_of(facts.begin(), facts.end(), [&row](const auto& each) { return row[each.index].text.empty(); });
        if (!blank) unit.fail(error_code::invalid_value, code.where, "expected the code of a criterion");
    }

    result<std::vector<unit_reading>> conclude() {
        std::vector<unit_reading> out;
        for (; !units_.empty(); units_.pop_front()) out.push_back(std::move(units_.front()).conclude(options_));
        if (!found_.has_error()) return out;
        for (const unit_reading& each : out) {
            if (!each.marks) {
                diagnostics errors = each.marks.error();
                found_.count_unlisted(errors);
                found_.add(std::move(errors));
            }
        }
        diagnostics found = std::move(found_).take();
        sort_by_place(found);
        return found;
    }

    std::string file_;
    const criteria_set& set_;
    const facts_csv_options options_;
    std::optional<facts_csv_header> header_;
    std::deque<facts_unit> units_;
    std::map<std::pair<std::string, int>, std::size_t> places_;  // by code and year
    std::size_t cells_ = 0;
    bool stopped_ = false;
    finding_list found_;  // about the file as a whole
};

}  // namespace

result<std::vector<unit_reading>> read_facts_csv(std::string_view csv, std::string_view file, const criteria_set& set,
                                                 const facts_csv_options& options) {
    return facts_csv_reader(file, set, options).run(csv);
}

}  // namespace parindex::inline v0
