#include "report_generator/data_folder.hpp"

#include "parindex/io/assessment_file.hpp"
#include "parindex/io/context_file.hpp"
#include "parindex/io/criteria_file.hpp"
#include "parindex/io/facts_csv.hpp"
#include "parindex/io/organization_file.hpp"
#include "parindex/io/plan_file.hpp"
#include "parindex/text/csv.hpp"
#include "report_generator/context_check.hpp"
#include "report_generator/input_file.hpp"
#include "report_generator/mark_collector.hpp"
#include "report_generator/path_text.hpp"
#include "report_generator/register_check.hpp"
#include "report_generator/text_from.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>

namespace parindex::report {

namespace {

/// However the name is capitalised: some programs save UNIT.JSON, and marks are never left out in silence.
bool has_extension(const std::filesystem::path& path, std::string_view expected) {
    std::string extension = text_from_path(path.extension());
    for (char& each : extension) {
        if (each >= 'A' && each <= 'Z') each = static_cast<char>(each - 'A' + 'a');
    }
    return extension == expected;
}

bool is_csv(const std::filesystem::path& path) {
    return has_extension(path, ".csv");
}

class folder_reader {
public:
    folder_reader(const std::filesystem::path& folder, plan_file wanted, std::optional<int> year)
        : folder_(folder), wanted_(wanted), year_(year) {}

    data_folder run() {
        std::error_code ignored;
        if (!std::filesystem::is_directory(folder_, ignored)) {
            complain(folder_, error_code::cannot_read,
                     std::filesystem::exists(folder_, ignored)
                         ? "this is no folder; expected one with criteria.json and assessment.json"
                         : "there is no such folder; expected one with criteria.json and assessment.json");
            return std::move(out_);
        }
        const auto read_register = [this](std::string_view json, std::string_view file) {
            return read_organization(json, file, &out_.findings);
        };
        const auto read_outside = [this](std::string_view json, std::string_view file) {
            return read_context(json, file, known_set(), &out_.findings);
        };
        const auto read_set = [this](std::string_view json, std::string_view file) {
            return read_criteria_set(json, file, &out_.findings);
        };
        out_.set = read(named("criteria.json"), read_set);
        if (exists("organization.json")) out_.organization = read(named("organization.json"), read_register);
        if (exists("context.json")) {
            out_.context = read(named("context.json"), read_outside);
            out_.context_is_wrong = !out_.context;
        }
        read_remediation();
        const auto plan = static_cast<std::ptrdiff_t>(out_.files.size());
        read_all_marks();
        if (plan_is_read()) std::rotate(out_.files.begin() + plan - 1, out_.files.begin() + plan, out_.files.end());
        if (out_.context) add(check_against_marks(*out_.context, out_));
        if (out_.organization) add(check_against_register(*out_.organization, out_));
        return std::move(out_);
    }

private:
    /// Without a set the other files are still read for what is wrong with themselves.
    [[nodiscard]] const criteria_set* known_set() const { return out_.set ? &*out_.set : nullptr; }
    /// Likewise marks without the context: what they lack may stand in it.
    [[nodiscard]] const criteria_set* set_of_marks() const { return out_.can_score() ? &*out_.set : nullptr; }
    [[nodiscard]] const context_description* known_context() const { return out_.context ? &*out_.context : nullptr; }

    [[nodiscard]] std::filesystem::path named(std::string_view name) const { return folder_ / path_from_text(name); }

    /// The value of one file; what is wrong with it goes to the findings.
    template <class Reader>
    auto read(const std::filesystem::path& path, const Reader& reader)
        -> std::optional<typename decltype(reader(std::string_view(), std::string_view()))::value_type> {
        const std::string file = text_from_path(path);
        out_.files.push_back(file);
        const result<std::string> content = read_input_file(path);
        if (!content) {
            add(content.error());
            return std::nullopt;
        }
        auto value = reader(*content, file);
        if (!value) {
            add(value.error());
            return std::nullopt;
        }
        return std::move(value).value();
    }

    void add(const diagnostics& found) { out_.findings.insert(out_.findings.end(), found.begin(), found.end()); }

    void complain(const std::filesystem::path& path, error_code code, std::string message) {
        diagnostic out;
        out.code = code;
        out.where.file = text_from_path(path);
        out.message = std::move(message);
        out_.findings.push_back(std::move(out));
    }

