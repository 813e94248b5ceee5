#include "context.hpp"
#include "guard.hpp"
#include "io/assessed_years.hpp"
#include "scored_unit.hpp"
#include "text.hpp"
#include "text/blank.hpp"
#include "text/quoted.hpp"

#include <algorithm>

using namespace parindex::capi;

namespace parindex::capi {

int assessed_year(std::int32_t year) {
    if (year < first_assessed_year || year > last_assessed_year) {
        throw error(error_code::invalid_argument, "the year is " + std::to_string(year) + ", expected " +
                                                      std::to_string(first_assessed_year) + " to " +
                                                      std::to_string(last_assessed_year));
    }
    return year;
}

std::string known_group(const criteria_set& set, std::string_view code) {
    const std::span<const unit_group> groups = set.unit_groups();
    std::string given = stored_text(code, "group");
    const bool known = groups.empty() ? given.empty()
                                      : std::any_of(groups.begin(), groups.end(),
                                                    [&given](const unit_group& each) { return each.code == given; });
    if (known) return given;
    if (groups.empty())
        throw error(error_code::wrong_unit_group, "the set has no unit groups, so that none can be named");
    throw error(error_code::wrong_unit_group, given.empty()
                                                  ? "the set is made for unit groups: name that of the unit"
                                                  : "the set is not made for the unit group " + quoted(given));
}

}  // namespace parindex::capi

parindex_status parindex_assessment_read(const parindex_criteria_set* set, const parindex_context* context,
                                         const char* json, size_t json_size, const char* file, size_t file_size,
                                         parindex_assessment** assessment, parindex_diagnostics** diagnostics,
                                         parindex_error* report) noexcept {
    clear(diagnostics);
    return guarded(report, [&] {
        prepare(assessment, "assessment");
        const parindex::criteria_set& of = open(set, "set").set;
        parindex::diagnostics notes;
        auto read = parindex::read_assessment(text_in(json, json_size, "json"), file_in(file, file_size), &of, &notes,
                                              given_context(context, of));
        if (!read) return refuse(std::move(read).error(), diagnostics, report);
        return hand_out(std::make_unique<parindex_assessment>(of, *std::move(read)), assessment, std::move(notes),
                        diagnostics);
    });
}

parindex_status parindex_assessment_create(const parindex_criteria_set* set, const char* unit, size_t unit_size,
                                           const char* name, size_t name_size, const char* group, size_t group_size,
                                           int32_t year, parindex_assessment** assessment,
                                           parindex_error* report) noexcept {
    return guarded(report, [&] {
        prepare(assessment, "assessment");
        const parindex::criteria_set& of = open(set, "set").set;
        parindex::assessment empty;
        empty.set = of.key();
        empty.unit.code = stored_text(text_in(unit, unit_size, "unit"), "unit");
        empty.unit.name = stored_text(text_in(name, name_size, "name"), "name");
        if (empty.unit.name.empty()) empty.unit.name = empty.unit.code;
        if (parindex::is_blank(empty.unit.code)) {
            throw parindex::error(parindex::error_code::invalid_argument, "the unit needs a code");
        }
        empty.unit.group = known_group(of, text_in(group, group_size, "group"));
        empty.year = assessed_year(year);
        *assessment = std::make_unique<parindex_assessment>(of, std::move(empty)).release();
        return PARINDEX_OK;
    });
}

parindex_status parindex_assessment_check(const parindex_assessment* assessment, const parindex_context* context,
                                          parindex_diagnostics** diagnostics, parindex_error* report) noexcept {
    clear(diagnostics);
    return guarded(report, [&] {
        const parindex_assessment& given = open(assessment, "assessment");
        auto found = check(given.marks, given.set, context_for(context, given.set, given.marks.unit, given.marks.year));
        if (has_error(found)) return refuse(std::move(found), diagnostics, report);
        return hand_out(std::move(found), diagnostics);
    });
}

parindex_status parindex_assessment_unit(const parindex_assessment* assessment, int32_t which, char* buffer,
                                         size_t capacity, size_t* size, parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::scored_unit& unit = open(assessment, "assessment").marks.unit;
        return text_out(code_or_name(which, unit.code, unit.name), buffer, capacity, size);
    });
}

int32_t parindex_assessment_year(const parindex_assessment* assessment) noexcept {
    const parindex_assessment* const given = intact(assessment);
    return given == nullptr ? 0 : given->marks.year;
}

parindex_status parindex_assessment_json(const parindex_assessment* assessment, char* buffer, size_t capacity,
                                         size_t* size, parindex_error* report) noexcept {
    return guarded(report, [&] {
        return text_out(write_assessment(open(assessment, "assessment").marks), buffer, capacity, size);
    });
}

void parindex_assessment_free(parindex_assessment* assessment) noexcept {
    release(assessment);
}
