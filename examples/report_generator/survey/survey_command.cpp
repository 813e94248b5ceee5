#include "report_generator/survey/survey_command.hpp"
#include "report_generator/refusal.hpp"

#include "parindex/io/tally_file.hpp"
#include "parindex/numeric/number_text.hpp"
#include "parindex/support/result.hpp"
#include "parindex/support/visible_text.hpp"
#include "report_generator/file_writer.hpp"
#include "report_generator/finding_report.hpp"
#include "report_generator/html_writer.hpp"
#include "report_generator/markdown_writer.hpp"
#include "report_generator/path_text.hpp"
#include "report_generator/progress_line.hpp"
#include "report_generator/same_file.hpp"
#include "report_generator/summary.hpp"
#include "report_generator/survey/survey_document.hpp"
#include "report_generator/survey/survey_facts_csv.hpp"
#include "report_generator/survey/survey_input.hpp"
#include "report_generator/survey/survey_tables.hpp"
#include "report_generator/text_from.hpp"
#include "report_generator/vietnamese_case.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace parindex::report {

namespace {

/// What the arguments ask for, in the types of the library.
struct survey_request {
    survey_files files;
    survey_question_asked tables;
};

diagnostic usage_error(std::string message) {
    return refusal(error_code::invalid_value, {}, std::move(message));
}

std::optional<index_method> method_of(const survey_arguments& asked, diagnostics& wrong) {
    index_method out;
    const auto refuse = [&wrong](std::string message) { wrong.push_back(usage_error(std::move(message))); };
    const std::optional<index_formula> formula = index_formula_from(asked.formula);
    if (!asked.formula.empty() && !formula) {
        refuse("expected a formula such as F3 behind --formula; see --help");
    }
    if (const std::optional<index_method> named = index_method_from(asked.units)) {
        if (formula && named->formula != *formula) {
            refuse(text_from("--units ", asked.units, " is an aggregation of ", to_string(named->formula), ", not of ",
                             to_string(*formula)));
        }
        return named;
    }
    if (const std::optional<unit_aggregation> units = unit_aggregation_from(asked.units)) {
        out.units = *units;
    } else if (!asked.units.empty()) {
        refuse("expected pooled, mean_of_units, by_population, by_sample or one of P1 to P6 behind --units");
    }
    if (!formula) {
        if (asked.formula.empty() && (!asked.units.empty() || !asked.scopes.empty())) {
            refuse("--units and --scope are about an index: name its formula with --formula");
        }
        return std::nullopt;
    }
    out.formula = *formula;
    return out;
}

/// One of the names that the command line lets pass.
single_cluster_policy policy_of(std::string_view name) {
    using policy = single_cluster_policy;
    for (const policy each : {policy::remove, policy::certainty, policy::adjust, policy::average}) {
        if (name == to_string(each)) return each;
    }
    return policy::fail;
}

survey_request request_of(const survey_arguments& asked, diagnostics& wrong) {
    survey_request out;
    const auto refuse = [&wrong](std::string message) { wrong.push_back(usage_error(std::move(message))); };
    survey_files& files = out.files;
    files.are_tallies = asked.merge;
    for (const std::string& each : asked.files) files.answers.push_back(path_from_text(each));
    if (!asked.merge) {
        if (files.answers.size() < 2) refuse("expected a questionnaire and at least one file of answers");
        files.questionnaire = files.answers.front();
        files.answers.erase(files.answers.begin());
    } else if (!asked.columns.empty() || !asked.by.empty() || !asked.precision.empty()) {
        refuse("tallies are counted already: --columns, --by and --precision are for answers");
    }
    if (!asked.least_seconds.empty() && asked.columns.empty()) {
        refuse("--least-seconds needs --columns, which say in what column the seconds are");
    }
    if (!asked.columns.empty()) files.columns = path_from_text(asked.columns);
    if (!asked.figures.empty()) files.figures = path_from_text(asked.figures);
    files.counted.by = asked.by;
    if (asked.precision == "respondents") files.counted.precision = tally_precision::respondents;
    if (asked.precision == "clusters") files.counted.precision = tally_precision::clusters;
    files.checks.straight_line = asked.straight_line;
    files.checks.duplicates = asked.duplicates;
    if (!asked.least_seconds.empty()) {
        const parsed_decimal seconds = parse_decimal(asked.least_seconds);
        if (!seconds.ok()) refuse("expected a number of seconds such as 90 behind --least-seconds");
        if (seconds.ok()) files.checks.least_seconds = seconds.value;
    }
    for (const std::vector<std::string>* codes : {&asked.scopes, &asked.left_out}) {
        const std::set<std::string> different(codes->begin(), codes->end());
        if (different.size() != codes->size()) {
            refuse(text_from("a code is named twice behind ", codes == &asked.scopes ? "--scope" : "--without"));
        }
    }
    files.left_out = asked.left_out;
    out.tables = {method_of(asked, wrong), asked.scopes, policy_of(asked.single_clusters), asked.minimum_cell};
    if (!asked.links.empty()) {
        if (asked.output.empty()) refuse("expected the file to write the facts to, behind --out");
        if (!asked.formats.empty()) refuse("--facts writes facts, --format tables: ask for them one by one");
    } else if (asked.output.empty() != asked.formats.empty()) {
        refuse("--format says which tables are written, --out into which folder: both are needed");
    }
    return out;
}

/// A file that is ready to be written.
struct finished_file {
    std::filesystem::path target;
    std::string content;
};

/// JSON of many units is larger than any file that is read back: it is refused before anybody deletes the answers.
result<std::string> tally_file(const tally& counts, const std::string& name) {
    if (!name.ends_with(".json")) return write_tally(counts);
    std::string json = write_tally_json(counts);
    const result<tally> back = read_tally(json, name);
    if (back) return json;
    diagnostics out = back.error();
    for (diagnostic& each : out) {
        each.where = {name, 0, 0, {}};
        each.message = "nothing is written, because it could not be read back: " + each.message +
                       "; name a file that does not end with .json for the counts in bytes, which have no such limit";
    }
    return out;
}

/// Codes of scales and groups stand in the keys of tables: they name no other folder, and no file twice.
std::string file_name_of(const survey_table& table, std::set<std::string>& taken) {
    std::string out = table.key;
    for (char& each : out) {
        if (std::string_view("/\\:*?\"<>|").find(each) != std::string_view::npos ||
            static_cast<unsigned char>(each) < ' ')
            each = '_';
    }
    // Some file systems take letters that differ in case for the same.
    while (!taken.insert(to_capitals(out)).second) out += '_';
    return out + ".csv";
}

std::vector<finished_file> table_files(const survey_arguments& asked, const survey_report& report) {
    const std::filesystem::path folder = path_from_text(asked.output);
    std::vector<finished_file> out;
    const document composed = survey_document(report);
    const auto wants = [&asked](std::string_view format) {
        return std::find(asked.formats.begin(), asked.formats.end(), format) != asked.formats.end();
    };
    if (wants("md")) out.push_back({folder / "survey.md", write_markdown(composed)});
    if (wants("html")) out.push_back({folder / "survey.html", write_html(composed)});
    if (wants("csv")) {
        std::set<std::string> taken;
        for (const survey_table& each : report.tables) {
            out.push_back({folder / path_from_text(file_name_of(each, taken)), survey_csv(each)});
        }
    }
    return out;
}

void print_notes(std::ostream& errors, const diagnostics& notes) {
    finding_report listed;
    listed.add(notes);
    listed.print(errors);
}

/// What nobody wants is refused before anything is written: a file over one that it was made from, or over another.
diagnostics overwritten(const std::vector<finished_file>& files, const survey_arguments& asked) {
    std::vector<std::string> inputs = asked.files;
    for (const std::string* each : {&asked.columns, &asked.figures, &asked.links}) {
        if (!each->empty()) inputs.push_back(*each);
    }
    diagnostics out;
    std::set<std::filesystem::path> targets;
    for (const finished_file& each : files) {
        const std::filesystem::path target = std::filesystem::absolute(each.target).lexically_normal();
        const auto refuse = [&](std::string message) {
            out.push_back({error_code::cannot_write,
                           severity::error,
                           {text_from_path(each.target), 0, 0, {}},
                           "",
                           std::move(message)});
        };
        if (std::any_of(inputs.begin(), inputs.end(), [same = is_same_file(target)](const std::string& input) {
                return same(path_from_text(input));
            })) {
            refuse("nothing is written: this is one of the files that are read");
        }
        if (!targets.insert(target).second) {
            refuse("nothing is written: two files are to be this one");
        }
    }
    return out;
}

exit_status write_all(const std::vector<finished_file>& files, std::ostream& errors) {
    exit_status status = exit_status::done;
    for (const finished_file& each : files) {
        if (const std::optional<diagnostic> problem = write_file(each.target, each.content)) {
            print_findings(errors, {*problem});
            status = exit_status::failed;
        } else {
            errors << "written: " << visible_text(text_from_path(each.target)) << '\n';
        }
    }
    return status;
}

}  // namespace

