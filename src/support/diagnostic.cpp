#include "parindex/support/diagnostic.hpp"

#include "parindex/support/visible_text.hpp"

#include <algorithm>
#include <string_view>

namespace parindex::inline v0 {

namespace {

/// A JSON Pointer has the keys of the file, which may be megabytes long: of a long one only the start is shown.
std::string_view start_of(std::string_view pointer) {
    constexpr std::size_t shown = 400;  // bytes
    std::size_t end = std::min(pointer.size(), shown);
    while (end < pointer.size() && (static_cast<unsigned char>(pointer[end]) & 0xC0U) == 0x80U) --end;
    return pointer.substr(0, end);
}

}  // namespace

std::string_view to_string(severity level) noexcept {
    switch (level) {
        case severity::note: return "note";
        case severity::warning: return "warning";
        case severity::error: return "error";
    }
    return "";
}

std::string to_string(const diagnostic& finding) {
    std::string text = finding.where.file;
    if (finding.where.line != 0) {
        if (!text.empty()) text += ':';
        text += std::to_string(finding.where.line) + ':' + std::to_string(finding.where.column);
    }
    if (!text.empty()) text += ": ";
    text += to_string(finding.level);
    text += ": ";
    text += finding.message;
    if (const std::string_view pointer = start_of(finding.where.pointer); !pointer.empty()) {
        text += " [" + std::string(pointer) + (pointer.size() < finding.where.pointer.size() ? "...]" : "]");
    }
    // The file's name and a JSON Pointer come from outside as well as the message's words.
    return visible_text(text);
}

bool has_error(const diagnostics& findings) noexcept {
    return std::any_of(findings.begin(), findings.end(),
                       [](const diagnostic& finding) { return finding.level == severity::error; });
}

}  // namespace parindex::inline v0
