#include "report_generator/folder_scores.hpp"

#include <cstddef>
#include <optional>

namespace parindex::report {

folder_scores score_all(const data_folder& data, const std::function<void(const scored_folder&)>& use) {
    folder_scores out{finding_report(data.files), data.refused, exit_status::done};
    diagnostics of_folder = data.findings;
    const std::optional<std::size_t> owner = owner_of_plan(data, of_folder);
    out.findings.add(of_folder);
    for (const refused_marks& each : data.refused) out.findings.add(each.errors);
    for (std::size_t unit = 0; unit < data.units.size(); ++unit) {
        const accepted_marks& read = data.units[unit];
        if (!data.can_score()) {
            out.findings.add(read.notes);
            continue;
        }
        const result<scored_folder> scored = score_unit(data, unit, owner == unit);
        if (scored) {
            out.findings.add(scored->findings);
            use(*scored);
        } else {
            out.findings.add(scored.error());
            out.refused.push_back({read.marks.unit.code, read.marks.unit.name, read.marks.where, scored.error()});
        }
    }
    const bool all_good = data.can_score() && !has_error(of_folder) && out.refused.empty();
    out.status = !all_good                  ? exit_status::bad_input
                 : out.findings.has_error() ? exit_status::findings
                                            : exit_status::done;
    return out;
}

}  // namespace parindex::report
