#include "report_generator/plan_command.hpp"

#include "parindex/support/visible_text.hpp"
#include "report_generator/compose.hpp"
#include "report_generator/file_writer.hpp"
#include "report_generator/html_writer.hpp"
#include "report_generator/markdown_writer.hpp"
#include "report_generator/path_text.hpp"
#include "report_generator/scored_folder.hpp"
#include "report_generator/summary.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace parindex::report {

namespace {

/// One line for each format: adding one means adding its writer here.
struct plan_format {
    std::string_view name;  ///< On the command line, and behind the dot of the file's name.
    std::string (*write)(const document& source);
};

constexpr std::array plan_formats = {plan_format{"md", write_markdown}, plan_format{"html", write_html}};

}  // namespace

std::vector<std::string> plan_format_names() {
    std::vector<std::string> names;
    names.reserve(plan_formats.size());
    for (const plan_format& format : plan_formats) names.emplace_back(format.name);
    return names;
}

exit_status run_plan(const std::filesystem::path& folder, const std::filesystem::path& output,
                     const std::vector<std::string>& formats, std::ostream& out, std::ostream& errors) {
    if (output.empty()) {
        errors << "parindex-report: error: expected the name of a folder behind --out, not an empty text\n";
        return exit_status::bad_input;
    }
    const result<scored_folder> read = score_folder(folder, plan_file::required);
    if (!read) {
        print_findings(errors, read.error());
        return exit_status::bad_input;
    }
    const document composed = compose_plan(
        {*read->data.planned, read->scored, read->index, read->data.marks.published, *read->covered, read->findings});
    std::vector<std::string> written;
    bool failed = false;
    for (const plan_format& format : plan_formats) {
        if (std::find(formats.begin(), formats.end(), format.name) == formats.end()) continue;
        const std::filesystem::path target = output / path_from_text("plan." + std::string(format.name));
        if (const std::optional<diagnostic> problem = write_file(target, format.write(composed))) {
            print_findings(errors, {*problem});
            failed = true;
        } else {
            written.push_back(text_from_path(target));
        }
    }
    print_findings(errors, read->findings);
    print_totals(out, *read);
    print_reliability(out, *read);
    for (const std::string& path : written) out << "written: " << visible_text(path) << '\n';
    if (failed) return exit_status::failed;
    return has_error(read->findings) ? exit_status::findings : exit_status::done;
}

}  // namespace parindex::report
