#include "guard.hpp"
#include "plan_check.hpp"
#include "text.hpp"

using namespace parindex::capi;

parindex_status parindex_plan_read(const parindex_criteria_set* set, const char* json, size_t json_size,
                                   const char* file, size_t file_size, parindex_plan** plan,
                                   parindex_diagnostics** diagnostics, parindex_error* report) noexcept {
    clear(diagnostics);
    return guarded(report, [&] {
        prepare(plan, "plan");
        parindex::diagnostics notes;
        auto read = parindex::read_plan(text_in(json, json_size, "json"), file_in(file, file_size),
                                        &open(set, "set").set, &notes);
        if (!read) return refuse(std::move(read).error(), diagnostics, report);
        return hand_out(std::make_unique<parindex_plan>(*std::move(read)), plan, std::move(notes), diagnostics);
    });
}

parindex_status parindex_plan_merge(const parindex_plan* base, const parindex_plan* mine, const parindex_plan* theirs,
                                    parindex_plan** merged, parindex_diagnostics** conflicts,
                                    parindex_error* report) noexcept {
    clear(conflicts);
    return guarded(report, [&] {
        prepare(merged, "merged");
        parindex::merged_plan made =
            merge_plans(open(base, "base").planned, open(mine, "mine").planned, open(theirs, "theirs").planned);
        parindex::diagnostics found;
        for (const parindex::merge_conflict& each : made.conflicts) found.push_back(conflict_finding(each));
        return hand_out(std::make_unique<parindex_plan>(std::move(made.merged)), merged, std::move(found), conflicts);
    });
}

parindex_status parindex_plan_json(const parindex_plan* plan, char* buffer, size_t capacity, size_t* size,
                                   parindex_error* report) noexcept {
    return guarded(report, [&] { return text_out(write_plan(open(plan, "plan").planned), buffer, capacity, size); });
}

parindex_status parindex_plan_write(const parindex_plan* plan, parindex_write_function write, void* user,
                                    parindex_error* report) noexcept {
    return guarded(report, [&] { return write_out(write_plan(open(plan, "plan").planned), write, user); });
}

void parindex_plan_free(parindex_plan* plan) noexcept {
    release(plan);
}
