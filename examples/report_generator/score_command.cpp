#include "report_generator/score_command.hpp"

#include "parindex/io/score_file.hpp"
#include "report_generator/folder_years.hpp"
#include "report_generator/json_text.hpp"
#include "report_generator/score_lists.hpp"
#include "report_generator/summary.hpp"

#include <utility>

namespace parindex::report {

namespace {

exit_status score_one(const data_folder& data, const unit_choice& choice, score_format format, std::ostream& out,
                      std::ostream& errors) {
    const result<scored_folder> read = score_folder(data, choice);
    if (!read) {
        print_all_findings(errors, data, read.error());
        return exit_status::bad_input;
    }
    print_all_findings(errors, data, read->findings);
    if (format == score_format::json) {
        out << visible_json(write_score(read->scored, read->index, read->findings));
    } else {
        print_totals(out, *read);
        print_details(out, *read);
        print_reliability(out, *read);
    }
    return has_error(read->findings) ? exit_status::findings : exit_status::done;
}

}  // namespace

exit_status run_score(const std::filesystem::path& folder, const unit_choice& choice, score_format format,
                      std::ostream& out, std::ostream& errors) {
    data_folder data = read_data_folder(folder, plan_file::optional, choice.year);
    if (choice.code.empty() && choice.year) {
        result<data_folder> of_year = only_year(std::move(data), *choice.year);
        if (!of_year) {
            print_findings(errors, of_year.error());
            return exit_status::bad_input;
        }
        data = std::move(of_year).value();
    }
    if (!choice.code.empty() || data.unit_count() == 1 || !data.can_score()) {
        return score_one(data, choice, format, out, errors);
    }
    return format == score_format::json ? list_scores_as_json(data, out, errors) : list_scores(data, out, errors);
}

}  // namespace parindex::report
