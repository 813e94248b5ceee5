#include "report_generator/folder_years.hpp"

#include "report_generator/code_list.hpp"
#include "report_generator/text_from.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace parindex::report {

result<data_folder> only_year(data_folder data, int year) {
    const auto is_other = [year](const accepted_marks& each) { return each.marks.year != year; };
    if (!data.units.empty() && std::all_of(data.units.begin(), data.units.end(), is_other)) {
        std::set<int> known;
        for (const accepted_marks& each : data.units) known.insert(each.marks.year);
        std::vector<std::string> years;
        for (const int each : known) years.push_back(std::to_string(each));
        diagnostic none;
        none.code = error_code::unknown_code;
        none.message = text_from("the folder has no marks of ", std::to_string(year), ", but of ", bounded_list(years));
        diagnostics out = data.findings;
        out.push_back(std::move(none));
        return out;
    }
    const bool plan_is_left_out = data.planned && data.planned->year != year &&
                                  std::any_of(data.units.begin(), data.units.end(), [&](const accepted_marks& each) {
                                      return each.marks.year == data.planned->year;
                                  });
    if (plan_is_left_out) data.planned.reset();
    std::erase_if(data.units, is_other);
    return data;
}

}  // namespace parindex::report