std::vector<std::string> survey_format_names() {
    return {"md", "html", "csv"};
}

exit_status run_survey(const survey_arguments& asked, std::ostream& out, std::ostream& errors) {
    diagnostics wrong;
    const survey_request request = request_of(asked, wrong);
    if (!wrong.empty()) {
        for (const diagnostic& each : wrong) errors << "parindex-report: error: " << visible_text(each.message) << '\n';
        return exit_status::bad_input;
    }
    diagnostics notes;
    progress_line progress(errors);
    const result<counted_survey> read = read_survey(
        request.files, [&progress](std::uint64_t done, std::uint64_t all) { progress.show(done, all); }, notes);
    progress.clear();
    print_notes(errors, notes);
    if (!read) {
        print_notes(errors, read.error());
        return exit_status::bad_input;
    }
    std::vector<finished_file> files;
    if (!asked.tally.empty()) {
        const result<std::string> written = tally_file(read->counts, asked.tally);
        if (!written) {
            print_notes(errors, written.error());
            return exit_status::bad_input;
        }
        files.push_back({path_from_text(asked.tally), *written});
    }
    survey_report report;
    try {
        report = survey_tables(*read, request.tables);
    } catch (const error& problem) {
        errors << "parindex-report: error: " << visible_text(problem.what()) << '\n';
        return exit_status::bad_input;
    }
    if (!asked.links.empty()) {
        const result<std::string> facts = survey_facts_csv(read->counts, path_from_text(asked.links), asked.year);
        if (!facts) {
            print_notes(errors, facts.error());
            return exit_status::bad_input;
        }
        files.push_back({path_from_text(asked.output), *facts});
    }
    if (!asked.formats.empty()) {
        for (finished_file& each : table_files(asked, report)) files.push_back(std::move(each));
    }
    if (const diagnostics refused = overwritten(files, asked); !refused.empty()) {
        print_notes(errors, refused);
        return exit_status::bad_input;
    }
    if (!report.method) {
        errors
            << "parindex-report: note: no index is computed but that of each question (F1): an index needs --formula\n";
    }
    if (asked.json) {
        out << survey_json(report);
    } else {
        out << write_markdown(survey_document(report));
    }
    return write_all(files, errors);
}

}  // namespace parindex::report
