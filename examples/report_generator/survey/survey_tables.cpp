#include "report_generator/survey/survey_tables.hpp"

#include "parindex/survey/disclosure.hpp"
#include "report_generator/append.hpp"
#include "report_generator/survey/survey_answers.hpp"
#include "report_generator/survey/survey_cells.hpp"
#include "report_generator/survey/survey_disclosure.hpp"
#include "report_generator/survey/survey_precision.hpp"
#include "report_generator/survey/survey_scopes.hpp"
#include "report_generator/survey/survey_wording.hpp"
#include "report_generator/text_from.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace parindex::report {

namespace {

namespace words = survey_wording;
using kind = survey_value_kind;

class table_maker {
public:
    table_maker(const counted_survey& survey, const survey_question_asked& asked)
        : counts_(survey.counts), survey_(survey), asked_(asked), form_(survey.counts.form()) {
        out_.questionnaire = form_.code();
        out_.name = form_.description().name;
        out_.survey_method = form_.method();
        out_.method = asked.method;
        out_.minimum_cell = asked.minimum_cell;
        if (asked.method) scopes_ = scopes_of(survey, asked);
    }

    survey_report run() {
        units_ = counts_.units();
        add_sheets();
        answer_tables answers = tables_of_answers(counts_, units_, asked_.minimum_cell);
        append(out_.tables, std::move(answers.tables));
        out_.hides = answers.hide;
        if (asked_.method) {
            add_indices();
            if (units_.size() > 1) add_units();
            for (const std::string& group : counts_.options().by) add_group(group);
        }
        if (survey_.without_flagged) add_quality(*survey_.without_flagged);
        return std::move(out_);
    }

private:
    [[nodiscard]] satisfaction_index index_of(const survey_scope& scope, const std::vector<std::string>& units = {},
                                              std::size_t row = 0) const {
        return index_in(counts_, scope, units, row);
    }

    [[nodiscard]] satisfaction_index index_in(const tally& counts, const survey_scope& scope,
                                              const std::vector<std::string>& units = {}, std::size_t row = 0) const {
        index_request request = request_of(survey_, asked_, scope);
        request.units = units;
        request.row = row;
        return compute_index(counts, request);
    }

    [[nodiscard]] survey_value value_of(const satisfaction_index& found) const {
        std::optional<ratio> value = found.value();
        if (!value) return {};
        const bool is_level = found.method.formula == index_formula::mean_level;
        return {is_level ? kind::level : kind::share, {}, 0, *std::move(value), false};
    }

    /// An index of so many persons; `told` says that it would tell of others.
    [[nodiscard]] survey_value value_of(const satisfaction_index& found, std::uint64_t persons, bool told = false) {
        return told || is_small(persons, asked_.minimum_cell) ? hide() : value_of(found);
    }

    /// Whether the index of all units would tell of hidden ones. A mean of units is a second equation for them beside
    /// the pooled answers, and its denominators are those of the units.
    [[nodiscard]] bool tells_of_units(const survey_scope& scope) const {
        return asked_.method->units != unit_aggregation::pooled &&
               std::any_of(units_.begin(), units_.end(), [&](const std::string& unit) {
                   return is_small(persons_in(counts_, unit, 0, scope, asked_.method->formula), asked_.minimum_cell);
               });
    }

    [[nodiscard]] bool tells_of_a_question(const tally& counts, const survey_scope& scope) const {
        return report::tells_of_a_question(counts, scope, asked_.method->formula, asked_.minimum_cell);
    }

    /// Persons of the scope in all units.
    [[nodiscard]] std::uint64_t persons_of(const survey_scope& scope, const tally& counts, std::size_t row = 0) const {
        return persons_in(counts, units_, row, scope, asked_.method->formula);
    }

