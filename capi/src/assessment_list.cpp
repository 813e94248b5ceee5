#include "context.hpp"
#include "guard.hpp"
#include "scored_unit.hpp"
#include "text.hpp"

using namespace parindex::capi;

namespace {

const parindex::unit_reading& unit_at(const parindex_assessment_list* list, size_t index) {
    const auto& units = open(list, "list").units;
    return units[index_in(index, units.size(), "unit")];
}

}  // namespace

parindex_status parindex_assessment_list_read(const parindex_criteria_set* set, const parindex_context* context,
                                              const char* json, size_t json_size, const char* file, size_t file_size,
                                              parindex_assessment_list** list, parindex_diagnostics** diagnostics,
                                              parindex_error* report) noexcept {
    clear(diagnostics);
    return guarded(report, [&] {
        prepare(list, "list");
        const parindex::criteria_set& of = open(set, "set").set;
        auto read = parindex::read_assessments(text_in(json, json_size, "json"), file_in(file, file_size), &of,
                                               given_context(context, of));
        if (!read) return refuse(std::move(read).error(), diagnostics, report);
        *list = std::make_unique<parindex_assessment_list>(of, *std::move(read)).release();
        return PARINDEX_OK;
    });
}

parindex_status parindex_assessment_list_read_csv(const parindex_criteria_set* set, const parindex_context* context,
                                                  const char* csv, size_t csv_size, const char* file, size_t file_size,
                                                  int32_t year, int32_t round, parindex_assessment_list** list,
                                                  parindex_diagnostics** diagnostics, parindex_error* report) noexcept {
    clear(diagnostics);
    return guarded(report, [&] {
        prepare(list, "list");
        const parindex::criteria_set& of = open(set, "set").set;
        parindex::facts_csv_options options;
        if (year != 0) options.year = assessed_year(year);
        options.other_years = "the year handed in";
        options.round = word_in(round, parindex::scoring_round::authority, "round");
        options.context = given_context(context, of);
        auto read = parindex::read_facts_csv(text_in(csv, csv_size, "csv"), file_in(file, file_size), of, options);
        if (!read) return refuse(std::move(read).error(), diagnostics, report);
        *list = std::make_unique<parindex_assessment_list>(of, *std::move(read)).release();
        return PARINDEX_OK;
    });
}

size_t parindex_assessment_list_count(const parindex_assessment_list* list) noexcept {
    const parindex_assessment_list* const given = intact(list);
    return given == nullptr ? 0 : given->units.size();
}

parindex_status parindex_assessment_list_unit(const parindex_assessment_list* list, size_t index, int32_t which,
                                              char* buffer, size_t capacity, size_t* size,
                                              parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::unit_reading& unit = unit_at(list, index);
        return text_out(code_or_name(which, unit.code, unit.name), buffer, capacity, size);
    });
}

parindex_status parindex_assessment_list_get(const parindex_assessment_list* list, size_t index,
                                             parindex_assessment** assessment, parindex_diagnostics** diagnostics,
                                             parindex_error* report) noexcept {
    clear(diagnostics);
    return guarded(report, [&] {
        prepare(assessment, "assessment");
        const parindex::unit_reading& unit = unit_at(list, index);
        if (!unit.marks) return refuse(unit.marks.error(), diagnostics, report);
        return hand_out(std::make_unique<parindex_assessment>(list->set, *unit.marks), assessment, unit.notes,
                        diagnostics);
    });
}

void parindex_assessment_list_free(parindex_assessment_list* list) noexcept {
    release(list);
}
