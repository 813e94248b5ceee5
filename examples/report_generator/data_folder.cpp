#include "report_generator/data_folder.hpp"

#include "parindex/io/assessment_file.hpp"
#include "parindex/io/criteria_file.hpp"
#include "parindex/io/organization_file.hpp"
#include "parindex/io/plan_file.hpp"
#include "report_generator/input_file.hpp"
#include "report_generator/path_text.hpp"
#include "report_generator/register_check.hpp"
#include "report_generator/text_from.hpp"
#include "report_generator/text_table.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <system_error>
#include <utility>

namespace parindex::report {

namespace {

std::string place_text(const source_position& where) {
    return text_from(where.file, ":", std::to_string(where.line), ":", std::to_string(where.column));
}

/// However the name is capitalised: some programs save UNIT.JSON, and marks are never left out in silence.
bool is_json(const std::filesystem::path& path) {
    std::string extension = text_from_path(path.extension());
    for (char& each : extension) {
        if (each >= 'A' && each <= 'Z') each = static_cast<char>(each - 'A' + 'a');
    }
    return extension == ".json";
}

class folder_reader {
public:
    explicit folder_reader(const std::filesystem::path& folder) : folder_(folder) {}

    data_folder run(plan_file wanted) {
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
        const auto read_remediation = [this](std::string_view json, std::string_view file) {
            return read_plan(json, file, known_set(), &out_.findings);
        };
        const auto read_set = [this](std::string_view json, std::string_view file) {
            return read_criteria_set(json, file, &out_.findings);
        };
        out_.set = read(named("criteria.json"), read_set);
        if (exists("organization.json")) out_.organization = read(named("organization.json"), read_register);
        read_all_marks();
        if (wanted == plan_file::required || (wanted == plan_file::optional && exists("plan.json"))) {
            out_.planned = read(named("plan.json"), read_remediation);
        }
        if (out_.organization) {
            const diagnostics unknown = check_against_register(*out_.organization, out_);
            out_.findings.insert(out_.findings.end(), unknown.begin(), unknown.end());
        }
        return std::move(out_);
    }

private:
    /// Without a set the other files are still read for what is wrong with themselves.
    [[nodiscard]] const criteria_set* known_set() const { return out_.set ? &*out_.set : nullptr; }

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

    void read_all_marks() {
        if (!exists("assessments")) return read_marks(named("assessment.json"));
        if (exists("assessment.json")) {
            complain(named("assessments"), error_code::invalid_value,
                     "expected the marks in assessment.json or in this folder, not in both");
            read_marks(named("assessment.json"));
        }
        std::vector<std::filesystem::path> paths;
        std::error_code failed;
        std::filesystem::directory_iterator entry(named("assessments"), failed);
        for (; !failed && entry != std::filesystem::directory_iterator(); entry.increment(failed)) {
            if (is_json(entry->path())) paths.push_back(entry->path());
        }
        if (failed) {
            return complain(named("assessments"), error_code::cannot_read,
                            "cannot read this folder: " + failed.message());
        }
        if (paths.empty()) {
            return complain(named("assessments"), error_code::cannot_read,
                            "expected files of marks, such as unit.json, in this folder");
        }
        std::sort(paths.begin(), paths.end());
        for (const std::filesystem::path& path : paths) read_marks(path);
    }

    void read_marks(const std::filesystem::path& path) {
        const std::string file = text_from_path(path);
        out_.files.push_back(file);
        const result<std::string> content = read_input_file(path);
        if (!content) return refuse({{}, {}, {file, 0, 0, {}}, content.error()});
        result<std::vector<unit_reading>> read = read_assessments(*content, file, known_set());
        if (!read) return refuse({{}, {}, {file, 0, 0, {}}, read.error()});
        if (read->empty()) {
            diagnostic empty;
            empty.code = error_code::invalid_value;
            empty.where.file = file;
            empty.message = "expected the marks of at least one unit";
            return refuse({{}, {}, {file, 0, 0, {}}, {std::move(empty)}});
        }
        for (unit_reading& each : std::move(read).value()) {
            if (!each.marks) {
                refuse({std::move(each.code), std::move(each.name), std::move(each.where), each.marks.error()});
            } else {
                accept({std::move(each.marks).value(), std::move(each.notes)});
            }
        }
    }

    void accept(accepted_marks read) {
        const assessment& marks = read.marks;
        const auto [first, fresh] = first_of_.emplace(std::pair(marks.unit.code, marks.year), marks.where);
        if (fresh) return out_.units.push_back(std::move(read));
        diagnostic twice;
        twice.code = error_code::duplicate_assessment;
        twice.where = marks.where;
        twice.message = text_from("the unit \"", within_column(marks.unit.code), "\" has marks of ",
                                  std::to_string(marks.year), " at ", place_text(first->second), " already");
        refuse({marks.unit.code, marks.unit.name, marks.where, {std::move(twice)}});
    }

    void refuse(refused_marks read) { out_.refused.push_back(std::move(read)); }

    const std::filesystem::path& folder_;
    data_folder out_;
    std::map<std::pair<std::string, int>, source_position> first_of_;  // by code and year
};

}  // namespace

data_folder read_data_folder(const std::filesystem::path& folder, plan_file wanted) {
    return folder_reader(folder).run(wanted);
}

}  // namespace parindex::report