    /// Makes columns of a table whose rows divide the respondents: by scope, a value for each row.
    template <class Persons, class Index>
    std::vector<std::vector<survey_value>> scope_columns(std::size_t rows, const Persons& persons, const Index& index) {
        std::vector<std::vector<survey_value>> out;
        for (const survey_scope& each : scopes_) {
            std::vector<std::uint64_t> of_row;
            for (std::size_t row = 0; row < rows; ++row) of_row.push_back(persons(each, row));
            const std::vector<bool> told = hidden_groups(of_row, asked_.minimum_cell);
            std::vector<survey_value>& column = out.emplace_back();
            for (std::size_t row = 0; row < rows; ++row) {
                column.push_back(value_of(index(each, row), of_row[row], told[row]));
            }
        }
        return out;
    }

    survey_value hide() {
        out_.hides = true;
        return {kind::hidden, {}, 0, {}, false};
    }

    [[nodiscard]] std::string_view name_of(const survey_scope& scope) const {
        switch (scope.kind) {
            case survey_scope_kind::whole: return words::whole;
            case survey_scope_kind::block: return form_.blocks()[scope.index].name;
            case survey_scope_kind::factor: return form_.factors()[scope.index].name;
            case survey_scope_kind::question: break;
        }
        const std::string& text = form_.texts()[scope.index].text;
        return text.empty() ? std::string_view(form_.texts()[scope.index].code) : std::string_view(text);
    }

    survey_table& add_table(std::string key, std::string caption, std::vector<survey_column> columns) {
        return out_.tables.emplace_back(survey_table{std::move(key), std::move(caption), std::move(columns), {}, {}});
    }

    /// A column for each scope that has an index.
    void add_scope_columns(std::vector<survey_column>& to) const {
        for (const survey_scope& each : scopes_) {
            const std::string code(form_.code_of(each));
            const bool is_question = each.kind == survey_scope_kind::question;
            to.push_back({code.empty() ? "whole" : code, is_question ? code : std::string(name_of(each))});
        }
    }

    void add_sheets() {
        const bool any_issued = std::any_of(units_.begin(), units_.end(), [this](const std::string& unit) {
            return counts_.at(counts_.find_unit(unit)).sheets.issued > 0;
        });
        survey_table& table = add_table("sheets", std::string(words::sheets),
                                        {{"unit", std::string(words::unit)},
                                         {"issued", std::string(words::issued)},
                                         {"returned", std::string(words::returned)},
                                         {"valid", std::string(words::valid)},
                                         {"valid_share", std::string(words::valid_share)}});
        if (any_issued) {
            table.columns.push_back({"return_rate", std::string(words::return_rate)});
            table.columns.push_back({"yield", std::string(words::yield)});
        }
        sheet_counts sum;
        bool all_issued = true;
        const auto rate = [](std::uint64_t part, std::uint64_t whole) {
            return whole == 0 ? survey_value() : survey_value{kind::share, {}, part, ratio(part) / ratio(whole), false};
        };
        const auto row = [&](std::string_view name, const sheet_counts& of, bool issued) {
            std::vector<survey_value> out{label(name), issued ? count_of(of.issued) : survey_value(),
                                          count_of(of.returned), count_of(of.valid), rate(of.valid, of.returned)};
            if (any_issued) {
                out.push_back(rate(of.returned, issued ? of.issued : 0));
                out.push_back(rate(of.valid, issued ? of.issued : 0));
            }
            return out;
        };
        for (const std::string& unit : units_) {
            const sheet_counts& of = counts_.at(counts_.find_unit(unit)).sheets;
            sum.issued += of.issued;
            sum.returned += of.returned;
            sum.valid += of.valid;
            all_issued = all_issued && of.issued > 0;
            table.rows.push_back(row(unit, of, of.issued > 0));
        }
        valid_ = sum.valid;
        if (units_.size() > 1) table.rows.push_back(row(words::total, sum, all_issued));
    }

