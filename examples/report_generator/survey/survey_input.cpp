#include "report_generator/survey/survey_input.hpp"

#include "parindex/io/answer_columns_file.hpp"
#include "parindex/io/questionnaire_file.hpp"
#include "parindex/io/tally_file.hpp"
#include "report_generator/append.hpp"
#include "report_generator/input_file.hpp"
#include "report_generator/path_text.hpp"
#include "report_generator/refusal.hpp"
#include "report_generator/same_file.hpp"
#include "report_generator/survey/survey_figures.hpp"
#include "report_generator/text_from.hpp"
#include "report_generator/text_table.hpp"
#include "report_generator/unknown_code.hpp"
#include "report_generator/vietnamese_case.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <system_error>
#include <utility>

namespace parindex::report {

namespace {

class survey_reader {
public:
    survey_reader(const survey_files& files, const survey_progress& progress, diagnostics& notes)
        : files_(files), progress_(progress), notes_(notes) {}

    result<counted_survey> run() {
        std::multimap<std::uintmax_t, std::filesystem::path> met;  // by size: few files are compared
        for (const std::filesystem::path& each : files_.answers) {
            std::error_code ignored;
            const std::uintmax_t size = std::filesystem::file_size(each, ignored);
            if (ignored) continue;
            all_bytes_ += size;
            const auto [first, last] = met.equal_range(size);
            if (std::any_of(first, last,
                            [same = is_same_file(each)](const auto& other) { return same(other.second); })) {
                errors_.push_back(refusal_of_file(error_code::invalid_value, each,
                                                  "this file is named twice: everybody in it would be counted twice"));
            } else {
                met.emplace(size, each);
            }
        }
        if (!errors_.empty()) return std::move(errors_);
        if (files_.are_tallies) {
            for (const std::filesystem::path& each : files_.answers) read_counts(each);
        } else {
            read_sheets();
        }
        if (files_.figures) {
            figures_ = read(*files_.figures, [](auto csv, auto file) { return read_unit_figures(csv, file); });
        }
        if (!errors_.empty() || !counts_) return std::move(errors_);
        if (figures_) append(errors_, add_issued_sheets(*figures_, *counts_));
        leave_out(counts_);
        leave_out(flagged_);
        if (!errors_.empty()) return std::move(errors_);
        counted_survey out{*std::move(counts_), {}, files_.left_out.empty() ? flags_ : flagged_sheets(), {}};
        if (flagged_) out.without_flagged = without(out.counts, *flagged_);
        if (figures_) out.populations = populations_of(*figures_);
        return out;
    }

private:
    /// Feeds a file to a reader; false: it cannot be read.
    template <class Feed>
    bool feed(const std::filesystem::path& file, const Feed& to) {
        const std::optional<diagnostic> problem = feed_input_file(file, [&](std::string_view bytes) {
            to(bytes);
            done_bytes_ += bytes.size();
            if (progress_) progress_(done_bytes_, all_bytes_);
            return true;
        });
        if (problem) errors_.push_back(*problem);
        return !problem;
    }

    template <class Reader>
    auto read(const std::filesystem::path& path, const Reader& reader)
        -> std::optional<typename decltype(reader(std::string_view(), std::string_view()))::value_type> {
        const result<std::string> content = read_input_file(path);
        if (!content) {
            append(errors_, content.error());
            return std::nullopt;
        }
        auto value = reader(*content, text_from_path(path));
        if (!value) {
            append(errors_, value.error());
            return std::nullopt;
        }
        return std::move(value).value();
    }

    void read_sheets() {
        const auto form = read(files_.questionnaire, [this](std::string_view json, std::string_view file) {
            return read_questionnaire(json, file, &notes_);
        });
        std::optional<answer_columns> columns;
        if (files_.columns) {
            columns = read(*files_.columns, [this](std::string_view json, std::string_view file) {
                return read_answer_columns(json, file, &notes_);
            });
        } else if (form) {
            columns = own_columns(*form);
        }
        if (!form || !columns || !has_groups(*form)) return;
        for (const std::filesystem::path& each : files_.answers) {
            answers_reader reader(*form, *columns, files_.counted, {files_.checks}, text_from_path(each));
            const bool whole = feed(each, [&reader](std::string_view bytes) { reader.feed(bytes); });
            result<answer_reading> read = reader.finish();
            if (!whole) continue;
            if (!read) {
                append_new(read.error());
                continue;
            }
            append(notes_, read->notes);
            flags_ += read->flags;
            note_sums(each, read->valid);
            add(each, counts_, read->valid);
            add(each, flagged_, read->flagged);
        }
    }

