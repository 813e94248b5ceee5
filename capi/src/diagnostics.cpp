#include "guard.hpp"
#include "structure.hpp"
#include "text.hpp"

using namespace parindex::capi;

namespace {

const parindex::diagnostic& finding_at(const parindex_diagnostics* diagnostics, size_t index) {
    const auto& findings = open(diagnostics, "diagnostics").findings;
    return findings[index_in(index, findings.size(), "finding")];
}

std::string text_of(const parindex::diagnostic& found, int32_t which) {
    switch (which) {
        case PARINDEX_TEXT_FILE: return found.where.file;
        case PARINDEX_TEXT_WHERE: return found.where.pointer;
        case PARINDEX_TEXT_CRITERION: return found.criterion;
        case PARINDEX_TEXT_MESSAGE: return found.message;
        case PARINDEX_TEXT_LINE: return to_string(found);
        default: refuse_word(which, "text of a finding");
    }
}

}  // namespace

size_t parindex_diagnostics_count(const parindex_diagnostics* diagnostics) noexcept {
    const parindex_diagnostics* const given = intact(diagnostics);
    return given == nullptr ? 0 : given->findings.size();
}

parindex_status parindex_diagnostics_get(const parindex_diagnostics* diagnostics, size_t index, parindex_error* finding,
                                         parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::diagnostic& found = finding_at(diagnostics, index);
        check_structure(finding, least_error_size, "finding");
        report_finding(finding, found, diagnostics->findings.size());
        return PARINDEX_OK;
    });
}

parindex_status parindex_diagnostics_text(const parindex_diagnostics* diagnostics, size_t index, int32_t which,
                                          char* buffer, size_t capacity, size_t* size,
                                          parindex_error* report) noexcept {
    return guarded(report,
                   [&] { return text_out(text_of(finding_at(diagnostics, index), which), buffer, capacity, size); });
}

void parindex_diagnostics_free(parindex_diagnostics* diagnostics) noexcept {
    release(diagnostics);
}
