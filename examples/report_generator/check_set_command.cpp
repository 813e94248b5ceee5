#include "report_generator/check_set_command.hpp"

#include "report_generator/finding_report.hpp"
#include "report_generator/phrase.hpp"
#include "report_generator/set_file.hpp"
#include "report_generator/text_table.hpp"

#include <algorithm>
#include <string>

namespace parindex::report {

exit_status run_check_set(const std::filesystem::path& file, std::ostream& out) {
    diagnostics found;
    const std::optional<criteria_set> set = read_set_file(file, found);
    finding_report report;
    report.add(found);
    report.print(out);
    if (!set) {
        out << report.totals() << '\n';
        return exit_status::bad_input;
    }
    const auto count = [&set](auto wanted) {
        return static_cast<std::size_t>(std::count_if(set->nodes().begin(), set->nodes().end(), wanted));
    };
    using node = criteria_set::node;
    out << points_text(set->at(0).maximum) << " points in " << counted(set->fields().size(), "field") << ", "
        << counted(count([](const node& each) { return each.is_leaf(); }), "leaf", "leaves") << ", "
        << counted(count([](const node& each) { return each.rule != nullptr; }), "rule") << "; " << report.totals()
        << '\n';
    return report.count(severity::warning) != 0 ? exit_status::findings : exit_status::done;
}

}  // namespace parindex::report
