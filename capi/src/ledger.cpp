#include "guard.hpp"
#include "numeric/shortest_text.hpp"
#include "structure.hpp"
#include "text.hpp"

using namespace parindex::capi;

namespace {

constexpr size_t first_entry_size = PARINDEX_SIZE_THROUGH(parindex_ledger_entry, is_deduction);

const parindex::ledger_entry& entry_at(const parindex_evaluation* evaluation, int32_t node, size_t index) {
    const parindex::evaluation& scored = open(evaluation, "evaluation").scored;
    const auto ledger = scored.ledger(index_in(node, scored.set().nodes().size(), "node"));
    return ledger[index_in(index, ledger.size(), "entry")];
}

}  // namespace

size_t parindex_evaluation_ledger_count(const parindex_evaluation* evaluation, int32_t node) noexcept {
    const parindex_evaluation* const made = intact(evaluation);
    if (made == nullptr || node < 0) return 0;
    const auto index = static_cast<size_t>(node);
    return index < made->scored.set().nodes().size() ? made->scored.ledger(index).size() : 0;
}

parindex_status parindex_evaluation_ledger_entry(const parindex_evaluation* evaluation, int32_t node, size_t index,
                                                 parindex_ledger_entry* entry, parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::ledger_entry& found = entry_at(evaluation, node, index);
        check_structure(entry, first_entry_size, "entry");
        parindex_ledger_entry out{};
        out.node = index_out(found.node);
        out.kind = word_out(found.kind);
        out.origin = word_out(found.origin);
        out.is_deduction = found.is_deduction() ? 1 : 0;
        return structure_out(out, entry);
    });
}

parindex_status parindex_evaluation_ledger_amount(const parindex_evaluation* evaluation, int32_t node, size_t index,
                                                  char* buffer, size_t capacity, size_t* size,
                                                  parindex_error* report) noexcept {
    return guarded(report, [&] {
        return text_out(shortest_text(entry_at(evaluation, node, index).amount), buffer, capacity, size);
    });
}