    /// What is wrong with the mapping is found with every file of answers, and told once.
    void append_new(const diagnostics& found) {
        for (const diagnostic& each : found) {
            const auto is_same = [&each](const diagnostic& other) {
                return other.message == each.message && other.where.file == each.where.file;
            };
            const bool is_of_mapping = files_.columns && each.where.file == text_from_path(*files_.columns);
            if (!is_of_mapping || std::none_of(errors_.begin(), errors_.end(), is_same)) errors_.push_back(each);
        }
    }

    bool has_groups(const questionnaire& form) {
        std::vector<std::string_view> known;
        for (const respondent_group& each : form.groups()) known.push_back(each.code);
        const std::vector<std::string>& by = files_.counted.by;
        for (std::size_t at = 0; at < by.size(); ++at) {
            if (form.find_group(by[at]) == questionnaire::none) {
                errors_.push_back(refusal_of_file(error_code::unknown_option, files_.questionnaire,
                                                  unknown_code_message("group of respondents", by[at], known)));
            } else if (std::find(by.begin(), by.begin() + static_cast<std::ptrdiff_t>(at), by[at]) !=
                       by.begin() + static_cast<std::ptrdiff_t>(at)) {
                errors_.push_back(
                    refusal_of_file(error_code::duplicate_option, files_.questionnaire,
                                    text_from("the group \"", within_column(by[at]), "\" is asked for twice")));
            }
        }
        return errors_.empty();
    }

    /// Columns "unit" and those that bear the codes of questions and of groups that are asked for.
    answer_columns own_columns(const questionnaire& form) const {
        answer_columns out;
        out.unit = "unit";
        for (const std::string& group : files_.counted.by) {
            if (form.find_group(group) != questionnaire::none) out.groups.emplace_back(group, group);
        }
        return out;
    }

    /// A row of sums that was not taken out of a table is no unit: everybody in it is counted twice.
    void note_sums(const std::filesystem::path& file, const tally& counts) {
        for (const std::string& unit : counts.units()) {
            const std::string name = to_capitals(unit);
            const bool is_sum = name == "TỔNG CỘNG" || name == "TỔNG SỐ" || name == "TỔNG" || name == "CỘNG";
            const auto& left_out = files_.left_out;
            if (!is_sum || std::find(left_out.begin(), left_out.end(), unit) != left_out.end()) continue;
            diagnostic out = refusal_of_file(error_code::duplicate_unit, file,
                                             text_from("the unit \"", unit,
                                                       "\" is called as the sum of the others: if it is, "
                                                       "leave it out by --without"));
            out.level = severity::warning;
            notes_.push_back(std::move(out));
        }
    }

    void read_counts(const std::filesystem::path& file) {
        std::string bytes;
        if (!feed(file, [&bytes](std::string_view more) { bytes += more; })) return;
        result<tally> read = read_tally(bytes, text_from_path(file), &notes_);
        if (!read) return append(errors_, read.error());
        add(file, counts_, *read);
    }

    void add(const std::filesystem::path& file, std::optional<tally>& to, const tally& more) {
        try {
            if (to) {
                to->merge(more);
            } else {
                to = more;
            }
        } catch (const error& problem) {
            errors_.push_back(refusal_of_file(problem.code(), file, problem.what()));
        }
    }

    void leave_out(std::optional<tally>& counts) {
        if (!counts || files_.left_out.empty()) return;
        std::vector<unit_counts> contents = counts->contents();
        for (const std::string& code : files_.left_out) {
            const std::size_t erased = std::erase_if(contents, [&code](const auto& each) { return each.unit == code; });
            if (erased == 0 && &counts == &counts_) {
                errors_.push_back(
                    refusal_of_file(error_code::unknown_unit, files_.answers.front(),
                                    text_from("there are no answers about the unit \"", within_column(code), "\"")));
            }
        }
        counts = tally::from_contents(counts->form(), counts->options(), std::move(contents));
    }

    const survey_files& files_;
    const survey_progress& progress_;
    diagnostics& notes_;
    diagnostics errors_;
    std::optional<tally> counts_;
    std::optional<tally> flagged_;  // of the valid sheets, those that a check marked
    flagged_sheets flags_;
    std::optional<unit_figures> figures_;
    std::uint64_t all_bytes_ = 0;
    std::uint64_t done_bytes_ = 0;
};

}  // namespace

result<counted_survey> read_survey(const survey_files& files, const survey_progress& progress, diagnostics& notes) {
    return survey_reader(files, progress, notes).run();
}

}  // namespace parindex::report
