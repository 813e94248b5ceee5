#include "report_generator/check_command.hpp"

#include "report_generator/folder_scores.hpp"
#include "report_generator/text_table.hpp"

namespace parindex::report {

exit_status run_check(const std::filesystem::path& folder, std::optional<int> year, std::ostream& out) {
    const data_folder data = read_data_folder(folder, plan_file::optional, year);
    const folder_scores all = score_all(data, [](const scored_folder&) {});
    all.findings.print(out);
    out << all.findings.totals() << " in " << counted(data.files.size(), "file") << '\n';
    return all.status;
}

}  // namespace parindex::report
