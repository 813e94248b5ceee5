#include "report_generator/score_command.hpp"

#include "parindex/io/score_file.hpp"
#include "report_generator/scored_folder.hpp"
#include "report_generator/summary.hpp"

namespace parindex::report {

exit_status run_score(const std::filesystem::path& folder, score_format format, std::ostream& out,
                      std::ostream& errors) {
    const result<scored_folder> read = score_folder(folder, plan_file::optional);
    if (!read) {
        print_findings(errors, read.error());
        return exit_status::bad_input;
    }
    print_findings(errors, read->findings);
    if (format == score_format::json) {
        out << write_score(read->scored, read->index, read->findings);
    } else {
        print_totals(out, *read);
        print_details(out, *read);
        print_reliability(out, *read);
    }
    return has_error(read->findings) ? exit_status::findings : exit_status::done;
}

}  // namespace parindex::report
