#include "report_generator/placeholders.hpp"

#include "report_generator/phrase.hpp"
#include "report_generator/report_wording.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace parindex::report {

namespace {

void fill(std::string& text, std::string_view placeholder) {
    if (without_end_mark(text, "").empty()) text = placeholder;
}

void fill(std::vector<task>& tasks) {
    for (task& each : tasks) {
        fill(each.text, wording::blank_task);
        if (each.roles.lead.empty() && each.roles.implementing.empty()) {
            each.roles.lead.emplace_back(wording::blank_unit);
        }
    }
}

}  // namespace

plan with_placeholders(plan planned) {
    fill(planned.agency, wording::blank_agency);
    fill(planned.header.agency, wording::blank_issuer);
    fill(planned.header.symbol, wording::blank_symbol);
    fill(planned.header.place, wording::blank_place);
    fill(planned.header.title, wording::blank_title);
    fill(planned.header.subject, wording::blank_subject);
    fill(planned.signed_by.post, wording::blank_post);
    for (plan_section& section : planned.sections) fill(section.tasks);
    if (planned.satisfaction) fill(planned.satisfaction->tasks);
    return planned;
}

}  // namespace parindex::report