    void add_indices() {
        survey_table& table = add_table("indices", std::string(words::indices),
                                        {{"scope", std::string(words::code)},
                                         {"name", std::string(words::content)},
                                         {"index", std::string(words::index)},
                                         {"numerator", std::string(words::numerator)},
                                         {"denominator", std::string(words::denominator)}});
        if (counts_.options().precision != tally_precision::none) {
            append(table.columns, precision_columns());
        }
        for (const survey_scope& each : scopes_) {
            const satisfaction_index found = index_of(each);
            std::vector<survey_value> row{
                label(form_.code_of(each)), label(name_of(each)),
                value_of(found, persons_of(each, counts_), tells_of_units(each) || tells_of_a_question(counts_, each))};
            const bool shown = row.back().kind == kind::share || row.back().kind == kind::level;
            // A mean of shares is divided by nothing: its parts are the shares.
            const bool divides = shown && found.terms.empty();
            if (shown && !divides) table.note = words::mean_has_no_parts;
            const bool hidden = row.back().kind == kind::hidden;
            row.push_back(hidden ? hide() : divides ? number(found.share.numerator) : survey_value());
            row.push_back(hidden ? hide() : divides ? number(found.share.denominator) : survey_value());
            if (counts_.options().precision != tally_precision::none && shown) {
                if (const auto precision =
                        precision_of(counts_, request_of(survey_, asked_, each), asked_.single_clusters)) {
                    append(row, precision_cells(*precision, asked_.method->formula));
                }
            }
            row.resize(table.columns.size());
            table.rows.push_back(std::move(row));
        }
    }

    void add_units() {
        std::vector<survey_column> columns{{"unit", std::string(words::unit)}, {"valid", std::string(words::valid)}};
        add_scope_columns(columns);
        survey_table& table = add_table("units", std::string(words::units), std::move(columns));
        const auto columns_of = scope_columns(
            units_.size(),
            [this](const survey_scope& scope, std::size_t at) {
                return persons_in(counts_, units_[at], 0, scope, asked_.method->formula);
            },
            [this](const survey_scope& scope, std::size_t at) { return index_of(scope, {units_[at]}); });
        for (std::size_t at = 0; at < units_.size(); ++at) {
            const std::uint64_t valid = counts_.at(counts_.find_unit(units_[at])).sheets.valid;
            std::vector<survey_value>& row = table.rows.emplace_back();
            row = {label(units_[at]), count_of(valid)};
            for (const auto& column : columns_of) row.push_back(column[at]);
        }
        const bool is_of_whole = scopes_.front().kind == survey_scope_kind::whole || scopes_.size() == 1;
        if (is_of_whole && counts_.options().precision != tally_precision::none) add_ranks(columns_of.front());
    }

    /// Of the first scope: how precise the index of each unit is, and which ranks it leaves open.
    void add_ranks(const std::vector<survey_value>& indices) {
        const survey_scope& scope = scopes_.front();
        std::vector<std::optional<survey_estimate>> precision;
        for (std::size_t at = 0; at < units_.size(); ++at) {
            index_request request = request_of(survey_, asked_, scope);
            request.units = {units_[at]};
            const bool shown = indices[at].kind == kind::share || indices[at].kind == kind::level;
            precision.push_back(shown ? precision_of(counts_, request, asked_.single_clusters) : std::nullopt);
        }
        std::vector<survey_column> columns{{"unit", std::string(words::unit)}, {"index", std::string(words::index)}};
        append(columns, precision_columns());
        append(columns, rank_columns());
        survey_table& table = add_table("ranks", text_from(words::ranks, name_of(scope)), std::move(columns));
        table.note = words::ranks_note;
        const std::vector<std::vector<survey_value>> ranks = rank_cells(precision);
        for (std::size_t at = 0; at < units_.size(); ++at) {
            std::vector<survey_value>& row = table.rows.emplace_back();
            row = {label(units_[at]), indices[at]};
            if (precision[at]) append(row, precision_cells(*precision[at], asked_.method->formula));
            row.resize(table.columns.size() - ranks[at].size());
            append(row, ranks[at]);
        }
    }

