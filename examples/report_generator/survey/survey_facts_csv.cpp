#include "report_generator/survey/survey_facts_csv.hpp"

#include "parindex/io/survey_facts_file.hpp"
#include "parindex/numeric/number_text.hpp"
#include "parindex/survey/survey_facts.hpp"
#include "report_generator/csv_text.hpp"
#include "report_generator/input_file.hpp"
#include "report_generator/path_text.hpp"
#include "report_generator/text_from.hpp"

namespace parindex::report {

result<std::string> survey_facts_csv(const tally& counts, const std::filesystem::path& links, std::optional<int> year) {
    const result<std::string> content = read_input_file(links);
    if (!content) return content.error();
    const auto wanted = read_survey_facts(*content, text_from_path(links));
    if (!wanted) return wanted.error();
    const result<std::vector<survey_fact>> facts = survey_facts(counts, *wanted);
    if (!facts) return facts.error();
    std::string out = year ? "unit,year,round,criterion,fact,value\n" : "unit,round,criterion,fact,value\n";
    for (const survey_fact& each : *facts) {
        out += text_from(csv_text(each.unit), year ? "," + std::to_string(*year) : "", ",survey,",
                         csv_text(each.criterion), ",", csv_text(each.fact), ",", to_string(each.value), "\n");
    }
    return out;
}

}  // namespace parindex::report
