#include "report_generator/score_lists.hpp"

#include "parindex/io/score_file.hpp"
#include "parindex/text/vietnamese_number.hpp"
#include "report_generator/json_text.hpp"
#include "report_generator/phrase.hpp"
#include "report_generator/text_from.hpp"
#include "report_generator/text_table.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace parindex::report {

namespace {

/// Rounded half up to two places: the rounding place "display" of the table.
std::string percent_text(const par_index& index) {
    if (!index.complete || index.total.maximum.sign() == 0) return "-";
    const ratio percent = index.percent();
    constexpr int largest_printed = 1'000'000'000;  // only bonus points over next to no maximum
    if (abs(percent) >= ratio(largest_printed)) return "-";
    return print_number(percent, rounding{2, rounding_mode::half_up}).text + " %";
}

/// Whether a unit can stand in the table more than once.
bool has_several_years(const data_folder& data) {
    return std::any_of(data.units.begin(), data.units.end(), [&data](const accepted_marks& each) {
        return each.marks.year != data.units.front().marks.year;
    });
}

void add_row(text_table& table, const scored_folder& each, bool with_year) {
    const scored_unit& unit = each.scored.unit();
    const par_index& index = each.index;
    table.add({unit.code, with_year ? text_from(unit.name, ", ", std::to_string(each.scored.year())) : unit.name,
               index.complete ? "complete" : counted(index.unmarked, "mark") + " missing",
               unit.outside_ranking.empty() ? "" : "outside the ranking", points_text(index.total.score),
               points_text(index.total.maximum), percent_text(index)});
}

std::string json_place(const source_position& where) {
    std::string out;
    if (!where.file.empty()) out += text_from(", \"file\": ", json_string(where.file));
    if (where.line != 0) {
        out += text_from(", \"line\": ", std::to_string(where.line), ", \"column\": ", std::to_string(where.column));
    }
    return out;
}

std::string json_error(const diagnostic& each) {
    return text_from("{\"code\": ", std::to_string(static_cast<int>(each.code)),
                     ", \"message\": ", json_string(each.message),
                     each.criterion.empty() ? "" : text_from(", \"criterion\": ", json_string(each.criterion)),
                     json_place(each.where), "}");
}

std::string json_refused(const refused_marks& each) {
    const auto worst = std::find_if(each.errors.begin(), each.errors.end(),
                                    [](const diagnostic& error) { return error.level == severity::error; });
    std::string out =
        text_from("{\"code\": ", json_string(each.code), ", \"name\": ", json_string(each.name), json_place(each.where),
                  ", \"message\": ", json_string(worst == each.errors.end() ? "" : worst->message), ", \"errors\": [");
    bool first = true;
    for (const diagnostic& error : each.errors) {
        if (error.level != severity::error) continue;
        out += text_from(first ? "\n      " : ",\n      ", json_error(error));
        first = false;
    }
    return out + "]}";
}

}  // namespace

exit_status list_scores(const data_folder& data, std::ostream& out, std::ostream& errors) {
    constexpr std::size_t left_columns = 4;
    text_table table(left_columns);
    table.add({"unit", "name", "marks", "", "score", "maximum", "percent"});
    const bool with_year = has_several_years(data);
    std::size_t scored = 0;
    const folder_scores all = score_all(data, [&](const scored_folder& each) {
        add_row(table, each, with_year);
        ++scored;
    });
    all.findings.print(errors);
    if (scored != 0) table.print(out);
    out << "scored: " << counted(scored, "unit");
    if (!all.refused.empty()) out << "; not scored: " << std::to_string(all.refused.size());
    out << "\nfindings: " << all.findings.totals() << '\n';
    return all.status;
}

folder_scores write_scores(const data_folder& data, std::ostream& out, std::string_view margin) {
    const auto line = [&](std::string_view text) { out << '\n' << margin << text; };
    out << '{';
    line("  \"format\": \"parindex.scores/1\",");
    line("  \"units\": [");
    bool first = true;
    folder_scores all = score_all(data, [&](const scored_folder& each) {
        std::string score = visible_json(write_score(each.scored, each.index, each.findings));
        score.pop_back();  // the end of the last line
        if (!first) out << ',';
        line(text_from("    ", indented(score, text_from(margin, "    "))));
        first = false;
    });
    if (!first) line("  ");
    out << "],";
    line("  \"failed\": [");
    first = true;
    for (const refused_marks& each : all.refused) {
        if (!first) out << ',';
        line(text_from("    ", indented(json_refused(each), margin)));
        first = false;
    }
    if (!first) line("  ");
    out << ']';
    line("}");
    return all;
}

exit_status list_scores_as_json(const data_folder& data, std::ostream& out, std::ostream& errors) {
    const folder_scores all = write_scores(data, out);
    out << '\n';
    all.findings.print(errors);
    return all.status;
}

void print_all_findings(std::ostream& out, const data_folder& data, const diagnostics& findings) {
    finding_report report(data.files);
    report.add(findings);
    report.print(out);
}

}  // namespace parindex::report