    /// Categories of respondents. Small ones are hidden, and others with them from which they could be computed.
    void add_group(const std::string& code) {
        const respondent_group& group = form_.groups()[form_.find_group(code)];
        std::vector<survey_column> columns{{"category", std::string(words::code)},
                                           {"name", std::string(words::category_name)},
                                           {"respondents", std::string(words::answered)}};
        add_scope_columns(columns);
        std::vector<std::pair<std::string, std::string>> categories;
        for (const respondent_category& each : group.categories) {
            categories.emplace_back(each.code, each.label.empty() ? each.code : each.label);
        }
        categories.emplace_back(std::string(), std::string(words::unknown_category));
        std::vector<std::size_t> rows;
        std::vector<std::uint64_t> persons;
        for (const auto& each : categories) {
            rows.push_back(counts_.row_of(code, each.first));
            std::uint64_t sum = 0;
            for (const std::string& unit : units_) sum += counts_.respondents(counts_.find_unit(unit), rows.back());
            persons.push_back(sum);
        }
        const std::vector<bool> told = hidden_groups(persons, asked_.minimum_cell);
        const auto columns_of = scope_columns(
            rows.size(),
            [this, &rows](const survey_scope& scope, std::size_t at) { return persons_of(scope, counts_, rows[at]); },
            [this, &rows](const survey_scope& scope, std::size_t at) { return index_of(scope, {}, rows[at]); });
        survey_table& table =
            add_table(text_from("group_", code), text_from(words::groups, group.name), std::move(columns));
        for (std::size_t at = 0; at < categories.size(); ++at) {
            if (persons[at] == 0 && !told[at]) continue;
            std::vector<survey_value> row{label(categories[at].first), label(categories[at].second)};
            row.push_back(told[at] ? hide() : count_of(persons[at]));
            for (const auto& column : columns_of) row.push_back(told[at] ? hide() : column[at]);
            table.rows.push_back(std::move(row));
        }
    }

    /// The marked sheets are what `kept` lacks: it knows of the units that were left out.
    void add_quality(const tally& kept) {
        std::uint64_t kept_sheets = 0;
        for (const std::string& unit : units_) kept_sheets += kept.at(kept.find_unit(unit)).sheets.valid;
        if (kept_sheets == valid_) return;
        std::vector<survey_column> columns{{"sheets", std::string(words::which_sheets)},
                                           {"count", std::string(words::sheet_count)}};
        if (asked_.method) add_scope_columns(columns);
        survey_table& table = add_table("quality", std::string(words::quality), std::move(columns));
        const auto add = [&](std::string_view name, std::uint64_t sheets, const tally* counts) {
            std::vector<survey_value> row{label(name), count_of(sheets)};
            if (asked_.method) {
                for (const survey_scope& each : scopes_) {
                    if (counts == nullptr) {
                        row.emplace_back();
                        continue;
                    }
                    const std::uint64_t persons = persons_of(each, *counts);
                    const bool tells = difference_discloses(persons, persons_of(each, counts_), asked_.minimum_cell) ||
                                       tells_of_a_question(*counts, each);
                    row.push_back(value_of(index_in(*counts, each), persons, tells));
                }
            }
            table.rows.push_back(std::move(row));
        };
        add(words::all_sheets, valid_, &counts_);
        const flagged_sheets& flags = survey_.flags;
        if (flags.straight_lines > 0) add(words::straight_lines, flags.straight_lines, nullptr);
        if (flags.duplicates > 0) add(words::duplicates, flags.duplicates, nullptr);
        if (flags.too_fast > 0) add(words::too_fast, flags.too_fast, nullptr);
        add(words::flagged, valid_ - kept_sheets, nullptr);
        add(words::without_flagged, kept_sheets, &kept);
    }

    const tally& counts_;
    const counted_survey& survey_;
    const survey_question_asked& asked_;
    const questionnaire& form_;
    std::vector<survey_scope> scopes_;
    std::vector<std::string> units_;
    std::uint64_t valid_ = 0;
    survey_report out_;
};

}  // namespace

survey_report survey_tables(const counted_survey& survey, const survey_question_asked& asked) {
    return table_maker(survey, asked).run();
}

}  // namespace parindex::report
