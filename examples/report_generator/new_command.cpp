#include "report_generator/new_command.hpp"

#include "parindex/support/visible_text.hpp"
#include "report_generator/file_writer.hpp"
#include "report_generator/path_text.hpp"
#include "report_generator/starter_files.hpp"
#include "report_generator/summary.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <system_error>

namespace parindex::report {

namespace {

struct starter_file {
    std::string_view name;
    std::string_view content;
};

constexpr std::array starter_files = {starter_file{"criteria.json", starter::criteria},
                                      starter_file{"assessment.json", starter::assessment}};

/// A link without an end is a name that is taken.
diagnostics taken_names(const std::filesystem::path& folder) {
    diagnostics found;
    for (const std::string_view name :
         {"criteria.json", "assessment.json", "assessment.csv", "assessments", "context.json", "plan.json"}) {
        const std::filesystem::path path = folder / path_from_text(name);
        std::error_code ignored;
        if (!std::filesystem::exists(std::filesystem::symlink_status(path, ignored))) continue;
        diagnostic taken;
        taken.code = error_code::cannot_write;
        taken.where.file = text_from_path(path);
        taken.message = "expected a folder without data: this is there already and stays as it is";
        found.push_back(taken);
    }
    return found;
}

}  // namespace

exit_status run_new(const std::filesystem::path& folder, std::ostream& out, std::ostream& errors) {
    if (folder.empty()) {
        errors << "parindex-report: error: expected the name of a folder, not an empty text\n";
        return exit_status::bad_input;
    }
    if (const diagnostics taken = taken_names(folder); !taken.empty()) {
        print_findings(errors, taken);
        return exit_status::failed;
    }
    for (const starter_file& each : starter_files) {
        const std::filesystem::path target = folder / path_from_text(each.name);
        if (const std::optional<diagnostic> problem = write_file(target, each.content)) {
            print_findings(errors, {*problem});
            return exit_status::failed;
        }
        out << "written: " << visible_text(text_from_path(target)) << '\n';
    }
    const std::string name = visible_text(text_from_path(folder));
    out << "Next: replace the example by your own criteria and marks, then\n"
        << "  parindex-report check " << name << "   says what is wrong or missing\n"
        << "  parindex-report score " << name << "   prints the scores\n"
        << "  parindex-report draft " << name << "   writes plan.json with a task for every point lost\n";
    return exit_status::done;
}

}  // namespace parindex::report
