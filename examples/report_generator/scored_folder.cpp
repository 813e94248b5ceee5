#include "report_generator/scored_folder.hpp"

#include <utility>

namespace parindex::report {

result<scored_folder> score_folder(const std::filesystem::path& folder, plan_file wanted) {
    result<data_folder> data = read_data_folder(folder, wanted);
    if (!data) return data.error();
    result<evaluation> scored = evaluate(data->set, data->marks);
    if (!scored) return scored.error();

    par_index index = compute_par_index(*scored);
    std::optional<coverage> covered;
    if (data->planned) covered = cover(*data->planned, *scored);

    diagnostics findings = data->notes;
    const auto add = [&findings](const diagnostics& more) {
        findings.insert(findings.end(), more.begin(), more.end());
    };
    add(check_complete(*scored));
    add(check_published(data->marks.published, index));
    if (covered) add(covered->findings);
    return scored_folder{std::move(data).value(), std::move(scored).value(), std::move(index), std::move(covered),
                         std::move(findings)};
}

}  // namespace parindex::report
