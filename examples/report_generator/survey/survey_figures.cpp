#include "report_generator/survey/survey_figures.hpp"

#include "parindex/text/csv.hpp"
#include "parindex/text/normalization.hpp"
#include "report_generator/append.hpp"
#include "report_generator/refusal.hpp"
#include "report_generator/text_from.hpp"
#include "report_generator/text_table.hpp"
#include "report_generator/unknown_code.hpp"

#include <algorithm>
#include <charconv>
#include <span>
#include <system_error>
#include <utility>
#include <vector>

namespace parindex::report {

namespace {

class figures_reader {
public:
    explicit figures_reader(std::string_view file) : file_(file) {}

    result<unit_figures> run(std::string_view csv) {
        const diagnostics broken =
            read_csv(csv, file_, [this](std::span<const csv_cell> row) { columns_.empty() ? head(row) : take(row); });
        append(wrong_, broken);
        if (!wrong_.empty()) return std::move(wrong_);
        return std::move(figures_);
    }

private:
    [[nodiscard]] source_position place_of(const csv_cell& cell) const {
        return {file_, cell.where.line, cell.where.column, {}};
    }

    void head(std::span<const csv_cell> row) {
        for (const csv_cell& each : row) columns_.emplace_back(each.text);
        const auto times = [this](const char* column) { return std::count(columns_.begin(), columns_.end(), column); };
        const auto issued = times("issued");
        const auto population = times("population");
        usable_ = times("unit") == 1 && issued <= 1 && population <= 1 && issued + population > 0;
        if (usable_) return;
        wrong_.push_back(refusal(error_code::missing_key, place_of(row.front()),
                                 "expected the columns \"unit\" and \"issued\" or \"population\", none of them twice"));
    }

    void take(std::span<const csv_cell> row) {
        const auto is_empty = [](const csv_cell& each) { return each.text.empty(); };
        if (!usable_ || std::all_of(row.begin(), row.end(), is_empty)) return;
        std::string unit;
        figures_of_unit of;
        for (std::size_t at = 0; at < row.size(); ++at) {
            if (columns_[at] == "unit") {
                unit = to_nfc(row[at].text);
                of.where = place_of(row[at]);
            }
            if (columns_[at] == "issued") of.issued = count_in(row[at]);
            if (columns_[at] == "population") of.population = count_in(row[at]);
        }
        const auto [first, fresh] = figures_.emplace(unit, of);
        if (fresh) return;
        wrong_.push_back(refusal(error_code::duplicate_unit, of.where,
                                 text_from("the unit \"", within_column(unit), "\" has a row already, in line ",
                                           std::to_string(first->second.where.line))));
    }

    std::optional<std::uint64_t> count_in(const csv_cell& cell) {
        if (cell.text.empty()) return std::nullopt;
        // No decimals either: 1.000 is a thousand where it is written.
        const std::string_view text = cell.text;
        std::uint64_t count = 0;
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), count);
        if (failure == std::errc() && end == text.data() + text.size()) return count;
        wrong_.push_back(refusal(error_code::invalid_count, place_of(cell),
                                 "expected a whole number from 0, in digits and nothing else"));
        return std::nullopt;
    }

    std::string file_;
    std::vector<std::string> columns_;
    bool usable_ = false;
    unit_figures figures_;
    diagnostics wrong_;
};

}  // namespace

result<unit_figures> read_unit_figures(std::string_view csv, std::string_view file) {
    return figures_reader(file).run(csv);
}

diagnostics add_issued_sheets(const unit_figures& figures, tally& counts) {
    diagnostics wrong;
    const std::vector<std::string> units = counts.units();
    const std::vector<std::string_view> known(units.begin(), units.end());
    for (const auto& [unit, of] : figures) {
        const std::size_t at = counts.find_unit(unit);
        if (at == questionnaire::none) {
            wrong.push_back(
                refusal(error_code::unknown_unit, of.where, unknown_code_message("unit of the answers", unit, known)));
            continue;
        }
        if (!of.issued) continue;
        const sheet_counts& sheets = counts.at(at).sheets;
        if (sheets.issued > 0) {
            wrong.push_back(
                refusal(error_code::invalid_count, of.where,
                        text_from("the unit \"", within_column(unit), "\" was issued ", std::to_string(sheets.issued),
                                  " sheets by the answers already: leave out its number")));
        } else if (*of.issued < sheets.returned) {
            wrong.push_back(refusal(error_code::invalid_count, of.where,
                                    text_from("the unit \"", within_column(unit), "\" returned ",
                                              std::to_string(sheets.returned), " sheets, more than were issued")));
        } else {
            counts.add_sheets(at, {*of.issued, 0, 0});
        }
    }
    std::sort(wrong.begin(), wrong.end(),
              [](const diagnostic& a, const diagnostic& b) { return a.where.line < b.where.line; });
    return wrong;
}

std::map<std::string, std::uint64_t> populations_of(const unit_figures& figures) {
    std::map<std::string, std::uint64_t> out;
    for (const auto& [unit, of] : figures) {
        if (of.population) out.emplace(unit, *of.population);
    }
    return out;
}

}  // namespace parindex::report