    [[nodiscard]] bool exists(std::string_view name) const {
        // A dangling link is a plan that cannot be read, not a folder without a plan.
        std::error_code ignored;
        return std::filesystem::exists(std::filesystem::symlink_status(named(name), ignored));
    }

    [[nodiscard]] bool plan_is_read() const {
        return wanted_ == plan_file::required || (wanted_ == plan_file::optional && exists("plan.json"));
    }

    /// Before the marks, which may take their year from it; its findings still come behind theirs.
    void read_remediation() {
        if (!plan_is_read()) return;
        out_.planned = read(named("plan.json"), [this](std::string_view json, std::string_view file) {
            return read_plan(json, file, known_set(), &out_.findings);
        });
    }

    [[nodiscard]] std::optional<int> year_of_plan() const {
        if (out_.planned) return out_.planned->year;
        if (wanted_ != plan_file::unread || !exists("plan.json")) return std::nullopt;
        const result<std::string> content = read_input_file(named("plan.json"));
        if (!content) return std::nullopt;
        const result<plan> read = read_plan(*content, "plan.json");
        return read ? std::optional<int>(read->year) : std::nullopt;
    }

    void read_all_marks() {
        const bool csv = exists("assessment.csv");
        const bool json = exists("assessment.json") || (!csv && !exists("assessments"));
        std::vector<std::filesystem::path> paths;
        if (json) paths.push_back(named("assessment.json"));
        if (csv) paths.push_back(named("assessment.csv"));
        if (exists("assessments")) find_marks(json, csv, paths);
        // CSV files come last: the others say to which group a unit belongs, and what was published of it.
        std::stable_partition(paths.begin(), paths.end(), [](const auto& each) { return !is_csv(each); });
        for (const std::filesystem::path& path : paths) read_marks(path);
        marks_.finish();
    }

    void find_marks(bool json, bool csv, std::vector<std::filesystem::path>& paths) {
        if (json || csv) {
            complain(named("assessments"), error_code::invalid_value,
                     text_from("expected the marks in assessment.", json ? "json" : "csv",
                               " or in this folder, not in both"));
        }
        const auto first = static_cast<std::ptrdiff_t>(paths.size());
        std::error_code failed;
        std::filesystem::directory_iterator entry(named("assessments"), failed);
        for (; !failed && entry != std::filesystem::directory_iterator(); entry.increment(failed)) {
            if (is_csv(entry->path()) || has_extension(entry->path(), ".json")) paths.push_back(entry->path());
        }
        if (failed) {
            return complain(named("assessments"), error_code::cannot_read,
                            "cannot read this folder: " + failed.message());
        }
        if (std::ssize(paths) == first) {
            return complain(named("assessments"), error_code::cannot_read,
                            "expected files of marks, such as unit.json or units.csv, in this folder");
        }
        std::sort(paths.begin() + first, paths.end());
    }

    void read_marks(const std::filesystem::path& path) {
        const std::string file = text_from_path(path);
        out_.files.push_back(file);
        const result<std::string> content = read_input_file(path);
        if (!content) return marks_.add(content.error(), file);
        if (is_csv(path)) return marks_.add(read_facts(*content, file), file, marks_file::adds_to_others);
        marks_.add(read_assessments(*content, file, set_of_marks(), known_context()), file);
    }

    /// Without a set, or without the context that belongs to it, nobody knows what the facts are: the file is still
    /// read for what is no CSV.
    [[nodiscard]] result<std::vector<unit_reading>> read_facts(std::string_view csv, std::string_view file) {
        if (const criteria_set* const set = set_of_marks()) {
            if (!year_) year_ = year_of_plan();
            return read_facts_csv(
                csv, file, *set,
                {year_, "--year, or a plan.json with its year", scoring_round::appraisal, known_context(),
                 [this](std::string_view code, int year) { return marks_.find(code, year); }});
        }
        return read_csv(csv, file, [](std::span<const csv_cell>) {});
    }

    const std::filesystem::path& folder_;
    const plan_file wanted_;
    std::optional<int> year_;  // of marks that do not say theirs
    data_folder out_;
    mark_collector marks_{out_};
};

}  // namespace

data_folder read_data_folder(const std::filesystem::path& folder, plan_file wanted, std::optional<int> year) {
    return folder_reader(folder, wanted, year).run();
}

}  // namespace parindex::report
