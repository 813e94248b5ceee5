#include "report_generator/explain_command.hpp"

#include "parindex/io/explanation_file.hpp"
#include "report_generator/explanation.hpp"
#include "report_generator/json_text.hpp"
#include "report_generator/score_lists.hpp"
#include "report_generator/unknown_code.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace parindex::report {

exit_status run_explain(const std::filesystem::path& folder, const unit_choice& choice, const std::string& criterion,
                        score_format format, std::ostream& out, std::ostream& errors) {
    const data_folder data = read_data_folder(folder, plan_file::unread, choice.year);
    const result<scored_folder> read = score_folder(data, choice);
    if (!read) {
        print_all_findings(errors, data, read.error());
        return exit_status::bad_input;
    }
    const criteria_set& set = read->scored.set();
    const std::size_t node = criterion.empty() ? 0 : set.find(criterion);
    if (node == criteria_set::none) {
        std::vector<std::string_view> codes;
        for (const criteria_set::node& each : set.nodes()) codes.emplace_back(each.code);
        errors << "parindex-report: error: " << unknown_code_message("criterion", criterion, codes) << '\n';
        return exit_status::bad_input;
    }
    print_all_findings(errors, data, read->findings);
    if (format == score_format::json) {
        out << visible_json(write_explanation(read->scored, read->data.marks, read->data.context, node));
    } else {
        print_explanation(out, *read, node, data.context ? &*data.context : nullptr);
    }
    return has_error(read->findings) ? exit_status::findings : exit_status::done;
}

}  // namespace parindex::report
