#include "report_generator/command_line.hpp"

#include "report_generator/check_command.hpp"
#include "report_generator/check_set_command.hpp"
#include "report_generator/command_help.hpp"
#include "report_generator/compare_sets_command.hpp"
#include "report_generator/draft_command.hpp"
#include "report_generator/explain_command.hpp"
#include "report_generator/merge_command.hpp"
#include "report_generator/new_command.hpp"
#include "report_generator/path_text.hpp"
#include "report_generator/plan_command.hpp"
#include "report_generator/program_version.hpp"
#include "report_generator/request_command.hpp"
#include "report_generator/score_command.hpp"
#include "report_generator/survey/survey_options.hpp"

#include <CLI/CLI.hpp>

namespace parindex::report {

exit_status run_command_line(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out,
                             std::ostream& errors) {
    std::string folder;
    std::string output;
    std::string base;
    std::string mine;
    std::string theirs;
    unit_choice drafted;
    std::string criterion;
    unit_choice choice;
    bool json = false;
    std::vector<std::string> formats = plan_format_names();

    CLI::App app("Scores units by their criteria set and writes remediation plans.", "parindex-report");
    app.set_version_flag("--version", "parindex-report " + program_version());
    app.footer(data_folder_help);
    app.require_subcommand(1);
    const auto add_folder = [&folder](CLI::App& command, const char* files) {
        command.add_option("DATA_DIR", folder, std::string("Folder with ") + files)->required();
    };

    const auto add_year = [&choice](CLI::App& command) {
        command.add_option("--year", choice.year,
                           "Year, where the folder has marks of several, or of none that is said");
    };

    CLI::App& fresh = *app.add_subcommand("new", "Write a small example of a data folder to start from");
    add_folder(fresh, "no data yet; created if missing");

    CLI::App& check = *app.add_subcommand("check", "Print everything that is wrong or missing in the data");
    add_folder(check, "criteria.json, marks (see below) and, if there is one, plan.json");
    check.add_option("--year", choice.year, "Year of marks that do not say theirs");

    CLI::App& check_set = *app.add_subcommand("check-set", "Print what is wrong with a criteria set and its rules");
    check_set.add_option("FILE", base, "A criteria.json")->required();

    CLI::App& score = *app.add_subcommand("score", "Print the scores of a unit, or a table of several");
    add_folder(score, "criteria.json, marks (see below) and, for the coverage, plan.json");
    score.add_flag("--json", json, "Print JSON");
    score.add_option("--unit", choice.code, "Code of the unit to print with all details; all units if not given");
    add_year(score);

    CLI::App& explain = *app.add_subcommand("explain", "Print where the points of a unit come from");
    add_folder(explain, "criteria.json and marks (see below)");
    explain.add_option("UNIT", choice.code, "Code of the unit")->required();
    explain.add_option("CRITERION", criterion, "Code of a criterion; the whole set if not given");
    explain.add_flag("--json", json, "Print JSON: every leaf with its marks, facts and rules, round by round");
    add_year(explain);

    CLI::App& plan = *app.add_subcommand("plan", "Write the remediation plan of a unit");
    add_folder(plan, "criteria.json, marks (see below) and plan.json");
    plan.add_option("--out", output, "Folder to write plan.md, plan.html into; created if missing")->required();
    plan.add_option("--format", formats, "Formats to write, separated by commas")
        ->delimiter(',')
        ->expected(1)
        ->take_all()
        ->check(CLI::IsMember(plan_format_names()))
        ->capture_default_str();

    CLI::App& draft = *app.add_subcommand("draft", "Draft plan.json, or add to it what it lacks");
    add_folder(draft, "criteria.json, marks (see below) and, if there is one yet, plan.json");
    draft.add_option("--unit", drafted.code, "Code of the unit, where the folder has marks of several");
    draft.add_option("--year", drafted.year,
                     "Year of its marks, where it has marks of several, or of none that is said");
    draft.add_option("--out", output, "File to write; plan.json of the folder if not given");

    CLI::App& compare = *app.add_subcommand(
        "compare-sets", "Print what differs between two criteria sets, as after a correction (đính chính)");
    compare.add_option("OLD", base, "The earlier criteria.json")->required();
    compare.add_option("NEW", mine, "The later one")->required();

    CLI::App& merge = *app.add_subcommand("merge", "Merge two edits of a plan");
    merge.add_option("BASE", base, "The plan that both started from")->required();
    merge.add_option("MINE", mine, "The edit that is kept where both changed one value")->required();
    merge.add_option("THEIRS", theirs, "The other edit")->required();
    merge.add_option("--out", output, "File to write the merged plan to; none of the three")->required();

    survey_arguments surveyed;
    const CLI::App& survey = add_survey(app, surveyed);

    const CLI::App& request = *app.add_subcommand(
        "request", "Answer a JSON request on standard input, for programs that cannot load the library");

    try {
        // The parser takes arguments from the end.
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem, out, errors) == 0 ? exit_status::done : exit_status::bad_input;
    }
    const score_format format = json ? score_format::json : score_format::readable;
    if (score.parsed()) return run_score(path_from_text(folder), choice, format, out, errors);
    if (survey.parsed()) return run_survey(surveyed, out, errors);
    if (request.parsed()) return run_request(in, out);
    if (fresh.parsed()) return run_new(path_from_text(folder), out, errors);
    if (check.parsed()) return run_check(path_from_text(folder), choice.year, out);
    if (check_set.parsed()) return run_check_set(path_from_text(base), out);
    if (explain.parsed()) {
        return run_explain(path_from_text(folder), choice, criterion, format, out, errors);
    }
    if (draft.parsed()) return run_draft(path_from_text(folder), drafted, path_from_text(output), out, errors);
    if (compare.parsed()) return run_compare_sets(path_from_text(base), path_from_text(mine), out, errors);
    if (merge.parsed()) {
        return run_merge({path_from_text(base), path_from_text(mine), path_from_text(theirs)}, path_from_text(output),
                         out, errors);
    }
    return run_plan(path_from_text(folder), path_from_text(output), formats, out, errors);
}

}  // namespace parindex::report
