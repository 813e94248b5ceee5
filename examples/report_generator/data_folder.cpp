#include "report_generator/data_folder.hpp"

#include "parindex/io/assessment_file.hpp"
#include "parindex/io/criteria_file.hpp"
#include "parindex/io/plan_file.hpp"
#include "report_generator/input_file.hpp"
#include "report_generator/path_text.hpp"

#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace parindex::report {

namespace {

class folder_reader {
public:
    explicit folder_reader(const std::filesystem::path& folder) : folder_(folder) {}

    result<data_folder> run(plan_file wanted) {
        std::error_code ignored;
        if (!std::filesystem::is_directory(folder_, ignored)) return not_a_folder();

        std::optional<criteria_set> set = read("criteria.json", [this](std::string_view json, std::string_view file) {
            return read_criteria_set(json, file, &notes_);
        });
        // Without a set the other files are still read for what is wrong with themselves.
        const criteria_set* known = set ? &*set : nullptr;
        std::optional<assessment> marks = read("assessment.json", [&](std::string_view json, std::string_view file) {
            return read_assessment(json, file, known, &notes_);
        });
        std::optional<plan> planned;
        if (wanted == plan_file::required || exists("plan.json")) {
            planned = read("plan.json", [&](std::string_view json, std::string_view file) {
                return read_plan(json, file, known, &notes_);
            });
        }
        if (has_error(errors_) || !set || !marks) return std::move(errors_);
        return data_folder{*std::move(set), *std::move(marks), std::move(planned), std::move(notes_)};
    }

private:
    /// The value of one file; what is wrong with it goes to the errors.
    template <class Reader>
    auto read(std::string_view name, const Reader& reader)
        -> std::optional<typename decltype(reader(name, name))::value_type> {
        const std::filesystem::path path = folder_ / path_from_text(name);
        const result<std::string> content = read_input_file(path);
        if (!content) {
            add(content.error());
            return std::nullopt;
        }
        auto value = reader(*content, text_from_path(path));
        if (!value) {
            add(value.error());
            return std::nullopt;
        }
        return std::move(value).value();
    }

    void add(const diagnostics& found) { errors_.insert(errors_.end(), found.begin(), found.end()); }

    [[nodiscard]] bool exists(std::string_view name) const {
        // A dangling link is a plan that cannot be read, not a folder without a plan.
        std::error_code ignored;
        return std::filesystem::exists(std::filesystem::symlink_status(folder_ / path_from_text(name), ignored));
    }

    [[nodiscard]] diagnostics not_a_folder() const {
        diagnostic out;
        out.code = error_code::cannot_read;
        out.where.file = text_from_path(folder_);
        out.message = "expected a folder with criteria.json, assessment.json and plan.json";
        return {out};
    }

    const std::filesystem::path& folder_;
    diagnostics errors_;
    diagnostics notes_;
};

}  // namespace

result<data_folder> read_data_folder(const std::filesystem::path& folder, plan_file wanted) {
    return folder_reader(folder).run(wanted);
}

}  // namespace parindex::report
