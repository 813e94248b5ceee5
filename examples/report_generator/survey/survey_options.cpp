#include "report_generator/survey/survey_options.hpp"

#include <CLI/CLI.hpp>

namespace parindex::report {

namespace {

constexpr const char* formulas_help =
    R"(Formulas; none is the default, because they differ by several points on the same answers:
  F1   satisfied / answers of one question       F9  (mean level - lowest) / (highest - lowest)
  F2   satisfied / answers over all questions    F10 mean of the weights of the options
  F3   mean of F1 over questions                 F11 as F2, each question with satisfied options
  F4   mean over factors of F3                       of its own
  F5   F1 of the overall question                F12 as F2, over questions of three levels
  F6   persons whose every answer is satisfied   F13 yes / answers; F13_issued yes / issued
  F7   mean level                                F16 1 - unfavourable / persons who answered
  F8   mean level / highest level
Units: pooled (the default), mean_of_units, by_population, by_sample; P1 and P2 are pooled of F2
and F3, P3 and P4 their means of units, P5 and P6 means of F3 by population and by sample.

QUESTIONNAIRE is "parindex.questionnaire/1". ANSWERS are CSV files (UTF-8) with a row for each
sheet: the column "unit" and a column for each question and group by its code, or as --columns
says ("parindex.answer_columns/1", also for a row an answer, and for counts). Nothing but counts
is kept of a sheet. Tallies are "parindex.tally/1" in JSON or in bytes.)";

}  // namespace

CLI::App& add_survey(CLI::App& app, survey_arguments& into) {
    CLI::App& survey = *app.add_subcommand("survey", "Count the answers of a survey and print shares and indices");
    survey.footer(formulas_help);
    survey.add_option("FILES", into.files, "QUESTIONNAIRE ANSWERS..., or with --merge tallies")->required();
    CLI::Option* const merge =
        survey.add_flag("--merge", into.merge, "Add up tallies that --tally wrote, in the place of answers");
    survey.add_option("--columns", into.columns, "JSON file that says what the columns of the answers mean");
    survey.add_option("--figures", into.figures, "CSV file of units: columns unit, and issued or population");
    survey.add_option("--by", into.by, "Group of respondents to print indices of its categories for")
        ->delimiter(',')
        ->expected(1)
        ->take_all();
    survey.add_option("--without", into.left_out, "Code of a unit to leave out")
        ->delimiter(',')
        ->expected(1)
        ->take_all();
    survey.add_option("--formula", into.formula, "F1 .. F13, F13_issued or F16");
    survey.add_option("--units", into.units,
                      "How units become a whole; pooled if not given; needs --formula or is P1 .. P6");
    survey
        .add_option("--scope", into.scopes,
                    "Code of a question, factor or block that the index is of; needs --formula or P1 .. P6")
        ->delimiter(',')
        ->expected(1)
        ->take_all();
    survey
        .add_option("--minimum-cell", into.minimum_cell,
                    "Hide shares of fewer persons, smaller groups and what tells them; 0 hides nothing")
        ->check(CLI::Range(0, 1'000'000'000))
        ->capture_default_str();
    survey
        .add_option("--straight-line", into.straight_line,
                    "Mark sheets with one answer to so many questions or more; 0 marks none")
        ->check(CLI::Range(0, 1000))
        ->excludes(merge)
        ->capture_default_str();
    survey
        .add_flag("--duplicates", into.duplicates,
                  "Mark sheets that equal an earlier one of their unit in the same file")
        ->excludes(merge);
    survey.add_option("--least-seconds", into.least_seconds, "Mark sheets that took less time; --columns names theirs")
        ->excludes(merge);
    survey.add_option("--precision", into.precision, "Keep what standard errors need: of respondents or of clusters")
        ->check(CLI::IsMember({"respondents", "clusters"}));
    survey
        .add_option("--single-cluster", into.single_clusters,
                    "What a stratum with one cluster adds to the variance: fail, remove, certainty, adjust or average")
        ->check(CLI::IsMember({"fail", "remove", "certainty", "adjust", "average"}))
        ->capture_default_str();
    survey.add_option("--tally", into.tally,
                      "File to write the counts to: JSON if it ends with .json (of small surveys), otherwise bytes");
    survey.add_option("--facts", into.links,
                      "JSON file that says which facts of survey leaves come of it; --out is their CSV file");
    survey.add_option("--year", into.year, "Year that the facts say they are of; otherwise who scores them says it")
        ->check(CLI::Range(1945, 9999));  // others are no years to whoever reads the facts
    survey.add_option("--format", into.formats, "Formats to write tables in, separated by commas: md, html, csv")
        ->delimiter(',')
        ->expected(1)
        ->take_all()
        ->check(CLI::IsMember(survey_format_names()));
    survey.add_option("--out", into.output, "Folder to write tables into; with --facts, the file of facts");
    survey.add_flag("--json", into.json, "Print JSON");
    return survey;
}

}  // namespace parindex::report
