#include "error_report.hpp"

#include "text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <limits>

namespace parindex::capi {

namespace {

std::uint32_t fitted(std::size_t value) noexcept {
    constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max();
    return static_cast<std::uint32_t>(std::min(value, most));
}

template <std::size_t Size>
void copy_text(char (&to)[Size], std::string_view text) noexcept {
    const std::size_t length = whole_characters(text, Size - 1);
    std::memcpy(to, text.data(), length);
    to[length] = '\0';
}

/// A structure of an earlier version is shorter; a text that its end cuts is cut behind a whole character.
void publish(parindex_error* report, parindex_error& filled) noexcept {
    const std::size_t size = std::min<std::size_t>(report->struct_size, sizeof filled);
    if (size < least_error_size) return;
    filled.struct_size = report->struct_size;
    for (char* const text : {filled.criterion, filled.where, filled.message}) {
        const auto begin = static_cast<std::size_t>(text - reinterpret_cast<char*>(&filled));
        if (size > begin) text[whole_characters(text, size - begin - 1)] = '\0';
    }
    std::memcpy(report, &filled, size);
}

}  // namespace

/// Every call that succeeds passes here: of the texts only the first byte is written, which is much less than all of
/// them.
void report_success(parindex_error* report) noexcept {
    if (report == nullptr || report->struct_size < least_error_size) return;
    const std::size_t size = report->struct_size;
    constexpr std::size_t numbers = offsetof(parindex_error, code), texts = offsetof(parindex_error, criterion);
    auto* const bytes = reinterpret_cast<char*>(report);
    std::memset(bytes + numbers, 0, std::min(size, texts) - numbers);
    for (const std::size_t text : {texts, offsetof(parindex_error, where), offsetof(parindex_error, message)}) {
        if (text < size) bytes[text] = '\0';
    }
}

parindex_status report_failure(parindex_error* report, error_code code, std::string_view message) noexcept {
    if (report != nullptr) {
        parindex_error filled{};
        filled.code = static_cast<std::int32_t>(code);
        filled.severity = PARINDEX_SEVERITY_ERROR;
        filled.findings = 1;
        copy_text(filled.message, message);
        publish(report, filled);
    }
    return static_cast<parindex_status>(code);
}

void report_finding(parindex_error* report, const diagnostic& found, std::size_t findings) noexcept {
    if (report == nullptr) return;
    parindex_error filled{};
    filled.code = static_cast<std::int32_t>(found.code);
    filled.severity = static_cast<std::int32_t>(found.level);
    filled.line = fitted(found.where.line);
    filled.column = fitted(found.where.column);
    filled.findings = fitted(findings);
    copy_text(filled.criterion, found.criterion);
    copy_text(filled.where, found.where.pointer);
    copy_text(filled.message, found.message);
    publish(report, filled);
}

parindex_status hand_out(diagnostics findings, parindex_diagnostics** output) {
    if (output == nullptr || findings.empty()) return PARINDEX_OK;
    *output = std::make_unique<parindex_diagnostics>(std::move(findings)).release();
    return PARINDEX_OK;
}

parindex_status refuse(diagnostics findings, parindex_diagnostics** output, parindex_error* report) {
    const auto first = std::find_if(findings.begin(), findings.end(),
                                    [](const diagnostic& each) { return each.level == severity::error; });
    if (first == findings.end()) throw error(error_code::internal, "a refusal without an error");
    const auto status = static_cast<parindex_status>(first->code);
    const diagnostic reported = *first;
    const std::size_t count = findings.size();
    hand_out(std::move(findings), output);
    report_finding(report, reported, count);
    return status;
}

}  // namespace parindex::capi
