#include "report_generator/merge_command.hpp"

#include "parindex/io/plan_file.hpp"
#include "parindex/remediation/merge.hpp"
#include "parindex/support/limits.hpp"
#include "parindex/support/visible_text.hpp"
#include "parindex/text/utf8.hpp"
#include "report_generator/file_writer.hpp"
#include "report_generator/input_file.hpp"
#include "report_generator/path_text.hpp"
#include "report_generator/plan_pointer.hpp"
#include "report_generator/plan_text.hpp"
#include "report_generator/same_file.hpp"
#include "report_generator/summary.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace parindex::report {

namespace {

/// The start of a value: a deleted section is as long as its texts.
std::string shown(const std::optional<std::string>& value) {
    constexpr std::size_t widest = 200;  // code points
    if (!value) return "(not there)";
    std::size_t end = 0;
    for (std::size_t count = 0; count < widest && end < value->size(); ++count) {
        end += std::max(decode_utf8(*value, end).size, std::size_t{1});
    }
    return visible_text(value->substr(0, end)) + (end < value->size() ? "…" : "");
}

void print_conflicts(std::ostream& out, const merged_plan& merged) {
    const std::vector<merge_conflict>& conflicts = merged.conflicts;
    for (std::size_t index = 0; index < std::min(conflicts.size(), limits::diagnostics); ++index) {
        const merge_conflict& each = conflicts[index];
        // The place as `check` of the merged plan names it, and what stands there.
        const std::string place = plan_pointer(merged.merged, each.what);
        out << "conflict: " << visible_text(place);
        if (place != each.what) out << " (by fields and ids " << visible_text(each.what) << ')';
        out << "\n  base:   " << shown(each.base) << "\n  mine:   " << shown(each.mine)
            << " (kept)\n  theirs: " << shown(each.theirs) << '\n';
    }
    if (conflicts.size() > limits::diagnostics) {
        out << std::to_string(conflicts.size() - limits::diagnostics) << " further conflicts are not listed\n";
    }
}

}  // namespace

exit_status run_merge(const std::array<std::filesystem::path, 3>& plans, const std::filesystem::path& output,
                      std::ostream& out, std::ostream& errors) {
    if (output.empty()) {
        errors << "parindex-report: error: expected the name of a file behind --out, not an empty text\n";
        return exit_status::bad_input;
    }
    if (const auto same = std::find_if(plans.begin(), plans.end(), is_same_file(output)); same != plans.end()) {
        errors << "parindex-report: error: the file behind --out is " << visible_text(text_from_path(*same))
               << ", one of the three plans; nothing was written: name another file\n";
        return exit_status::bad_input;
    }
    std::vector<plan> read;
    std::string own_text;  // of the plan that is kept where both changed one value
    diagnostics found;
    for (const std::filesystem::path& path : plans) {
        const result<std::string> content = read_input_file(path);
        if (!content) {
            found.insert(found.end(), content.error().begin(), content.error().end());
            continue;
        }
        result<plan> planned = read_plan(*content, text_from_path(path), nullptr, &found);
        if (!planned) {
            found.insert(found.end(), planned.error().begin(), planned.error().end());
        } else {
            if (read.size() == 1) own_text = *content;
            read.push_back(std::move(planned).value());
        }
    }
    print_findings(errors, found);
    if (read.size() != plans.size()) return exit_status::bad_input;
    for (const plan& other : read) {
        if (other.set == read[0].set && other.year == read[0].year && other.unit == read[0].unit) continue;
        errors << "parindex-report: error: expected three versions of one plan, but they differ in the decision of the "
                  "criteria set, the year or the unit\n";
        return exit_status::bad_input;
    }
    const merged_plan merged = merge_plans(read[0], read[1], read[2]);
    if (const std::optional<diagnostic> problem = write_file(output, write_plan_like(merged.merged, own_text))) {
        print_findings(errors, {*problem});
        return exit_status::failed;
    }
    print_conflicts(out, merged);
    out << "conflicts: " << std::to_string(merged.conflicts.size())
        << "\nwritten: " << visible_text(text_from_path(output)) << '\n';
    return merged.conflicts.empty() ? exit_status::done : exit_status::findings;
}

}  // namespace parindex::report
