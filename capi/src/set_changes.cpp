#include "guard.hpp"
#include "text.hpp"

using namespace parindex::capi;

namespace {

const parindex::set_change& change_at(const parindex_set_changes* changes, size_t index) {
    const auto& all = open(changes, "changes").changes;
    return all[index_in(index, all.size(), "change")];
}

const std::string& text_of(const parindex::set_change& change, int32_t which) {
    switch (which) {
        case PARINDEX_TEXT_CRITERION: return change.criterion;
        case PARINDEX_TEXT_BEFORE: return change.before;
        case PARINDEX_TEXT_AFTER: return change.after;
        default: refuse_word(which, "text of a change");
    }
}

}  // namespace

parindex_status parindex_criteria_set_compare(const parindex_criteria_set* before, const parindex_criteria_set* after,
                                              parindex_set_changes** changes, parindex_error* report) noexcept {
    return guarded(report, [&] {
        prepare(changes, "changes");
        auto found = compare_sets(open(before, "before").set, open(after, "after").set);
        *changes = std::make_unique<parindex_set_changes>(std::move(found)).release();
        return PARINDEX_OK;
    });
}

size_t parindex_set_changes_count(const parindex_set_changes* changes) noexcept {
    const parindex_set_changes* const given = intact(changes);
    return given == nullptr ? 0 : given->changes.size();
}

parindex_status parindex_set_changes_kind(const parindex_set_changes* changes, size_t index, int32_t* kind,
                                          parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::set_change& found = change_at(changes, index);
        required(kind, "kind") = word_out(found.kind);
        return PARINDEX_OK;
    });
}

parindex_status parindex_set_changes_text(const parindex_set_changes* changes, size_t index, int32_t which,
                                          char* buffer, size_t capacity, size_t* size,
                                          parindex_error* report) noexcept {
    return guarded(report, [&] { return text_out(text_of(change_at(changes, index), which), buffer, capacity, size); });
}

void parindex_set_changes_free(parindex_set_changes* changes) noexcept {
    release(changes);
}
