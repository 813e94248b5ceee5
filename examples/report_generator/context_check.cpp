#include "report_generator/context_check.hpp"

#include "parindex/support/limits.hpp"
#include "report_generator/code_list.hpp"
#include "report_generator/text_from.hpp"
#include "report_generator/unknown_code.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::report {

namespace {

/// Marks of some other year there are. Those that were refused may be of any.
diagnostic wrong_year(const context_description& context, const data_folder& data) {
    std::set<int> years;
    for (const accepted_marks& each : data.units) years.insert(each.marks.year);
    std::vector<std::string> known;
    for (const int each : years) known.push_back(std::to_string(each));
    return {error_code::year_mismatch, data.refused.empty() ? severity::error : severity::warning, context.where, "",
            text_from("expected facts for the year that is scored, ", bounded_list(known), ", not for ",
                      std::to_string(context.year))};
}

}  // namespace

diagnostics check_against_marks(const context_description& context, const data_folder& data) {
    std::vector<std::string_view> codes;
    for (const accepted_marks& each : data.units) {
        if (each.marks.year == context.year) codes.push_back(each.marks.unit.code);
    }
    if (codes.empty() && !data.units.empty()) return {wrong_year(context, data)};
    bool all_known = true;
    for (const refused_marks& each : data.refused) {
        all_known = all_known && !each.code.empty();
        codes.push_back(each.code);
    }
    diagnostics out;
    if (!all_known) return out;  // any unit may be the one whose marks cannot be read
    const std::set<std::string_view> known(codes.begin(), codes.end());
    for (const unit_facts& each : context.units) {
        if (known.contains(each.unit)) continue;
        if (out.size() >= limits::diagnostics) break;
        const std::string what = text_from("unit with marks of ", std::to_string(context.year));
        out.push_back({error_code::unknown_code, severity::warning, each.where, "",
                       unknown_code_message(what, each.unit, codes)});
    }
    return out;
}

}  // namespace parindex::report
