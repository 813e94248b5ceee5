#include "report_generator/draft_command.hpp"

#include "parindex/assessment/deduction_cause.hpp"
#include "parindex/io/plan_file.hpp"
#include "parindex/remediation/draft.hpp"
#include "parindex/support/visible_text.hpp"
#include "report_generator/file_writer.hpp"
#include "report_generator/finding_report.hpp"
#include "report_generator/folder_years.hpp"
#include "report_generator/input_file.hpp"
#include "report_generator/path_text.hpp"
#include "report_generator/phrase.hpp"
#include "report_generator/plan_text.hpp"
#include "report_generator/same_file.hpp"
#include "report_generator/scored_folder.hpp"
#include "report_generator/summary.hpp"
#include "report_generator/text_from.hpp"

#include <optional>
#include <string>
#include <system_error>
#include <utility>

namespace parindex::report {

namespace {

void print_changes(std::ostream& out, const redrafted_plan& drafted, const criteria_set& set) {
    if (!drafted.added.empty()) out << "new deductions, each with a shortfall and a task to be written:\n";
    for (const drafted_deduction& each : drafted.added) {
        const criteria_set::node& node = set.at(each.node);
        out << "  "
            << visible_text(text_from(node.code, " ", node.name, " (", points_text(each.amount), "): shortfall ",
                                      each.shortfall))
            << '\n';
    }
    if (!drafted.orphaned.empty()) out << "shortfalls that lost their object; their texts are kept:\n";
    for (const orphaned_deduction& each : drafted.orphaned) {
        const criteria_set::node& node = set.at(each.node);
        out << "  "
            << visible_text(text_from(each.shortfall, " names ", node.code, " ", node.name, ", which lost nothing"))
            << '\n';
    }
}

/// The text of a file, or none.
std::string text_of(const std::filesystem::path& path) {
    result<std::string> content = read_input_file(path);
    return content ? std::move(content).value() : std::string();
}

exit_status conclude(const scored_folder& scored, std::ostream& out, std::ostream& errors) {
    finding_report findings;  // in the order of the lines, which is that of the work
    findings.add(scored.findings);
    findings.print(errors);
    print_reliability(out, scored, uncovered::counted);
    return has_error(scored.findings) ? exit_status::findings : exit_status::done;
}

/// The plan to add to: that of the unit, or one without sections, so that all of a first draft is reported as new.
plan plan_of(const scored_folder& scored) {
    if (scored.data.planned) return *scored.data.planned;
    plan out = draft_plan(scored.scored, {});
    out.sections.clear();
    return out;
}

bool is_there(const std::filesystem::path& path) {
    // A dangling link is a plan that cannot be read, too.
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::symlink_status(path, ignored));
}

/// Why the draft may not be written to `target`; empty where it may.
std::string taken_text(const data_folder& data, const scored_folder& scored, const std::filesystem::path& own,
                       const std::filesystem::path& target) {
    const is_same_file is_target(target);
    if (!scored.data.planned && (target == own || is_target(own)) && is_there(own)) {
        return text_from(text_from_path(own), ": error: this is the plan of another unit or year");
    }
    for (const std::string& file : data.files) {
        if (path_from_text(file) == own || !is_target(path_from_text(file))) continue;
        return text_from(file, ": error: the draft would replace this file, which holds no plan");
    }
    return {};
}

}  // namespace

exit_status run_draft(const std::filesystem::path& folder, const unit_choice& choice,
                      const std::filesystem::path& output, std::ostream& out, std::ostream& errors) {
    data_folder data = read_data_folder(folder, plan_file::optional, choice.year);
    if (choice.code.empty() && choice.year) {
        result<data_folder> of_year = only_year(std::move(data), *choice.year);
        if (!of_year) {
            print_findings(errors, of_year.error());
            return exit_status::bad_input;
        }
        data = std::move(of_year).value();
    }
    const result<scored_folder> before = score_folder(data, choice);
    if (!before) {
        print_findings(errors, before.error());
        return exit_status::bad_input;
    }
    const std::filesystem::path own = folder / path_from_text("plan.json");
    const std::filesystem::path target = output.empty() ? own : output;
    if (const std::string taken = taken_text(data, *before, own, target); !taken.empty()) {
        errors << visible_text(taken) << "; name another file with --out\n";
        return exit_status::bad_input;
    }
    const redrafted_plan drafted = redraft(plan_of(*before), before->scored,
                                           deduction_causes(before->scored, before->data.marks, before->data.context));
    print_changes(out, drafted, before->scored.set());
    if (output.empty() && before->data.planned == drafted.updated) {
        out << "nothing is new: " << visible_text(text_from_path(target)) << " stays as it is\n";
        return conclude(*before, out, errors);
    }

    // Read again, so that findings have their places in the new file, and no plan is replaced by one that no command
    // could read.
    const std::string written = write_plan_like(drafted.updated, before->data.planned ? text_of(own) : "");
    std::erase_if(data.findings, [&](const diagnostic& each) { return each.where.file == text_from_path(own); });
    result<plan> again = read_plan(written, text_from_path(target), &before->data.set, &data.findings);
    if (!again) {
        print_findings(errors, again.error());
        return exit_status::failed;
    }
    if (const std::optional<diagnostic> problem = write_file(target, written)) {
        print_findings(errors, {*problem});
        return exit_status::failed;
    }
    data.planned = std::move(again).value();
    out << "written: " << visible_text(text_from_path(target)) << '\n';
    const result<scored_folder> after = score_folder(data, {before->scored.unit().code, before->scored.year()});
    if (!after) {
        print_findings(errors, after.error());
        return exit_status::findings;
    }
    return conclude(*after, out, errors);
}

}  // namespace parindex::report
