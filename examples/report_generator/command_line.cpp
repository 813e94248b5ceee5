#include "report_generator/command_line.hpp"

#include "parindex/version.h"
#include "report_generator/path_text.hpp"
#include "report_generator/plan_command.hpp"
#include "report_generator/score_command.hpp"

#include <CLI/CLI.hpp>

namespace parindex::report {

namespace {

std::string version_text() {
    return "parindex-report " + std::to_string(PARINDEX_VERSION_MAJOR) + '.' + std::to_string(PARINDEX_VERSION_MINOR) +
           '.' + std::to_string(PARINDEX_VERSION_PATCH);
}

constexpr const char* exit_codes =
    "Exit codes: 0 done, 1 done with findings (such as a loss without a task), 2 bad input or usage, 3 cannot write or "
    "run.";

}  // namespace

exit_status run_command_line(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& errors) {
    std::string folder;
    std::string output;
    bool json = false;
    std::vector<std::string> formats = plan_format_names();

    CLI::App app("Scores a unit by its criteria set and writes its remediation plan.", "parindex-report");
    app.set_version_flag("--version", version_text());
    app.footer(exit_codes);
    app.require_subcommand(1);
    const auto add_folder = [&folder](CLI::App& command, const char* files) {
        command.add_option("DATA_DIR", folder, std::string("Folder with ") + files)->required();
    };

    CLI::App& score = *app.add_subcommand("score", "Print the scores of a unit");
    add_folder(score, "criteria.json, assessment.json and, for the coverage, plan.json");
    score.add_flag("--json", json, "Print JSON");

    CLI::App& plan = *app.add_subcommand("plan", "Write the remediation plan of a unit");
    add_folder(plan, "criteria.json, assessment.json and plan.json");
    plan.add_option("--out", output, "Folder to write plan.md, plan.html into; created if missing")->required();
    plan.add_option("--format", formats, "Formats to write, separated by commas")
        ->delimiter(',')
        ->expected(1)
        ->take_all()
        ->check(CLI::IsMember(plan_format_names()))
        ->capture_default_str();

    try {
        // The parser takes arguments from the end.
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem, out, errors) == 0 ? exit_status::done : exit_status::bad_input;
    }
    if (score.parsed()) {
        return run_score(path_from_text(folder), json ? score_format::json : score_format::readable, out, errors);
    }
    return run_plan(path_from_text(folder), path_from_text(output), formats, out, errors);
}

}  // namespace parindex::report
