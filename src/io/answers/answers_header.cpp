#include "io/answers/answers_header.hpp"

#include "io/answers/answer_cells.hpp"
#include "parindex/text/nearest_word.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace parindex::inline v0 {

namespace {

class header_reader {
public:
    header_reader(std::span<const csv_cell> row, std::string_view file, const questionnaire& form,
                  const answer_columns& columns, const tally_options& counted, finding_list& found)
        : row_(row), file_(file), form_(form), columns_(columns), counted_(counted), found_(found) {
        for (const csv_cell& each : row) names_.push_back(code_text(each.text));
        taken_.resize(names_.size());
    }

    answers_header run() {
        answers_header out;
        out.width = row_.size();
        const bool rows_of_answers = columns_.layout != answers_layout::aggregate;
        if (!columns_.unit.empty()) out.unit = find(columns_.unit);
        if (columns_.unit.empty() && columns_.unit_code.empty()) {
            fail_mapping(error_code::unknown_column,
                         "the mapping names neither the column of units nor the unit of the file");
        }
        if (rows_of_answers) {
            out.stratum = find(columns_.stratum);
            out.cluster = find(columns_.cluster);
            find_groups(out);
            if (counted_.precision == tally_precision::clusters && columns_.cluster.empty()) {
                fail_mapping(error_code::unknown_column,
                             "the mapping names no column of clusters, from which the precision shall come");
            }
        }
        switch (columns_.layout) {
            case answers_layout::wide: find_questions(out); break;
            case answers_layout::long_rows:
                out.respondent = require(columns_.respondent, "respondents");
                out.question = require(columns_.question, "questions");
                out.answer = require(columns_.answer, "answers");
                break;
            case answers_layout::aggregate: find_counts(out); break;
        }
        for (const std::string& each : missing_) fail_unknown(each);
        return out;
    }

private:
    void fail(error_code code, csv_place where, std::string message) {
        found_.add(code, {std::string(file_), where.line, where.column, {}}, "", std::move(message));
    }

    /// What the mapping says wrongly is mended in its file, if it has one.
    void fail_mapping(error_code code, std::string message) {
        if (columns_.where.line == 0) return fail(code, row_.front().where, std::move(message));
        found_.add(code, columns_.where, "", std::move(message));
    }

    mapped_column require(const std::string& name, const char* what) {
        if (name.empty()) {
            fail_mapping(error_code::unknown_column, "the mapping names no column of " + std::string(what));
        }
        return find(name);
    }

    /// No column for an empty name.
    mapped_column find(const std::string& name) {
        mapped_column out;
        out.name = name;
        if (name.empty()) return out;
        const std::string wanted = code_text(name);
        const auto first = std::find(names_.begin(), names_.end(), wanted);
        if (first == names_.end()) {
            missing_.push_back(name);
            return out;
        }
        out.at = static_cast<std::size_t>(first - names_.begin());
        taken_[out.at] = true;
        const auto second = std::find(first + 1, names_.end(), wanted);
        if (second != names_.end()) {
            fail(error_code::unknown_column, row_[static_cast<std::size_t>(second - names_.begin())].where,
                 "two columns of the file are called " + quoted(name));
        }
        return out;
    }

    /// The header row is not printed: of a file without one, it is somebody's sheet. A column that was found is not
    /// another one that was mistyped: without "c3", nobody looks at "c1".
    void fail_unknown(const std::string& name) {
        std::vector<std::string_view> words;
        for (std::size_t at = 0; at < names_.size(); ++at) {
            if (!taken_[at]) words.push_back(names_[at]);
        }
        const std::string_view near = nearest_word(code_text(name), words);
        if (near.empty()) {
            return fail(error_code::unknown_column, row_.front().where, "the file has no column " + quoted(name));
        }
        const auto at = static_cast<std::size_t>(std::find(names_.begin(), names_.end(), near) - names_.begin());
        fail(error_code::unknown_column, row_[at].where,
             "the file has no column " + quoted(name) + "; the name of this one, number " + std::to_string(at + 1) +
                 ", is nearly the same");
    }

