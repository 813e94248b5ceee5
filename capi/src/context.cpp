#include "context.hpp"

#include "criteria/code_hint.hpp"
#include "guard.hpp"
#include "text.hpp"

namespace parindex::capi {

const context_description* given_context(const parindex_context* context, const criteria_set& set) {
    if (context == nullptr) return nullptr;
    const context_description& given = open(context, "context").given;
    if (given.set == set.key()) return &given;
    throw error(error_code::set_mismatch, other_set_text("context", given.set, set));
}

evaluation_context context_for(const parindex_context* context, const criteria_set& set, const scored_unit& unit,
                               int year) {
    const context_description* const given = given_context(context, set);
    return given == nullptr ? evaluation_context() : context_of(*given, unit.code, year);
}

}  // namespace parindex::capi

using namespace parindex::capi;

parindex_status parindex_context_read(const parindex_criteria_set* set, const char* json, size_t json_size,
                                      const char* file, size_t file_size, parindex_context** context,
                                      parindex_diagnostics** diagnostics, parindex_error* report) noexcept {
    clear(diagnostics);
    return guarded(report, [&] {
        prepare(context, "context");
        parindex::diagnostics notes;
        auto read = parindex::read_context(text_in(json, json_size, "json"), file_in(file, file_size),
                                           &open(set, "set").set, &notes);
        if (!read) return refuse(std::move(read).error(), diagnostics, report);
        return hand_out(std::make_unique<parindex_context>(*std::move(read)), context, std::move(notes), diagnostics);
    });
}

parindex_status parindex_context_json(const parindex_context* context, char* buffer, size_t capacity, size_t* size,
                                      parindex_error* report) noexcept {
    return guarded(report,
                   [&] { return text_out(write_context(open(context, "context").given), buffer, capacity, size); });
}

void parindex_context_free(parindex_context* context) noexcept {
    release(context);
}