    void find_groups(answers_header& out) {
        for (const auto& [code, column] : columns_.groups) {
            if (form_.find_group(code) == questionnaire::none) {
                fail_mapping(error_code::unknown_option, "the mapping has a column of the group " + quoted(code) +
                                                             ", which the questionnaire does not have");
            }
        }
        for (const std::string& code : counted_.by) {
            const auto mapped = std::find_if(columns_.groups.begin(), columns_.groups.end(),
                                             [&code](const auto& each) { return each.first == code; });
            if (mapped == columns_.groups.end()) {
                fail_mapping(error_code::unknown_column, "the mapping has no column of the group " + quoted(code));
                out.groups.emplace_back();
            } else {
                out.groups.push_back(require(mapped->second, "the group"));
            }
        }
    }

    void find_questions(answers_header& out) {
        out.seconds = find(columns_.seconds);
        std::map<std::string_view, std::string_view> mapped;
        for (const auto& [code, column] : columns_.questions) {
            if (form_.find_question(code) == questionnaire::none) fail_question(code);
            mapped.emplace(code, column);
        }
        find_options(out);
        std::map<std::size_t, std::string> used;
        for (std::size_t at = 0; at < form_.questions().size(); ++at) {
            const std::string& code = form_.texts()[at].code;
            const bool by_options = std::any_of(out.options.begin(), out.options.end(),
                                                [at](const auto& each) { return each.question == at; });
            const auto own = mapped.find(code);
            mapped_column& column = out.questions.emplace_back();
            if (by_options) continue;
            if (own == mapped.end() && !columns_.questions.empty()) {
                fail_mapping(error_code::unknown_column, "the mapping has no column of the question " + quoted(code));
                continue;
            }
            column = require(own == mapped.end() ? code : std::string(own->second), "a question");
            if (column.exists() && !used.emplace(column.at, code).second) {
                fail(error_code::unknown_column, row_[column.at].where,
                     "the column " + quoted(column.name) + " is of the questions " + quoted(used[column.at]) + " and " +
                         quoted(code));
            }
        }
    }

    void find_options(answers_header& out) {
        for (const option_column& each : columns_.options) {
            const std::size_t question = form_.find_question(each.question);
            if (question == questionnaire::none) {
                fail_question(each.question);
                continue;
            }
            const std::size_t option = form_.find_option(question, each.option);
            if (option == questionnaire::none || !form_.texts()[question].multiple) {
                fail_mapping(error_code::unknown_option,
                             "the mapping has a column of the option " + quoted(each.option) + " of question " +
                                 quoted(each.question) + ", which is no question of several marks with such an option");
                continue;
            }
            out.options.push_back({question, option, require(each.column, "an option")});
        }
        std::stable_sort(out.options.begin(), out.options.end(),
                         [](const auto& a, const auto& b) { return a.question < b.question; });
    }

    void fail_question(const std::string& code) {
        fail_mapping(error_code::unknown_option, "the mapping has a column of the question " + quoted(code) +
                                                     ", which the questionnaire does not have");
    }

    void find_counts(answers_header& out) {
        out.question = require(columns_.question, "questions");
        out.option = require(columns_.option, "options");
        out.count = require(columns_.count, "counts");
        out.issued = find(columns_.issued);
        out.returned = find(columns_.returned);
        out.valid = find(columns_.valid);
        if (counted_.precision != tally_precision::none) {
            fail(error_code::invalid_value, row_.front().where,
                 "precision needs respondents, and this file has counts: expected the precision \"none\"");
        }
    }

    std::span<const csv_cell> row_;
    std::string_view file_;
    const questionnaire& form_;
    const answer_columns& columns_;
    const tally_options& counted_;
    finding_list& found_;
    std::vector<std::string> names_;
    std::vector<bool> taken_;           // by column
    std::vector<std::string> missing_;  // names of columns
};

}  // namespace

answers_header answers_header::read(std::span<const csv_cell> row, std::string_view file, const questionnaire& form,
                                    const answer_columns& columns, const tally_options& counted, finding_list& found) {
    return header_reader(row, file, form, columns, counted, found).run();
}

}  // namespace parindex::inline v0
